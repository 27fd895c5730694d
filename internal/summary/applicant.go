package summary

import (
	"regexp"
	"slices"
	"strings"
)

// endsInside is a name that runs over the end of a sentence: "Køge Skole. Der", but not "St. Bededag" or "A.P. Møller".
var (
	endsInside   = regexp.MustCompile(`\pL{4,}\. \p{Lu}`)
	endsSentence = regexp.MustCompile(`(?:^|[^.\pL])\pL+\.$`)
)

// applicant is the labelled one, else who is said to apply, to lead or, with less confidence, to act in the opening.
func (d *document) applicant() Field[string] {
	if d.many {
		return Field[string]{} // each project has its own
	}
	if d.news {
		return d.bodyIn(acts, 0.5, 1500, true) // who gives to several is the one the news are about
	}
	if f := d.labelledApplicant(); f.Stated() {
		return f
	}
	for _, s := range said {
		if f := d.bodyIn(s.way, s.confidence, len(d.text), s.way == owns, s.words...); f.Stated() {
			return f
		}
	}
	for _, rule := range []*regexp.Regexp{proposed, manages} {
		if f := d.bodyIn(rule, 0.7, 2500, true); f.Stated() {
			return f
		}
	}
	if f := d.runOn(); f.Stated() || d.call() {
		return f
	}
	if f := d.sender(); f.Stated() {
		return f
	}
	if f := d.letter(); f.Stated() {
		return f
	}
	for _, rule := range []*regexp.Regexp{acts, now} {
		if f := d.bodyIn(rule, 0.5, 1500, true); f.Stated() && !has(strings.ToLower(f.Value), "*fond$", "*fonden$", "foundation") {
			return f // a fund that "supports" is the one that gives
		}
	}
	if f := d.bodyIn(headline, 0.5, 150, true); f.Stated() && !has(strings.ToLower(f.Value), "*forum", "*styrelse", "*styrelsen", "*bestyrelse", "ministeri", "udvalg", "*rådet", "region") {
		return f
	}
	return d.authority()
}

// authority is the one whose committee is asked to send an application: it heads the paper.
func (d *document) authority() Field[string] {
	if len(d.lines) == 0 || !has(d.low, "sende en ansøgning", "ansøgningen godkendes", "sender ansøgning", "at kommunen søger", "at regionen søger") {
		return Field[string]{}
	}
	l := d.lines[0]
	if name := d.words(l.span); len(l.cells) > 1 || len(strings.Fields(name)) > 4 || !has(d.low[l.from:l.to], "*kommune$", "region ") {
		return Field[string]{}
	}
	return says(d, d.words(l.span), "", l.span, l.span, 0.5)
}

func (d *document) labelledApplicant() Field[string] {
	for _, l := range d.with("applicant") {
		s := d.firstLine(l.value)
		for _, end := range []string{" cvr", ", cvr", "(cvr", " (cvr", ", adresse", ", tlf", ", kontakt", "; "} {
			if i := strings.Index(d.low[s.from:s.to], end); i > 0 {
				s.to = s.from + i
			}
		}
		if whole := d.sentence(s.from); whole.from <= s.from && whole.to < s.to {
			s.to = whole.to
		}
		name := strings.Trim(d.words(s), " ,.;:")
		low := strings.ToLower(name)
		if len(name) < 2 || len(name) > 160 || labelOf(low) != "" || len(name) > 60 && !body(name) || instructs(low) || startsWithAny(low, []string{"angiv", "skriv", "udfyld", "navn på"}) {
			continue
		}
		if linked(name) || strings.ContainsAny(name, ":;") || sentenceName.MatchString(name) {
			continue
		}
		if known := labelOf(firstWord(low)); known != "" && len(strings.Fields(name)) > 3 {
			continue // a table that lost its order: the next label stands where the value should
		}
		return says(d, name, "", span{l.label.from, s.to}, s, 0.95)
	}
	return d.namedBelow()
}

// sentenceName is a sentence where a name should be: "Kommunens projektkontor har 7 medarbejdere".
var sentenceName = regexp.MustCompile(` (?:har|er|skal|bliver|består|ledes|kan|vil|has|is|are|will) `)

// sender is the body that the head of a letter says it is from: "Fra: Foreningen Jobstart".
func (d *document) sender() Field[string] {
	for i := 0; i < len(d.lines) && i < mostHead; i++ {
		l := d.lines[i]
		m := fromLine.FindStringSubmatchIndex(d.text[l.from:l.to])
		if m == nil {
			continue
		}
		at := span{l.from + m[2], l.from + m[3]}
		if name := strings.TrimRight(d.words(at), " ,."); body(name) && named(name) && !sentenceName.MatchString(name) && !linked(name) && !strings.Contains(name, "@") {
			return says(d, name, "", l.span, at, 0.7)
		}
	}
	return Field[string]{}
}

var fromLine = regexp.MustCompile(`^(?:Fra|Afsender|From):[\t ]+(\p{Lu}[^,;\t\n]{3,80})$`)

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

func firstWord(s string) string {
	if list := strings.Fields(s); len(list) > 0 {
		return list[0]
	}
	return ""
}

// bodyIn is the body that a sentence names in that way, before that place; typed where the name must look like a body's.
// Sentences without any of the words are passed by; with none all are read.
func (d *document) bodyIn(re *regexp.Regexp, confidence float64, until int, typed bool, words ...string) Field[string] {
	for _, s := range d.sents {
		if s.from > until {
			break
		}
		if len(words) > 0 && !containsAny(strings.ReplaceAll(d.low[s.from:s.to], "\n", " "), words) {
			continue
		}
		one := strings.ReplaceAll(d.text[s.from:s.to], "\n", " ")
		if d.aside(s.from) || instructs(d.low[s.from:s.to]) || len(one) > 1500 {
			continue
		}
		m := re.FindStringSubmatchIndex(one)
		if m == nil {
			continue
		}
		for m[2] < 0 {
			m = m[2:] // another form
		}
		at := span{s.from + m[2], s.from + m[3]}
		name := d.words(at)
		if endsInside.MatchString(name) {
			continue
		}
		if endsSentence.MatchString(name) {
			at.to--
			name = d.words(at)
		}
		if strings.HasSuffix(name, " Kommuner") || strings.HasSuffix(name, " Municipalities") {
			if f := d.bodyIn(leads, 0.75, len(d.text), false); re != leads && f.Stated() {
				return f // of several, one leads
			}
		}
		if full, ok := d.fullName(at); ok {
			at, name = full, d.words(full)
		}
		if named(name) && (!typed || body(name)) {
			return says(d, name, "", span{at.from, s.to}, at, confidence)
		}
	}
	return Field[string]{}
}
