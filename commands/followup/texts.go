package followup

import (
	"samspil/internal/crm"
	"samspil/internal/text"
)

var (
	textSummary  = text.New("det, I har lovet virksomheder: hvem følger op på hvad og hvornår", "what was promised to companies: who follows up on what, and when")
	textHint     = text.New("[udført 12 · flyt 12 til fredag · giv 12 til Bo · ny: … · forfaldne · alle]", "[done 12 · move 12 to Friday · give 12 to Bo · new: … · overdue · all]")
	textExamples = []text.Text{
		text.New("/opfoelgning færdig med køge kran", "/followup done with køge kran"),
		text.New("/opfoelgning flyt alle i uge 52 til uge 1", "/followup move all in week 52 to week 1"),
		text.New("/opfoelgning ny: ring til Køge Korn på torsdag om lærlinge", "/followup new: call Køge Korn on Thursday about apprentices"),
	}

	headMine       = text.New("Mine opfølgninger", "My follow-ups")
	headOverdue    = text.New("Mine forfaldne opfølgninger", "My overdue follow-ups")
	headOrg        = text.New("Opfølgninger hos %s", "Follow-ups at %s")
	headOrgOverdue = text.New("Forfaldne opfølgninger hos %s", "Overdue follow-ups at %s")
	textNothing    = text.New("Her er ingen åbne opfølgninger.", "There are no open follow-ups here.")
	textHow        = text.New("Skriv fx: udført 12 · flyt 12 til fredag · giv 12 til Bo · ny: ring til Køge Korn på torsdag. Vis: i dag · uge 52 · forfaldne · alle.", "Write for example: done 12 · move 12 to Friday · give 12 to Bo · new: call Køge Korn on Thursday. Show: today · week 52 · overdue · all.")
	textMore       = text.New("… og %d mere. Vis færre med fx \"i dag\", \"uge 52\" eller \"forfaldne\".", "… and %d more. Show fewer with for example \"today\", \"week 52\" or \"overdue\".")
	textWhich      = text.New("Hvilken mener du? Tryk på den, eller skriv dens nummer.", "Which one do you mean? Press it, or write its number.")
	textUnclear    = text.New("Jeg er ikke sikker på, hvad der skal ske. Skriv én ting ad gangen, fx \"flyt 12 til fredag\" eller \"udført 12\".", "I am not sure what is to be done. Write one thing at a time, for example \"move 12 to Friday\" or \"done 12\".")

	textDoneBy   = text.New("udført af %s", "done by %s")
	textDoneWord = text.New("udført", "done")
	textDropped  = text.New("fjernet", "removed")
	textOverdue  = text.New("forfalden", "overdue")
	textToday    = text.New("i dag", "today")
	textBy       = text.New("Af %s, %s.", "By %s, %s.")
	textUndoable = text.New("Kan fortrydes i 10 minutter.", "Can be undone for 10 minutes.")

	textWhereTo  = text.New("Hvilken dag skal den flyttes til? Skriv fx \"til fredag\" eller \"til uge 1\".", "Which day should it be moved to? Write for example \"to Friday\" or \"to week 1\".")
	textDoubt    = text.New("%s Intet er flyttet.", "%s Nothing has been moved.")
	textWhichDay = text.New("\"%s\" kan være %s. Hvilken dag?", "\"%s\" can be %s. Which day?")
	textPast     = text.New("%s er allerede passeret.", "%s has already passed.")
	textFar      = text.New("%s ligger langt ude i fremtiden. Skriv årstallet med, hvis det er rigtigt.", "%s is far ahead. Write the year too if that is right.")
	textWeekend  = text.New("Dagen ligger i en weekend: aftalen står, og påmindelsen kommer %s.", "The day is in a weekend: the promise stands, and the reminder comes on %s.")
	textHoliday  = text.New("Dagen er %s: aftalen står, og påmindelsen kommer %s.", "The day is %s: the promise stands, and the reminder comes on %s.")

	textWhen          = text.New("Hvornår skal der følges op?", "When is it to be followed up?")
	textWhichCompany  = text.New("Hvilken virksomhed handler det om?", "Which company is it about?")
	textUnsureCompany = text.New("Jeg er ikke sikker på, hvilken virksomhed \"%s\" er. Vælg den i feltet.", "I am not sure which company \"%s\" is. Choose it in the field.")

	buttonDone = text.New("Udført", "Done")
	buttonMove = text.New("Flyt", "Move")
	buttonGive = text.New("Giv videre", "Hand over")
	buttonLog  = text.New("Notér kontakt", "Log contact")
	buttonNew  = text.New("Ny opfølgning", "New follow-up")
	buttonUndo = text.New("Fortryd", "Undo")
	buttonList = text.New("Mine opfølgninger", "My follow-ups")
	buttonSave = text.New("Gem", "Save")
	titleNew   = text.New("Ny opfølgning", "New follow-up")
	titleMove  = text.New("Flyt opfølgning", "Move follow-up")
	titleGive  = text.New("Giv opfølgning videre", "Hand over follow-up")
	introNew   = text.New("Hvad skal der følges op på, og hvornår?", "What is to be followed up, and when?")

	labelCompany  = text.New("Virksomhed", "Company")
	labelDue      = text.New("Dag", "Day")
	labelText     = text.New("Hvad er lovet", "What was promised")
	labelOwner    = text.New("Hvem følger op (tomt: dig)", "Who follows up (empty: you)")
	labelNewOwner = text.New("Hvem skal følge op", "Who is to follow up")

	errNone          = text.New("Opfølgning nr. %d findes ikke.", "Follow-up no. %d does not exist.")
	errNoneFit       = text.New("Jeg fandt ingen af dine åbne opfølgninger, der passer. Skriv et nummer eller en virksomhed; /opfoelgning viser listen.", "I found none of your open follow-ups that fit. Write a number or a company; /followup shows the list.")
	errNoneWith      = text.New("Jeg fandt ingen åben opfølgning med \"%s\". /opfoelgning viser listen.", "I found no open follow-up with \"%s\". /followup shows the list.")
	errTooMany       = text.New("Det er mere end %d opfølgninger på én gang. Vælg færre, fx en uge ad gangen.", "That is more than %d follow-ups at once. Choose fewer, for example one week at a time.")
	errSeveralPeople = text.New("Flere kolleger hedder \"%s\": %s. Skriv hele navnet.", "Several colleagues are called \"%s\": %s. Write the whole name.")
	errNobody        = text.New("Jeg kender ingen hos jer, der hedder \"%s\". Opfølgninger kan kun gives til kolleger hos samme aktør.", "I know nobody in your organisation called \"%s\". Follow-ups can only be handed to colleagues of the same organisation.")
	errNotColleague  = text.New("Vælg en kollega hos jeres egen aktør.", "Choose a colleague of your own organisation.")
	errWhom          = text.New("Hvem skal have dem? Skriv fx \"giv 12 til Bo\".", "Who is to have them? Write for example \"give 12 to Bo\".")
	errTheirsAlready = text.New("%s har den allerede.", "%s has it already.")
	errOtherOrg      = text.New("Opfølgninger hos %s er deres egne; jeg viser kun jeres.", "Follow-ups at %s are their own; I only show yours.")
	errOldButton     = text.New("Knappen virker ikke længere. Hent listen igen med /opfoelgning.", "The button no longer works. Get the list again with /followup.")
	errDoneBy        = text.New("Opfølgning nr. %[1]d er allerede markeret som udført af %[2]s.", "Follow-up no. %[1]d has been marked done already by %[2]s.")
	errNotOpen       = text.New("Opfølgning nr. %d er ikke åben længere.", "Follow-up no. %d is no longer open.")
	errDay           = text.New("Vælg en dag.", "Choose a day.")
	errPast          = text.New("Dagen er allerede passeret. Vælg en dag fra i dag og frem.", "The day has already passed. Choose today or later.")
	errLong          = text.New("Teksten er på %d tegn, og der er plads til %d. Kort den af; intet er gemt.", "The text has %d characters and there is room for %d. Shorten it; nothing is saved.")
)

// acts is what a receipt says of one and of several.
var acts = map[crm.FollowUpAct]struct {
	one  text.Text
	many text.Plural
}{
	crm.FollowUpAdded:  {text.New("Opfølgning nr. %d er oprettet.", "Follow-up no. %d is added."), text.NewPlural("%s opfølgning er oprettet.", "%s opfølgninger er oprettet.", "%s follow-up is added.", "%s follow-ups are added.")},
	crm.FollowUpClosed: {text.New("Opfølgning nr. %d er udført.", "Follow-up no. %d is done."), text.NewPlural("%s opfølgning er udført.", "%s opfølgninger er udført.", "%s follow-up is done.", "%s follow-ups are done.")},
	crm.FollowUpMoved:  {text.New("Opfølgning nr. %d er flyttet.", "Follow-up no. %d is moved."), text.NewPlural("%s opfølgning er flyttet.", "%s opfølgninger er flyttet.", "%s follow-up is moved.", "%s follow-ups are moved.")},
	crm.FollowUpGiven:  {text.New("Opfølgning nr. %d er givet videre.", "Follow-up no. %d is handed over."), text.NewPlural("%s opfølgning er givet videre.", "%s opfølgninger er givet videre.", "%s follow-up is handed over.", "%s follow-ups are handed over.")},
	crm.FollowUpUndone: {text.New("Fortrudt: opfølgning nr. %d er, som den var.", "Undone: follow-up no. %d is as it was."), text.NewPlural("Fortrudt: %s opfølgning er, som den var.", "Fortrudt: %s opfølgninger er, som de var.", "Undone: %s follow-up is as it was.", "Undone: %s follow-ups are as they were.")},
}

var textLeft = text.NewPlural("%s er ændret igen siden og står, som den er.", "%s er ændret igen siden og står, som de er.", "%s has been changed again since and stays as it is.", "%s have been changed again since and stay as they are.")

// say says that it was done.
func say(lang text.Lang, act crm.FollowUpAct, list []crm.Promise) string {
	if len(list) == 1 {
		return acts[act].one.In(lang, list[0].ID)
	}
	return acts[act].many.In(lang, len(list))
}

func sayUndone(lang text.Lang, list []crm.Promise, left int) string {
	said := say(lang, crm.FollowUpUndone, list)
	if left > 0 {
		said += " " + textLeft.In(lang, left)
	}
	return said
}

func names(lang text.Lang, people []crm.Person) string {
	var all []string
	for _, p := range people {
		all = append(all, p.Name)
	}
	return text.List(lang, all)
}
