package summary

import (
	"regexp"
	"slices"
	"strings"
)

var (
	numberOf = regexp.MustCompile(`^(?:forventet |planlagt )?(?:antal|number of) ([\pL, -]+?)[:\t ]+([\d.]+)$`)
	nounLine = regexp.MustCompile(`^((?:[\pL-]+ ){0,2}[\pL-]+)(?::|\t| {2})[:\t ]*(\d{1,5})$`)
)

// targets are whom projects are for; states are verbs that tell how many there are anyway.
var (
	targets = []string{"*ledige", "kursist", "*lærling", "*elever", "*modtagere", "ufaglærte", "unemployed", "apprentices", "trainees", "jobseekers", "flygtninge", "borgere", "unge$", "sygemeldte"}
	states  = []string{"har$", "er$", "bor$", "var$", "findes", "rummer", "tæller", "med$", "have$", "are$", "of$", "blandt", "ud af$"}
)

const mostTargeted = 2000 // more are the people of a whole country

// numbered reads a line such as "Antal medarbejdere på kursus: 420": the first noun tells what it counts.
func (d *document) numbered(c *Card, l line) {
	m := numberOf.FindStringSubmatchIndex(d.low[l.from:l.to])
	if m == nil { // "Bevarede arbejdspladser: 5": the last word is the noun
		m = nounLine.FindStringSubmatchIndex(d.low[l.from:l.to])
		if m == nil || nounKind(d.low[l.from+m[2]+strings.LastIndexByte(d.low[l.from+m[2]:l.from+m[3]], ' ')+1:l.from+m[3]]) == "" {
			return
		}
	}
	if has(d.low[l.from:l.from+m[3]], "antal ansatte$", "number of employees$") {
		return // how large the applicant is
	}
	f, ok := figureAt(d.low[:l.to], l.from+m[4])
	if !ok || f.to != l.to || f.places > 0 || f.digits == 0 || f.digits >= 1e6 {
		return
	}
	for _, w := range strings.Fields(d.low[l.from+m[2] : l.from+m[3]]) {
		if kind := nounKind(strings.Trim(w, ",")); kind != "" {
			d.count(c, count{f.span, int(f.digits), kind, d.words(span{l.from, l.from + m[3]})}, l.span, 0.9)
			return
		}
	}
}

// numberBelow reads a number alone on its line below words of which one, the first that counts anything, is a noun.
func (d *document) numberBelow(c *Card, above, l line) {
	low := d.low[above.from:above.to]
	f, ok := d.cell(l.span)
	if !ok || f.places > 0 || f.digits == 0 || f.digits >= 1e6 || len(low) > 80 || strings.Contains(low, ":") || strings.ContainsAny(low, "0123456789") && !strings.HasPrefix(low, "antal") || has(low, "antal ansatte", "ansatte i alt", "employees") {
		return
	}
	for _, w := range strings.Fields(low) {
		if kind := nounKind(strings.Trim(w, ",()")); kind != "" {
			d.count(c, count{f.span, int(f.digits), kind, d.words(above.span)}, span{above.from, l.to}, 0.8)
			return
		}
	}
}

// history is how the lines of a CV begin: "2015-2019 Programleder …".
var history = regexp.MustCompile(`^(?:19|20)\d\d ?- ?(?:(?:19|20)\d\d|nu|now|i dag)? `)

// effect is how sure it is that the count belongs to the project.
func (d *document) effect(s span, n count) float64 {
	before := d.low[max(s.from, n.from-90):n.from]
	if i := strings.LastIndexAny(before, ";:"); i >= 0 {
		before = before[i:]
	}
	after := clause(d.low[n.to:min(s.to, n.to+60)])
	if history.MatchString(d.low[d.lines[d.lineAt(n.from)].from:n.from]) {
		return 0
	}
	if has(before, background...) && !has(before, "målet var", "mål var", "the target was") || has(after, "pr. år", "mangler", "per year", "i dag", "blev ", "var ", "is missing", "forsvandt", "mangel", "deltog") {
		return 0
	}
	switch line := d.lines[d.lineAt(n.from)]; {
	case has(d.low[s.from:s.to], expected...):
		return 0.8
	case line.bullet || len(line.cells) > 1:
		return 0.6
	case n.n <= mostTargeted && n.kind == "participants" && has(strings.ToLower(n.role), targets...) && !has(before, states...):
		return 0.5
	}
	return 0
}

// countsIn finds the numbers in a sentence that count one of these, with at most three words between.
func (d *document) countsIn(s span) []count {
	low := d.low[s.from:s.to]
	var list []count
	for i := 0; i < len(low); i++ {
		if low[i] < '0' || low[i] > '9' {
			continue
		}
		f, ok := figureAt(low, i)
		glued := letterBefore(low, i) || i > 0 && strings.IndexByte("/.,:§(", low[i-1]) >= 0 && i > 1 && low[i-2] >= '0' && low[i-2] <= '9'
		i = max(i, f.to-1)
		if !ok || glued || f.places > 0 || f.digits == 0 || f.digits >= 1e6 || strings.Contains(low[f.from:f.to], ",") && d.lang != "en" || countedBefore(low, f.from) && hasNumberWord(low, f.from) {
			continue
		}
		kind, end := kindAt(low, afterRange(low, f))
		if kind == "" && len(list) > 0 && elliptic(low, f) {
			kind, end = list[len(list)-1].kind, f.to
		}
		if kind != "" && !staffOf(low, f.from, end) {
			if kind == "participants" && has(sameClause(low[max(0, f.from-40):f.from]), "*ansætte", "*ansættes", "*ansætter", "*ansat$") {
				kind = "jobs"
			}
			at := span{s.from + f.from, s.from + end}
			noun := span{s.from + f.to, at.to}
			noun.from += len(partitiveWords.FindString(d.low[noun.from:noun.to]))
			list = append(list, count{at, int(f.digits), kind, d.words(noun)})
		}
	}
	return list
}

// sameClause is the words behind the last comma or full stop.
func sameClause(low string) string {
	return low[strings.LastIndexAny(low, ",.;")+1:]
}

// hasNumberWord reports "hold 1": the number of a group, not of its people.
func hasNumberWord(low string, at int) bool {
	w, _ := wordBefore(low, at)
	return slices.Contains([]string{"hold", "fase", "projekt", "etape", "runde", "tema", "punkt", "bilag", "phase", "annex"}, w)
}

// outcomes are the verbs of "og 36 kommer i job", where the people were counted before.
var outcomes = []string{"er", "et", "en", "skal", "kommer", "får", "fastholdes", "forventes", "gennemfører", "screenes", "ansættes", "fortsætter", "will", "obtain", "obtained", "complete", "completed", "are", "find"}

// elliptic reports a number of people that are not named again.
func elliptic(low string, f figure) bool {
	w, _ := word(low, spaces(low, f.to))
	year := f.digits >= 1900 && f.digits < 2100 && !f.groups
	if year || f.groups && f.digits < 1000 || countedBefore(low, f.from) {
		return false
	}
	before := low[:f.from]
	return slices.Contains(outcomes, w) || strings.HasSuffix(before, "target of ") || strings.HasSuffix(before, "målet var ") || strings.HasSuffix(before, "mål på ")
}

// partitiveWords stand between a number and what it counts.
var partitiveWords = regexp.MustCompile(`^ (?:af (?:de|vores|jeres|deres)|of (?:the|our|their)) `)

func partitive(s string) bool {
	return strings.HasPrefix(s, "af de ") || strings.HasPrefix(s, "af vo") || strings.HasPrefix(s, "af je") || strings.HasPrefix(s, "of the ")
}

// staffOf reports "virksomheder med 5-50 ansatte": the size of companies.
func staffOf(low string, from, end int) bool {
	w, _ := wordBefore(low, from)
	if at := strings.LastIndexByte(low[:from], '-'); at == from-1 && at > 0 { // the other end of a range
		for at > 0 && low[at-1] >= '0' && low[at-1] <= '9' {
			at--
		}
		w, _ = wordBefore(low, at)
	}
	return (w == "med" || w == "with" || w == "mellem") && has(low[from:end], "ansatte", "employees", "medarbejdere")
}

// afterRange is where the noun begins that a number counts: behind the other end of "350-400 nye job".
func afterRange(low string, f figure) int {
	if f.to+1 < len(low) && low[f.to] == '-' && low[f.to+1] >= '0' && low[f.to+1] <= '9' {
		if g, ok := figureAt(low, f.to+1); ok && g.digits > f.digits && !(f.digits >= 1900 && f.digits < 2100) {
			return g.to
		}
	}
	return f.to
}

// kindAt reads the words behind a number up to the noun that it counts.
func kindAt(low string, at int) (kind string, end int) {
	for range 4 {
		from := at
		for from < len(low) && (low[from] == ' ' || low[from] == '\n' || low[from] == '-' && from > at) {
			from++
		}
		if from == at {
			return "", 0
		}
		w, end := word(low, from)
		for end+1 < len(low) && (low[end] == '\'' || low[end] == '-') {
			more, next := word(low, end+1)
			if more == "" {
				break
			}
			w, end = w+low[end:end+1]+more, next
		}
		if partitive(low[from:]) { // "700 af de unge", "170 of the participants"
			at = wordEnd(low, from+len("af "))
			if low[from] == 'o' {
				at = from + len("of the")
			}
			continue
		}
		if startsWithAny(low[from:], []string{"af dem$", "af disse$", "of them$", "of these$"}) {
			return "participants", at
		}
		if w == "" || slices.Contains(linking, w) {
			return "", 0
		}
		if kind := nounKind(strings.Trim(w, ",")); kind != "" {
			return kind, end
		}
		if slices.Contains(starting, w) {
			return "participants", end
		}
		at = end
	}
	return "", 0
}
