package summary

import (
	"strings"
	"unicode/utf8"
)

// fullName leads from "Havneklyngen" to the name that it stands for: the first one of several words that ends in
// "Havneklynge".
func (d *document) fullName(at span) (span, bool) {
	short := d.low[at.from:at.to]
	if strings.ContainsAny(short, " .") || utf8.RuneCountInString(short) < 6 {
		return span{}, false
	}
	for _, end := range []string{"en", "et", "n", "t"} {
		stem, ok := strings.CutSuffix(short, end)
		if !ok {
			continue
		}
		if s, ok := d.endingIn(stem); ok {
			return s, true
		}
	}
	return span{}, false
}

// endingIn is the first name of several words whose last word ends in the stem.
func (d *document) endingIn(stem string) (span, bool) {
	for i, end := find(d.low, "*"+stem, 0); i >= 0; i, end = find(d.low, "*"+stem, end) {
		if letterAfter(d.low, end) {
			continue
		}
		from := d.lineStart(i)
		for _, m := range nameRun.FindAllStringIndex(d.text[from:end], -1) {
			s := span{from + m[0], from + m[1]}
			if s.to == end && strings.Contains(d.text[s.from:s.to], " ") && named(d.words(s)) {
				return s, true
			}
		}
	}
	return span{}, false
}
