package note

import "samspil/internal/text"

var (
	titleNote        = text.New("Høringsnotat %s", "Consultation note %s")
	lineProposal     = text.New("Projektforslag nr. %d: %s", "Project proposal no. %d: %s")
	lineApplicant    = text.New("Ansøger: %s", "Applicant: %s")
	lineAmounts      = text.New("Ansøgt beløb: %s · Samlet budget: %s", "Amount applied for: %s · Total budget: %s")
	linePeriod       = text.New("Periode: %s", "Period: %s")
	lineConstruction = text.New("Bygge- eller anlægsprojekt: %s", "Construction project: %s")
	lineAsker        = text.New("Høringen er iværksat af %s ved %s.", "The consultation was started by %s, through %s.")
	lineDates        = text.New("Sendt i høring %s. Frist %s. Afsluttet %s af %s.", "Sent out %s. Deadline %s. Ended %s by %s.")
	lineQuestion     = text.New("Der blev spurgt om:", "It was asked:")
	textPeriod       = text.New("%s – %s", "%s – %s")
	textDKK          = text.New("%s kr.", "DKK %s")
	notStated        = text.New("ikke oplyst", "not stated")

	headPositions = text.New("Aktørernes holdninger", "Positions of the organisations")
	linePosition  = text.New("%s: %s (%s, %s)", "%s: %s (%s, %s)")
	lineSilent    = text.New("%s: har ikke svaret", "%s: has not answered")

	headAgreement      = text.New("Enighed", "Agreement")
	headDisagreement   = text.New("Uenighed", "Disagreement")
	headNotRelevant    = text.New("Ikke relevant", "Not relevant")
	textNotRelevant    = text.New("Uden betydning for: %s.", "Of no relevance to: %s.")
	headSilence        = text.New("Ikke svaret", "Not answered")
	lineGroup          = text.New("%s: %s", "%s: %s")
	textNobodySupports = text.New("Ingen af dem, der svarede, støtter forslaget.", "None of those who answered supports the proposal.")
	textNobodyAnswered = text.New("Ingen af de hørte aktører har svaret.", "None of the organisations heard has answered.")
	textNoConcerns     = text.New("Ingen af dem, der svarede, har betænkeligheder.", "None of those who answered has concerns.")
	textSilent         = text.NewPlural("%s aktør har ikke svaret, og det er ikke regnet som støtte: %s.", "%s aktører har ikke svaret, og det er ikke regnet som støtte: %s.", "%s organisation has not answered, which does not count as support: %s.", "%s organisations have not answered, which does not count as support: %s.")
	textAllAnswered    = text.New("Alle hørte aktører har svaret.", "All organisations heard have answered.")

	headQuestions  = text.New("Aftalens to spørgsmål", "The two questions of the agreement")
	lineUpskilling = text.New("Er opkvalificering tænkt ind?", "Is upskilling thought in?")
	lineEmployment = text.New("Er beskæftigelseshensyn tænkt ind?", "Are employment considerations thought in?")
	textYes        = text.New("Det er nævnt i forslaget:", "The proposal mentions it:")
	textNo         = text.New("Nej, det nævnes ikke i forslaget.", "No, the proposal does not mention it.")
	textYesBy      = text.New("Ja, rettet af %s. I forslaget blev der ikke læst noget om det.", "Yes, corrected by %s. Nothing about it was read in the proposal.")
	textNoBy       = text.New("Nej, rettet af %s. I forslaget blev der læst:", "No, corrected by %s. In the proposal was read:")
	textNoSaid     = text.New("Nej, skrevet af %s.", "No, written by %s.")
	textUnknown    = text.New("Det fremgår ikke af forslagets kort.", "The proposal's card does not say.")
	textQuoted     = text.New("\"%s\" (side %d)", "\"%s\" (page %d)")

	headComments = text.New("Bemærkninger fra drøftelsen", "Comments from the discussion")
	lineComment  = text.New("%s, %s (vedhæftet af %s, %s)", "%s, %s (attached by %s, %s)")

	headSign     = text.New("Underskrift", "Sign-off")
	lineSigned   = text.New("Godkendt af %s, %s.", "Signed off by %s, %s.")
	textUnsigned = text.New("Notatet er ikke godkendt endnu.", "The note has not been signed off yet.")
	lineHash     = text.New("Notatets indhold er låst. Kontrolsum (SHA-256): %s", "The content of the note is locked. Checksum (SHA-256): %s")
)
