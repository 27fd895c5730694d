package summary

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"samspil/internal/text"
)

var (
	//go:embed trades.tsv
	tradeTable string
	//go:embed construction.tsv
	constructionTable string
	//go:embed funds.tsv
	fundTable string

	tradeRows        = rows(tradeTable)
	constructionRows = rows(constructionTable)
	fundRows         = rows(fundTable)
)

// earliest is where the first of the words stands; the longest of those that begin there.
func (d *document) earliest(words []string) (span, bool) {
	best, found := span{}, false
	for _, w := range words {
		for at, end := find(d.low, w, 0); at >= 0; at, end = find(d.low, w, end) {
			if s := d.sentence(at); instructs(d.low[s.from:s.to]) {
				continue
			}
			if !found || at < best.from || at == best.from && end > best.to {
				best, found = span{at, end}, true
			}
			break
		}
	}
	best.to = wordEnd(d.low, best.to)
	return best, found
}

// trades are the trades and skills that the document names, by code.
func (d *document) trades() List[string] {
	var list List[string]
	for _, row := range tradeRows {
		if at, ok := d.earliest(listed(row[3])); ok {
			list = append(list, says(d, row[0], "", d.sentence(at.from), at, 0.8))
		}
	}
	return list
}

// Trades are the codes of the trades and skills that a card can name, in the order of their table.
func Trades() []string {
	var list []string
	for _, row := range tradeRows {
		list = append(list, row[0])
	}
	return list
}

// TradeName is the name of a trade or skill of a card; the code itself when there is none.
func TradeName(code string, lang text.Lang) string {
	for _, row := range tradeRows {
		if row[0] == code {
			if lang == text.English {
				return row[2]
			}
			return row[1]
		}
	}
	return code
}

// construction tells whether the proposal is about a construction project, or several: one sure word, or three of the
// trade.
func (d *document) construction() Field[bool] {
	weak, first := 0, span{}
	for _, row := range constructionRows {
		words := listed(row[2])
		at, ok := d.earliest(words)
		switch {
		case !ok:
		case row[1] == "2":
			at = d.alsoBuilt(at)
			return says(d, true, d.words(at), d.sentence(at.from), at, 0.9)
		default:
			for _, w := range words {
				weak += strings.Count(d.low, w)
			}
			first = at
		}
	}
	if weak >= 3 {
		return says(d, true, d.words(first), d.sentence(first.from), first, 0.6)
	}
	return Field[bool]{Confidence: 0.7}
}

// mostBuilt is how long a list of construction projects the card shows.
const mostBuilt = 170

// alsoBuilt widens the name of a construction project to the list of them in its sentence: "Femern Bælt, metrobyggeri,
// jernbaner".
func (d *document) alsoBuilt(at span) span {
	s := d.sentence(at.from)
	wide := at
	for _, row := range constructionRows {
		for _, w := range listed(row[2]) {
			if i, end := find(d.low[s.from:s.to], w, 0); row[1] == "2" && row[0] != "anlægsprojekt" && i >= 0 {
				wide.from, wide.to = min(wide.from, s.from+i), max(wide.to, wordEnd(d.low, s.from+end))
			}
		}
	}
	if wide.to-wide.from > mostBuilt {
		wide = at
	}
	for wide.to+1 < s.to && d.text[wide.to] == ' ' && unicode.IsUpper(first(d.text[wide.to+1:])) {
		wide.to = wordEnd(d.text, wide.to+1) // "Femern Bælt"
	}
	return wide
}

var ownFund = regexp.MustCompile(`\p{Lu}[\pL-]*(?: \p{Lu}[\pL-]*)? (?:Investeringsfond|Fond)\b|Region (?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden)`)

// funds are the sources of public money and the foundations, as the document writes them.
func (d *document) funds() List[string] {
	var list List[string]
	for _, row := range fundRows {
		at, ok := d.earliest(listed(row[1]))
		if !ok || row[0] == "Socialfonden" && slices.ContainsFunc(list, func(f Field[string]) bool { return f.Value == "Socialfonden Plus" }) && len(d.low[at.to:]) > 6 && strings.HasPrefix(d.low[at.to:], " plus") {
			continue
		}
		list = append(list, says(d, row[0], d.words(at), d.sentence(at.from), at, 0.85))
	}
	for _, m := range ownFund.FindAllStringIndex(d.text, 40) {
		at := span{m[0], m[1]}
		s := d.sentence(at.from)
		name := d.words(at)
		if !has(d.low[s.from:s.to], "*finansier", "bidrag", "tilskud", "bruge", "støtte", "fund", "medfinans") || instructs(d.low[s.from:s.to]) ||
			slices.ContainsFunc(list, func(f Field[string]) bool { return strings.EqualFold(f.Value, name) }) {
			continue
		}
		list = append(list, says(d, name, name, s, at, 0.6))
	}
	return list
}
