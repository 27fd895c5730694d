package store

import "samspil/internal/text"

var (
	errNoFollowUp      = text.New("Opfølgning nr. %d findes ikke.", "Follow-up no. %d does not exist.")
	errFollowUpDone    = text.New("Opfølgning nr. %[1]d er allerede markeret som udført af %[2]s.", "Follow-up no. %[1]d has been marked done already by %[2]s.")
	errFollowUpClosed  = text.New("Opfølgning nr. %d er ikke åben længere.", "Follow-up no. %d is no longer open.")
	errFollowUpChanged = text.New("Opfølgning nr. %d er ændret af en anden imens. Hent listen igen, så du ser det nyeste; intet er gemt.", "Somebody else changed follow-up no. %d meanwhile. Get the list again to see the latest; nothing is saved.")
	errNothingToUndo   = text.New("Der er intet at fortryde.", "There is nothing to undo.")
	errUndoLate        = text.New("Det er mere end 10 minutter siden, så knappen virker ikke længere.", "That was more than 10 minutes ago, so the button no longer works.")
	errUndoChanged     = text.New("Det er ændret igen siden, så det kan ikke fortrydes.", "It has been changed again since, so it cannot be undone.")
)
