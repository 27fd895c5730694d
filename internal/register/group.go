package register

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// group is a run of ASCII digits, as byte offsets.
type group struct{ start, end int }

func (g group) len() int { return g.end - g.start }

func groupsOf(s string) []group {
	var list []group
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		start := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		list = append(list, group{start, i})
	}
	return list
}

func digitsIn(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// before is the text before group i in which its label may stand: it ends the reach of the group before.
func (sc scanner) before(i int) string {
	g := sc.groups[i]
	from := max(0, g.start-labelReach)
	if i > 0 {
		from = max(from, sc.groups[i-1].end)
	}
	return sc.text[from:g.start]
}

// gap is the text between group i and the one before it.
func (sc scanner) gap(i int) string { return sc.text[sc.groups[i-1].end:sc.groups[i].start] }

// joined reports whether group i may go on the number of the group before it: one space, point or dash between.
func (sc scanner) joined(i int) bool {
	gap := sc.gap(i)
	return strings.Trim(gap, between) == "" && utf8.RuneCountInString(gap) == 1
}

// collect puts groups together, from i, until they have that many digits; used is 0 where they do not come out
// even or belong to a longer number.
func (sc scanner) collect(i, length int) (n Number, used int) {
	total := 0
	for j := i; j < len(sc.groups) && total < length; j++ {
		if j > i && !sc.joined(j) {
			return Number{}, 0
		}
		total += sc.groups[j].len()
		used++
	}
	if total != length || sc.gluedAfter(i+used-1) {
		return Number{}, 0
	}
	n.Start, n.End = sc.groups[i].start, sc.groups[i+used-1].end
	n.Value = digitsIn(sc.text[n.Start:n.End])
	return n, used
}

// gluedBefore reports whether what begins at that byte, with group i in it, goes on something before: a letter,
// or digits that are no number of their own ("2026-99000007").
func (sc scanner) gluedBefore(i, at int) bool {
	r, size := utf8.DecodeLastRuneInString(sc.text[:at])
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return true
	case r == '_': // Slack's mark for italics stands on both sides
		return !strings.HasPrefix(sc.text[sc.groups[i].end:], "_")
	}
	return strings.ContainsRune("./-", r) && i > 0 && sc.groups[i-1].end == at-size && sc.groups[i-1].len() != 8
}

var decimals = regexp.MustCompile(`^,\d{1,2}(?:\D|$)`)

// gluedAfter reports whether the number that ends with group i goes on behind it.
func (sc scanner) gluedAfter(i int) bool {
	end := sc.groups[i].end
	r, size := utf8.DecodeRuneInString(sc.text[end:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) || decimals.MatchString(sc.text[end:min(len(sc.text), end+4)]) {
		return true
	}
	return strings.ContainsRune("./-", r) && i+1 < len(sc.groups) && sc.groups[i+1].start == end+size && sc.groups[i+1].len() != 8
}
