package summary

import (
	"slices"
	"strings"

	"samspil/internal/text"
)

// sentences compares each sentence of a summary.
func (p *proof) sentences(key, summary string, lang text.Lang) {
	if summary == "" {
		return
	}
	d := parse([]Page{{1, visible(summary)}})
	d.lang = lang
	for i, s := range d.sents {
		p.checked++
		if what, words := p.sentence(d, s); what != "" {
			p.miss(key, i, what, words)
		}
	}
}

// sentence gives the first thing in it that the document does not say.
func (p *proof) sentence(d *document, s span) (what, words string) {
	if instructs(d.low[s.from:s.to]) || linked(d.text[s.from:s.to]) || addressed(d.text[s.from:s.to]) || p.decides(d.low[s.from:s.to]) {
		return "role", d.words(s)
	}
	sums := d.scanSums(s)
	used := []span{}
	for i, a := range sums {
		used = append(used, a.span)
		if !slices.ContainsFunc(p.sums, func(b sum) bool { return b.same(a.Amount) }) {
			return "amount", a.Text
		}
		if !inQuotes(d, s, a.span) && p.misplaced(d.roles(sums, i), a.Amount) {
			return "role", a.Text
		}
	}
	for _, at := range d.days(s) {
		used = append(used, at.span)
		if !p.dated(d, at) || p.misdated(d, s, at) {
			return "date", d.words(at.span)
		}
	}
	for _, m := range quoted.FindAllStringSubmatchIndex(d.text[s.from:s.to], -1) {
		at := span{s.from + m[2], s.from + m[3]}
		if !p.stands(d.text[at.from:at.to]) {
			return "quote", d.text[at.from:at.to]
		}
		used = append(used, at)
	}
	for _, n := range d.countsIn(s) {
		used = append(used, span{n.from, n.from + len(d.low[n.from:n.to]) - len(n.role)})
		if !p.counted(n, d.lang) {
			return "number", d.words(n.span)
		}
	}
	if w := p.otherNumber(d, s, used); w != "" {
		return "number", w
	}
	if w := p.otherName(d, s, used); w != "" {
		return "name", w
	}
	if w := p.otherPlace(d, s); w != "" {
		return "role", w
	}
	return p.applies(d, s)
}

// dated reports whether the document has the date.
func (p *proof) dated(d *document, at day) bool {
	for _, s := range p.d.sents {
		all := p.d.days(s)
		for i, o := range all {
			if at.year == 0 && !at.words && o.month == at.month && o.day == at.day {
				return true // nobody said the year
			}
			if o.year == 0 && i+1 < len(all) {
				o.year = all[i+1].year
			}
			if o.words == at.words && (!at.words && o.iso() == at.iso() || at.words && strings.EqualFold(p.d.words(o.span), d.words(at.span))) {
				return true
			}
		}
	}
	return false
}

// broad are the nouns that any count of their kind may be called by.
var broad = []string{"deltagere", "personer", "job", "arbejdspladser", "virksomheder", "participants", "people", "jobs", "companies", "mennesker"}

// sameWords reports whether what a number counts is called the same, endings aside: 700 who start are not 700 unskilled.
func sameWords(said, stated string) bool {
	if slices.Contains(broad, strings.ToLower(said)) {
		return true
	}
	for _, a := range strings.Fields(strings.ToLower(said)) {
		for _, b := range strings.Fields(strings.ToLower(stated)) {
			if n := min(len(a), len(b), 5); n > 3 && a[:n] == b[:n] {
				return true
			}
		}
	}
	return strings.EqualFold(said, stated)
}

// counted reports whether the document counts that many of the kind anywhere.
func (p *proof) counted(n count, lang text.Lang) bool {
	for _, s := range p.d.sents {
		for _, o := range p.d.countsIn(s) {
			if o.n == n.n && o.kind == n.kind && (lang != p.d.lang || sameWords(n.role, o.role)) {
				return true
			}
		}
	}
	for _, l := range p.d.lines {
		if p.numbers(l, n.kind, func(f Field[int]) bool { return f.Value == n.n }) {
			return true
		}
	}
	return slices.ContainsFunc(p.d.with(n.kind), func(l labelled) bool {
		g, ok := p.d.cell(span{l.value.from, p.d.firstLine(l.value).to})
		return ok && int(g.digits) == n.n
	})
}
