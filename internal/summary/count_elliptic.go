package summary

import (
	"regexp"
	"slices"
	"strings"
)

// outcomes are the verbs of "og 36 kommer i job", where the people were counted before.
var outcomes = []string{"er", "et", "en", "skal", "kommer", "får", "fastholdes", "forventes", "gennemfører", "screenes", "ansættes", "fortsætter", "will", "obtain", "obtained", "complete", "completed", "are", "find", "go", "sign", "try", "learn", "begynder", "består"}

// hasNumberWord reports "hold 1": the number of a group, not of its people.
func hasNumberWord(low string, at int) bool {
	w, _ := wordBefore(low, at)
	return slices.Contains([]string{"hold", "fase", "projekt", "etape", "runde", "tema", "punkt", "bilag", "phase", "annex"}, w)
}

// aim and least begin sentences that go on counting what the sentence before counted.
var least = regexp.MustCompile(`^(?:at least|mindst|heraf) $`)

var aim = regexp.MustCompile(`^(?:målet|måltallet|the target) (?:er|var|is|was) $`)

// elliptic reports a number of people that are not named again.
func elliptic(low string, f figure) bool {
	w, _ := word(low, spaces(low, f.to))
	year := f.digits >= 1900 && f.digits < 2100 && !f.groups
	if year || f.groups && f.digits < 1000 || countedBefore(low, f.from) {
		return false
	}
	before := low[:f.from]
	if partOfThem.MatchString(before) || w == "at" && expectedOf.MatchString(before) {
		return true
	}
	return slices.Contains(outcomes, w) || strings.HasSuffix(before, "target of ") || strings.HasSuffix(before, "målet var ") || strings.HasSuffix(before, "mål på ") || strings.HasSuffix(before, "fastholdt ") || strings.HasSuffix(before, "bevaret ")
}

// partOfThem is "heraf" before "270 fra Danmark", and "heraf 270 fra Danmark og" before "210 fra Tyskland"; expectedOf is
// "heraf ventes" before "45 at".
var (
	partOfThem = regexp.MustCompile(`(?:^|[^\pL])(?:heraf|hvoraf|of whom|of which) (?:ca\. |mindst |\d[\d.]* (?:fra|i|på|from|in) \pL+ (?:og|and) )?$`)
	expectedOf = regexp.MustCompile(`(?:^|[^\pL])(?:ventes|forventes|skal|regner vi med|expect) $`)
)

// wherePeople is "96 i Aalborg og 64 i Aarhus.": a sentence that says where those counted before it are.
var wherePeople = regexp.MustCompile(`^(\d[\d.]*) i [\pL -]{3,40} og (\d[\d.]*) i [\pL -]{3,40}\.?$`)

// sameClause is the words behind the last comma or full stop.
func sameClause(low string) string {
	return low[strings.LastIndexAny(low, ",.;")+1:]
}

// partitiveWords stand between a number and what it counts.
var partitiveWords = regexp.MustCompile(`^ (?:af (?:de|vores|jeres|deres)|of (?:the|our|their)) `)

// ofSome is "42 af de 70 er i job", and "20 af pladserne".
var ofSome = regexp.MustCompile(`^af (?:de \d+ (?:er|skal|kan|får|kommer|bliver|vil|har|starter|begynder|ender) |plads(?:er|erne) )`)

// inWork is "48 i job eller uddannelse".
var inWork = regexp.MustCompile(`^ i (?:ordinært? |ustøttet )?(?:job|arbejde|beskæftigelse|uddannelse)(?:$|[^\pL])`)

func partitive(s string) bool {
	return strings.HasPrefix(s, "af de ") || strings.HasPrefix(s, "af vo") || ofSome.MatchString(s) || strings.HasPrefix(s, "af je") || strings.HasPrefix(s, "of the ")
}

var betweenStaff = regexp.MustCompile(`(?:med|with) (?:mellem|between) \d+ (?:og|and) $`)

// staffOf reports "virksomheder med 5-50 ansatte": the size of companies.
func staffOf(low string, from, end int) bool {
	w, _ := wordBefore(low, from)
	if at := strings.LastIndexByte(low[:from], '-'); at == from-1 && at > 0 { // the other end of a range
		for at > 0 && low[at-1] >= '0' && low[at-1] <= '9' {
			at--
		}
		w, _ = wordBefore(low, at)
	}
	for slices.Contains([]string{"under", "over", "til", "højst", "mindst", "end", "færre", "flere", "than", "fewer", "more", "max"}, w) { // "med under 50 ansatte"
		before := strings.LastIndex(low[:from], w)
		from = before
		w, _ = wordBefore(low, before)
	}
	if between := betweenStaff.FindStringIndex(low[:from]); between != nil {
		w = "med" // "med mellem 5 og 249 ansatte"
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
