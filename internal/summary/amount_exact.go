package summary

import (
	"slices"
	"strings"
)

// exact is the amount of which the chosen one is a rounding, if the headline has it, or words say that it is about that much.
func (d *document) exact(all []judged, chosen *judged, headline string) *judged {
	for i := range all {
		if chosen != nil && all[i].Currency == chosen.Currency && ((strings.Contains(headline, chosen.Text) || d.about(*chosen)) && rounded(*chosen, all[i]) || exactly(*chosen, all[i])) {
			all[i].score[RoleApplied], all[i].score[RoleTotal] = chosen.score[RoleApplied], chosen.score[RoleTotal]
			return &all[i]
		}
	}
	return chosen
}

// about reports "knap 80 mio. kr."
func (d *document) about(j judged) bool {
	w, _ := wordBefore(d.low, j.from)
	return slices.Contains([]string{"knap", "godt", "næsten", "omkring", "cirka", "ca", "nearly", "almost", "about", "around", "approximately"}, w)
}

// exactly reports whether b is a before it was rounded: "3,2 mio. kr." of 3.204.480. One figure alone is too little
// to tell.
func exactly(a, b judged) bool {
	unit := int64(1)
	for a.Minor != 0 && a.Minor%(unit*10) == 0 {
		unit *= 10
	}
	if _, digits := lettersAndDigits(a.Text); digits >= len(a.number()) {
		return false // written out
	}
	return unit >= 1e5 && a.Minor/unit >= 10 && b.Minor%unit != 0 && (b.Minor+unit/2)/unit*unit == a.Minor
}

// rounded reports whether a is b as headlines write it: "124 mio. kr." for 124,6.
func rounded(a, b judged) bool {
	diff := a.Minor - b.Minor
	return diff != 0 && max(diff, -diff)*30 < b.Minor && strings.TrimRight(a.number(), "0") != a.number() &&
		len(strings.TrimRight(a.number(), "0")) < len(strings.TrimRight(b.number(), "0"))
}

// summed is "i alt 5,5 mio. kr." behind "2,2 mio. kr. fra regionen og 3,3 mio. kr. fra Socialfonden", when one of the two
// was chosen.
func (d *document) summed(all []judged, chosen *judged) *judged {
	for i := 2; chosen != nil && i < len(all); i++ {
		a, b, c := all[i-2], all[i-1], all[i]
		part := chosen.from == a.from || chosen.from == b.from
		if part && a.row.to == 0 && c.row.to == 0 && a.Minor+b.Minor == c.Minor && a.Currency == c.Currency && d.sentence(a.from) == d.sentence(c.from) &&
			has(d.low[b.to:c.from], "i alt", "tilsammen", "samlet", "in total", "altogether") {
			return &all[i]
		}
	}
	return chosen
}

// inRange reports "2,8-3,2 mio. kr." and "mellem 2 og 3 mio. kr.": nobody knows which.
func (d *document) inRange(all []judged, j judged) bool {
	return slices.ContainsFunc(all, func(o judged) bool {
		a, b := o, j
		if b.from < a.from {
			a, b = b, a
		}
		if a.from == b.from || b.from < a.to || b.from-a.to > 6 {
			return false
		}
		switch strings.TrimSpace(d.low[a.to:b.from]) {
		case "-", "til", "to":
			return true
		case "og", "and":
			w, _ := wordBefore(d.low, a.from)
			return w == "mellem" || w == "between"
		}
		return false
	})
}
