package summary

import (
	"strings"

	"samspil/internal/privacy"
	"samspil/internal/text"
)

// document is the text of all pages, made comparable: dashes, spaces and line ends are one kind, what is invisible is
// gone. at leads from each byte back to the page's own words, so that a quote is what stands there.
type document struct {
	pages   []Page // visible, CPR numbers masked
	text    string // the pages, each ended by \n
	low     string // text in small letters, byte for byte as long
	at      []int32
	starts  []int // of each page in text
	lines   []line
	sents   []span
	labels  []labelled
	lang    text.Lang
	counted string         // what the last number of the sentence before counted
	many    bool           // several projects, each with its amounts
	news    bool           // of an amount that several projects share
	points  bool           // numbers have points between their thousands, so no spaces
	bare    string         // the currency of numbers of which nothing says it; "" while nobody has looked
	stacks  []line         // the lines with tables put together (restacked)
	asides  []span         // parts about something else
	rivals  List[Amount]   // amounts that contradict the amount applied for or the total, by their role
	dates   map[span][]day // what days found, by where it looked
}

// span is a part of document.text, in bytes.
type span struct{ from, to int }

// read masks CPR numbers and parses.
func read(pages []Page) *document {
	masked := make([]Page, len(pages))
	left := mostRunes
	for i, p := range pages {
		masked[i].Number = p.Number
		masked[i].Text, _ = privacy.Mask(visible(firstRunes(p.Text, &left)))
	}
	return parse(masked)
}

func parse(pages []Page) *document {
	d := &document{}
	var b, low strings.Builder
	for _, p := range pages {
		d.pages, d.starts = append(d.pages, p), append(d.starts, b.Len())
		for i, r := range p.Text {
			for _, plain := range plainly(r) {
				size := b.Len()
				b.WriteRune(plain)
				low.WriteRune(small(plain))
				for range b.Len() - size {
					d.at = append(d.at, int32(i))
				}
			}
		}
		b.WriteByte('\n')
		low.WriteByte('\n')
		d.at = append(d.at, int32(len(p.Text)))
	}
	d.text, d.low = b.String(), low.String()
	d.lang = language(d.low)
	d.points = pointedNumber.MatchString(d.low)
	d.split()
	d.findAsides()
	return d
}

// page is the index of the page in which the byte lies.
func (d *document) page(at int) int {
	i := 0
	for i+1 < len(d.starts) && d.starts[i+1] <= at {
		i++
	}
	return i
}
