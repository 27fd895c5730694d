package storetest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

func init() { maps.Copy(cases, registerCases) }

// changes pages through what changed after since, and gives the CVR numbers, those of one page together.
func (w world) changes(since time.Time, limit int) (pages [][]string, upTo time.Time) {
	w.Helper()
	for {
		list, next, err := w.s.CompaniesChangedSince(w.ctx, since, limit)
		w.ok(err)
		if len(list) == 0 {
			w.same(next, since)
			return pages, since
		}
		pages = append(pages, cvrs(list))
		since = next
	}
}

// plainCompanies are n companies with numbers from first on.
func plainCompanies(first, n int) []crm.Company {
	var list []crm.Company
	for i := range n {
		list = append(list, crm.Company{CVR: fmt.Sprint(first + i), Name: fmt.Sprint("Firma ", i), Key: fmt.Sprint("firma ", i), Status: crm.CompanyActive, Employees: -1})
	}
	return list
}

var registerCases = map[string]func(w world){
	"EachCompany": func(w world) {
		twoNames := plainCompanies(97000000, 600)
		twoNames[500].Also = []crm.CompanyName{{Name: "Ærø Værft", Key: "aro varft", Kind: crm.SecondaryName}, {Name: "Firma før", Key: "firma for", Kind: crm.FormerName}}
		w.ok(w.s.SaveCompanies(w.ctx, twoNames, Noon))
		var all []crm.Company
		w.ok(w.s.EachCompany(w.ctx, func(co crm.Company) error {
			all = append(all, co)
			return nil
		}))
		w.same(len(all), 602)
		w.same(slices.IsSortedFunc(all, func(a, b crm.Company) int { return int(a.ID - b.ID) }), true)
		w.same(cvrs(all[:2]), []string{"99000007", "99000015"})
		for _, co := range all {
			if co.CVR == twoNames[500].CVR {
				w.same(co.Also, []crm.CompanyName{twoNames[500].Also[1], twoNames[500].Also[0]})
			} else {
				w.same(co.Also, []crm.CompanyName(nil))
			}
		}
		stop := errors.New("stop")
		if err := w.s.EachCompany(w.ctx, func(crm.Company) error {
			// Nobody waits for the reader, and it does not see what changes meanwhile.
			w.ok(w.s.SaveCompanies(w.ctx, plainCompanies(96000000, 1), Noon))
			return stop
		}); !errors.Is(err, stop) {
			w.Errorf("ended with %v", err)
		}
	},
	"RegisterState": func(w world) {
		state, err := w.s.RegisterState(w.ctx)
		w.ok(err)
		w.same(state, crm.RegisterState{Companies: 2, Changed: Noon})
		w.ok(w.s.SaveCompanies(w.ctx, sampleCompanies(), Noon.Add(time.Hour)))
		unchanged, err := w.s.RegisterState(w.ctx)
		w.ok(err)
		w.same(unchanged, state)
		// A clock that was set back does not take the register back.
		w.ok(w.s.SaveCompanies(w.ctx, plainCompanies(97000000, 3), Noon.Add(-time.Hour)))
		state, err = w.s.RegisterState(w.ctx)
		w.ok(err)
		w.same(state, crm.RegisterState{Companies: 5, Changed: Noon.Add(time.Millisecond)})
	},
	"CompaniesChangedSince": func(w world) {
		pages, upTo := w.changes(time.Time{}, 1)
		w.same(pages, [][]string{{"99000007", "99000015"}}) // one transaction, one page
		w.ok(w.s.SaveCompanies(w.ctx, plainCompanies(97000000, 2), Noon))
		_, err := w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: "98000003", Name: "Nyt Firma", Key: "nyt firma"})
		w.ok(err)
		bakery := sampleCompanies()[1]
		bakery.Also = []crm.CompanyName{{Name: "Bageren", Key: "bageren", Kind: crm.SecondaryName}}
		w.ok(w.s.SaveCompanies(w.ctx, []crm.Company{bakery}, Noon))
		pages, end := w.changes(upTo, 1)
		w.same(pages, [][]string{{"97000000", "97000001"}, {"98000003"}, {"99000015"}})
		pages, _ = w.changes(upTo, 3)
		w.same(pages, [][]string{{"97000000", "97000001", "98000003"}, {"99000015"}})
		// Somebody else's staff wrote it too: now everybody may know of it.
		_, err = w.s.AddCompany(w.ctx, Entry(w.Bo), crm.Company{CVR: "98000003", Name: "Nyt Firma", Key: "nyt firma"})
		w.ok(err)
		_, err = w.s.AddCompany(w.ctx, Entry(w.Bo), crm.Company{CVR: "98000003", Name: "Nyt Firma", Key: "nyt firma"})
		w.ok(err)
		list, last, err := w.s.CompaniesChangedSince(w.ctx, end, 100)
		w.ok(err)
		w.same(cvrs(list), []string{"98000003"})
		state, err := w.s.RegisterState(w.ctx)
		w.ok(err)
		w.same(last, state.Changed)
	},
	"CompaniesByCVRs": func(w world) {
		many := plainCompanies(97000000, 1000)
		many[7].Also = []crm.CompanyName{{Name: "Andet", Key: "andet", Kind: crm.FormerName}}
		w.ok(w.s.SaveCompanies(w.ctx, many, Noon))
		got, err := w.s.CompaniesByCVRs(w.ctx, append(cvrs(many), "99000007", "00000000"))
		w.ok(err)
		w.same(len(got), 1001)
		got, err = w.s.CompaniesByCVRs(w.ctx, []string{many[7].CVR})
		w.ok(err)
		w.same(got[0].Also, many[7].Also)
		got, err = w.s.CompaniesByCVRs(w.ctx, nil)
		w.ok(err)
		w.same(len(got), 0)
	},
	"EachRegistered": func(w world) {
		_, err := w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: "98000003", Name: "Nyt Firma", Key: "nyt firma"})
		w.ok(err)
		var got []string
		w.ok(w.s.EachRegistered(w.ctx, func(cvr string) error {
			got = append(got, cvr)
			return nil
		}))
		w.same(got, []string{"99000007"}) // the bakery has ended
	},
	"BeginImport": func(w world) {
		file := crm.RegisterImport{Source: "csv", File: "r.csv", Sum: "abc", Size: 12, Holder: "a", Partial: true}
		first, err := w.s.BeginImport(w.ctx, file, Noon)
		w.ok(err)
		want := file
		want.ID, want.Started = first.ID, Noon
		w.same(first, want)
		_, err = w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Size: 12, Holder: "b"}, Noon.Add(9*time.Second))
		w.kind(err, crm.Conflict)
		first, err = w.s.ImportCompanies(w.ctx, first, plainCompanies(97000000, 2), 2, Noon)
		w.ok(err)

		// The program was killed; the next one goes on where it was.
		file.Holder = "b"
		second, err := w.s.BeginImport(w.ctx, file, Noon.Add(11*time.Second))
		w.ok(err)
		first.Holder = "b"
		w.same(second, first)
		other := file
		other.Sum = "other"
		third, err := w.s.BeginImport(w.ctx, other, Noon.Add(time.Minute))
		w.ok(err)
		w.same([]any{third.ID != second.ID, third.Position, third.Counts}, []any{true, int64(0), crm.ImportCounts{}})
		// Another file came between: what it wrote is not what the first had.
		again, err := w.s.BeginImport(w.ctx, file, Noon.Add(time.Minute))
		w.ok(err)
		w.same([]any{again.ID != second.ID, again.Position}, []any{true, int64(0)})
	},
	"KeepImport": func(w world) {
		im, err := w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Holder: "a"}, Noon)
		w.ok(err)
		w.ok(w.s.KeepImport(w.ctx, im, Noon.Add(9*time.Second)))
		_, err = w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Holder: "b"}, Noon.Add(18*time.Second))
		w.kind(err, crm.Conflict)
		_, err = w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Holder: "b"}, Noon.Add(20*time.Second))
		w.ok(err)
		w.kind(w.s.KeepImport(w.ctx, im, Noon.Add(20*time.Second)), crm.Conflict)
	},
	"ImportCompanies": importCompanies,
	"EndCompanies": func(w world) {
		_, err := w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: "98000003", Name: "Nyt Firma", Key: "nyt firma"})
		w.ok(err)
		im, err := w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Holder: "a", Replace: true}, Noon)
		w.ok(err)
		im, err = w.s.EndCompanies(w.ctx, im, []string{"99000007", "99000015", "98000003", "12345678"}, Noon)
		w.ok(err)
		w.same(im.Counts, crm.ImportCounts{Ended: 1})
		got, err := w.s.CompanyByCVR(w.ctx, "99000007")
		w.ok(err)
		want := w.Crane
		want.Status = crm.CompanyEnded
		w.same(got, want)
		im.Holder = "b"
		_, err = w.s.EndCompanies(w.ctx, im, nil, Noon)
		w.kind(err, crm.Conflict)
	},
	"LeaveImport": func(w world) {
		im, err := w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Size: 5, File: "r.csv", Holder: "a"}, Noon)
		w.ok(err)
		im, err = w.s.ImportCompanies(w.ctx, im, plainCompanies(97000000, 2), 2, Noon)
		w.ok(err)
		w.ok(w.s.LeaveImport(w.ctx, im, false, Noon))
		im.Holder = "b"
		going, err := w.s.BeginImport(w.ctx, im, Noon)
		w.ok(err)
		w.same(going, im)
		w.ok(w.s.LeaveImport(w.ctx, going, true, Noon.Add(time.Minute)))
		state, err := w.s.RegisterState(w.ctx)
		w.ok(err)
		im.Finished, im.Holder = Noon.Add(time.Minute), ""
		w.same(state.Import, im)
		w.kind(w.s.LeaveImport(w.ctx, going, true, Noon), crm.Conflict)
	},
}

// importCompanies: unchanged rows stay as they are, a partial source leaves what it does not know, and a person's company
// becomes the register's.
func importCompanies(w world) {
	im, err := w.s.BeginImport(w.ctx, crm.RegisterImport{Source: "csv", Sum: "abc", Holder: "a", Partial: true}, Noon)
	w.ok(err)
	_, err = w.s.AddCompany(w.ctx, Entry(w.Anna), crm.Company{CVR: "98000003", Name: "Skrevet", Key: "skrevet"})
	w.ok(err)
	crane, bakery := sampleCompanies()[0], sampleCompanies()[1]
	crane.Sites, crane.Place = nil, "Lolland"
	bakery.EndedOn, bakery.SuccessorCVR, bakery.Name, bakery.Key = when.Date{}, "", "Sundby Kage ApS", "sundby kage"
	written := crm.Company{CVR: "98000003", Name: "Skrevet", Key: "skrevet", Status: crm.CompanyActive, Employees: -1}
	batch := append(plainCompanies(97000000, 1000), crane, bakery, written, written)
	im, err = w.s.ImportCompanies(w.ctx, im, batch, 1004, Noon.Add(time.Hour))
	w.ok(err)
	w.same([]any{im.Counts, im.Position}, []any{crm.ImportCounts{Added: 1000, Changed: 2, Unchanged: 1}, int64(1004)})

	got, err := w.s.CompanyByCVR(w.ctx, w.Bakery.CVR)
	w.ok(err)
	want := w.Bakery
	want.Name, want.Key = "Sundby Kage ApS", "sundby kage"
	want.Also = []crm.CompanyName{{Name: "Sundby Brød ApS", Key: "sundby brod", Kind: crm.FormerName}}
	w.same(got, want)
	registered, err := w.s.CompanyByCVR(w.ctx, "98000003")
	w.ok(err)
	w.same(registered.AddedBy, crm.Org{})

	before, err := w.s.RegisterState(w.ctx)
	w.ok(err)
	im, err = w.s.ImportCompanies(w.ctx, im, batch, 2008, Noon.Add(2*time.Hour))
	w.ok(err)
	w.same(im.Counts, crm.ImportCounts{Added: 1000, Changed: 2, Unchanged: 1004})
	after, err := w.s.RegisterState(w.ctx)
	w.ok(err)
	w.same(after, before)

	im.Holder = "b"
	_, err = w.s.ImportCompanies(w.ctx, im, plainCompanies(96000000, 1), 2009, Noon)
	w.kind(err, crm.Conflict)
	_, err = w.s.CompanyByCVR(w.ctx, "96000000")
	w.kind(err, crm.NotFound)
}
