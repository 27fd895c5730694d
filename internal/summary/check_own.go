package summary

import (
	"strings"
	"unicode/utf8"

	"samspil/internal/text"
)

// own is the numbers of the document as written: all of them, those that are no part of a date or an amount, those that are
// percentages, and those that are written out.
type own struct{ all, apart, percent, spelt map[string]bool }

// mostLoose is the most characters of a number that must stand apart: "15" of "15. december" counts no courses.
const mostLoose = 3

func (p *proof) numbersOfOwn() own {
	if p.own.all != nil {
		return p.own
	}
	p.own = own{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	taken := make([]bool, len(p.d.low))
	take := func(s span) {
		for i := s.from; i < s.to; i++ {
			taken[i] = true
		}
	}
	for _, a := range p.sums {
		take(a.span)
	}
	for _, s := range p.d.sents {
		for _, at := range p.d.days(s) {
			take(at.span)
		}
	}
	eachNumber(p.d.low, func(s span) {
		w := p.d.low[s.from:s.to]
		p.own.all[w] = true
		if !taken[s.from] {
			p.own.apart[w] = true
		}
		if percentAt(p.d.low, s.to) {
			p.own.percent[w] = true
		}
	})
	eachWord(p.d.low, func(_ span, w string) { p.own.spelt[writtenOut[p.d.lang][w]] = true })
	return p.own
}

// knows reports whether the document has the number of a sentence that is neither an amount nor a date there.
func (o own) knows(low string, s span) bool {
	w := low[s.from:s.to]
	switch {
	case percentAt(low, s.to):
		return o.percent[w] || o.percent[otherPoint(w)]
	case len(w) <= mostLoose:
		return o.apart[w] || o.spelt[w]
	}
	return o.all[w]
}

// otherPoint is the number as the other language writes it.
func otherPoint(w string) string { return strings.NewReplacer(".", ",", ",", ".").Replace(w) }

func eachNumber(low string, do func(span)) {
	for i := 0; i < len(low); i++ {
		if low[i] >= '0' && low[i] <= '9' {
			end := numberEnd(low, i)
			do(span{i, end})
			i = end
		}
	}
}

func percentAt(low string, at int) bool {
	rest := strings.TrimLeft(firstBytes(low[at:], 12), " \n-")
	return startsWithAny(rest, []string{"%", "procent", "pct", "percent", "per cent"})
}

// writtenOut are the numbers that sentences write out, in Danish and English; "en" and "one" count nothing.
var writtenOut = map[text.Lang]map[string]string{
	text.Danish: valued(`to 2 tre 3 fire 4 fem 5 seks 6 syv 7 otte 8 ni 9 ti 10 elleve 11 tolv 12 tretten 13 fjorten 14 femten 15 seksten 16 sytten 17
		atten 18 nitten 19 tyve 20 tredive 30 fyrre 40 halvtreds 50 tres 60 halvfjerds 70 firs 80 halvfems 90 hundrede 100 hundreder 100 tusind 1000
		tusinde 1000 tusinder 1000 million 1000000 millioner 1000000 milliard 1000000000 milliarder 1000000000 snesevis 20`),
	text.English: valued(`two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16
		seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 hundreds 100
		thousand 1000 thousands 1000 million 1000000 millions 1000000 billion 1000000000 dozen 12 dozens 12`),
}

func valued(list string) map[string]string {
	all := map[string]string{}
	for words := strings.Fields(list); len(words) > 0; words = words[2:] {
		all[words[0]] = words[1]
	}
	return all
}

// otherWord is a number written out in a sentence that the document has neither in words nor in figures.
func (p *proof) otherWord(d *document, s span, used []span) string {
	numbers, missing := p.numbersOfOwn(), ""
	eachWord(d.low[s.from:s.to], func(at span, w string) {
		value, ok := writtenOut[d.lang][w]
		if ok && !within(span{s.from + at.from, s.from + at.to}, used) && !numbers.spelt[value] && !numbers.apart[value] && missing == "" {
			missing = w
		}
	})
	return missing
}

func within(s span, used []span) bool {
	for _, u := range used {
		if u.from <= s.from && s.from < u.to {
			return true
		}
	}
	return false
}

func eachWord(low string, do func(at span, w string)) {
	for i := 0; i < len(low); {
		w, end := word(low, i)
		if w != "" {
			do(span{i, end}, w)
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(low[i:])
		i += n
	}
}
