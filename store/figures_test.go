package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// crowd is a random world, kept in plain slices: what the figures should be is counted here by loops.
type crowd struct {
	orgs     []crm.Org
	agreed   crm.Agreements
	contacts []crm.Contact
	place    map[int64]string // municipality by company
}

var shares = []crm.Share{crm.ShareDefault, crm.ShareDefault, crm.ShareDefault, crm.ShareNothing, crm.ShareMonth, crm.ShareFact, crm.ShareNote}

// newCrowd stores count random contacts of eight organisations, three of them private, over two years.
func newCrowd(t *testing.T, s *store.Store, url string, count int) *crowd {
	t.Helper()
	rnd := rand.New(rand.NewPCG(7, 11))
	sample := storetest.Fill(t, s)
	var list []crm.Org
	for i := range 8 {
		list = append(list, crm.Org{Code: fmt.Sprintf("R-%d", i), NameDA: fmt.Sprintf("Aktør %d", i), NameEN: fmt.Sprintf("Body %d", i), Type: "x", Public: i < 5})
	}
	if err := s.SaveOrgs(ctx, list); err != nil {
		t.Fatal(err)
	}
	for _, a := range []struct {
		owner, viewer string
		tier          crm.Tier
	}{{"R-5", "R-0", 1}, {"R-6", "R-0", 2}, {"R-1", "R-0", 1}, {"R-2", "R-0", 0}, {"R-0", "R-7", 1}, {"R-1", "R-7", 3}} {
		if err := s.SaveAgreement(ctx, a.owner, a.viewer, a.tier); err != nil {
			t.Fatal(err)
		}
	}
	w := &crowd{place: map[int64]string{}}
	for _, o := range list {
		o, err := s.OrgByCode(ctx, o.Code)
		if err != nil {
			t.Fatal(err)
		}
		w.orgs = append(w.orgs, o)
	}
	var err error
	if w.agreed, err = s.Agreements(ctx); err != nil {
		t.Fatal(err)
	}
	db := storetest.Raw(t, url)
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	run := func(statement string, args ...any) {
		if _, err := tx.Exec(store.Rebind(statement), args...); err != nil {
			t.Fatal(statement, err)
		}
	}
	for n := range int64(600) {
		id, place := 5000+n, []string{"360", "376", "101", "751"}[rnd.IntN(4)]
		w.place[id] = place
		run(`INSERT INTO company (id, cvr, name, name_key, form, municipality, place, industry, employees, status, successor_cvr, ad_protected, updated_at)
			VALUES (?, ?, 'Firma', 'firma', '', ?, '', '', ?, 'active', '', ?, 0)`, id, fmt.Sprintf("%08d", 20_000_000+n), place, n%5, n%7/6)
	}
	first := when.MustISO("2025-07-01")
	for id := int64(100); id < int64(100+count); id++ {
		c := crm.Contact{ID: id, Company: crm.Company{ID: 5000 + int64(rnd.IntN(600))}, Org: w.orgs[rnd.IntN(8)], Person: sample.Anna, Date: first.AddDays(rnd.IntN(730)),
			Status: []crm.Status{crm.Done, crm.Done, crm.Done, crm.Planned, crm.Cancelled}[rnd.IntN(5)], Channel: []crm.Channel{crm.Visit, crm.Phone}[rnd.IntN(2)],
			Share: shares[rnd.IntN(len(shares))], NoteHeld: rnd.IntN(9) == 0, OverlapWhy: []string{"", "agreed"}[rnd.IntN(2)]}
		c.Purposes = []crm.Purpose{"upskilling", "recruitment", "export"}[:rnd.IntN(4)]
		deleted := any(nil)
		if rnd.IntN(12) == 0 {
			deleted, c.DeletedAt = 1, storetest.Noon
		}
		held := 0
		if c.NoteHeld {
			held = 1
		}
		run(`INSERT INTO contact (id, company_id, company_name, org_id, org_name_da, org_name_en, person_id, status, channel, date, start_clock, end_clock,
				minutes, purposes, outcome, note, note_held, share, contact_name, contact_mail, contact_tel, trade, headcount, overlap_why, source, created_at, updated_at, deleted_at, version)
			VALUES (?, ?, 'Firma', ?, 'A', 'A', ?, ?, ?, ?, -1, -1, 0, '', '', '', ?, ?, '', '', '', '', 0, ?, 'form', 0, 0, ?, 1)`,
			id, c.Company.ID, c.Org.ID, c.Person.ID, string(c.Status), string(c.Channel), c.Date.String(), held, string(c.Share), c.OverlapWhy, deleted)
		for i, p := range c.Purposes {
			run(`INSERT INTO contact_purpose (contact_id, position, purpose) VALUES (?, ?, ?)`, id, i, string(p))
		}
		for i := range []int{0, 0, 0, 1, 2}[rnd.IntN(5)] {
			p := crm.Participant{Name: "3F"}
			org := any(nil)
			if o := w.orgs[rnd.IntN(8)]; rnd.IntN(4) > 0 && o.ID != c.Org.ID {
				p, org = crm.Participant{OrgID: o.ID, Name: o.NameDA, Public: o.Public}, o.ID
			}
			c.With = append(c.With, p)
			run(`INSERT INTO contact_participant (contact_id, position, org_id, name) VALUES (?, ?, ?, ?)`, id, i, org, p.Name)
		}
		w.contacts = append(w.contacts, c)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return w
}

// tier is what the viewer may see of a contact that is not deleted.
func (w *crowd) tier(c crm.Contact, q crm.FiguresQuery) crm.Tier {
	if d, ok := crm.Disclose(c, q.Viewer, w.agreed); ok && c.DeletedAt.IsZero() {
		return d.Tier
	}
	return crm.TierNothing
}

// within reports whether the contact is one of the scope.
func (w *crowd) within(c crm.Contact, s crm.Scope) bool {
	return (len(s.Orgs) == 0 || slices.ContainsFunc(s.Orgs, func(o crm.Org) bool { return o.ID == c.Org.ID })) &&
		(len(s.Municipalities) == 0 || slices.Contains(s.Municipalities, w.place[c.Company.ID])) &&
		(s.Purpose == "" || slices.Contains(c.Purposes, s.Purpose))
}

// figures counts by loops what Figures counts in the database.
func (w *crowd) figures(q crm.FiguresQuery, p crm.Period) crm.Figures {
	var out crm.Figures
	var shown []crm.Contact
	byCompany := map[int64][]crm.Contact{}
	for _, c := range w.contacts {
		tier := w.tier(c, q)
		if tier >= crm.TierFact && c.Status == crm.Done {
			shown = append(shown, c)
			byCompany[c.Company.ID] = append(byCompany[c.Company.ID], c)
		}
		whole := p.Months() > 0 && len(q.Scope.Orgs) == 0 && q.Scope.Purpose == ""
		if tier == crm.TierMonth && whole && w.within(c, q.Scope) && !c.Date.Before(p.From) && !c.Date.After(p.To) && !c.Date.After(when.MustISO("2026-11-30")) {
			out.MonthOnly++
		}
	}
	count := func(n *crm.Count, c crm.Contact) {
		n.N++
		if c.Org.ID == q.Viewer.ID {
			n.Own++
		}
	}
	companies := map[int64]bool{} // → contacted by the viewer's own
	byOrg, byPlace, byPurpose := map[string]crm.Count{}, map[string]crm.Count{}, map[string]crm.Count{}
	add := func(m map[string]crm.Count, key string, c crm.Contact) {
		n := m[key]
		count(&n, c)
		m[key] = n
	}
	for _, c := range shown {
		if !w.within(c, q.Scope) || c.Date.Before(p.From) || c.Date.After(p.To) {
			continue
		}
		count(&out.Contacts, c)
		add(byOrg, c.Org.Code, c)
		add(byPlace, w.place[c.Company.ID], c)
		for _, purpose := range c.Purposes {
			add(byPurpose, string(purpose), c)
		}
		d, _ := crm.Disclose(c, q.Viewer, w.agreed)
		if c.Channel == crm.Visit {
			count(&out.Visits, c)
			named := func(name string) bool { return c.Org.ID == q.Viewer.ID || name != "3F" } // of others' visits, organisations only
			if slices.ContainsFunc(d.With, named) {
				count(&out.JointVisits, c)
			}
		}
		companies[c.Company.ID] = companies[c.Company.ID] || c.Org.ID == q.Viewer.ID
		met, joined := false, false
		for _, x := range byCompany[c.Company.ID] {
			days := c.Date.Sub(x.Date)
			if x.Org.ID == c.Org.ID || days < 0 || days > q.Window || days == 0 && x.ID >= c.ID || x.TakesPart(c.Org.ID) {
				continue
			}
			met = true
			joined = joined || c.TakesPart(x.Org.ID) && slices.Contains(d.With, x.Org.NameDA)
		}
		if met {
			count(&out.Overlaps, c)
		}
		if joined {
			count(&out.Joined, c)
		} else if met && c.Org.ID == q.Viewer.ID && c.OverlapWhy != "" {
			out.Reasoned++
		}
	}
	for id, own := range companies {
		n := 0
		if own {
			n = 1
		}
		out.Companies = out.Companies.Add(crm.Count{N: 1, Own: n})
		earlier := slices.ContainsFunc(byCompany[id], func(c crm.Contact) bool { return w.within(c, q.Scope) && c.Date.Before(p.From) })
		if !earlier {
			out.FirstTime = out.FirstTime.Add(crm.Count{N: 1, Own: n})
		}
	}
	out.ByOrg, out.ByMunicipality, out.ByPurpose = cells(byOrg), cells(byPlace), cells(byPurpose)
	return out
}

func cells(m map[string]crm.Count) []crm.Cell {
	var all []crm.Cell
	for key, n := range m {
		all = append(all, crm.Cell{Key: key, Now: n})
	}
	crm.SortCells(all)
	return all
}

// Ten thousand random contacts, counted twice: in the database, and here by loops over crm.Disclose.
func TestFiguresAgainstLoops(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		w := newCrowd(t, s, url, 10_000)
		month := crm.Period{From: when.MustISO("2026-10-01"), To: when.MustISO("2026-10-31")}
		weeks := crm.Period{From: when.MustISO("2026-09-28"), To: when.MustISO("2026-11-29")}
		year := crm.Period{From: when.MustISO("2026-01-01"), To: when.MustISO("2026-12-31")}
		public, private, reader := w.orgs[0], w.orgs[5], w.orgs[7]
		for name, q := range map[string]crm.FiguresQuery{
			"own":            {Scope: crm.Scope{Orgs: []crm.Org{public}}, Viewer: public, Periods: []crm.Period{month, weeks}},
			"everything":     {Viewer: public, Periods: []crm.Period{month, month.Before(), year}},
			"municipalities": {Scope: crm.Scope{Municipalities: []string{"360", "376"}}, Viewer: public, Periods: []crm.Period{year, weeks}},
			"purpose":        {Scope: crm.Scope{Municipalities: []string{"101"}, Purpose: "upskilling"}, Viewer: public, Periods: []crm.Period{year}},
			"other body":     {Scope: crm.Scope{Orgs: []crm.Org{w.orgs[1], w.orgs[3]}}, Viewer: public, Periods: []crm.Period{year}},
			"private viewer": {Viewer: private, Periods: []crm.Period{month, year}},
			"agreed viewer":  {Viewer: reader, Periods: []crm.Period{month, year}},
		} {
			q.Window, q.Today = crm.DefaultWindow, when.MustISO("2026-11-23")
			got, err := s.Figures(ctx, q)
			if err != nil {
				t.Fatal(name, err)
			}
			for i, p := range q.Periods {
				sum := 0
				for _, week := range got[i].ByWeek {
					sum += week.N
				}
				if sum != got[i].Contacts.N {
					t.Errorf("%s %v: the weeks hold %d of %d contacts", name, p, sum, got[i].Contacts.N)
				}
				for j := range got[i].ByOrg {
					got[i].ByOrg[j].Name = crm.Org{}
				}
				got[i].ByWeek, got[i].FollowUps, got[i].Proposals = nil, nil, nil
				if diff := cmp.Diff(w.figures(q, p), got[i]); diff != "" {
					t.Errorf("%s %v (-loops +database):\n%s", name, p, diff)
				}
			}
		}
	})
}
