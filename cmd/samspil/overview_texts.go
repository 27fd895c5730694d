package main

import "samspil/internal/text"

var (
	errMunicipality  = text.New("\"%s\" er ingen kommune.", "\"%s\" is no municipality.")
	errAsOf          = text.New("\"%s\" er ingen dato. Skriv fx 2026-01-01.", "\"%s\" is no date. Write for example 2026-01-01.")
	denominatorSaved = text.New("%[1]s har %[2]s virksomheder med ansatte i %[3]d.", "%[1]s has %[2]s companies with employees in %[3]d.")
)
