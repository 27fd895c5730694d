package main

import "samspil/internal/text"

var (
	errDocument      = text.New("Filen %s kan ikke læses.", "The file %s cannot be read.")
	errDocumentCache = text.New("Mappen %s kan ikke bruges til den forberedte PDF-læser. Den skal tilhøre brugeren selv, med rettighederne 0700.", "The folder %s cannot hold the prepared PDF reader. It must belong to the user alone, with the permissions 0700.")
)
