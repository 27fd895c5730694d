package summary

import (
	"fmt"
	"strings"
	"unicode"

	"samspil/internal/text"
)

// Text is the card as plain text for a terminal or a note: a line for each field, the quoted words and the page below
// it, "not stated" where it is not stated.
func (c Card) Text(lang text.Lang) string {
	p := &printed{lang: lang}
	title := c.Title.Value
	if !c.Title.Stated() {
		title = notStated.In(lang)
	}
	p.b.WriteString(plainLine(title) + "\n")
	if s := c.Summary(lang); s != "" {
		p.b.WriteString("\n" + plainLine(s) + "\n")
	}
	p.b.WriteByte('\n')
	c.who(p)
	c.money(p)
	c.timeAndPlace(p)
	c.effects(p)
	c.questions(p)
	c.hearing(p)
	return p.b.String()
}

// printed collects the lines of a card.
type printed struct {
	b    strings.Builder
	lang text.Lang
}

func (p *printed) row(label text.Text, value string) {
	p.b.WriteString(label.In(p.lang) + ": " + plainLine(value) + "\n")
}

// field prints a value with its source, or that it is not stated.
func field[T any](p *printed, label text.Text, f Field[T], write func(T) string) {
	if !f.Stated() {
		p.row(label, notStated.In(p.lang))
		return
	}
	p.row(label, write(f.Value))
	p.source(f.Quote, f.Page)
}

// list prints one line for each value.
func list[T any](p *printed, label text.Text, l List[T], write func(Field[T]) string) {
	if len(l) == 0 {
		p.row(label, notStated.In(p.lang))
		return
	}
	last := ""
	for _, f := range l {
		p.row(label, write(f))
		if key := fmt.Sprint(f.Quote, f.Page); key != last {
			p.source(f.Quote, f.Page)
			last = key
		}
	}
}

// source is the quoted words with their page.
func (p *printed) source(quote string, page int) {
	if quote != "" {
		p.b.WriteString("    " + source.In(p.lang, plainLine(quote), page) + "\n")
	}
}

// plainLine puts hostile words on one line without control and direction characters.
func plainLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func (c Card) who(p *printed) {
	as := func(s string) string { return s }
	named := func(f Field[string]) string { return f.Value }
	field(p, labelApplicant, c.Applicant, as)
	field(p, labelContact, c.Contact, as)
	list(p, labelPartners, c.Partners, named)
}

// mostShown is how many other amounts are printed; a budget has many.
const mostShown = 12

func (c Card) money(p *printed) {
	as := func(a Amount) string { return a.In(p.lang) }
	field(p, labelApplied, c.Applied, as)
	field(p, labelTotal, c.Total, as)
	shown := c.Others[:min(len(c.Others), mostShown)]
	list(p, labelOthers, shown, func(f Field[Amount]) string { return f.Value.In(p.lang) + " (" + RoleName(f.Role, p.lang) + ")" })
	if more := len(c.Others) - len(shown); more > 0 {
		p.b.WriteString("    " + moreAmounts.In(p.lang, more) + "\n")
	}
	list(p, labelFunds, c.Funds, func(f Field[string]) string { return f.Value })
}
