package store

import "samspil/internal/text"

var (
	errNoProposal       = text.New("Projektforslag nr. %d findes ikke.", "Proposal no. %d does not exist.")
	errProposalChanged  = text.New("Projektforslag nr. %[1]d er ændret af %[2]s imens. Hent det igen, så du ser det nyeste; intet er gemt.", "%[2]s changed proposal no. %[1]d meanwhile. Get it again to see the latest; nothing is saved.")
	errProposalShared   = text.New("Projektforslag nr. %d er allerede registreret.", "Proposal no. %d is registered already.")
	errProposalNoUndo   = text.New("Der er ikke noget på projektforslag nr. %d, som du kan fortryde.", "There is nothing on proposal no. %d that you can undo.")
	errProposalSeen     = text.New("Projektforslag nr. %[1]d er registreret, så andre har set det. Skriv /projekt afgør %[1]d trukket tilbage i stedet.", "Proposal no. %[1]d is registered, so others have seen it. Write /proposal decide %[1]d withdrawn instead.")
	errProposalGone     = text.New("Det er mere end ti minutter siden, så projektforslag nr. %d kan ikke hentes tilbage. Læg dokumentet op igen.", "That was more than ten minutes ago, so proposal no. %d cannot be brought back. Upload the document again.")
	errProposalUndoLate = text.New("Det er mere end ti minutter siden, så projektforslag nr. %[1]d kan ikke fortrydes med én knap. Skriv den rigtige afgørelse med /projekt afgør %[1]d …, eller den rigtige fase med /projekt fase %[1]d ….", "That was more than ten minutes ago, so one button no longer undoes it for proposal no. %[1]d. Write the right decision with /proposal decide %[1]d …, or the right stage with /proposal stage %[1]d ….")
	errProposalDecided  = text.New("Projektforslag nr. %d er allerede afgjort sådan.", "Proposal no. %d is decided like that already.")
)
