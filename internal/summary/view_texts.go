package summary

import (
	"cmp"

	"samspil/internal/text"
)

var (
	notStated    = text.New("ikke oplyst", "not stated")
	nothingFound = text.New("der er ikke fundet noget om det", "nothing was found about it")
	mentioned    = text.New("ja, det er nævnt", "yes, it is mentioned")
	source       = text.New("»%s« (side %d)", "“%s” (page %d)")
	until        = text.New("til senest %s", "until %s at the latest")
	since        = text.New("fra %s", "from %s")
	moreAmounts  = text.NewPlural("og %s beløb mere", "og %s beløb mere", "and %s more amount", "and %s more amounts")
	madeByModel  = text.New("AI-udkast, efterprøvet: alt i kortet er fundet i dokumentet, og beløbene er læst med faste regler. Citaterne viser, hvor hver oplysning står.", "AI draft, checked: everything in the card was found in the document, and the amounts are read by fixed rules. The quotes show where each statement stands.")
	madeByRules  = text.New("Kortet er et udtræk lavet med faste regler. Citaterne viser, hvor hver oplysning står.", "The card is an extract made by fixed rules. The quotes show where each statement stands.")
	headActors   = text.New("Forslag til, hvem der kan høres:", "Suggestions for who could be heard:")
	headWarnings = text.New("Vær opmærksom på:", "Please note:")

	labelApplicant      = text.New("Ansøger", "Applicant")
	labelContact        = text.New("Kontakt", "Contact")
	labelPartners       = text.New("Partner", "Partner")
	labelApplied        = text.New("Ansøgt beløb", "Amount applied for")
	labelTotal          = text.New("Samlet budget", "Total budget")
	labelOthers         = text.New("Andet beløb", "Other amount")
	labelFunds          = text.New("Finansiering fra", "Funding from")
	labelPeriod         = text.New("Periode", "Period")
	labelDeadlines      = text.New("Frist", "Deadline")
	labelRegions        = text.New("Region", "Region")
	labelMunicipalities = text.New("Kommune", "Municipality")
	labelJobs           = text.New("Job", "Jobs")
	labelParticipants   = text.New("Deltagere", "Participants")
	labelCompanies      = text.New("Virksomheder", "Companies")
	labelTrades         = text.New("Fag og kompetencer", "Trades and skills")
	labelConstruction   = text.New("Anlægsprojekt", "Construction project")
	labelUpskilling     = text.New("Er opkvalificering tænkt ind", "Is upskilling thought in")
	labelEmployment     = text.New("Er beskæftigelse tænkt ind", "Are employment considerations thought in")
)

// RoleName is what an amount is for, in words.
func RoleName(role string, lang text.Lang) string {
	return roleTexts[cmp.Or(role, RoleUnrecognised)].In(lang)
}

// roleTexts are the roles of amounts.
var roleTexts = map[string]text.Text{
	RoleApplied:      text.New("ansøgt", "applied for"),
	RoleGranted:      text.New("bevilget eller indstillet", "granted or recommended"),
	RoleTotal:        text.New("samlet", "total"),
	RoleOwn:          text.New("egenfinansiering", "own contribution"),
	RoleCofinancing:  text.New("medfinansiering", "co-financing"),
	RoleGrant:        text.New("tilskud", "grant"),
	RoleCap:          text.New("grænse", "limit"),
	RoleUnit:         text.New("pr. enhed", "per unit"),
	RolePart:         text.New("heraf", "part of it"),
	RoleContext:      text.New("andet formål", "something else"),
	RoleUnrecognised: text.New("formål ikke oplyst", "purpose not stated"),
}
