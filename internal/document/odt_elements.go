package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// mostSpaces is how many spaces one element may stand for.
const mostSpaces = 200

// startInline looks at elements within a paragraph.
func (d *odt) startInline(p *odfParagraph, local string, attrs []xml.Attr) {
	switch local {
	case "span":
		p.looks = append(p.looks, p.looks[len(p.looks)-1].over(d.styles.all[attr(attrs, "style-name")]))
	case "hidden-text", "hidden-paragraph":
		p.looks = append(p.looks, looks{vanish: true})
		d.write(attr(attrs, "string-value"))
	case "tab":
		d.write("\t")
	case "line-break":
		d.write("\n")
	case "s":
		n, err := strconv.Atoi(attr(attrs, "c"))
		if err != nil {
			n = 1
		}
		d.write(strings.Repeat(" ", max(0, min(n, mostSpaces))))
	}
}

func (d *odt) write(s string) {
	p := d.top()
	switch {
	case p == nil:
	case p.looks[len(p.looks)-1].hidden():
		p.hidden.WriteString(s)
	default:
		p.text.WriteString(s)
	}
}

func (d *odt) chars(text []byte) error {
	switch {
	case d.skip > 0:
		d.deleted = d.deleted || d.losing && strings.TrimSpace(string(text)) != ""
	case d.top() != nil:
		// Line ends within the XML are spaces, and a row of them is one (ODF 1.2 part 1, 6.1.2).
		d.write(spaces(string(text)))
		return d.room(len(text))
	}
	return nil
}

// spaces writes one space for a row of them, also at the ends.
func spaces(s string) string {
	inner := oneLine(s)
	switch {
	case inner == "" && s != "":
		return " "
	case inner == "":
		return ""
	}
	if strings.ContainsRune(" \t\r\n", rune(s[0])) {
		inner = " " + inner
	}
	if strings.ContainsRune(" \t\r\n", rune(s[len(s)-1])) {
		inner += " "
	}
	return inner
}

func (d *odt) end(local string) error {
	if d.skip > 0 {
		d.skip--
		return nil
	}
	d.styles.end(local)
	switch local {
	case "p", "h":
		return d.endParagraph()
	case "span", "hidden-text", "hidden-paragraph":
		if p := d.top(); p != nil && len(p.looks) > 1 {
			p.looks = p.looks[:len(p.looks)-1]
		}
	case "section":
		d.leave()
	case "table-cell", "covered-table-cell":
		d.leave()
		d.endCell()
	case "table-row":
		if text := d.endRow(); text != "" {
			return d.add(text, false)
		}
	case "table":
		d.tables.end()
	case "note":
		d.inNote = max(d.inNote-1, 0)
	case "list-item":
		d.items = 0
	}
	return nil
}

func (d *odt) leave() {
	if len(d.around) > 0 {
		d.around = d.around[:len(d.around)-1]
	}
}

// endParagraph ends the innermost paragraph.
func (d *odt) endParagraph() error {
	p := d.top()
	if p == nil {
		return nil
	}
	d.open = d.open[:len(d.open)-1]
	var note func(string)
	if d.inNote > 0 && len(d.notes) > 0 {
		note = func(text string) {
			last := &d.notes[len(d.notes)-1]
			*last = strings.TrimSpace(*last + " " + text)
		}
	}
	return d.closeParagraph(closed{p.text.String(), p.hidden.String(), p.list, p.heading}, note)
}
