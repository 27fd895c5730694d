package main

import "samspil/internal/text"

var (
	importAt        = text.New("%s: %s af %s linjer", "%s: %s of %s lines")
	importAtUnknown = text.New("%s virksomheder", "%s companies")
	importResumed   = text.New("Fortsatte efter %s linjer, som var indlæst.", "Went on after %s lines that had been read in.")
	importDone      = text.New("Læst: %s. Nye: %s. Ændrede: %s. Uændrede: %s. Ophørte: %s. Afviste: %s. Sekunder: %s.", "Read: %s. New: %s. Changed: %s. Unchanged: %s. Ended: %s. Refused: %s. Seconds: %s.")
	importRefused   = text.New("De afviste linjer står i %s.", "The refused lines are listed in %s.")
	refusedHeader   = text.New("linje\tcvr\tgrund", "line\tcvr\treason")
	errNoVirk       = text.New("Angiv SAMSPIL_VIRK_URL, SAMSPIL_VIRK_USER og SAMSPIL_VIRK_PASSWORD, fx i filen .env. Adgang gives af Erhvervsstyrelsen; se docs/operate.md.", "Set SAMSPIL_VIRK_URL, SAMSPIL_VIRK_USER and SAMSPIL_VIRK_PASSWORD, for example in the file .env. The Danish Business Authority gives access; see docs/operate.md.")
	errSinceDay     = text.New("--since skal være en dato som 2026-11-01, ikke \"%s\".", "--since must be a date like 2026-11-01, not \"%s\".")
	errRefusedFile  = text.New("Filen %s kan ikke skrives.", "The file %s cannot be written.")
)
