package summary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// endings may follow a name: "Erhvervsskolens".
var endings = strings.Fields("s e n t r en et er ne ens ets ere erne ernes es ers")

// whole reports whether words stand in the squeezed text and are no part of a longer word or number there.
func (d *document) whole(s squeezed, want string) bool {
	_, ok := d.wholeAt(s, want)
	return ok
}

// wholeAt gives where they stand.
func (d *document) wholeAt(s squeezed, want string) (at span, ok bool) {
	for from := 0; want != "" && from <= len(s.text)-len(want); {
		k := strings.Index(s.text[from:], want)
		if k < 0 {
			return span{}, false
		}
		first, last := from+k, from+k+len(want)-1
		at := span{s.at[first], s.at[last] + 1}
		startsWord := !letterBefore(d.low, at.from) || !letterOrDigit(d.low[at.from:])
		if startsWord && !cutsNumber(d.low, at) && inflected(d.low, at.to) {
			return at, true
		}
		from = first + 1
	}
	return span{}, false
}

func letterOrDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// inflected reports whether the word that a place cuts goes on with an ending only.
func inflected(low string, at int) bool {
	if r, _ := utf8.DecodeLastRuneInString(low[:at]); !unicode.IsLetter(r) {
		return true
	}
	w, _ := word(low, at)
	return w == "" || slices.Contains(endings, w)
}

// cutsNumber reports whether a span begins or ends within a number, its points and decimals among it.
func cutsNumber(low string, s span) bool {
	return s.from < s.to && (numberGoesOn(low, s.from) || numberGoesOn(low, s.to))
}

func numberGoesOn(low string, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(low) && low[i] >= '0' && low[i] <= '9' }
	point := func(i int) bool { return i >= 0 && i < len(low) && (low[i] == '.' || low[i] == ',') }
	return digit(at-1) && digit(at) || digit(at-1) && point(at) && digit(at+1) || digit(at-2) && point(at-1) && digit(at)
}
