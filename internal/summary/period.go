package summary

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Period is the time a project runs, each end as exactly as it was stated ("2014-08-01", "2014-08", "2014") and ""
// where it was not.
type Period struct{ From, To string }

// MarshalJSON writes [from, to], null for an end that is not stated.
func (p Period) MarshalJSON() ([]byte, error) {
	ends := [2]*string{}
	for i, s := range []string{p.From, p.To} {
		if s != "" {
			ends[i] = &s
		}
	}
	return asJSON(ends)
}

func sorted(list []day) []day {
	slices.SortFunc(list, func(a, b day) int { return cmp.Compare(a.from, b.from) })
	return list
}

// monthAfter reports whether a line that begins with a number goes on with a month: "1. august 2014".
func monthAfter(s string) bool {
	m := dayMonth.FindStringIndex(strings.ToLower(firstBytes(s, 40)))
	return m != nil && m[0] == 0
}

func startsWithDate(low string) bool {
	low = firstBytes(low, 40)
	for _, re := range []*regexp.Regexp{dayMonth, numeric, isoDay, monthYear, bareYear, monthSlash} {
		if m := re.FindStringIndex(low); m != nil && m[0] == 0 {
			return true
		}
	}
	return false
}

// between is what may stand between the two ends of a period.
var between = regexp.MustCompile(`^[\s,)]*(?:kl\.? ?\d\d?[.:]?\d*)?[\s,]*(?:-|til og med|til|og frem til|t\.?o\.?m\.?|to|until|through|og|and|og slutte[rs]? (?:den )?|og afsluttes (?:den )?|og ophører (?:den )?|and ends? (?:on )?|frem til|slut(?:dato)?:?|end(?: date)?:?)[\s:]*(?:og med )?(?:(?:den|d\.|the|slut|udgangen af|ultimo|primo|medio|starten af|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)[\s,]*){0,3}$`)

// pair is a period found in the text.
type pair struct {
	Period
	span
	weight float64
}

// period is the project's: a labelled one, else what the sentences say of the time the project runs.
func (d *document) period() Field[Period] {
	if f := d.labelledPeriod(); f.Stated() {
		return f
	}
	if f := d.startAndEnd(); f.Stated() {
		return f
	}
	var best pair
	for _, s := range d.sents {
		if instructs(d.low[s.from:s.to]) {
			continue
		}
		if p := d.pairIn(s); p.weight > best.weight {
			best = p
		}
	}
	if best.weight < 2 {
		return Field[Period]{}
	}
	return says(d, best.Period, "", d.sentence(best.from), best.span, min(0.9, 0.5+best.weight/12))
}

// join makes a period of two dates when the words between them say so. The first end takes the year, and the month,
// of the second where it has none of its own.
func (d *document) join(a, b day) (pair, bool) {
	if b.from < a.to || b.from-a.to > 60 || b.year == 0 || a.words || b.words || !between.MatchString(d.low[a.to:b.from]) {
		return pair{}, false
	}
	if a.year == 0 {
		a.year = b.year
	}
	if !a.before(b) {
		return pair{}, false
	}
	return pair{Period{a.iso(), b.iso()}, span{a.from, b.to}, 1}, true
}
