package summary

import "strings"

// trusted is the document without the paragraphs in which something reads like an order to a program. What a draft says is
// compared with this: a figure that somebody put there to steer a model stands in the document, and yet is not said by it.
func (d *document) trusted() *document {
	var steered []span
	for _, s := range d.sents {
		if instructs(d.low[s.from:s.to]) {
			steered = append(steered, d.steeredBy(s))
		}
	}
	if len(steered) == 0 {
		return d
	}
	pages := make([]Page, len(d.pages))
	for i, p := range d.pages {
		pages[i] = Page{p.Number, d.without(i, steered)}
	}
	t := parse(pages)
	t.lang = d.lang
	return t
}

// steeredBy is the paragraph in which a sentence begins and the one in which it ends.
func (d *document) steeredBy(s span) span {
	first, last := d.lineAt(s.from), d.lineAt(s.to-1)
	for first > 0 && d.lines[first].joined {
		first--
	}
	for last+1 < len(d.lines) && d.lines[last+1].joined {
		last++
	}
	return span{min(s.from, d.lines[first].from), max(s.to, d.lines[last].to)}
}

// without is the text of the page with that index, and an empty line in the place of each span.
func (d *document) without(page int, spans []span) string {
	start, end := d.starts[page], len(d.text)
	if page+1 < len(d.starts) {
		end = d.starts[page+1]
	}
	words := d.pages[page].Text
	var b strings.Builder
	from := 0
	for _, s := range spans {
		if s.to <= start || s.from >= end {
			continue
		}
		first, last := int(d.at[max(s.from, start)]), int(d.at[min(s.to, end-1)])
		if first > from {
			b.WriteString(words[from:first])
		}
		b.WriteString("\n\n")
		from = max(from, last)
	}
	return b.String() + words[from:]
}
