package store

import "samspil/internal/text"

var (
	errNoProposal      = text.New("Projektforslag nr. %d findes ikke.", "Proposal no. %d does not exist.")
	errProposalChanged = text.New("Projektforslag nr. %[1]d er ændret af %[2]s imens. Hent det igen, så du ser det nyeste; intet er gemt.", "%[2]s changed proposal no. %[1]d meanwhile. Get it again to see the latest; nothing is saved.")
	errProposalShared  = text.New("Projektforslag nr. %d er allerede registreret.", "Proposal no. %d is registered already.")
	errProposalDecided = text.New("Projektforslag nr. %d er allerede afgjort.", "Proposal no. %d is decided already.")
)
