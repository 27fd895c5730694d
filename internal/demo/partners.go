package demo

import (
	"time"

	"samspil/internal/crm"
)

// schoolRecords is what Karin of the demo's own school logged.
func schoolRecords(d days) []Record {
	return []Record{
		{By: karin, Contact: crm.Contact{
			Company: of(lollandBeton), Status: crm.Planned, Channel: crm.Visit, Date: d.nextWeek(time.Thursday), Start: at(10, 0), End: at(11, 0),
			Purposes: purposes("upskilling"), OverlapWhy: "agreed", Note: "Vise kursusplanen for betonstøbning frem og tælle pladser."}},
		{By: karin, Contact: crm.Contact{
			Company: of(soerensenVVS), Status: crm.Done, Channel: crm.Email, Date: d.back(100),
			Purposes: purposes("upskilling"), Outcome: crm.OutcomeInfoOnly, Note: "Sendte oversigten over sæsonens VVS-kurser."}},
		{By: karin, Contact: crm.Contact{
			Company: of(groenLogistik), Status: crm.Done, Channel: crm.Visit, Date: d.back(41), Start: at(8, 30), End: at(9, 30),
			Purposes: purposes("upskilling"), Outcome: crm.OutcomeAgreement, Trade: "chauffør", Headcount: 8, Note: "Otte chauffører tager efteruddannelsen næste måned, fordelt på to hold."}},
		{By: karin, Contact: crm.Contact{
			Company: of(vestfynsEl), Status: crm.Done, Channel: crm.Webinar, Date: d.back(52), Minutes: 60,
			Purposes: purposes("upskilling"), Outcome: crm.OutcomeInfoOnly, Note: "To montører var med på webinaret om ladestandere."}},
		{By: karin, Contact: crm.Contact{
			Company: of(hjoerringHoevleri), Status: crm.Done, Channel: crm.Phone, Date: d.back(64), Minutes: 10,
			Purposes: purposes("upskilling"), Outcome: crm.OutcomeFollowUp, Note: "Vil høre om truckkurser, der kan holdes på savværket."}},
		{By: karin, Contact: crm.Contact{
			Company: of(hjoerringHoevleri), Status: crm.Planned, Channel: crm.Visit, Date: d.nextWeek(time.Monday), Start: at(13, 0), End: at(14, 0),
			Purposes: purposes("upskilling")}},
		{By: karin, Contact: crm.Contact{
			Company: of(aarhusAabygAS), Status: crm.Done, Channel: crm.Phone, Date: d.back(28), Minutes: 20,
			Purposes: purposes("upskilling"), Outcome: crm.OutcomeNotInterested, Note: "Bruger deres egen kursusafdeling."}},
		{By: karin, Contact: crm.Contact{
			Company: of(jensenHolbaek), Status: crm.Done, Channel: crm.Visit, Date: d.back(19), Start: at(15, 0), End: at(16, 0),
			Purposes: purposes("adult_apprentice"), Outcome: crm.OutcomeFollowUp, Trade: "murer", Headcount: 1, Note: "En af de ufaglærte vil gerne være voksenlærling som murer. Mester siger ja, hvis skoleperioderne ligger om vinteren."},
			FollowUps: promise(d.ahead(9), "Sende skoleperioderne for murere til mester")},
		{By: karin, Contact: crm.Contact{
			Company: of(soroeStruktoer), Status: crm.Done, Channel: crm.Visit, Date: d.back(7), Start: at(9, 0), End: at(10, 30), Minutes: 90,
			Purposes: purposes("upskilling", "recruitment"), Outcome: crm.OutcomeAgreement, Trade: "struktør", Headcount: 5,
			Note: "Fælles besøg med erhvervshuset. Fem nye struktører starter på grundkurset, når ordren er i hus."},
			With: []string{hub}, FollowUps: promise(d.ahead(14), "Reservere fem pladser på grundkurset")},
		{By: karin, Contact: crm.Contact{
			Company: of(naestvedStillads), Status: crm.Cancelled, Channel: crm.Visit, Date: d.back(5), Start: at(12, 0),
			Purposes: purposes("upskilling"), Note: "Flyttes, til ordrerne er leveret."}},
		{By: karin, Contact: crm.Contact{
			Company: of(kalundborgRoer), Status: crm.Done, Channel: crm.Visit, Date: d.back(36), Start: at(10, 0),
			Purposes: purposes("upskilling"), Outcome: crm.OutcomeFollowUp, Trade: "svejser", Headcount: 10, Note: "Ti svejsere skal have fornyet certifikat. De vil helst have eksaminator ud på værkstedet."},
			FollowUps: promise(d.back(8), "Finde en eksaminator, der kan komme til Kalundborg")},
	}
}

// councilRecords is what Mette of the employment council's secretariat logged.
func councilRecords(d days) []Record {
	return []Record{
		{By: mette, Contact: crm.Contact{
			Company: of(metrobyg), Status: crm.Done, Channel: crm.OnlineMeeting, Date: d.back(22), Start: at(13, 0), End: at(14, 30), Minutes: 90,
			Purposes: purposes("procurement_infra", "recruitment"), Outcome: crm.OutcomeFollowUp, Trade: "betonarbejder", Headcount: 40,
			Note: "Konsortiet regner med 40 jord- og betonarbejdere på næste etape og vil gerne have lokal arbejdskraft. Erhvervshuset var med."},
			With: []string{hub}, FollowUps: promise(d.ahead(7), "Bede jobcentrene om tal for ledige med erfaring fra anlæg")},
		{By: mette, Contact: crm.Contact{
			Company: of(metrobyg), Status: crm.Planned, Channel: crm.OnlineMeeting, Date: d.ahead(9), Start: at(10, 0), End: at(11, 0),
			Purposes: purposes("procurement_infra"), Note: "Bemandingsplan for næste etape. Skolen viser, hvad der kan nås af kurser."},
			With: []string{hub, school}},
		{By: mette, Contact: crm.Contact{
			Company: of(aabenraaAnlaeg), Status: crm.Done, Channel: crm.Letter, Date: d.back(45),
			Purposes: purposes("procurement_infra"), Outcome: crm.OutcomeInfoOnly, Note: "Brev til hovedentreprenørerne om sociale klausuler og lærlinge."}},
		{By: mette, Contact: crm.Contact{
			Company: of(soroeStruktoer), Status: crm.Planned, Channel: crm.OnlineMeeting, Date: d.ahead(3), Start: at(14, 0), End: at(14, 45),
			Purposes: purposes("procurement_infra")}},
	}
}

// fundRecords is what Per of 3F's unemployment fund logged: a private partner, whose contacts the authorities do
// not see unless the two have agreed on it.
func fundRecords(d days) []Record {
	return []Record{
		{By: per, Contact: crm.Contact{
			Company: of(koegeKranservice), Status: crm.Done, Channel: crm.Phone, Date: d.back(12), Minutes: 15,
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeFollowUp, Trade: "kranfører", Headcount: 2, Note: "Mangler to kranførere fra den første. Sender tre navne i denne uge."},
			FollowUps: promise(d.ahead(2), "Høre, om de tre kranførere har været til samtale")},
		{By: per, Contact: crm.Contact{
			Company: of(vestfynsEl), Status: crm.Done, Channel: crm.Phone, Date: d.back(18), Minutes: 10,
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeNotReached}},
		{By: per, Contact: crm.Contact{
			Company: of(aabenraaAnlaeg), Status: crm.Done, Channel: crm.Email, Date: d.back(9),
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeInfoOnly, Share: crm.ShareNote, Note: "Sendte en liste over ledige, der kan starte med kort varsel."}},
		{By: per, Contact: crm.Contact{
			Company: of(guldborgAuto), Status: crm.Done, Channel: crm.Visit, Date: d.back(24), Start: at(13, 0),
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeFollowUp, Trade: "chauffør", Headcount: 4, Note: "To af de fire pladser er besat."}},
		{By: per, Contact: crm.Contact{
			Company: of(kalundborgRoer), Status: crm.Done, Channel: crm.Event, Date: d.back(61),
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeInfoOnly, Note: "Stod ved siden af hinanden på uddannelsesmessen."}},
	}
}
