package proposal

import (
	"encoding/json"
	"strings"

	"samspil/internal/cards"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

// row is how one field of the card is shown.
type row struct {
	field string // as in the card's JSON
	label text.Text
	say   func(cards.Field, text.Lang) string // the value in words; "" where it is not stated
}

// groups are the rows of the card, as they stand together.
var groups = [][]row{
	{{"applicant", labelApplicant, words}, {"contact", labelContact, words}, {"partners", labelPartners, wordList}},
	{{"amount_applied_dkk", labelAmount, amount}, {"total_budget_dkk", labelBudget, amount}, {"other_amounts", labelOtherAmounts, amounts}, {"funds", labelFunds, wordList}},
	{{"period", labelPeriod, period}, {"deadlines", labelDeadlines, deadlines}, {"regions", labelRegions, wordList}, {"municipalities", labelMunicipalities, towns}},
	{{"jobs", labelJobs, counts}, {"participants", labelParticipants, counts}, {"companies", labelCompanies, numbers}, {"trades", labelTrades, trades}, {"construction", labelConstruction, role}},
	{{"upskilling", labelUpskilling, mentioned}, {"employment", labelEmployment, mentioned}},
}

func words(s cards.Field, lang text.Lang) string { return s.Single(lang) }

func wordList(s cards.Field, _ text.Lang) string { return joined(s, oneLine) }

// joined is a list of words, each as it is shown; "" where the value is no list.
func joined(s cards.Field, shown func(string) string) string {
	var list []string
	if json.Unmarshal(s.Value, &list) != nil {
		return ""
	}
	for i := range list {
		list[i] = shown(list[i])
	}
	return strings.Join(list, ", ")
}

// towns are municipalities, and towns with theirs.
func towns(s cards.Field, _ text.Lang) string {
	return joined(s, func(place string) string { return directory.WithMunicipality(oneLine(place)) })
}

func amount(s cards.Field, lang text.Lang) string {
	said := s.Single(lang)
	if said == "" || strings.ContainsFunc(said, func(r rune) bool { return r >= 'A' && r <= 'Z' }) { // "EUR 6700000"
		return said
	}
	return textKroner.In(lang, said)
}

// mostAmounts is how many other amounts a card shows; a budget has many.
const mostAmounts = 8

// amounts are other amounts, each with what it is for.
func amounts(s cards.Field, lang text.Lang) string {
	var list []string
	for _, item := range s.Items[:min(len(s.Items), mostAmounts)] {
		list = append(list, amount(item, lang)+" ("+summary.RoleName(item.Role, lang)+")")
	}
	if more := len(s.Items) - mostAmounts; more > 0 {
		list = append(list, textMoreAmounts.In(lang, more))
	}
	return strings.Join(list, ", ")
}

func period(s cards.Field, lang text.Lang) string {
	var ends [2]string
	if json.Unmarshal(s.Value, &ends) != nil || ends[0]+ends[1] == "" {
		return ""
	}
	switch {
	case ends[0] == "":
		return textUntil.In(lang, day(ends[1], lang))
	case ends[1] == "":
		return textSince.In(lang, day(ends[0], lang))
	}
	return day(ends[0], lang) + " – " + day(ends[1], lang)
}

// day writes an ISO day or month for readers; what is neither stays as it is.
func day(s string, lang text.Lang) string {
	if d, err := when.ParseISO(s); err == nil {
		return text.ShortDate(lang, d)
	}
	if d, err := when.ParseISO(s + "-01"); err == nil {
		return text.Month(lang, d)
	}
	return oneLine(s)
}

func deadlines(s cards.Field, lang text.Lang) string {
	return withRoles(s.Items, func(item cards.Field) string { return day(item.Single(lang), lang) })
}

func counts(s cards.Field, lang text.Lang) string {
	return withRoles(s.Items, func(item cards.Field) string { return item.Single(lang) })
}

// withRoles is a list of items, each with the document's own words for it.
func withRoles(items []cards.Field, shown func(cards.Field) string) string {
	var list []string
	for _, item := range items {
		said := shown(item)
		if item.Role != "" {
			said += " (" + oneLine(item.Role) + ")"
		}
		list = append(list, said)
	}
	return strings.Join(list, ", ")
}

func numbers(s cards.Field, lang text.Lang) string {
	var list []int
	var said []string
	if json.Unmarshal(s.Value, &list) != nil {
		return ""
	}
	for _, n := range list {
		said = append(said, text.Number(lang, n))
	}
	return strings.Join(said, ", ")
}

func trades(s cards.Field, lang text.Lang) string {
	return joined(s, func(code string) string { return summary.TradeName(code, lang) })
}

func role(s cards.Field, _ text.Lang) string {
	if string(s.Value) != "true" {
		return ""
	}
	return oneLine(s.Role)
}

func mentioned(s cards.Field, lang text.Lang) string {
	if string(s.Value) != "true" {
		return textNothingFound.In(lang)
	}
	return textMentioned.In(lang)
}

// corrected is a corrected field in words. A correction is written as the card is, but a list of deadlines has no items
// and a construction project is its name.
func corrected(r row, f crm.ProposalField, lang text.Lang) string {
	s := cards.Field{Value: f.Value}
	switch r.field {
	case "deadlines":
		var days []string
		if json.Unmarshal(f.Value, &days) != nil {
			return ""
		}
		for i := range days {
			days[i] = day(days[i], lang)
		}
		return strings.Join(days, ", ")
	case "construction":
		return s.Single(lang)
	case "jobs", "participants":
		return numbers(s, lang)
	}
	return r.say(s, lang)
}
