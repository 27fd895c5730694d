package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of the document without its bullet and the spaces around it.
type line struct {
	span
	cells  []span // more than one in a row of a table
	bullet bool
	joined bool // goes on from the line above: a wrapped paragraph
	blank  bool // an empty line, or the start of a page, stands above

	stacked bool // put together of several lines (restacked)
}

var (
	bulletMark = regexp.MustCompile(`^[ \t]*(?:[•▪◦‣●○■□*·►➢✓]\s|(?:-|[a-z]\)|\d{1,2}\)|(?:Spørgsmål|Question|Svar|Answer) ?[A-Z]?\d{0,2}(?:\.\d+)? ?:)[ \t]+)\s*`)
	cellBreak  = regexp.MustCompile(`\s*\t\s*|\s*\|\s*| {2,}`)
	numbering  = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2})*(?:\.?[a-z])?[.):]?|[a-zA-Z]\.|[a-zA-Z]\.?\d{1,2}(?:\.\d{1,2})*[.:]?)\s+`)
)

// split finds the lines, then the sentences.
func (d *document) split() {
	blank, at := true, 0
	for raw := range strings.Lines(d.text) {
		l, ok := d.line(span{at, at + len(raw)})
		if l.blank = blank; ok {
			d.lines = append(d.lines, l)
		}
		at += len(raw)
		blank = !ok || slices.Contains(d.starts, at)
	}
	width := d.width()
	for i := 1; i < len(d.lines); i++ {
		d.lines[i].joined = d.joins(i, width)
	}
	d.unwrap()
	for i := 0; i < len(d.lines); {
		j := i + 1
		for j < len(d.lines) && d.lines[j].joined {
			j++
		}
		d.sentences(span{d.lines[i].from, d.lines[j-1].to})
		i = j
	}
}

// unwrap makes the line ends inside paragraphs spaces, so that words are found across them.
func (d *document) unwrap() {
	text, low := []byte(d.text), []byte(d.low)
	for i, l := range d.lines {
		if l.joined {
			for at := d.lines[i-1].to; at < l.from; at++ {
				text[at], low[at] = ' ', ' '
			}
		}
	}
	d.text, d.low = string(text), string(low)
}

func (d *document) line(s span) (line, bool) {
	raw := d.text[s.from:s.to]
	mark := bulletMark.FindString(raw)
	l := line{bullet: mark != ""}
	l.from = s.from + len(mark)
	l.from += len(raw[len(mark):]) - len(strings.TrimLeft(raw[len(mark):], " \t|"))
	l.to = l.from + len(strings.TrimRight(d.text[l.from:s.to], " \t|\n"))
	if l.to <= l.from || chrome(d.low[l.from:l.to]) {
		return l, false
	}
	from := l.from
	for _, c := range cellBreak.FindAllStringIndex(d.text[l.from:l.to], -1) {
		l.cells = append(l.cells, span{from, l.from + c[0]})
		from = l.from + c[1]
	}
	l.cells = append(l.cells, span{from, l.to})
	return l, true
}

// widestPage is the most bytes that a line of a printed page has. Longer ones are paragraphs on a line of their own, as
// text processors write them.
const widestPage = 150

// width is the length that a line would have with the first word of the next one, when it was wrapped. Where the lines
// are whole paragraphs there is none.
func (d *document) width() int {
	var all []int
	for _, l := range d.lines {
		all = append(all, l.to-l.from)
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	usual := all[len(all)*9/10]
	if all[len(all)-1] > 2*widestPage || usual > widestPage {
		return len(d.text)
	}
	return max(45, usual*92/100)
}

// joins reports whether line i goes on from the one above. Forms have few full stops: where in doubt it does not.
func (d *document) joins(i, width int) bool {
	above, l := d.lines[i-1], d.lines[i]
	end, start := d.text[above.to-1], d.text[l.from:l.to]
	if l.blank || l.bullet || len(l.cells) > 1 || len(above.cells) > 1 || strings.IndexByte(".!?:", end) >= 0 && !d.abbreviated(above.to) && !ordinal(d.low, above.to) {
		return false
	}
	if numbering.MatchString(start) && !monthAfter(start) {
		return false
	}
	if f, ok := d.cell(above.span); ok && (f.groups || f.digits < 1990) {
		return false // a cell of a table: "420" above "heraf ledige"
	}
	if dangling.MatchString(d.low[above.from:above.to]) && labelOf(d.low[above.from:above.to]) == "" {
		return true
	}
	long := above.to-above.from+1+len(firstWord(start)) >= width // the next word would not have fitted
	r, _ := utf8.DecodeRuneInString(start)
	switch {
	case labelOf(d.low[l.from:l.to]) != "", !long && labelOf(d.low[above.from:above.to]) != "":
		return false
	case unicode.IsLower(r):
		return true
	}
	if f, _, _ := d.onLine(l); f != "" {
		return false
	}
	heading := len(start) <= shortLine && !strings.ContainsAny(start[len(start)-1:], ".,;)")
	return long && !heading && !formLine.MatchString(start)
}

// dangling ends a line in the middle of a sentence: "indsendes senest den".
var dangling = regexp.MustCompile(`^.{20,} (?:den|af|på|og|eller|senest|inden|at|som|en|et|mellem|the|of|by|and)$`)

// shortLine is the most bytes of a heading that has no number.
const shortLine = 36

// formLine begins with a label and a colon: a form goes on, not a paragraph.
var formLine = regexp.MustCompile(`^\p{Lu}[^:.]{1,45}:(?:\s|$)`)
