package console

import "samspil/internal/text"

// What a line was answered with besides the bot's own words.
var (
	errMessages = text.New("Jeg kunne ikke se, hvad der blev sendt.", "I could not see what was sent.")
	sentTo      = text.New("(besked til %s)", "(message to %s)")
	sharedIn    = text.New("(delt i #%s, hvor alle i kanalen kan se det)", "(shared in #%s, where everybody in the channel can see it)")
	nowReads    = text.New("(beskeden ovenfor lyder nu)", "(the message above now reads)")
	nothingSaid = text.New("(intet svar)", "(no answer)")
	nowAs       = text.New("(du er nu %s)", "(you are now %s)")
	nowIn       = text.New("(du skriver nu i #%s)", "(you now write in #%s)")
	clockStands = text.New("(uret står nu på %s)", "(the clock now stands at %s)")
	nowSpeaks   = text.New("(svarene er nu på dansk)", "(answers are now in English)")
	formLeft    = text.New("(formularen er lukket, og intet er sendt)", "(the form is closed, and nothing was sent)")
	formStays   = text.New("(formularen er stadig åben: ret med :set, send igen med :submit, eller luk med :cancel)", "(the form is still open: correct it with :set, send it again with :submit, or close it with :cancel)")
)

// Forms.
var (
	askHow     = text.New("(Enter beholder det i klammerne, - tømmer feltet, :submit sender nu, :cancel lukker)", "(Enter keeps what is in the brackets, - empties the field, :submit sends now, :cancel closes)")
	submitHow  = text.New("(skriv :set felt=værdi for at rette, :submit for at sende [%s], :cancel for at lukke)", "(type :set field=value to correct, :submit to send [%s], :cancel to close)")
	required   = text.New("skal udfyldes", "required")
	empty      = text.New("(tom)", "(empty)")
	choosePath = text.New("Skriv stien til filen, med semikolon mellem flere", "Write the path of the file, with semicolons between several")
	chooseOne  = text.New("Vælg en: %s", "Choose one: %s")
	chooseMany = text.New("Vælg en eller flere: %s", "Choose one or more: %s")
)

// What can be wrong with a line.
var (
	errUnknownDirective = text.New("%s kender jeg ikke. Brug en af disse: %s.", "I do not know %s. Use one of these: %s.")
	errLineTooLong      = text.New("Linjen er for lang og blev sprunget over. En linje må højst fylde %s tegn.", "The line is too long and was skipped. A line holds at most %s characters.")
	errPerson           = text.New("Jeg ved ikke, hvem \"%s\" er. Vælg en af disse: %s.", "I do not know who \"%s\" is. Choose one of these: %s.")
	errNoName           = text.New("Skriv efter :as, hvem du vil være: %s.", "Write after :as whom you want to be: %s.")
	errChannelName      = text.New("Skriv kanalens navn uden mellemrum, fx :channel samspil.", "Write the channel's name without spaces, for example :channel samspil.")
	errMoment           = text.New("\"%s\" er ikke et tidspunkt. Skriv fx 2026-11-23 10:00.", "\"%s\" is not a moment. Write for example 2026-11-23 10:00.")
	errLang             = text.New("Skriv da for dansk eller en for engelsk.", "Write da for Danish or en for English.")
	errNoButtons        = text.New("Der er ingen knapper at trykke på lige nu.", "There are no buttons to press right now.")
	errButton           = text.New("Jeg ved ikke, hvilken knap \"%s\" er. Vælg en af disse: %s.", "I do not know which button \"%s\" is. Choose one of these: %s.")
	errNoForm           = text.New("Der er ingen åben formular. Skriv en kommando, der åbner en.", "No form is open. Type a command that opens one.")
	errSet              = text.New("Skriv felt=værdi, med anførselstegn om flere ord: :set note=\"ring i morgen\".", "Write field=value, with quotes around several words: :set note=\"call tomorrow\".")
	errField            = text.New("Formularen har ikke et felt, der hedder \"%s\". Den har: %s.", "The form has no field named \"%s\". It has: %s.")
	errOption           = text.New("\"%s\" kan ikke vælges i feltet %s. Vælg mellem: %s.", "\"%s\" cannot be chosen in the field %s. Choose from: %s.")
	errRequired         = text.New("Feltet skal udfyldes.", "This field is required.")
	errFieldLong        = text.New("Feltet %s har plads til %s tegn, og teksten er på %s.", "The field %s holds %s characters, and the text has %s.")
	errDate             = text.New("\"%s\" er ikke én bestemt dag. Skriv fx i går, 20/11 eller 2026-11-20.", "\"%s\" is not one certain day. Write for example yesterday, 20/11 or 2026-11-20.")
	errClock            = text.New("\"%s\" er ikke et klokkeslæt. Skriv fx 9.30 eller kl. 13.", "\"%s\" is not a time of day. Write for example 9:30 or 1 pm.")
	errNumber           = text.New("\"%s\" er ikke et helt tal fra 0 og op.", "\"%s\" is not a whole number from 0 up.")
	errFile             = text.New("Der er ingen fil \"%s\". Skriv stien til filen, med semikolon mellem flere.", "There is no file \"%s\". Write the path of the file, with semicolons between several.")
	errManyFiles        = text.New("Feltet %s har plads til %s filer.", "The field %s holds %s files.")
	errOnlySlack        = text.New("Feltet %s kan kun udfyldes i Slack.", "The field %s can only be filled in inside Slack.")
)

// Directives, as :help tells them.
var (
	helpLead = text.New("Skriv en kommando (/...), en sætning til Samspil, eller en linje til konsollen selv:", "Type a command (/...), a sentence to Samspil, or a line for the console itself:")

	usageAs      = text.New(":as bo", ":as bo")
	usageChannel = text.New(":channel lolland", ":channel lolland")
	usagePress   = text.New(":press 1", ":press 1")
	usageSet     = text.New(`:set date="i går" note="to ord"`, `:set date=yesterday note="two words"`)
	usageSubmit  = text.New(":submit", ":submit")
	usageCancel  = text.New(":cancel", ":cancel")
	usageNow     = text.New(":now 2026-11-23 10:00", ":now 2026-11-23 10:00")
	usageLang    = text.New(":lang en", ":lang da")
	usageHelp    = text.New(":help", ":help")
	usageQuit    = text.New(":quit", ":quit")

	doesAs      = text.New("tal som en anden person", "speak as another person")
	doesChannel = text.New("skriv i en anden kanal", "write in another channel")
	doesPress   = text.New("tryk på en knap i det seneste svar, med nummer eller navn", "press a button of the latest answer, by number or name")
	doesSet     = text.New("udfyld felter i den åbne formular", "fill in fields of the open form")
	doesSubmit  = text.New("send den åbne formular", "send the open form")
	doesCancel  = text.New("luk den åbne formular uden at sende", "close the open form without sending")
	doesNow     = text.New("stil uret, og lad det stå", "set the clock and let it stand")
	doesLang    = text.New("få svar på dansk (da) eller engelsk (en)", "get answers in Danish (da) or English (en)")
	doesHelp    = text.New("vis denne liste", "show this list")
	doesQuit    = text.New("slut", "end")
)
