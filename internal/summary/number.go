package summary

import (
	"strings"
)

// figure is a number as written, not yet multiplied by its unit.
type figure struct {
	span         // in the string it was read from
	digits int64 // without the separators
	places int   // how many of the digits are decimals
	groups bool  // it has separators between thousands
	open   bool  // one separator and three digits: thousands or decimals, as the unit and the language tell
	minus  bool
}

const mostDigits = 15 // more are no amount of money

// figureAt reads the number that begins at byte i of s: "1.234.567,50", "1 200 000", "4.2", "30,357", "206,615,841.00".
// ok is false for what is no number, such as dates, telephone numbers and sections of the law.
func figureAt(s string, i int) (f figure, ok bool) {
	f.from = i
	var parts []string
	var seps []byte
	for {
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		parts = append(parts, s[from:i])
		if i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9' || strings.IndexByte(".,' ", s[i]) < 0 {
			break
		}
		if s[i] == ' ' && !groupAt(s, i+1, parts, seps) {
			break
		}
		seps = append(seps, s[i])
		i++
	}
	f.to = i
	if len(strings.Join(parts, "")) > mostDigits {
		return f, false
	}
	return f.put(parts, seps)
}

// groupAt reports whether a space before three digits can stand between thousands.
func groupAt(s string, i int, parts []string, seps []byte) bool {
	if len(parts[0]) > 3 || parts[0] == "" || parts[0][0] == '0' || len(parts) > 1 && seps[0] != ' ' || len(parts) > 1 && len(parts[len(parts)-1]) != 3 {
		return false
	}
	end := i
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	return end-i == 3 && (end == len(s) || s[end] != '.' && s[end] != ',' || end+1 == len(s) || s[end+1] < '0' || s[end+1] > '9' || s[end] == ',')
}

// put decides what the separators mean.
func (f figure) put(parts []string, seps []byte) (figure, bool) {
	last := len(parts) - 1
	decimals := false
	switch {
	case last == 0:
	case last == 1:
		switch {
		case len(parts[1]) == 3 && len(parts[0]) <= 3 && parts[0] != "0":
			f.groups, f.open = true, seps[0] == ',' || seps[0] == '.'
		case seps[0] == ' ' || seps[0] == '\'' || len(parts[1]) > 4:
			return f, false
		default:
			decimals = true
		}
	default:
		f.groups = true
		for i := 1; i < last; i++ {
			if len(parts[i]) != 3 || seps[i-1] != seps[0] {
				return f, false
			}
		}
		switch decimals = seps[last-1] != seps[0]; {
		case decimals && (seps[last-1] == ' ' || seps[last-1] == '\'' || len(parts[last]) > 2):
			return f, false
		case !decimals && len(parts[last]) == 4: // a footnote mark behind the last group
			parts[last] = parts[last][:3]
			f.to--
		case !decimals && len(parts[last]) != 3:
			return f, false
		}
	}
	if f.groups && len(parts[0]) > 3 {
		return f, false
	}
	if decimals {
		f.places = len(parts[last])
	}
	for _, c := range strings.Join(parts, "") {
		f.digits = f.digits*10 + int64(c-'0')
	}
	return f, true
}

// times gives øre, or cents: the figure times the unit. An open separator means decimals before a unit in the
// language that writes decimals so, else thousands. ok is false for what is no amount: parts of an øre, or a number
// out of all bounds.
func (f figure) times(unit int64, sep byte, english bool) (minor int64, ok bool) {
	places := f.places
	if f.open && unit >= 1000 && (sep == ',') != english {
		places = 3
	}
	minor = f.digits
	const most = int64(1e17)
	for m := unit * 100; m > 1; m /= 10 {
		if minor > most {
			return 0, false
		}
		minor *= 10
	}
	for range places {
		if minor%10 != 0 {
			return 0, false
		}
		minor /= 10
	}
	if f.minus {
		minor = -minor
	}
	return minor, minor != 0
}
