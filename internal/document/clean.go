package document

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samspil/internal/privacy"
)

// cleanLine makes a line harmless and comparable: ligatures in letters, composed characters (NFC), one ordinary
// space for a row of them, tabs kept, nothing that cannot be seen. Soft hyphens go too.
func cleanLine(s string) string {
	s = norm.NFC.String(strings.Map(visible, unligated.Replace(strings.ToValidUTF8(s, "\uFFFD"))))
	var b strings.Builder
	b.Grow(len(s))
	space := true // none at the beginning
	for _, r := range s {
		if r == ' ' && space {
			continue
		}
		space = r == ' ' || r == '\t'
		b.WriteRune(r)
	}
	return strings.TrimRight(b.String(), " \t")
}

// unligated writes the ligatures that fonts have as the letters they are.
var unligated = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// visible maps a rune to what may stay of it in a line: itself, a space, a tab, or -1 for nothing. Control
// characters, bidirectional overrides, zero-width characters and Unicode tags can hide text from the reader.
func visible(r rune) rune {
	switch {
	case r == '\t':
		return r
	case r == '\v' || r == '\f' || r == '\r' || r == '\n' || r == '\u0085' || unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp):
		return ' '
	case unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co) || blank(r):
		return -1
	}
	return r
}

// blank reports the letters and marks that have no shape of their own and that no category gathers.
func blank(r rune) bool {
	switch r {
	case '\u034F', '\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0', '\uFFFE', '\uFFFF':
		return true
	}
	return r >= 0xE0100 && r <= 0xE01EF
}

// softHyphen is the character with which a line end within a word is marked.
const softHyphen = "\u00ad"

// lines splits at every kind of line end.
func lines(s string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\f", "\n", "\v", "\n").Replace(s), "\n")
}

// tidy cleans each line, mends words that were divided at line ends, and leaves out empty lines beyond one.
func tidy(raw []string) []string {
	divided := make([]bool, len(raw))
	list := make([]string, len(raw))
	for i, line := range raw {
		divided[i] = strings.HasSuffix(strings.TrimRight(line, " \t"), softHyphen)
		list[i] = cleanLine(line)
	}
	return withoutGaps(mended(list, divided))
}

// withoutGaps leaves out empty lines at the ends, and all but one of a row of them.
func withoutGaps(list []string) []string {
	kept := list[:0]
	for _, line := range list {
		if line != "" || len(kept) > 0 && kept[len(kept)-1] != "" {
			kept = append(kept, line)
		}
	}
	if n := len(kept); n > 0 && kept[n-1] == "" {
		kept = kept[:n-1]
	}
	return kept
}

// maskedLines masks the CPR numbers of lines that belong together, also one that goes over line ends; where it does,
// its lines become one and the others empty, so that the number of lines stays.
func maskedLines(list []string) (masked int) {
	for i, line := range list {
		s, n := privacy.Mask(line)
		list[i], masked = s, masked+n
	}
	if _, n := privacy.Mask(strings.Join(list, "\n")); n == 0 {
		return masked
	}
	const most = 12 // as many lines as a number has digits
	for i := range list {
		for width := 2; width <= most && i+width <= len(list); width++ {
			s, n := privacy.Mask(strings.Join(list[i:i+width], "\n"))
			if n == 0 {
				continue
			}
			if _, later := privacy.Mask(strings.Join(list[i+1:i+width], "\n")); later > 0 {
				break // it begins on a later line
			}
			masked += n
			list[i] = oneLine(s)
			clear(list[i+1 : i+width])
			break
		}
	}
	return masked
}

// masked masks the CPR numbers of a text.
func masked(s string) string {
	s, _ = privacy.Mask(s)
	return s
}
