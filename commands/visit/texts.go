package visit

import (
	"samspil/internal/privacy"
	"samspil/internal/text"
)

var (
	textSummary  = text.New("Notér eller planlæg en kontakt med en virksomhed", "Log or plan a contact with a company")
	textHint     = text.New("[virksomhed dato kanal formål …] | list | fortryd | ret | aflys | slet", "[company date channel purpose …] | list | undo | edit | cancel | delete")
	textExamples = []text.Text{
		text.New("/besoeg 99001941 i går telefon opkvalificering, følger op uge 50", "/visit 99001941 yesterday phone upskilling, follow up week 50"),
		text.New("/besoeg planlæg Køge Kran på torsdag kl. 10 rekruttering", "/visit plan Køge Kran next Thursday 10am recruitment"),
		text.New("/besoeg fortryd", "/visit undo"),
	}

	// doubts
	textNoDate      = text.New("Hvilken dag var det? Skriv fx \"i går\" eller \"20/11\".", "Which day was it? Write for example \"yesterday\" or \"20/11\".")
	textWhichDay    = text.New("Hvilken dag er \"%s\"? Vælg en dato.", "Which day is \"%s\"? Choose a date.")
	textWhichDate   = text.New("\"%s\" kan være %s. Vælg den rigtige dato.", "\"%s\" can be %s. Choose the right date.")
	textPlanPast    = text.New("%s er allerede gået. Er kontakten gennemført, eller skal datoen være en anden?", "%s has already passed. Is the contact completed, or should the date be another?")
	textLongAgo     = text.New("%s er mere end to år siden. Er datoen rigtig, så gem bare.", "%s is more than two years ago. If the date is right, just save.")
	textFarAhead    = text.New("%s er langt ude i fremtiden. Er datoen rigtig, så gem bare.", "%s is far ahead. If the date is right, just save.")
	textNoCompany   = text.New("Hvilken virksomhed drejer det sig om? Skriv CVR-nummer eller navn.", "Which company is it about? Write its CVR number or name.")
	textOneCompany  = text.New("Der står flere virksomheder. Notér én kontakt ad gangen, så ingen af dem bliver glemt.", "Several companies are named. Log one contact at a time, so that none is forgotten.")
	textUnknownName = text.New("Jeg kender ingen virksomhed med navnet \"%s\". Ret navnet, eller skriv CVR-nummeret; er virksomheden ny her, så skriv nummer og navn sammen.", "I know no company called \"%s\". Correct the name, or write the CVR number; if the company is new here, write number and name together.")
	textOneLike     = text.New("\"%s\": mener du %s? Vælg den, hvis det er rigtigt.", "\"%s\": do you mean %s? Choose it if that is right.")
	textWhichOne    = text.New("Flere virksomheder passer på \"%s\". Vælg den rigtige.", "Several companies fit \"%s\". Choose the right one.")
	textUnknownCVR  = text.New("Jeg kender ikke CVR-nummer %[1]s endnu. Er nummeret rigtigt, så skriv virksomhedens navn efter det (\"%[1]s Navn ApS\").", "I do not know CVR number %[1]s yet. If the number is right, write the company's name behind it (\"%[1]s Name ApS\").")
	textBadNumber   = text.New("CVR-nummer %[1]s er ikke gyldigt: kontrolcifferet passer ikke. Ret nummeret. Vil du alligevel bruge det, så skriv virksomhedens navn efter det (\"%[1]s Navn ApS\").", "CVR number %[1]s is not valid: its check digit is wrong. Correct the number. To use it all the same, write the company's name behind it (\"%[1]s Name ApS\").")
	textUnknownP    = text.New("Jeg kender ikke P-nummer %s. Skriv virksomhedens CVR-nummer eller navn i stedet.", "I do not know P-number %s. Write the company's CVR number or name instead.")
	textMaybePhone  = text.New("\"%s\" kan være et CVR-nummer eller et telefonnummer. Er det virksomheden, så gem bare.", "\"%s\" can be a CVR number or a phone number. If it is the company, just save.")

	// the form
	textFormNew      = text.New("Notér kontakt", "Log contact")
	textFormPlan     = text.New("Planlæg kontakt", "Plan contact")
	textFormEdit     = text.New("Ret kontakt", "Edit contact")
	textSave         = text.New("Gem", "Save")
	textAskForm      = text.New("Jeg mangler lidt, før jeg kan gemme. Formularen er udfyldt med det, jeg forstod.", "I need a little more before I can save. The form is filled with what I understood.")
	textOpenForm     = text.New("Udfyld formularen for at notere en kontakt.", "Fill in the form to log a contact.")
	textOpenEdit     = text.New("Ret det, der skal være anderledes, og gem. Den tidligere udgave bevares i historikken.", "Change what should be different and save. The earlier version is kept in the history.")
	labelCompany     = text.New("Virksomhed (CVR-nummer eller navn)", "Company (CVR number or name)")
	hintCompany      = text.New("Er virksomheden ny her, så skriv nummer og navn: 99000007 Navn ApS", "If the company is new here, write number and name: 99000007 Name ApS")
	labelOther       = text.New("Ingen af dem? Skriv CVR-nummer eller navn", "None of them? Write the CVR number or name")
	labelDate        = text.New("Dato", "Date")
	labelStart       = text.New("Fra kl.", "From")
	labelEnd         = text.New("Til kl.", "To")
	labelMinutes     = text.New("Varighed i minutter", "Length in minutes")
	labelStatus      = text.New("Status", "Status")
	labelChannel     = text.New("Kanal", "Channel")
	labelPurposes    = text.New("Formål", "Purposes")
	labelOutcome     = text.New("Udfald", "Outcome")
	labelTrade       = text.New("Faggruppe", "Trade")
	labelHeadcount   = text.New("Antal personer", "Number of people")
	labelNeedFrom    = text.New("Behovet starter", "The need starts")
	labelWith        = text.New("Sammen med (adskilt med komma)", "Together with (separated by commas)")
	labelNote        = text.New("Note", "Note")
	labelNoteMore    = text.New("Note, fortsat", "Note, continued")
	hintNote         = text.New("Skriv ikke CPR-numre eller helbredsoplysninger.", "Do not write CPR numbers or details of anybody's health.")
	labelContactName = text.New("Kontaktperson", "Contact person")
	labelContactMail = text.New("Kontaktpersonens e-mail", "The contact person's e-mail")
	labelContactTel  = text.New("Kontaktpersonens telefon", "The contact person's phone")
	labelTold        = text.New("Er kontaktpersonen orienteret?", "Has the contact person been told?")
	optionTold       = text.New("Ja, personen ved, at navnet gemmes her", "Yes, the person knows that the name is kept here")
	labelFollowUp    = text.New("Opfølgning", "Follow-up")
	labelFollowText  = text.New("Hvad skal der følges op på?", "What is to be followed up?")
	labelShare       = text.New("Hvem kan se kontakten?", "Who can see the contact?")
	shareDefault     = text.New("Som aftalt mellem aktørerne (uden noten)", "As agreed between the organisations (without the note)")
	shareNote        = text.New("Også noten for de aktører, der må se kontakten", "The note too, for organisations that may see the contact")
	shareMonth       = text.New("Kun at nogen var i kontakt, og måneden", "Only that somebody was in contact, and the month")
	shareNothing     = text.New("Kun min egen organisation", "Only my own organisation")
	errDate          = text.New("Vælg en dato.", "Choose a date.")
	errNumber        = text.New("Skriv et helt tal, fx 12.", "Write a whole number, for example 12.")
	errTold          = text.New("Sæt kryds ved, at personen er orienteret, eller slet navn, e-mail og telefon.", "Tick that the person has been told, or remove name, e-mail and phone.")
	errChoose        = text.New("Vælg virksomheden, eller skriv den i feltet nedenfor.", "Choose the company, or write it in the field below.")
	errClock         = text.New("Angiv også, hvornår det begyndte.", "State when it began, too.")

	// receipts
	textLogged      = text.New("✅ Noteret: %s · %s · %s", "✅ Logged: %s · %s · %s")
	textPlanned     = text.New("📅 Planlagt: %s · %s · %s", "📅 Planned: %s · %s · %s")
	textChanged     = text.New("✏️ Rettet: %s · %s · %s", "✏️ Changed: %s · %s · %s")
	textCase        = text.New("Kontakt nr. %d", "Contact no. %d")
	itemPurposes    = text.New("Formål: %s", "Purpose: %s")
	itemOutcome     = text.New("Udfald: %s", "Outcome: %s")
	itemNeed        = text.New("Behov: %s", "Need: %s")
	needFrom        = text.New("fra %s", "from %s")
	needPeople      = text.NewPlural("%s person", "%s personer", "%s person", "%s people")
	itemLength      = text.New("Varighed: %s", "Length: %s")
	lengthMinutes   = text.NewPlural("%s minut", "%s minutter", "%s minute", "%s minutes")
	itemFollowUp    = text.New("Opfølgning: %s", "Follow-up: %s")
	itemWith        = text.New("Sammen med: %s", "Together with: %s")
	itemPerson      = text.New("Kontaktperson: %s", "Contact person: %s")
	itemNote        = text.New("Note: %s", "Note: %s")
	itemStatus      = text.New("Status: %s", "Status: %s")
	textOverlap     = text.New("⚠️ Overlap: andre aktører er i kontakt med virksomheden", "⚠️ Overlap: other organisations are in contact with the company")
	textWhy         = text.New("Tal sammen, før I går videre. Hvorfor går du videre?", "Talk to each other before you go on. Why do you go ahead?")
	textAskedNot    = text.New("⚠️ Virksomheden har bedt om ikke at blive kontaktet. Notér kun, hvad der allerede er sket.", "⚠️ The company has asked not to be contacted. Log only what has already happened.")
	textEnded       = text.New("⚠️ Virksomheden er ophørt.", "⚠️ The company has ceased.")
	textEndedOn     = text.New("⚠️ Virksomheden ophørte %s.", "⚠️ The company ceased on %s.")
	textTold        = text.New("%s er ikke gemt. Kontaktpersoner gemmes først, når de er orienteret.", "%s is not saved. Contact persons are saved only once they have been told.")
	buttonTold      = text.New("Personen er orienteret: gem", "The person was told: save")
	textHeld        = text.New("🔒 Noten rummer ord om %s og bliver i din egen organisation, uanset hvem der ellers må se kontakten. Skriv ikke mere end nødvendigt.", "🔒 The note has words about %s and stays inside your own organisation, whoever else may see the contact. Write no more than you need to.")
	textSeenPublic  = text.New("Andre myndigheder kan se, hvem, hvornår, hvordan og hvorfor, men ikke noten. Du kan fortryde i ti minutter.", "Other authorities can see who, when, how and why, but not the note. You can undo for ten minutes.")
	textSeenPrivate = text.New("Kun din egen organisation kan se kontakten, medmindre I har aftalt andet. Du kan fortryde i ti minutter.", "Only your own organisation can see the contact, unless you have agreed otherwise. You can undo for ten minutes.")
	textSeenChosen  = text.New("Hvem kan se kontakten: %s. Du kan fortryde i ti minutter.", "Who can see the contact: %s. You can undo for ten minutes.")
	buttonUndo      = text.New("Fortryd", "Undo")
	buttonEdit      = text.New("Ret", "Edit")
	buttonCancel    = text.New("Aflys", "Cancel visit")
	buttonRestore   = text.New("Hent tilbage", "Bring back")
	buttonCheck     = text.New("Tjek virksomheden", "Check the company")
	textGone        = text.New("🗑️ Slettet: %s · %s · %s. Historikken er bevaret.", "🗑️ Deleted: %s · %s · %s. The history is kept.")
	textCancelled   = text.New("🚫 Aflyst: %s · %s · %s", "🚫 Cancelled: %s · %s · %s")
	textBack        = text.New("↩️ Hentet tilbage: %s · %s · %s", "↩️ Brought back: %s · %s · %s")
	textReasonKept  = text.New("Noteret: %s. Tak, så kan de andre se, hvorfor.", "Noted: %s. Thank you, now it is on record why.")
	textPersonKept  = text.New("%s er gemt som kontaktperson.", "%s is saved as contact person.")

	warningWords = map[privacy.Kind]text.Text{
		privacy.Health: text.New("helbred", "health"),
		privacy.Union:  text.New("fagforening", "union membership"),
		privacy.Crime:  text.New("strafbare forhold", "criminal matters"),
	}

	// the list
	textMine    = text.New("Mine kontakter", "My contacts")
	textComing  = text.New("Planlagt", "Planned")
	textEarlier = text.New("Seneste", "Latest")
	textNone    = text.New("Du har ingen kontakter noteret endnu. Prøv: %s", "You have no contacts logged yet. Try: %s")
	textHowTo   = text.New("Ret, aflys eller slet med nummeret: /besoeg ret 12 · /besoeg aflys 12 · /besoeg slet 12", "Edit, cancel or delete with the number: /visit edit 12 · /visit cancel 12 · /visit delete 12")

	// errors
	textNoContact   = text.New("Der er ingen kontakt nr. %d, som du kan ændre. Se dine egne med /besoeg list.", "There is no contact no. %d that you can change. See your own with /visit list.")
	textNoneYet     = text.New("Du har ingen kontakter noteret endnu.", "You have no contacts logged yet.")
	textNoneWith    = text.New("Jeg fandt ingen kontakt med \"%s\" blandt dine seneste. Se dem med /besoeg list.", "I found no contact with \"%s\" among your latest. See them with /visit list.")
	textTooLate     = text.New("Det er mere end ti minutter siden, kontakt nr. %[1]d blev noteret, så den kan ikke fortrydes med én knap. Slet den med /besoeg slet %[1]d, eller ret den med /besoeg ret %[1]d.", "Contact no. %[1]d was logged more than ten minutes ago, so one button no longer undoes it. Delete it with /visit delete %[1]d, or change it with /visit edit %[1]d.")
	textAlreadyGone = text.New("Kontakt nr. %d er allerede slettet.", "Contact no. %d has already been deleted.")
	textStillThere  = text.New("Kontakt nr. %d er ikke slettet, så der er ikke noget at hente tilbage.", "Contact no. %d is not deleted, so there is nothing to bring back.")
	textNotPlanned  = text.New("Kontakt nr. %d kan ikke aflyses: den er %s. Du kan slette eller rette den.", "Contact no. %d cannot be cancelled: it is %s. You can delete or edit it.")
	textOldButton   = text.New("Knappen virker ikke længere. Skriv kommandoen igen.", "The button no longer works. Type the command again.")
)
