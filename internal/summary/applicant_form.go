package summary

import (
	"regexp"
	"strings"
)

// applicantHead is the heading of the part of a form that is about the applicant.
var applicantHead = regexp.MustCompile(`^(?:oplysninger om |stamoplysninger om |om )?(?:hoved)?(?:ansøger|ansøgeren|projektejer|tilsagnsmodtager|tilskudsmodtager|støttemodtager|applicant|lead partner|beneficiary)(?:oplysninger)?$`)

// mostBelowHead is how many bytes below such a heading the name may stand.
const mostBelowHead = 500

// namedBelow is the "Navn" in the part of the form about the applicant; else what stands behind a label such as
// "Skole", "Kommune", "Forening".
func (d *document) namedBelow() Field[string] {
	for _, l := range d.lines {
		if !applicantHead.MatchString(bare(d.low[l.from:l.to])) {
			continue
		}
		for _, n := range d.with("name") {
			if n.label.from > l.to && n.label.from < l.to+mostBelowHead {
				s := d.beforeComma(d.firstLine(n.value))
				return says(d, d.words(s), "", span{n.label.from, s.to}, s, 0.9)
			}
		}
	}
	for _, l := range append(d.with("body"), d.with("place")...) {
		s := d.beforeComma(d.firstLine(l.value))
		name := d.words(s)
		if l.field == "place" && (bare(d.low[l.label.from:l.label.to]) != "kommune" || !strings.HasSuffix(name, "ommune")) {
			continue
		}
		if nameRun.FindString(name) == name && body(name) && named(name) && strings.Contains(name, " ") {
			return says(d, name, "", span{l.label.from, s.to}, s, 0.7)
		}
	}
	return Field[string]{}
}

// beforeComma leaves the department and the address out.
func (d *document) beforeComma(s span) span {
	if i := strings.IndexByte(d.text[s.from:s.to], ','); i > 0 {
		s.to = s.from + i
	}
	return s
}
