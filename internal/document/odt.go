package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readODT reads the body of an OpenDocument text (ISO/IEC 26300). Page headers, comments and tracked deletions are
// not text.
func readODT(p pack, limits Limits) (Document, error) {
	d := &odt{flow: flow{paragraphs: paragraphs{limits: limits}}, styles: odfStyles{all: map[string]looks{}}}
	if err := p.walkIf("styles.xml", &d.styles); err != nil {
		return Document{}, err
	}
	if err := p.walk("content.xml", d); err != nil {
		return Document{}, err
	}
	d.add(d.rest(), false)
	for i, note := range d.notes {
		d.add("["+strconv.Itoa(i+1)+"] "+note, false)
	}
	if d.deleted {
		d.warnings.add(Deleted, 0, "")
	}
	return d.document(ODT, p.title("meta.xml"))
}

// odt is the walker of content.xml.
type odt struct {
	flow
	styles  odfStyles
	open    []*odfParagraph // those within each other, as in text boxes and notes
	around  []looks         // of the sections and cells around
	items   int             // list items just begun, which have no paragraph yet
	skip    int
	losing  bool
	deleted bool
	inNote  int
	notes   []string
}

// odfParagraph is a paragraph that is being read.
type odfParagraph struct {
	looks   []looks // its own and those of the spans that are open
	heading bool
	list    bool
	text    strings.Builder
	hidden  strings.Builder
}

func (d *odt) top() *odfParagraph {
	if len(d.open) == 0 {
		return nil
	}
	return d.open[len(d.open)-1]
}

// unread are elements whose content is no text of the document.
var unread = map[string]bool{"tracked-changes": true, "annotation": true, "annotation-end": true, "forms": true, "scripts": true,
	"ruby-text": true, "note-citation": true, "desc": true, "font-face-decls": true}

func (d *odt) start(local string, attrs []xml.Attr) error {
	if d.skip > 0 {
		d.skip++
		return nil
	}
	if unread[local] {
		d.skip, d.losing = 1, local == "tracked-changes"
		return nil
	}
	switch local {
	case "p", "h":
		d.open = append(d.open, &odfParagraph{heading: local == "h", list: d.items > 0,
			looks: []looks{d.surroundings().over(d.styles.all[attr(attrs, "style-name")])}})
		d.items = 0
	case "list-item":
		d.items++
	case "section", "table-cell", "covered-table-cell":
		look := d.styles.all[attr(attrs, "style-name")]
		look.vanish = look.vanish || attr(attrs, "display") == "none"
		d.around = append(d.around, d.surroundings().over(look))
	case "table":
		d.begin()
	case "note":
		d.inNote++
		d.write("[" + strconv.Itoa(len(d.notes)+1) + "]")
		d.notes = append(d.notes, "")
	default:
		if p := d.top(); p != nil {
			d.startInline(p, local, attrs)
		}
	}
	d.styles.start(local, attrs)
	return nil
}

// surroundings are the looks of the section or cell around.
func (d *odt) surroundings() looks {
	if len(d.around) == 0 {
		return looks{}
	}
	return d.around[len(d.around)-1]
}
