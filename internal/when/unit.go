package when

import "time"

// definiteUnits are the words of "denne uge", "resten af året", "last quarter".
var definiteUnits = table(map[string]unit{
	"uge ugen week": weeks, "måned måneden month": monthsUnit, "kvartal kvartalet quarter": quarters,
	"halvår halvåret": halfYears, "år året year": years,
})

var unitPrecision = map[unit]Precision{
	weeks: PrecisionWeek, monthsUnit: PrecisionMonth, quarters: PrecisionQuarter,
	halfYears: PrecisionHalfYear, years: PrecisionYear,
}

// Week is Monday to Sunday of an ISO 8601 week; ok is false when the year has no such week (week 53 of 2027).
func Week(year, week int) (from, to Date, ok bool) {
	if year < 1 || year > 9998 || week < 1 || week > 53 {
		return Date{}, Date{}, false
	}
	from = MondayOf(Date{year, time.January, 4}).AddDays(7 * (week - 1)) // 4 January is always in week 1
	y, _ := from.ISOWeek()
	return from, from.AddDays(6), y == year
}

// MondayOf is the Monday of d's ISO week.
func MondayOf(d Date) Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// QuarterOf is the first and last day of d's quarter.
func QuarterOf(d Date) (from, to Date) {
	s := unitSpan(d, quarters, 0)
	return s.from, s.to
}

// unitSpan is the calendar week, month, quarter, half-year or year that lies n of them after d's own.
func unitSpan(d Date, u unit, n int) span {
	switch u {
	case weeks:
		from := MondayOf(d).AddDays(7 * n)
		return span{from, from.AddDays(6)}
	case monthsUnit:
		return months(d.Year, d.Month, n, 1)
	case quarters:
		return months(d.Year, (d.Month-1)/3*3+1, 3*n, 3)
	case halfYears:
		return months(d.Year, (d.Month-1)/6*6+1, 6*n, 6)
	}
	return months(d.Year, time.January, 12*n, 12)
}

// unit reads "denne uge", "i næste måned", "last quarter", "i år", "i fjor".
func (p *parser) unit(i int, pre prefix) match {
	if pre.to || pre.onDa || pre.onEn {
		return match{}
	}
	n := p.tok(i).norm
	if pre.in && n == "fjor" {
		return found(unitSpan(p.today, years, -1), PrecisionYear, Past, i+1)
	}
	u := definiteUnits[n]
	switch {
	case u == 0:
		return match{}
	case pre.last:
		if p.period && pre.the { // "den seneste" is handled as a rolling period
			return match{}
		}
		return found(unitSpan(p.today, u, -1), unitPrecision[u], Past, i+1)
	case pre.next:
		return found(unitSpan(p.today, u, 1), unitPrecision[u], Future, i+1)
	case pre.this, u == years && pre.in && (n == "aar" || n == "ar"):
		return found(unitSpan(p.today, u, 0), unitPrecision[u], Nearest, i+1)
	}
	return match{}
}

// relativeYear reads "sidste år", "i år", "next year", "i fjor" after a day or a month.
func (p *parser) relativeYear(i int) (year, next int, ok bool) {
	if p.is(i, "of") || p.is(i, "af") {
		i++
	}
	pre, j := p.prefix(i)
	if j == i {
		return 0, 0, false
	}
	if m := p.unit(j, pre); m.next > 0 && m.Precision == PrecisionYear {
		return m.From.Year, m.next, true
	}
	return 0, 0, false
}

// year reads "i 2026", "in 2026", "året 2026", and in periods a year alone.
func (p *parser) year(i int, pre prefix) match {
	if pre.the || pre.to || pre.onDa || pre.onEn || pre.ranked() {
		return match{}
	}
	k := i
	cued := pre.in || p.period
	if p.is(k, "aaret") || p.is(k, "aret") || p.is(k, "year") {
		k, cued = k+1, true
	}
	y, ok := p.fullYear(k)
	if !ok || !cued {
		return match{}
	}
	s := months(y, time.January, 0, 12)
	if p.is(k+1, "-") && (p.period || k > i) {
		if z, ok := p.yearEnd(k+2, y); ok {
			return found(span{s.from, months(z, time.January, 0, 12).to}, PrecisionSpan, Nearest, k+3)
		}
	}
	return found(s, PrecisionYear, Nearest, k+1)
}

// yearEnd is the second year of "2024-2026" or "2024-26".
func (p *parser) yearEnd(i, first int) (int, bool) {
	if t := p.tok(i); t.kind == tokNumber && t.digits == 2 {
		y := first/100*100 + t.num
		return y, y > first
	}
	y, ok := p.fullYear(i)
	return y, ok && y > first
}

// fullYear is a number of four digits that can be a year in this program, and is no sum of money or telephone number.
func (p *parser) fullYear(i int) (int, bool) {
	t, n := p.tok(i), p.tok(i+1)
	if t.kind != tokNumber || t.digits != 4 || t.num < 1900 || t.num > 2100 {
		return 0, false
	}
	if p.word(i+1, measures) || n.norm == "%" {
		return 0, false
	}
	if n.kind == tokNumber && !n.glued && n.digits >= 3 && !p.is(i+2, ":") { // "2012 3456"
		return 0, false
	}
	return t.num, true
}
