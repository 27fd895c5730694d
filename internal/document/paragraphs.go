package document

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// errEnough stops a parser when the text has become as long as it may.
var errEnough = errors.New("document: enough text")

// paragraphs collects the text of a file without pages.
type paragraphs struct {
	warnings
	limits Limits
	list   []paragraph
	runes  int
	cells  int // bytes of the cells of a row that is being read
	cut    bool
}

// mostParagraphs is how many paragraphs a text may have; what is beyond is cut as what is too long is.
const mostParagraphs = 20_000

// paragraph is a paragraph, a heading, or a row of a table. Its text may have line ends.
type paragraph struct {
	text    string
	heading bool
}

// add takes a paragraph; empty ones separate, and count as none.
func (ps *paragraphs) add(text string, heading bool) error {
	ps.cells = 0
	if left := max(ps.limits.Runes-ps.runes, 0); utf8.RuneCountInString(text) > left {
		if text = shortened(text, left); left == 0 {
			text = ""
		}
		ps.cut = true
	}
	ps.runes += utf8.RuneCountInString(text)
	if strings.TrimSpace(text) != "" {
		ps.list = append(ps.list, paragraph{text, heading})
	}
	if ps.cut = ps.cut || len(ps.list) >= mostParagraphs; ps.cut {
		return errEnough
	}
	return nil
}

// room says when the cells of a row that is not at its end yet hold more than a whole document may: bytes are
// counted, and given back with the row.
func (ps *paragraphs) room(bytes int) error {
	if ps.cells += bytes; ps.cells > 4*ps.limits.Runes {
		ps.cut = true
		return errEnough
	}
	return nil
}

// hide notes text that a reader of the file does not see.
func (ps *paragraphs) hide(text string) {
	if text = oneLine(cleanLine(text)); text != "" {
		ps.warnings.add(Hidden, 0, text)
	}
}

// document makes one page of the paragraphs.
func (ps *paragraphs) document(kind Kind, title string) (Document, error) {
	var all []string
	var of []int // the paragraph of each line
	for i, p := range ps.list {
		for _, line := range tidy(lines(p.text)) {
			all, of = append(all, line), append(of, i)
		}
	}
	d := Document{Kind: kind, Title: oneLine(cleanLine(title)), Truncated: ps.cut, Masked: maskedLines(all)}
	page := Page{Number: 1}
	var b strings.Builder
	heading, last, number := "", -1, 0
	for i, line := range all {
		if line == "" {
			continue
		}
		if of[i] != last {
			last = of[i]
			number++
			page.Anchors = append(page.Anchors, Anchor{b.Len(), number, heading})
			if ps.list[last].heading {
				heading = shortened(line, passageRunes/2)
			}
		}
		b.WriteString(line + "\n")
	}
	page.Text = strings.TrimSuffix(b.String(), "\n")
	if page.Text == "" {
		return Document{}, refused(NoText)
	}
	d.Pages = []Page{page}
	return finished(d, ps.warnings), nil
}

// finished adds the warnings that every kind of file can have, and masks what a warning and the title hold.
func finished(d Document, ws warnings) Document {
	for _, w := range ws.list[:len(ws.list):len(ws.list)] {
		if w.Concern == Hidden {
			for _, passage := range instructions(w.Passage) {
				ws.add(Instruction, firstPage(w), passage)
			}
		}
	}
	for _, p := range d.Pages {
		number := p.Number
		if d.Kind != PDF {
			number = 0
		}
		for _, passage := range instructions(p.Text) {
			ws.add(Instruction, number, passage)
		}
	}
	if d.Truncated {
		ws.add(Cut, 0, "")
	}
	d.Title = shortened(masked(d.Title), passageRunes)
	for i := range ws.list {
		ws.list[i].Passage = masked(ws.list[i].Passage)
	}
	d.Warnings = ws.list
	return d
}

func firstPage(w Warning) int {
	if len(w.Pages) == 0 {
		return 0
	}
	return w.Pages[0]
}
