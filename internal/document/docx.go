package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readDOCX reads the body, footnotes and endnotes of a Word document (ECMA-376). Headers, footers and comments are
// not read. Tracked insertions count as text, tracked deletions do not.
func readDOCX(p pack, limits Limits) (Document, error) {
	d := &docx{flow: flow{paragraphs: paragraphs{limits: limits}}, styles: p.wordStyles(), notes: map[string][]string{}}
	for _, part := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if err := p.walkIf(part, d); err != nil {
			return Document{}, err
		}
		d.tables, d.open, d.skip, d.inText, d.note, d.cells = tables{}, nil, 0, false, "", 0 // it may have stopped midway
	}
	body := "word/document.xml"
	if !p.has(body) {
		body = "word/document2.xml" // as some web editors name it
	}
	if err := p.walk(body, d); err != nil {
		return Document{}, err
	}
	d.add(d.rest(), false)
	for i, id := range d.cited {
		d.add("["+strconv.Itoa(i+1)+"] "+strings.Join(d.notes[id], " "), false)
	}
	if d.deleted {
		d.warnings.add(Deleted, 0, "")
	}
	return d.document(DOCX, p.title("docProps/core.xml"))
}

func (p pack) walk(part string, w walker) error {
	r, err := p.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	return walk(r, w)
}

func (p pack) walkIf(part string, w walker) error {
	if !p.has(part) {
		return nil
	}
	return p.walk(part, w)
}

// docx is the walker of a Word part.
type docx struct {
	flow
	styles  map[string]wordStyle
	open    []*wordParagraph // those within each other, as in text boxes
	skip    int              // depth within an element that is left out
	losing  bool             // what is left out is a deletion
	deleted bool
	inText  bool
	box     checkBox

	note      string // that is being read; "" in the body
	noteRunes int
	notes     map[string][]string // paragraphs by id
	cited     []string            // ids in the order of the body
}

// wordParagraph is a paragraph that is being read.
type wordParagraph struct {
	style  wordStyle
	looks  looks // of the paragraph and the cell around it
	list   bool
	text   strings.Builder
	hidden strings.Builder
	run    *wordRun
}

type wordRun struct {
	looks looks
	text  strings.Builder
}

// checkBox is a box of the old kind of form.
type checkBox struct{ seen, on bool }

func (d *docx) top() *wordParagraph {
	if len(d.open) == 0 {
		return nil
	}
	return d.open[len(d.open)-1]
}

// run is the one that is being read; nil between them.
func (d *docx) run() *wordRun {
	if p := d.top(); p != nil {
		return p.run
	}
	return nil
}

func (d *docx) write(s string) {
	if r := d.run(); r != nil {
		r.text.WriteString(s)
	}
}

func (d *docx) chars(text []byte) error {
	switch {
	case d.skip > 0:
		d.deleted = d.deleted || d.losing && strings.TrimSpace(string(text)) != ""
	case d.inText:
		d.write(string(text))
		return d.room(len(text))
	}
	return nil
}

// skipped are elements whose content is no text of the document: deletions, field codes, what another program would
// show instead, and properties as they were before a tracked change.
var skipped = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "delInstrText": true, "Fallback": true,
	"rPrChange": true, "pPrChange": true, "tblPrChange": true, "tcPrChange": true, "trPrChange": true, "sectPrChange": true}

func (d *docx) start(local string, attrs []xml.Attr) error {
	if d.skip > 0 {
		d.skip++
		return nil
	}
	if d.tables.inside() && d.run() == nil && d.top() == nil && local == "del" { // in the properties of a row
		d.tables.top().dropped, d.deleted = true, true
	}
	if skipped[local] {
		d.skip, d.losing = 1, local == "del" || local == "moveFrom"
		return nil
	}
	d.startBlock(local, attrs)
	if r := d.run(); r != nil {
		d.startInRun(r, local, attrs)
	}
	return nil
}
