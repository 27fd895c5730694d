package storetest

import (
	"fmt"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var followUpCases = map[string]func(w world){
	"AddFollowUp": func(w world) {
		e := Entry(w.Anna)
		e.Delivery, e.Jobs = "d:1", []crm.Job{{Kind: "test.job"}}
		batch, got, err := w.s.AddFollowUp(w.ctx, e, crm.FollowUp{CompanyID: w.Crane.ID, Due: when.MustISO("2027-01-02"), DueText: "uge 53", Text: "ring til Mette"})
		w.ok(err)
		again, second, err := w.s.AddFollowUp(w.ctx, e, crm.FollowUp{CompanyID: w.Bakery.ID, Due: when.MustISO("2027-01-09")})
		w.ok(err)
		w.same(again, batch)
		w.same(second, got)
		w.same(got.FollowUp, crm.FollowUp{ID: got.ID, CompanyID: w.Crane.ID, OrgID: w.Jobcentre.ID, OwnerID: w.Anna.ID,
			Due: when.MustISO("2027-01-02"), DueText: "uge 53", Text: "ring til Mette", State: crm.FollowUpOpen, CreatedAt: Noon})
		w.same([]any{got.Version, got.Reminded, got.Company.CVR, got.Company.Name, got.Owner.Name, got.Owner.User, got.Owner.Active, got.ClosedBy},
			[]any{1, 0, "99000007", "Lolland Kran & Transport A/S", "Anna Holm", "U01", true, ""})
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		_, _, err = w.s.AddFollowUp(w.ctx, Entry(w.Anna), crm.FollowUp{CompanyID: 999999, Due: when.MustISO("2027-01-09")})
		w.kind(err, crm.Invalid)
	},
	"ActOnFollowUps": func(w world) {
		a, b := w.promise("a", "2026-12-01"), w.promise("b", "2026-12-02")
		e := Entry(w.Anna)
		e.Delivery = "d:2"
		edits := []crm.FollowUpEdit{
			{ID: b.ID, Version: 1, Act: crm.FollowUpMoved, Due: when.MustISO("2027-01-04"), DueText: "uge 1"}, {ID: a.ID, Act: crm.FollowUpClosed}}
		batch, after, err := w.s.ActOnFollowUps(w.ctx, e, edits)
		w.ok(err)
		w.same(states(after), []string{"b open 2027-01-04 uge 1 2 ", "a done 2026-12-01  2 Anna Holm"})
		w.same(after[1].DoneAt, Noon)
		again, same, err := w.s.ActOnFollowUps(w.ctx, e, edits) // the same delivery once more
		w.ok(err)
		w.same(again, batch)
		w.same(same, after)
		// Two people mark it done: the second is told by whom it was.
		_, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Bo), []crm.FollowUpEdit{{ID: b.ID, Act: crm.FollowUpClosed}, {ID: a.ID, Act: crm.FollowUpClosed}})
		w.kind(err, crm.Conflict)
		w.contains(err, "by Anna Holm")
		_, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Bo), []crm.FollowUpEdit{{ID: b.ID, Version: 1, Act: crm.FollowUpGiven, OwnerID: w.Bo.ID}})
		w.kind(err, crm.Conflict)
		_, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Bo), []crm.FollowUpEdit{{ID: 999999, Act: crm.FollowUpClosed}})
		w.kind(err, crm.NotFound)
		_, after, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: b.ID, Act: crm.FollowUpGiven, OwnerID: w.Bo.ID}})
		w.ok(err)
		w.same(after[0].Owner.Name, "Bo Lund")
	},
	"UndoFollowUps": func(w world) {
		a, b := w.promise("a", "2026-12-01"), w.promise("b", "2026-12-02")
		batch, _, err := w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{
			{ID: a.ID, Act: crm.FollowUpClosed}, {ID: b.ID, Act: crm.FollowUpMoved, Due: when.MustISO("2027-01-04"), DueText: "uge 1"}})
		w.ok(err)
		_, _, err = w.s.UndoFollowUps(w.ctx, Entry(w.Bo), batch, Noon)
		w.kind(err, crm.NotFound)
		_, _, err = w.s.UndoFollowUps(w.ctx, Entry(w.Anna), batch, Noon.Add(time.Second))
		w.kind(err, crm.Invalid)
		_, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Bo), []crm.FollowUpEdit{{ID: b.ID, Act: crm.FollowUpGiven, OwnerID: w.Bo.ID}})
		w.ok(err)
		undone, left, err := w.s.UndoFollowUps(w.ctx, Entry(w.Anna), batch, Noon)
		w.ok(err)
		w.same(states(undone), []string{"a open 2026-12-01  3 "})
		w.same(left, 1)
		_, _, err = w.s.UndoFollowUps(w.ctx, Entry(w.Anna), batch, Noon)
		w.kind(err, crm.Conflict)
		added, p, err := w.s.AddFollowUp(w.ctx, Entry(w.Anna), crm.FollowUp{CompanyID: w.Crane.ID, Due: when.MustISO("2027-01-02")})
		w.ok(err)
		e := Entry(w.Anna)
		e.Delivery = "d:3"
		for range 2 { // a delivery that comes twice undoes once
			undone, _, err = w.s.UndoFollowUps(w.ctx, e, added, Noon)
			w.ok(err)
			w.same([]any{undone[0].ID, undone[0].State, undone[0].Version}, []any{p.ID, crm.FollowUpDropped, 2})
		}
		// What belongs to a deleted contact stays closed.
		k := w.log(w.Contact(), crm.FollowUp{Due: when.MustISO("2026-12-05"), Text: "c"})
		of, err := w.s.FollowUpsOfContact(w.ctx, k.ID)
		w.ok(err)
		batch, _, err = w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: of[0].ID, Act: crm.FollowUpClosed}})
		w.ok(err)
		_, err = w.s.DeleteContact(w.ctx, Entry(w.Anna), k.ID, "")
		w.ok(err)
		_, _, err = w.s.UndoFollowUps(w.ctx, Entry(w.Anna), batch, Noon)
		w.kind(err, crm.Conflict)
	},
	"Promises": func(w world) {
		a, b := w.promise("a", "2026-12-01"), w.promise("b", "2026-11-02")
		got, err := w.s.Promises(w.ctx, []int64{b.ID, 999999, a.ID})
		w.ok(err)
		w.same(states(got), []string{"b open 2026-11-02  1 ", "a open 2026-12-01  1 "})
		got, err = w.s.Promises(w.ctx, nil)
		w.ok(err)
		w.same(len(got), 0)
	},
	"PromisesOfPerson": func(w world) {
		w.promise("b", "2026-12-02")
		w.promise("a", "2026-12-01")
		_, _, err := w.s.AddFollowUp(w.ctx, Entry(w.Bo), crm.FollowUp{CompanyID: w.Crane.ID, Due: when.MustISO("2026-12-01"), Text: "Bos"})
		w.ok(err)
		got, err := w.s.PromisesOfPerson(w.ctx, w.Anna, 5)
		w.ok(err)
		w.same(states(got), []string{"a open 2026-12-01  1 ", "b open 2026-12-02  1 "})
		got, err = w.s.PromisesOfPerson(w.ctx, w.Anna, 1)
		w.ok(err)
		w.same(len(got), 1)
		moved := w.Anna // works for another organisation now: what was promised before stays where it was
		moved.Org = w.Hub
		got, err = w.s.PromisesOfPerson(w.ctx, moved, 5)
		w.ok(err)
		w.same(len(got), 0)
	},
	"PromisesOfOrg": func(w world) {
		w.promise("a", "2026-12-01")
		done := w.promise("b", "2026-12-02")
		_, _, err := w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: done.ID, Act: crm.FollowUpClosed}})
		w.ok(err)
		got, err := w.s.PromisesOfOrg(w.ctx, w.Jobcentre.ID, 5)
		w.ok(err)
		w.same(states(got), []string{"a open 2026-12-01  1 "})
		got, err = w.s.PromisesOfOrg(w.ctx, w.Hub.ID, 5)
		w.ok(err)
		w.same(len(got), 0)
	},
	"PersonByID": func(w world) {
		got, err := w.s.PersonByID(w.ctx, w.Bo.ID)
		w.ok(err)
		w.same(got, w.Bo)
		_, err = w.s.PersonByID(w.ctx, 999999)
		w.kind(err, crm.NotFound)
	},
}

// promise is a follow-up of Anna's with the crane company.
func (w world) promise(text, due string) crm.Promise {
	w.Helper()
	_, p, err := w.s.AddFollowUp(w.ctx, Entry(w.Anna), crm.FollowUp{CompanyID: w.Crane.ID, Due: when.MustISO(due), Text: text})
	w.ok(err)
	return p
}

// states says of each its text, state, day and its words, version, and who closed it.
func states(list []crm.Promise) []string {
	var all []string
	for _, p := range list {
		all = append(all, fmt.Sprintf("%s %s %s %s %d %s", p.Text, p.State, p.Due, p.DueText, p.Version, p.ClosedBy))
	}
	return all
}

// contains fails the case unless the error says that.
func (w world) contains(err error, words string) {
	w.Helper()
	if err == nil || !strings.Contains(err.Error(), words) {
		w.Errorf("error %v does not say %q", err, words)
	}
}
