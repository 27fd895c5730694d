package storetest

import (
	"context"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
)

// Noon is the moment at which the sample rows were written.
var Noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

// Sample is a small world for tests: two public bodies and a private partner, a person in each, two companies.
type Sample struct {
	Jobcentre, Hub, Partner crm.Org
	Anna, Bo, Carla         crm.Person // of those, in that order
	Crane, Bakery           crm.Company
}

// Fill stores the sample and gives it with its ids.
func Fill(t testing.TB, s *store.Store) Sample {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.SaveOrgs(ctx, sampleOrgs()))
	must(s.SaveCompanies(ctx, sampleCompanies(), Noon))
	var w Sample
	var err error
	w.Jobcentre, err = s.OrgByCode(ctx, "JC-360")
	must(err)
	w.Hub, err = s.OrgByCode(ctx, "EHB-SJ")
	must(err)
	w.Partner, err = s.OrgByCode(ctx, "PP-1")
	must(err)
	for _, p := range []struct {
		into *crm.Person
		crm.Person
	}{
		{&w.Anna, crm.Person{Team: "T0DEMO", User: "U01", Name: "Anna Holm", Title: "virksomhedskonsulent", Org: w.Jobcentre, Role: crm.Caseworker, Lang: text.Danish, Active: true}},
		{&w.Bo, crm.Person{Team: "T0DEMO", User: "U02", Name: "Bo Lund", Title: "forretningsudvikler", Org: w.Hub, Role: crm.Secretariat, Active: true}},
		{&w.Carla, crm.Person{Team: "T0DEMO", User: "U03", Name: "Carla Friis", Org: w.Partner, Role: crm.Manager, Active: false}},
	} {
		*p.into, err = s.SavePerson(ctx, p.Person)
		must(err)
	}
	w.Crane, err = s.CompanyByCVR(ctx, "99000007")
	must(err)
	w.Bakery, err = s.CompanyByCVR(ctx, "99000015")
	must(err)
	return w
}

func sampleOrgs() []crm.Org {
	return []crm.Org{
		{Code: "JC-360", NameDA: "Jobcenter Lolland", NameEN: "Job Centre Lolland", Type: "job_centre", Region: "1085", ValidFrom: when.MustISO("2007-01-01"), Aliases: []string{"jobcentret", "JC Lolland"}, Public: true},
		{Code: "VHS", NameDA: "Væksthus Sjælland", NameEN: "", Type: "business_hub", Region: "1085", ValidTo: when.MustISO("2018-12-31"), Successors: []string{"EHB-SJ"}, Public: true},
		{Code: "EHB-SJ", NameDA: "Erhvervshus Sjælland", NameEN: "Business Hub Zealand", Type: "business_hub", Region: "1085", ValidFrom: when.MustISO("2019-01-01"), Public: true},
		{Code: "PP-1", NameDA: "Femern Byg", Type: "private"},
	}
}

func sampleCompanies() []crm.Company {
	return []crm.Company{
		{CVR: "99000007", Name: "Lolland Kran & Transport A/S", Key: "lolland kran og transport", Form: "A/S", Municipality: "360", Place: "Rødby", Industry: "432100", Employees: 42, Status: crm.CompanyActive, AdProtected: true,
			Sites: []crm.Site{{PNumber: "1099000007", Name: "Lolland Kran, Rødby", Place: "Rødby", Municipality: "360"}, {PNumber: "1099000008", Name: "Lolland Kran, Maribo", Place: "Maribo", Municipality: "360"}}},
		{CVR: "99000015", Name: "Sundby Brød ApS", Key: "sundby brod", Employees: -1, Status: crm.CompanyEnded, EndedOn: when.MustISO("2025-06-30"), SuccessorCVR: "99000007"},
	}
}

// Contact is a contact with every field set, of Anna's with the crane company.
func (w Sample) Contact() crm.Contact {
	return crm.Contact{
		Company: w.Crane, SiteID: w.Crane.Sites[0].ID, Org: w.Jobcentre, Person: w.Anna, Status: crm.Done, Channel: crm.Visit,
		Date: when.MustISO("2026-11-20"), Start: 9*60 + 30, End: 11 * 60, Minutes: 90,
		Purposes: []crm.Purpose{"upskilling", "recruitment"}, Outcome: crm.OutcomeAgreement, Note: "Mette vil have 3 pladser på kursus i foråret.",
		Share: crm.ShareDefault, With: []crm.Participant{{OrgID: w.Hub.ID, Name: "Erhvervshus Sjælland", Public: true}, {Name: "3F Lolland"}},
		ContactName: "Mette Krog", ContactMail: "mette@example.com", ContactTel: "00000000", Trade: "struktør", Headcount: 3,
		NeedFrom: when.MustISO("2027-03-01"), OverlapWhy: "other_purpose", Source: "command",
	}
}

// Plain is a contact with little said, of that day.
func (w Sample) Plain(day string) crm.Contact {
	return crm.Contact{Company: w.Crane, Org: w.Jobcentre, Person: w.Anna, Status: crm.Done, Channel: crm.Phone,
		Date: when.MustISO(day), Start: crm.NoClock, End: crm.NoClock, Source: "form"}
}

// Entry is a change by that person at Noon.
func Entry(p crm.Person) crm.Entry {
	return crm.Entry{RequestID: "req-1", Now: Noon, Person: p}
}
