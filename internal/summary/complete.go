package summary

import (
	"cmp"
	"slices"
	"strings"
)

// complete adds what the rules found and a draft leaves out: a document may ask that something be left out.
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

// alike reports one value, or two names of which one holds the other.
func alike[T comparable](a, b T) bool {
	one, ok := any(a).(string)
	if !ok || a == b {
		return a == b
	}
	x, y := squeezedWords(one), squeezedWords(any(b).(string))
	return len(x) > shortName && len(y) > shortName && (strings.Contains(x, y) || strings.Contains(y, x))
}

func fillList[T comparable](l *List[T], from List[T]) {
	var more List[T]
	for _, f := range from {
		if !slices.ContainsFunc(*l, func(k Field[T]) bool { return alike(k.Value, f.Value) }) {
			more = append(more, f)
		}
	}
	*l = slices.Concat(*l, more)
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
