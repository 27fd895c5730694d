package when

const dayMinutes = 24 * 60

func clockMatch(from, to, next int) match {
	return match{Expr{Kind: KindClock, Clock: Clock(from), ClockEnd: Clock(to)}, next}
}

// stamp is one time of day as written.
type stamp struct {
	minute int  // after midnight
	loose  bool // an hour of 1 to 6 alone, without a leading zero: afternoon, unless am or pm follows
	colon  bool // 9:30
	packed bool // 0930
	next   int
}

// stampAt reads "9", "9.30", "9:30", "09:30:00" and "0930".
func (p *parser) stampAt(i int) (s stamp, ok bool) {
	h := p.tok(i)
	if h.kind != tokNumber {
		return s, false
	}
	if h.digits == 4 || h.digits == 3 {
		s = stamp{minute: h.num/100*60 + h.num%100, packed: true, next: i + 1}
		return s, h.num/100 < 24 && h.num%100 < 60
	}
	if h.digits > 2 || h.num > 24 {
		return s, false
	}
	s = stamp{minute: h.num * 60, loose: h.digits == 1 && h.num >= 1 && h.num <= 6, next: i + 1}
	m := p.tok(i + 2)
	if sep := p.tok(i + 1); (p.mark(i+1, ":") || p.mark(i+1, ".") || p.mark(i+1, ",")) && m.kind == tokNumber && m.glued {
		if m.digits != 2 || m.num > 59 {
			return s, false
		}
		s.minute += m.num
		s.loose = false // 6.30 is written on the clock of 24 hours
		s.colon, s.next = sep.norm == ":", i+3
		if sec := p.tok(s.next + 1); s.colon && p.mark(s.next, ":") && sec.kind == tokNumber && sec.glued && sec.digits == 2 {
			s.next += 2
		}
	}
	return s, s.minute <= dayMinutes
}

// halfDay reads "am", "pm", "a.m.", "om morgenen", "in the evening" after a time.
func (p *parser) halfDay(i int) (half string, next int) {
	if p.is(i, "am") || p.is(i, "pm") {
		return p.tok(i).norm, i + 1
	}
	if (p.is(i, "a") || p.is(i, "p")) && p.mark(i+1, ".") && p.is(i+2, "m") {
		return p.tok(i).norm + "m", p.skipDot(i + 3)
	}
	k := i + 1
	if p.is(i, "in") && p.is(k, "the") {
		k++
	} else if !p.is(i, "om") {
		return "", i
	}
	switch p.tok(k).norm {
	case "morgenen", "formiddagen", "natten", "morning":
		return "am", k + 1
	case "eftermiddagen", "aftenen", "afternoon", "evening":
		return "pm", k + 1
	}
	return "", i
}

// settle gives the minute of the day. Without am or pm an hour of 1 to 6 is in the afternoon, as offices are not
// open at night; a leading zero ("02.00") says the morning.
func (s stamp) settle(half string) (int, bool) {
	hour := s.minute / 60
	switch half {
	case "am":
		if hour == 12 {
			return s.minute - 12*60, true
		}
		return s.minute, hour < 12
	case "pm":
		if hour < 12 {
			return s.minute + 12*60, true
		}
		return s.minute, hour < 24
	}
	if s.loose {
		return s.minute + 12*60, true
	}
	return s.minute, true
}

// clockSpan reads one time or "13-14" from i; ok is false when there is none.
func (p *parser) clockSpan(i int) (m match, first, second stamp, half string, ok bool) {
	first, ok = p.stampAt(i)
	if !ok {
		return m, first, second, "", false
	}
	half, next := p.halfDay(first.next)
	from, ok := first.settle(half)
	if !ok {
		return m, first, second, "", false
	}
	m = clockMatch(from%dayMinutes, -1, next)
	if !p.is(next, "-") && !p.is(next, "til") && !p.is(next, "to") {
		return m, first, second, half, true
	}
	k := next + 1
	if p.is(k, "kl") {
		k = p.skipDot(k + 1)
	}
	second, ok = p.stampAt(k)
	if !ok || p.mark(second.next, "/") {
		return m, first, stamp{}, half, true
	}
	half2, end := p.halfDay(second.next)
	if to, from, ok := endOf(first, second, half, half2); ok && p.rightFree(end) {
		m = clockMatch(from, to, end)
		if half == "" {
			half = half2
		}
		return m, first, second, half, true
	}
	return m, first, stamp{}, half, true
}

// endOf settles both ends: "10-11am" is in the morning at both, "9-2" ends in the afternoon.
func endOf(first, second stamp, half, half2 string) (to, from int, ok bool) {
	if half2 == "" {
		half2 = half
	}
	to, ok = second.settle(half2)
	if half == "" && half2 != "" {
		half = half2
		if f, ok2 := first.settle(half); !ok2 || f >= to { // "11-1pm"
			half = ""
		}
	}
	from, ok2 := first.settle(half)
	if to <= from && to+12*60 < dayMinutes && second.minute/60 <= 12 {
		to += 12 * 60
	}
	return min(to, dayMinutes-1), from, ok && ok2 && to > from && from < dayMinutes
}

// cuedClock reads a time after "kl.", "klokken" or "at".
func (p *parser) cuedClock(i int) match {
	k := i + 1
	switch {
	case p.is(i, "kl"):
		k = p.skipDot(k)
		if p.mark(k, ":") {
			k++
		}
	case p.is(i, "klokken") || p.is(i, "clock"):
	case p.is(i, "at"): // also Danish for "that" and "to"
		return p.atClock(k)
	default:
		return match{}
	}
	if m, _, _, _, ok := p.clockSpan(k); ok {
		return m
	}
	return p.spokenFrom(k, true)
}

// atClock is strict: "at 10" only where no noun follows.
func (p *parser) atClock(k int) match {
	m, first, _, half, ok := p.clockSpan(k)
	if !ok {
		return p.spokenFrom(k, true)
	}
	if o := p.tok(m.next); o.norm == "o" && isApostrophe(p.tok(m.next+1).norm) && p.is(m.next+2, "clock") {
		m.next += 3
		return m
	}
	after := p.tok(m.next)
	bare := after.kind != tokWord || after.norm == "on" || after.norm == "with"
	if half == "" && !first.colon && (!bare || first.packed || after.norm == "%") {
		return match{}
	}
	return m
}

// bareClock reads what is a time without any word before it: "9:30", "13:00-14:00", "10am", "10-11am", "0930" right
// behind a date.
func (p *parser) bareClock(i int) match {
	if p.tok(i).kind != tokNumber {
		return match{}
	}
	m, first, second, half, ok := p.clockSpan(i)
	if !ok {
		return match{}
	}
	if first.packed {
		dated := i > 0 && p.last == i // "23.11.26 0930"
		if (p.whole || dated) && p.src[p.tok(i).start] == '0' && p.tok(i).digits == 4 {
			return m
		}
		return match{}
	}
	if first.colon {
		return m
	}
	if written := p.tok(m.next-1).norm == "m" || p.tok(m.next-1).norm == "." || p.is(m.next-1, "am") ||
		p.is(m.next-1, "pm"); half != "" && written && first.minute <= 13*60 && (second.next == 0 || second.minute <= 13*60) {
		return m
	}
	return match{}
}
