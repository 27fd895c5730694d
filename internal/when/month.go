package when

import "time"

// monthName is a month and how far its name can be trusted.
type monthName struct {
	month   time.Month
	english bool // the name is no Danish one, so "January 27" is a day
	danish  bool // the name is no English one, so "januar 27" is a year
	weak    bool // also another word or a first name: no month without a number or "i" beside it
}

var monthNames = table(map[string]monthName{
	"januar": {1, false, true, false}, "january": {1, true, false, false}, "jan": {1, false, false, true},
	"februar": {2, false, true, false}, "february": {2, true, false, false}, "feb febr": {2, false, false, true},
	"marts": {3, false, true, false}, "march": {3, true, false, true}, "mar": {3, false, false, true},
	"april": {4, false, false, true}, "apr": {4, false, false, true},
	"maj": {5, false, true, true}, "may": {5, true, false, true},
	"juni": {6, false, true, true}, "june": {6, true, false, true}, "jun": {6, false, false, true},
	"juli": {7, false, true, true}, "july": {7, true, false, false}, "jul": {7, false, false, true},
	"august": {8, false, false, true}, "aug": {8, false, false, true},
	"september": {9, false, false, false}, "sep sept": {9, false, false, true},
	"oktober": {10, false, true, false}, "october": {10, true, false, false},
	"okt": {10, false, true, true}, "oct": {10, true, false, true},
	"november": {11, false, false, false}, "nov": {11, false, false, true},
	"december": {12, false, false, false}, "dec": {12, false, false, true},
})

// monthAt reads a month's name with the dot of its abbreviation.
func (p *parser) monthAt(i int) (m monthName, next int, ok bool) {
	if p.tok(i).kind != tokWord {
		return m, 0, false
	}
	m, ok = monthNames[p.tok(i).norm]
	next = i + 1
	if len(p.tok(i).norm) <= 4 {
		next = p.skipDot(next)
	}
	return m, next, ok
}

// month reads a month with no day: "i januar", "december 2026", "jan 27", "januar næste år", "næste marts",
// "januar-marts 2027".
func (p *parser) month(i int, pre prefix) match {
	name, next, ok := p.monthAt(i)
	if !ok || pre.to || pre.the && !pre.ranked() || p.afterDay(i) {
		return match{}
	}
	if p.is(next, "maaned") || p.is(next, "maned") {
		next++
	}
	if p.is(next, "-") {
		if m := p.monthRange(name, next+1); m.next > 0 {
			return m
		}
	}
	of := func(y int) span { return months(y, name.month, 0, 1) }
	if y, n, ok := p.monthYear(next); ok {
		return found(of(y), PrecisionMonth, Nearest, n)
	}
	if m := p.shortYear(name, next); m.next > 0 {
		return m
	}
	if name.weak && !pre.in && !pre.ranked() && !p.whole && p.cue == Nearest {
		return match{}
	}
	if name.weak && p.isCueBy(i) && !p.whole {
		return match{}
	}
	return p.rankedYearly(pre, PrecisionMonth, next, func(y int) (span, bool) { return of(y), true })
}

// afterDay reports a number that is written as a day of the month at i: "31. november" is no date and no month.
func (p *parser) afterDay(i int) bool {
	k := i - 1
	if p.is(k, ".") {
		k--
	}
	t := p.tok(k)
	return t.kind == tokNumber && t.digits <= 2 && p.last <= k
}

// isCueBy reports the cue "by", which before "may" or "jan" is too little.
func (p *parser) isCueBy(i int) bool { return p.is(i-1, "by") }

// rankedYearly resolves something yearly after "sidste", "næste" or neither.
func (p *parser) rankedYearly(pre prefix, pr Precision, next int, of func(int) (span, bool)) match {
	all := yearly(p.today, of)
	if pre.last || pre.next {
		for i := range all {
			if pre.next && all[i].from.After(p.today) {
				return found(all[i], pr, Future, next)
			}
			if j := len(all) - 1 - i; pre.last && all[j].to.Before(p.today) {
				return found(all[j], pr, Past, next)
			}
		}
	}
	if pre.this && p.cue == Nearest {
		s, ok := of(p.today.Year)
		if ok {
			return found(s, pr, Nearest, next)
		}
	}
	return p.choose(all, pr, Nearest, next)
}

// monthYear is the year after a month: four digits, "i 2027", "næste år".
func (p *parser) monthYear(i int) (year, next int, ok bool) {
	k := i
	if p.word(k, ofWords) || p.mark(k, ",") || p.mark(k, "-") {
		k++
	}
	if y, ok := p.fullYear(k); ok && !p.mark(k+1, ":") {
		return y, k + 1, true
	}
	if isApostrophe(p.tok(i).norm) {
		if y, ok := p.small(i + 1); ok && p.tok(i+1).digits == 2 {
			return 2000 + y, i + 2, true
		}
	}
	return p.relativeYear(i)
}

// shortYear reads "jan 27". After a Danish name the number is a year; after a name that both languages have it may
// be the day as well. Days after English names are read by named.
func (p *parser) shortYear(name monthName, i int) match {
	t := p.tok(i)
	if t.kind != tokNumber || t.digits != 2 || t.glued || name.english || units[p.tok(i+1).norm] != 0 {
		return match{}
	}
	if y := 2000 + t.num; y >= p.today.Year-10 && y <= p.today.Year+10 {
		s := months(y, name.month, 0, 1)
		m := found(s, PrecisionMonth, Nearest, i+1)
		x := dmy{day: t.num, month: name.month, next: i + 1}
		if name.danish || !x.valid() {
			return m
		}
		day := p.resolve(x).From
		if day.Before(s.from) {
			return m.among(day, s.from)
		}
		return m.among(s.from, day)
	}
	return match{}
}

// monthRange reads the second month of "januar-marts 2027".
func (p *parser) monthRange(first monthName, i int) match {
	second, next, ok := p.monthAt(i)
	if !ok || second.month <= first.month {
		return match{}
	}
	n := int(second.month-first.month) + 1
	if y, k, ok := p.monthYear(next); ok {
		return found(months(y, first.month, 0, n), PrecisionSpan, Nearest, k)
	}
	return p.choose(yearly(p.today, func(y int) (span, bool) { return months(y, first.month, 0, n), true }),
		PrecisionSpan, Nearest, next)
}
