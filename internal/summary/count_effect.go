package summary

import (
	"regexp"
	"strings"
)

// targets are whom projects are for; states are verbs that tell how many there are anyway.
var (
	targets = []string{"*ledige", "kursist", "*lærling", "*elever", "*modtagere", "ufaglærte", "unemployed", "apprentices", "trainees", "jobseekers", "flygtninge", "borgere", "unge$", "sygemeldte"}
	states  = []string{"har$", "er$", "bor$", "var$", "findes", "rummer", "tæller", "med$", "have$", "are$", "of$", "blandt", "ud af$"}
)

const mostTargeted = 2000 // more are the people of a whole country

// mostInProject is more people than any project takes in: they are those of a country's labour market.
const mostInProject = 50_000

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
	if has(before, background...) && !has(before, "målet var", "mål var", "the target was", "plads til$", "plads til ", "room for") || has(after, "pr. år", "mangler", "per year", "i dag", "blev ", "var ", "is missing", "forsvandt", "mangel", "deltog", "dengang", "kom i arbejde", "kom i job", "looking for work", "out of work", "uden job", "without work") {
		return 0
	}
	if n.kind == "participants" && n.n > mostInProject {
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

var (
	numberOf = regexp.MustCompile(`^(?:forventet |planlagt )?(?:antal|number of) ([\pL, -]+?)[:\t ]+([\d.]+)$`)
	nounLine = regexp.MustCompile(`^((?:[\pL-]+ ){0,2}[\pL-]+)(?::|\t| {2})[:\t ]*(\d{1,5})$`)
)

// numbered reads a line such as "Antal medarbejdere på kursus: 420": the first noun tells what it counts.
func (d *document) numbered(c *Card, l line) {
	l.from += len(numbering.FindString(d.low[l.from:l.to])) // "4.1 Antal deltagere: 110"
	m := numberOf.FindStringSubmatchIndex(d.low[l.from:l.to])
	if m == nil { // "Bevarede arbejdspladser: 5": the last word is the noun
		m = nounLine.FindStringSubmatchIndex(d.low[l.from:l.to])
		if m == nil || nounKind(d.low[l.from+m[2]+strings.LastIndexByte(d.low[l.from+m[2]:l.from+m[3]], ' ')+1:l.from+m[3]]) == "" {
			return
		}
	}
	if has(d.low[l.from:l.from+m[3]], "antal ansatte$", "antal medarbejdere$", "number of employees$") {
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
