package document

import "unicode/utf8"

func (d *docx) end(local string) error {
	if d.skip > 0 {
		d.skip--
		return nil
	}
	switch local {
	case "t":
		d.inText = false
	case "checkBox":
		d.write(map[bool]string{true: "☒", false: "☐"}[d.box.on])
		d.box = checkBox{}
	case "r":
		d.endRun()
	case "p":
		return d.endParagraph()
	case "tc":
		if r := d.tables.top(); r != nil {
			r.cellShaded = false
		}
		d.endCell()
	case "tr":
		if text := d.endRow(); text != "" {
			return d.add(text, false)
		}
	case "tbl":
		d.tables.end()
	case "footnote", "endnote":
		d.note = ""
	}
	return nil
}

func (d *docx) endRun() {
	p := d.top()
	if p == nil || p.run == nil {
		return
	}
	look := p.run.looks.over(p.looks)
	if r := d.tables.top(); r != nil {
		look.shaded = look.shaded || r.shaded || r.cellShaded
	}
	if look.hidden() {
		p.hidden.WriteString(p.run.text.String())
	} else {
		p.text.WriteString(p.run.text.String())
	}
	p.run = nil
}

// endParagraph ends the innermost paragraph.
func (d *docx) endParagraph() error {
	p := d.top()
	if p == nil {
		return nil
	}
	d.endRun()
	d.open = d.open[:len(d.open)-1]
	var note func(string)
	if id := d.note; id != "" {
		note = func(text string) {
			if d.noteRunes += utf8.RuneCountInString(text); d.noteRunes < d.limits.Runes {
				d.notes[id] = append(d.notes[id], text)
			}
		}
	}
	return d.closeParagraph(closed{p.text.String(), p.hidden.String(), p.list, p.style.heading}, note)
}
