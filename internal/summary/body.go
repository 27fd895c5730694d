package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// bodyName is a name of capitalised words, with the small words that may stand inside and a short form in brackets.
const bodyName = `(?:\pL*\p{Lu}[\pL\d&./'-]*|\dF)(?:(?:,? (?:og|for|i|på|af|&|-|de|til|and|of|the|v/|in|for the|ved) | )(?:\p{Lu}[\pL\d&./'-]*|\d{1,3}F?\b)){0,8}(?: ?\([^()\n]{2,40}\))?`

// bodyWords are what the names of bodies are made of, in small letters.
var bodyWords = []string{"*kommune", "region$", "*skole", "*college", "center", "*center", "*centret", "*universitet", "vuc", "euc", "*hus$", "*huset$", "*forening", "*styrelse", "*råd$", "*rådet$",
	"*fonden", "*fond$", "a/s", "aps", "*akademi", "*institut", "*forbund", "*selskab", "*konsortium", "celf", "zbc", "tec$", "*gymnasium", "museum", "*netværk", "*klynge", "cluster", "*forum",
	"*ministeri", "erhverv", "university", "school", "council", "association", "municipality", "agency", "amba", "a.m.b.a", "business", "academy", "institute", "*sektioner", "3f", "fh$",
	"*organisation", "*sekretariat", "*laug", "*kammer", "*bibliotek", "sosu", "fgu", "amu", "a-kasse", "erhvervshus", "jobcenter", "*klyngen$", "union", "federation", "*fællesskab", "*fabrik", "*kompagni", "ngo", "*teater", "cooperative", "uc ", "professionshøjskole", "*højskole", "*hospital", "*centre$", "centre", "landbrug", "*gruppen", "foundation", "danmark", "denmark", "dansk"}

// generic words stand for a body without naming it, or begin a sentence.
var generic = []string{"hermed", "kommune", "projektsekretariatet", "projektet", "der", "vi", "kommunen", "skolen", "ansøger", "ansøgeren", "det", "den", "de", "foreningen", "partnerne", "parterne", "regionen", "virksomheder", "virksomhederne",
	"kommuner", "kommunerne", "the project", "we", "it", "they", "the applicant", "applicant", "puljen", "bestyrelsen", "centret", "selskabet", "indsatsen", "jobcentrene", "hvis", "når", "nu", "her", "sådan", "derfor",
	"private", "begge", "alle", "konsortiet", "partnerskabet", "this", "projekt", "flere", "mange", "klyngen", "konsortiet", "skal", "på", "i", "for", "til", "dog", "samtidig", "ansøgere", "ledige", "unge", "man",
	"firmaet", "region", "operatøren", "operatør", "tilskudsmodtageren", "skolerne", "fonden", "administrationen", "sekretariatet", "forvaltningen", "bestyrelsen", "byrådet", "regionsrådet", "udvalget", "rådet", "direktionen", "virksomheden", "skolerne", "styrelsen", "ministeriet", "organisationen", "partnerskaberne"}

// kindsOfBody are generic words that stand in front of a name.
var kindsOfBody = []string{"foreningen", "selskabet", "virksomheden", "organisationen", "konsortiet", "partnerskabet", "klyngen", "centret", "skolen"}

// manyBodies is one word for all of a kind: "kommunerne", "Efteruddannelsesudvalgene".
var manyBodies = regexp.MustCompile(`^\pL+(?:erne|ene)$`)

func named(name string) bool {
	low := strings.ToLower(name)
	if strings.HasPrefix(low, "jobcentrene i ") {
		return true
	}
	if strings.HasPrefix(low, "ansøgning") || strings.HasPrefix(low, "application") || manyBodies.MatchString(low) || has(low, "*socialfond", "*regionalfond", "social fund", "interreg") {
		return false // gives, and is applied to
	}
	for _, g := range generic {
		if low == g || strings.HasPrefix(low, g+" ") {
			if rest := strings.TrimPrefix(low, g+" "); slices.Contains(kindsOfBody, g) && rest != low && unicode.IsUpper(first(name[len(g)+1:])) {
				break // "Foreningen Fiktive Ingeniører"
			}
			if article := slices.Contains([]string{"den", "det", "region"}, g) && low != g; article && unicode.IsUpper(first(name[len(g)+1:])) {
				break // "Den Sociale Kapitalfond", "Region Sjælland"
			}
			return strings.HasPrefix(low, "de ") && strings.Contains(low, "-")
		}
	}
	return len(name) > 1 && len(name) < 140
}

// body reports whether the name holds a word that bodies' names are made of, or is a short form.
func body(name string) bool {
	return has(strings.ToLower(name), bodyWords...) || strings.Contains(name, "(")
}

// runOn reads a table whose cells were run together: behind "Ansøger:" other labels stand before the name.
func (d *document) runOn() Field[string] {
	at, end := find(d.low, "ansøger:", 0)
	if at < 0 {
		return Field[string]{}
	}
	rest := span{end, min(len(d.text), end+160)}
	for _, m := range nameRun.FindAllStringSubmatchIndex(d.text[rest.from:rest.to], 6) {
		s := span{rest.from + m[2], rest.from + m[3]}
		name := d.words(s)
		for labelOf(strings.ToLower(firstWord(name))) != "" {
			w := firstWord(name)
			s.from += len(w) + 1
			name = strings.TrimSpace(strings.TrimPrefix(name, w))
		}
		if i := strings.IndexByte(name, ')'); i > 0 {
			name = name[:i+1]
			s.to = min(s.to, s.from+i+1)
		}
		if named(name) && body(name) && strings.Contains(name, " ") {
			return says(d, name, "", s, s, 0.5)
		}
	}
	return Field[string]{}
}

var nameRun = regexp.MustCompile(`(` + bodyName + `)`)

var emailOrPhone = regexp.MustCompile(`[\pL\d._+-]+@[\pL\d.-]+\.\pL{2,}|(?:\+45 ?)?\d\d ?\d\d ?\d\d ?\d\d`)

// contact is the person to ask, as written.
func (d *document) contact() Field[string] {
	for _, l := range d.with("contact") {
		s := l.value
		s.to = min(s.to, d.lines[d.lineAt(s.from)].to)
		if w := d.words(s); len(w) > 3 && len(w) < 200 && (emailOrPhone.MatchString(w) || personal(w)) {
			return says(d, strings.Trim(w, " ,;"), "", span{l.label.from, s.to}, s, 0.9)
		}
	}
	return Field[string]{}
}
