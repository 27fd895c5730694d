package sheet

import (
	"strings"
	"unicode"
)

// formula are the characters by which a spreadsheet takes a text for a formula (OWASP, CSV Injection), the wide ones of
// East Asian keyboards too.
const formula = "=+-@\t＝＋－＠"

// Harmless is the text as no spreadsheet takes it for a formula: with an apostrophe before it where it begins like one.
// A text that has such an apostrophe already gets another, so that Plain always gives back what was written. Control
// characters but tabs and line ends are left out, which no file format carries.
func Harmless(s string) string {
	s = printable(s)
	if begun(s) {
		return "'" + s
	}
	return s
}

// Plain takes the apostrophe of Harmless away.
func Plain(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && begun(rest) {
		return rest
	}
	return s
}

// begun reports whether the text begins like a formula, behind apostrophes or not.
func begun(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.ContainsRune(formula, []rune(s[:min(len(s), 4)])[0])
}

// printable makes every line end a \n and leaves out what is not a character of text.
func printable(s string) string {
	if !strings.ContainsFunc(s, unprintable) {
		return strings.ToValidUTF8(s, "\ufffd")
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\ufffd"))
	return strings.Map(func(r rune) rune {
		if unprintable(r) {
			return -1
		}
		return r
	}, s)
}

func unprintable(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) || r == '\ufffe' || r == '\uffff'
}
