package check

import (
	"samspil/internal/crm"
	"samspil/internal/text"
)

var (
	textSummary  = text.New("Se, hvem der har været i kontakt med en virksomhed", "See who has been in contact with a company")
	textHint     = text.New("[CVR-nummer, P-nummer eller navn; gerne flere]", "[CVR number, P-number or name; several are welcome]")
	textExamples = []text.Text{
		text.New("/tjek lolland betonelementer", "/check lolland betonelementer"),
		text.New("/tjek 99010673 99011645 99012617", "/check 99010673 99011645 99012617"),
	}

	// verdicts: a symbol, and words that say the same
	verdicts = map[crm.Standing]text.Text{
		crm.Clear:    text.New("🟢 Fri bane: intet overlap med andre aktører, som du kan se, inden for %d dage", "🟢 Clear: no overlap with other organisations that you can see, within %d days"),
		crm.Recent:   text.New("🟠 Kontaktet for nylig: en anden aktør har haft eller aftalt kontakt inden for %d dage", "🟠 Recently contacted: another organisation had or arranged a contact within %d days"),
		crm.SomeGoes: text.New("📅 Nogen er på vej: en anden aktør har planlagt kontakt inden for %d dage", "📅 Someone is about to go: another organisation has planned a contact within %d days"),
		crm.AskedNot: text.New("🔴 Virksomheden har bedt om ikke at blive kontaktet", "🔴 The company has asked not to be contacted"),
	}
	textLast          = text.New("Senest, %s: %s", "Latest, %s: %s")
	textLastMonth     = text.New("Senest: %s", "Latest: %s")
	textAskThem       = text.New("Tal med %s, før du tager kontakt.", "Talk to %s before you make contact.")
	textNever         = text.New("Ingen gennemførte kontakter, som du kan se.", "No completed contacts that you can see.")
	labelPlanned      = text.New("Planlagt", "Planned")
	labelFollowUps    = text.New("Jeres åbne opfølgninger", "Your open follow-ups")
	labelWarnings     = text.New("Vær opmærksom på", "Please note")
	labelOthers       = text.New("Andre aktører", "Other organisations")
	labelOwn          = text.New("Jeres egne", "Your own")
	labelOff          = text.New("Aflyst eller ikke mødt op", "Cancelled or no-show")
	textMore          = text.NewPlural("… og %s til", "… og %s til", "… and %s more", "… and %s more")
	textOlder         = text.New("Her står de nyeste kontakter; der er ældre, som ikke er talt med.", "These are the newest contacts; there are older ones that are not counted.")
	itemNote          = text.New("Note: %s", "Note: %s")
	itemPerson        = text.New("Kontaktperson: %s", "Contact person: %s")
	textOverdue       = text.New("forfalden", "overdue")
	textDue           = text.New("frist %s", "due %s")
	textReduced       = text.NewPlural("%s kontakt vises ikke for dig ud over måneden. Spørg dit eget sekretariat, som kan finde den rette kollega.", "%s kontakter vises ikke for dig ud over måneden. Spørg dit eget sekretariat, som kan finde de rette kolleger.", "%s contact is not shown to you beyond its month. Ask your own secretariat, which can find the right colleague.", "%s contacts are not shown to you beyond their month. Ask your own secretariat, which can find the right colleagues.")
	textTierFact      = text.New("Indsigt: hos andre aktører ser du hvem, hvornår, hvordan og hvorfor; noter bliver hos den, der skrev dem.", "Disclosure: of other organisations you see who, when, how and why; notes stay with those who wrote them.")
	textTierNote      = text.New("Indsigt: du ser også noter, som andre har valgt at dele.", "Disclosure: you also see notes that others chose to share.")
	textTierMonth     = text.New("Indsigt: hos andre aktører ser du kun, at der var kontakt, og måneden.", "Disclosure: of other organisations you see only that there was a contact, and its month.")
	textTierOwn       = text.New("Indsigt: du ser jeres egne kontakter. Andres vises kun, hvor det er aftalt.", "Disclosure: you see your own contacts. Those of others are shown only where that is agreed.")
	noticeNotBefore   = text.New("Virksomheden vil ikke kontaktes før %s", "The company does not want to be contacted before %s")
	noticeOptOut      = text.New("Virksomheden vil ikke kontaktes", "The company does not want to be contacted")
	toldTo            = text.New("(sagt til %s %s)", "(told to %s on %s)")
	noticeConflict    = text.New("Virksomheden er i arbejdskonflikt: formidl ikke arbejdskraft, før konflikten er slut", "The company is in an industrial conflict: refer no workers until it has ended")
	noticeEnded       = text.New("Virksomheden er ophørt%s", "The company has ceased%s")
	endedOn           = text.New(" den %s", " on %s")
	successor         = text.New("Videreført i CVR %s", "Continued in CVR %s")
	noticeBankruptcy  = text.New("Virksomheden er under konkurs", "The company is in bankruptcy")
	noticeWindingUp   = text.New("Virksomheden er under likvidation eller tvangsopløsning", "The company is being wound up")
	noticeRestruct    = text.New("Virksomheden er under rekonstruktion", "The company is in restructuring")
	noticeAds         = text.New("Reklamebeskyttet: CVR-registrets telefon og e-mail må ikke bruges til reklame eller invitationer. Lovbestemt kontakt er stadig tilladt.", "Advertising protection: phone and e-mail from the CVR register may not be used for advertising or invitations. Contact that the law asks for is still allowed.")
	buttonLog         = text.New("Notér kontakt", "Log contact")
	buttonPlan        = text.New("Planlæg", "Plan")
	buttonJoin        = text.New("Deltag: %s, %s", "Join: %s, %s")
	buttonLeave       = text.New("Meld fra, %s", "Leave, %s")
	buttonAsk         = text.New("Spørg %s", "Ask %s")
	buttonShare       = text.New("Del her", "Share here")
	buttonWrong       = text.New("Forkert virksomhed", "Wrong company")
	buttonSearch      = text.New("Søg efter en anden", "Search for another")
	buttonPost        = text.New("Del i kanalen", "Share in the channel")
	buttonKeep        = text.New("Del ikke", "Do not share")
	buttonOwnCheck    = text.New("Tjek selv", "Check for yourself")
	labelEarlier      = text.New("Tidligere", "Earlier")
	textSharedBy      = text.New("Delt af %s, %s. Her står kun det, som alle i kanalen må se.", "Shared by %s, %s. It holds only what everybody in the channel may see.")
	textNothingShared = text.New("Ingen gennemførte kontakter, som alle i kanalen må se.", "No completed contacts that everybody in the channel may see.")
	textPreview       = text.New("Det her vil alle i kanalen se (%s):", "This is what everybody in the channel will see (%s):")
	textPreviewHow    = text.New("Intet er delt endnu. Noter deles aldrig i en kanal.", "Nothing is shared yet. Notes are never shared in a channel.")
	textShared        = text.New("✅ Delt i kanalen af %s, %s.", "✅ Shared in the channel by %s, %s.")
	textSharedBefore  = text.New("Det er allerede delt i kanalen (%s, %s).", "That is shared in the channel already (%s, %s).")
	textKept          = text.New("Intet er delt.", "Nothing was shared.")
	textNoOther       = text.New("Jeg kender ingen anden virksomhed, der ligner \"%s\".", "I know no other company like \"%s\".")
	buttonShow        = text.New("Vis %s", "Show %s")
	textTwoDifferent  = text.New("Det er to forskellige virksomheder: CVR %s og CVR %s.", "They are two different companies: CVR %s and CVR %s.")
	textTheSame       = text.New("Det er den samme virksomhed: CVR %s.", "They are the same company: CVR %s.")
	textCut           = text.New("Jeg tjekker højst %d virksomheder ad gangen. Send resten i en ny besked.", "I check at most %d companies at a time. Send the rest in a new message.")

	// sharing
	errOldShare       = text.New("Den knap virker ikke længere. Tjek virksomheden igen, og del derfra.", "That button no longer works. Check the company again and share from there.")
	errManyReaders    = text.New("Kanalen har så mange medlemmer, at jeg ikke kan stå inde for, hvem der læser med. Del i en mindre kanal.", "This channel has so many members that I cannot tell who reads it. Share in a smaller channel.")
	errUnknownReaders = text.New("Nogle i kanalen hører ikke til en aktør, jeg kender (%d), så intet kan deles her. Bed din administrator om at tilføje dem, eller del i en anden kanal.", "Some in this channel belong to no organisation that I know (%d), so nothing can be shared here. Ask your administrator to add them, or share in another channel.")
	errCompanyHidden  = text.New("Ikke alle i kanalen må kende til den virksomhed, så intet kan deles her.", "Not everybody in this channel may know of that company, so nothing can be shared here.")

	// nothing certain
	textDidYouMean  = text.New("❓ \"%s\": mener du en af disse?", "❓ \"%s\": do you mean one of these?")
	textNotReady    = text.New("Navnesøgningen er ved at blive gjort klar. Indtil da finder jeg kun hele navne og deres begyndelse.", "The name search is being made ready. Until then I find only whole names and their beginnings.")
	textUnknownName = text.New("❓ Jeg kender ingen virksomhed med navnet \"%s\". Prøv en del af navnet eller CVR-nummeret.", "❓ I know no company called \"%s\". Try a part of the name, or the CVR number.")
	textUnknownCVR  = text.New("❓ Jeg kender ingen virksomhed med CVR-nummer %s. Er nummeret rigtigt, er der ingen kontakter noteret.", "❓ I know no company with CVR number %s. If the number is right, no contacts are logged.")
	textUnknownP    = text.New("❓ Jeg kender ikke P-nummer %s. Prøv virksomhedens CVR-nummer eller navn.", "❓ I know no P-number %s. Try the company's CVR number or name.")
	textBadNumber   = text.New("❓ CVR-nummer %s er ikke gyldigt: kontrolcifferet passer ikke. Tjek for en tastefejl, eller søg på navnet.", "❓ CVR number %s is not valid: its check digit is wrong. Look for a typing error, or search by name.")
	textNoCPR       = text.New("Jeg slår ikke personer op. Er det et P-nummer, så skriv P-nr foran: /tjek P-nr 1013999999", "I do not look persons up. If it is a P-number, write P-nr before it: /check P-nr 1013999999")
	textPhone       = text.New("%s er et telefonnummer. Jeg slår virksomheder op på CVR-nummer, P-nummer eller navn.", "%s is a phone number. I look companies up by CVR number, P-number or name.")
	buttonAsCVR     = text.New("Tjek som CVR %s", "Check as CVR %s")
	textNothing     = text.New("Hvilken virksomhed skal jeg tjekke? Skriv CVR-nummer eller navn, fx %s", "Which company should I check? Write its CVR number or name, for example %s")

	textFormTitle = text.New("Tjek virksomhed", "Check a company")
	textFormGo    = text.New("Tjek", "Check")
	textFormIntro = text.New("Hvem har været i kontakt med virksomheden?", "Who has been in contact with the company?")
	labelCompany  = text.New("Virksomhed (CVR-nummer, P-nummer eller navn)", "Company (CVR number, P-number or name)")
	hintCompany   = text.New("Vælg gerne flere ad gangen", "You may choose several at once")
)
