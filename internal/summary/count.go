package summary

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed nouns.tsv
var nounTable string

// counted leads from a noun, or the beginning of one with * behind it, to what it counts.
var counted = func() map[string]string {
	all := map[string]string{}
	for _, row := range rows(nounTable) {
		for _, w := range listed(row[1]) {
			all[w] = row[0]
		}
	}
	return all
}()

const longestNoun = 4 // the fewest letters of a stem with *

func nounKind(w string) string {
	if strings.HasSuffix(w, "årsværk") && w != "årsværk" {
		return "" // "lærlingeårsværk" are neither jobs nor people
	}
	if kind := counted[w]; kind != "" {
		return kind
	}
	for i := len(w); i >= longestNoun; i-- {
		if kind := counted[w[:i]+"*"]; kind != "" {
			return kind
		}
	}
	for _, end := range compounds {
		if strings.HasSuffix(w, end) && len(w) > len(end) {
			return nounKind(end)
		}
	}
	return ""
}

// compounds are nouns that end others: "FGU-elever", "bygningshåndværkere", "tagdækkerlærlinge".
var compounds = []string{"ledige", "medarbejdere", "kursister", "elever", "lærlinge", "borgere", "deltagere", "håndværkere", "arbejdere", "modtagere", "pensionister", "studerende", "virksomheder", "montører", "teknikere", "assistenter", "ledere", "svende", "folk", "boere", "stillinger", "arbejdspladser", "job", "ægtefæller", "vejledere", "lærere"}

var (
	// expected are words of a sentence that speaks of what the project does or aims at.
	expected = []string{"skal$", "vil$", "forvent", "ventes", "mål$", "målet", "*mål$", "effekt", "*skab", "*fasthold", "deltag", "tilbyd", "gennemfør", "opkvalificer", "kurser", "kursus", "*forløb", "uddanne",
		"starter", "omfatter", "mindst", "visitere", "resultat", "antal", "ansæt", "får$", "bliver", "nye$", "kommer i", "will", "aim", "expect", "target", "create", "at least", "efteruddan", "train", "new$", "minimum", "min.",
		"heraf", "målgruppe", "inddrag", "involver", "kompetence", "hjælpe", "løfte", "rekrutter", "op til", "up to", "upskill", "reskill", "qualify", "nyansæt", "optag", "undervis", "støtte", "for$", "output", "projektet", "indsatsen", "inviter", "prøves", "hold$", "plads til", "besættes", "oprettes", "hensigten", "regner med", "kommer med", "kommer på", "kommer igennem", "kursusdage", "gennem en", "igennem", "gives$", "giver$", "give$", "målet er", "offer", "course"}
	// background are words of what is the case anyway.
	background = []string{"mangler", "mangel", "mangle$", "mangle ", "behov for", "kræve", "der er$", "der er ", "findes", "var$", "i dag", "lige nu", "statistik", "ledigheden", "prognose", "indbyggere", "brutto", "i alt ansat", "beskæftiger", "og beskæftigede ", "omsatte", "brug for",
		"there are", "shortage", "lack", "today", "currently", "tidligere", "siden 20", "i 2009", "had", "havde", "har i dag", "faldet", "steget", "pr. år i anlæg", "på landsplan", "nationwide", "analyse", "ifølge", "according to", "dengang", "at its peak", "employ around", "af de planlagte", "skulle bruge", "out of work",
		"will be missing", "be missing", "forsvundet", "tabt", "mistet", "lost", "fremskriv", "per kilometer", "kursus koster", "har deltaget", "har gennemført", "er der$", "gennemførte", "nåede", "nåede ud til", "førte til", "her fik", "hjalp", "modtog", "i danmark er", "i danmark findes", "i danmark var", "står omkring", "deltog"}
	// linking words end the search for the noun that a number counts.
	linking = []string{"i", "på", "fra", "til", "med", "for", "af", "om", "pr", "per", "kr", "timer", "år", "måneder", "uger", "dage", "procent", "pct", "der", "som", "at", "in", "of", "to", "with", "from", "hours", "months",
		"years", "weeks", "days", "percent", "mio", "mia", "million", "millioner", "kroner", "dkk", "euro", "eur", "gange", "km", "m", "point", "og", "and", "eller", "er", "will", "skal", "vil", "kan", "january", "maj", "kl", "ud", "årige", "projekter", "moduler",
		"januar", "februar", "marts", "april", "juni", "juli", "august", "september", "oktober", "november", "december", "may", "june", "july", "october"}
	// starting verbs tell that the number before them counts people.
	starting = []string{"starter", "begynder", "deltager", "gennemfører", "uddannes", "opkvalificeres", "påbegynder"}
)

// count is a number of people, jobs or companies.
type count struct {
	span
	n    int
	kind string
	role string // the noun with its adjectives, as written
}

// counts fills jobs, participants and companies.
func (d *document) counts(c *Card) {
	for _, kind := range []struct {
		field string
		list  *List[int]
	}{{"jobs", &c.Jobs}, {"participants", &c.Participants}, {"companies", &c.Companies}} {
		for _, l := range d.with(kind.field) {
			if f, ok := d.cell(span{l.value.from, d.firstLine(l.value).to}); ok && f.digits > 0 && f.places == 0 && f.digits < 1e6 {
				*kind.list = append(*kind.list, says(d, int(f.digits), d.words(l.label), span{l.label.from, f.to}, f.span, 0.9))
			} else if s := (span{l.value.from, min(l.value.to, d.sentence(l.value.from).to)}); !ok {
				for _, n := range d.countsIn(s)[:min(1, len(d.countsIn(s)))] {
					if n.from == s.from && n.kind == kind.field { // "Hvor mange? 75 medarbejdere"
						d.count(c, n, span{l.label.from, n.to}, 0.85)
					}
				}
			}
		}
	}
	for i, l := range d.lines {
		if d.aside(l.from) {
			continue
		}
		d.numbered(c, l)
		d.rowCount(c, l)
		if i > 0 {
			d.numberBelow(c, d.lines[i-1], l)
		}
	}
	d.columnCounts(c)
	for _, s := range d.sents {
		if instructs(d.low[s.from:s.to]) || d.aside(s.from) {
			continue
		}
		if m := wherePeople.FindStringSubmatchIndex(d.low[s.from:s.to]); m != nil && d.counted != "" {
			for _, at := range []int{m[2], m[4]} {
				if f, ok := figureAt(d.low[:s.to], s.from+at); ok && !yearly(f) {
					d.count(c, count{span: f.span, n: int(f.digits), kind: d.counted}, s, 0.6)
				}
			}
			continue
		}
		list := d.countsIn(s)
		for _, n := range list {
			d.put(c, s, n)
		}
		if d.counted = ""; len(list) > 0 {
			d.counted = list[len(list)-1].kind
		}
	}
}

// count adds a count once.
func (d *document) count(c *Card, n count, around span, confidence float64) {
	list := map[string]*List[int]{"jobs": &c.Jobs, "participants": &c.Participants, "companies": &c.Companies}[n.kind]
	if !slices.ContainsFunc(*list, func(f Field[int]) bool { return f.Value == n.n }) {
		if slices.Contains(starting, n.role) {
			n.role = "" // a verb names nobody: "700 starter på en erhvervsuddannelse"
		}
		*list = append(*list, says(d, n.n, n.role, around, n.span, confidence))
	}
}

func (d *document) put(c *Card, s span, n count) {
	confidence := d.effect(s, n)
	if confidence > 0 {
		d.count(c, n, s, confidence)
	}
}
