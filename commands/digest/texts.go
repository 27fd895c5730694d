package digest

import (
	"samspil/internal/crm"
	"samspil/internal/text"
)

var (
	textSummary  = text.New("Få kanalens dagsoverblik: hvad er sket, og hvad venter", "Have a digest in the channel: what happened and what waits")
	textHint     = text.New("[til 8.00, fra, nu, ugentligt mandag, region sjælland, lolland, opkvalificering, følg CVR, på engelsk]", "[on 8:00, off, now, weekly Monday, Region Zealand, Lolland, upskilling, follow CVR, in Danish]")
	textExamples = []text.Text{
		text.New("/dagsoverblik til 8.00", "/digest on 8:00"),
		text.New("/dagsoverblik ugentligt mandag lolland", "/digest weekly monday lolland"),
	}

	textHeading  = text.New("Dagsoverblik, %s", "Digest, %s")
	textMissing  = text.New("⚠️ Jeg kunne ikke hente alt. Her mangler: %s.", "⚠️ I could not fetch everything. Missing here: %s.")
	textFigures  = text.New("Siden sidst og lige nu: %s.", "Since last time and right now: %s.")
	textInThread = text.NewPlural("… og %s til i tråden", "… og %s til i tråden", "… and %s more in the thread", "… and %s more in the thread")
	textFoot     = text.New("Viser: %s. Her står kun det, som alle i kanalen må se; noter og kontakter, som ikke alle må se dagen for, er ikke med. Ret med /dagsoverblik.", "Shows: %s. It holds only what everybody in the channel may see; notes, and contacts whose day not everybody may see, are left out. Change it with /digest.")

	labelPlans         = text.New("📅 Planlagt de næste fem arbejdsdage", "📅 Planned in the next five workdays")
	labelContacts      = text.New("🤝 Andres kontakter med jeres virksomheder", "🤝 Contacts by others with your companies")
	labelOverlaps      = text.New("🟠 Overlap", "🟠 Overlaps")
	labelProposals     = text.New("📄 Nye projektforslag", "📄 New proposals")
	labelConsultations = text.New("📣 Åbne høringer", "📣 Open consultations")

	textOverlap     = text.New("%s: %s (%s) og %s (%s)", "%s: %s (%s) and %s (%s)")
	textProposal    = text.New("%s · %s · %s", "%s · %s · %s")
	textDeadline    = text.New("frist %s", "deadline %s")
	textWaiting     = text.New("mangler svar fra %s", "no answer yet from %s")
	textAllAnswered = text.New("alle har svaret", "everybody has answered")
	textPromises    = text.NewPlural("⏰ %s opfølgning venter, heraf %s over tiden", "⏰ %s opfølgninger venter, heraf %s over tiden", "⏰ %s follow-up is due, %s of them overdue", "⏰ %s follow-ups are due, %s of them overdue")
	textPromise     = text.New("%s · %s · frist %s", "%s · %s · due %s")

	countContacts      = text.NewPlural("%s ny kontakt fra andre", "%s nye kontakter fra andre", "%s new contact by others", "%s new contacts by others")
	countOverlaps      = text.NewPlural("%s overlap", "%s overlap", "%s overlap", "%s overlaps")
	countPlans         = text.NewPlural("%s planlagt kontakt", "%s planlagte kontakter", "%s planned contact", "%s planned contacts")
	countProposals     = text.NewPlural("%s nyt projektforslag", "%s nye projektforslag", "%s new proposal", "%s new proposals")
	countConsultations = text.NewPlural("%s åben høring", "%s åbne høringer", "%s open consultation", "%s open consultations")
	countPromises      = text.NewPlural("%s opfølgning, der venter", "%s opfølgninger, der venter", "%s follow-up due", "%s follow-ups due")

	sourceContacts      = text.New("andres kontakter", "contacts by others")
	sourcePlans         = text.New("planlagte kontakter", "planned contacts")
	sourceProposals     = text.New("nye projektforslag", "new proposals")
	sourceConsultations = text.New("høringer", "consultations")
	sourcePromises      = text.New("opfølgninger", "follow-ups")

	textTitle      = text.New("Kanalens dagsoverblik", "This channel's digest")
	textSaved      = text.New("✅ Dagsoverblikket er sat op.", "✅ The digest is set up.")
	textOff        = text.New("Dagsoverblikket er slået fra.", "The digest is off.")
	textOffAlready = text.New("Kanalen har intet dagsoverblik, så der er ikke noget at slå fra.", "This channel has no digest, so there is nothing to turn off.")
	textKept       = text.New("Intet er ændret.", "Nothing was changed.")
	textNone       = text.New("Kanalen har intet dagsoverblik. Skriv fx /dagsoverblik til 8.00, så kommer det hver arbejdsdag.", "This channel has no digest. Type for example /digest on 8:00 to have it every workday.")
	textSettings   = text.New("Sådan er det sat op:", "How it is set up:")
	textDaily      = text.New("Hver arbejdsdag %s", "Every workday at %s")
	textWeekly     = text.New("Hver %s %s; er dagen en lukkedag, så næste arbejdsdag", "Every %s at %s; on the next workday when that day is closed")
	textAbout      = text.New("Viser: %s", "Shows: %s")
	textLang       = text.New("Sprog: %s", "Language: %s")
	textSetBy      = text.New("Sat op af %s, %s", "Set up by %s, %s")
	textLowest     = text.New("Kanalen læses af %s. Dagsoverblikket viser kun det, som de alle må se.", "This channel is read by %s. The digest shows only what all of them may see.")
	textConfirm    = text.New("Skal kanalen have et dagsoverblik?", "Shall this channel have a digest?")
	textReaders    = text.New("Kanalen læses af %s. Dagsoverblikket viser kun det, som de alle må se; noter og jeres opfølgninger kommer aldrig med. Intet er sat op endnu.", "This channel is read by %s. The digest shows only what all of them may see; notes and your follow-ups are never part of it. Nothing is set up yet.")
	textPreview    = text.New("Kun du ser dette. Sådan ville dagsoverblikket se ud lige nu:", "Only you see this. The digest would look like this right now:")
	textNothing    = text.New("Der er intet at fortælle lige nu, så kanalen ville ikke få noget dagsoverblik.", "There is nothing to tell right now, so the channel would get no digest.")
	textStopped    = text.New("Dagsoverblikket er slået fra i en kanal, hvor du har sat det op.", "The digest is off in a channel where you set it up.")
	textStoppedHow = text.New("Skriv /dagsoverblik til i kanalen, når det er i orden igen.", "Type /digest on in the channel when that is put right.")
	textGone       = text.New("Slack kan ikke levere beskeder i kanalen: den er arkiveret, eller jeg er ikke med i den mere.", "Slack cannot deliver messages there: the channel is archived, or I am no longer in it.")
	langDanish     = text.New("dansk", "Danish")
	langEnglish    = text.New("engelsk", "English")

	buttonOn       = text.New("Slå til kl. 8", "Turn on at 8")
	buttonOff      = text.New("Slå fra", "Turn off")
	buttonNow      = text.New("Vis mig det nu", "Show me now")
	buttonConfirm  = text.New("Ja, sæt det op", "Yes, set it up")
	buttonKeep     = text.New("Nej", "No")
	buttonCheck    = text.New("Tjek %s", "Check %s")
	buttonJoin     = text.New("Deltag: %s, %s", "Join: %s, %s")
	buttonPosition = text.New("Afgiv svar: %s", "Give position: %s")
	buttonFollow   = text.New("Følg op: %s", "Follow up: %s")

	errTime       = text.New("Dagsoverblikket kan komme mellem kl. 6.00 og 17.00. Skriv fx /dagsoverblik til 8.00.", "The digest can come between 6:00 and 17:00. Type for example /digest on 8:00.")
	errWeekend    = text.New("Dagsoverblikket kommer kun på arbejdsdage. Vælg en dag fra mandag til fredag.", "The digest comes on workdays only. Choose a day from Monday to Friday.")
	errUnknown    = text.New("Jeg forstår ikke \"%s\". Skriv en region, en kommune, et formål, en aktør eller et CVR-nummer, med komma imellem. Intet er ændret.", "I do not understand \"%s\". Write a region, a municipality, a purpose, an organisation or a CVR number, with commas between. Nothing was changed.")
	errFilterLong = text.New("Et dagsoverblik kan højst vælge %d ting. Skriv \"alt\" for at begynde forfra.", "A digest can choose at most %d things. Type \"all\" to begin anew.")
	errCaseworker = text.New("Dagsoverblikket sættes op af sekretariat, leder eller administrator. Spørg en af dem; med /dagsoverblik nu ser du det selv.", "The digest is set up by a secretariat, manager or administrator. Ask one of them; /digest now shows it to you.")
	errNotYours   = text.New("Kanalens dagsoverblik er sat op for %s af %s. Spørg dem, hvis det skal ændres.", "This channel's digest was set up for %s by %s. Ask them to change it.")
	errReaders    = text.New("Der er nogen i kanalen, og jeg ved ikke, hvem de arbejder for, så jeg kan ikke fortælle noget her. Få dem oprettet, eller brug en anden kanal.", "There is somebody in the channel and I do not know for whom they work, so I cannot tell anything here. Have them added, or use another channel.")
	errOldButton  = text.New("Knappen er for gammel. Skriv /dagsoverblik igen.", "That button is too old. Type /digest again.")

	weekdays = []text.Text{text.New("mandag", "Monday"), text.New("tirsdag", "Tuesday"), text.New("onsdag", "Wednesday"), text.New("torsdag", "Thursday"), text.New("fredag", "Friday")}
	whys     = map[crm.DigestWhy]text.Text{
		crm.DigestTurnedOff: text.New("Slået fra", "Off"),
		crm.DigestGone:      text.New("Slået fra, fordi jeg ikke kunne levere i kanalen", "Off, because I could not deliver in this channel"),
		crm.DigestReaders:   text.New("Slået fra, fordi nogen i kanalen er ukendt for mig", "Off, because somebody in this channel is unknown to me"),
	}
)
