package privacy

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cprLen is how many digits a CPR number has.
const cprLen = 10

// place is a digit of the text: its value and byte offsets.
type place struct {
	digit      byte
	start, end int
}

func digitsOf(s string) []place {
	var list []place
	for i, r := range s {
		if d, ok := digitValue(r); ok {
			list = append(list, place{d, i, i + len(string(r))})
		}
	}
	return list
}

// digitValue reads a digit of any script, also raised and circled ones.
func digitValue(r rune) (byte, bool) {
	switch {
	case r >= '0' && r <= '9':
		return byte(r - '0'), true
	case r < 128 || !unicode.Is(unicode.N, r):
		return 0, false
	}
	if plain := norm.NFKC.String(string(r)); len(plain) == 1 && plain[0] >= '0' && plain[0] <= '9' {
		return plain[0] - '0', true
	}
	return scriptDigit(r)
}

// scriptDigit reads a decimal digit; Unicode keeps each script's ten together, from 0 to 9.
func scriptDigit(r rune) (byte, bool) {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10), true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10), true
		}
	}
	return 0, false
}

// gaps are the visible signs between the ten digits of a number, in order, at most widest together: see signOf.
type gaps [cprLen - 1]string

// widest is how many signs may stand in one gap: " - ".
const widest = 3

// gapsOf reads the gaps; false when something stands there that is in no number.
func gapsOf(s string, digits []place) (g gaps, ok bool) {
	for k := range g {
		for _, r := range s[digits[k].end:digits[k+1].start] {
			sign, ok := signOf(r)
			if !ok || len(g[k]) == widest && sign != "" {
				return g, false
			}
			g[k] += sign
		}
	}
	return g, true
}

// signOf is the sign a character counts as: a space, a point, a colon, or a dash; a new line is "\n", an
// invisible character nothing.
func signOf(r rune) (string, bool) {
	switch {
	case r == '\n':
		return "\n", true
	case unicode.IsSpace(r) || r == '\u2800': // a braille cell without dots
		return " ", true
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) || strings.ContainsRune("\u115f\u1160\u3164\uffa0", r): // Hangul fillers
		return "", true
	case unicode.Is(unicode.Pd, r) || strings.ContainsRune("/\\_−*~`•", r):
		return "-", true
	case strings.ContainsRune(".·․。", r):
		return ".", true
	case r == ':':
		return ":", true
	}
	return "", false
}
