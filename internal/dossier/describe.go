package dossier

import (
	"strings"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

var (
	someBody   = text.New("en anden aktør", "another organisation")
	inMonth    = text.New("i %s", "in %s")
	about      = text.New("om %s", "about %s")
	withOthers = text.New("sammen med %s", "together with %s")
	fromTo     = text.New("%s–%s", "%s–%s")
	today      = text.New("i dag", "today")
	daysAgo    = text.NewPlural("for %s dag siden", "for %s dage siden", "%s day ago", "%s days ago")
	daysAhead  = text.NewPlural("om %s dag", "om %s dage", "in %s day", "in %s days")
)

// Line says one contact in a line: who, when, through what, for what. It reads only what the tier allows, since
// a Disclosed holds nothing else.
func Line(lang text.Lang, d crm.Disclosed) string {
	if d.Tier < crm.TierFact {
		return join(someBody.In(lang), inMonth.In(lang, text.Month(lang, d.Month)), status(lang, d))
	}
	return join(text.Date(lang, d.Date)+Clock(lang, d.Start, d.End), d.Channel.Name(lang), status(lang, d), Who(lang, d), Purposes(lang, d.Purposes), With(lang, d))
}

// Who is the person with title and organisation, as the organisation was named on the day.
func Who(lang text.Lang, d crm.Disclosed) string {
	if d.Tier < crm.TierFact {
		return someBody.In(lang)
	}
	if d.Title == "" {
		return d.Person + ", " + d.Org.Name(lang)
	}
	return d.Person + ", " + d.Title + ", " + d.Org.Name(lang)
}

// Purposes is "om rekruttering og opkvalificering", "" when none was stated.
func Purposes(lang text.Lang, purposes []crm.Purpose) string {
	if len(purposes) == 0 {
		return ""
	}
	return about.In(lang, PurposeNames(lang, purposes))
}

// PurposeNames lists the purposes by name.
func PurposeNames(lang text.Lang, purposes []crm.Purpose) string {
	names := make([]string, len(purposes))
	for i, p := range purposes {
		names[i] = p.Name(lang)
	}
	return text.List(lang, names)
}

// With names who else took part.
func With(lang text.Lang, d crm.Disclosed) string {
	if len(d.With) == 0 {
		return ""
	}
	return withOthers.In(lang, text.List(lang, d.With))
}

// Clock is the time of day with a leading space and its end, "" when none was stated.
func Clock(lang text.Lang, start, end when.Clock) string {
	switch {
	case start < 0:
		return ""
	case end < 0:
		return " " + text.Clock(lang, start)
	}
	return " " + fromTo.In(lang, text.Clock(lang, start), strings.TrimPrefix(text.Clock(lang, end), "kl. "))
}

// Distance says how far the day is from today: "for 6 dage siden", "om 1 dag", "i dag".
func Distance(lang text.Lang, day, now when.Date) string {
	switch days := day.Sub(now); {
	case days == 0:
		return today.In(lang)
	case days < 0:
		return daysAgo.In(lang, -days)
	default:
		return daysAhead.In(lang, days)
	}
}

// status is named when it is not the plain one, a completed contact.
func status(lang text.Lang, d crm.Disclosed) string {
	if d.Status == crm.Done || d.Status == "" {
		return ""
	}
	return d.Status.Name(lang)
}

// join puts the parts that are not empty on one line.
func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

// CompanyLine is the company's name, place and number: "Lolland Betonelementer A/S, Rødby, CVR 99 00 00 07".
func CompanyLine(c crm.Company) string {
	parts := []string{c.Name}
	if c.Place != "" {
		parts = append(parts, c.Place)
	}
	return strings.Join(parts, ", ") + ", CVR " + c.CVR
}
