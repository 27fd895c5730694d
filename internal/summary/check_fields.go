package summary

import (
	"slices"
	"strings"
)

// prove compares one field: its quote must stand on its page, and holds tells whether the value is in one of the
// places where it does.
func prove[T any](p *proof, key string, index int, f Field[T], what, words string, holds func(span) bool) {
	if !f.Stated() || f.Quote == "" && what == "flag" {
		return
	}
	p.checked++
	places := p.places(f.Quote, f.Page)
	switch {
	case len(places) == 0:
		p.miss(key, index, "quote", f.Quote)
	case !slices.ContainsFunc(places, holds):
		p.miss(key, index, what, words)
	}
}

func (p *proof) fields(c Card) {
	p.name("title", 0, c.Title)
	p.name("applicant", 0, c.Applicant)
	p.name("applicant.contact", 0, c.Contact)
	p.placed(c)
	p.amount("amount_applied_dkk", 0, c.Applied, p.extract.Applied)
	p.amount("total_budget_dkk", 0, c.Total, p.extract.Total)
	for i, f := range c.Others {
		p.amount("other_amounts", i, f, Field[Amount]{})
	}
	prove(p, "period", 0, c.Period, "date", c.Period.Value.From+"/"+c.Period.Value.To, func(s span) bool { return p.holdsPeriod(s, c.Period.Value) })
	for key, list := range map[string]List[string]{"partners": c.Partners, "regions": c.Regions, "municipalities": c.Municipalities} {
		for i, f := range list {
			p.name(key, i, f)
		}
	}
	for key, list := range map[string]List[int]{"jobs": c.Jobs, "participants": c.Participants, "participants.companies": c.Companies} {
		for i, f := range list {
			prove(p, key, i, f, "number", f.Role, func(s span) bool { return p.holdsCount(s, key, f) })
		}
	}
	p.words("trades", c.Trades, tradeRows, 3)
	p.words("funds", c.Funds, fundRows, 1)
	p.flag("upskilling", c.Upskilling, upskillingWords)
	p.flag("upskilling.employment", c.Employment, employmentWords)
	var building []string
	for _, row := range constructionRows {
		building = append(building, listed(row[2])...)
	}
	p.flag("construction", c.Construction, building)
	for i, f := range c.Deadlines {
		prove(p, "deadlines", i, f, "date", f.Value, func(s span) bool { return p.holdsDate(s, f.Value) && (f.Role == "" || p.stands(f.Role)) })
	}
}

// Names behind a label, and those that the document says apply, are surer than what anybody makes of the rest.
const (
	sureTitle     = 0.9
	sureApplicant = 0.75
)

// placed compares what a name or a day is said to be with what the rules read as that.
func (p *proof) placed(c Card) {
	if otherBody(c.Title, p.extract.Title, sureTitle) {
		p.miss("title", 0, "role", c.Title.Value)
	}
	if otherBody(c.Applicant, p.extract.Applicant, sureApplicant) {
		p.miss("applicant", 0, "role", c.Applicant.Value)
	}
	for i, f := range c.Deadlines {
		if !p.due(f) {
			p.miss("deadlines", i, "role", f.Value)
		}
	}
}

func (p *proof) name(key string, i int, f Field[string]) {
	prove(p, key, i, f, "name", f.Value, func(s span) bool { return p.holdsName(s, f.Value) })
}

func (p *proof) amount(key string, i int, f, extract Field[Amount]) {
	prove(p, key, i, f, "amount", f.Value.Currency+" "+f.Value.number(), func(s span) bool {
		return slices.ContainsFunc(p.sums, func(a sum) bool { return a.from < s.to && s.from < a.to && a.same(f.Value) }) &&
			(f.Value.Text == "" || strings.Contains(squeeze(p.d.low[s.from:s.to], 0).text, squeezedWords(f.Value.Text)))
	})
	if f.Stated() && extract.Stated() && !f.Value.same(extract.Value) {
		p.miss(key, i, "role", f.Value.Currency+" "+f.Value.number())
	}
}

// words compares codes of a table with the words that stand for them, in the given column; a name that is no code must
// stand itself.
func (p *proof) words(key string, list List[string], table [][]string, column int) {
	for i, f := range list {
		prove(p, key, i, f, "name", f.Value, func(s span) bool {
			for _, row := range table {
				if row[0] == f.Value {
					return has(p.d.low[s.from:s.to], listed(row[column])...)
				}
			}
			return p.holdsName(s, f.Value)
		})
	}
}

func (p *proof) flag(key string, f Field[bool], words []string) {
	prove(p, key, 0, f, "flag", f.Role, func(s span) bool { return f.Value && has(p.d.low[s.from:s.to], words...) })
	if f.Value && f.Quote == "" {
		p.miss(key, 0, "quote", "")
	}
}
