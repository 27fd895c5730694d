package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placed is how sure it is that something happens in the place; 0 when nothing says so.
func (d *document) placed(s span, labelled, municipality bool) float64 {
	sentence := d.sentence(s.from)
	sentence.from, sentence.to = max(sentence.from, s.from-300), min(sentence.to, s.to+300)
	switch {
	case labelled:
		return 0.95
	case municipality && d.chained(s, []string{"kommune", "regionskommune", "municipality", "municipalities"}):
		return 0.9
	case municipality && d.chained(s, []string{"er med", "er også med", "deltager", "går sammen", "står bag", "take part"}):
		return 0.75
	case municipality && has(d.low[max(sentence.from, s.from-60):s.from], "jobcenter", "jobcentrene", "kommunerne", "municipalities of"):
		return 0.85
	case s.to < len(d.text) && d.text[s.to] == '-', officeIn.MatchString(d.low[max(0, s.from-40):s.from]), municipality && slices.Contains(alsoWords, d.text[s.from:s.to]), d.elsewhere(sentence, s.from):
		return 0
	case d.partOfName(s), !d.inPlace(s):
		return 0
	}
	return 0.7
}

// elsewhere reports a sentence about the place of a meeting, or about an address. Courses are held where the project is.
func (d *document) elsewhere(s span, at int) bool {
	words := d.low[s.from:s.to]
	return has(words, meets...) || has(words, held...) && !coursesIn.MatchString(d.low[max(s.from, at-50):at])
}

// officeIn is "sekretariatet i" before a place: an office is there, and no project.
var officeIn = regexp.MustCompile(`(?:sekretariatet?|hovedkontoret?|administrationen?|kontoret|retten|regionshuset|ministeriet|skolen|the office) (?:i|på|in) $`)

// coursesIn leads to the places of courses: "Der afholdes kurser i Slagelse og".
var coursesIn = regexp.MustCompile(`(?:kurser|kurserne|forløb|undervisning|hold|courses) (?:i|på|in) (?:[\pL, -]{3,40})?$`)

// chained reports "Lolland, Guldborgsund og Vordingborg Kommuner": the word after the list is one of these.
func (d *document) chained(s span, last []string) bool {
	at := s.to
	for i := range 12 {
		at = spaces(d.low, at)
		if i == 1 && last[0] == "kommune" {
			if last = []string{"kommuner", "municipalities"}; !d.partOfName(s) {
				last = append(last, "kommune", "municipality") // "Erhvervsforeningen Roskilde og Køge Kommune" is no list
			}
		}
		for _, sep := range []string{",", "og ", "and ", "samt ", "/"} {
			if strings.HasPrefix(d.low[at:], sep) {
				at = spaces(d.low, at+len(sep))
			}
		}
		if startsWithAny(firstBytes(d.low[at:], 40), last) {
			return true
		}
		next := span{at, placeEnd(d.text, at)}
		if _, ok := d.place(next); !ok {
			return false
		}
		at = next.to
	}
	return false
}

// partOfName reports a capitalised word straight behind, or straight before in the middle of a sentence.
func (d *document) partOfName(s span) bool {
	if s.to+1 < len(d.text) && d.text[s.to] == ' ' && unicode.IsUpper(first(d.text[s.to+1:])) {
		return true
	}
	w, at := wordBefore(d.text, s.from)
	return w != "" && unicode.IsUpper(first(w)) && at+len(w)+1 == s.from && d.text[s.from-1] != '\n' && at != d.sentence(s.from).from
}

// inPlace reports "i", "på" or the like before the place, or before the list that it stands in.
func (d *document) inPlace(s span) bool {
	at := s.from
	for range 12 {
		w, from := wordBefore(d.low, at)
		switch {
		case slices.Contains([]string{"i", "på", "hele", "in", "omkring", "across", "of", "af", "fra", "from", "både", "mellem", "between", "region", "regionerne", "dækker", "omfatter", "covers", "kommunerne"}, w):
			return true
		case w == "og" || w == "samt" || w == "and":
			at = from
			continue
		case slices.Contains([]string{"det", "sydlige", "nordlige", "vestlige", "østlige", "centrale", "hele", "southern", "northern", "eastern", "western"}, w): // "på det sydlige Sjælland"
			at = from
			continue
		case w == "a" && strings.HasSuffix(d.low[:from], "bl."):
			at = from - len("bl.")
			continue
		case w == "til" || w == "to": // "fra Bornholm til Sydjylland"
			at = from
		}
		for at > 0 && (d.text[at-1] == ' ' || d.text[at-1] == ',') {
			at--
		}
		start := at
		for start > 0 && (letterBefore(d.text, start) || d.text[start-1] == '-') {
			_, n := utf8.DecodeLastRuneInString(d.text[:start])
			start -= n
		}
		if name, _ := d.place(span{start, at}); name == "" {
			return false
		}
		at = start
	}
	return false
}

// wholeCountry is "dækker hele landet", where something is said to be done and not to be lacking.
var wholeCountry = regexp.MustCompile(`(?:dækker|omfatter|gælder(?: for)?|covers|(?:^|[^\pL])(?:i|over|in|across)) (hele landet|the whole country|all of denmark)(?:$|[^\pL])`)

// nationwide is where the document says that the project is for the whole country.
func (d *document) nationwide() (at span) {
	for from := 0; ; {
		m := wholeCountry.FindStringSubmatchIndex(d.low[from:])
		if m == nil {
			return span{}
		}
		at = span{from + m[2], from + m[3]}
		if s := d.sentence(at.from); !has(d.low[s.from:s.to], "mangle", "lack", "konference", "kampagne") && !d.aside(at.from) {
			return at
		}
		from = at.to
	}
}
