package summary

import (
	"regexp"
	"slices"
	"strings"
)

// taking is a noun that no list knows, with a verb that tells that it is people: "35 øboere skal gennemføre kurserne".
var taking = regexp.MustCompile(`^ \pL{4,}(?:e|er|ere|s)? (?:skal |vil |forventes at )(?:gennemføre|deltage|uddannes|opkvalificeres|på kursus)`)

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
		if !ok || glued || low[f.from] == '0' || f.places > 0 || f.digits == 0 || f.digits >= 1e6 || strings.Contains(low[f.from:f.to], ",") && d.lang != "en" || countedBefore(low, f.from) && hasNumberWord(low, f.from) {
			continue
		}
		if f.digits >= 1990 && f.digits <= 2040 && !f.groups && yearAfter.MatchString(low[max(0, f.from-14):f.from]) {
			continue // "i 2021 og 2022 får borgere"
		}
		kind, end := kindAt(low, afterRange(low, f))
		if kind == ofThem {
			kind = "participants"
			if len(list) > 0 {
				kind = list[len(list)-1].kind // "220 virksomheder, og mindst 90 af dem"
			}
		}
		if kind == "" && inWork.MatchString(low[f.to:]) {
			kind, end = "participants", f.to+len(strings.TrimRight(inWork.FindString(low[f.to:]), " .,;:"))
		}
		if kind == "" && taking.MatchString(low[f.to:]) {
			kind, end = "participants", f.to+len(taking.FindString(low[f.to:]))
		}
		if kind == "" && len(list) > 0 && elliptic(low, f) {
			kind, end = list[len(list)-1].kind, f.to
		} else if kind == "" && d.counted != "" && (aim.MatchString(low[:f.from]) || strings.Trim(low[:f.from], "•-–* ") == "" && elliptic(low, f) || least.MatchString(low[:f.from]) && elliptic(low, f)) {
			kind, end = d.counted, f.to // "212 ledige har gennemført et kursus. Målet er 400."
		}
		if kind != "" && !staffOf(low, f.from, end) {
			if kind == "jobs" && strings.Contains(low[f.to:end], "plads") && reached.MatchString(low[max(0, f.from-40):f.from]) {
				kind = "companies" // "skal nå ud til mindst 200 arbejdspladser"
			}
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

// reached is before workplaces that are visited, and not made.
var reached = regexp.MustCompile(`(?:^|[^\pL])(?:nå ud til|besøge[rs]?|opsøge[rs]?|kontakte[rs]?|blandt|hos|på|fra|reach|visit|among) (?:mindst |ca\. |cirka |omkring |op til |at least |about )?$`)

// ofThem is what "90 af dem" counts: what was counted before.
const ofThem = "of them"

// yearAfter stands before a year: "i 2021 og".
var yearAfter = regexp.MustCompile(`(?:^|[^\pL])(?:i|siden|inden|fra|(?:19|20)\d\d (?:og|til)) $`)

// ofNumber is "af de 200 ledige" and "af medarbejderne".
var ofNumber = regexp.MustCompile(`^(?:af|of) (?:(?:de|the) \d[\d.]* (\pL+)|(\pL+ne)(?:$|[^\pL]))`)

// hyphened is the first of two kinds of people: "dagpenge- og kontanthjælpsmodtagere".
var hyphened = regexp.MustCompile(`^ \pL+- (?:og|eller)`)

// kindAt reads the words behind a number up to the noun that it counts.
func kindAt(low string, at int) (kind string, end int) {
	at += len(hyphened.FindString(low[at:]))
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
		if m := ofNumber.FindStringSubmatchIndex(low[from:]); m != nil {
			if m[2] < 0 {
				m = m[2:] // "38 af medarbejderne"
			}
			if nounKind(low[from+m[2]:from+m[3]]) == "participants" {
				return "participants", from + m[3] // "105 af de 200 ledige"
			}
		}
		if partitive(low[from:]) { // "700 af de unge", "170 of the participants"
			if m := ofSome.FindString(low[from:]); m != "" {
				return "participants", from + len(m) - len(m[strings.LastIndexByte(strings.TrimRight(m, " "), ' '):])
			}
			at = wordEnd(low, from+len("af "))
			if low[from] == 'o' {
				at = from + len("of the")
			}
			continue
		}
		if startsWithAny(low[from:], []string{"af dem$", "af disse$", "of them$", "of these$"}) {
			return ofThem, at
		}
		if w == "" || slices.Contains(linking, w) {
			return "", 0
		}
		if kind := nounKind(strings.Trim(w, ",")); kind != "" {
			if next, to := word(low, spaces(low, end)); w == "job" && next == "seekers" {
				return "participants", to
			} else if vacant(w, next) {
				return "jobs", to
			}
			return kind, end
		}
		if slices.Contains(starting, w) {
			return "participants", end
		}
		at = end
	}
	return "", 0
}
