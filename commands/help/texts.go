package help

import "samspil/internal/text"

var (
	textSummary = text.New("Hjælp, sprog og alle kommandoer", "Help, language and every command")
	textHint    = text.New("help | sprog dansk | privatliv | adgang | medarbejder | [kommando …]", "help | language english | privacy | access | person | [command …]")
	textExample = text.New("/samspil help", "/samspil help")
	textTitle   = text.New("Samspil", "Samspil")
	textWhat    = text.New("Jeg holder styr på, hvem der er i kontakt med hvilke virksomheder, så I ikke kommer dobbelt.", "I keep track of who is in contact with which companies, so that nobody calls twice without knowing.")
	textTry     = text.New("Tre ting at prøve:", "Three things to try:")
	buttonVisit = text.New("Notér en kontakt", "Log a contact")
	buttonCheck = text.New("Tjek en virksomhed", "Check a company")
	buttonMine  = text.New("Mine kontakter", "My contacts")
	textFree    = text.New("Skriv, som du taler: rækkefølgen er fri, på dansk eller engelsk. Det, jeg ikke forstår, bliver til noten.", "Write as you speak: in any order, Danish or English. What I do not understand becomes the note.")
	textUnknown = text.New("Jeg forstår ikke \"%s\".", "I do not understand \"%s\".")
	textMeant   = text.New("Jeg forstår ikke \"%[1]s\". Mener du /%[2]s?", "I do not understand \"%[1]s\". Do you mean /%[2]s?")
	textAlso    = text.New("eller", "or")

	textSettings  = text.New("Sprog: dansk. Hjælp: /samspil help", "Language: English. Help: /samspil help")
	buttonDanish  = text.New("Svar på dansk", "Dansk")
	buttonEnglish = text.New("English", "Answer in English")

	textWhichLanguage = text.New("Hvilket sprog? Skriv /samspil sprog dansk eller /samspil sprog engelsk.", "Which language? Write /samspil language danish or /samspil language english.")
	textLanguageSet   = text.New("Jeg svarer dig på dansk fra nu af.", "I will answer you in English from now on.")

	textPrivacyTitle = text.New("Sådan passer jeg på oplysninger", "How I take care of what you write")
	textPrivacy      = []text.Text{
		text.New("CPR-numre skjules, før noget gemmes, vises eller logges.", "CPR numbers are masked before anything is stored, shown or logged."),
		text.New("Kontaktpersoner gemmes kun, når du har sat kryds ved, at de er orienteret.", "Contact persons are stored only when you have ticked that they were told."),
		text.New("Noter om helbred, fagforening eller strafbare forhold bliver i din egen organisation.", "Notes about health, union membership or criminal matters stay inside your own organisation."),
		text.New("Andre myndigheder ser hvem, hvornår, hvordan og hvorfor, ikke noten. Private partnere ser intet uden aftale.", "Other authorities see who, when, how and why, not the note. Private partners see nothing without an agreement."),
		text.New("Opslag og ændringer skrives i en log, som ikke kan ændres.", "Look-ups and changes are written to a log that cannot be altered."),
	}
)
