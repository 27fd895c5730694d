package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// startBlock looks at elements around runs: tables, paragraphs and their properties, notes.
func (d *docx) startBlock(local string, attrs []xml.Attr) {
	p := d.top()
	switch local {
	case "tbl":
		d.begin()
	case "p":
		d.open = append(d.open, new(wordParagraph))
	case "r":
		if p != nil {
			d.endRun() // of letters with others above them, which are runs in a run
			p.run = new(wordRun)
		}
	case "pStyle":
		if p != nil {
			p.style = d.styleOf(attr(attrs, "val"))
			p.looks = p.looks.over(p.style.looks)
		}
	case "tblStyle": // may have dark rows with white letters
		if r := d.tables.top(); r != nil {
			r.shaded = true
		}
	case "numPr":
		if p != nil {
			p.list = true
		}
	case "shd":
		if p == nil {
			if r := d.tables.top(); r != nil {
				var l looks
				l.word(local, attrs)
				r.cellShaded = r.cellShaded || l.shaded
			}
		} else if p.run == nil {
			p.looks.word(local, attrs)
		}
	case "footnote", "endnote":
		d.note = local + attr(attrs, "id")
		if kind := attr(attrs, "type"); kind != "" && kind != "normal" { // the line above notes
			d.note, d.skip = "", 1
		}
	}
}

// startInRun looks at elements within a run: its properties, its text and what stands for text.
func (d *docx) startInRun(r *wordRun, local string, attrs []xml.Attr) {
	switch local {
	case "t":
		d.inText = true
	case "tab", "ptab":
		r.text.WriteByte('\t')
	case "br", "cr":
		r.text.WriteByte('\n')
	case "noBreakHyphen":
		r.text.WriteByte('-')
	case "sym":
		r.text.WriteString(symbols[strings.ToUpper(attr(attrs, "char"))])
	case "rStyle":
		r.looks = r.looks.over(d.styleOf(attr(attrs, "val")).looks)
	case "footnoteReference", "endnoteReference":
		id := strings.TrimSuffix(local, "Reference") + attr(attrs, "id")
		if len(d.notes[id]) > 0 && d.note == "" && len(d.cited) < mostParts {
			d.cited = append(d.cited, id)
			r.text.WriteString("[" + strconv.Itoa(len(d.cited)) + "]")
		}
	case "checkBox":
		d.box = checkBox{seen: true}
	case "default", "checked":
		value := attr(attrs, "val")
		d.box.on = d.box.seen && value != "0" && value != "false"
	default:
		r.looks.word(local, attrs)
	}
}

// symbols are the boxes of Word's picture font.
var symbols = map[string]string{"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0B7": "•"}
