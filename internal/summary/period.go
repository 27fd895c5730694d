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
var between = regexp.MustCompile(`^(?:, hvor [^.,\d]{3,50})?[\s,)]*(?:kl\.? ?\d\d?[.:]?\d*)?[\s,]*(?:-|/|til og med|til|og til|og frem til|t\.?o\.?m\.?|to|until|through|og|and|og slutte[rs]? (?:den )?|og afsluttes (?:den )?|og skal være (?:afsluttet|gennemført|slut|færdige?) (?:senest |inden |by )?(?:den )?|og ophører (?:den )?|and ends? (?:on )?|frem til|og frem til|(?:,? og|;|,) ?[^.\d]{0,30}(?:slutter|afsluttes|er færdige?|er slut|ophører|(?:er )?afsluttet|indvies|fortsætter|varer?|løber|står færdigt?|ends?|is completed|finish(?:es)?)(?: \pL+ år)?(?: med| til| frem til)?(?: den)?|slut(?:dato)?:?|end(?: date)?:?)[\s:]*(?:og med )?(?:(?:den|d\.|the|slut|udgangen af|ved udgangen af|ultimo|primo|medio|starten af|hele|i|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)[\s,]*){0,3}$`)

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
	one := d.startAndEnd()
	if one.Value.From != "" && one.Value.To != "" {
		return one
	}
	f := d.periodInSentences()
	if both := f.Value.From != "" && f.Value.To != ""; one.Stated() && !(both && (f.Value.From == one.Value.From || f.Value.To == one.Value.To)) {
		return one
	}
	return f
}

// periodInSentences is what running text says of the time the project runs.
func (d *document) periodInSentences() Field[Period] {
	var best pair
	for _, s := range d.sents {
		if instructs(d.low[s.from:s.to]) || d.aside(s.from) {
			continue
		}
		if p := d.pairIn(s); p.weight > best.weight {
			best = p
		}
	}
	if best.weight < 2 {
		if f := d.timelinePeriod(); f.Stated() {
			return f
		}
		return d.told()
	}
	if best.From == "" {
		if f := d.told(); f.Value.To == best.To && f.Value.From != "" {
			return f
		}
	}
	return says(d, best.Period, "", d.sentence(best.from), best.span, min(0.9, 0.5+best.weight/12))
}

// refined takes the ends from "Startdato" and "Slutdato" where the period itself only states their years or months, and
// where they stand near enough for one quote.
func (d *document) refined(l labelled, p pair) Field[Period] {
	around := span{l.label.from, p.to}
	for field, end := range map[string]*string{"start": &p.From, "end": &p.To} {
		for _, o := range d.with(field) {
			all := d.days(o.value)
			if len(all) == 0 || len(all[0].iso()) <= len(*end) || !strings.HasPrefix(all[0].iso(), *end) {
				continue
			}
			wider := span{min(around.from, o.label.from), max(around.to, all[0].to)}
			if wider.to-wider.from < longestQuote {
				*end, around = all[0].iso(), wider
			}
		}
	}
	return says(d, p.Period, "", around, p.span, 0.95)
}

// yearAndComma is what stands before a year that is not the first of a list.
var yearAndComma = regexp.MustCompile(`\d{4}, ?$`)

// yearsOf is a list of years that follow on each other: "2013, 2014 og 2015".
func (d *document) yearsOf(all []day) (pair, bool) {
	n := 1
	for n < len(all) && all[n].year == all[0].year+n && all[n].month == 0 && onlyListed.MatchString(d.low[all[n-1].to:all[n].from]) {
		n++
	}
	if n < 3 || all[0].month > 0 || yearAndComma.MatchString(d.low[max(0, all[0].from-6):all[0].from]) {
		return pair{}, false
	}
	return pair{Period{all[0].iso(), all[n-1].iso()}, span{all[0].from, all[n-1].to}, 1}, true
}

var onlyListed = regexp.MustCompile(`^(?:, ?| og | and |, og |, and )$`)

// mostYears is longer than any programme: beyond it are two years that have nothing to do with each other.
const mostYears = 12

// join makes a period of two dates when the words between them say so. The first end takes the year, and the month,
// of the second where it has none of its own.
func (d *document) join(a, b day) (pair, bool) {
	if b.from < a.to || b.from-a.to > 60 || b.year == 0 || !between.MatchString(d.low[a.to:b.from]) {
		return pair{}, false
	}
	if a.year == 0 {
		a.year = b.year
	}
	if listed := d.low[a.to:b.from]; a.month == 0 && b.month == 0 && has(listed, "og", "and") && yearAndComma.MatchString(d.low[max(0, a.from-6):a.from]) {
		return pair{}, false // "2013, 2014 og 2015" is a list
	}
	if !a.before(b) || a.month == 0 && b.month == 0 && b.year-a.year > mostYears {
		return pair{}, false
	}
	return pair{Period{a.iso(), b.iso()}, span{a.from, b.to}, 1}, true
}
