package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samspil/internal/directory"
)

// landsdele are the regions and the parts of the country that people name, as written in either language.
var landsdele = []string{"Nordjylland", "Midtjylland", "Syddanmark", "Sjælland", "Hovedstaden", "Østdanmark", "Sydjylland", "Østjylland", "Vestjylland", "Sønderjylland", "Fyn", "Lolland-Falster",
	"Nordsjælland", "Sydsjælland", "Vestsjælland", "Østsjælland", "Hovedstadsområdet", "Hovedstadsregionen", "Trekantområdet", "Midt- og Vestjylland", "Nordvestjylland", "Østfyn", "Sydfyn", "Zealand", "Funen", "Jutland", "Falster", "Djursland", "Vendsyssel", "Himmerland", "Sydhavsøerne"}

var (
	regionNamed = regexp.MustCompile(`(?:Region(?:erne)?|Regions?) (Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden|Østdanmark|Zealand)|(North Denmark Region|Central Denmark Region|Capital Region(?: of Denmark)?|Region of Southern Denmark|Central Jutland Region|Midt- og Vestjylland|Syd- og Vestsjælland|Syd- og Sønderjylland|Nord- og Østjylland)`)
	// meets are words of a sentence whose places are those of a meeting or an address.
	meets = []string{"*møde$", "*møder$", "*mødet", "*møderne", "konference", "beliggende", "hovedsæde", "adresse", "kontor$", "meeting", "conference", "postboks", "født", "sammenlign", "tidligere$", "lignende projekt", "previously", "compared"}
	// held are words of an occasion, and of a course too.
	held = []string{"afholdes", "holdes$"}
	// alsoWords are municipalities whose names are also words.
	alsoWords = []string{"Vejen", "Greve", "Odder", "Struer", "Holbæk", "Ishøj"}
)

// places are the regions and the municipalities: those named as such, listed under a label, or in which something is
// to happen. Names inside the names of schools, councils and roads do not count.
func (d *document) places() (regions, municipalities List[string]) {
	under, listed := d.with("place"), d.listedPlaces()
	inLabel := func(at int) bool {
		return slices.ContainsFunc(listed, func(s span) bool { return s.from == at }) || slices.ContainsFunc(under, func(l labelled) bool { return l.value.from <= at && at < l.value.to })
	}
	for _, m := range regionNamed.FindAllStringSubmatchIndex(d.text, -1) {
		at := span{m[0], m[1]}
		name := d.words(at)
		if m[2] >= 0 {
			name = "Region " + d.text[m[2]:m[3]]
		}
		regions = d.addPlace(regions, name, at, 0.9)
	}
	for i := 0; i < len(d.text); {
		r, n := utf8.DecodeRuneInString(d.text[i:])
		if !unicode.IsUpper(r) || letterBefore(d.text, i) {
			i += n
			continue
		}
		at := span{i, placeEnd(d.text, i)}
		i = at.to
		name, municipality := d.place(at)
		if name == "" {
			continue
		}
		confidence := d.placed(at, inLabel(at.from), municipality)
		switch {
		case confidence == 0:
		case municipality:
			municipalities = d.addPlace(municipalities, name, at, confidence)
		default:
			regions = d.addPlace(regions, name, at, confidence)
		}
	}
	return regions, municipalities
}

// mostPlacesRead is more than there are municipalities and parts of the country.
const mostPlacesRead = 140

// instructive reports whether the sentence at that place is an order to a program.
func (d *document) instructive(at int) bool {
	s := d.sentence(at)
	return instructs(d.low[s.from:s.to])
}

// addPlace adds a place once; "Region Sjælland" and "Sjælland" are the same.
func (d *document) addPlace(list List[string], name string, at span, confidence float64) List[string] {
	for _, f := range list {
		if strings.TrimPrefix(f.Value, "Region ") == strings.TrimPrefix(name, "Region ") {
			return list
		}
	}
	if len(list) > mostPlacesRead || d.instructive(at.from) {
		return list
	}
	return append(list, says(d, name, "", d.sentence(at.from), at, confidence))
}

// placeEnd is the end of a name with hyphens: "Faaborg-Midtfyn".
func placeEnd(s string, at int) int {
	for {
		at = wordEnd(s, at)
		if at+1 >= len(s) || s[at] != '-' || !unicode.IsUpper(first(s[at+1:])) {
			return at
		}
		at++
	}
}

// municipalityRegion leads from a municipality's name to its region's code.
var municipalityRegion = func() map[string]string {
	all := map[string]string{}
	for _, m := range directory.Municipalities() {
		all[m.Name] = m.Region
	}
	return all
}()

// municipalityNames leads from the spellings of a municipality's name to the name.
var municipalityNames = func() map[string]string {
	all := map[string]string{}
	for _, m := range directory.Municipalities() {
		all[m.Name] = m.Name
		all[strings.ReplaceAll(strings.ReplaceAll(m.Name, "Aa", "Å"), "aa", "å")] = m.Name
	}
	all["Copenhagen"] = "København"
	return all
}()

// place is the name of the place that the word is, in the form the document gives it a genitive s aside.
func (d *document) place(s span) (name string, municipality bool) {
	w := d.text[s.from:s.to]
	for _, form := range []string{w, strings.TrimSuffix(w, "s")} {
		if slices.Contains(landsdele, form) {
			return form, false
		}
		if m := municipalityNames[form]; m != "" {
			return m, true
		}
	}
	return "", false
}
