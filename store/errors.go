package store

import (
	"database/sql"
	"errors"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// faultTexts is what a class of database error says to a person. A faultNone has no sentence.
var faultTexts = map[fault]struct {
	kind crm.Kind
	text text.Text
}{
	faultUnique:    {crm.Conflict, text.New("Det findes allerede.", "It exists already.")},
	faultReference: {crm.Invalid, text.New("Det henviser til noget, der ikke findes. Intet er gemt.", "It refers to something that does not exist. Nothing is saved.")},
	faultCheck:     {crm.Invalid, text.New("Det kan ikke gemmes, som det er skrevet. Intet er gemt.", "It cannot be saved as it is written. Nothing is saved.")},
	faultFrozen:    {crm.Forbidden, text.New("Loggen kan ikke ændres.", "The log cannot be changed.")},
	faultBusy:      {crm.Unavailable, text.New("Databasen har travlt. Intet er gemt; prøv igen om lidt.", "The database is busy. Nothing is saved; try again in a moment.")},
	faultRetry:     {crm.Unavailable, text.New("Databasen har travlt. Intet er gemt; prøv igen om lidt.", "The database is busy. Nothing is saved; try again in a moment.")},
	faultFull:      {crm.Unavailable, text.New("Der er ikke mere plads på databasens disk. Intet er gemt; sig det til driften.", "The database's disk is full. Nothing is saved; tell the people who run it.")},
	faultReadOnly:  {crm.Unavailable, text.New("Databasen kan kun læses lige nu. Intet er gemt; sig det til driften.", "The database can only be read at the moment. Nothing is saved; tell the people who run it.")},
	faultDamaged:   {crm.Unavailable, text.New("Databasen er beskadiget, eller filen er ingen database. Sig det til driften.", "The database is damaged, or the file is not a database. Tell the people who run it.")},
	faultAway:      {crm.Unavailable, text.New("Databasen svarer ikke. Prøv igen om lidt.", "The database does not answer. Try again in a moment.")},
}

var (
	errURL        = text.New("Databasen skal angives som file:samspil.db eller postgres://bruger@vært:5432/database.", "The database must be given as file:samspil.db or postgres://user@host:5432/database.")
	errMemory     = text.New("En database i hukommelsen forsvinder, når programmet stopper. Angiv en fil, fx file:samspil.db.", "A database in memory is gone when the program stops. Name a file, for example file:samspil.db.")
	errNewer      = text.New("%s er lavet af et nyere Samspil (skema %d; dette program kender %d). Opgrader programmet.", "%s was made by a newer Samspil (schema %d; this program knows %d). Upgrade the program.")
	errOlder      = text.New("%s har skema %d, og dette program bruger %d. Kør samspil migrate.", "%s has schema %d and this program uses %d; run samspil migrate.")
	errNoQueue    = text.New("%s mangler køen til beskeder og påmindelser. Kør samspil migrate.", "%s lacks the queue for messages and reminders; run samspil migrate.")
	errNewerQueue = text.New("%s er lavet af et nyere Samspil (kø %d; dette program kender %d). Opgrader programmet.", "%s was made by a newer Samspil (queue %d; this program knows %d). Upgrade the program.")
	errInUse      = text.New("%s er i brug af et andet program. Stop det, og prøv igen.", "%s is in use by another program. Stop it and try again.")
	errMigration  = text.New("%s kunne ikke bringes til skema %d. Intet halvt trin er gemt; se loggen.", "%s could not be brought to schema %d. No half step is kept; see the log.")

	errNoOrg        = text.New("Jeg kender ingen aktør med koden \"%s\".", "I know no organisation with the code \"%s\".")
	errNoOrgID      = text.New("Der mangler en aktør, som findes.", "An organisation that exists is missing.")
	errNoPerson     = text.New("Jeg kender ikke den medarbejder.", "I do not know that person.")
	errOtherOrg     = text.New("%s hører til en anden aktør, så det er deres administrator, der kan ændre det.", "%s belongs to another organisation, so only their administrator can change it.")
	errHasAccess    = text.New("%s har allerede adgang.", "%s has access already.")
	errLastAdmin    = text.New("Så ville jeres aktør ikke have nogen administrator tilbage her. Gør først en anden til administrator.", "That would leave your organisation without an administrator here. Make somebody else administrator first.")
	errNoCompany    = text.New("Jeg kender ingen virksomhed med nummeret %s.", "I know no company with the number %s.")
	errNoImport     = text.New("Indlæsning nr. %d findes ikke. Se samspil import list.", "Import no. %d does not exist. See samspil import list.")
	errImportUndone = text.New("Indlæsningen er blevet fortrudt imens, så den standser her.", "The import was undone meanwhile, so it stops here.")
	errNoContact    = text.New("Kontakt nr. %d findes ikke.", "Contact no. %d does not exist.")
	errNoWorkspace  = text.New("Jeg kender ikke arbejdsområdet %s.", "I do not know the workspace %s.")
	errNoRequest    = text.New("Der er ingen sådan anmodning om adgang.", "There is no such request for access.")
	errNoJob        = text.New("Der er ingen parkeret besked nr. %d.", "There is no parked message no. %d.")
	errDecided      = text.New("Anmodningen er allerede besvaret.", "The request has been answered already.")
	errSite         = text.New("P-nummeret hører ikke til virksomheden. Intet er gemt.", "The P-number does not belong to the company. Nothing is saved.")
	errChanged      = text.New("Kontakten er ændret af en anden imens. Åbn den igen, så du ser det nyeste; intet er gemt.", "Somebody else changed the contact meanwhile. Open it again to see the latest; nothing is saved.")
	errDeleted      = text.New("Kontakten er slettet.", "The contact is deleted.")
	errNotPlanned   = text.New("Kontakten er ikke planlagt længere, så der er ikke noget at deltage i.", "The contact is not planned any more, so there is nothing to join.")
	errTakesPart    = text.New("I er allerede med i kontakten.", "You already take part in the contact.")
	errNotJoined    = text.New("I har ikke meldt jer til kontakten, eller I er ude igen.", "You have not joined the contact, or are out of it again.")
	errNotGone      = text.New("Kontakten er ikke slettet.", "The contact is not deleted.")
)

// absent turns "no row" into the NotFound error that says so, and leaves every other error.
func absent(err error, t text.Text, args ...any) error {
	if errors.Is(err, sql.ErrNoRows) {
		return crm.Errorf(crm.NotFound, t, args...)
	}
	return err
}
