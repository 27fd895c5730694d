package storetest

import (
	"os"
	"path/filepath"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
)

var otherCases = map[string]func(w world){
	"FollowUpsOfContact": func(w world) {
		k := w.log(w.Contact(),
			crm.FollowUp{Due: when.MustISO("2026-12-10"), DueText: "uge 50", Text: "anden"},
			crm.FollowUp{Due: when.MustISO("2026-12-01"), Text: "første", OrgID: w.Hub.ID, OwnerID: w.Bo.ID})
		got, err := w.s.FollowUpsOfContact(w.ctx, k.ID)
		w.ok(err)
		w.same(len(got), 2)
		base := crm.FollowUp{ContactID: k.ID, CompanyID: w.Crane.ID, State: crm.FollowUpOpen, CreatedAt: Noon}
		first, second := base, base
		first.ID, first.Due, first.Text, first.OrgID, first.OwnerID = got[0].ID, when.MustISO("2026-12-01"), "første", w.Hub.ID, w.Bo.ID
		second.ID, second.Due, second.DueText, second.Text, second.OrgID, second.OwnerID = got[1].ID, when.MustISO("2026-12-10"), "uge 50", "anden", w.Jobcentre.ID, w.Anna.ID
		w.same(got, []crm.FollowUp{first, second})
	},
	"FollowUpsOfCompany": func(w world) {
		w.log(w.Contact(), crm.FollowUp{Due: when.MustISO("2026-12-10"), Text: "b"})
		w.log(w.Plain("2026-11-01"), crm.FollowUp{Due: when.MustISO("2026-12-01"), Text: "a"})
		gone := w.log(w.Plain("2026-11-02"), crm.FollowUp{Due: when.MustISO("2026-12-02"), Text: "væk"})
		_, err := w.s.DeleteContact(w.ctx, Entry(w.Anna), gone.ID, "")
		w.ok(err)
		got, err := w.s.FollowUpsOfCompany(w.ctx, w.Crane.ID)
		w.ok(err)
		w.same(say(got), []string{"a open", "b open"})
		got, err = w.s.FollowUpsOfCompany(w.ctx, w.Bakery.ID)
		w.ok(err)
		w.same(len(got), 0)
	},
	"FollowUpsOfPerson": func(w world) {
		w.log(w.Contact(), crm.FollowUp{Due: when.MustISO("2026-12-10"), Text: "b"})
		w.log(w.Plain("2026-11-01"), crm.FollowUp{Due: when.MustISO("2026-12-01"), Text: "a"}, crm.FollowUp{Due: when.MustISO("2026-12-02"), Text: "Bos", OwnerID: w.Bo.ID})
		gone := w.log(w.Plain("2026-11-02"), crm.FollowUp{Due: when.MustISO("2026-12-02"), Text: "væk"})
		_, err := w.s.DeleteContact(w.ctx, Entry(w.Anna), gone.ID, "")
		w.ok(err)
		got, err := w.s.FollowUpsOfPerson(w.ctx, w.Anna.ID, 5)
		w.ok(err)
		w.same(say(got), []string{"a open", "b open"})
		got, err = w.s.FollowUpsOfPerson(w.ctx, w.Anna.ID, 1)
		w.ok(err)
		w.same(say(got), []string{"a open"})
	},
	"AuditOnce": func(w world) {
		e := Entry(w.Anna)
		e.Delivery, e.Jobs = "share:1", []crm.Job{{Kind: "test.job"}}
		for _, want := range []bool{true, false} {
			first, err := w.s.AuditOnce(w.ctx, e, "company.share", "99000007", nil)
			w.ok(err)
			w.same(first, want)
		}
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
	},
	"Audit": func(w world) {
		w.ok(w.s.Audit(w.ctx, Entry(w.Anna), "company.check", "99000007", map[string]string{"tier": "2"}))
		w.ok(w.s.Audit(w.ctx, crm.Entry{Now: Noon}, "program.start", "", nil)) // nobody in particular
		w.kind(w.s.Audit(w.ctx, Entry(w.Anna), "", "99000007", nil), crm.Invalid)
	},
	"SchemaVersion": func(w world) {
		v, err := w.s.SchemaVersion(w.ctx)
		w.ok(err)
		if v < 1 {
			w.Errorf("schema %d", v)
		}
	},
	"Size": func(w world) {
		n, err := w.s.Size(w.ctx)
		w.ok(err)
		if n < 100_000 || n > 1<<30 {
			w.Errorf("%d bytes", n)
		}
	},
	"Backup": func(w world) {
		k := w.log(w.Contact())
		file := filepath.Join(w.TempDir(), "copy of it.db")
		err := w.s.Backup(w.ctx, file)
		if crm.IsKind(err, crm.Invalid) && strings.Contains(err.Error(), "pg_dump") { // PostgreSQL
			_, err := os.Stat(file)
			w.same(os.IsNotExist(err), true)
			return
		}
		w.ok(err)
		copied, err := store.Open(w.ctx, "file:"+file)
		w.ok(err)
		defer copied.Close()
		got, err := copied.Contact(w.ctx, k.ID)
		w.ok(err)
		w.same(got, k)
	},
	"Close": func(w world) {
		w.ok(w.s.Close())
		if _, err := w.s.People(w.ctx); err == nil {
			w.Error("a closed store answers")
		}
	},
}
