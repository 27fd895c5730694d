package summary

import (
	"cmp"
)

// complete fills what a draft leaves out with what the rules found.
func complete(c *Card, extract Card) {
	fill(&c.Title, extract.Title)
	fill(&c.Applicant, extract.Applicant)
	fill(&c.Contact, extract.Contact)
	fill(&c.Applied, extract.Applied)
	fill(&c.Total, extract.Total)
	fill(&c.Period, extract.Period)
	fill(&c.Construction, extract.Construction)
	fill(&c.Upskilling, extract.Upskilling)
	fill(&c.Employment, extract.Employment)
	fillList(&c.Others, extract.Others)
	for _, l := range []struct{ to, from *List[int] }{{&c.Jobs, &extract.Jobs}, {&c.Participants, &extract.Participants}, {&c.Companies, &extract.Companies}} {
		fillList(l.to, *l.from)
	}
	for _, l := range []struct{ to, from *List[string] }{{&c.Partners, &extract.Partners}, {&c.Regions, &extract.Regions}, {&c.Municipalities, &extract.Municipalities},
		{&c.Trades, &extract.Trades}, {&c.Funds, &extract.Funds}, {&c.Deadlines, &extract.Deadlines}} {
		fillList(l.to, *l.from)
	}
	c.SummaryDA, c.SummaryEN = cmp.Or(c.SummaryDA, extract.SummaryDA), cmp.Or(c.SummaryEN, extract.SummaryEN)
}

func fill[T any](f *Field[T], from Field[T]) {
	if !f.Stated() {
		*f = from
	}
}

func fillList[T any](l *List[T], from List[T]) {
	if len(*l) == 0 {
		*l = from
	}
}

// statements counts what a card states: values and sentences.
func statements(c Card) int {
	n := 0
	for _, stated := range []bool{c.Title.Stated(), c.Applicant.Stated(), c.Contact.Stated(), c.Applied.Stated(), c.Total.Stated(), c.Period.Stated(), c.Upskilling.Value, c.Employment.Value, c.Construction.Value} {
		if stated {
			n++
		}
	}
	n += len(c.Partners) + len(c.Others) + len(c.Regions) + len(c.Municipalities) + len(c.Jobs) + len(c.Participants) + len(c.Companies) + len(c.Trades) + len(c.Funds) + len(c.Deadlines)
	for _, s := range []string{c.SummaryDA, c.SummaryEN} {
		if s != "" {
			n += len(parse([]Page{{1, visible(s)}}).sents)
		}
	}
	return n
}
