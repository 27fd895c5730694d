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
		if at == atAfter && c.role == RoleCap && strings.HasSuffix(c.word, "$") {
			continue // "11 mio. kr. over fire år"
		}
		for i, end := find(s, c.word, 0); i >= 0; i, end = find(s, c.word, end) {
			w := c.weight * at
			if half > 0 {
				w /= 1 + float64(len(s)-end)/half
			}
			if (c.role == RoleApplied || c.role == RoleGranted) && mayApply.MatchString(s[:i]) {
				continue
			}
			if c.role == RoleTotal && partOf(s, i) && !leadsOn.MatchString(s[end:]) {
				w /= 4
			}
			best[c.role] = max(best[c.role], w)
		}
	}
	for role, w := range best {
		score[role] += w
	}
}

// mayApply is "der kan" before "søges om": what anybody may apply for, and nobody does.
var mayApply = regexp.MustCompile(`(?:^|[^\pL])(?:kan|må|can|may)(?: [\pL]+){0,3} $`)

// leadsOn is what stands between "af budgettet" and the amount, when the amount is the budget's.
var leadsOn = regexp.MustCompile(`^ ?(?:(?:på|er|udgør|of) ?)?(?:i alt |ca\. |kr\. ?)?$`)

// partOf reports "10 % af budgettet": a share of the total, not the total.
func partOf(s string, i int) bool {
	before := strings.TrimRight(s[:i], " ")
	return strings.HasSuffix(before, " af") || strings.HasSuffix(before, " af det") || strings.HasSuffix(before, " of the") || strings.HasSuffix(before, " ud af")
}
