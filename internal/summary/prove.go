package summary

import (
	"regexp"
	"slices"
	"strings"

	"samspil/internal/when"
)

// joining are the words between two names of a list.
var joining = regexp.MustCompile(`,? (?:og|and|&|i|in|til|to|for|af|of) |, | \d+ `)

var subject = regexp.MustCompile(`^(.{2,140}?) (?:søger|ansøger om|applies for|står bag|is behind) `)

// applies compares who is said to apply with who the rules read as the applicant.
func (p *proof) applies(d *document, s span) (what, words string) {
	m := subject.FindStringSubmatch(d.text[s.from:s.to])
	if m == nil || !p.extract.Applicant.Stated() {
		return "", ""
	}
	said, read := squeezedWords(m[1]), squeezedWords(p.extract.Applicant.Value)
	if strings.Contains(read, said) || strings.Contains(said, read) {
		return "", ""
	}
	return "role", m[1]
}

// Prove makes a drafted card one that can be shown: what Check finds is struck, and the value that the rules read
// stands in its place; a draft adds to the lists that the rules read, and takes nothing from them. Paragraphs that read like
// orders to a program prove nothing. When more than a third of the draft's statements fail, the whole card is the extract,
// and drafted is false. Suggestions and warnings are always the rules' own.
func Prove(draft Card, pages []Page, on when.Date) (card Card, findings []Finding, drafted bool) {
	extract := Extract(pages, on)
	d := read(pages).trusted()
	p := compare(draft, extract, d)
	findings = p.findings
	if 3*len(findings) > statements(draft) {
		return extract, findings, false
	}
	p.settle(&draft)
	for _, key := range keysOf(findings) {
		strike(&draft, extract, key, findings)
	}
	complete(&draft, extract)
	draft.Lang, draft.Actors, draft.Warnings = extract.Lang, extract.Actors, extract.Warnings
	draft.Drafted = true
	return draft, findings, true
}

func keysOf(findings []Finding) []string {
	var keys []string
	for _, f := range findings {
		if !slices.Contains(keys, f.Field) {
			keys = append(keys, f.Field)
		}
	}
	return keys
}
