package summary

import (
	"regexp"
	"slices"
	"strings"
)

// dotted is two words with a point between: an address that a chat makes a link of, unless it is an abbreviation.
var dotted = regexp.MustCompile(`([\pL\pN_-]{2,})\.\pL{2,}`)

// addressed reports an address of the web or of mail, a mention, or a link in markdown.
func addressed(s string) bool {
	return strings.ContainsAny(s, "@`") || strings.Contains(s, "](") || slices.ContainsFunc(dotted.FindAllStringSubmatch(s, -1), func(m []string) bool {
		return !slices.Contains(abbreviations, strings.ToLower(m[1]))
	})
}

// decisions are what bodies decide and advise, a row for each in both languages: a card says none that the document does
// not say.
var decisions = [][]string{
	{"godkend", "approv"}, {"bevilg", "bevilling", "granted", "awarded", "tilsagn"}, {"anbefal", "indstil", "recommend"},
	{"afvis", "afslag", "afslå", "reject", "declin"}, {"vedtag", "adopted"}, {"bør$", "should$", "must$", "skal støttes"},
}

// decides reports whether a sentence decides or advises what the document does not.
func (p *proof) decides(low string) bool {
	return slices.ContainsFunc(decisions, func(row []string) bool { return has(low, row...) && !has(p.d.low, row...) })
}

// otherBody reports a name in the place of one that the document labels, or says in so many words.
func otherBody(said, read Field[string], sure float64) bool {
	if !said.Stated() || read.Confidence < sure {
		return false
	}
	a, b := squeezedWords(said.Value), squeezedWords(read.Value)
	return !strings.Contains(a, b) && !strings.Contains(b, a)
}

// due reports whether the words around a quote call its day a deadline, or the rules read it as one.
func (p *proof) due(f Field[string]) bool {
	if slices.Contains(p.extract.Deadlines.Values(), f.Value) {
		return true
	}
	return f.Value != p.extract.Period.Value.From && f.Value != p.extract.Period.Value.To && slices.ContainsFunc(p.places(f.Quote, f.Page), func(s span) bool {
		first, last := p.d.sentence(s.from), p.d.sentence(s.to-1)
		return has(p.d.low[min(s.from, first.from):max(s.to, last.to)], deadlineWords...)
	})
}
