package crm

import (
	"slices"

	"samspil/internal/text"
	"samspil/internal/when"
)

// Channel is how the organisation and the company met.
type Channel string

// The channels (2009 order § 3: visit, telephone, written, the company contacts us; and what came later).
const (
	Visit           Channel = "visit"
	Phone           Channel = "phone"
	Email           Channel = "email"
	OnlineMeeting   Channel = "online_meeting"
	Webinar         Channel = "webinar"
	Event           Channel = "event"
	Letter          Channel = "letter"
	CompanyCalledUs Channel = "company_called_us"
)

// Roles are what people may do for their organisation, the least first.
var Roles = []Term{
	{Code: string(Caseworker), name: text.New("sagsbehandler", "caseworker")},
	{Code: string(Secretariat), name: text.New("sekretariat", "secretariat")},
	{Code: string(Manager), name: text.New("leder", "manager")},
	{Code: string(Administrator), name: text.New("administrator", "administrator")},
}

// Name is the role in that language; its code where it is none of Roles.
func (r Role) Name(lang text.Lang) string { return name(Roles, string(r), lang) }

// Purpose is the code of why the company was contacted.
type Purpose string

// Outcome is the code of what came of the contact.
type Outcome string

// The outcomes.
const (
	OutcomeAgreement     Outcome = "agreement"
	OutcomeFollowUp      Outcome = "follow_up"
	OutcomeReferred      Outcome = "referred_to"
	OutcomeNotInterested Outcome = "not_interested"
	OutcomeNotReached    Outcome = "not_reached"
	OutcomeInfoOnly      Outcome = "info_only"
)

// Term is a code with its names and the days on which it may be used.
type Term struct {
	Code string
	name text.Text
	From when.Date // zero: since ever
	To   when.Date // last day; zero: still in use
}

// Channels lists the channels in the order people choose them.
var Channels = []Term{
	{Code: string(Visit), name: text.New("besøg", "visit")},
	{Code: string(Phone), name: text.New("telefon", "phone")},
	{Code: string(Email), name: text.New("e-mail", "e-mail")},
	{Code: string(OnlineMeeting), name: text.New("onlinemøde", "online meeting")},
	{Code: string(Webinar), name: text.New("webinar", "webinar")},
	{Code: string(Event), name: text.New("arrangement", "event")},
	{Code: string(Letter), name: text.New("brev", "letter")},
	{Code: string(CompanyCalledUs), name: text.New("virksomheden henvendte sig", "the company contacted us")},
}

// jobRotationEnd: L 66 of 6.11.2025 abolished job rotation with effect from 1 February 2026 as far as the bill
// tells; older contacts keep the purpose.
var jobRotationEnd = when.Date{Year: 2026, Month: 1, Day: 31}

// Purposes lists every purpose, in the order people choose them.
var Purposes = []Term{
	{Code: "recruitment", name: text.New("rekruttering", "recruitment")},
	{Code: "upskilling", name: text.New("opkvalificering", "upskilling")},
	{Code: "work_placement", name: text.New("virksomhedspraktik", "work placement")},
	{Code: "wage_subsidy", name: text.New("løntilskud", "wage subsidy")},
	{Code: "flex_job", name: text.New("fleksjob", "flex job")},
	{Code: "sheltered_job", name: text.New("skånejob", "sheltered job")},
	{Code: "adult_apprentice", name: text.New("voksenlærling", "adult apprentice")},
	{Code: "apprenticeship", name: text.New("lærlinge- og praktikpladser", "apprenticeships")},
	{Code: "job_rotation", name: text.New("jobrotation", "job rotation"), To: jobRotationEnd},
	{Code: "retention", name: text.New("fastholdelse og sygefravær", "retention and sick leave")},
	{Code: "mentor", name: text.New("mentor", "mentor")},
	{Code: "personal_assistance", name: text.New("personlig assistance", "personal assistance")},
	{Code: "layoffs", name: text.New("varsling og afskedigelser", "layoffs")},
	{Code: "growth_plan", name: text.New("vækstplan", "growth plan")},
	{Code: "startup", name: text.New("opstart af virksomhed", "start-up")},
	{Code: "export", name: text.New("eksport", "export")},
	{Code: "green_digital", name: text.New("grøn og digital omstilling", "green and digital transition")},
	{Code: "financing", name: text.New("finansiering", "financing")},
	{Code: "generational_change", name: text.New("ejerskifte", "change of ownership")},
	{Code: "early_warning", name: text.New("virksomhed i krise", "company in crisis")},
	{Code: "procurement_infra", name: text.New("anlægsprojekt", "construction project")},
	{Code: "general_outreach", name: text.New("opsøgende kontakt", "general outreach")},
	{Code: "follow_up", name: text.New("opfølgning", "follow-up")},
	{Code: "other", name: text.New("andet", "other")},
}

// Outcomes lists the outcomes.
var Outcomes = []Term{
	{Code: string(OutcomeAgreement), name: text.New("aftale indgået", "agreement made")},
	{Code: string(OutcomeFollowUp), name: text.New("følges op", "to be followed up")},
	{Code: string(OutcomeReferred), name: text.New("henvist videre", "referred on")},
	{Code: string(OutcomeNotInterested), name: text.New("ikke interesseret", "not interested")},
	{Code: string(OutcomeNotReached), name: text.New("traf ingen", "not reached")},
	{Code: string(OutcomeInfoOnly), name: text.New("kun orientering", "information only")},
}

// Statuses lists the statuses a contact can have.
var Statuses = []Term{
	{Code: string(Planned), name: text.New("planlagt", "planned")},
	{Code: string(Done), name: text.New("gennemført", "completed")},
	{Code: string(Cancelled), name: text.New("aflyst", "cancelled")},
	{Code: string(NoShow), name: text.New("ikke mødt op", "no-show")},
}

// Name is the term's name in that language.
func (t Term) Name(lang text.Lang) string { return t.name.In(lang) }

// ValidOn reports whether the term may be used for something that happened on that day.
func (t Term) ValidOn(d when.Date) bool {
	return (t.From.IsZero() || !d.Before(t.From)) && (t.To.IsZero() || !d.After(t.To))
}

// Find gives the term with that code.
func Find(list []Term, code string) (Term, bool) {
	i := slices.IndexFunc(list, func(t Term) bool { return t.Code == code })
	if i < 0 {
		return Term{}, false
	}
	return list[i], true
}

func name(list []Term, code string, lang text.Lang) string {
	if t, ok := Find(list, code); ok {
		return t.Name(lang)
	}
	return code
}

// Name is the channel's name.
func (c Channel) Name(lang text.Lang) string { return name(Channels, string(c), lang) }

// Name is the purpose's name.
func (p Purpose) Name(lang text.Lang) string { return name(Purposes, string(p), lang) }

// ValidOn reports whether the purpose existed and was in use on that day.
func (p Purpose) ValidOn(d when.Date) bool {
	t, ok := Find(Purposes, string(p))
	return ok && t.ValidOn(d)
}

// Name is the outcome's name.
func (o Outcome) Name(lang text.Lang) string { return name(Outcomes, string(o), lang) }

// Name is the status's name.
func (s Status) Name(lang text.Lang) string { return name(Statuses, string(s), lang) }

// Trades lists the trades that companies ask for: the list of the Togfonden labour report 2015, with those that
// construction projects add. The code is the Danish singular, as in job orders.
var Trades = []Term{
	{Code: "struktør", name: text.New("struktør", "structural concrete worker")},
	{Code: "tømrer", name: text.New("tømrer", "carpenter")},
	{Code: "snedker", name: text.New("snedker", "joiner")},
	{Code: "murer", name: text.New("murer", "bricklayer")},
	{Code: "vvs-montør", name: text.New("vvs-montør", "plumber")},
	{Code: "maler", name: text.New("maler", "painter")},
	{Code: "elektriker", name: text.New("elektriker", "electrician")},
	{Code: "chauffør", name: text.New("chauffør", "driver")},
	{Code: "smed", name: text.New("smed", "smith")},
	{Code: "svejser", name: text.New("svejser", "welder")},
	{Code: "kranfører", name: text.New("kranfører", "crane operator")},
	{Code: "betonarbejder", name: text.New("jord- og betonarbejder", "groundworker")},
	{Code: "anlægsgartner", name: text.New("anlægsgartner", "landscape gardener")},
	{Code: "stilladsmontør", name: text.New("stilladsmontør", "scaffolder")},
	{Code: "industritekniker", name: text.New("industritekniker", "industrial technician")},
	{Code: "tekniker", name: text.New("tekniker", "technician")},
	{Code: "ingeniør", name: text.New("ingeniør", "engineer")},
	{Code: "lagermedarbejder", name: text.New("lagermedarbejder", "warehouse worker")},
	{Code: "kok", name: text.New("kok", "chef")},
	{Code: "social- og sundhedshjælper", name: text.New("social- og sundhedshjælper", "health care assistant")},
	{Code: "ufaglært", name: text.New("ufaglært", "unskilled worker")},
}

// OverlapReasons are the one-tap reasons for going ahead although another organisation was just there.
var OverlapReasons = []Term{
	{Code: "other_purpose", name: text.New("Et andet formål", "A different purpose")},
	{Code: "agreed", name: text.New("Aftalt med dem", "Agreed with them")},
	{Code: "company_asked", name: text.New("Virksomheden bad om det", "The company asked for it")},
}
