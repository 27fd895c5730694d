package summary

import (
	"regexp"
	"strings"
)

// amounts finds every amount, in order, each place once. What stands in an instruction-like passage is no statement
// of the proposal and is left out.
func (d *document) amounts() []sum {
	var list []sum
	for _, s := range d.sents {
		if !instructs(d.low[s.from:s.to]) {
			list = append(list, d.scanSums(s)...)
		}
	}
	list = inOrder(list)
	var bare []sum
	for _, a := range d.tabled() {
		if !overlaps(list, a.span) && !overlaps(bare, a.span) {
			bare = append(bare, a)
		}
	}
	return inOrder(append(list, bare...))
}

// judged is an amount with the weight of each role.
type judged struct {
	sum
	score map[string]float64
}

// net is the weight of a role less what speaks for something that is not the whole project.
func (j judged) net(role string, against ...string) float64 {
	worst := 0.0
	for _, r := range against {
		worst = max(worst, j.score[r])
	}
	return j.score[role] - 0.6*worst
}

// Least weights, found on the development texts: a single sure cue counts from 4 on, half of it at 60 bytes' distance.
const (
	leastApplied = 2.4
	leastTotal   = 1.9
	leastGrant   = 1.2
	leastRole    = 1.2
	nearlyEqual  = 0.75 // of the best: then the first, or the largest, is meant
)

// mostWeighed is how many amounts are weighed; those behind are listed without a role.
const mostWeighed = 500

// assign decides what each amount is for.
func (d *document) assign(c *Card, list []sum) {
	var all []judged
	for i, a := range list {
		j := judged{a, map[string]float64{}}
		switch {
		case d.aside(a.from):
			j.score[RoleContext] = 2 * sure
		case i < mostWeighed:
			j.score = d.roles(list, i)
		}
		if startsWithAny(strings.TrimLeft(d.low[a.to:min(len(d.low), a.to+24)], " ("), []string{", heraf", ", hvoraf", ", of which", "heraf", "hvoraf", "of which"}) {
			j.score[RoleTotal] += 3
		}
		all = append(all, j)
	}
	d.converted(all)
	if d.several(all) {
		d.many = true
		for i := range all {
			if all[i].score[RoleApplied] >= sure || d.besideApplied(all, all[i]) {
				all[i].score[RoleTotal] = 0 // of one of the projects
			}
		}
		for i := range all {
			all[i].score[RoleApplied], all[i].score[RoleGranted] = 0, 0
		}
	}
	if j := d.sharedSum(all); j != nil && !d.many && !d.call() {
		d.news = true
		for i := range all {
			all[i].score[RoleGranted], all[i].score[RoleGrant] = 0, 0
		}
		j.score[RoleTotal] += 2 * sure
	}
	applied := d.chooseApplied(all, RoleApplied)
	if applied == nil {
		applied = d.chooseApplied(all, RoleGranted) // who grants an amount was asked for one
	}
	applied = d.summed(all, applied)
	applied = d.exact(all, applied, c.Title.Quote)
	total := d.exact(all, d.chooseTotal(all, applied), c.Title.Quote)
	if applied == nil && total != nil && !d.many && !d.news {
		applied = d.summed(all, d.chooseGrant(all, total))
	}
	c.Applied, c.Total = d.stated(applied, RoleApplied), d.stated(total, RoleTotal)
	c.Others = d.others(all, applied, total)
	d.rivals = append(d.rival(all, applied, RoleApplied), d.rival(all, total, RoleTotal)...)
}

// inKroner is what stands between an amount of another currency and what it is in kroner.
var inKroner = regexp.MustCompile(`^,? ?\(?(?:som )?(?:svarer til|svarende til|dvs\.|ca\.|cirka|omkring|eller|lig med|equivalent to|corresponding to|or|about) ?(?:ca\. |about )?$`)

// converted gives an amount in kroner the weights of the one in another currency that it stands for: "EUR 1.385.000, svarer
// til 10.318.250 kr."
func (d *document) converted(all []judged) {
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.Currency == "DKK" || b.Currency != "DKK" || b.from < a.to || b.from-a.to > 40 || !inKroner.MatchString(d.low[a.to:b.from]) {
			continue
		}
		for role, w := range a.score {
			all[i].score[role] = max(all[i].score[role], w)
		}
	}
}

func (d *document) stated(j *judged, role string) Field[Amount] {
	if j == nil {
		return Field[Amount]{}
	}
	return says(d, j.Amount, role, d.around(j.sum), j.span, confidenceOf(max(j.score[role], j.score[RoleGranted]))*j.confidence)
}

// confidenceOf turns a weight into a confidence: 0.9 from a sure cue on.
func confidenceOf(weight float64) float64 { return min(0.98, 0.5+weight/12) }

// around is what a reader needs to see: the row, or the sentence.
func (d *document) around(a sum) span {
	if l := d.lines[d.lineAt(a.from)]; a.row.to > a.row.from && a.row.from < a.from && a.from-a.row.from < longestQuote {
		return span{a.row.from, max(a.to, min(l.to, a.row.from+longestQuote))}
	}
	return d.sentence(a.from)
}
