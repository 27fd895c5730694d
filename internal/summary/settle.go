package summary

import "slices"

// settle puts the document's own words in the place of those that a draft gives as names and quotes: a proof passes over
// spaces, hyphens and capitals, and "70-80" must not be shown as "7080".
func (p *proof) settle(c *Card) {
	for _, f := range []*Field[string]{&c.Title, &c.Applicant, &c.Contact} {
		p.settleName(f)
	}
	c.Partners, c.Participants, c.Deadlines = slices.Clone(c.Partners), slices.Clone(c.Participants), slices.Clone(c.Deadlines)
	for i := range c.Partners {
		p.settleName(&c.Partners[i])
	}
	for i := range c.Participants {
		settleQuote(p, &c.Participants[i])
	}
	for i := range c.Deadlines {
		settleQuote(p, &c.Deadlines[i])
	}
	settleQuote(p, &c.Upskilling)
	settleQuote(p, &c.Employment)
}

func (p *proof) settleName(f *Field[string]) {
	for _, s := range p.places(f.Quote, f.Page) {
		if at, ok := p.d.wholeAt(squeeze(p.d.low[s.from:s.to], s.from), squeezedWords(f.Value)); ok {
			f.Value = p.d.words(at)
			break
		}
	}
	settleQuote(p, f)
}

// settleQuote changes nothing where the quote stands nowhere: that is struck.
func settleQuote[T any](p *proof, f *Field[T]) {
	if list := p.places(f.Quote, f.Page); f.Stated() && len(list) > 0 {
		f.Quote, f.Page = p.d.quote(list[0], list[0])
	}
}

// Readable is the pages as Extract reads them: without what nobody sees, CPR numbers masked, and no more than is read.
func Readable(pages []Page) []Page { return read(pages).pages }
