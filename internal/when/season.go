package when

import "time"

type seasonName struct {
	month    time.Month
	definite bool // "foråret": needs no word before it
}

var seasons = table(map[string]seasonName{
	"forår spring": {3, false}, "foråret": {3, true}, "sommer summer": {6, false}, "sommeren": {6, true},
	"efterår autumn fall": {9, false}, "efteråret": {9, true}, "vinter winter": {12, false}, "vinteren": {12, true},
})

// season reads "i foråret 2027", "til sommer", "this summer", "vinteren 2026/27".
func (p *parser) season(i int, pre prefix) match {
	name, ok := seasons[p.tok(i).norm]
	if !ok || p.tok(i).kind != tokWord || pre.onDa || pre.onEn {
		return match{}
	}
	of := func(y int) (span, bool) { return months(y, name.month, 0, 3), true }
	next := i + 1
	if p.is(next, "of") || p.is(next, "i") {
		next++
	}
	if y, ok := p.fullYear(next); ok {
		return p.seasonOf(name, y, next+1)
	}
	if y, k, ok := p.relativeYear(i + 1); ok {
		return p.seasonOf(name, y, k)
	}
	if !name.definite && !pre.in && !pre.ranked() && !pre.to && !p.whole && !p.period && p.cue == Nearest {
		return match{}
	}
	if pre.to {
		m, _ := pick(Future, p.today, yearly(p.today, of))
		return found(m, PrecisionSeason, Future, i+1)
	}
	return p.rankedYearly(pre, PrecisionSeason, i+1, of)
}

// seasonOf is the season of a stated year. A winter has two: "vinteren 2026/27" says which, "vinteren 2026" does not.
func (p *parser) seasonOf(name seasonName, y, next int) match {
	s := months(y, name.month, 0, 3)
	if name.month != time.December {
		return found(s, PrecisionSeason, Nearest, next)
	}
	if p.mark(next, "/") || p.mark(next, "-") {
		if z, ok := p.yearEnd(next+1, y); ok && z == y+1 {
			return found(s, PrecisionSeason, Nearest, next+2)
		}
	}
	earlier := months(y-1, name.month, 0, 3)
	return found(s, PrecisionSeason, Nearest, next).among(earlier.from, s.from)
}

var (
	quarterWords = words("kvartal kvt kv quarter qtr")
	halfWords    = words("halvår half")
)

// quarter reads quarters and half-years: "Q3", "1. kvt. 2027", "første kvartal", "H1", "1. halvår".
func (p *parser) quarter(i int, pre prefix) match {
	if pre.to || pre.onDa || pre.onEn {
		return match{}
	}
	if pre.last && p.word(i, quarterWords) { // "sidste kvartal af 2026"
		if y, ok := p.fullYear(i + 2); ok && p.word(i+1, ofWords) {
			return found(months(y, 10, 0, 3), PrecisionQuarter, Nearest, i+3)
		}
	}
	year, stated := p.fullYear(i)
	if stated { // "2027 Q1", "2027-Q1"
		if i++; p.mark(i, "-") && p.tok(i+1).glued {
			i++
		}
	}
	n, last, k, u := p.quarterName(i)
	if u == 0 || pre.ranked() {
		return match{}
	}
	size, precision := 3, PrecisionQuarter
	if u == halfYears {
		size, precision = 6, PrecisionHalfYear
	}
	if last > n {
		precision = PrecisionSpan
	}
	of := func(y int) span { return months(y, 1, (n-1)*size, (last-n+1)*size) }
	if stated {
		return found(of(year), precision, Nearest, k)
	}
	if y, next, ok := p.quarterYear(k); ok {
		return found(of(y), precision, Nearest, next)
	}
	return p.choose(yearly(p.today, func(y int) (span, bool) { return of(y), true }), precision, Nearest, k)
}

// quarterName reads the name alone; last differs from n in "Q1-Q3" and "1.-3. kvartal".
func (p *parser) quarterName(i int) (n, last, next int, u unit) {
	t := p.tok(i)
	if t.norm == "q" || t.norm == "k" || t.norm == "h" {
		return p.quarterLetter(i)
	}
	n, known := ordinals[t.norm]
	k := i + 1
	if t.kind == tokNumber {
		n, known = t.num, t.digits == 1
		if s := p.tok(k); s.glued && (s.norm == "st" || s.norm == "nd" || s.norm == "rd" || s.norm == "th") {
			k++
		} else {
			k = p.skipDot(k)
		}
	}
	if !known {
		return 0, 0, 0, 0
	}
	last = n
	if l, ok := p.small(k + 1); t.kind == tokNumber && p.is(k, "-") && ok && l > n {
		last, k = l, p.skipDot(k+2)
	}
	english := p.is(k, "half")
	u = unitOf(p.word(k, quarterWords), p.word(k, halfWords), n, last)
	if english && !p.is(k+1, "of") && !p.is(k+1, "year") {
		return 0, 0, 0, 0
	}
	next = k + 1
	if n := p.tok(k).norm; n == "kvt" || n == "kv" {
		next = p.skipDot(next)
	}
	if english && p.is(next, "year") {
		next++
	}
	if english && p.is(next, "of") {
		if _, ok := p.fullYear(next + 1); !ok {
			return 0, 0, 0, 0
		}
	}
	return n, last, next, u
}

func (p *parser) quarterLetter(i int) (n, last, next int, u unit) {
	letter := p.tok(i).norm
	d := p.tok(i + 1)
	if d.kind != tokNumber || !d.glued || d.digits != 1 {
		return 0, 0, 0, 0
	}
	n, last, next = d.num, d.num, i+2
	if p.is(next, "-") {
		k := next + 1
		if p.is(k, letter) {
			k++
		}
		if l, ok := p.small(k); ok && p.tok(k).glued && l > n {
			last, next = l, k+1
		}
	}
	return n, last, next, unitOf(letter != "h", letter == "h", n, last)
}

// unitOf is the unit when the numbers exist in it.
func unitOf(quarter, half bool, n, last int) unit {
	switch {
	case quarter && n >= 1 && last <= 4:
		return quarters
	case half && n >= 1 && last <= 2:
		return halfYears
	}
	return 0
}

// quarterYear is the year after a quarter: "2027", "i 2027", "-2027", "/27", "næste år".
func (p *parser) quarterYear(i int) (year, next int, ok bool) {
	if y, ok := p.small(i + 1); ok && p.mark(i, "/") && p.tok(i+1).digits == 2 {
		return 2000 + y, i + 2, true
	}
	return p.weekYear(i)
}
