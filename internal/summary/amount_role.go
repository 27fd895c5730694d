package summary

import (
	"regexp"
	"strings"
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
	d.weighLabel(score, a)
	s := d.sentence(a.from)
	before := d.leading(list, i, s)
	if words := strings.TrimRight(d.low[before.from:before.to], " \t"); strings.HasSuffix(words, ":") && len(words) < longestLabel+60 {
		weigh(score, words, atLabel, 0)
	} else {
		weigh(score, words, atBefore, halfLife)
	}
	for _, f := range straightBefore {
		if f.words.MatchString(d.low[before.from:before.to]) {
			score[f.role] += f.weight
		}
	}
	d.weighBehind(score, list, i, s)
	if before.from == s.from {
		d.weighAbove(score, s, a.from-s.from < 20)
	}
	return score
}

// weighLabel counts a label that the list of labels knows, in whatever words a form has it.
func (d *document) weighLabel(score map[string]float64, a sum) {
	i := d.lineAt(a.from)
	f, _, value := d.onLine(d.lines[i])
	if i > 0 && f == "" && a.from-d.lines[i].from < mostLead {
		if above := labelOf(d.low[d.lines[i-1].from:d.lines[i-1].to]); above == RoleApplied || above == RoleTotal {
			score[above] += 5 // the label has a line of its own
		}
	}
	if f != RoleApplied && f != RoleTotal || a.from < value.from {
		return
	}
	if a.from-value.from < mostLead || strings.HasSuffix(d.low[value.from:a.from], "= ") {
		score[f] += 5
	}
}

// leading is the words that lead to the amount: those of its sentence behind the amount before it.
func (d *document) leading(list []sum, i int, s span) span {
	a := list[i]
	before := span{max(s.from, a.from-160), a.from}
	if i > 0 && list[i-1].to > before.from && list[i-1].to <= a.from {
		before.from = list[i-1].to
		before.from += len(unitPhrase.FindString(d.low[before.from:before.to]))
	}
	return before
}

// weighBehind counts the words behind the amount, up to the next one.
func (d *document) weighBehind(score map[string]float64, list []sum, i int, s span) {
	a := list[i]
	near, far := span{a.to, min(s.to, a.to+70)}, span{a.to, min(s.to, a.to+150)}
	if i+1 < len(list) {
		near.to = max(near.from, min(near.to, list[i+1].from))
		far.to = max(far.from, min(far.to, list[i+1].from))
	}
	if !nextLabel.MatchString(d.text[near.from:min(len(d.text), near.to+40)]) {
		weigh(score, clause(d.low[near.from:near.to]), atAfter, 0)
	}
	if ownBehind.MatchString(d.low[near.from:near.to]) {
		score[RoleOwn] += 2 * sure
	}
	if fundBehind.MatchString(d.low[near.from:near.to]) {
		score[RoleGrant] += 3
		if with.MatchString(d.low[s.from:a.from]) {
			score[RoleGranted] += 4.5
		}
	}
	if has(d.low[far.from:far.to], "som der er ansøgt", "som er ansøgt", "som der søges", "som søges", "which is applied for") {
		score[RoleApplied] += 3
	}
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

// unitPhrase still belongs to the amount before it: "11.500 kr. pr. deltager eller 690.000 kr.". fundBehind is "fra
// Boligstyrelsen" behind an amount.
var (
	unitPhrase = regexp.MustCompile(`^ (?:pr\.|per) [\pL]+`)
	fundBehind = regexp.MustCompile(`^,? (?:i (?:støtte|tilskud) |kommer |betales |dækkes )?(?:fra|from) (?:the |eu's |eu’s |den europæiske |de )?[^.,\d]{0,40}?(?:fond|styrelse|pulje|ministeri|vækstforum|erhvervsfremme|fund|midler|eu(?:$|[^\pL]))`)
	ownBehind  = regexp.MustCompile(`^ (?:i|som|til|as|in) (?:kontant |own )?(?:egen ?finansiering|egen medfinansiering|egenbetaling|eget bidrag|co-?financing)`)
	with       = regexp.MustCompile(`^(?:og )?med (?:hele |i alt |ca\. |knap |godt )?$`) // opens "Med 43 mio. kr. fra … skal projektet"
)

// nextLabel is the label of the next field, in a form whose line ends were lost: "1,5 mio. kr Hvilket beløb ansøges der om:".
var nextLabel = regexp.MustCompile(`^ \p{Lu}[\pL /()-]{3,80}:`)

// fundWord is the end of a fund's name.
const fundWord = `(?:fond|fonden|fondens|pulje|puljen|interreg|interreg-program|interreg-programmet|program|(?:^|[^\pL])eu|erhvervsfremmebestyrelse|ministeri|ministeriet|styrelsen)`

// straightBefore are the forms of words that lead to an amount and say what it is, each with an example.
var straightBefore = []struct {
	words  *regexp.Regexp
	role   string
	weight float64
}{
	// "søger regionen om 60 % af udgifterne, dvs. 1.386.000 kr."
	{regexp.MustCompile(`(?:søger|ansøger|søges|ansøges) [^.]{0,60}?om (?:tilskud på )?[\d,]+ ?(?:%|pct|procent)[^.]{0,40}(?:dvs\.|svarende til|eller) $`), RoleApplied, 3},
	// "en ansøgning til Styrelsen for Arbejdsmarked og Rekruttering om 1,95 mio. kr."
	{regexp.MustCompile(`(?:^|[^\pL])ansøgning til [^.,:\d]{3,100} om $`), RoleApplied, 5},
	// "har besluttet at støtte et initiativ fra foreningen med 17 mio. kr."
	{regexp.MustCompile(`(?:^|[^\pL])støtte[rt]? (?:et|en|projektet|initiativet|indsatsen)[^.,:\d]{3,110} med (?:i alt )?$`), RoleGranted, 5},
	// "Interreg-programmet støtter Dannelsesregionen med 16 mio. kr.", "Socialfonden bidrager med 2 mio. kr."
	{regexp.MustCompile(fundWord + `\pL*(?: plus)? (?:støtter|støttede|bidrager|finansierer)(?: [\pL-]+){0,4} med (?:i alt |knap |godt )?$`), RoleGranted, 5},
	// "… og EU betaler 2,5 mio. kr."
	{regexp.MustCompile(fundWord + `\pL*(?: plus)? (?:betaler|yder|dækker) $`), RoleGranted, 4},
	// "er finansieret af Arbejdsmarkedspuljen med 2,5 mio. kr."
	{regexp.MustCompile(`(?:støttes|støttet|finansieret|finansieres|medfinansieres) (?:økonomisk )?af [^.,:\d]{2,80} med (?:i alt |op til |knap |godt )?$`), RoleGranted, 5},
	// "besluttede at give 2,5 mio. kr.", "grønt lys til, at projektet kan få 2,5 mio. kr."
	{regexp.MustCompile(`(?:beslutte[dt]e?|vedtog|vedtaget|enige om|grønt lys til|ja til),? (?:at )?(?:give|yde|bevilge|[^.,:\d]{3,60} kan få) (?:projektet |i alt )?$`), RoleGranted, 5},
	// "Støtten fra EU's Socialfond er på 12.126.264 kr."
	{regexp.MustCompile(`(?:^|[^\pL])(?:støtten|tilskuddet) fra [^.,\d]{3,60} er på $`), RoleGranted, 5},
	// "har valgt at støtte med 43,2 mio. kr."
	{regexp.MustCompile(`(?:valgt|besluttet|vedtaget|sagt ja til|siger ja til|beslutter|vælger) at støtte (?:[^.,:\d]{3,90} )?med (?:i alt |knap |godt )?$`), RoleGranted, 5},
	// "Fra REACT-EU giver Danmarks Erhvervsfremmebestyrelse 43 mio. kr."
	{regexp.MustCompile(`(?:^|[^\pL])(?:giver|bevilger|yder|betaler|har bevilget) (?:(?:eu's|eu’s|den|det|danmarks|europæiske) ){0,3}[\pL-]*` + fundWord + `(?: plus)? (?:i alt |knap |godt )?$`), RoleGranted, 4},
	// "mens Danmarks Erhvervsfremmebestyrelse bevilger i alt 20,1 mio. kr."
	{regexp.MustCompile(`(?:^|[^\pL])(?:bevilger|giver|yder) i alt $`), RoleGranted, 3},
	// "har på møde den 3. oktober bevilget 2 mio. kr."
	{regexp.MustCompile(`(?:^|[^\pL])har [^,]{0,60}bevilget $`), RoleGranted, 4},
}

// factor follows the price of one.
var factor = regexp.MustCompile(`^ ?[x×*] ?\d`)
