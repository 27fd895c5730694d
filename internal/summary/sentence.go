package summary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations end in a full stop that ends no sentence. What "kr." and its like end depends on what follows.
var abbreviations = strings.Fields(`bl.a fx f.eks jf ca mio mia mill pct nr inkl ekskl hhv mv m.v m.m osv evt tlf pr dvs pga mfl m.fl st dr kl
	stk afsn max min t d vedr iht i.h.t ift if o.lign o.l ang art bilag cf e.g i.e no approx incl vs tel sdr ndr nr. kap sek afd adm dir
	ekskl. tidl pkt stk. eks jr sr prof cand mag frk hr fr s p`)

// abbreviated reports whether the full stop before at belongs to an abbreviation.
func (d *document) abbreviated(at int) bool {
	if at < 2 || d.text[at-1] != '.' {
		return false
	}
	from := at - 1
	for from > 0 && at-from < 24 && d.text[from-1] > ' ' && d.text[from-1] != '(' {
		from--
	}
	word := d.low[from : at-1]
	return slices.Contains(abbreviations, word)
}

// ordinal reports whether the full stop before at follows one or two figures: "den 28."
func ordinal(low string, at int) bool {
	return at > 2 && low[at-1] == '.' && low[at-2] >= '0' && low[at-2] <= '9' && (low[at-3] == ' ' || at > 3 && low[at-4] == ' ')
}

// sentences cuts a paragraph. A full stop ends a sentence before a capital or a quotation mark.
func (d *document) sentences(p span) {
	from := p.from
	for i := p.from; i < p.to-1; i++ {
		c := d.text[i]
		if c != '.' && c != '!' && c != '?' || d.text[i+1] > ' ' {
			continue
		}
		next := i + 1
		for next < p.to && d.text[next] <= ' ' {
			next++
		}
		r, _ := utf8.DecodeRuneInString(d.text[next:p.to])
		if !unicode.IsUpper(r) && r != '"' && r != '(' && !(unicode.IsDigit(r) && d.fullWord(i)) || i-from < 4 || d.abbreviated(i+1) {
			continue
		}
		d.sents = append(d.sents, span{from, i + 1})
		from = next
	}
	if from < p.to {
		d.sents = append(d.sents, span{from, p.to})
	}
}

// fullWord reports a word of five letters or more before the full stop at i: no abbreviation, so a figure may begin the
// next sentence.
func (d *document) fullWord(i int) bool {
	w, at := wordBefore(d.text, i)
	return len(w) > 3 && at+len(w) == i
}

// sentence is the sentence in which the byte lies.
func (d *document) sentence(at int) span {
	i, _ := slices.BinarySearchFunc(d.sents, at, func(s span, at int) int { return s.to - 1 - at })
	if i < len(d.sents) {
		return d.sents[i]
	}
	return span{at, at}
}

// lineAt is the index of the line in which the byte lies.
func (d *document) lineAt(at int) int {
	i, _ := slices.BinarySearchFunc(d.lines, at, func(l line, at int) int { return l.to - 1 - at })
	return min(i, len(d.lines)-1)
}
