package summary

import (
	"slices"
	"strings"
	"unicode"

	"samspil/internal/text"
	"samspil/internal/when"
)

// Finding is something in a card that the document does not say.
type Finding struct {
	Field string // key of the card's JSON; "summary.da" and "summary.en" for the sentences
	Index int    // of the value in a list, of the sentence in a summary; 0 otherwise
	What  string // "amount", "date", "number", "name", "quote", "role"
	Words string // what is not in the document
}

// Check compares every amount, date, number, name and quote of a card, whoever made it, with the document: a quote
// must stand on the page it names, and its value in the quote; what a summary says must be said somewhere, and what it
// calls the amount applied for, the total or the applicant must be what the rules read as that. Rounded amounts are
// findings. What it cannot see is a true figure in a wrong relation that has none of these names.
func Check(c Card, pages []Page) []Finding {
	return check(c, Extract(pages, when.Date{}), read(pages))
}

func check(c, extract Card, d *document) []Finding { return compare(c, extract, d).findings }

func compare(c, extract Card, d *document) *proof {
	d.labels = d.labelled()
	p := &proof{d: d, extract: extract, sums: d.amounts()}
	p.fields(c)
	p.sentences("summary.da", c.SummaryDA, text.Danish)
	p.sentences("summary.en", c.SummaryEN, text.English)
	return p
}

// proof holds what the document says while a card is compared with it.
type proof struct {
	d        *document
	extract  Card
	sums     []sum
	squeezed []squeezed // of each page, made when needed
	own      own        // numbers, read when needed
	findings []Finding
	checked  int // statements compared
}

func (p *proof) miss(field string, index int, what, words string) {
	p.findings = append(p.findings, Finding{field, index, what, words})
}

// squeezed is a page without spaces, hyphens and quotation marks, in small letters: conversions differ in these.
type squeezed struct {
	text string
	at   []int // of each byte in document.text
}

func squeeze(low string, base int) squeezed {
	var b strings.Builder
	s := squeezed{}
	for i, r := range low {
		if unicode.IsSpace(r) || strings.ContainsRune("-\"'|•*·", r) {
			continue
		}
		for k := range len(string(r)) {
			s.at = append(s.at, base+i+k)
		}
		b.WriteRune(r)
	}
	s.text = b.String()
	return s
}

// squeezedWords makes words comparable with squeezed.text.
func squeezedWords(words string) string {
	return squeeze(parse([]Page{{1, visible(words)}}).low, 0).text
}

// places are the spans of the document where the quote stands, on the page it names. "søger 2" does not stand in "søger
// 2.400.000 kr."
func (p *proof) places(quote string, page int) []span {
	want := squeezedWords(quote)
	if want == "" {
		return nil
	}
	i := slices.IndexFunc(p.d.pages, func(q Page) bool { return q.Number == page })
	if i < 0 {
		return nil
	}
	var list []span
	s := p.page(i)
	for from := 0; from <= len(s.text)-len(want); {
		k := strings.Index(s.text[from:], want)
		if k < 0 {
			break
		}
		first, last := from+k, from+k+len(want)-1
		if at := (span{s.at[first], s.at[last] + 1}); !cutsNumber(p.d.low, at) {
			list = append(list, at)
		}
		from = first + 1
	}
	return list
}

func (p *proof) page(i int) squeezed {
	if p.squeezed == nil {
		p.squeezed = make([]squeezed, len(p.d.pages))
	}
	if p.squeezed[i].at == nil {
		end := len(p.d.text)
		if i+1 < len(p.d.starts) {
			end = p.d.starts[i+1]
		}
		p.squeezed[i] = squeeze(p.d.low[p.d.starts[i]:end], p.d.starts[i])
	}
	return p.squeezed[i]
}

// stands reports whether words, hyphens and spaces aside, stand in the document; the name of a municipality in another
// spelling of å or in English counts.
func (p *proof) stands(words string) bool {
	want := squeezedWords(words)
	switch {
	case want == "":
		return false
	case len(want) <= shortName:
		return has(p.d.low, strings.ToLower(words)+"$")
	}
	for i := range p.d.pages {
		for _, form := range []string{want, strings.ReplaceAll(want, "aa", "å"), strings.ReplaceAll(want, "københavn", "copenhagen")} {
			if p.d.whole(p.page(i), form) {
				return true
			}
		}
	}
	return false
}
