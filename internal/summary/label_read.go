package summary

import (
	"strings"
	"unicode"
)

func (d *document) onLine(l line) (field string, label, value span) {
	low := d.low[l.from:l.to]
	colon := strings.IndexAny(firstBytes(low, longestLabel+60), ":?")
	if colon > 0 && colon+1 < len(low) {
		if f := labelOf(low[:colon]); f != "" {
			from := l.from + colon + 1
			from += len(d.text[from:l.to]) - len(strings.TrimLeft(d.text[from:l.to], " \t"))
			return f, span{l.from, l.from + colon}, span{from, d.paragraph(l)}
		}
	}
	if len(l.cells) > 2 && numbering.MatchString(d.text[l.cells[0].from:l.cells[0].to]+" ") { // "A7	Total costs	DKK 1,000"
		l.cells = l.cells[1:]
	}
	if len(l.cells) > 1 {
		if f := labelOf(d.low[l.cells[0].from:l.cells[0].to]); f != "" {
			return f, l.cells[0], span{l.cells[1].from, l.to}
		}
	}
	for i := 0; i < len(low) && i <= longestLabel; i++ {
		if low[i] == ' ' && i+1 < len(low) && (low[i+1] >= '0' && low[i+1] <= '9' || labelOf(low[:i]) != "" && startsWithDate(low[i+1:])) {
			f := labelOf(low[:i])
			if f == "title" || f == "applicant" || f == "body" || f == "name" {
				break // "Projekt 1: …" is one of several
			}
			return f, span{l.from, l.from + i}, span{l.from + i + 1, l.to}
		}
	}
	return d.beforeName(l)
}

// runTogether reads the labels of a form whose lines the conversion ran together: "Titel: X Ansøger: Y Periode: Z".
func (d *document) runTogether(l line) []labelled {
	var list []labelled
	for i := l.from; i < l.to; i++ {
		if d.text[i] != ':' {
			continue
		}
		best := span{}
		f, words := "", 0
		for at := i; at > l.from && words < 5 && i-at <= longestLabel; {
			_, from := wordBefore(d.text, at)
			if from == at {
				break
			}
			if at, words = from, words+1; unicode.IsUpper(first(d.text[at:])) && labelOf(d.low[at:i]) != "" {
				f, best = labelOf(d.low[at:i]), span{at, i}
			}
		}
		if f == "" {
			continue
		}
		if len(list) > 0 {
			list[len(list)-1].value.to = max(list[len(list)-1].value.from, best.from)
		}
		list = append(list, labelled{f, best, span{spaces(d.text, i+1), l.to}})
	}
	return list
}

// beforeName reads "Ansøger Fiktiv Teknisk Skole": a row of two cells whose gap the conversion did not keep.
func (d *document) beforeName(l line) (field string, label, value span) {
	if l.joined || l.bullet || l.to-l.from > 120 || strings.HasSuffix(d.text[l.from:l.to], ".") {
		return "", span{}, span{}
	}
	for i := l.from; i < l.to && i-l.from <= longestLabel; i++ {
		if d.text[i] != ' ' || !unicode.IsUpper(first(d.text[i+1:])) {
			continue
		}
		if f := labelOf(d.low[l.from:i]); (f == "applicant" || f == "contact" || f == "title" && has(d.low[l.from:i], "*titel", "*navn", "*title", "name")) && strings.Contains(d.text[i+1:l.to], " ") {
			return f, span{l.from, i}, span{i + 1, l.to}
		}
	}
	return "", span{}, span{}
}
