package summary

import (
	"slices"
	"strings"
)

// shortName is the most bytes of a name that must stand as a word of its own: "LO" stands in "Lolland".
const shortName = 4

// holdsName reports whether a span has the name; "Region Sjælland" may stand as "Region Sjællands", and with other
// spellings of å in the name of a municipality.
func (p *proof) holdsName(s span, name string) bool {
	words := squeeze(p.d.low[s.from:s.to], s.from)
	want := squeezedWords(name)
	switch {
	case want == "":
		return false
	case len(want) <= shortName:
		return has(p.d.low[s.from:s.to], strings.ToLower(name)+"$")
	}
	return p.d.whole(words, want) || p.d.whole(words, strings.ReplaceAll(want, "aa", "å")) || want == "københavn" && strings.Contains(words.text, "copenhagen") ||
		strings.HasPrefix(want, "region") && strings.Contains(words.text, "region") && p.d.whole(words, strings.TrimPrefix(want, "region"))
}

// holdsPeriod reports whether both ends stand in the span or, when they have labels of their own, near it.
func (p *proof) holdsPeriod(s span, want Period) bool {
	wide := span{s.from, min(len(p.d.text), s.to+longestQuote)}
	return (want.From == "" || p.holdsDate(s, want.From)) && (want.To == "" || p.holdsDate(wide, want.To) || p.labelledEnd(want.To))
}

func (p *proof) labelledEnd(iso string) bool {
	return slices.ContainsFunc(p.d.with("end"), func(l labelled) bool { return p.holdsDate(l.value, iso) })
}

// holdsDate reports whether the span states the day, exactly as far as iso does. A day without a year takes that of
// the next date.
func (p *proof) holdsDate(s span, iso string) bool {
	all := p.d.days(s)
	for i, at := range all {
		if at.year == 0 && i+1 < len(all) {
			at.year = all[i+1].year
		}
		if at.words && strings.EqualFold(p.d.words(at.span), iso) || !at.words && at.iso() == iso {
			return true
		}
	}
	m := triggers.FindStringSubmatch(p.d.low[s.from:s.to])
	return m != nil && strings.EqualFold(m[1], iso)
}

// holdsCount reports whether the span counts that many of that kind, or has the number behind a label of the kind.
func (p *proof) holdsCount(s span, key string, f Field[int]) bool {
	kind := strings.TrimPrefix(key, "participants.")
	for _, n := range p.d.countsIn(s) {
		if n.n == f.Value && n.kind == kind && (f.Role == n.role || f.Role == "") && !has(p.d.low[max(s.from, n.from-60):n.from], background...) {
			return true
		}
	}
	for _, l := range p.d.lines {
		if l.from < s.to && s.from < l.to && p.numbers(l, kind, func(g Field[int]) bool { return g.Value == f.Value && (g.Role == f.Role || f.Role == "") }) {
			return true
		}
	}
	for _, l := range p.d.with(kind) {
		if g, ok := p.d.cell(span{l.value.from, p.d.firstLine(l.value).to}); ok && int(g.digits) == f.Value && l.label.from < s.to && s.from < l.value.to {
			return f.Role == "" || f.Role == p.d.words(l.label)
		}
	}
	return false
}

// numbers reports whether a line gives a number of that kind for which ok holds.
func (p *proof) numbers(l line, kind string, ok func(Field[int]) bool) bool {
	var c Card
	p.d.numbered(&c, l)
	return slices.ContainsFunc(map[string]List[int]{"jobs": c.Jobs, "participants": c.Participants, "companies": c.Companies}[kind], ok)
}
