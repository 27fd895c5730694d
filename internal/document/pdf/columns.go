package pdf

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// PDFium gives the cells of a row with one space between them. Where the paper has a gap that is wider than those between the
// words of the line, a tab takes the place of the space, so that the columns of a table can be told apart.

// Gaps are measured in heights of the line. Between words it is a quarter, and in justified text the same in all the line.
const (
	wordGap  = 0.28
	leastGap = 0.45
	wider    = 1.8 // times the narrowest gap of the line
	// leastWider is that between whole numbers: "498 000" is one number with a space of the usual width.
	leastWider = 1.2

	leastWords = 3 // gaps between words tell how wide they are in the line; in justified text wide

	mostLine     = 160    // characters: longer lines are no rows
	mostMeasured = 40_000 // spaces of a file
)

// mark begins a line: a bullet, or the number of a heading. What follows it is no other cell.
var mark = regexp.MustCompile(`^(?:[^\pL\d]|\d{1,2}(?:\.\d{1,2})*[.)]?|\pL[.)])$`)

// withColumns is the page's text with tabs between the cells of rows.
func (e *engine) withColumns(page requests.Page, text string) string {
	loaded, err := e.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return text
	}
	defer e.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	units := utf16.Encode([]rune(text))
	if count, err := e.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage}); err != nil || count.Count != len(units) {
		return text // the characters are not counted as they are written
	}
	var above [2]int // the line before: the heading of a table, if that is what begins
	for from := 0; from < len(units); {
		to := from
		for to < len(units) && units[to] != '\n' && units[to] != '\r' {
			to++
		}
		gaps := e.cellGaps(loaded.TextPage, units, from, to, true)
		if len(gaps) > 0 && above[1] > above[0] {
			gaps = append(gaps, e.cellGaps(loaded.TextPage, units, above[0], above[1], false)...)
		}
		for _, i := range gaps {
			units[i] = '\t'
		}
		if to > from {
			above = [2]int{from, to}
		}
		from = to + 1
	}
	return string(utf16.Decode(units))
}

// cellGaps are the spaces of a line at which another cell begins. Of the lines without a figure only those above a row are
// measured: the others are headings and running text.
func (e *engine) cellGaps(page references.FPDF_TEXTPAGE, units []uint16, from, to int, figured bool) (gaps []int) {
	line := string(utf16.Decode(units[from:to]))
	if to-from > mostLine || figured != strings.ContainsAny(line, "0123456789") {
		return nil
	}
	type gap struct {
		at   int
		wide float32
	}
	var all []gap
	words, narrowest := 0, float32(0)
	for i := from + 1; i+1 < to; i++ {
		if units[i] != ' ' || units[i-1] == ' ' || units[i+1] == ' ' || mark.MatchString(string(utf16.Decode(units[from:i]))) {
			continue
		}
		wide, ok := e.gap(page, i-1, i+1)
		if !ok {
			return nil
		}
		if all = append(all, gap{i, wide}); len(all) == 1 || wide < narrowest {
			narrowest = max(wide, wordGap/2)
		}
		if between(units, from, to, i) {
			words++
		}
	}
	if words < leastWords {
		narrowest = min(narrowest, wordGap) // too few to tell how wide its gaps are
	}
	for _, g := range all {
		if g.wide > leastGap && g.wide > wider*narrowest {
			gaps = append(gaps, g.at)
		}
	}
	if len(gaps) == 0 {
		return nil
	}
	// In a row the columns of figures can be so narrow that hardly more than a space is between them.
	for _, g := range all {
		left, right := wordAt(units, from, to, g.at-1), wordAt(units, from, to, g.at+1)
		next := g.at + 1 + len(utf16.Encode([]rune(right))) // behind the word
		switch {
		case figures.MatchString(left) && (figures.MatchString(right) || !unit.MatchString(right)),
			figures.MatchString(right) && g.wide > narrowest,
			whole.MatchString(right) && g.wide > leastWider*narrowest && next < to && (slices.Contains(gaps, next) || figures.MatchString(wordAt(units, from, to, next+1))):
			gaps = append(gaps, g.at)
		}
	}
	return gaps
}

var (
	// figures is a number of which no part is another: with points between the thousands, or decimals.
	figures = regexp.MustCompile(`^[-–(]?\d{1,3}(?:\.\d{3})+(?:,\d+)?\)?$|^[-–]?\d+,\d+$`)
	// whole is a number without either; another cell only where more figures follow.
	whole = regexp.MustCompile(`^\d{1,4}$`)
	// unit follows its number in the same cell.
	unit = regexp.MustCompile(`(?i)^(?:kr|dkk|eur|euro|mio|mia|mill|pct|%|t|timer|stk|m2|m²|ton|pr|personer|\d{1,3}$)`)
)

// wordAt is the word in which the character at i stands.
func wordAt(units []uint16, from, to, i int) string {
	begin, end := i, i+1
	for begin > from && units[begin-1] != ' ' && units[begin-1] != '\t' {
		begin--
	}
	for end < to && units[end] != ' ' && units[end] != '\t' {
		end++
	}
	return string(utf16.Decode(units[begin:end]))
}

// between reports whether a space stands between two words.
func between(units []uint16, from, to, i int) bool {
	letter := func(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
	return letter(wordAt(units, from, to, i-1)) && letter(wordAt(units, from, to, i+1))
}

// gap is how far two characters of a line are apart, in heights of the line.
func (e *engine) gap(page references.FPDF_TEXTPAGE, left, right int) (wide float32, ok bool) {
	if e.measured++; e.measured > mostMeasured {
		return 0, false
	}
	a, err := e.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: left})
	if err != nil {
		return 0, false
	}
	b, err := e.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: right})
	if err != nil {
		return 0, false
	}
	height := max(a.Rect.Top-a.Rect.Bottom, b.Rect.Top-b.Rect.Bottom)
	return (b.Rect.Left - a.Rect.Right) / max(height, 1), true
}
