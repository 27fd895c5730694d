package when

// spokenClock reads times in words: "halv ti", "kvart over ni", "ti minutter over ni", "half past nine", "noon".
func (p *parser) spokenClock(i int) match { return p.spokenFrom(i, p.whole) }

// spokenFrom is spokenClock; cued is set after "kl." and "at", where bare words count ("kl. ni", "at ten to nine").
func (p *parser) spokenFrom(i int, cued bool) match {
	for _, f := range []func(int, bool) match{p.halfClock, p.quarterClock, p.minutesClock, p.noon} {
		if m := f(i, cued); m.next > 0 {
			return m
		}
	}
	if h, next, ok := p.hour(i); ok && cued && p.tok(i).kind == tokWord && !p.whole {
		return p.spoken(60*h, next)
	}
	return match{}
}

// hour is an hour of the twelve-hour clock, in words or figures.
func (p *parser) hour(i int) (h, next int, ok bool) {
	if w, known := numberWords[p.tok(i).norm]; known && w.n <= 12 && p.tok(i).norm != "a" && p.tok(i).norm != "an" {
		return w.n, i + 1, true
	}
	h, ok = p.small(i)
	return h, i + 1, ok && h >= 1 && h <= 12
}

// spoken settles a spoken time: from 7 in the morning to before 7 in the evening, unless morning or evening is named.
func (p *parser) spoken(minute, next int) match {
	minute = (minute + dayMinutes/2) % (dayMinutes / 2)
	half, end := p.halfDay(next)
	if half == "pm" || half == "" && minute < 7*60 {
		minute += dayMinutes / 2
	}
	return clockMatch(minute, -1, end)
}

// halfClock reads "halv ti" (09:30), "half past nine" (09:30) and the British "half nine" (09:30).
func (p *parser) halfClock(i int, _ bool) match {
	switch {
	case p.is(i, "halv"):
		h, next, ok := p.hour(i + 1)
		if w := numberWords[p.tok(i+1).norm]; !ok || w.english || units[p.tok(next).norm] != 0 || p.is(i+1, "en") {
			return match{}
		}
		return p.spoken(60*h-30, next)
	case p.is(i, "half"):
		k := i + 1
		if p.is(k, "past") {
			k++
		}
		h, next, ok := p.hour(k)
		if w := numberWords[p.tok(k).norm]; !ok || w.danish || units[p.tok(next).norm] != 0 {
			return match{}
		}
		if n := p.tok(next); k == i+1 && n.kind == tokWord && !afterBareDay[n.norm] { // "half ten companies"
			return match{}
		}
		return p.spoken(60*h+30, next)
	}
	return match{}
}

// quarterClock reads "kvart over ni", "et kvarter i ti", "a quarter to ten".
func (p *parser) quarterClock(i int, _ bool) match {
	k := i
	if p.is(k, "et") || p.is(k, "a") {
		k++
	}
	if !p.is(k, "kvart") && !p.is(k, "kvarter") && !p.is(k, "quarter") {
		return match{}
	}
	return p.beside(15, k+1)
}

// minutesClock reads "ti minutter over ni", "5 min i halv ti". Without "minutter" the figures are too often
// something else ("five to ten companies"), so they need a cue; "ti over ni" does not.
func (p *parser) minutesClock(i int, cued bool) match {
	w := numberWords[p.tok(i).norm]
	n := w.n
	if p.tok(i).kind == tokNumber {
		n = p.tok(i).num
	}
	if n < 1 || n > 29 {
		return match{}
	}
	k := i + 1
	if units[p.tok(k).norm] == minutes {
		return p.beside(n, p.skipDot(k+1))
	}
	if n != 5 && n != 10 && n != 20 && n != 25 {
		return match{}
	}
	if cued || w.danish && p.is(k, "over") || p.is(k, "past") {
		return p.beside(n, k)
	}
	if hour := p.tok(k + 1); w.danish && p.is(k, "i") && hour.kind == tokWord { // "fem i ti", not "fem i to firmaer"
		if m := p.beside(n, k); p.tok(m.next).kind != tokWord || afterBareDay[p.tok(m.next).norm] {
			return m
		}
	}
	return match{}
}

// beside reads "over ni", "i ti", "past nine", "to ten", also "i halv ti", after a count of minutes.
func (p *parser) beside(n, i int) match {
	switch p.tok(i).norm {
	case "over", "past":
	case "i", "to":
		n = -n
	default:
		return match{}
	}
	k := i + 1
	if p.is(k, "halv") {
		k, n = k+1, n-30
	}
	h, next, ok := p.hour(k)
	if t := units[p.tok(next).norm]; !ok || t != 0 { // "15 minutter i 2 timer"
		return match{}
	}
	return p.spoken(60*h+n, next)
}

var noonCues = words("ved omkring efter før inden kl klokken")

// noon reads "noon", "midnight" and, since it is dinner too, "middag" only beside "ved", "før" and the like.
func (p *parser) noon(i int, cued bool) match {
	switch p.tok(i).norm {
	case "noon", "midday", "middagstid":
		return clockMatch(12*60, -1, i+1)
	case "midnight", "midnat":
		return clockMatch(0, -1, i+1)
	case "middag":
		dated := i > 0 && p.last == i // "fredag middag"
		if cued || dated || p.word(i-1, noonCues) {
			return clockMatch(12*60, -1, i+1)
		}
	}
	return match{}
}
