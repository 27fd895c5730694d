package storetest

import (
	"errors"
	"fmt"
	"maps"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

func init() { maps.Copy(cases, importCases) }

// imported is a contact of Anna's as a file has it.
func (w world) imported(key, day string) crm.ImportedContact {
	return crm.ImportedContact{Key: key, Contact: crm.Contact{Company: w.Crane, Org: w.Jobcentre, Person: w.Anna, Status: crm.Done, Channel: crm.Phone,
		Date: when.MustISO(day), Start: crm.NoClock, End: crm.NoClock, Purposes: []crm.Purpose{"upskilling", "recruitment"}, Share: crm.ShareDefault,
		With: []crm.Participant{{OrgID: w.Hub.ID, Name: "Erhvervshus Sjælland", Public: true}, {Name: "Mette"}}, Note: "note " + key, Source: "import"}}
}

// begun is an import of a file.
func (w world) begun(sum string) crm.ContactImport {
	w.Helper()
	im, err := w.s.BeginContactImport(w.ctx, crm.ContactImport{Org: w.Jobcentre, File: "crm.csv", Sum: sum}, Noon)
	w.ok(err)
	return im
}

// byTerminal is an entry of nobody's.
func byTerminal(now time.Time) crm.Entry { return crm.Entry{RequestID: "terminal", Now: now} }

// read brings contacts in and gives how many were new.
func (w world) read(im crm.ContactImport, list ...crm.ImportedContact) int {
	w.Helper()
	added, err := w.s.ImportContacts(w.ctx, byTerminal(Noon), im, list)
	w.ok(err)
	return len(added)
}

// exported gives what an export of the job centre holds, and the most follow-ups it tells of.
func (w world) exported(from, to when.Date) (all []crm.WholeContact, most int) {
	w.Helper()
	w.ok(w.s.ExportContacts(w.ctx, w.Jobcentre.ID, from, to, func(n int) error { most = n; return nil },
		func(k crm.WholeContact) error { all = append(all, k); return nil }))
	return all, most
}

var importCases = map[string]func(w world){
	"ImportContacts": func(w world) {
		im := w.begun("a")
		first, second := w.imported("1", "2026-11-01"), w.imported("2", "2026-11-02")
		first.FollowUps = []crm.FollowUp{{Due: when.MustISO("2026-12-01"), Text: "ring", State: crm.FollowUpOpen, OwnerID: w.Anna.ID},
			{Due: when.MustISO("2026-11-10"), DueText: "uge 46", Text: "brev", State: crm.FollowUpDone, OwnerID: w.Bo.ID}}
		added, err := w.s.ImportContacts(w.ctx, byTerminal(Noon), im, []crm.ImportedContact{first, second})
		w.ok(err)
		w.same(added, map[string]bool{"1": true, "2": true})
		w.same(w.read(im, second, w.imported("3", "2026-11-03")), 1) // the second is there already

		all, _ := w.exported(when.Date{}, when.Date{})
		w.same(len(all), 3)
		want := first.Contact
		want.ID, want.Version, want.CreatedAt, want.UpdatedAt = all[0].ID, 1, Noon, Noon
		got, err := w.s.Contact(w.ctx, all[0].ID)
		w.ok(err)
		want.Company, want.Org, want.Person = got.Company, got.Org, got.Person // ids and names only
		w.same(got, want)
		w.same([]any{got.Company.ID, got.Org.ID, got.Person.ID}, []any{w.Crane.ID, w.Jobcentre.ID, w.Anna.ID})
		history, err := w.s.History(w.ctx, got.ID)
		w.ok(err)
		w.same([]any{len(history), history[0].What, history[0].Person}, []any{1, "created", "Anna Holm"})
		// It is a contact as any other from now on.
		got.Note = "edited"
		_, err = w.s.UpdateContact(w.ctx, Entry(w.Anna), got, nil)
		w.ok(err)

		bad := w.imported("4", "2026-11-04")
		bad.Company.ID = 999999
		_, err = w.s.ImportContacts(w.ctx, byTerminal(Noon), im, []crm.ImportedContact{w.imported("5", "2026-11-05"), bad})
		w.kind(err, crm.Invalid)
		there, err := w.s.ImportedKeys(w.ctx, w.Jobcentre.ID, []string{"5"})
		w.ok(err)
		w.same(len(there), 0) // all or none
		imports, err := w.s.ContactImports(w.ctx)
		w.ok(err)
		w.same(imports[0].Added, 3)
	},
	"BeginContactImport": func(w world) {
		first := w.begun("a")
		w.same(first, crm.ContactImport{ID: first.ID, Org: crm.Org{ID: w.Jobcentre.ID, Code: "JC-360"}, File: "crm.csv", Sum: "a", Started: Noon})
		w.read(first, w.imported("1", "2026-11-01"))
		again := w.begun("a") // it was killed
		w.same([]any{again.ID, again.Added}, []any{first.ID, 1})
		w.same(w.begun("b").ID != first.ID, true)
		w.ok(w.s.FinishContactImport(w.ctx, byTerminal(Noon), again))
		w.same(w.begun("a").ID != first.ID, true)
	},
	"FinishContactImport": func(w world) {
		im := w.begun("a")
		im.Rows = 7
		w.ok(w.s.FinishContactImport(w.ctx, byTerminal(Noon.Add(time.Minute)), im))
		imports, err := w.s.ContactImports(w.ctx)
		w.ok(err)
		im.Finished = Noon.Add(time.Minute)
		w.same(imports, []crm.ContactImport{im})
	},
	"ContactImports": func(w world) {
		a, b := w.begun("a"), w.begun("b")
		imports, err := w.s.ContactImports(w.ctx)
		w.ok(err)
		w.same([]int64{imports[0].ID, imports[1].ID}, []int64{b.ID, a.ID})
	},
	"ImportedKeys": func(w world) {
		im := w.begun("a")
		w.read(im, w.imported("1", "2026-11-01"))
		asked := []string{"0", "1"}
		for i := range 600 {
			asked = append(asked, fmt.Sprint("x", i))
		}
		there, err := w.s.ImportedKeys(w.ctx, w.Jobcentre.ID, asked)
		w.ok(err)
		w.same(there, map[string]bool{"1": true})
		there, err = w.s.ImportedKeys(w.ctx, w.Hub.ID, asked) // another organisation's row is another row
		w.ok(err)
		w.same(len(there), 0)
	},
	"ContactsOfCompanies": func(w world) {
		im := w.begun("a")
		w.read(im, w.imported("1", "2026-11-01"), w.imported("2", "2026-11-09"))
		logged := w.log(crm.Contact{Company: w.Bakery, Status: crm.Done, Channel: crm.Visit, Date: when.MustISO("2026-11-05"), Start: crm.NoClock, End: crm.NoClock})
		companies := []int64{w.Crane.ID, w.Bakery.ID}
		found, err := w.s.ContactsOfCompanies(w.ctx, companies, when.MustISO("2026-11-01"), when.MustISO("2026-11-05"), 0)
		w.ok(err)
		w.same(len(found), 2)
		found, err = w.s.ContactsOfCompanies(w.ctx, companies, when.MustISO("2026-11-01"), when.MustISO("2026-11-30"), im.ID)
		w.ok(err)
		w.same(ids(found), []int64{logged.ID})
	},
	"ContactsOfImport": func(w world) {
		im := w.begun("a")
		w.read(im, w.imported("1", "2026-11-01"), w.imported("2", "2026-11-02"), w.imported("3", "2026-11-03"))
		found, err := w.s.ContactsOfImport(w.ctx, im.ID, 2)
		w.ok(err)
		w.same([]any{len(found), found[0].Note, len(found[0].With)}, []any{2, "note 1", 2})
	},
	"UndoContactImport": undoContactImport,
	"ExportContacts":    exportContacts,
}

// undoContactImport: what somebody has worked on since stays, and the file can be read in again.
func undoContactImport(w world) {
	im := w.begun("a")
	promise := w.imported("3", "2026-11-03")
	promise.FollowUps = []crm.FollowUp{{Due: when.MustISO("2026-12-01"), Text: "ring", State: crm.FollowUpOpen, OwnerID: w.Anna.ID}}
	kept := w.imported("4", "2026-11-04")
	kept.FollowUps = promise.FollowUps
	w.read(im, w.imported("1", "2026-11-01"), w.imported("2", "2026-11-02"), promise, kept)
	all, _ := w.exported(when.Date{}, when.Date{})
	_, err := w.s.UpdateContact(w.ctx, Entry(w.Anna), all[1].Contact, nil)
	w.ok(err)
	_, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: all[3].FollowUps[0].ID, Act: crm.FollowUpClosed}})
	w.ok(err)

	later := byTerminal(Noon.Add(time.Hour))
	for _, want := range []int{1, 1, 0} {
		removed, err := w.s.UndoContactImport(w.ctx, later, im.ID, 1)
		w.ok(err)
		w.same(removed, want)
	}
	left, err := w.s.ContactsOfImport(w.ctx, im.ID, 10)
	w.ok(err)
	w.same(ids(left), []int64{all[1].ID, all[3].ID})
	gone, err := w.s.Contact(w.ctx, all[2].ID)
	w.ok(err)
	w.same([]any{gone.DeletedAt, gone.Version}, []any{later.Now, 2})
	history, err := w.s.History(w.ctx, gone.ID)
	w.ok(err)
	w.same([]any{history[1].What, history[1].Before.Note}, []any{"deleted", "note 3"})
	promises, err := w.s.FollowUpsOfContact(w.ctx, gone.ID)
	w.ok(err)
	w.same(promises[0].State, crm.FollowUpDropped)
	imports, err := w.s.ContactImports(w.ctx)
	w.ok(err)
	w.same([]any{imports[0].Undone, imports[0].Removed}, []any{later.Now, 2})
	_, err = w.s.UndoContactImport(w.ctx, later, 999, 1)
	w.kind(err, crm.NotFound)

	// Whoever was still reading the file stops; the next import is another one.
	_, err = w.s.ImportContacts(w.ctx, later, im, []crm.ImportedContact{w.imported("5", "2026-11-05")})
	w.kind(err, crm.Conflict)
	again := w.begun("a")
	w.same(again.ID != im.ID, true)
	w.same(w.read(again, w.imported("1", "2026-11-01"), w.imported("2", "2026-11-02")), 1)
	_, err = w.s.RestoreContact(w.ctx, Entry(w.Anna), all[0].ID)
	w.kind(err, crm.Conflict) // it is there already
	restored, err := w.s.RestoreContact(w.ctx, Entry(w.Anna), gone.ID)
	w.ok(err)
	w.same(restored.DeletedAt.IsZero(), true)
}

// exportContacts: own ones, in order, over several pages, as of one moment.
func exportContacts(w world) {
	im := w.begun("a")
	var list []crm.ImportedContact
	for i := range 1203 {
		k := w.imported(fmt.Sprint(i), when.MustISO("2024-01-01").AddDays(i%365).String())
		if i == 700 {
			k.SiteID = w.Crane.Sites[0].ID
			k.FollowUps = []crm.FollowUp{{Due: when.MustISO("2026-12-01"), Text: "a", State: crm.FollowUpOpen, OwnerID: w.Bo.ID}, {Due: when.MustISO("2026-11-01"), Text: "b", State: crm.FollowUpDone, OwnerID: w.Anna.ID}}
		}
		list = append(list, k)
	}
	w.same(w.read(im, list...), len(list))
	_, err := w.s.LogContact(w.ctx, Entry(w.Bo), crm.Contact{Company: w.Crane, Status: crm.Done, Channel: crm.Visit, Date: when.MustISO("2024-02-01"), Start: crm.NoClock, End: crm.NoClock}, nil)
	w.ok(err)
	all, most := w.exported(when.Date{}, when.Date{})
	w.same([]any{len(all), most}, []any{1203, 2})
	for i, k := range all {
		if i > 0 && (k.Date.Before(all[i-1].Date) || k.Date == all[i-1].Date && k.ID < all[i-1].ID) {
			w.Fatalf("%d is out of order", i)
		}
		if len(k.FollowUps) > 0 {
			w.same([]any{k.PNumber, k.FollowUps[0].Text, k.FollowUps[0].Owner.Name, k.FollowUps[1].Owner.Name, k.With[1].Name},
				[]any{w.Crane.Sites[0].PNumber, "b", "Anna Holm", "Bo Lund", "Mette"})
		}
	}
	_, err = w.s.DeleteContact(w.ctx, Entry(w.Anna), all[0].ID, "")
	w.ok(err)
	all, most = w.exported(when.MustISO("2024-01-01"), when.MustISO("2024-01-01"))
	w.same([]any{len(all), most}, []any{3, 0})
	stop := errors.New("stop")
	for _, at := range []int{0, 1} {
		err := w.s.ExportContacts(w.ctx, w.Jobcentre.ID, when.Date{}, when.Date{}, func(int) error {
			if at == 0 {
				return stop
			}
			return nil
		}, func(crm.WholeContact) error { return stop })
		w.same(errors.Is(err, stop), true)
	}
}
