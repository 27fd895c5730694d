package bot

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean makes text harmless and comparable: composed characters (NFC), ordinary spaces, line ends as \n, and
// nothing that cannot be seen. Control characters, bidirectional overrides, zero-width characters and Unicode
// tags go, because they can hide text from the reader or from the masking of CPR numbers; bytes that are not
// UTF-8 become U+FFFD.
func Clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	// Composing comes last: a removed character may have stood between a letter and its ring.
	return norm.NFC.String(strings.Map(visible, s))
}

// visible maps a rune to what may stay of it: itself, a space, a line end, or -1 for nothing.
func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\u2028' || r == '\u2029': // line and paragraph separator
		return '\n'
	case r == '\t' || r == '\v' || r == '\f' || r == '\r' || r == '\u0085' || unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || blank(r):
		return -1
	}
	return r
}

// blank reports the letters and marks that have no shape of their own, which no category gathers: the grapheme
// joiner, the Hangul fillers and the variation selectors beyond those of emoji.
func blank(r rune) bool {
	switch r {
	case '\u034F', '\u115F', '\u1160', '\u3164', '\uFFA0':
		return true
	}
	return r >= 0xE0100 && r <= 0xE01EF
}
