package summary

import (
	"fmt"
	"strconv"

	"samspil/internal/text"
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
	if n := len(places) - mostPlaces; n > 1 {
		places = append(places[:mostPlaces:mostPlaces], morePlaces.In(lang))
	}
	where := text.List(lang, places)
	if s == "" && !project {
		return sayArea.In(lang, where)
	}
	if s == "" {
		return sayPlace.In(lang, where)
	}
	return s + " " + sayIn.In(lang, where)
}

// frists is the first deadline, and the next one where the first is no day: then both tell more. Words of another
// language than the reader's are quoted.
func (c Card) frists(lang text.Lang) string {
	var list []string
	for _, f := range c.Deadlines[:min(len(c.Deadlines), mostFrists)] {
		s := dateIn(lang, f.Value)
		words := s == f.Value
		if words && lang != c.Lang {
			s = inWords.In(lang, s)
		}
		if list = append(list, s); !words {
			break
		}
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
