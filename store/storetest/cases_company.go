package storetest

import (
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var companyCases = map[string]func(w world){
	"SaveCorrection": func(w world) {
		w.kind(w.s.SaveCorrection(w.ctx, crm.Correction{At: Noon}), crm.Invalid) // no words
	},
	"Corrections": func(w world) {
		first := crm.Correction{At: Noon, Words: "køge kr", Wrong: "99000007"}
		second := crm.Correction{At: Noon, Words: "køge kr", Wrong: "99000007", Meant: "99000015"}
		w.ok(w.s.SaveCorrection(w.ctx, first))
		w.ok(w.s.SaveCorrection(w.ctx, second))
		got, err := w.s.Corrections(w.ctx, 5)
		w.ok(err)
		w.same(got, []crm.Correction{second, first})
		got, err = w.s.Corrections(w.ctx, 1)
		w.ok(err)
		w.same(got, []crm.Correction{second})
	},
	"SaveCompanies": func(w world) {
		changed := sampleCompanies()[1]
		changed.Name, changed.Key, changed.Employees = "Sundby Brød og Kage ApS", "sundby brod og kage", 0
		// A site that another company had moves with its number.
		changed.Sites = []crm.Site{{PNumber: "1099000008", Name: "Sundby Brød, Maribo"}}
		added := crm.Company{CVR: "99000023", Name: "Ny ApS", Key: "ny", Status: crm.CompanyActive, Employees: -1}
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{changed, added}, Noon.Add(time.Hour)))
		got, err := w.s.CompanyByID(w.ctx, w.Bakery.ID)
		w.ok(err)
		changed.ID, changed.Sites = w.Bakery.ID, []crm.Site{{ID: w.Crane.Sites[1].ID, CompanyID: w.Bakery.ID, PNumber: "1099000008", Name: "Sundby Brød, Maribo"}}
		w.same(got, changed)
		got, err = w.s.CompanyByCVR(w.ctx, "99000007")
		w.ok(err)
		w.same(got.Sites, w.Crane.Sites[:1])

		// Other names are replaced when they are given, and the main name is none of them.
		added.Also = []crm.CompanyName{{Name: "Før", Key: "for", Kind: crm.FormerName}, {Name: "Ny ApS", Key: "ny", Kind: crm.FormerName}, {Name: "Bi", Key: "bi", Kind: crm.FormerName}, {Name: "Bi", Key: "bi", Kind: crm.SecondaryName}}
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{added}, Noon))
		got, err = w.s.CompanyByCVR(w.ctx, "99000023")
		w.ok(err)
		w.same(got.Also, []crm.CompanyName{{Name: "Bi", Key: "bi", Kind: crm.SecondaryName}, {Name: "Før", Key: "for", Kind: crm.FormerName}})
		added.Also = nil
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{added}, Noon))
		got, err = w.s.CompanyByCVR(w.ctx, "99000023")
		w.ok(err)
		w.same(len(got.Also), 2)
		added.Also = []crm.CompanyName{}
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{added}, Noon))
		got, err = w.s.CompanyByCVR(w.ctx, "99000023")
		w.ok(err)
		w.same(len(got.Also), 0)
		// Of a site that is only a number, what is known stays.
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{{CVR: "99000023", Name: "Ny ApS", Key: "ny", Status: crm.CompanyActive, Employees: -1, Sites: []crm.Site{{PNumber: "1099000008"}}}}, Noon))
		got, err = w.s.CompanyByCVR(w.ctx, "99000023")
		w.ok(err)
		w.same([]any{len(got.Sites), got.Sites[0].Name}, []any{1, "Sundby Brød, Maribo"})

		bad := crm.Company{CVR: "9900002", Name: "Kort", Key: "kort", Status: crm.CompanyActive}
		good := crm.Company{CVR: "99000031", Name: "Halvt", Key: "halvt", Status: crm.CompanyActive}
		w.kind(w.s.SaveCompanies(w.ctx, []crm.Company{good, bad}, Noon), crm.Invalid)
		_, err = w.s.CompanyByCVR(w.ctx, "99000031")
		w.kind(err, crm.NotFound)
	},
	"CompanyByCVR": func(w world) {
		want := sampleCompanies()[0]
		want.ID = w.Crane.ID
		for i := range want.Sites {
			want.Sites[i].ID, want.Sites[i].CompanyID = w.Crane.Sites[i].ID, w.Crane.ID
		}
		w.same(w.Crane, want)
		_, err := w.s.CompanyByCVR(w.ctx, "00000000")
		w.kind(err, crm.NotFound)
	},
	"CompanyByPNumber": func(w world) {
		got, err := w.s.CompanyByPNumber(w.ctx, "1099000008")
		w.ok(err)
		w.same(got, w.Crane)
		_, err = w.s.CompanyByPNumber(w.ctx, "0000000000")
		w.kind(err, crm.NotFound)
	},
	"CompanyByID": func(w world) {
		got, err := w.s.CompanyByID(w.ctx, w.Bakery.ID)
		w.ok(err)
		w.same(got, w.Bakery)
		_, err = w.s.CompanyByID(w.ctx, 1<<40)
		w.kind(err, crm.NotFound)
	},
	"CompaniesByKey": func(w world) {
		twin := crm.Company{CVR: "98000003", Name: "Sundby Brød I/S", Key: "sundby brod", Status: crm.CompanyActive}
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{twin}, Noon))
		got, err := w.s.CompaniesByKey(w.ctx, "sundby brod", 10)
		w.ok(err)
		w.same(cvrs(got), []string{"98000003", "99000015"})
		got, err = w.s.CompaniesByKey(w.ctx, "sundby brod", 1)
		w.ok(err)
		w.same(cvrs(got), []string{"98000003"})
		got, err = w.s.CompaniesByKey(w.ctx, "sundby", 10)
		w.ok(err)
		w.same(len(got), 0)
	},
	"AddCompany": func(w world) {
		mine := crm.Company{CVR: "98000003", Name: "Nyt Firma ApS", Key: "nyt firma", Form: "ApS"}
		got, err := w.s.AddCompany(w.ctx, Entry(w.Anna), mine)
		w.ok(err)
		w.same([]any{got.Name, got.Status, got.Employees, got.AddedBy}, []any{"Nyt Firma ApS", crm.CompanyActive, -1, crm.Org{ID: w.Jobcentre.ID, Public: true}})
		again, err := w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: "98000003", Name: "Andet", Key: "andet"})
		w.ok(err)
		w.same(again, got)
		theirs, err := w.s.AddCompany(w.ctx, Entry(w.Bo), crm.Company{CVR: "98000003", Name: "Andet", Key: "andet"})
		w.ok(err)
		w.same([]any{theirs.Name, theirs.AddedBy}, []any{"Nyt Firma ApS", crm.Org{}})
		known, err := w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: w.Crane.CVR, Name: "Andet", Key: "andet"})
		w.ok(err)
		w.same(known, w.Crane)
		_, err = w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: "98000011", Name: "Til registret", Key: "til registret"})
		w.ok(err)
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{{CVR: "98000011", Name: "Registreret", Key: "registreret", Status: crm.CompanyActive}}, Noon))
		registered, err := w.s.CompanyByCVR(w.ctx, "98000011")
		w.ok(err)
		w.same([]any{registered.Name, registered.AddedBy}, []any{"Registreret", crm.Org{}})
	},
	"CompaniesByKeyPrefix": func(w world) {
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{
			{CVR: "98000003", Name: "Sundå", Key: "sundå", Status: crm.CompanyActive},
			{CVR: "98000011", Name: "Sund", Key: "sund", Status: crm.CompanyActive},
			{CVR: "98000038", Name: "Sune", Key: "sune", Status: crm.CompanyActive},
			{CVR: "98000046", Name: "Sund%", Key: "sund%", Status: crm.CompanyActive},
		}, Noon))
		got, err := w.s.CompaniesByKeyPrefix(w.ctx, "sund", 10)
		w.ok(err)
		w.same(cvrs(got), []string{"98000011", "98000046", "99000015", "98000003"}) // by bytes
		got, err = w.s.CompaniesByKeyPrefix(w.ctx, "sund%", 10)
		w.ok(err)
		w.same(cvrs(got), []string{"98000046"})
		got, err = w.s.CompaniesByKeyPrefix(w.ctx, "", 2)
		w.ok(err)
		w.same(len(got), 2)
	},
	"AddNotice": func(w world) {
		n := crm.Notice{CompanyID: w.Crane.ID, Kind: crm.NoticeNotBefore, From: when.MustISO("2026-11-01"), Until: when.MustISO("2027-02-28"), Org: w.Hub}
		got, err := w.s.AddNotice(w.ctx, n)
		w.ok(err)
		n.ID, n.Org = got.ID, crm.Org{ID: w.Hub.ID, Code: w.Hub.Code, NameDA: "Erhvervshus Sjælland", NameEN: w.Hub.NameEN, Public: true}
		w.same(got, n)
		n.CompanyID = 1 << 40
		_, err = w.s.AddNotice(w.ctx, n)
		w.kind(err, crm.Invalid)
		n.CompanyID, n.Until = w.Crane.ID, when.MustISO("2026-10-31")
		_, err = w.s.AddNotice(w.ctx, n)
		w.kind(err, crm.Invalid)
	},
	"Notices": func(w world) {
		var want []crm.Notice
		for _, n := range []crm.Notice{
			{CompanyID: w.Crane.ID, Kind: crm.NoticeConflict, From: when.MustISO("2026-12-01"), Org: w.Jobcentre},
			{CompanyID: w.Crane.ID, Kind: crm.NoticeOptOut, From: when.MustISO("2026-01-01"), Org: w.Hub},
		} {
			added, err := w.s.AddNotice(w.ctx, n)
			w.ok(err)
			want = append(want, added)
		}
		got, err := w.s.Notices(w.ctx, w.Crane.ID)
		w.ok(err)
		w.same(got, reversed(want))
		got, err = w.s.Notices(w.ctx, w.Bakery.ID)
		w.ok(err)
		w.same(len(got), 0)
	},
}

func cvrs(companies []crm.Company) []string {
	var all []string
	for _, co := range companies {
		all = append(all, co.CVR)
	}
	return all
}
