package when

// length reads "2½ time", "1 time og 15 min", "halvanden time", "half an hour", "1t 30m" as minutes.
func (p *parser) length(i int) match {
	if p.tok(i).kind == tokWord {
		if m := p.fixedLength(i); m.next > 0 {
			return m
		}
	}
	if m := p.shortLength(i); m.next > 0 {
		return m
	}
	hundredths, unit, next := p.quantity(i)
	switch unit {
	case minutes:
		return lengthMatch(hundredths, 60, next)
	case hours:
		return p.hoursAnd(hundredths, next)
	}
	return match{}
}

// lengthMatch makes the match from hundredths of a unit of so many seconds.
func lengthMatch(hundredths, unitSeconds, next int) match {
	total := hundredths * unitSeconds / 100 / 60
	if total <= 0 || next == 0 {
		return match{}
	}
	return match{Expr{Kind: KindLength, Minutes: total, ClockEnd: -1}, next}
}

// hoursAnd adds the minutes of "1 time og 15 min".
func (p *parser) hoursAnd(hundredths, next int) match {
	m := lengthMatch(hundredths, 3600, next)
	k := next
	if p.is(k, "og") || p.is(k, "and") {
		k++
	}
	switch {
	case p.seq(k, "et", "kvarter"):
		m.Minutes, m.next = m.Minutes+15, k+2
	case p.seq(k, "a", "half"):
		m.Minutes, m.next = m.Minutes+30, k+2
	case p.seq(k, "a", "quarter"):
		m.Minutes, m.next = m.Minutes+15, k+2
	default:
		if n, u, end := p.quantity(k); u == minutes && m.next > 0 && n < 6000 {
			m.Minutes, m.next = m.Minutes+n/100, end
		}
	}
	return m
}

// fixedLength knows the lengths that are words.
func (p *parser) fixedLength(i int) match {
	k := i
	if p.is(k, "en") || p.is(k, "et") || p.is(k, "a") {
		k++
	}
	switch {
	case p.is(k, "halv") && (p.is(k+1, "time") || p.is(k+1, "times")):
		return lengthMatch(50, 3600, p.tid(k+2))
	case p.is(k, "halvtime"):
		return lengthMatch(50, 3600, k+1)
	case p.is(i, "halvanden") && (p.is(i+1, "time") || p.is(i+1, "times")):
		return lengthMatch(150, 3600, p.tid(i+2))
	case p.seq(i, "en", "times", "tid"):
		return lengthMatch(100, 3600, i+3)
	case p.seq(i, "trekvart", "time"):
		return lengthMatch(75, 3600, i+2)
	case p.seq(i, "tre", "kvarter"):
		return lengthMatch(75, 3600, i+2)
	case p.seq(i, "et", "kvarter"):
		return lengthMatch(25, 3600, p.skipWord(i+2, "tid"))
	case p.seq(i, "half", "an", "hour"):
		return lengthMatch(50, 3600, i+3)
	case p.seq(k, "half", "hour"):
		return lengthMatch(50, 3600, k+2)
	}
	return match{}
}

// tid steps over the "tid" of "en halv times tid".
func (p *parser) tid(i int) int { return p.skipWord(i, "tid") }

func (p *parser) skipWord(i int, w string) int {
	if p.is(i, w) {
		return i + 1
	}
	return i
}

// quantity is a number with a unit of minutes or hours after it, in hundredths; the unit is 0 when there is none.
func (p *parser) quantity(i int) (hundredths int, u unit, next int) {
	hundredths, next, english, ok := p.decimal(i)
	if !ok {
		return 0, 0, 0
	}
	n := p.tok(next).norm
	u = units[n]
	if n == "hrs" || n == "hr" || n == "h" || n == "mins" {
		u = hours
		if n == "mins" {
			u = minutes
		}
	}
	if u != minutes && u != hours || english && n == "time" {
		return 0, 0, 0
	}
	if u == minutes && n == "min" {
		return hundredths, u, p.skipDot(next + 1)
	}
	return hundredths, u, next + 1
}

// decimal reads 2, 2,5, 2½, 2 1/2, ½, 3/4, "to", "to og en halv", "two and a half".
func (p *parser) decimal(i int) (hundredths, next int, english, ok bool) {
	if f := p.fraction(i); f > 0 {
		return f, i + 1, false, true
	}
	t := p.tok(i)
	if t.kind == tokWord {
		w, known := numberWords[t.norm]
		hundredths, next, english, ok = 100*w.n, i+1, w.english, known
	} else if t.kind == tokNumber && t.digits <= 3 {
		hundredths, next, ok = 100*t.num, i+1, true
	}
	if !ok {
		return 0, 0, false, false
	}
	d := p.tok(next + 1)
	switch {
	case p.fraction(next) > 0:
		return hundredths + p.fraction(next), next + 1, english, true
	case t.kind == tokNumber && (p.mark(next, ",") || p.mark(next, ".")) && d.kind == tokNumber && d.glued && d.digits <= 2:
		if d.digits == 1 {
			return hundredths + 10*d.num, next + 2, false, true
		}
		return hundredths + d.num, next + 2, false, true
	case p.mark(next, "/"):
		return p.slashFraction(i)
	case p.tok(next).kind == tokNumber && p.mark(next+1, "/"):
		f, end, _, ok := p.slashFraction(next)
		return hundredths + f, end, false, ok
	case p.seq(next, "og", "en", "halv"), p.seq(next, "and", "a", "half"):
		return hundredths + 50, next + 3, english, true
	}
	return hundredths, next, english, true
}

var fractions = map[string]int{"½": 50, "¼": 25, "¾": 75}

func (p *parser) fraction(i int) int { return fractions[p.tok(i).norm] }

func (p *parser) slashFraction(i int) (hundredths, next int, english, ok bool) {
	a, isA := p.small(i)
	b, isB := p.small(i + 2)
	if !isA || !isB || !p.mark(i+1, "/") || a >= b || b < 2 || b > 4 {
		return 0, 0, false, false
	}
	return 100 * a / b, i + 3, false, true
}

// shortLength reads "1t 30m", "1h30"; "2t" alone may be two tonnes.
func (p *parser) shortLength(i int) match {
	h, isH := p.small(i)
	u := p.tok(i + 1)
	if !isH || !u.glued || u.norm != "t" && u.norm != "h" {
		return match{}
	}
	m, isM := p.small(i + 2)
	if k := i + 3; isM && m < 60 && (p.is(k, "m") || p.is(k, "min")) {
		return lengthMatch(100*(60*h+m), 60, k+1)
	} else if isM && m < 60 && p.tok(i+2).glued {
		return lengthMatch(100*(60*h+m), 60, k)
	}
	if p.whole {
		return lengthMatch(100*h, 3600, i+2)
	}
	return match{}
}
