package register

import (
	"regexp"
	"strings"
)

// telLinks are phone numbers as Slack marks them up: "<tel:20123456|20 12 34 56>".
var telLinks = regexp.MustCompile(`<tel:([^|<>\n]{1,40})(?:\|[^<>\n]{0,60})?>`)

// link reads the phone number in Slack's markup, whose two halves are one number.
func (sc scanner) link(i int, m []int) (n Number, used int) {
	for i+used < len(sc.groups) && sc.groups[i+used].start < m[1] {
		used++
	}
	digits := digitsIn(sc.text[m[2]:m[3]])
	if len(digits) > 8 {
		digits = strings.TrimPrefix(strings.TrimPrefix(digits, "00"), "45")
	}
	if len(digits) != 8 {
		return Number{}, used
	}
	return Number{Kind: KindPhone, Value: digits, Labelled: true, Start: m[0], End: m[1]}, used
}

// dialled reads a number with a country code; a foreign one is passed over. Behind the word "tlf" the code needs
// no plus.
func (sc scanner) dialled(i int, labelled bool) (n Number, used int) {
	g := sc.groups[i]
	digits := sc.text[g.start:g.end]
	plus := g.start > 0 && sc.text[g.start-1] == '+'
	code := strings.HasPrefix(digits, "45") && (plus || labelled)
	switch {
	case digits == "0045" || code && len(digits) == 2:
		if i+1 < len(sc.groups) && strings.Trim(sc.text[g.end:sc.groups[i+1].start], between) == "" {
			n, used = sc.collect(i+1, 8)
			used++
		}
	case len(digits) == 12 && strings.HasPrefix(digits, "0045") || code && len(digits) == 10:
		if n, used = sc.collect(i, len(digits)); used > 0 {
			n.Value = n.Value[len(n.Value)-8:]
		}
	case plus:
		return Number{}, sc.foreign(i)
	}
	if len(n.Value) != 8 {
		return Number{}, 0
	}
	n.Kind, n.Labelled, n.Start = KindPhone, true, g.start
	if plus {
		n.Start--
	}
	return n, used
}

// longestPhone is the most digits a phone number has, country code included (ITU-T E.164).
const longestPhone = 15

// foreign counts the groups of a phone number behind a plus.
func (sc scanner) foreign(i int) (used int) {
	for total := 0; i+used < len(sc.groups) && (used == 0 || sc.joined(i+used)); used++ {
		if total += sc.groups[i+used].len(); total > longestPhone {
			break
		}
	}
	return used
}
