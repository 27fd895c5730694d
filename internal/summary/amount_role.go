package summary

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
)

//go:embed cues.tsv
var cueTable string

// cue is a word that tells what an amount near it is for.
type cue struct {
	role   string
	weight float64
	word   string
}

var cues = func() (list []cue) {
	for _, row := range rows(cueTable) {
		weight, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			panic("summary: cues.tsv: " + err.Error())
		}
		for _, w := range listed(row[2]) {
			list = append(list, cue{row[0], weight, w})
		}
	}
	return list
}()

// Where a cue stands decides how much it counts: a row's label and a column's heading name the amount, words before
// it lead to it, words behind it may belong to the next.
const (
	atLabel   = 1.4
	atColumn  = 1.2
	atBefore  = 1.0
	atAfter   = 0.6
	atHeading = 0.3
	halfLife  = 60.0 // bytes before the amount at which a cue counts half
)

// mostLead is how many bytes, "ca. DKK", may stand between a label and its amount.
const mostLead = 10

// roles weighs every cue near the amount i of the list.
func (d *document) roles(list []sum, i int) map[string]float64 {
	a := list[i]
	score := map[string]float64{}
	if factor.MatchString(firstBytes(d.low[a.to:], 8)) {
		return map[string]float64{RoleUnit: sure} // "25.000 kr. x 18"
	}
	if a.row.to > a.row.from {
		weigh(score, d.low[a.row.from:a.row.to], atLabel, 0)
		if a.column.to > a.column.from {
			weigh(score, d.low[a.column.from:a.column.to], atColumn, 0)
		}
		return score
	}
	if f, _, value := d.onLine(d.lines[d.lineAt(a.from)]); (f == RoleApplied || f == RoleTotal) && a.from >= value.from {
		if a.from-value.from < mostLead || strings.HasSuffix(d.low[value.from:a.from], "= ") {
			score[f] += 5 // a form's label, in whatever words
		}
	}
	s := d.sentence(a.from)
	before, after := span{max(s.from, a.from-160), a.from}, span{a.to, min(s.to, a.to+70)}
	if i > 0 && list[i-1].to > before.from && list[i-1].to <= a.from {
		before.from = list[i-1].to
		before.from += len(unitPhrase.FindString(d.low[before.from:before.to]))
	}
	if i+1 < len(list) && list[i+1].from < after.to {
		after.to = max(after.from, list[i+1].from)
	}
	if words := strings.TrimRight(d.low[before.from:before.to], " \t"); strings.HasSuffix(words, ":") && len(words) < longestLabel+60 {
		weigh(score, words, atLabel, 0)
	} else {
		weigh(score, words, atBefore, halfLife)
	}
	weigh(score, clause(d.low[after.from:after.to]), atAfter, 0)
	if share.MatchString(d.low[before.from:before.to]) {
		score[RoleApplied] += 3
	}
	if fundBehind.MatchString(d.low[after.from:after.to]) {
		score[RoleGrant] += 3
	}
	relative := span{a.to, min(s.to, a.to+150)}
	if i+1 < len(list) {
		relative.to = max(relative.from, min(relative.to, list[i+1].from))
	}
	if has(d.low[relative.from:relative.to], "som der er ansøgt", "som er ansøgt", "som der søges", "som søges", "which is applied for") {
		score[RoleApplied] += 3
	}
	if before.from == s.from {
		d.weighAbove(score, s, a.from-s.from < 20)
	}
	return score
}

// weighAbove counts the line above: a label on a line of its own, or a heading.
func (d *document) weighAbove(score map[string]float64, s span, opens bool) {
	i := d.lineAt(s.from)
	if i == 0 || d.lines[i].from != s.from {
		return
	}
	above := numbering.ReplaceAllString(d.low[d.lines[i-1].from:d.lines[i-1].to], "")
	if colon := strings.IndexByte(above, ':'); len(above) > 90 || colon >= 0 && colon < len(above)-1 {
		return
	}
	at := atHeading
	if opens && !d.lines[i].blank && !strings.ContainsAny(above, "0123456789") {
		at = atLabel
	}
	weigh(score, above, at, 0)
}

// clause is the words up to where something else begins.
func clause(s string) string {
	for _, end := range []string{",", ";", " og ", " hvoraf", " heraf", " and ", " samt ", " men ", " of which"} {
		if i := strings.Index(s, end); i >= 0 && (i > 0 || end != ",") {
			s = s[:i]
		}
	}
	return s
}

// weigh adds the best cue of each role. With a half-life those nearer to the end count more.
func weigh(score map[string]float64, s string, at, half float64) {
	best := map[string]float64{}
	for _, c := range cues {
		for i, end := find(s, c.word, 0); i >= 0; i, end = find(s, c.word, end) {
			w := c.weight * at
			if half > 0 {
				w /= 1 + float64(len(s)-end)/half
			}
			if c.role == RoleApplied && mayApply.MatchString(s[:i]) {
				continue
			}
			if c.role == RoleTotal && partOf(s, i) {
				w /= 4
			}
			best[c.role] = max(best[c.role], w)
		}
	}
	for role, w := range best {
		score[role] += w
	}
}

// unitPhrase still belongs to the amount before it: "11.500 kr. pr. deltager eller 690.000 kr.". fundBehind is "fra
// Boligstyrelsen" behind an amount.
var (
	unitPhrase = regexp.MustCompile(`^ (?:pr\.|per) [\pL]+`)
	fundBehind = regexp.MustCompile(`^,? (?:i (?:støtte|tilskud) )?(?:fra|from) (?:the |eu's |den europæiske |de )?[^.,\d]{0,40}?(?:fond|styrelse|pulje|ministeri|vækstforum|erhvervsfremme|fund|midler|eu$|eu )`)
)

// share leads to "søger regionen om 60 % af udgifterne, dvs. 1.386.000 kr."
var share = regexp.MustCompile(`(?:søger|ansøger|søges|ansøges) [^.]{0,60}?om (?:tilskud på )?[\d,]+ ?(?:%|pct|procent)[^.]{0,40}(?:dvs\.|svarende til|eller) $`)

// factor follows the price of one.
var factor = regexp.MustCompile(`^ ?[x×*] ?\d`)

// mayApply is "der kan" before "søges om": what anybody may apply for, and nobody does.
var mayApply = regexp.MustCompile(`(?:^|[^\pL])(?:kan|må|can|may)(?: [\pL]+){0,3} $`)

// partOf reports "10 % af budgettet": a share of the total, not the total.
func partOf(s string, i int) bool {
	before := strings.TrimRight(s[:i], " ")
	return strings.HasSuffix(before, " af") || strings.HasSuffix(before, " af det") || strings.HasSuffix(before, " of the") || strings.HasSuffix(before, " ud af")
}
