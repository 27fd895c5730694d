package summary

import "samspil/internal/text"

var (
	kroner = text.New("%s kr.", "DKK %s")

	warnInstruction = text.NewPlural("Side %[2]d har en passage, der ligner en instruks til et program. Den er læst som tekst og tæller ikke med i kortet.", "%[1]s passager ligner instrukser til et program, den første på side %[2]d. De er læst som tekst og tæller ikke med i kortet.",
		"Page %[2]d has a passage that reads like an instruction to a program. It was read as text and counts for nothing in the card.", "%[1]s passages read like instructions to a program, the first on page %[2]d. They were read as text and count for nothing in the card.")
	warnCPR     = text.New("Dokumentet indeholdt CPR-numre (%d). De er maskeret.", "The document held CPR numbers (%d). They are masked.")
	warnEmpty   = text.New("Dokumentet har næsten ingen tekst.", "The document has hardly any text.")
	warnApplied = text.New("Det ansøgte beløb står forskelligt: %s (side %d) og %s (side %d).", "The amount applied for differs: %s (page %d) and %s (page %d).")
	warnTotal   = text.New("Det samlede budget står forskelligt: %s (side %d) og %s (side %d).", "The total budget differs: %s (page %d) and %s (page %d).")
	warnMore    = text.New("Det ansøgte beløb (%s) er større end det samlede budget (%s).", "The amount applied for (%s) is larger than the total budget (%s).")

	suggestion = text.New("forslag", "suggestion")

	sayAppliesTotal = text.New("%s søger %s til »%s« ud af et samlet budget på %s.", "%s applies for %s for “%s”, out of a total budget of %s.")
	sayApplies      = text.New("%s søger %s til »%s«.", "%s applies for %s for “%s”.")
	sayStands       = text.New("%s står bag »%s«.", "%s is behind “%s”.")
	sayAppliedTotal = text.New("Der søges %s til »%s« ud af et samlet budget på %s.", "%s is applied for, for “%s”, out of a total budget of %s.")
	sayApplied      = text.New("Der søges %s til »%s«.", "%s is applied for, for “%s”.")
	sayTitle        = text.New("Dokumentet handler om »%s«.", "The document is about “%s”.")
	sayAppliesOnly  = text.New("%s søger %s.", "%s applies for %s.")
	sayAppliedOnly  = text.New("Der søges %s.", "%s is applied for.")
	sayTotal        = text.New("Den samlede ramme er %s.", "The total is %s.")

	sayPeriod  = text.New("Projektet løber fra %s til %s", "The project runs from %s to %s")
	sayFrom    = text.New("Projektet begynder %s", "The project begins %s")
	sayUntil   = text.New("Projektet slutter senest %s", "The project ends %s at the latest")
	sayPlace   = text.New("Projektet omfatter %s", "The project covers %s")
	sayTime    = text.New("Perioden går fra %s til %s", "The period is from %s to %s")
	sayArea    = text.New("Det omfatter %s", "It covers %s")
	morePlaces = text.New("flere andre steder", "other places")
	sayIn      = text.New("og omfatter %s", "and covers %s")

	sayCounts  = text.New("Der nævnes %s.", "It mentions %s.")
	peopleWord = text.New("%s deltagere", "%s participants")
	jobsWord   = text.New("%s arbejdspladser", "%s jobs")
	sayFrist   = text.New("Frist: %s.", "Deadline: %s.")
	inWords    = text.New("»%s«", "“%s”")
	orgsWord   = text.New("%s virksomheder", "%s companies")
)

// The months as sentences write them.
var monthTexts = []text.Text{
	text.New("januar", "January"), text.New("februar", "February"), text.New("marts", "March"), text.New("april", "April"),
	text.New("maj", "May"), text.New("juni", "June"), text.New("juli", "July"), text.New("august", "August"),
	text.New("september", "September"), text.New("oktober", "October"), text.New("november", "November"), text.New("december", "December"),
}

var (
	dayText   = text.New("%d. %s %d", "%d %s %d")
	monthText = text.New("%s %d", "%s %d")
)
