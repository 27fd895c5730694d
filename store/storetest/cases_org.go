package storetest

import (
	"samspil/internal/crm"
	"samspil/internal/text"
)

var orgCases = map[string]func(w world){
	"SaveOrgs": func(w world) {
		changed := sampleOrgs()[0]
		changed.NameDA, changed.Aliases = "Jobcenter Lolland-Guldborgsund", []string{"JC"}
		w.ok(w.s.SaveOrgs(w.ctx, []crm.Org{changed}))
		got, err := w.s.OrgByCode(w.ctx, "JC-360")
		w.ok(err)
		changed.ID = w.Jobcentre.ID
		w.same(got, changed)
		all, err := w.s.Orgs(w.ctx)
		w.ok(err)
		w.same(len(all), len(sampleOrgs()))

		unknown := sampleOrgs()[1]
		unknown.NameDA, unknown.Successors = "Halvt gemt", []string{"NOBODY"}
		w.kind(w.s.SaveOrgs(w.ctx, []crm.Org{unknown}), crm.Invalid)
		got, err = w.s.OrgByCode(w.ctx, "VHS")
		w.ok(err)
		w.same(got.NameDA, "Væksthus Sjælland")
	},
	"Orgs": func(w world) {
		got, err := w.s.Orgs(w.ctx)
		w.ok(err)
		byCode := sampleOrgs()
		want := []crm.Org{byCode[2], byCode[0], byCode[3], byCode[1]}
		for i := range got {
			want[i].ID = got[i].ID
		}
		w.same(got, want)
	},
	"OrgByCode": func(w world) {
		got, err := w.s.OrgByCode(w.ctx, "VHS")
		w.ok(err)
		want := sampleOrgs()[1]
		want.ID = got.ID
		w.same(got, want)
		_, err = w.s.OrgByCode(w.ctx, "NOBODY")
		w.kind(err, crm.NotFound)
	},
	"AddPerson": func(w world) {
		p := crm.Person{Team: "T0DEMO", User: "UADD", Name: "Ada", Org: w.Hub, Role: crm.Caseworker, Active: true}
		added, err := w.s.AddPerson(w.ctx, p)
		w.ok(err)
		got, err := w.s.Person(w.ctx, "T0DEMO", "UADD")
		w.ok(err)
		w.same(got, added)
		w.same([]any{got.Name, got.Org.ID, got.Active}, []any{"Ada", w.Hub.ID, true})
		anna := w.Anna
		anna.Name, anna.Org = "Another", w.Hub
		got, err = w.s.AddPerson(w.ctx, anna) // who is there stays as they are
		w.ok(err)
		w.same(got, w.Anna)
	},
	"AssignPerson": assignsPeople,
	"Administrators": func(w world) {
		got, err := w.s.Administrators(w.ctx, "T0DEMO")
		w.ok(err)
		w.same(len(got), 0)
		anna, carla := w.Anna, w.Carla // Carla's access is closed
		anna.Role, carla.Role = crm.Administrator, crm.Administrator
		for _, p := range []*crm.Person{&anna, &carla} {
			*p, err = w.s.SavePerson(w.ctx, *p)
			w.ok(err)
		}
		got, err = w.s.Administrators(w.ctx, "T0DEMO")
		w.ok(err)
		w.same(got, []crm.Person{anna})
		got, err = w.s.Administrators(w.ctx, "TOTHER")
		w.ok(err)
		w.same(len(got), 0)
	},
	"SavePerson": func(w world) {
		p := w.Anna
		p.Name, p.Title, p.Role, p.Lang, p.Active = "Anna Holm Berg", "", crm.Manager, "", false
		p.Org = crm.Org{Code: "EHB-SJ"}
		got, err := w.s.SavePerson(w.ctx, p)
		w.ok(err)
		p.Lang = text.Danish // chosen before, and not unchosen
		p.Org = w.Hub
		w.same(got, p)
		_, err = w.s.SavePerson(w.ctx, crm.Person{Team: "T0DEMO", User: "U09", Name: "X", Org: crm.Org{Code: "NOBODY"}, Role: crm.Manager})
		w.kind(err, crm.NotFound)
		_, err = w.s.SavePerson(w.ctx, crm.Person{Team: "T0DEMO", User: "U09", Name: "X", Org: crm.Org{ID: 1 << 40}, Role: crm.Manager})
		w.kind(err, crm.NotFound)
		_, err = w.s.SavePerson(w.ctx, crm.Person{Team: "T0DEMO", User: "U09", Name: "X", Org: w.Hub, Role: "king"})
		w.kind(err, crm.Invalid)
	},
	"Person": func(w world) {
		got, err := w.s.Person(w.ctx, "T0DEMO", "U02")
		w.ok(err)
		w.same(got, w.Bo)
		w.same(got.Org.NameEN, "Business Hub Zealand")
		_, err = w.s.Person(w.ctx, "T0OTHER", "U02")
		w.kind(err, crm.NotFound)
	},
	"People": func(w world) {
		got, err := w.s.People(w.ctx)
		w.ok(err)
		w.same(got, []crm.Person{w.Anna, w.Bo, w.Carla})
	},
	"SetLang": func(w world) {
		w.ok(w.s.SetLang(w.ctx, w.Bo.ID, text.English))
		got, err := w.s.Person(w.ctx, "T0DEMO", "U02")
		w.ok(err)
		w.same(got.Lang, text.English)
		w.kind(w.s.SetLang(w.ctx, 1<<40, text.English), crm.NotFound)
		w.kind(w.s.SetLang(w.ctx, w.Bo.ID, "de"), crm.Invalid)
	},
	"SaveAgreement": func(w world) {
		w.ok(w.s.SaveAgreement(w.ctx, "JC-360", "PP-1", crm.TierNothing))
		w.ok(w.s.SaveAgreement(w.ctx, "JC-360", "PP-1", crm.TierFact))
		got, err := w.s.Agreements(w.ctx)
		w.ok(err)
		w.same(got, crm.Agreements{{w.Jobcentre.ID, w.Partner.ID}: crm.TierFact})
		w.kind(w.s.SaveAgreement(w.ctx, "JC-360", "NOBODY", crm.TierFact), crm.NotFound)
		w.kind(w.s.SaveAgreement(w.ctx, "JC-360", "JC-360", crm.TierFact), crm.Invalid)
		w.kind(w.s.SaveAgreement(w.ctx, "JC-360", "PP-1", 4), crm.Invalid)
	},
	"Agreements": func(w world) {
		got, err := w.s.Agreements(w.ctx)
		w.ok(err)
		w.same(got, crm.Agreements{})
	},
}

func assignsPeople(w world) {
	admin := w.Anna
	admin.Role = crm.Administrator
	admin, err := w.s.SavePerson(w.ctx, admin)
	w.ok(err)
	e := Entry(admin)
	added, err := w.s.AssignPerson(w.ctx, e, crm.Person{Team: "T0DEMO", User: "UADA", Name: "Ada", Title: "leder", Role: crm.Manager, Active: true, Org: w.Hub})
	w.ok(err)
	w.same([]any{added.Name, added.Title, added.Role, added.Org.ID, added.Active}, []any{"Ada", "leder", crm.Manager, w.Jobcentre.ID, true})
	changed, err := w.s.AssignPerson(w.ctx, e, crm.Person{Team: "T0DEMO", User: "UADA", Name: "Another", Role: crm.Caseworker})
	w.ok(err)
	w.same([]any{changed.Name, changed.Title, changed.Role, changed.Active}, []any{"Ada", "leder", crm.Caseworker, false})
	_, err = w.s.AssignPerson(w.ctx, e, crm.Person{Team: "T0DEMO", User: w.Bo.User, Role: crm.Manager, Active: true})
	w.kind(err, crm.Forbidden)
	_, _, err = w.s.AskAccess(w.ctx, "T0DEMO", "UASKS", "Aske", Noon)
	w.ok(err)
	_, err = w.s.AssignPerson(w.ctx, e, crm.Person{Team: "T0DEMO", User: "UASKS", Name: "Aske", Role: crm.Manager, Active: true})
	w.ok(err)
	open, err := w.s.AccessRequests(w.ctx, "T0DEMO")
	w.ok(err)
	w.same(len(open), 0)
	for _, last := range []crm.Person{{Team: "T0DEMO", User: admin.User, Role: crm.Manager, Active: true}, {Team: "T0DEMO", User: admin.User, Role: crm.Administrator}} {
		_, err = w.s.AssignPerson(w.ctx, e, last)
		w.kind(err, crm.Conflict)
	}
	got, err := w.s.Person(w.ctx, "T0DEMO", admin.User)
	w.ok(err)
	w.same(got, admin)
	_, err = w.s.AssignPerson(w.ctx, e, crm.Person{Team: "T0DEMO", User: "UADA", Name: "Ada", Role: "king"})
	w.kind(err, crm.Invalid)
}
