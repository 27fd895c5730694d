package main

import (
	"samspil/internal/moving"
	"samspil/internal/text"
)

var (
	errDayFlag   = text.New("%s kan ikke læses som en dag: \"%s\". Skriv fx 2026-11-23.", "%s cannot be read as a day: \"%s\". Write for example 2026-11-23.")
	errWrite     = text.New("Filen %s kan ikke skrives.", "The file %s cannot be written.")
	exported     = text.New("%s kontakter er skrevet for %s.", "%s contacts were written for %s.")
	contactSheet = text.New("Kontakter", "Contacts")

	errLogger        = text.New("\"%s\" er ikke en af medarbejderne i %s. Skriv arbejdsområde og id, fx T01/U01; samspil person list viser dem.", "\"%s\" is not one of the people of %s. Write workspace and id, for example T01/U01; samspil person list shows them.")
	importColumns    = text.New("Kolonnerne i filen læses sådan (ret med --map \"Kolonne=felt\"):", "The columns of the file are read like this (correct with --map \"Column=field\"):")
	columnUnread     = text.New("læses ikke", "not read")
	importSheet      = text.New("Arket \"%s\" læses; andre ark: %s.", "The sheet \"%s\" is read; other sheets: %s.")
	importFirst      = text.New("De første rækker:", "The first rows:")
	importRow        = text.New("række %d", "row %d")
	importAccount    = text.New("Af %s rækker:", "Of %s rows:")
	importDry        = text.New("Intet er gemt. Tilføj --write for at gemme.", "Nothing is saved. Add --write to save.")
	contactsImported = text.New("Indlæsning nr. %d er færdig: %s kontakter er tilføjet. Fortryd med samspil import undo %d.", "Import no. %d is finished: %s contacts were added. Undo with samspil import undo %d.")
	importNothing    = text.New("Der var intet nyt at gemme.", "There was nothing new to save.")
	importRest       = text.New("%s rækker blev ikke taget med. De ligger i %s med årsagen i den sidste kolonne; ret dem, og indlæs den fil.", "%s rows were not taken. They are in %s with the reason in the last column; correct them, and import that file.")
	importExample    = text.New("fx række %d: %s", "e.g. row %d: %s")
	importOf         = text.New("Heraf:", "Among them:")
	restColumn       = text.New("samspil_årsag", "samspil_reason")

	undoneRows   = text.New("%s kontakter fra indlæsning nr. %d er slettet.", "%s contacts of import no. %d are deleted.")
	undoneLeft   = text.New("%s er ændret siden og er ikke slettet:", "%s were changed since and are not deleted:")
	importsNone  = text.New("Der er ingen indlæsninger.", "There are no imports.")
	importOpen   = text.New("ikke færdig", "not finished")
	importUndone = text.New("fortrudt, %d slettet", "undone, %d deleted")
)

// verdictTexts say what becomes of a row, before and after it is written.
var verdictTexts = map[moving.Verdict]text.Text{
	moving.There:          text.New("allerede indlæst", "imported already"),
	moving.Ours:           text.New("samme som en kontakt, I har", "same as a contact you have"),
	moving.Twice:          text.New("står to gange i filen", "twice in the file"),
	moving.CompanyUnsure:  text.New("virksomheden er usikker", "the company is unsure"),
	moving.CompanyUnknown: text.New("virksomheden er ikke fundet", "the company is not found"),
	moving.NoDay:          text.New("datoen kan ikke læses", "the date cannot be read"),
	moving.NoPerson:       text.New("medarbejderen er ikke fundet", "the person is not found"),
	moving.Refused:        text.New("kan ikke gemmes, som den er", "cannot be stored as it is"),
}

var (
	wouldBeAdded = text.New("ville blive tilføjet", "would be added")
	wereAdded    = text.New("tilføjet", "added")

	alsoFresh     = text.New("virksomheder, som registret ikke har, og som tilføjes med CVR-nummer og navn", "companies that the register does not have, added by CVR number and name")
	alsoOverlaps  = text.New("rækker tæt på en anden aktørs kontakt", "rows close to another organisation's contact")
	alsoMasked    = text.New("CPR-numre, som er skjult", "CPR numbers that are masked")
	alsoHeld      = text.New("noter med følsomme ord, som bliver i organisationen", "notes with sensitive words, which stay inside the organisation")
	alsoLeftOut   = text.New("kontaktpersoner, som udelades (brug --told, når de ved, at de er noteret)", "contact persons that are left out (use --told when they were told)")
	alsoNoChannel = text.New("rækker uden kontaktform, som gemmes som %s (--channel)", "rows without a way of contact, stored as %s (--channel)")
	alsoKept      = text.New("celler, som ikke kunne læses og står i noten", "cells that could not be read and stand in the note")
	alsoFollowUps = text.New("opfølgninger", "follow-ups")
)
