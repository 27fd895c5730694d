package summary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"samspil/internal/text"
)

// visible is the text in NFC without what nobody sees, invalid bytes among it. These go first: they can stand between a
// letter and its accent.
func visible(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if plainly(r) == "" {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

// firstRunes is as much of s as is left to read.
func firstRunes(s string, left *int) string {
	for i := range s {
		if *left == 0 {
			return s[:i]
		}
		*left--
	}
	return s
}

// plainly gives what a character is read as; nothing for what nobody sees.
func plainly(r rune) string {
	switch r {
	case '\t', '\n':
		return string(r)
	case '\f', '\v', '\u2028', '\u2029', '\u0085':
		return "\n"
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬀ':
		return "ff"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹': // footnote marks
		return " "
	case '’', '‘':
		return "'"
	case '”', '“', '„', '»', '«':
		return `"`
	}
	switch {
	case unicode.IsSpace(r):
		return " "
	case unicode.Is(unicode.Cf, r), unicode.IsControl(r), r == utf8.RuneError:
		return ""
	}
	return string(r)
}

// small is the small letter, but only one that takes as many bytes.
func small(r rune) rune {
	if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
		return l
	}
	return r
}

// language counts the small words of both languages.
func language(low string) text.Lang {
	danish, english := 0, 0
	for _, w := range strings.Fields(firstBytes(low, 40_000)) {
		switch w {
		case "og", "at", "det", "til", "af", "på", "er", "der", "den", "for", "med", "som", "ikke":
			danish++
		case "the", "and", "of", "to", "in", "is", "which", "with", "that", "are", "by":
			english++
		}
	}
	if english > danish {
		return text.English
	}
	return text.Danish
}

func firstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n]
}
