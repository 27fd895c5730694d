package demo

import "samspil/internal/crm"

// hubRecords is what Bo of Erhvervshus Sjælland logged.
func hubRecords(d days) []Record {
	return []Record{
		{By: bo, Contact: crm.Contact{
			Company: of(lollandBeton), Status: crm.Done, Channel: crm.Visit, Date: d.back(6), Start: at(9, 30), End: at(11, 0), Minutes: 90,
			Purposes: purposes("recruitment", "upskilling"), Outcome: crm.OutcomeFollowUp,
			Trade: "struktør", Headcount: 12, NeedFrom: d.ahead(40), ContactName: "Mette Holm", ContactMail: "mh@example.dk", ContactTel: "99999901",
			Note: "De har fået en ordre til tunnelbyggeriet og skal bruge 12 struktører om godt en måned. Seks af dem kan læres op på stedet, hvis der er et AMU-kursus i betonstøbning inden da. Mette Holm vil gerne have ét samlet udspil fra os, jobcentret og skolen, ikke tre besøg."},
			FollowUps: promise(d.ahead(10), "Samle jobcentret og skolen om ét udspil til Mette Holm: kursus, kandidater og datoer")},
		{By: bo, Contact: crm.Contact{
			Company: of(aeroeMaskin), Status: crm.Done, Channel: crm.OnlineMeeting, Date: d.back(150), Start: at(10, 0),
			Purposes: purposes("export"), Outcome: crm.OutcomeInfoOnly, Note: "Overvejer det tyske marked, men først når den nye fræser er betalt."}},
		{By: bo, Contact: crm.Contact{
			Company: of(roedbyHavn), Status: crm.Done, Channel: crm.OnlineMeeting, Date: d.back(75), Start: at(13, 0), End: at(14, 0),
			Purposes: purposes("procurement_infra"), Outcome: crm.OutcomeInfoOnly, Note: "Gennemgik udbudsplanen for anlægsarbejderne sammen med rådets sekretariat."},
			With: []string{council}},
		{By: bo, Contact: crm.Contact{
			Company: of(groenLogistik), Status: crm.Done, Channel: crm.Event, Date: d.back(15),
			Purposes: purposes("green_digital"), Outcome: crm.OutcomeFollowUp, Note: "Talte med driftschefen på jobmessen. De regner på el-lastbiler og mangler tal for ladestrøm."},
			FollowUps: promise(d.back(3), "Sende regnearket om el-lastbiler til driftschefen")},
		{By: bo, Contact: crm.Contact{
			Company: of(groenLogistik), Status: crm.Planned, Channel: crm.Visit, Date: d.ahead(2), Start: at(10, 0), End: at(11, 30),
			Purposes: purposes("green_digital", "financing")}},
		{By: bo, Contact: crm.Contact{
			Company: of(nordfalster), Status: crm.Done, Channel: crm.Phone, Date: d.back(38), Minutes: 25,
			Purposes: purposes("growth_plan"), Outcome: crm.OutcomeReferred, Note: "Vækstkortlægning aftalt. Selve rådgivningen tager en privat revisor sig af."}},
		{By: bo, Contact: crm.Contact{
			Company: of(aarhusAabygApS), Status: crm.Done, Channel: crm.OnlineMeeting, Date: d.back(70), Start: at(9, 0),
			Purposes: purposes("export"), Outcome: crm.OutcomeReferred, Note: "Hører til i Midtjylland. Sendt videre til erhvervshuset der."}},
		{By: bo, Contact: crm.Contact{
			Company: of(koegeKran), Status: crm.Done, Channel: crm.Visit, Date: d.back(17), Start: at(12, 30), End: at(13, 30),
			Purposes: purposes("financing"), Outcome: crm.OutcomeFollowUp, Note: "Vil købe en kran mere og har brug for lån. Banken vil se et budget for to år."},
			FollowUps: promise(d.ahead(0), "Ringe og høre, om banken har svaret")},
		{By: bo, Contact: crm.Contact{
			Company: of(koegeKorn), Status: crm.Done, Channel: crm.Visit, Date: d.back(35), Start: at(9, 0), End: at(10, 30),
			Purposes: purposes("generational_change"), Share: crm.ShareMonth, Note: "Ejeren vil sælge inden for to år. Personalet ved det ikke endnu, så kun måneden må ses af andre."}},
		{By: bo, Contact: crm.Contact{
			Company: of(vordingborg), Status: crm.Done, Channel: crm.Phone, Date: d.back(29), Minutes: 40,
			Purposes: purposes("early_warning"), Share: crm.ShareNothing, Outcome: crm.OutcomeReferred, Note: "Likviditeten er stram efter to tabsgivende ordrer. Henvist til Early Warning."}},
		{By: bo, Contact: crm.Contact{
			Company: of(jensenHolbaek), Status: crm.Planned, Channel: crm.Visit, Date: d.ahead(12), Start: at(13, 0),
			Purposes: purposes("growth_plan")}},
		{By: bo, Contact: crm.Contact{
			Company: of(femoeBaade), Status: crm.Done, Channel: crm.Visit, Date: d.back(58), Start: at(11, 0),
			Purposes: purposes("startup"), Outcome: crm.OutcomeInfoOnly, Note: "Er lige kommet i gang med at lægge både op for sommerhusejere. Vil høre mere om moms og forsikring."}},
		{By: bo, Contact: crm.Contact{
			Company: of(lollandEnergi), Status: crm.Done, Channel: crm.Visit, Date: d.back(13), Start: at(10, 0), End: at(12, 0), Minutes: 120,
			Purposes: purposes("green_digital", "upskilling"), Outcome: crm.OutcomeAgreement, Trade: "elektriker", Headcount: 6,
			Note: "Fælles besøg med jobcentret. Seks elektrikere skal på kursus i varmepumper, og jobcentret finder afløsere imens."},
			With: []string{jobCentre}, FollowUps: promise(d.ahead(5), "Sende kursusdatoer til driftslederen i Maribo")},
		{By: bo, Contact: crm.Contact{
			Company: of(soroeStruktoer), Status: crm.Done, Channel: crm.Phone, Date: d.back(43), Minutes: 15,
			Purposes: purposes("procurement_infra"), Outcome: crm.OutcomeInfoOnly, Note: "Byder på to underentrepriser ved motorvejen. Afgørelsen falder om en måned."}},
		{By: bo, Contact: crm.Contact{
			Company: of(naestvedStillads), Status: crm.Done, Channel: crm.Phone, Date: d.back(16), Minutes: 15,
			Purposes: purposes("growth_plan"), Outcome: crm.OutcomeNotReached}},
		{By: bo, Contact: crm.Contact{
			Company: of(kalundborgRoer), Status: crm.Planned, Channel: crm.OnlineMeeting, Date: d.ahead(15), Start: at(9, 0), End: at(10, 0),
			Purposes: purposes("export", "financing")}},
	}
}
