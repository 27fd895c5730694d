// Package summary makes the card of a project proposal from the pages of its text: who applies for how much, for what,
// when and where, each with the quoted words and the page. It reads with rules only, says nothing that the document
// does not say, and checks the cards of other makers against the document (Check).
package summary

import (
	"samspil/internal/text"
	"samspil/internal/when"
)

// Page is one page of a document, or the whole of one that has no pages.
type Page struct {
	Number int    // from 1
	Text   string // UTF-8, lines ended by \n; table cells are separated by tabs or by several spaces
}

// mostRunes is how much of a document is read: a bound on time and memory, about 200 full pages.
const mostRunes = 600_000

// Extract reads the card out of the pages. CPR numbers are masked before anything is read, so no part of the card
// can hold one. The day on decides which organisations exist that are suggested for consultation; nothing else
// depends on it. Any text gives a card; the time is linear in its length.
func Extract(pages []Page, on when.Date) Card {
	d := read(pages)
	c := Card{Lang: d.lang}
	found := d.amounts()
	d.labels = d.labelled()
	c.Title = d.title()
	d.assign(&c, found)
	c.Applicant, c.Contact = d.applicant(), d.contact()
	c.Partners = d.partners(c.Applicant.Value)
	c.Period = d.period()
	c.Deadlines = d.deadlines(c.Period.Value)
	c.Regions, c.Municipalities = d.places()
	d.counts(&c)
	c.Trades = d.trades()
	c.Construction = d.construction()
	c.Upskilling, c.Employment = d.upskilling(), d.employment()
	c.Funds = d.funds()
	c.Actors = Suggest(c, on)
	c.Warnings = d.warnings(c)
	c.SummaryDA, c.SummaryEN = c.Sentences(text.Danish), c.Sentences(text.English)
	return c
}
