package storetest

import (
	"samspil/internal/crm"
	"samspil/internal/when"
)

// november is a question about everything in the sample's month.
func (w world) november(viewer crm.Org) crm.FiguresQuery {
	return crm.FiguresQuery{Viewer: viewer, Today: when.MustISO("2026-11-23"), Window: crm.DefaultWindow,
		Periods: []crm.Period{{From: when.MustISO("2026-11-01"), To: when.MustISO("2026-11-30")}}}
}

// byHub logs a contact of Bo's.
func (w world) byHub(k crm.Contact) crm.Contact {
	w.Helper()
	k.Org, k.Person = w.Hub, w.Bo
	logged, err := w.s.LogContact(w.ctx, Entry(w.Bo), k, nil)
	w.ok(err)
	return logged
}

// meetings logs two contacts of Anna's and two of Bo's; the hub's first has a reason, its second was made together.
func (w world) meetings() (first, second crm.Contact) {
	w.log(w.Plain("2026-10-05"))
	visit := w.Plain("2026-11-10")
	visit.Channel, visit.Purposes = crm.Visit, []crm.Purpose{"upskilling"}
	w.log(visit, crm.FollowUp{Due: when.MustISO("2026-11-12"), Text: "ring", OwnerID: w.Anna.ID})
	k := w.Plain("2026-11-11")
	k.OverlapWhy = "agreed"
	first = w.byHub(k)
	k = w.Plain("2026-11-12")
	k.Channel, k.With = crm.Visit, []crm.Participant{{OrgID: w.Jobcentre.ID, Name: w.Jobcentre.NameDA, Public: true}}
	return first, w.byHub(k)
}

var figureCases = map[string]func(w world){
	"Figures": func(w world) {
		w.meetings()
		q := w.november(w.Hub)
		q.Periods = append(q.Periods, q.Periods[0].Before())
		all, err := w.s.Figures(w.ctx, q)
		w.ok(err)
		f := all[0]
		w.same([]crm.Count{f.Contacts, f.Visits, f.Companies, f.FirstTime, f.JointVisits, f.Overlaps, f.Joined},
			[]crm.Count{{N: 3, Own: 2}, {N: 2, Own: 1}, {N: 1, Own: 1}, {}, {N: 1, Own: 1}, {N: 2, Own: 2}, {N: 1, Own: 1}})
		w.same([]int{f.Reasoned, f.Unanswered(), f.MonthOnly, all[1].Contacts.N, all[1].FirstTime.N}, []int{1, 0, 0, 1, 1})
		w.same(f.ByPurpose, []crm.Cell{{Key: "upskilling", Now: crm.Count{N: 1}}})
		w.same(f.ByMunicipality, []crm.Cell{{Key: "360", Now: crm.Count{N: 3, Own: 2}}})
		w.same(f.ByWeek[0], crm.WeekCell{Monday: when.MustISO("2026-11-09"), Org: "EHB-SJ", Count: crm.Count{N: 2, Own: 2}})
		w.same(f.FollowUps, (*crm.FollowUpFigures)(nil))
		// A private partner sees nothing, unless told the month: then that, in whole months only.
		all, err = w.s.Figures(w.ctx, w.november(w.Partner))
		w.ok(err)
		w.same([]int{all[0].Contacts.N, all[0].MonthOnly}, []int{0, 0})
		w.ok(w.s.SaveAgreement(w.ctx, "EHB-SJ", "PP-1", crm.TierMonth))
		q = w.november(w.Partner)
		q.Periods = append(q.Periods, crm.Period{From: when.MustISO("2026-11-11"), To: when.MustISO("2026-11-11")})
		all, err = w.s.Figures(w.ctx, q)
		w.ok(err)
		w.same([]int{all[0].Contacts.N, all[0].MonthOnly, all[1].Contacts.N, all[1].MonthOnly}, []int{0, 2, 0, 0})
		// Promises are counted for the own organisation alone.
		q = w.november(w.Jobcentre)
		q.Scope.Orgs = []crm.Org{w.Jobcentre}
		all, err = w.s.Figures(w.ctx, q)
		w.ok(err)
		w.same(*all[0].FollowUps, crm.FollowUpFigures{Open: 1, Overdue: 1})
		promised, err := w.s.PromisesOfOrg(w.ctx, w.Jobcentre.ID, 10)
		w.ok(err)
		_, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: promised[0].ID, Act: crm.FollowUpClosed}})
		w.ok(err)
		all, err = w.s.Figures(w.ctx, q)
		w.ok(err)
		w.same(*all[0].FollowUps, crm.FollowUpFigures{Closed: 1})
	},
	"MostContacted": func(w world) {
		w.meetings()
		all, err := w.s.MostContacted(w.ctx, w.november(w.Hub), false, 1, 10)
		w.ok(err)
		w.same(all, []crm.CompanyLoad{{Company: crm.Company{ID: w.Crane.ID, CVR: w.Crane.CVR, Name: w.Crane.Name}, Orgs: 2, Contacts: crm.Count{N: 3, Own: 2}}})
		all, err = w.s.MostContacted(w.ctx, w.november(w.Hub), true, 4, 10)
		w.ok(err)
		w.same(len(all), 0)
		all, err = w.s.MostContacted(w.ctx, w.november(w.Partner), false, 1, 10)
		w.ok(err)
		w.same(len(all), 0)
	},
	"Untouched": func(w world) {
		q := w.november(w.Hub)
		q.Scope.Municipalities = []string{"360", "376"}
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{{CVR: "99001941", Name: "Nakskov Skilte", Key: "nakskov skilte", Municipality: "360", Employees: 4, Status: crm.CompanyActive}}, Noon))
		count := func(viewer crm.Org) []int {
			q.Viewer = viewer
			all, untouched, found, err := w.s.Untouched(w.ctx, q, when.MustISO("2025-11-23"), 10)
			w.ok(err)
			if len(found) > 0 {
				w.same(found[0].Name, "Nakskov Skilte") // the crane company is protected, and not listed
			}
			return []int{all, untouched, len(found)}
		}
		w.same(count(w.Hub), []int{2, 2, 1})
		w.meetings()
		w.same(count(w.Hub), []int{2, 1, 1})
		w.same(count(w.Partner), []int{2, 2, 1})
	},
	"OverlapsMade": func(w world) {
		first, second := w.meetings()
		all, err := w.s.OverlapsMade(w.ctx, w.november(w.Hub), 10)
		w.ok(err)
		w.same(ids(all), []int64{second.ID, first.ID})
		w.same(len(all[0].With), 1)
		all, err = w.s.OverlapsMade(w.ctx, w.november(w.Partner), 10)
		w.ok(err)
		w.same(len(all), 0)
	},
	"SaveDenominator": func(w world) {
		q := w.november(w.Hub)
		q.Scope.Municipalities = []string{"360", "376"}
		d := crm.Denominator{Companies: 1000, Year: 2026, Source: "Danmarks Statistik", AsOf: when.MustISO("2026-01-01")}
		w.ok(w.s.SaveDenominator(w.ctx, "360", d))
		all, err := w.s.Figures(w.ctx, q)
		w.ok(err)
		w.same(all[0].Denominator, (*crm.Denominator)(nil)) // one municipality lacks it
		w.ok(w.s.SaveDenominator(w.ctx, "376", d))
		d.Companies = 1200
		w.ok(w.s.SaveDenominator(w.ctx, "376", d))
		all, err = w.s.Figures(w.ctx, q)
		w.ok(err)
		d.Companies, d.Sources = 2200, 1
		w.same(all[0].Denominator, &d)
		w.ok(w.s.SaveDenominator(w.ctx, "376", crm.Denominator{Companies: 1200, Year: 2026, Source: "Register", AsOf: when.MustISO("2025-12-01")}))
		all, err = w.s.Figures(w.ctx, q)
		w.ok(err)
		w.same(all[0].Denominator, &crm.Denominator{Companies: 2200, Year: 2026, Source: "Register", Sources: 2, AsOf: when.MustISO("2025-12-01")}) // of the oldest
		d.Companies = 0
		w.kind(w.s.SaveDenominator(w.ctx, "360", d), crm.Invalid)
	}, "SetCeiling": func(w world) {
		w.ok(w.s.SetCeiling(w.ctx, Entry(w.Anna), "1085", 4))
		w.ok(w.s.SetCeiling(w.ctx, Entry(w.Anna), "1085", 5))
		w.ok(w.s.SetCeiling(w.ctx, crm.Entry{Now: Noon}, "1084", 9)) // at the command line
		for _, wrong := range []int{-1, 1001} {
			w.kind(w.s.SetCeiling(w.ctx, Entry(w.Anna), "1085", wrong), crm.Invalid)
		}
		got, err := w.s.Ceilings(w.ctx)
		w.ok(err)
		w.same(got, crm.Ceilings{"1085": 5, "1084": 9})
	},
	"Ceilings": func(w world) {
		got, err := w.s.Ceilings(w.ctx)
		w.ok(err)
		w.same(got, crm.Ceilings{})
		w.same([]int{got.Of("1085"), crm.Ceilings{"1085": 2}.Of("1085")}, []int{crm.DefaultCeiling, 2})
		w.ok(w.s.SetCeiling(w.ctx, Entry(w.Anna), "1085", 4))
		w.ok(w.s.SetCeiling(w.ctx, Entry(w.Anna), "1085", 0))
		got, err = w.s.Ceilings(w.ctx)
		w.ok(err)
		w.same(got, crm.Ceilings{})
	},
}
