package when

import "time"

// ScanPeriods finds the periods in a free sentence, in the order stated: "samarbejdsgrad lolland 2026 vs 2025",
// "alle kontakter fra 1.1.24 til nu". It reads all that Scan reads as dates, and also years standing alone, periods
// with two ends, rolling periods ("sidste 30 dage", today included) and "siden ...", which run to today. A period
// without a year is the latest that has begun, as managers ask about what has happened. Offsets are bytes of s.
func ScanPeriods(s string, now time.Time) []Expr {
	p := newParser(s, now, Past)
	p.period = true
	var dates []Expr
	for _, e := range p.scan() {
		if e.Kind == KindDate {
			dates = append(dates, e)
		}
	}
	return dates
}

// periodGlue may stand before, between and after the periods of ParsePeriod.
var periodGlue = words(`vs versus og and mod med sammenlignet compared with to kontra against i in for perioden period the
	hele mellem between`)

// ParsePeriod reads s as nothing but periods, one ("sidste kvartal") or several to compare ("2026 vs 2025"). See
// ScanPeriods for how they are read. ok is false when anything else is in s.
func ParsePeriod(s string, now time.Time) (periods []Expr, ok bool) {
	p := newParser(s, now, Past)
	p.period, p.whole = true, true
	for i := 0; i < len(p.toks); {
		if m := p.best(i); m.next > 0 && m.Kind == KindDate {
			periods = append(periods, m.Expr)
			i, p.last = m.next, m.next
			continue
		}
		if t := p.tok(i); t.kind != tokBreak && t.kind != tokMark && !periodGlue[t.norm] {
			return nil, false
		}
		i++
	}
	return periods, len(periods) > 0
}

// periodForm reads the forms that only periods have.
func (p *parser) periodForm(i int) match {
	if !p.period {
		return match{}
	}
	for _, f := range []func(int) match{p.toDate, p.since, p.fromUntil, p.rolling} {
		if m := f(i); m.next > 0 {
			return m
		}
	}
	return match{}
}

// toDate reads "ytd", "ÅTD", "år til dato", "year to date", "month to date".
func (p *parser) toDate(i int) match {
	upTo := func(u unit, next int) match {
		return found(span{unitSpan(p.today, u, 0).from, p.today}, PrecisionSpan, Past, next)
	}
	switch n := p.tok(i).norm; {
	case n == "ytd" || n == "aatd" || n == "atd":
		return upTo(years, i+1)
	case p.seq(i, "year", "to", "date"), p.seq(i, "aar", "til", "dato"), p.seq(i, "ar", "til", "dato"):
		return upTo(years, i+3)
	case n == "mtd":
		return upTo(monthsUnit, i+1)
	case n == "qtd":
		return upTo(quarters, i+1)
	case p.seq(i, "month", "to", "date"):
		return upTo(monthsUnit, i+3)
	case p.seq(i, "quarter", "to", "date"):
		return upTo(quarters, i+3)
	}
	return match{}
}

// since reads "siden 1. marts", "siden sommer", "since Q1": from the first day of what is named until today.
func (p *parser) since(i int) match {
	if !p.word(i, strongPast) {
		return match{}
	}
	if of, next := p.feastAt(i + 1); of != nil && of(p.today.Year).to == (Date{p.today.Year, 1, 1}) {
		return found(span{Date{p.today.Year, 1, 1}, p.today}, PrecisionSpan, Past, next) // "siden nytår"
	}
	if m := p.feast(i); m.next > 0 {
		return m.until(p.today, m.next)
	}
	m := p.end(i + 1)
	if m.next == 0 || m.From.After(p.today) {
		return match{}
	}
	return m.until(p.today, m.next)
}

// until makes the span from the match's first day to a last day.
func (m match) until(last Date, next int) match {
	m.To, m.Precision, m.Direction, m.next = last, PrecisionSpan, Past, next
	return m
}

// end is one end of a period: any date, or "nu".
func (p *parser) end(i int) match {
	if n := p.tok(i).norm; n == "nu" || n == "now" || n == "dato" {
		return found(oneDay(p.today), PrecisionDay, Nearest, i+1)
	}
	if p.cue == Nearest {
		p.cue = Past
	}
	var m match
	pre, j := p.prefix(i)
	for _, f := range dateMatchers {
		if n := f(p, j, pre); n.next > m.next {
			m = n
		}
	}
	for _, f := range []func(*parser, int) match{
		(*parser).dayPhrase, (*parser).ago, (*parser).pastWeekday, (*parser).part,
	} {
		if n := f(p, i); n.next > m.next {
			m = n
		}
	}
	return m
}

// fromUntil reads "fra 1.1.24 til nu", "from January to March", "mellem 1/3 og 1/6", "1.1.24 til nu".
func (p *parser) fromUntil(i int) match {
	k := i
	if p.is(k, "fra") || p.is(k, "from") || p.is(k, "mellem") || p.is(k, "between") {
		if k++; p.is(k, "og") && p.is(k+1, "med") {
			k += 2
		}
	}
	a := p.end(k)
	if a.next == 0 || !p.word(a.next, joinWords) && !p.is(a.next, "-") || k == i && (p.is(a.next, "og") || p.is(a.next, "and")) {
		return match{}
	}
	n := a.next + 1
	if p.seq(n, "og", "med") {
		n += 2
	}
	b := p.end(n)
	if b.next == 0 {
		return match{}
	}
	if stated, ok := p.statedYear(n, b); ok && a.From.After(b.To) || ok && a.From.Year != stated && !p.hasYear(k, a.next) {
		if d, ok := NewDate(stated, a.From.Month, a.From.Day); ok {
			a.From = d
		}
	}
	if b.To.Before(a.From) {
		return match{}
	}
	return found(span{a.From, b.To}, PrecisionSpan, Nearest, b.next)
}

// statedYear is the year that the second end names, which then holds for the first as well.
func (p *parser) statedYear(i int, m match) (int, bool) { return m.From.Year, p.hasYear(i, m.next) }

func (p *parser) hasYear(i, next int) bool {
	for ; i < next; i++ {
		if _, ok := p.fullYear(i); ok {
			return true
		}
	}
	return false
}

// rolling reads "sidste 30 dage", "de seneste 3 måneder", "past year", "den seneste uge": so many up to today, with
// today counted.
func (p *parser) rolling(i int) match {
	k := i
	the := p.word(k, theWords)
	if the {
		k++
	}
	if !p.word(k, rollWords) {
		return match{}
	}
	a, ok := p.amount(k + 1)
	if u := units[p.tok(k+1).norm]; !ok && u > hours && (the || !p.word(k, lastWords)) { // "seneste måned"
		a, ok = amount{n: 1, unit: u, next: k + 2}, true
	}
	if !ok || a.unit <= hours || a.n < 1 {
		return match{}
	}
	from := shift(p.today, -a.n, a.unit)
	if a.unit != workdays {
		from = from.AddDays(1)
	}
	return found(span{from, p.today}, PrecisionSpan, Past, a.next)
}
