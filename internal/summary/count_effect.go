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
	if ownStaff.MatchString(before) && ownStaffNoun.MatchString(d.low[n.from:n.to]) || groupSize.MatchString(before) || eachGroup.MatchString(d.low[n.to:min(s.to, n.to+20)]) || outOf.MatchString(before) || outOfBehind.MatchString(d.low[n.from:n.to]) {
		return 0
	}
	if pastYear.MatchString(before) || n.kind == "jobs" && strings.HasSuffix(before, "(") {
		return 0
	}
	if ofThemAre.MatchString(before) {
		return 0.6
	}
	if wholeGroup.MatchString(before) && n.kind == "participants" {
		return 0.7
	}
	if history.MatchString(d.low[d.lines[d.lineAt(n.from)].from:n.from]) {
		return 0
	}
	if has(before, background...) && !madeNow.MatchString(before) && !has(before, "målet var", "mål var", "the target was", "plads til$", "plads til ", "room for") || has(after, "pr. år", "mangler", "per year", "i dag", "blev ", "var ", "is missing", "will be missing", "of them will be missing", "forsvandt", "mangel", "deltog", "dengang", "kom i arbejde", "kom i job", "looking for work", "out of work", "uden job", "without work", "på landsplan", "nationwide", "endte", "fik$ ", "i danmark ", "gennemførte") {
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
	// ownStaff is "har i dag" before "34 medarbejdere": how large a body is.
	ownStaff     = regexp.MustCompile(`(?:^|[^\pL])(?:har|havde|have|has|had|er|var|tæller|beskæftiger)(?: (?:ved [\pL ]{3,30}|i dag|selv|nu|i alt|ca\.|omkring|cirka|godt|today|about))* $`)
	ownStaffNoun = regexp.MustCompile(`^[\d.]+ (?:\pL+ )?(?:ansatte|medarbejdere|employees|staff)$`)
	// groupSize is "på hold med" before "15 borgere hver".
	groupSize = regexp.MustCompile(`(?:^|[^\pL])(?:hold|grupper?|groups?|klasser?) (?:med|på|of|à|a) (?:op til |højst |ca\. |\d+-)?$`)
	eachGroup = regexp.MustCompile(`^ (?:hver$|hver[ ,.;]|ad gangen|each|at a time)`)
	// outOf is "8 ud af" before "10 kursister", and in "8 ud af 10 kursister".
	outOf       = regexp.MustCompile(`\d (?:ud af|af|out of) $`)
	outOfBehind = regexp.MustCompile(`^\d+ (?:ud af|out of) `)
	// wholeGroup is "Kandidaterne er ca." before "220 ledige": whom the project is for.
	wholeGroup = regexp.MustCompile(`(?:^|[.:] ?)(?:kandidaterne|deltagerne|målgruppen|kursisterne|the participants|the target group) (?:er|udgør|består af|omfatter|are|is|comprises) (?:samlet |ca\. |i alt |omkring |about )*$`)

	// pastYear is "I skoleåret 2019/20 fik" before "52 lærere", and "gik" before "611 borgere".
	pastYear = regexp.MustCompile(`(?:i|skoleåret|in) (?:19|20)\d\d(?:[/-]\d+)? (?:fik|deltog|gennemførte|nåede|uddannede|hjalp|blev) $|(?:^|[^\pL])(?:gik|underviser de) (?:omkring |ca\. )?$`)
	// ofThemAre is "Af dem er" before "65 voksne".
	ofThemAre = regexp.MustCompile(`(?:af dem|heraf) (?:er|skal|bliver) $`)
	// madeNow is "er der skabt" before "8 nye arbejdspladser".
	madeNow = regexp.MustCompile(`(?:er der|der er|there (?:are|will be)) (?:skabt|oprettet|kommet|blevet|fundet|created) (?:mindst |ca\. |yderligere )?$`)

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
	if ok && yearly(f) && inYear.MatchString(d.low[l.from:f.from]) {
		return // "Antal småjob ved udgangen af 2024"
	}
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
	if !ok || f.places > 0 || f.digits == 0 || f.digits >= 1e6 || len(low) > 80 || strings.Contains(low, ":") || strings.ContainsAny(low, "0123456789") && !strings.HasPrefix(low, "antal") || f.digits > mostInProject || yearly(f) ||
		has(low, "antal ansatte", "hvor mange ansatte", "ansatte i alt", "employees", "*løn$", "*udgift", "*tilskud", "værktøj", "kr$", "timer") {
		return
	}
	if kind := firstKind(low); kind != "" {
		d.count(c, count{f.span, int(f.digits), kind, d.words(above.span)}, span{above.from, l.to}, 0.8)
	}
}

// firstKind is what the first noun that counts anything counts; "ledige stillinger" are jobs.
func firstKind(low string) string {
	words := strings.Fields(low)
	for i, w := range words {
		if kind := nounKind(strings.Trim(w, ",()")); kind != "" {
			if i+1 < len(words) && vacant(w, words[i+1]) {
				return "jobs"
			}
			return kind
		}
	}
	return ""
}

// vacant reports "ledige stillinger": no people.
func vacant(w, next string) bool {
	return (w == "ledige" || w == "vacant") && nounKind(strings.Trim(next, ",()")) == "jobs"
}

// yearly reports a number that can be a year, and inYear stands before one.
func yearly(f figure) bool { return f.digits >= 1990 && f.digits <= 2060 && !f.groups }

var inYear = regexp.MustCompile(`(?:^|[^\pL])(?:i|af|ultimo|primo|siden|inden|fra|of|in|by) $`)

// rowCount reads a row of a table whose first cell begins with what is counted: "Deltagere i aftener	200	240". The last number
// is the target.
func (d *document) rowCount(c *Card, l line) {
	if len(l.cells) < 2 {
		return
	}
	label := l.cells[0]
	low := numbering.ReplaceAllString(d.low[label.from:label.to], "")
	cells, _ := d.numbers(l)
	if len(cells) == 0 || d.yearRow(cells) || len(low) > mostHeading || has(low, moneyWords...) || has(low, "antal ansatte", "beskæftigede", "medlemmer", "members", "employees", "timer", "procent", "pct", "andel", "jobskabelse") {
		return
	}
	f, kind := cells[len(cells)-1], firstKind(strings.TrimPrefix(low, "antal "))
	if kind == "" || f.places > 0 || f.digits == 0 || f.digits > mostInProject || !(strings.HasPrefix(low, "antal ") || nounKind(firstWord(low)) != "" || kind == "jobs") {
		return
	}
	d.count(c, count{f.span, int(f.digits), kind, d.words(label)}, span{label.from, f.to}, 0.7)
}
