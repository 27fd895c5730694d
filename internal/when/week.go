package when

var weekWords = words("uge ugen ugerne uger week weeks wk")

// week reads "uge 50", "u50", "uge 50-52", "uge 50 2027", "2027-W50".
func (p *parser) week(i int, pre prefix) match {
	if pre.to || pre.ranked() || pre.onDa || pre.onEn {
		return match{}
	}
	if t := p.tok(i); t.kind == tokNumber {
		return p.isoWeek(i)
	}
	k := p.weekStart(i)
	n, ok := p.small(k)
	if !ok || n < 1 || n > 53 {
		return match{}
	}
	next, last := k+1, n
	if p.is(next, "-") || p.word(next, untilWords) {
		if l, ok := p.small(next + 1); ok && l > n && l <= 53 && !p.mark(next+2, "/") && !p.mark(next+2, ":") {
			next, last = next+2, l
		}
	}
	if y, after, ok := p.weekYear(next); ok {
		return p.weeksOf(y, n, last, after)
	}
	var spans []span
	for y := p.today.Year - 2; y <= p.today.Year+2; y++ {
		if s, ok := weekSpan(y, n, last); ok && s.gap(p.today) <= farthestWeek {
			spans = append(spans, s)
		}
	}
	return p.choose(spans, weekPrecision(n, last), Nearest, next)
}

// farthestWeek is a year and a month in days. Week 53 comes every five or six years; "uge 53" in 2030 is a slip of
// the pen, not a week of 2032.
const farthestWeek = 396

// untilWords join the two ends of "uge 50 til 52".
var untilWords = words("til to")

// weekStart is the index of the number after "uge", "uge nr.", "u", "u." or "w", or -1.
func (p *parser) weekStart(i int) int {
	if p.word(i, weekWords) {
		k := i + 1
		if p.is(k, "nr") || p.is(k, "no") {
			k = p.skipDot(k + 1)
		}
		if p.tok(k).glued && p.tok(k).kind == tokMark {
			k++ // "uge.50", "uge-50"
		}
		return k
	}
	if n := p.tok(i).norm; n == "u" || n == "w" {
		if k := p.skipDot(i + 1); p.tok(k).glued && p.tok(k).digits <= 2 {
			return k
		}
	}
	return -1
}

func weekPrecision(first, last int) Precision {
	if first == last {
		return PrecisionWeek
	}
	return PrecisionSpan
}

func weekSpan(year, first, last int) (span, bool) {
	from, _, ok := Week(year, first)
	_, to, ok2 := Week(year, last)
	return span{from, to}, ok && ok2
}

func (p *parser) weeksOf(year, first, last, next int) match {
	s, ok := weekSpan(year, first, last)
	if !ok {
		return match{}
	}
	return found(s, weekPrecision(first, last), Nearest, next)
}

// weekYear is the year after a week: "2027", "/2027", "i 2027", "næste år".
func (p *parser) weekYear(i int) (year, next int, ok bool) {
	k := i
	if p.word(k, ofWords) || p.mark(k, ",") || p.mark(k, "/") || p.mark(k, "-") {
		k++
	}
	if y, ok := p.fullYear(k); ok {
		return y, k + 1, true
	}
	return p.relativeYear(i)
}

// isoWeek reads "2027-W50" and "2027W50".
func (p *parser) isoWeek(i int) match {
	y, ok := p.fullYear(i)
	k := i + 1
	if p.mark(k, "-") {
		k++
	}
	if w := p.tok(k); !ok || w.norm != "w" || !w.glued || !p.tok(k+1).glued {
		return match{}
	}
	n, ok := p.small(k + 1)
	if !ok {
		return match{}
	}
	return p.weeksOf(y, n, n, k+2)
}

// weekPhrase is a week as it stands beside a weekday: "uge 47", "i næste uge", "next week".
func (p *parser) weekPhrase(i int) match {
	pre, j := p.prefix(i)
	if p.is(j, "of") || p.is(j, "af") {
		pre, j = p.prefix(j + 1)
	}
	pre.onDa, pre.onEn = false, false
	if m := p.week(j, pre); m.next > 0 {
		return m
	}
	if m := p.unit(j, pre); m.next > 0 && m.Precision == PrecisionWeek {
		return m
	}
	return match{}
}

// weekend reads "i weekenden", "next weekend", "til weekenden".
func (p *parser) weekend(i int, pre prefix) match {
	n := p.tok(i).norm
	if n != "weekend" && n != "weekenden" || n == "weekend" && !pre.ranked() && !pre.the && !p.whole {
		return match{}
	}
	this := span{MondayOf(p.today).AddDays(5), MondayOf(p.today).AddDays(6)}
	move := func(n int) span { return span{this.from.AddDays(n), this.to.AddDays(n)} }
	switch {
	case pre.last:
		return found(move(-7), PrecisionSpan, Past, i+1)
	case pre.next:
		m := found(move(7), PrecisionSpan, Future, i+1)
		if this.gap(p.today) > 0 {
			return m.among(this.from, m.From)
		}
		return m
	case pre.this, this.gap(p.today) == 0:
		return found(this, PrecisionSpan, Nearest, i+1)
	case pre.to, pre.onDa, p.direction(Nearest) == Future:
		return found(this, PrecisionSpan, Future, i+1)
	case p.direction(Nearest) == Past:
		return found(move(-7), PrecisionSpan, Nearest, i+1)
	}
	return p.choose([]span{move(-7), this}, PrecisionSpan, Nearest, i+1).among(move(-7).from, this.from)
}
