package summary

import (
	_ "embed"
	"regexp"
	"strings"
)

//go:embed labels.tsv
var labelTable string

// labelWords leads from what forms write in front of a value to the field it belongs to.
var labelWords, longestLabel = func() (map[string]string, int) {
	all, longest := map[string]string{}, 0
	for _, row := range rows(labelTable) {
		for _, l := range listed(row[1]) {
			all[l], longest = row[0], max(longest, len(l))
		}
	}
	return all, longest
}()

// labelled is a value with a label in front of it or above it.
type labelled struct {
	field string
	label span
	value span // one line or, under a heading, the paragraph or the list below
}

// bare is a label without its numbering, its remarks in brackets and the colon.
func bare(low string) string {
	low = numbering.ReplaceAllString(strings.TrimSpace(low), "")
	if i := strings.IndexByte(low, '('); i > 0 {
		low = low[:i]
	}
	return strings.TrimRight(strings.TrimSpace(low), " .:*?")
}

// labelOf is the field whose label the words are, and nothing else; "" for none.
func labelOf(low string) string {
	if len(low) > longestLabel+60 {
		return ""
	}
	low = bare(low)
	if f := labelWords[low]; f != "" || len(low) > longestLabel+30 {
		return f
	}
	return labelWords[plainLabel(low)]
}

var (
	// labelOpening and labelEnding are what forms put around a label: "Forventet projektstart", "Ansøgers CVR-nr.",
	// "Ansøgt beløb i alt", "Ansøgers navn og adresse".
	labelOpening = regexp.MustCompile(`^(?:(?:projektets|the project's|full|short|forventet|forventede|planlagt|planlagte|evt\.|eventuelle?|angiv|oplys|anfør|det|den|expected|planned|proposed|your|jeres) )+`)
	labelEnding  = regexp.MustCompile(`(?: i (?:hele )?(?:kr|kroner|dkk|alt|t\.?kr)\.?| (?:ex|in)cl?\.? .*| (?:og|and|/) (?:adresse|address|cvr.*|kontaktoplysninger|organisation|undertitel|varighed)|,? cvr.*| (?:på|for|of|i) (?:projektet|projekt|the project|indsatsen|ansøgningen)|/[\pL -]+)+$`)
)

// plainLabel is a label without these.
func plainLabel(low string) string {
	low = labelOpening.ReplaceAllString(low, "")
	return strings.TrimRight(labelEnding.ReplaceAllString(low, ""), " .:*?,")
}

// labelled finds every label with its value: behind a colon, in the next cell, behind a gap before a figure, or on the
// lines below.
func (d *document) labelled() []labelled {
	var list []labelled
	for i, l := range d.lines {
		if l.joined {
			continue // what stands on it was read with the paragraph
		}
		whole := l
		whole.to = d.paragraph(l)
		if many := d.runTogether(whole); len(many) > 1 {
			list = append(list, many...)
			continue
		}
		if many := d.headed(i); many != nil {
			list = append(list, many...)
			continue
		}
		if many := d.inCells(l); many != nil {
			list = append(list, many...)
			continue
		}
		if f, label, value := d.onLine(l); f != "" {
			list = append(list, labelled{f, label, value})
			continue
		}
		f := labelOf(d.low[l.from:l.to])
		if f == "" {
			continue
		}
		if value, ok := d.below(i); ok {
			list = append(list, labelled{f, l.span, value})
		}
	}
	return list
}

// paragraph is where the paragraph of the line ends.
func (d *document) paragraph(l line) int {
	i := d.lineAt(l.from)
	for i+1 < len(d.lines) && d.lines[i+1].joined {
		i++
	}
	return d.lines[i].to
}

// mostBelow is how many lines under a heading belong to it.
const mostBelow = 12

// below is the value on the lines under a label: up to an empty line, the next label or a numbered heading.
func (d *document) below(i int) (span, bool) {
	first := i + 1
	if first >= len(d.lines) {
		return span{}, false
	}
	j := first
	for j < len(d.lines) && j-first < mostBelow {
		l := d.lines[j]
		low := d.low[l.from:l.to]
		if f, _, _ := d.onLine(l); f != "" || labelOf(low) != "" || j > first && l.blank || !l.joined && numbering.MatchString(low) && !startsWithDate(low) {
			break
		}
		j++
	}
	if j == first {
		return span{}, false
	}
	return span{d.lines[first].from, d.lines[j-1].to}, true
}

// with gives the values with a label of that field, in order.
func (d *document) with(field string) []labelled {
	var list []labelled
	for _, l := range d.labels {
		if l.field == field && l.value.to > l.value.from && (field == "deadline" || !d.aside(l.label.from)) {
			list = append(list, l)
		}
	}
	return list
}
