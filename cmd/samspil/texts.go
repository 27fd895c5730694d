package main

import (
	"samspil/internal/text"
)

var (
	errUsage       = text.New("Kommandolinjen kan ikke bruges: %s\nSe samspil --help.", "The command line is wrong: %s\nSee samspil --help.")
	errLangSetting = text.New("%s kan være da eller en, ikke \"%s\".", "%s can be da or en, not \"%s\".")
	errLogSetting  = text.New("SAMSPIL_LOG kan være debug, info, warn eller error, ikke \"%s\".", "SAMSPIL_LOG can be debug, info, warn or error, not \"%s\".")
	errEnvFile     = text.New("Filen %s kan ikke læses: en linje i den er ikke NAVN=værdi, eller et anførselstegn mangler.", "The file %s cannot be read: a line of it is not NAME=value, or a quotation mark is missing.")
	errScript      = text.New("Filen %s kan ikke læses.", "The file %s cannot be read.")
	errWhom        = text.New("Sig med --as, hvem du er: %s.", "Say with --as who you are: %s.")
	errNobody      = text.New("Databasen har ingen medarbejdere endnu. Prøv samspil console --demo.", "The database has no people yet. Try samspil console --demo.")
	stopped        = text.New("Afbrudt.", "Stopped.")

	migrated        = text.New("Databasen er bragt fra skema %d til %d.", "The database was brought from schema %d to %d.")
	migratedAlready = text.New("Databasen har allerede skema %d.", "The database has schema %d already.")
	backedUp        = text.New("Sikkerhedskopien ligger i %s.", "The backup is in %s.")

	welcome = text.New(
		"Velkommen til Samspil. Alle personer, virksomheder og kontakter her er opdigtede. Prøv:\n"+
			"• /tjek lolland beton\n"+
			"• /besoeg 99001941 i går telefon opkvalificering, følger op uge 50\n"+
			"• hvem har været hos køge kran?\n"+
			"Tab udfylder, :help viser mere, og :quit slutter.",
		"Welcome to Samspil. All people, companies and contacts here are made up. Try:\n"+
			"• /check lolland beton\n"+
			"• /visit 99001941 yesterday phone upskilling, follow up week 50\n"+
			"• who has been at køge kran?\n"+
			"Tab completes, :help shows more, and :quit ends.")
)

var (
	errOrgFile   = text.New("Filen %s kan ikke læses.", "The file %s cannot be read.")
	errNoName    = text.New("Personen er ny her: angiv navnet med --name.", "The person is new here: give the name with --name.")
	orgsImported = text.New("%d aktører er indlæst. Nye: %s. Ændrede: %s.", "%d organisations were read in. New: %s. Changed: %s.")
	orgsWouldBe  = text.New("%d aktører ville blive indlæst. Nye: %s. Ændrede: %s. Intet er gemt.", "%d organisations would be read in. New: %s. Changed: %s. Nothing is saved.")

	personSaved  = text.New("%s handler nu for %s som %s.", "%s now acts for %s as %s.")
	personClosed = text.New("Adgangen for %s (%s, %s) er lukket.", "The access of %s (%s, %s) is closed.")
	accessClosed = text.New("lukket", "closed")

	workspaceSaved  = text.New("Folk i arbejdsområdet %s handler for %s, når ikke andet er sagt.", "People of the workspace %s act for %s when nothing else is said.")
	workspaceNobody = text.New("Ukendte i arbejdsområdet %s skal bede om adgang.", "Unknown people of the workspace %s must ask for access.")
)

var (
	errSlackSettings = text.New("Angiv SLACK_BOT_TOKEN og enten SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET (HTTP), fx i filen .env. docs/operate.md siger, hvor de står.", "Set SLACK_BOT_TOKEN and either SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP), for example in the file .env. docs/operate.md says where to find them.")
	errAPIURL        = text.New("SLACK_API_URL skal begynde med https://, undtagen på denne maskine selv.", "SLACK_API_URL must begin with https://, except on this machine itself.")
	errToken         = text.New("Slack tager ikke imod SLACK_BOT_TOKEN, eller kan ikke nås.", "Slack does not accept SLACK_BOT_TOKEN, or cannot be reached.")
	errSocket        = text.New("Slack afviser Socket Mode. Er SLACK_APP_TOKEN rigtigt, har det connections:write, og er Socket Mode slået til?", "Slack refuses Socket Mode. Is SLACK_APP_TOKEN right, has it connections:write, and is Socket Mode enabled?")
	errListen        = text.New("Programmet kan ikke lytte på %s.", "The program cannot listen on %s.")
	listening        = text.New("Samspil kører på http://%s/slack/. Stop med Ctrl-C.", "Samspil runs at http://%s/slack/. Stop with Ctrl-C.")
)
