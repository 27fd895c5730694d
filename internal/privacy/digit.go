package privacy

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cprLen is how many digits a CPR number has; with a year of four digits it is written with fullLen.
const (
	cprLen  = 10
	fullLen = 12
)

// place is a digit of the text: its value and byte offsets.
type place struct {
	digit      byte
	start, end int
}

// entity is a character written as HTML does it: "&#45;" is a dash.
var entity = regexp.MustCompile(`&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});`)

// digitsOf lists the digits of the text, without those that only say which character is meant.
func digitsOf(s string) []place {
	var list []place
	coded := entity.FindAllStringIndex(s, -1)
	for i, r := range s {
		for len(coded) > 0 && coded[0][1] <= i {
			coded = coded[1:]
		}
		if len(coded) > 0 && coded[0][0] <= i {
			continue
		}
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

// gapBefore reads the signs between a digit and the one before it; false when something stands there that is in no
// number. Between the date and the last four a row of one sign counts once, as people fill columns with spaces.
func gapBefore(s string, a, b place, once bool) (gap string, ok bool) {
	between := s[a.end:b.start]
	if strings.Contains(between, "&") {
		between = html.UnescapeString(between)
	}
	for _, r := range between {
		sign, ok := signOf(r)
		switch {
		case !ok || len(gap) == widest && sign != "" && !(once && strings.HasSuffix(gap, sign)):
			return gap, false
		case once && sign != "" && strings.HasSuffix(gap, sign):
		default:
			gap += sign
		}
	}
	return gap, true
}

// gapsOf reads the gaps of a number.
func gapsOf(s string, digits []place) (g gaps, ok bool) {
	for k := range g {
		if g[k], ok = gapBefore(s, digits[k], digits[k+1], k == afterYear); !ok {
			return g, false
		}
	}
	return g, true
}

// fullGaps reads the gaps of a number whose year has four digits, as those of one whose year has two; the year and
// the last four must be in one piece.
func fullGaps(s string, digits []place) (g gaps, ok bool) {
	for k := range fullLen - 1 {
		gap, ok := gapBefore(s, digits[k], digits[k+1], k == afterYear+2)
		switch {
		case !ok:
			return g, false
		case k <= afterMonth:
			g[k] = gap
		case k == afterYear+2:
			g[afterYear] = gap
		case gap != "":
			return g, false
		}
	}
	return g, true
}

// signOf is the sign a character counts as: a space, a point, a dash, or itself; a new line is "\n", an invisible
// character nothing.
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
	case strings.ContainsRune(":,=()", r):
		return string(r), true
	}
	return "", false
}
