package when

// calendarDay reads a day of a month, in figures or with the month's name, and ranges of such days.
func (p *parser) calendarDay(i int, pre prefix) match {
	if pre.to || pre.ranked() {
		return match{}
	}
	if m := p.dayRange(i, pre); m.next > 0 {
		return m
	}
	x, ok := p.dayAt(i, pre)
	if !ok {
		return match{}
	}
	if m := p.secondDay(i, x); m.next > 0 {
		return m
	}
	return p.resolve(x)
}

// dayAt is the longest of the forms of one day.
func (p *parser) dayAt(i int, pre prefix) (dmy, bool) {
	x, ok := p.numeric(i, pre)
	if y, named := p.named(i); named && (!ok || y.next > x.next) {
		return y, true
	}
	return x, ok
}

// resolve finds the year of a day that states none.
func (p *parser) resolve(x dmy) match {
	if x.year != 0 {
		return found(oneDay(Date{x.year, x.month, x.day}), PrecisionDay, Nearest, x.next)
	}
	return p.choose(yearly(p.today, func(y int) (span, bool) {
		d, ok := NewDate(y, x.month, x.day)
		return oneDay(d), ok
	}), PrecisionDay, Nearest, x.next)
}

// secondDay reads the second day of "3/12-5/12", "3. dec - 5. dec 2026" and "December 3-5".
func (p *parser) secondDay(i int, x dmy) match {
	if !p.is(x.next, "-") {
		return match{}
	}
	if day, ok := p.small(x.next + 1); ok && p.tok(i).kind == tokWord && day > x.day {
		if y, ok := p.withYear(dmy{day: day, month: x.month, year: x.year, next: p.dayTail(x.next + 2)}); ok {
			return p.fromTo(x, y)
		}
	}
	y, ok := p.dayAt(x.next+1, prefix{})
	if !ok {
		return match{}
	}
	return p.fromTo(x, y)
}

// fromTo joins two days; the first takes its year from the second when only that has one.
func (p *parser) fromTo(x, y dmy) match {
	a, b := Date{x.year, x.month, x.day}, Date{y.year, y.month, y.day}
	if x.year == 0 && y.year != 0 {
		if a.Year = y.year; a.After(b) {
			a.Year--
		}
	} else if x.year == 0 {
		a = p.resolve(x).From
	}
	if y.year == 0 {
		if b.Year = a.Year; b.Before(a) {
			b.Year++
		}
	}
	_, ok := NewDate(a.Year, a.Month, a.Day)
	_, ok2 := NewDate(b.Year, b.Month, b.Day)
	if !ok || !ok2 || b.Before(a) {
		return match{}
	}
	return found(span{a, b}, PrecisionSpan, Nearest, y.next)
}

// dayRange reads "1.-15. marts", "1-15 March", "December 3-5", "10-12/3".
func (p *parser) dayRange(i int, pre prefix) match {
	day, ok := p.small(i)
	if !ok {
		return match{}
	}
	k := p.skipDot(i + 1)
	if p.is(k, "-") {
		if y, ok := p.dayAt(k+1, pre); ok && y.year != 0 || ok && p.tok(k+2).norm != "-" {
			x := dmy{day: day, month: y.month, year: y.year, next: k}
			if x.valid() && day < y.day {
				return p.fromTo(x, y)
			}
		}
	}
	return match{}
}

// dayTail steps over "." or "rd" after a day's number.
func (p *parser) dayTail(i int) int {
	if t := p.tok(i); t.glued && (t.norm == "st" || t.norm == "nd" || t.norm == "rd" || t.norm == "th" || t.norm == "te") {
		return i + 1
	}
	return p.skipDot(i)
}

// named reads "3. december", "3 Dec 2026", "3rd of December", "December 3rd, 2026" and "18. ds.".
func (p *parser) named(i int) (dmy, bool) {
	if p.tok(i).kind == tokWord {
		return p.monthFirst(i)
	}
	day, ok := p.small(i)
	if !ok {
		return dmy{}, false
	}
	k := p.dayTail(i + 1)
	if p.is(k, "ds") { // denne måned
		x := dmy{day, p.today.Month, p.today.Year, p.skipDot(k + 1)}
		return x, x.valid()
	}
	if p.is(k, "-") && p.tok(k).glued && p.tok(k+1).kind == tokWord { // "3-dec-2026"
		k++
	}
	if p.is(k, "of") || p.is(k, "i") {
		k++
	}
	if name, next, ok := p.monthAt(k); ok {
		return p.withYear(dmy{day: day, month: name.month, next: next})
	}
	return p.sharedMonth(day, k)
}

// sharedMonth reads the "3." of "3. og 4. december".
func (p *parser) sharedMonth(day, k int) (dmy, bool) {
	if !p.word(k, joinWords) && !p.mark(k, ",") && !p.is(k, "eller") && !p.is(k, "or") {
		return dmy{}, false
	}
	if _, ok := p.small(k + 1); !ok || !p.mark(k-1, ".") {
		return dmy{}, false
	}
	name, next, ok := p.monthAt(p.dayTail(k + 2))
	if !ok {
		return dmy{}, false
	}
	x, _ := p.withYear(dmy{day: day, month: name.month, next: next})
	x.next = k
	return x, x.valid()
}

func (p *parser) monthFirst(i int) (dmy, bool) {
	name, k, ok := p.monthAt(i)
	day, isDay := p.small(k)
	if !ok || !isDay || p.tok(k).glued && !p.mark(k-1, ".") {
		return dmy{}, false
	}
	next := k + 1
	if t := p.tok(next); t.glued && t.kind == tokWord {
		next = p.dayTail(next)
	} else if _, ok := p.yearAfterDay(next); ok {
		return p.withYear(dmy{day: day, month: name.month, next: next}) // "Nov 25, 2026"
	} else if name.danish || !name.english && p.tok(k).digits == 2 && day >= 20 || units[t.norm] != 0 || t.norm == "%" {
		return dmy{}, false // "januar 27" is a month with its year
	} else if p.mark(next, ":") || p.is(next, "am") || p.is(next, "pm") || p.mark(next, "/") {
		return dmy{}, false
	}
	return p.withYear(dmy{day: day, month: name.month, next: next})
}

// yearAfterDay is a year of four digits behind a day, with or without a comma.
func (p *parser) yearAfterDay(i int) (int, bool) {
	if p.mark(i, ",") {
		i++
	}
	return p.fullYear(i)
}

func (p *parser) withYear(x dmy) (dmy, bool) {
	k := x.next
	if p.mark(k, "-") {
		if y, ok := p.fullYear(k + 1); ok && p.tok(k+1).glued {
			x.year, x.next = y, k+2
			return x, x.valid()
		}
	}
	if y, next, ok := p.looseYear(k); ok {
		x.year, x.next = y, next
	}
	return x, x.valid()
}

// afterBareDay may follow "den 18."; any other word makes it an ordinal ("den 3. sektor").
var afterBareDay = words(`kl klokken at i om med på og til hos ved for fra hvor så er var skal from with and to in until
	if when where because eller or senest`)

// dayOfMonth reads "den 18.", "d. 18", "the 18th", "den 18. i denne måned".
func (p *parser) dayOfMonth(i int, pre prefix) match {
	day, ok := p.small(i)
	if !ok || !pre.the || day < 1 || day > 31 || pre.ranked() || pre.to {
		return match{}
	}
	next := p.dayTail(i + 1)
	if pr, j := p.prefix(next); pr.this || pr.next || pr.last {
		if m := p.unit(j, pr); m.Precision == PrecisionMonth {
			if d, ok := NewDate(m.From.Year, m.From.Month, day); ok {
				return found(oneDay(d), PrecisionDay, m.Direction, m.next)
			}
		}
	}
	certain := p.is(i-1, ".") || p.is(i-1, "d") // "d. 18"
	if t := p.tok(next); !certain && t.kind == tokWord && !afterBareDay[t.norm] || t.kind == tokNumber || t.norm == "-" {
		return match{}
	}
	var spans []span
	for n := -3; n <= 3; n++ {
		m := months(p.today.Year, p.today.Month, n, 1).from
		if d, ok := NewDate(m.Year, m.Month, day); ok {
			spans = append(spans, oneDay(d))
		}
	}
	m := p.choose(spans, PrecisionDay, Nearest, next)
	if p.direction(Nearest) == Nearest && m.From != p.today {
		return m.among(around(p.today, spans)...)
	}
	return m
}
