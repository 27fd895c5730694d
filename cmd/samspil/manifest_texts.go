package main

import "samspil/internal/text"

var (
	errManifestMode   = text.New("Sig med --mode, hvordan Slack skal nå programmet: socket eller http, ikke \"%s\".", "Say with --mode how Slack reaches the program: socket or http, not \"%s\".")
	errManifestNoBase = text.New("Med --mode http skal --base-url sige, hvor Slack når programmet, fx https://samspil.example.dk.", "With --mode http, --base-url must say where Slack reaches the program, for example https://samspil.example.dk.")
	errManifestBase   = text.New("--base-url skal være en adresse, der begynder med https:// (http:// kun på denne maskine selv), uden brugernavn, ? og #; ikke \"%s\".", "--base-url must be an address that begins with https:// (http:// only on this machine itself), without a user name, ? and #; not \"%s\".")
	errManifestSocket = text.New("--base-url hører til --mode http: med --mode socket kalder Slack ingen adresse.", "--base-url belongs to --mode http: with --mode socket Slack calls no address.")
	errManifestLang   = text.New("--lang kan her være da, en eller both, ikke \"%s\".", "--lang can here be da, en or both, not \"%s\".")
	errManifestPrefix = text.New("--prefix skal begynde med et lille bogstav eller tal og bestå af små bogstaver (a-z), tal, - og _; ikke \"%s\".", "--prefix must begin with a small letter or a digit and hold only small letters (a-z), digits, - and _; not \"%s\".")
	errManifestLong   = text.New("Kommandoen %[1]s bliver længere end de %[2]d tegn, Slack tillader. Vælg et kortere --prefix.", "The command %[1]s gets longer than the %[2]d characters Slack allows. Choose a shorter --prefix.")
)

// What the app calls itself, and its menus: an app has one text for everybody.
var (
	appPurpose = text.New("Hvem har været i kontakt med hvilke virksomheder: notér, tjek og følg op", "Who has been in contact with which companies: log, check and follow up")

	shortcutNew           = text.New("Notér virksomhedsbesøg", "Log a company visit")
	shortcutNewWhat       = text.New("Åbn formularen til en kontakt med en virksomhed", "Open the form for a contact with a company")
	shortcutFrom          = text.New("Notér besøg fra besked", "Log visit from message")
	shortcutFromWhat      = text.New("Åbn formularen udfyldt med, hvad beskeden siger", "Open the form filled in with what the message says")
	shortcutSummarise     = text.New("Læs projektforslag", "Summarise proposal")
	shortcutSummariseWhat = text.New("Lav en kladde af beskeden og dens filer", "Make a draft of the message and its files")
	shortcutAttach        = text.New("Vedhæft til høring", "Attach as comment")
	shortcutAttachWhat    = text.New("Tag beskeden med i en hørings notat", "Make the message part of a consultation's note")
)
