package privacy

import "strings"

// The gaps of a CPR number, by the digit before them: day, month and year, then the four last.
const (
	afterDay   = 1
	afterMonth = 3
	afterYear  = 5
	amidLast   = 7
)

// written reports whether a CPR number may be written with these gaps: in one piece; with a gap after the year
// ("311299-0000"), and then also after day and month, and in the middle of the last four; with dashes or points
// after day and month only ("31-12-990000"); or with one and the same sign between all digits. Not with a gap
// elsewhere: "23.11.2026 10" is a date and "10103940 12" a company and a count.
func (g gaps) written() bool {
	if g.none() || g.even() {
		return true
	}
	for k, gap := range g {
		if gap != "" && k != afterDay && k != afterMonth && k != afterYear && k != amidLast {
			return false
		}
		if k != afterYear && (len(gap) > 1 || strings.ContainsAny(gap, ",=()") || gap == ":" && k != amidLast) { // a table, a time of day
			return false
		}
		if strings.Contains(gap, "\n") && (k != afterYear || !strings.Contains(gap, "-")) { // a dash at the end of a line
			return false
		}
	}
	day, month, last := g[afterDay] != "", g[afterMonth] != "", g[amidLast] != ""
	switch {
	case day && !month, last && day != month: // "10 1234 5678", "2012-06-30 10"
		return false
	case g[afterYear] == "":
		return !last && !strings.Contains(g[afterDay]+g[afterMonth], " ")
	}
	return true
}

// none reports whether the digits are in one piece.
func (g gaps) none() bool { return g == gaps{} }

// even reports whether one and the same sign stands between all the digits.
func (g gaps) even() bool {
	for _, gap := range g {
		if gap != g[0] {
			return false
		}
	}
	return len(g[0]) == 1 && !strings.Contains("\n,=()", g[0])
}

// pairs reports whether the digits stand in five pairs.
func (g gaps) pairs() bool {
	return g[afterDay] != "" && g[afterMonth] != "" && g[afterYear] != "" && g[amidLast] != ""
}

func (g gaps) onlySpaces() bool { return strings.Trim(strings.Join(g[:], ""), " ") == "" }

// timed reports whether the gaps are those of a date with a time of day: "23.11.26 10.30".
func (g gaps) timed() bool {
	return g.pairs() && strings.Contains(".:", g[amidLast]) && strings.Trim(g[afterYear], " ") == "" && g[afterMonth] != " "
}

// stamped reports whether the gaps are those of a date with points or slashes and a time without any: "23.11.26 0930".
func (g gaps) stamped() bool {
	return g[afterDay] == g[afterMonth] && (g[afterDay] == "." || g[afterDay] == "-") && (g[afterYear] == " " || g[afterYear] == ", ") && g[amidLast] == ""
}
