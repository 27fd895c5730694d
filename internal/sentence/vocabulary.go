package sentence

import "samspil/internal/crm"

// The words for each code, Danish and English; the codes are crm's. Order matters only between equally long
// readings of the same words: the first wins.

var channelWords = []entry{
	says(string(crm.CompanyCalledUs), "virksomheden ringede", "virksomheden henvendte", "ringede selv", "henvendte sig", "kontaktede os", "ringede til os", "skrev til os", "ringede os op", "called us", "contacted us", "wrote to us", "rang us", "they called"),
	says(string(crm.OnlineMeeting), "onlinemøde~", "online møde~", "teams", "teamsmøde~", "teams møde~", "zoom", "zoommøde~", "videomøde~", "video møde~", "virtuelt møde", "mødes online", "mødtes online", "online meeting~", "video call~", "virtual meeting~", "online"),
	says(string(crm.Webinar), "webinar~"),
	says(string(crm.Event), "jobmesse~", "på jobmesse~", "messe~", "på messe~", "arrangement~", "konference~", "netværksmøde~", "virksomhedsdag~", "job fair~", "trade fair~", "the fair", "at fair~", "event~", "conference~", "karrieredag~"),
	says(string(crm.Phone), "telefon", "telefonen", "pr telefon", "telefonisk", "telefonmøde~", "telefonsamtale~", "telefonopkald", "tlf", "tlf.", "i røret", "ringet", "ringede", "har ringet", "ringer", "opkald", "phone", "by phone", "on the phone", "over the phone", "phoned", "telephone", "telephoned", "called", "phone call~", "rang"),
	says(string(crm.Email), "mail", "pr mail", "mails", "mailen", "e-mail~", "email~", "mailet", "mailede", "skrev sammen", "skriftligt", "e-mailed", "emailed"),
	says(string(crm.Letter), "brev", "brevet", "pr brev", "letter", "by letter"),
	says(string(crm.Visit), "besøg~", "besøgt", "besøgte", "på besøg", "virksomhedsbesøg~", "var ude hos", "været ude hos", "tager ud til", "tager ud", "tog ud", "kører ud", "var forbi", "forbi", "rundvisning", "visit~", "visited", "site visit", "dropped by", "drop by", "møde", "mødet", "mødte", "mødtes", "mødes", "meeting", "met"),
}

var purposeWords = []entry{
	says("adult_apprentice", "voksenlærling~", "voksen lærling~", "voksenelev~", "adult apprentice~", "adult apprenticeship~"),
	says("sheltered_job", "skånejob~", "løntilskud til førtidspensionister", "sheltered job~"),
	says("recruitment", "rekrutter*", "recruit*", "hiring", "=ansætte", "ansættelse~", "mangler folk", "mangler arbejdskraft", "mangel på arbejdskraft", "arbejdskraft", "jobåbning~", "ledige stillinger", "jobordre~", "job opening~", "vacanc*", "labour shortage"),
	says("upskilling", "opkvalificer*", "efteruddannelse~", "amu", "amu-kurs*", "amu kurs*", "veu", "kompetenceudvikling~", "kursus", "kurser", "upskill*", "up-skilling", "training", "reskill*", "course~", "uddannelsesplan~"),
	says("work_placement", "virksomhedspraktik~", "praktikant~", "praktik", "praktikforløb~", "work placement~", "placement~", "intern", "interns", "internship~", "trainee~"),
	says("wage_subsidy", "løntilskud~", "løntilskudsjob~", "wage subsid*", "subsidised job~"),
	says("flex_job", "fleksjob~", "flexjob~", "fleksjobber~", "flex job~"),
	says("apprenticeship", "lærling~", "lærlingeplads~", "elev", "elever", "eleven", "elevplads~", "praktikplads~", "læreplads~", "apprentic*"),
	says("job_rotation", "jobrotation~", "job rotation~"),
	says("retention", "fastholdelse~", "fastholde", "sygefravær~", "retention", "sick leave", "sygemeldt~"),
	says("mentor", "mentor~", "mentorordning~", "mentoring"),
	says("personal_assistance", "personlig assistance", "personal assistance"),
	says("layoffs", "varsling~", "afskedigelse~", "fyring~", "fyrer", "massefyring~", "layoff~", "lay-off~", "redundanc*"),
	says("growth_plan", "vækstplan~", "vækstkortlægning~", "vækst", "growth plan~", "growth mapping", "growth"),
	says("startup", "iværksætter~", "iværksætteri", "opstart af virksomhed", "nystartet", "start-up~", "startup~"),
	says("export", "eksport~", "export~", "internationalisering~", "internationalisation"),
	says("green_digital", "grøn omstilling", "digital omstilling", "grøn og digital omstilling", "digitalisering~", "bæredygtighed~", "green transition", "digital transition", "digitalisation", "sustainability"),
	says("financing", "finansiering~", "lån", "financing", "funding"),
	says("generational_change", "ejerskifte~", "generationsskifte~", "succession", "change of ownership"),
	says("early_warning", "krise", "i krise", "early warning", "konkurstruet", "crisis"),
	says("procurement_infra", "anlægsprojekt~", "udbud", "udbuddet", "femern", "sygehusbyggeri~", "construction project~", "tender~", "infrastructure"),
	says("general_outreach", "opsøgende", "opsøgende kontakt", "præsentation", "outreach", "introduction", "kanvas", "canvas"),
	says("follow_up", "opfølgende", "opfølgningsbesøg~", "opfølgningsmøde~", "follow-up visit~", "follow-up meeting~"),
}

var outcomeWords = []entry{
	says(string(crm.OutcomeAgreement), "aftalt", "aftale om", "aftale indgået", "indgik aftale", "lavede aftale", "blev enige", "agreed", "agreement", "a deal", "made a deal", "deal made", "deal on"),
	says(string(crm.OutcomeNotInterested), "ikke interesseret", "ikke interesserede", "ingen interesse", "takkede nej", "nej tak", "not interested", "declined", "no interest"),
	says(string(crm.OutcomeNotReached), "traf ingen", "fik ikke fat", "ikke fat i", "ingen svarede", "svarede ikke", "tog den ikke", "tog ikke telefonen", "no answer", "not reached", "did not answer", "didn't answer"),
	says(string(crm.OutcomeReferred), "henvist til", "henviste til", "henvist videre", "referred to", "referred on"),
	says(string(crm.OutcomeInfoOnly), "kun orientering", "til orientering", "information only", "for information"),
}

var tradeWords = []entry{
	says("struktør", "struktør~", "concrete worker~"),
	says("tømrer", "tømrer~", "tømrersvend~", "carpenter~"),
	says("snedker", "snedker~", "joiner~"),
	says("murer", "murer~", "mursvend~", "bricklayer~", "mason~"),
	says("vvs-montør", "vvs'er", "vvs'ere", "vvser~", "vvs-montør~", "vvs montør~", "vvs-energispecialist~", "blikkenslager~", "rørlægger~", "plumber~"),
	says("maler", "maler~", "malersvend~", "painter~"),
	says("elektriker", "elektriker~", "electrician~"),
	says("chauffør", "chauffør~", "lastbilchauffør~", "driver~", "truck driver~", "lorry driver~"),
	says("smed", "smed~", "klejnsmed~", "smith~", "metalworker~"),
	says("svejser", "svejser~", "welder~"),
	says("kranfører", "kranfører~", "crane operator~", "crane driver~"),
	says("betonarbejder", "betonarbejder~", "jordarbejder~", "jord- og betonarbejder~", "groundworker~"),
	says("anlægsgartner", "anlægsgartner~", "landscape gardener~", "landscaper~"),
	says("stilladsmontør", "stilladsmontør~", "stilladsarbejder~", "scaffolder~"),
	says("industritekniker", "industritekniker~", "cnc-operatør~", "machinist~"),
	says("tekniker", "tekniker~", "technician~"),
	says("ingeniør", "ingeniør~", "engineer~"),
	says("lagermedarbejder", "lagermedarbejder~", "lagerarbejder~", "warehouse worker~"),
	says("kok", "kok", "kokke", "kokken", "kokkene", "cook~"),
	says("social- og sundhedshjælper", "sosu~", "sosu-hjælper~", "sosu-assistent~", "care worker~"),
	says("ufaglært", "ufaglært~", "ikke-faglært~", "unskilled", "unskilled worker~"),
}

// needWords say that the company lacks people: with a trade they mean recruitment.
var needWords = patterns("mangler", "mangel på", "søger", "skal bruge", "har brug for", "brug for", "vil have", "vil gerne have", "ønsker", "plads til", "room for", "want", "wants", "would like", "efterspørger", "vil ansætte", "need", "needs", "looking for", "short of", "lacks", "lack")

// headNouns are what a headcount counts, besides trades and purposes that name people.
var headNouns = patterns("plads", "pladser", "pladserne", "person~", "medarbejder~", "folk", "mand", "mænd", "ansatte", "ledige", "kandidat~", "borger~", "deltager~", "kursist~", "seats", "seat", "place", "places", "people", "worker~", "employee~", "candidate~", "participant~", "job", "jobs")

var peoplePurposes = map[string]bool{"adult_apprentice": true, "apprenticeship": true, "work_placement": true, "wage_subsidy": true, "flex_job": true}

var followUpCues = patterns("følger op", "følger vi op", "følger jeg op", "følg op", "følge op", "fulgt op", "opfølgning", "opfølgning i", "opfølgning på", "følges op", "follow up", "follow-up", "followup", "following up", "will follow up", "ringer igen", "ring igen", "ringe igen", "ringer tilbage", "kontakter igen", "kontakt igen", "vender tilbage", "kommer igen", "besøger igen", "nyt besøg", "nyt møde", "næste møde", "næste besøg", "next meeting", "next visit", "new visit", "new meeting", "fulgte op", "followed up", "ringer op igen", "call back", "call again", "calling back", "get back to", "visit again", "ny aftale")

var startCues = patterns("fra", "fra den", "fra d", "fra og med", "start", "starter", "opstart", "pr", "from", "starting", "as of", "start den")

var withCues = patterns("sammen med", "sm", "sm.", "together with", "jointly with", "joint with", "i følgeskab med", "følges med")

var talkCues = patterns("snakkede med", "snakket med", "snak med", "talte med", "talt med", "taler med", "spoke to", "spoke with", "talked to", "talked with", "speaking to", "kontaktperson", "kontaktperson er", "kontaktpersonen er", "contact person", "contact person is", "contact is", "direktør", "med direktør", "indehaver", "med indehaver", "ejer", "med ejer", "hr-chef", "med hr-chef", "værkfører", "med værkfører", "director", "with director", "with the director", "owner", "with the owner", "the owner", "hr manager", "with hr manager", "foreman")

// titleCues are those of the talkCues that only a person's name follows.
var titleCues = patterns("kontaktperson", "kontaktperson er", "kontaktpersonen er", "contact person", "contact is", "direktør", "med direktør", "indehaver", "med indehaver", "ejer", "med ejer", "hr-chef", "med hr-chef", "værkfører", "med værkfører", "director", "with director", "with the director", "owner", "with the owner", "the owner", "hr manager", "with hr manager", "foreman")

var pastVerbs = patterns("besøgte", "besøgt", "mødte", "mødtes", "var", "været", "ringede", "ringet", "talte", "talt", "snakkede", "snakket", "haft", "fik", "mailede", "visited", "met", "called", "phoned", "spoke", "talked", "had", "was", "were", "logged", "tog ud", "har besøgt")

var futureVerbs = patterns("planlæg", "planlægger", "planlagt", "book", "booker", "booket", "skal besøge", "skal ud", "skal ringe", "skal mødes", "tager ud", "kører ud", "besøger", "mødes", "schedule", "scheduled", "going to", "will visit", "will call", "visiting", "will meet", "aftalt besøg", "aftalt møde")

// personCues are those that nothing but a name follows, so that it needs no capitals.
var personCues = patterns("kontaktperson", "kontaktperson er", "kontaktpersonen er", "contact person", "contact person is")

// fillers carry nothing of their own: they are no company name and need no note.
var fillers = wordSet("og i på om at af den det de en et er har vi jeg til fra for med hos ved som vil gerne have lige ny nye også så da der and the a an at in on of to with from for by they we i he she it is are was were has have had would like want wants just also please pls emne topic vedr vedrørende ang angående about re ca kl d den deres hans hendes log logge noter note besøg visit kontakt contact virksomhed virksomheden company hej hi hello m mangler søger skal bruge brug need needs var blev igen eller nu sm stk men dem us os op ud ring mobil tlf will haft talt snakket været fik sammen together")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, t := range tokenize(words) {
		set[t.key] = true
	}
	return set
}
