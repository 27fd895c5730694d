package main

import "samspil/internal/text"

var (
	errMunicipality  = text.New("\"%s\" er ingen kommune.", "\"%s\" is no municipality.")
	errAsOf          = text.New("\"%s\" er ingen dato. Skriv fx 2026-01-01.", "\"%s\" is no date. Write for example 2026-01-01.")
	errRegion        = text.New("\"%s\" er ingen region.", "\"%s\" is no region.")
	errCeiling       = text.New("Loftet er et tal fra 1 til %d, eller 0 for programmets eget.", "The ceiling is a number from 1 to %d, or 0 for the program's own.")
	ceilingSaved     = text.New("Loftet i %[1]s er %[2]d kontakter med én virksomhed i en periode.", "The ceiling in %[1]s is %[2]d contacts with one company in a period.")
	denominatorSaved = text.New("%[1]s har %[2]s virksomheder med ansatte i %[3]d.", "%[1]s has %[2]s companies with employees in %[3]d.")
)
