package overview

import "samspil/internal/text"

var (
	textSummary  = text.New("tallene: kontakter, besøg og overlap i en periode, med perioden før ved siden af", "the figures: contacts, visits and overlaps in a period, beside the period before")
	textHint     = text.New("[region, kommune, aktør eller formål] [periode]", "[region, municipality, organisation or purpose] [period]")
	textExamples = []text.Text{
		text.New("region sjælland sidste kvartal", "region sjælland last quarter"),
		text.New("lolland 2026 vs 2025", "lolland 2026 vs 2025"),
		text.New("opkvalificering i år", "upskilling this year"),
	}

	textHeading      = text.New("Overblik: %s", "Overview: %s")
	textMunicipality = text.New("%s Kommune", "%s Municipality")
	textSpan         = text.New("%s – %s", "%s – %s")
	textBetween      = text.New("%s mod %s.", "%s against %s.")
	textLead         = text.NewPlural("%s kontakt med %s.", "%s kontakter med %s.", "%s contact with %s.", "%s contacts with %s.")
	textLeadOnly     = text.NewPlural("%s kontakt.", "%s kontakter.", "%s contact.", "%s contacts.")
	textCompanies    = text.NewPlural("%s virksomhed", "%s forskellige virksomheder", "%s company", "%s different companies")
	textLeadBefore   = text.New("%s I perioden ved siden af: %s.", "%s In the period beside it: %s.")
	textFew          = text.New("Der er for få kontakter uden for jeres egen aktør til, at tallet kan vises.", "There are too few contacts outside your own organisation for the figure to be shown.")
	textNone         = text.New("Ingen gennemførte kontakter i perioden.", "No completed contacts in the period.")

	textFigure = text.New("Tal", "Figure")
	textNow    = text.New("Perioden", "The period")
	textBeside = text.New("Ved siden af", "Beside it")
	textRow    = text.New("%s: %s (%s)", "%s: %s (%s)")
	textHidden = text.New("skjult", "hidden")
	textUnder  = text.New("under 3", "under 3")
	textShare  = text.New("%s %%", "%s%%")

	textByOrg          = text.New("Kontakter efter aktør", "Contacts by organisation")
	textByMunicipality = text.New("Kontakter efter kommune", "Contacts by municipality")
	textByPurpose      = text.New("Kontakter efter formål", "Contacts by purpose")
	textByWeek         = text.New("Kontakter pr. uge", "Contacts per week")
	textWeek           = text.New("uge %d", "week %d")
	textOthersChart    = text.New("øvrige", "others")
	textNoMunicipality = text.New("uden kommune", "no municipality")
	textMoreRows       = text.NewPlural("%s række mere i eksporten.", "%s rækker mere i eksporten.", "%s more row in the export.", "%s more rows in the export.")
	textTooFewRows     = text.New("%s: der er for få kontakter til at dele dem op uden at vise de enkelte.", "%s: there are too few contacts to divide them without showing single ones.")

	textPredecessor = text.New("Kontakter hos %[1]s, som %[2]s afløste, er talt med.", "Contacts of %[1]s, which %[2]s took over from, are included.")
	textOtherScheme = text.New("%[1]s fandtes ikke i hele perioden. Tallene er for de %[2]d kommuner, den består af.", "%[1]s did not exist in all of the period. The figures are for the %[2]d municipalities it consists of.")
	textMonthOnly   = text.New("Derudover kontakter, som I kun må kende måneden for: %s. De er ikke med i noget andet tal.", "Beside these, contacts of which you may know the month only: %s. They are in no other figure.")
	textBlind       = text.New("Talt er de kontakter, I må se. Kontakter, som en anden aktør ikke deler med jer, er ikke med.", "Counted are the contacts you may see. Contacts that another organisation does not share with you are left out.")

	buttonExplain = text.New("Hvad er talt med?", "What is counted?")
	buttonLists   = text.New("Lister", "Lists")
	buttonCSV     = text.New("Eksportér CSV", "Export CSV")
	buttonXLSX    = text.New("Eksportér Excel", "Export Excel")
	buttonEarlier = text.New("Perioden før", "Period before")
	buttonLater   = text.New("Perioden efter", "Period after")
	buttonShow    = text.New("Vis overblik", "Show the overview")

	textExplainHead = text.New("Hvad tallene tæller", "What the figures count")
	textExplainRow  = text.New("%s: %s", "%s: %s")
	textRules       = text.New("Der tælles kun gennemførte kontakter, der ikke er slettet, og som I må se mindst aktør, dato og formål for. Kontakter, som I kun må kende måneden for, står for sig, og kun i hele måneder: i kortere perioder ville tallet røbe dagen. Virksomhedens kommune afgør, hvor en kontakt tæller. Tal på 1 eller 2 uden for jeres egen aktør vises ikke, og i opdelinger skjules så mange rækker, at de ikke kan regnes ud.", "Only completed contacts are counted that are not deleted and of which you may see at least organisation, date and purpose. Contacts of which you may know the month only stand apart, and in whole months alone: in shorter periods the figure would tell the day. The company's municipality decides where a contact counts. Figures of 1 or 2 outside your own organisation are not shown, and in breakdowns as many rows are hidden that they cannot be worked out.")

	textListsHead   = text.New("Lister: %s", "Lists: %s")
	textMost        = text.New("Kontaktet af flest aktører", "Contacted by most organisations")
	textMostRow     = text.New("%[1]s: %[2]d aktører, %[3]d kontakter", "%[1]s: %[2]d organisations, %[3]d contacts")
	textLoad        = text.New("Kontaktet oftere end loftet på %d i perioden", "Contacted more often than the ceiling of %d in the period")
	textUntouched   = text.New("Uden kontakt i 12 måneder: %[1]s af %[2]s aktive virksomheder med ansatte. Reklamebeskyttede er talt med, men ikke nævnt.", "No contact in 12 months: %[1]s of %[2]s active companies with employees. Those protected against advertising are counted, but not named.")
	textEmployees   = text.NewPlural("%[2]s (%[1]s ansat)", "%[2]s (%[1]s ansatte)", "%[2]s (%[1]s employee)", "%[2]s (%[1]s employees)")
	textOverdue     = text.New("Jeres forfaldne opfølgninger", "Your overdue follow-ups")
	textOverdueRow  = text.New("%[1]s · %[2]s · %[3]s", "%[1]s · %[2]s · %[3]s")
	textOverlaps    = text.New("Overlap, og hvad der blev gjort", "Overlaps, and what was done")
	textOverlapRow  = text.New("%[1]s · %[2]s", "%[1]s · %[2]s")
	textTogether    = text.New("sammen med %s", "together with %s")
	textNoReason    = text.New("ingen grund noteret", "no reason noted")
	textEmptyLists  = text.New("Ingen lister har noget i denne periode.", "No list has anything in this period.")
	textHomeHead    = text.New("Månedens tal for %s", "The month's figures for %s")
	textHomeOverdue = text.NewPlural("%s opfølgning er forfalden.", "%s opfølgninger er forfaldne.", "%s follow-up is overdue.", "%s follow-ups are overdue.")

	errUnknown    = text.New("Jeg kender ikke \"%s\" som region, kommune, aktør, formål eller periode. Skriv fx \"region sjælland sidste kvartal\".", "I do not know \"%s\" as a region, municipality, organisation, purpose or period. Write for example \"region sjælland last quarter\".")
	errLong       = text.New("Det er for langt. Skriv et sted, en aktør eller et formål og en periode, fx \"lolland 2026\".", "That is too long. Write a place, an organisation or a purpose and a period, for example \"lolland 2026\".")
	errPeriods    = text.New("Jeg kan sammenligne to perioder ad gangen. Skriv fx \"2026 mod 2025\".", "I can compare two periods at a time. Write for example \"2026 vs 2025\".")
	errLongPeriod = text.New("Perioden er for lang. Vælg højst ti år.", "The period is too long. Choose ten years at most.")
	errAhead      = text.New("Perioden begynder først %s. Overblikket tæller det, der er sket.", "The period only begins on %s. The overview counts what has happened.")
	errManagers   = text.New("Kun ledere kan se tal for en enkelt kollega. Skriv \"mig\" for at se dine egne.", "Only managers can see the figures of one colleague. Write \"me\" to see your own.")
	errSeveral    = text.New("Flere kolleger hedder \"%s\". Skriv hele navnet.", "Several colleagues are called \"%s\". Write the whole name.")
	errNobody     = text.New("Jeg kender ingen hos jer, der hedder \"%s\".", "I know nobody in your organisation called \"%s\".")
)

// Columns of the export.
var (
	colPart    = text.New("Opdeling", "Breakdown")
	colWhat    = text.New("Hvad", "What")
	colNow     = text.New("Antal", "Number")
	colBefore  = text.New("Antal ved siden af", "Number beside it")
	colHidden  = text.New("Skjult", "Hidden")
	sheetRows  = text.New("Overblik", "Overview")
	sheetMeans = text.New("Hvad tælles", "What is counted")
	meansPart  = text.New("\"Alt\", aktør, kommune eller formål.", "\"All\", organisation, municipality or purpose.")
	meansWhat  = text.New("Tallet eller rækkens navn; arket om, hvad der tælles, forklarer hvert tal.", "The figure or the name of the row; the sheet on what is counted explains each figure.")
	meansNow   = text.New("Antallet i perioden; tomt, hvor det er skjult.", "The number in the period; empty where it is hidden.")
	meansBef   = text.New("Antallet i perioden ved siden af; tomt, hvor det er skjult.", "The number in the period beside it; empty where it is hidden.")
	meansHid   = text.New("Skjult, fordi tallet er 1 eller 2 uden for jeres egen aktør, eller for at et sådant tal ikke kan regnes ud.", "Hidden because the figure is 1 or 2 outside your own organisation, or so that such a figure cannot be worked out.")
	partAll    = text.New("Alt", "All")
	partOrg    = text.New("Aktør", "Organisation")
	partPlace  = text.New("Kommune", "Municipality")
	partWhy    = text.New("Formål", "Purpose")
	fileName   = text.New("overblik", "overview")
	textFile   = text.New("Her er tallene som fil: %s.", "Here are the figures as a file: %s.")
)
