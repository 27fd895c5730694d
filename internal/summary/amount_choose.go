package summary

import (
	"strings"
)

func (d *document) chooseApplied(all []judged, role string) *judged {
	call := d.call()
	return best(all, func(j judged) float64 {
		if j.Currency != "DKK" || j.Minor <= 0 || call && j.score[role] < 5 {
			return 0
		}
		return over(j.net(role, RoleCap, RoleUnit, RoleContext, RoleOwn), leastApplied)
	}, func(a, b judged) bool { // "Ansøgt beløb i alt" is the sum of those by year
		return b.score[role] >= sure && b.score[RoleTotal] > a.score[RoleTotal]+1 && b.Minor > a.Minor
	})
}

// exact is the amount of which the chosen one is a rounding, if the headline has it: only headlines round.
func exact(all []judged, chosen *judged, headline string) *judged {
	for i := range all {
		if chosen != nil && strings.Contains(headline, chosen.Text) && all[i].Currency == chosen.Currency && rounded(*chosen, all[i]) {
			all[i].score[RoleApplied], all[i].score[RoleTotal] = chosen.score[RoleApplied], chosen.score[RoleTotal]
			return &all[i]
		}
	}
	return chosen
}

// rounded reports whether a is b as headlines write it: "124 mio. kr." for 124,6.
func rounded(a, b judged) bool {
	diff := a.Minor - b.Minor
	return diff != 0 && max(diff, -diff)*30 < b.Minor && strings.TrimRight(a.number(), "0") != a.number() &&
		len(strings.TrimRight(a.number(), "0")) < len(strings.TrimRight(b.number(), "0"))
}

func (d *document) chooseTotal(all []judged, applied *judged) *judged {
	return best(all, func(j judged) float64 {
		if j.Currency != "DKK" || j.Minor <= 0 || applied != nil && j.Minor < applied.Minor || applied != nil && j.from == applied.from || j.score[RoleApplied] >= sure && j.row.to == 0 {
			return 0
		}
		return over(j.net(RoleTotal, RoleUnit, RoleContext, RolePart), leastTotal)
	}, func(a, b judged) bool {
		return b.Minor > a.Minor || b.Minor == a.Minor && a.row.to > 0 && b.row.to == 0 // a sentence says more than a row
	})
}

// chooseGrant takes a fund's contribution for the amount applied for, when one project and its total are described.
func (d *document) chooseGrant(all []judged, total *judged) *judged {
	if d.call() || !has(d.low, "*projekt", "project") || has(firstBytes(d.low, 400), "rammeaftale", "samarbejdsaftale", "partnerskabsaftale") {
		return nil
	}
	return best(all, func(j judged) float64 {
		s := d.around(j.sum)
		if j.Currency != "DKK" || j.Minor <= 0 || j.Minor >= total.Minor || j.Minor*10 < total.Minor || has(d.low[s.from:s.to], "*projekter", "puljen") || has(d.low[s.from:max(s.from, j.from)], "heraf", "hvoraf", "of which") ||
			j.score[RoleCofinancing] > j.score[RoleGrant] || j.score[RoleOwn] > j.score[RoleGrant] {
			return 0
		}
		return over(j.net(RoleGrant, RoleUnit, RoleContext, RolePart), leastGrant)
	}, func(a, b judged) bool { return b.Minor > a.Minor })
}

func over(w, least float64) float64 {
	if w < least {
		return 0
	}
	return w
}

// best is the amount of the greatest weight; among nearly equal ones the first, unless a later one is better.
func best(all []judged, weight func(judged) float64, better func(a, b judged) bool) *judged {
	top := 0.0
	for _, j := range all {
		top = max(top, weight(j))
	}
	var chosen *judged
	for i, j := range all {
		if w := weight(j); w > 0 && w >= nearlyEqual*top && (chosen == nil || better(*chosen, j)) {
			chosen = &all[i]
		}
	}
	return chosen
}
