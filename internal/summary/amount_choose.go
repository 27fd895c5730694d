package summary

import "regexp"

func (d *document) chooseApplied(all []judged, role string) *judged {
	against := []string{RoleUnit, RoleContext, RoleOwn}
	if role == RoleApplied {
		against = append(against, RoleCap) // a grant is often one "of up to"
	}
	call := d.call()
	return best(all, func(j judged) float64 {
		if j.Currency != "DKK" || j.Minor <= 0 || call {
			return 0
		}
		if s := d.around(j.sum); role == RoleGranted && j.score[RoleCap] > 0 && has(d.low[s.from:s.to], "*projekter", "*projekterne", "projects") {
			return 0 // what several get together
		}
		return over(j.net(role, against...), leastApplied)
	}, func(a, b judged) bool { // "Ansøgt beløb i alt" is the sum of those by year
		if b.whole && a.row == b.row {
			return true
		}
		if role == RoleGranted && b.score[role] >= sure && a.Minor < b.Minor && d.sentence(a.from) == d.sentence(b.from) {
			return true // of two that give, the one that gives more was asked
		}
		return b.score[role] >= sure && b.score[RoleTotal] > a.score[RoleTotal]+1 && b.Minor > a.Minor
	})
}

// mostTimes is how much larger than the amount applied for a total can be: beyond it, it is of the bridge, not of the
// project.
const mostTimes = 50

func (d *document) chooseTotal(all []judged, applied *judged) *judged {
	call := d.call()
	if chosen := d.largestTotal(all, applied, call); chosen != nil || !call {
		return chosen
	}
	for i, j := range all { // the money of a call: the first that no project is limited by
		if i+1 < len(all) && fromEach.MatchString(d.low[j.to:max(j.to, all[i+1].from)]) {
			return nil // two funds, each with its part
		}
		if j.Currency == "DKK" && max(j.score[RoleCap], j.score[RoleUnit], j.score[RolePart]) < leastRole {
			return &all[i]
		}
	}
	return nil
}

// fromEach stands between "50 mio. kr. fra Socialfonden og 28 mio. kr. fra regionen".
var fromEach = regexp.MustCompile(`^ (?:fra|from) [^.;\d\n]{3,60} (?:og|samt|and) $`)

func (d *document) largestTotal(all []judged, applied *judged, call bool) *judged {
	return best(all, func(j judged) float64 {
		if j.Currency != "DKK" || j.Minor <= 0 || applied != nil && j.Minor < applied.Minor || applied != nil && j.from == applied.from || j.score[RoleApplied] >= sure && j.row.to == 0 {
			return 0
		}
		if d.inRange(all, j) || applied != nil && j.Minor/mostTimes > applied.Minor {
			return 0
		}
		return over(j.net(RoleTotal, RoleUnit, RoleContext, RolePart), leastTotal)
	}, func(a, b judged) bool {
		if call && b.row.to == 0 {
			return false // the pool comes before its history
		}
		if d.named(a, RoleTotal) && !d.named(b, RoleTotal) && b.row.to == 0 && applied != nil {
			return false
		}
		return b.Minor > a.Minor || b.Minor == a.Minor && a.row.to > 0 && b.row.to == 0 // a sentence says more than a row
	})
}

// chooseGrant takes a fund's contribution for the amount applied for, when one project and its total are described.
func (d *document) chooseGrant(all []judged, total *judged) *judged {
	if d.call() || !has(d.low, "*projekt", "project") || has(firstBytes(d.low, 400), "rammeaftale", "samarbejdsaftale") {
		return nil
	}
	return best(all, func(j judged) float64 {
		s := d.around(j.sum)
		if j.Currency != "DKK" || j.Minor <= 0 || j.Minor >= total.Minor || j.Minor*10 < total.Minor || has(d.low[s.from:s.to], "*projekter", "puljen") || has(d.low[s.from:max(s.from, j.from)], "heraf", "hvoraf", "of which") && !d.fundsOnly(all, j) ||
			j.score[RoleCofinancing] > j.score[RoleGrant] || j.score[RoleOwn] > j.score[RoleGrant] {
			return 0
		}
		return over(j.net(RoleGrant, RoleUnit, RoleContext, RolePart), leastGrant)
	}, func(a, b judged) bool { return b.Minor > a.Minor })
}

// fundsOnly reports the one part of a total that a fund gives: "heraf 2,5 mio. kr. fra Socialfonden."
func (d *document) fundsOnly(all []judged, j judged) bool {
	s := d.sentence(j.from)
	n := 0
	for _, o := range all {
		if s.from <= o.from && o.from < s.to {
			n++
		}
	}
	return n == 2 && fundBehind.MatchString(d.low[j.to:s.to])
}

// named reports whether a label of a form, such as "Samlet budget:", says what the amount is.
func (d *document) named(j judged, role string) bool {
	l := d.lines[d.lineAt(j.from)]
	f, _, _ := d.onLine(l)
	return f == role
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
