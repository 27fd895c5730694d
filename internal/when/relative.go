package when

import (
	"strings"
	"time"
)

// dayPhrases are days counted from today. The longest phrase wins.
var dayPhrases = phrases(map[string]int{
	"i forgårs": -2, "forgårs": -2, "iforgårs": -2, "the day before yesterday": -2, "day before yesterday": -2,
	"i går": -1, "igår": -1, "yesterday": -1, "i aftes": -1, "last night": -1,
	"i dag": 0, "idag": 0, "today": 0, "dags dato": 0, "i morges": 0, "i formiddag": 0, "i formiddags": 0,
	"i eftermiddag": 0, "i aften": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
	"i morgen": 1, "imorgen": 1, "tomorrow": 1,
	"i overmorgen": 2, "overmorgen": 2, "iovermorgen": 2, "the day after tomorrow": 2, "day after tomorrow": 2,
})

type phrase struct {
	norms  []string
	offset int
}

// phrases files each phrase, in every spelling, under its first word.
func phrases(list map[string]int) map[string][]phrase {
	filed := map[string][]phrase{}
	for text, offset := range list {
		for _, v := range spellings(text) {
			w := strings.Fields(v)
			filed[w[0]] = append(filed[w[0]], phrase{w, offset})
		}
	}
	return filed
}

func (p *parser) dayPhrase(i int) match {
	if p.is(i, "d") && p.mark(i+1, ".") && p.is(i+2, "d") && p.tok(i+2).glued { // "d.d.": dags dato
		return found(oneDay(p.today), PrecisionDay, Nearest, p.skipDot(i+3))
	}
	var best match
	for _, f := range dayPhrases[p.tok(i).norm] {
		if !p.seq(i, f.norms...) || i+len(f.norms) <= best.next {
			continue
		}
		own := Nearest
		if f.offset != 0 {
			own = Future
			if f.offset < 0 {
				own = Past
			}
		}
		best = found(oneDay(p.today.AddDays(f.offset)), PrecisionDay, own, i+len(f.norms))
	}
	return best
}

type unit int

const (
	minutes unit = iota + 1
	hours
	days
	workdays
	weeks
	monthsUnit
	quarters
	halfYears
	years
)

var units = table(map[string]unit{
	"min minut minutter minute minutes": minutes, "time timer hour hours": hours, "dag dage day days": days,
	"arbejdsdag arbejdsdage hverdag hverdage workday workdays": workdays, "uge uger week weeks wk wks": weeks,
	"måned måneder mdr md month months": monthsUnit, "kvartal kvartaler quarter quarters": quarters,
	"halvår": halfYears, "år year years": years,
})

// amount is "14 dage", "to uger", "et par dage", "et halvt år".
type amount struct {
	n, alt int // alt is the second reading of "et par", else 0
	unit   unit
	next   int
}

// mostUnits and mostWorkdays bound the number before a unit: more is no date that anyone means, and workdays are
// counted one by one.
const (
	mostUnits    = 1000
	mostWorkdays = 100
)

func (p *parser) amount(i int) (a amount, ok bool) {
	switch {
	case p.seq(i, "et", "halvt", "aar") || p.seq(i, "et", "halvt", "ar"):
		return amount{n: 1, unit: halfYears, next: i + 3}, true
	case p.seq(i, "halve", "aar") || p.seq(i, "halve", "ar"): // "det seneste halve år"
		return amount{n: 1, unit: halfYears, next: i + 2}, true
	case p.seq(i, "half", "a", "year"):
		return amount{n: 1, unit: halfYears, next: i + 3}, true
	case p.seq(i, "et", "par"):
		a.n, a.alt, i = 2, 3, i+2
	case p.seq(i, "a", "couple", "of"):
		a.n, a.alt, i = 2, 3, i+3
	case p.tok(i).kind == tokNumber:
		a.n, i = p.tok(i).num, i+1
	default:
		w, known := numberWords[p.tok(i).norm]
		if !known {
			return a, false
		}
		a.n, i = w.n, i+1
	}
	if p.is(i, "working") && p.is(i+1, "days") || p.is(i, "business") && p.is(i+1, "days") {
		a.unit, a.next = workdays, i+2
		return a, a.n >= 0 && a.n <= mostWorkdays
	}
	u := units[p.tok(i).norm]
	a.unit, a.next = u, i+1
	if n := p.tok(i).norm; n == "mdr" || n == "md" || n == "min" {
		a.next = p.skipDot(i + 1)
	}
	return a, u != 0 && a.n >= 0 && a.n <= mostUnits && (u != workdays || a.n <= mostWorkdays)
}

// shift counts n units from d. Weeks are seven days: "om 14 dage" and "om to uger" are the
// same weekday.
func shift(d Date, n int, u unit) Date {
	switch u {
	case days:
		return d.AddDays(n)
	case workdays:
		return AddWorkdays(d, n)
	case weeks:
		return d.AddDays(7 * n)
	case monthsUnit:
		return addMonths(d, n)
	case quarters:
		return addMonths(d, 3*n)
	case halfYears:
		return addMonths(d, 6*n)
	}
	return addMonths(d, 12*n)
}

// relative reads "om 14 dage", "in two weeks" and "two weeks from now".
func (p *parser) relative(i int) match {
	if p.is(i, "om") || p.is(i, "in") {
		if m := p.length(i + 1); m.next > 0 {
			return p.clockFromNow(m.Minutes, m.next)
		}
		if a, ok := p.amount(i + 1); ok {
			return p.fromNow(a, 1, a.next)
		}
	}
	if m := p.length(i); m.next > 0 && p.seq(m.next, "from", "now") {
		return p.clockFromNow(m.Minutes, m.next+2)
	}
	if a, ok := p.amount(i); ok && p.seq(a.next, "from", "now") {
		return p.fromNow(a, 1, a.next+2)
	}
	return match{}
}

// ago reads "for 3 dage siden", "3 dage siden" and "3 days ago".
func (p *parser) ago(i int) match {
	k := i
	if p.is(i, "for") {
		k++
	}
	if m := p.length(k); m.next > 0 && p.word(m.next, agoWords) {
		return p.clockFromNow(-m.Minutes, m.next+1)
	}
	if a, ok := p.amount(k); ok && p.word(a.next, agoWords) {
		return p.fromNow(a, -1, a.next+1)
	}
	return match{}
}

func (p *parser) fromNow(a amount, sign, next int) match {
	own := Future
	if sign < 0 {
		own = Past
	}
	if a.unit <= hours { // read as a length before
		return match{}
	}
	d := shift(p.today, sign*a.n, a.unit)
	if own == Past && a.unit >= monthsUnit { // "for 3 måneder siden" names no day
		return found(months(d.Year, d.Month, 0, 1), PrecisionMonth, own, next)
	}
	m := found(oneDay(d), PrecisionDay, own, next)
	if a.alt == 0 {
		return m
	}
	other := shift(p.today, sign*a.alt, a.unit)
	if other.Before(d) {
		return m.among(other, d)
	}
	return m.among(d, other)
}

// clockFromNow is the time of day so many minutes from now, or the day when that is not today.
func (p *parser) clockFromNow(n, next int) match {
	own := Future
	if n < 0 {
		own = Past
	}
	t := p.now.Add(time.Duration(n) * time.Minute)
	if d := DateOf(t); d != p.today {
		return found(oneDay(d), PrecisionDay, own, next)
	}
	m := clockMatch(t.Hour()*60+t.Minute(), -1, next)
	m.Direction = own
	return m
}

// within reads "inden for 14 dage" and "within two weeks": from today to the last of them.
func (p *parser) within(i int) match {
	k := i
	switch {
	case p.seq(i, "inden", "for"):
		k = i + 2
	case p.is(i, "indenfor") || p.is(i, "within"):
		k = i + 1
	default:
		return match{}
	}
	if p.is(k, "the") || p.is(k, "next") || p.is(k, "de") || p.is(k, "naeste") {
		k++
	}
	if a, ok := p.amount(k); ok && a.unit > hours {
		return found(span{p.today, shift(p.today, a.n, a.unit)}, PrecisionSpan, Future, a.next)
	}
	return match{}
}

// rest reads "resten af året", "rest of the month".
func (p *parser) rest(i int) match {
	if !(p.is(i, "resten") || p.is(i, "rest")) || !p.word(i+1, ofWords) {
		return match{}
	}
	k := i + 2
	if p.is(k, "the") || p.word(k, thisWords) {
		k++
	}
	if u := definiteUnits[p.tok(k).norm]; u != 0 {
		return found(span{p.today, unitSpan(p.today, u, 0).to}, PrecisionSpan, Future, k+1)
	}
	return match{}
}
