package when

import "time"

// dmy is a day as written; year is 0 when none is stated.
type dmy struct {
	day   int
	month time.Month
	year  int
	next  int
}

// valid reports that the day exists in the stated year, or in a leap year when none is stated.
func (x dmy) valid() bool {
	y := x.year
	if y == 0 {
		y = 2024
	}
	_, ok := NewDate(y, x.month, x.day)
	return x.next > 0 && ok
}

// notADateBefore stands before numbers that only look like dates.
var notADateBefore = words(`nr version ver v afsnit kapitel pkt punkt stk side sag sagsnr journalnr lov bilag
	section chapter page ratio`)

// numeric reads 2026-12-03, 3/12, 3/12-26, 3/12 26, 3-12-2026, 03.12.2026, 3.12.26, 3.12. and, after "d.", 3.12.
// The day is first in every language.
func (p *parser) numeric(i int, pre prefix) (dmy, bool) {
	first, sep, second := p.tok(i), p.tok(i+1), p.tok(i+2)
	if first.kind != tokNumber || sep.kind != tokMark || !sep.glued || second.kind != tokNumber || !second.glued {
		return dmy{}, false
	}
	before := i - 1
	if p.is(before, ".") {
		before--
	}
	coded := p.word(before, notADateBefore)
	if first.digits == 4 {
		return p.isoDay(i, sep.norm)
	}
	if first.digits > 2 || second.digits > 2 {
		return dmy{}, false
	}
	x := dmy{day: first.num, month: time.Month(second.num), next: i + 3}
	ok := false
	switch sep.norm {
	case "/":
		x, ok = p.slashed(x, pre)
	case "-":
		x, ok = p.numericYear(x, "-")
	case ".":
		x, ok = p.dotted(x, i, pre)
	}
	return x, ok && x.valid() && !(coded && (x.year == 0 || p.tok(x.next-1).digits == 2))
}

func (p *parser) isoDay(i int, sep string) (dmy, bool) {
	if (sep != "-" && sep != "/") || !p.mark(i+3, sep) {
		return dmy{}, false
	}
	month, _ := p.small(i + 2)
	day, ok := p.small(i + 4)
	x := dmy{day, time.Month(month), p.tok(i).num, i + 5}
	return x, ok && p.tok(i+4).glued && p.tok(i+2).digits <= 2 && x.year >= 1900 && x.year <= 2100 && x.valid()
}

// slashed finishes 3/12.
func (p *parser) slashed(x dmy, pre prefix) (dmy, bool) {
	for _, sep := range []string{"/", "-", "."} {
		if y, ok := p.numericYear(x, sep); ok {
			return y, true
		}
	}
	if y, next, ok := p.looseYear(x.next); ok {
		x.year, x.next = y, next
		return x, true
	}
	cued := pre.the || pre.onDa || pre.onEn || p.cue != Nearest
	if x.day == 24 && x.month == time.July && !cued { // "24/7" is round the clock
		return x, false
	}
	return x, !p.fractional(x)
}

// fractional reports "1/2 time", "3/4 af" and "2 1/2".
func (p *parser) fractional(x dmy) bool {
	if x.day >= int(x.month) || x.month > 4 || p.tok(x.next-1).digits > 1 {
		return false
	}
	before := p.tok(x.next - 4)
	return p.word(x.next, fractionNouns) || p.word(x.next, measures) || p.tok(x.next).norm == "%" ||
		before.kind == tokNumber && !p.weekNumber(x.next-4)
}

func (p *parser) weekNumber(i int) bool { return p.word(i-1, weekWords) }

// numericYear takes the year written directly after sep: two digits are of this century.
func (p *parser) numericYear(x dmy, sep string) (dmy, bool) {
	y := p.tok(x.next + 1)
	if !p.mark(x.next, sep) || y.kind != tokNumber || !y.glued {
		return x, false
	}
	if sep == "-" && p.mark(x.next+2, "/") { // "3/12-5/12" is two days
		return x, false
	}
	switch {
	case y.digits == 2:
		x.year = 2000 + y.num
	case y.digits == 4 && y.num >= 1900 && y.num <= 2100:
		x.year = y.num
	default:
		return x, false
	}
	x.next += 2
	return x, true
}

// dotted finishes 3.12, which is a date only with a year, a closing dot or "d." before it: "2.5" is a number.
func (p *parser) dotted(x dmy, i int, pre prefix) (dmy, bool) {
	if y, ok := p.numericYear(x, "."); ok {
		return y, true
	}
	dot := p.mark(x.next, ".")
	if dot {
		x.next++
	}
	if y, ok := p.fullYear(x.next); ok && !p.tok(x.next).glued {
		x.year, x.next = y, x.next+1
		return x, true
	}
	if pre.the || p.whole && dot {
		return x, true
	}
	after := p.tok(x.next)
	closing := after.kind == 0 || after.kind == tokBreak || after.capital // the dot may end the sentence
	return x, dot && (!closing || p.tok(i+2).digits == 2 || p.cue != Nearest)
}

// looseYear is a year after a space, with or without a comma: "3/12 26", "1/9 2015", "3. december, 2026",
// "20/11 sidste år". Two digits may as well be a count ("20/11 12 smede"), so they must be near and stand alone.
func (p *parser) looseYear(i int) (year, next int, ok bool) {
	k := i
	if p.mark(k, ",") {
		k++
	}
	if y, ok := p.fullYear(k); ok && !p.mark(k+1, ":") {
		return y, k + 1, true
	}
	if k == i {
		if y, next, ok := p.relativeYear(i); ok {
			return y, next, ok
		}
	}
	if k == i && isApostrophe(p.tok(k).norm) {
		k++
	} else if k > i {
		return 0, 0, false
	}
	t, n := p.tok(k), p.tok(k+1)
	if t.kind != tokNumber || t.digits != 2 || k == i && t.glued {
		return 0, 0, false
	}
	y := 2000 + t.num
	alone := n.kind == 0 || n.kind == tokBreak || n.norm == "kl" || n.norm == "," || n.norm == ")" ||
		n.norm == "." && p.tok(k+2).kind != tokNumber
	return y, k + 1, y >= p.today.Year-10 && y <= p.today.Year+10 && alone
}
