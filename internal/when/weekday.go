package when

import "time"

// weekdayName is a weekday's name and how far it can be trusted alone.
type weekdayName struct {
	day     time.Weekday
	short   bool // an abbreviation: needs a cue beside it
	risky   bool // an abbreviation that is also a common word ("man", "sun"): needs the strongest cue
	english bool
}

var weekdays = table(map[string]weekdayName{
	"mandag": {day: time.Monday}, "monday": {day: time.Monday, english: true},
	"man": {time.Monday, true, true, false}, "mon": {time.Monday, true, true, true},
	"tirsdag": {day: time.Tuesday}, "tuesday": {day: time.Tuesday, english: true},
	"tirs tir": {time.Tuesday, true, false, false}, "tue tues": {time.Tuesday, true, false, true},
	"onsdag": {day: time.Wednesday}, "wednesday": {day: time.Wednesday, english: true},
	"ons": {time.Wednesday, true, false, false}, "wed weds": {time.Wednesday, true, false, true},
	"torsdag": {day: time.Thursday}, "thursday": {day: time.Thursday, english: true},
	"tors": {time.Thursday, true, false, false}, "thu thur thurs": {time.Thursday, true, false, true},
	"fredag": {day: time.Friday}, "friday": {day: time.Friday, english: true},
	"fre": {time.Friday, true, false, false}, "fri": {time.Friday, true, true, true},
	"lørdag": {day: time.Saturday}, "saturday": {day: time.Saturday, english: true},
	"lør": {time.Saturday, true, false, false}, "sat": {time.Saturday, true, true, true},
	"søndag": {day: time.Sunday}, "sunday": {day: time.Sunday, english: true},
	"søn": {time.Sunday, true, true, false}, "sun": {time.Sunday, true, true, true},
})

// pastForms are the words of "i fredags".
var pastForms = table(map[string]time.Weekday{
	"mandags": time.Monday, "tirsdags": time.Tuesday, "onsdags": time.Wednesday, "torsdags": time.Thursday,
	"fredags": time.Friday, "lørdags": time.Saturday, "søndags": time.Sunday,
})

// pastWeekday reads "i fredags": the latest Friday before today.
func (p *parser) pastWeekday(i int) match {
	if !p.is(i, "i") {
		return match{}
	}
	if day, ok := pastForms[p.tok(i+1).norm]; ok {
		return found(oneDay(before(p.today, day)), PrecisionDay, Past, i+2)
	}
	return match{}
}

// before is the latest such weekday strictly before d.
func before(d Date, day time.Weekday) Date { return d.AddDays(-(int(d.Weekday()-day)+6)%7 - 1) }

// after is the first such weekday strictly after d.
func after(d Date, day time.Weekday) Date { return d.AddDays((int(day-d.Weekday())+6)%7 + 1) }

// inWeek is that weekday of d's ISO week.
func inWeek(d Date, day time.Weekday) Date { return MondayOf(d).AddDays((int(day) + 6) % 7) }

// weekday reads a weekday with or without a date, a week or a word such as "sidste" beside it.
func (p *parser) weekday(i int, pre prefix) match {
	if p.tok(i).kind != tokWord || pre.to && !p.whole {
		return match{}
	}
	w, ok := weekdays[p.tok(i).norm]
	if !ok || p.word(i-1, everyWords) || p.is(i-1, "om") {
		return match{}
	}
	next := i + 1
	if w.short {
		next = p.skipDot(next)
	}
	k := next
	if p.mark(k, ",") {
		k++
	}
	if m := p.weekdayDate(w, k); m.next > 0 {
		return m
	}
	if m := p.weekPhrase(k); m.next > 0 && m.From.AddDays(6) == m.To &&
		(!w.risky || p.word(k, weekWords) || p.whole) {
		return found(oneDay(inWeek(m.From, w.day)), PrecisionDay, m.Direction, m.next)
	}
	if m := p.weekdayIn(w, next); m.next > 0 {
		return m
	}
	if w.short && !p.whole && !p.cued(w, i, next, pre) {
		return match{}
	}
	return p.rankedWeekday(w.day, pre, next)
}

// cued reports what an abbreviation needs beside it: a small word of its own language before, or a clock after.
func (p *parser) cued(w weekdayName, i, next int, pre prefix) bool {
	if p.is(next, "kl") || p.is(next, "klokken") {
		return !w.english
	}
	if t := p.tok(next + 1); p.tok(next).kind == tokNumber && (p.mark(next+1, ":") || t.norm == "am" || t.norm == "pm") {
		return true
	}
	if p.cue != Nearest && !(w.risky && p.is(i-1, "by")) {
		return true
	}
	if w.english {
		return pre.onEn && !pre.the || p.is(i-1, "next") || p.is(i-1, "last") || p.is(i-1, "this")
	}
	return pre.onDa || pre.ranked()
}

// weekdayDate reads "fredag d. 27/11". A weekday that does not fit the date leaves the two to choose from.
func (p *parser) weekdayDate(w weekdayName, k int) match {
	pre, j := p.prefix(k)
	if pre.in || pre.to || pre.ranked() {
		return match{}
	}
	m := match{}
	if x, ok := p.dayAt(j, pre); ok {
		m = p.resolve(x)
		if x.year == 0 && m.From.Weekday() != w.day && m.Ambiguous { // the weekday may tell which year
			for _, c := range m.Candidates {
				if c.Weekday() == w.day {
					return found(oneDay(c), PrecisionDay, Nearest, m.next)
				}
			}
		}
	} else if pre.the {
		m = p.dayOfMonth(j, pre)
		for _, c := range m.Candidates {
			if c.Weekday() == w.day {
				return found(oneDay(c), PrecisionDay, Nearest, m.next)
			}
		}
	}
	if m.next == 0 || m.From.Weekday() == w.day {
		m.Ambiguous, m.Candidates = false, nil
		return m
	}
	near := inWeek(m.From, w.day)
	if near.Before(m.From) {
		return m.among(near, m.From)
	}
	return m.among(m.From, near)
}

// weekdayIn reads "fredag om 14 dage", "fredag om 8 dage" (a week) and "Friday in two weeks".
func (p *parser) weekdayIn(w weekdayName, k int) match {
	if !p.is(k, "om") && !p.is(k, "in") {
		return match{}
	}
	a, ok := p.amount(k + 1)
	n := 0
	switch {
	case ok && a.unit == weeks:
		n = a.n
	case ok && a.unit == days && (a.n == 8 || a.n == 14):
		n = a.n / 7
	default:
		return match{}
	}
	counted, inThat := after(p.today, w.day).AddDays(7*n), inWeek(p.today.AddDays(7*n), w.day)
	m := found(oneDay(counted), PrecisionDay, Future, a.next)
	if counted != inThat {
		return m.among(inThat, counted)
	}
	return m
}

// rankedWeekday settles which week a weekday without a date lies in.
func (p *parser) rankedWeekday(day time.Weekday, pre prefix, next int) match {
	prev, foll := before(p.today, day), after(p.today, day)
	one := func(d Date, own Direction) match { return found(oneDay(d), PrecisionDay, own, next) }
	switch {
	case pre.last:
		m := one(prev, Past)
		if !prev.Before(MondayOf(p.today)) && (p.is(next-2, "last") || p.is(next-2, "forrige")) {
			return m.among(prev.AddDays(-7), prev) // earlier this week, or in the week before
		}
		return m
	case pre.next && (p.is(next-2, "naeste") || p.is(next-2, "naste") || p.is(next-2, "next")):
		if sunday := MondayOf(p.today).AddDays(6); !foll.After(sunday) {
			return one(foll.AddDays(7), Future).among(foll, foll.AddDays(7))
		}
		return one(foll, Future)
	case pre.next:
		return one(foll, Future)
	case pre.this && p.cue == Nearest:
		return one(inWeek(p.today, day), Nearest)
	}
	return p.bareWeekday(day, pre.own(), next)
}

// bareWeekday is "fredag" and "på fredag". On the day itself it stays open whether today is meant, since people
// then say "i dag": a wrong date written down in silence costs more than a question.
func (p *parser) bareWeekday(day time.Weekday, own Direction, next int) match {
	prev, foll, same := before(p.today, day), after(p.today, day), p.today.Weekday() == day
	m := found(oneDay(foll), PrecisionDay, own, next)
	switch p.direction(own) {
	case Future:
		if same {
			return m.among(p.today, foll)
		}
		return m
	case Past:
		m.From, m.To = prev, prev
		if same {
			return m.among(prev, p.today)
		}
		return m
	}
	if same {
		m.From, m.To = p.today, p.today
		return m.among(p.today, foll)
	}
	if p.today.Sub(prev) < foll.Sub(p.today) {
		m.From, m.To = prev, prev
	}
	return m.among(prev, foll)
}

// weekWeekday reads "uge 47 torsdag", "next week wed".
func (p *parser) weekWeekday(i int) match {
	m := p.weekPhrase(i)
	if m.next == 0 || m.From.AddDays(6) != m.To {
		return match{}
	}
	k := m.next
	if p.mark(k, ",") {
		k++
	}
	if p.is(k, "on") || p.is(k, "paa") || p.is(k, "pa") {
		k++
	}
	w, ok := weekdays[p.tok(k).norm]
	if !ok || w.risky && p.tok(k+1).kind == tokWord && !p.is(k+1, "kl") {
		return match{}
	}
	next := k + 1
	if w.short {
		next = p.skipDot(next)
	}
	return found(oneDay(inWeek(m.From, w.day)), PrecisionDay, m.Direction, next)
}
