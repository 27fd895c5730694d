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
	"Nordsjælland", "Sydsjælland", "Vestsjælland", "Østsjælland", "Hovedstadsområdet", "Hovedstadsregionen", "Trekantområdet", "Midt- og Vestjylland", "Nordvestjylland", "Sydvestjylland", "Sydøstjylland", "Nordvestsjælland", "Sydøstsjælland", "Midtsjælland", "Vestfyn", "Nordfyn", "Midt- og Sydsjælland", "Østfyn", "Sydfyn", "Zealand", "Funen", "Jutland", "Falster", "Djursland", "Vendsyssel", "Himmerland", "Sydhavsøerne"}

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
	people := d.with("contact")
	ofContact := func(at int) bool {
		return slices.ContainsFunc(people, func(l labelled) bool { return l.value.from <= at && at < l.value.to })
	}
	inLabel := func(at int) bool {
		return listed[at] || slices.ContainsFunc(under, func(l labelled) bool { return l.value.from <= at && at < l.value.to })
	}
	for _, m := range regionNamed.FindAllStringSubmatchIndex(d.text, -1) {
		at := span{m[0], m[1]}
		name := d.words(at)
		if m[2] >= 0 {
			name = "Region " + d.text[m[2]:m[3]]
		}
		regions = d.addPlace(regions, name, at, 0.9)
	}
	if at := d.nationwide(); at.to > 0 {
		regions = d.addPlace(regions, d.words(at), at, 0.8)
	}
	for i := 0; i < len(d.text); {
		r, n := utf8.DecodeRuneInString(d.text[i:])
		if !unicode.IsUpper(r) || letterBefore(d.text, i) {
			i += n
			continue
		}
		at := span{i, d.townEnd(i, placeEnd(d.text, i))}
		i = at.to
		name, municipality := d.place(at)
		if name == "" {
			continue
		}
		confidence := d.placed(at, inLabel(at.from), municipality)
		if ofContact(at.from) {
			continue // who, not where
		}
		switch {
		case confidence == 0:
		case municipality:
			municipalities = d.addPlace(municipalities, name, at, confidence)
		default:
			regions = d.addPlace(regions, name, at, confidence)
		}
	}
	return d.whereSaid(regions, municipalities)
}

// takesPlace is a sentence that says where the project is carried out.
var takesPlace = regexp.MustCompile(`(?:projektet|indsatsen|aktiviteterne|forløbene|undervisningen|the project|the activities)(?: \pL+){0,3} (?:finder sted|gennemføres|foregår|afvikles|takes? place|is carried out|are carried out) (?:i|på|in|on|across) |(?:geografisk|geographically)(?: \pL+){0,2} (?:dækker|omfatter|covers?) `)

// whereSaid leaves out the places of the background, where a label or a sentence says in so many words where the project is.
func (d *document) whereSaid(regions, municipalities List[string]) (List[string], List[string]) {
	said := func(f Field[string]) bool { return takesPlace.MatchString(strings.ToLower(f.Quote)) }
	all := slices.Concat(regions, municipalities)
	if !slices.ContainsFunc(all, said) {
		return regions, municipalities
	}
	aside := func(f Field[string]) bool { return !said(f) && f.Confidence < 0.8 }
	return slices.DeleteFunc(regions, aside), slices.DeleteFunc(municipalities, aside)
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
	if len(list) > mostPlacesRead || d.aside(at.from) || d.instructive(at.from) {
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

// municipalityNames leads from the spellings of the name of a municipality, or of a town that is not called as its
// municipality, to the name.
var municipalityNames = func() map[string]string {
	all := map[string]string{}
	for _, m := range directory.Municipalities() {
		all[m.Name] = m.Name
		all[strings.ReplaceAll(strings.ReplaceAll(m.Name, "Aa", "Å"), "aa", "å")] = m.Name
	}
	all["Copenhagen"] = "København"
	for _, town := range directory.Towns() {
		all[town] = town
	}
	return all
}()

// longTowns are the towns whose names have a space, by their first word.
var longTowns = func() map[string][]string {
	all := map[string][]string{}
	for _, town := range directory.Towns() {
		if word, _, long := strings.Cut(town, " "); long {
			all[word] = append(all[word], town)
		}
	}
	return all
}()

// townEnd is where the name of a town that begins at from ends, when it goes on behind end: "Nykøbing Falster".
func (d *document) townEnd(from, end int) int {
	longest := end
	for _, town := range longTowns[d.text[from:end]] {
		if to := from + len(town); strings.HasPrefix(d.text[from:], town) && (to == len(d.text) || !unicode.IsLetter(first(d.text[to:]))) {
			longest = max(longest, to)
		}
	}
	return longest
}

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
