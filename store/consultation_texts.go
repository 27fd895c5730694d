package store

import "samspil/internal/text"

var (
	errNoConsulted         = text.New("Projektforslag nr. %d findes ikke.", "Proposal no. %d does not exist.")
	errNoConsultation      = text.New("Den høring findes ikke.", "There is no such consultation.")
	errNoConsultationOn    = text.New("Projektforslag nr. %d har ikke været i høring.", "Proposal no. %d has not been in consultation.")
	errHeardAlready        = text.New("Projektforslag nr. %d er allerede i høring.", "Proposal no. %d is in consultation already.")
	errNotToBeHeard        = text.New("Projektforslag nr. %d kan ikke sendes i høring: det skal være registreret og må ikke være afgjort.", "Proposal no. %d cannot be sent out for consultation: it must be registered and not decided.")
	errNotHeard            = text.New("Din organisation er ikke blandt de hørte, så der er intet at svare på.", "Your organisation is not among those heard, so there is nothing to answer.")
	errConsultationOver    = text.New("Høringen er afsluttet. Intet er gemt.", "The consultation has ended. Nothing is saved.")
	errConsultationChanged = text.New("En anden har ændret høringen imens. Se den igen, så du har det nyeste; intet er gemt.", "Somebody else changed the consultation meanwhile. Look at it again to see the latest; nothing is saved.")
	errAnsweredFirst       = text.New("%s svarede først for jer: %s, %s. Se svaret igennem, og svar igen, hvis det skal ændres; intet er gemt.", "%s answered first for you: %s, %s. Read that answer, and answer again if it is to be changed; nothing is saved.")
	errAttached            = text.New("Den bemærkning er allerede vedhæftet.", "That comment is attached already.")
	errEndedBy             = text.New("Høringen blev afsluttet af %s, %s.", "The consultation was ended by %s, %s.")
	errNoNote              = text.New("Der er intet høringsnotat endnu: det laves, når høringen afsluttes.", "There is no consultation note yet: it is made when the consultation ends.")
	errSignedBy            = text.New("Notatet er allerede godkendt af %s, %s.", "The note was signed off already by %s, %s.")
)
