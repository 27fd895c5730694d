package summary

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"samspil/internal/text"
)

// Sentences is two or three sentences made of the card's fields; "" when the document says next to nothing.
func (c Card) Sentences(lang text.Lang) string {
	if !c.Title.Stated() {
		return ""
	}
	list := []string{c.opening(lang)}
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

func (c Card) whenAndWhere(lang text.Lang) string {
	var s string
	project := c.Applied.Stated() || c.Applicant.Stated() // else a call, a note
	switch p := c.Period.Value; {
	case p.From != "" && p.To != "" && !project:
		s = sayTime.In(lang, dateIn(lang, p.From), dateIn(lang, p.To))
	case p.From != "" && p.To != "":
		s = sayPeriod.In(lang, dateIn(lang, p.From), dateIn(lang, p.To))
	case p.To != "":
		s = sayUntil.In(lang, dateIn(lang, p.To))
	case p.From != "":
		s = sayFrom.In(lang, dateIn(lang, p.From))
	}
	places := append(c.Regions.Values(), c.Municipalities.Values()...)
	if len(places) == 0 {
		return s
	}
	where := text.List(lang, places[:min(len(places), mostPlaces)])
	if s == "" && !project {
		return sayArea.In(lang, where)
	}
	if s == "" {
		return sayPlace.In(lang, where)
	}
	return s + " " + sayIn.In(lang, where)
}

func (c Card) figures(lang text.Lang) string {
	var parts []string
	for _, f := range c.Participants[:min(len(c.Participants), mostCounts)] {
		if lang == c.Lang && f.Role != "" && unicode.IsLower(first(f.Role)) {
			parts = append(parts, text.Number(lang, f.Value)+" "+f.Role)
		} else {
			parts = append(parts, peopleWord.In(lang, text.Number(lang, f.Value)))
		}
	}
	for _, f := range c.Jobs[:min(len(c.Jobs), mostCounts)] {
		parts = append(parts, jobsWord.In(lang, text.Number(lang, f.Value)))
	}
	for _, f := range c.Companies[:min(len(c.Companies), 1)] {
		parts = append(parts, orgsWord.In(lang, text.Number(lang, f.Value)))
	}
	var s string
	if len(parts) > 0 {
		s = sayCounts.In(lang, text.List(lang, parts))
	}
	return strings.TrimSpace(s + " " + c.frists(lang))
}

// frists is the first two deadlines. Words of another language than the reader's are quoted.
func (c Card) frists(lang text.Lang) string {
	var list []string
	for _, f := range c.Deadlines[:min(len(c.Deadlines), mostFrists)] {
		s := dateIn(lang, f.Value)
		if s == f.Value && lang != c.Lang {
			s = inWords.In(lang, s)
		}
		list = append(list, s)
	}
	if len(list) == 0 {
		return ""
	}
	return sayFrist.In(lang, text.List(lang, list))
}

// dateIn writes a date as exactly as it was stated; words stay as they are.
func dateIn(lang text.Lang, iso string) string {
	var year, month, day int
	switch n, _ := fmt.Sscanf(iso, "%4d-%2d-%2d", &year, &month, &day); {
	case n == 0 || strconv.Itoa(year) != firstBytes(iso, 4) || month < 0 || month > 12:
		return iso
	case month == 0:
		return firstBytes(iso, 4)
	case day == 0:
		return monthText.In(lang, monthTexts[month-1], year)
	}
	return dayText.In(lang, day, monthTexts[month-1], year)
}
