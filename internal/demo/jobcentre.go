package demo

import (
	"time"

	"samspil/internal/crm"
)

// jobCentreRecords is what Anna and Lis of Jobcenter Lolland logged.
func jobCentreRecords(d days) []Record {
	return []Record{
		{By: anna, Contact: crm.Contact{
			Company: of(lollandBeton), Status: crm.Done, Channel: crm.Phone, Date: d.back(47), Minutes: 15,
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeInfoOnly,
			Note: "Ordrebogen er fuld et halvt år frem. De vil helst have folk, der har stået ved en støbeform før, men tager også ufaglærte, hvis der følger oplæring med."}},
		{By: anna, Contact: crm.Contact{
			Company: of(lollandBeton), Status: crm.Cancelled, Channel: crm.Visit, Date: d.back(30), Start: at(9, 0),
			Purposes: purposes("work_placement"), Note: "Aflyst af virksomheden på grund af travlhed med en levering."}},
		{By: anna, Contact: crm.Contact{
			Company: of(soerensenVVS), Status: crm.Done, Channel: crm.Phone, Date: d.back(4), Minutes: 10,
			Purposes: purposes("work_placement"), Outcome: crm.OutcomeAgreement, Trade: "vvs-montør", Headcount: 1, NeedFrom: d.ahead(8),
			ContactName: "Jonas Tvede", ContactTel: "99999902",
			Note: "Vil gerne have en praktikant i fire uger. Han skal kunne køre bil, resten lærer de ham selv."},
			FollowUps: promise(d.ahead(3), "Sende to kandidater til praktikken og aftale startdag med Jonas")},
		{By: anna, Contact: crm.Contact{
			Company: of(soerensenVVS), Status: crm.Done, Channel: crm.Visit, Date: d.back(60), Start: at(13, 0), End: at(14, 0),
			Purposes: purposes("wage_subsidy"), Outcome: crm.OutcomeNotInterested,
			Note: "Har haft to forløb med løntilskud og synes, papirarbejdet tog for lang tid. Åbne over for praktik."}},
		{By: anna, Contact: crm.Contact{
			Company: of(roedbyHavn), Status: crm.Done, Channel: crm.Visit, Date: d.back(33), Start: at(10, 0), End: at(11, 30),
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeFollowUp, Trade: "kranfører", Headcount: 3,
			ContactName: "Helle Brunsø", ContactMail: "hb@example.dk", ContactTel: "99999903",
			Note: "De overtager en ny kaj om et halvt år og mangler tre kranførere. Helle er den, man skal tale med om alt, der handler om folk."},
			FollowUps: promise(d.back(5), "Ringe til Helle om certifikat til havnekran: hvem betaler kurset?")},
		{By: anna, Contact: crm.Contact{
			Company: of(roedbyHavn), Status: crm.Planned, Channel: crm.Visit, Date: d.ahead(4), Start: at(9, 30), End: at(10, 30),
			Purposes: purposes("recruitment", "upskilling"), ContactName: "Helle Brunsø", ContactTel: "99999903",
			Note: "Gennemgå de tre kranførerstillinger og bemandingen på den nye kaj."}},
		{By: anna, Contact: crm.Contact{
			Company: of(nordfalster), Status: crm.Done, Channel: crm.Visit, Date: d.back(11), Start: at(8, 0), End: at(9, 0),
			Purposes: purposes("apprenticeship"), Outcome: crm.OutcomeAgreement, Trade: "tømrer", Headcount: 2, Share: crm.ShareNote,
			Note: "To lærlinge fra næste optag. Mesteren vil gerne møde dem på en byggeplads først, ikke på kontoret. Må gerne deles med erhvervshuset og skolen."},
			FollowUps: promise(d.ahead(6), "Aftale besøg på byggepladsen for to unge fra forløbet Byg og bo")},
		{By: anna, Contact: crm.Contact{
			Company: of(nordfalster), Status: crm.NoShow, Channel: crm.OnlineMeeting, Date: d.back(21), Start: at(14, 0),
			Purposes: purposes("apprenticeship"), Note: "Mødet blev ikke til noget. Han stod på et tag og ringede bagefter for at undskylde."}},
		{By: anna, Contact: crm.Contact{
			Company: of(jensenMaribo), Status: crm.Done, Channel: crm.CompanyCalledUs, Date: d.back(8), Minutes: 10,
			Purposes: purposes("work_placement"), Outcome: crm.OutcomeFollowUp,
			Note: "Spurgte selv til en praktikant, gerne en der overvejer murerfaget."},
			FollowUps: promise(d.back(1), "Finde en kandidat til praktik hos Jensen Byg i Maribo")},
		{By: anna, Contact: crm.Contact{
			Company: of(nakskovSvejs), Status: crm.Done, Channel: crm.Visit, Date: d.back(55), Start: at(11, 0),
			Purposes: purposes("layoffs"), Outcome: crm.OutcomeReferred,
			Note: "Konkursen ramte fem svejsere. Alle fem er tilbudt en samtale i jobcentret inden for en uge."}},
		{By: lis, Contact: crm.Contact{
			Company: of(nakskovSvejs), Status: crm.Done, Channel: crm.Phone, Date: d.back(50), Minutes: 20,
			Purposes: purposes("layoffs"), Outcome: crm.OutcomeInfoOnly, Note: "Talte med kurator om løn i opsigelsesperioden og om, hvem der holder kontakten."}},
		{By: anna, Contact: crm.Contact{
			Company: of(sydhavsgulve), Status: crm.Done, Channel: crm.Visit, Date: d.back(26), Start: at(9, 0), End: at(9, 45),
			Purposes: purposes("flex_job"), Outcome: crm.OutcomeFollowUp, Headcount: 1,
			Note: "Kan bruge en på tolv timer om ugen på lageret efter fusionen."},
			FollowUps: promise(d.ahead(12), "Beskrive fleksjobbet på lageret sammen med værkføreren")},
		{By: anna, Contact: crm.Contact{
			Company: of(lollandEnergi), Status: crm.Done, Channel: crm.Visit, Date: d.back(66), Start: at(13, 0),
			Purposes: purposes("mentor"), Outcome: crm.OutcomeAgreement, Note: "En af montørerne i Nakskov er mentor for den nye kollega de første tre måneder."}},
		{By: lis, Contact: crm.Contact{
			Company: of(lollandEnergi), Status: crm.Planned, Channel: crm.OnlineMeeting, Date: d.nextWeek(time.Tuesday), Start: at(15, 0), End: at(15, 45),
			Purposes: purposes("general_outreach"), Note: "Årligt møde med ledelsen om samarbejdet."}},
		{By: anna, Contact: crm.Contact{
			Company: of(sakskoebing), Status: crm.Done, Channel: crm.Phone, Date: d.back(31), Minutes: 5,
			Purposes: purposes("general_outreach"), Outcome: crm.OutcomeNotInterested, Note: "Har travlt med sæsonen og beder om ro, til den er ovre."}},
		{By: anna, Contact: crm.Contact{
			Company: of(guldborgAuto), Status: crm.Done, Channel: crm.Visit, Date: d.back(88), Start: at(10, 0),
			Purposes: purposes("recruitment"), Outcome: crm.OutcomeFollowUp, Trade: "chauffør", Headcount: 4, Note: "Mangler fire chauffører til nattekørsel."}},
		{By: anna, Contact: crm.Contact{
			Company: of(landkoekken), Status: crm.Done, Channel: crm.Visit, Date: d.back(2), Start: at(14, 0), End: at(15, 0),
			Purposes: purposes("sheltered_job", "work_placement"), Outcome: crm.OutcomeFollowUp, Trade: "kok",
			Note: "Køkkenet kan tage en i skånejob ved opvasken og en i praktik hos kokken."},
			FollowUps: promise(d.ahead(1), "Sende beskrivelse af skånejobbet til ejeren")},
		{By: lis, Contact: crm.Contact{
			Company: of(landkoekken), Status: crm.Done, Channel: crm.Event, Date: d.back(95),
			Purposes: purposes("general_outreach"), Outcome: crm.OutcomeInfoOnly, Note: "Mødte ejeren til erhvervsrådets morgenmad."}},
	}
}
