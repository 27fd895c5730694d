package register

import "samspil/internal/text"

var (
	errVirkURL        = text.New("SAMSPIL_VIRK_URL skal begynde med https:// (undtagen på denne maskine selv) og må ikke indeholde en adgangskode.", "SAMSPIL_VIRK_URL must begin with https:// (except on this machine itself) and must not hold a password.")
	errVirkLogin      = text.New("Angiv både SAMSPIL_VIRK_USER og SAMSPIL_VIRK_PASSWORD. Adgang gives af Erhvervsstyrelsen; se docs/operate.md.", "Set both SAMSPIL_VIRK_USER and SAMSPIL_VIRK_PASSWORD. The Danish Business Authority gives access; see docs/operate.md.")
	errNotInRegister  = text.New("CVR-registret har ingen virksomhed med nummeret %s.", "The CVR register has no company with the number %s.")
	errVirkDown       = text.New("CVR-registret har ikke svaret siden kl. %s.", "The CVR register has not answered since %s.")
	errUnknownAndDown = text.New("Jeg kender ingen virksomhed med nummeret %s, og CVR-registret har ikke svaret siden kl. %s.", "I know no company with the number %s, and the CVR register has not answered since %s.")
	errVirkSync       = text.New("CVR-registret svarede ikke til ende. Det, der er hentet, er gemt; kør samspil register sync igen.", "The CVR register did not answer to the end. What was fetched is saved; run samspil register sync again.")
	errVirkRefused    = text.New("CVR-registret afviser spørgsmålet. Er SAMSPIL_VIRK_USER og SAMSPIL_VIRK_PASSWORD rigtige?", "The CVR register refuses the question. Are SAMSPIL_VIRK_USER and SAMSPIL_VIRK_PASSWORD right?")
	errSinceWhen      = text.New("Registret er ikke indlæst endnu. Angiv med --since, hvorfra ændringer skal hentes, fx --since 2026-11-01.", "The register has not been read in yet. Say with --since from when changes are to be fetched, for example --since 2026-11-01.")
)
