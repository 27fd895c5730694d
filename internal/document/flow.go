package document

import "strings"

// flow is what the walkers of Word and OpenDocument texts share: paragraphs, some of them in the cells of tables.
type flow struct {
	paragraphs
	tables
}

// closed is a paragraph that was read to its end.
type closed struct {
	text, hidden  string
	list, heading bool
}

// closeParagraph sends a paragraph to the note, the cell or the page it stands in; note is nil outside notes.
func (f *flow) closeParagraph(p closed, note func(text string)) error {
	f.hide(p.hidden)
	if strings.TrimSpace(p.text) == "" {
		return nil
	}
	if p.list {
		p.text = "• " + p.text
	}
	if note != nil {
		note(p.text)
		return nil
	}
	if r := f.tables.top(); r != nil {
		r.cell = append(r.cell, p.text)
		return nil
	}
	return f.add(p.text, p.heading)
}
