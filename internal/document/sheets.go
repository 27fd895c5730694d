package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters of a page below which it holds nothing but its number, and what share of the pages may be so before a PDF
// counts as a scan, in per cent.
const (
	leastLetters = 50
	mostPictured = 80
)

// endHyphen is what PDFium writes for a hyphen and the line end after it.
const endHyphen = "\x02"

// fromSheets cleans the pages of a PDF.
func fromSheets(s Sheets, limits Limits) (Document, error) {
	d := Document{Kind: PDF, Title: oneLine(cleanLine(s.Title))}
	var ws warnings
	var pages [][]string
	left := limits.Runes
	for i, leaf := range s.Pages {
		ws.ofLeaf(leaf, i+1)
		text := strings.ReplaceAll(shortened(leaf.Text, left), endHyphen, "-\n")
		if n := utf8.RuneCountInString(leaf.Text); n > left {
			d.Truncated = true
			left = 0
		} else {
			left -= n
		}
		pages = append(pages, tidy(lines(text)))
		if d.Truncated {
			break
		}
	}
	for _, name := range s.Attached {
		ws.add(Attachment, 0, cleanLine(name))
	}
	withoutRepeated(pages)
	text := false
	for i, page := range pages {
		d.Masked += maskedLines(page)
		p := Page{Number: i + 1, Text: strings.Join(withoutGaps(page), "\n")}
		text = text || p.Text != ""
		d.Pages = append(d.Pages, p)
	}
	switch {
	case isScan(s.Pages):
		return Document{}, refused(Scanned)
	case !text:
		return Document{}, refused(NoText)
	}
	return finished(d, ws), nil
}

func (ws *warnings) ofLeaf(leaf Leaf, number int) {
	for _, passage := range leaf.Hidden {
		if passage = oneLine(cleanLine(passage)); passage != "" {
			ws.add(Hidden, number, passage)
		}
	}
	if leaf.Unchecked {
		ws.add(Unchecked, number, "")
	}
	switch {
	case leaf.Broken:
		ws.add(Broken, number, "")
	case leaf.Recognised:
		ws.add(Recognised, number, "")
	case leaf.Pictured && countLetters(leaf.Text) < leastLetters:
		ws.add(Picture, number, "")
	}
}

// isScan reports whether nearly all pages are pictures with no more text than a page's number.
func isScan(pages []Leaf) bool {
	scans := 0
	for _, p := range pages {
		if p.Pictured && countLetters(p.Text) < leastLetters {
			scans++
		}
	}
	return scans > 0 && 100*scans >= mostPictured*len(pages)
}

func countLetters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
