package followup

import "samspil/internal/text"

// What is said beside the answers: reminders, what a colleague hands over, and the question about a plan.
var (
	textDue    = text.NewPlural("%s opfølgning venter på dig.", "%s opfølgninger venter på dig.", "%s follow-up waits for you.", "%s follow-ups wait for you.")
	textLast   = text.NewPlural("Det er sidste påmindelse om %s af dem; derefter står den bare som forfalden.", "Det er sidste påmindelse om %s af dem; derefter står de bare som forfaldne.", "This is the last reminder of %s of them; after that it is just shown as overdue.", "This is the last reminder of %s of them; after that they are just shown as overdue.")
	textHanded = text.NewPlural("%[2]s har givet dig %[1]s opfølgning.", "%[2]s har givet dig %[1]s opfølgninger.", "%[2]s has handed you %[1]s follow-up.", "%[2]s has handed you %[1]s follow-ups.")

	textContact = text.New("%s · %s · %s", "%s · %s · %s")
	textBecame  = text.New("Hvad blev der af det planlagte? %s", "What became of the plan? %s")
	textWhy     = text.New("Hvorfor blev det ikke til noget? %s", "Why did it not happen? %s")
	textSettled = text.New("Noteret som %s: %s", "Noted as %s: %s")

	buttonHappened  = text.New("Gennemført", "Done")
	buttonMoved     = text.New("Flyttet", "Moved")
	buttonMissed    = text.New("Blev ikke til noget", "Did not happen")
	buttonCancelled = text.New("Aflyst inden", "Cancelled beforehand")
	buttonNoShow    = text.New("De mødte ikke op", "They did not turn up")
	buttonNote      = text.New("Skriv note", "Add a note")
	buttonPlan      = text.New("Planlæg igen", "Plan again")

	errNoContact   = text.New("Kontakt nr. %d findes ikke.", "Contact no. %d does not exist.")
	errContactGone = text.New("Kontakten er slettet.", "The contact is deleted.")
	errSettled     = text.New("Kontakten står allerede som %s.", "The contact is already noted as %s.")
	errAhead       = text.New("Kontakten er flyttet til %s, så den er ikke gennemført endnu.", "The contact has been moved to %s, so it has not happened yet.")
	errUndoLate    = text.New("Det er mere end 10 minutter siden, så knappen virker ikke længere.", "That was more than 10 minutes ago, so the button no longer works.")
)
