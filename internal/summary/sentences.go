package summary

import (
	"strings"
	"unicode"

	"samspil/internal/text"
)

// Sentences is two or three sentences made of the card's fields; "" when the document says next to nothing.
func (c Card) Sentences(lang text.Lang) string {
	var list []string
	if s := c.opening(lang); s != "" {
		list = append(list, s)
	}
	if !c.Applied.Stated() && c.Total.Stated() {
		list = append(list, sayTotal.In(lang, c.Total.Value.In(lang)))
	}
	if s := c.whenAndWhere(lang); s != "" {
		list = append(list, s+".")
	}
	if s := c.figures(lang); s != "" {
		list = append(list, s)
	}
	for i, s := range list {
		if strings.HasSuffix(s, "..") { // "110 mio. kr." ends a sentence by itself
			list[i] = s[:len(s)-1]
		}
	}
	return strings.Join(list, " ")
}

func (c Card) opening(lang text.Lang) string {
	title, who, amount, total := inner(c.Title.Value), inner(c.Applicant.Value), c.Applied.Value.In(lang), c.Total.Value.In(lang)
	switch {
	case !c.Title.Stated() && c.Applicant.Stated() && c.Applied.Stated():
		return sayAppliesOnly.In(lang, who, amount)
	case !c.Title.Stated() && c.Applied.Stated():
		return sayAppliedOnly.In(lang, amount)
	case !c.Title.Stated():
		return ""
	case c.Applicant.Stated() && c.Applied.Stated() && c.Total.Stated():
		return sayAppliesTotal.In(lang, who, amount, title, total)
	case c.Applicant.Stated() && c.Applied.Stated():
		return sayApplies.In(lang, who, amount, title)
	case c.Applicant.Stated():
		return sayStands.In(lang, who, title)
	case c.Applied.Stated() && c.Total.Stated():
		return sayAppliedTotal.In(lang, amount, title, total)
	case c.Applied.Stated():
		return sayApplied.In(lang, amount, title)
	}
	return sayTitle.In(lang, title)
}

// inner is a name within a sentence that has quotation marks of its own.
func inner(name string) string {
	return strings.Map(func(r rune) rune {
		if plainQuote(r) == '"' {
			return '\''
		}
		return r
	}, name)
}

// mostPlaces and mostCounts keep the sentences readable; the card has the rest.
const (
	mostPlaces = 4
	mostCounts = 3
	mostFrists = 2
)

// tell is the first numbers of a list with the document's own words for them, if the stem is among them. Where those cannot be used, the word of
// the list stands behind the first number alone: "450 participants and 120 participants" tells nobody anything.
func (c Card) tell(list List[int], stem string, noun text.Text, lang text.Lang) []string {
	var parts []string
	plain := false
	for _, f := range list[:min(len(list), mostCounts)] {
		switch {
		case lang == c.Lang && f.Role != "" && unicode.IsLower(first(f.Role)) && strings.Contains(f.Role, stem):
			told := text.Number(lang, f.Value) + " " + f.Role
			parts, plain = append(parts, told), plain || told == noun.In(lang, text.Number(lang, f.Value))
		case !plain:
			plain = true
			parts = append(parts, noun.In(lang, text.Number(lang, f.Value)))
		}
	}
	return parts
}

func (c Card) figures(lang text.Lang) string {
	parts := append(c.tell(c.Participants, "", peopleWord, lang), c.tell(c.Jobs, "job", jobsWord, lang)...)
	for _, f := range c.Companies[:min(len(c.Companies), 1)] {
		parts = append(parts, orgsWord.In(lang, text.Number(lang, f.Value)))
	}
	var s string
	if len(parts) > 0 {
		s = sayCounts.In(lang, text.List(lang, parts))
	}
	return strings.TrimSpace(s + " " + c.frists(lang))
}
