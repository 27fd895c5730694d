package storetest

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
)

// later is a change by Bo an hour after Noon.
func (w world) later() crm.Entry {
	return crm.Entry{RequestID: "req-2", Now: Noon.Add(time.Hour), Person: w.Bo}
}

var changeCases = map[string]func(w world){
	"UpdateContact": func(w world) {
		before := w.log(w.Contact(),
			crm.FollowUp{Due: when.MustISO("2026-12-10"), Text: "bliver"}, crm.FollowUp{Due: when.MustISO("2026-12-11"), Text: "falder"})
		open, err := w.s.FollowUpsOfContact(w.ctx, before.ID)
		w.ok(err)
		open[0].Text = "rettet"
		edit := before
		edit.Company = w.Bakery
		edit.Company.Name = ""
		edit.SiteID, edit.Date, edit.Note, edit.NoteHeld = 0, when.MustISO("2026-11-19"), "Ny note", true
		edit.Purposes, edit.With, edit.Start, edit.End = []crm.Purpose{"export"}, nil, crm.NoClock, crm.NoClock
		edit.Org, edit.Person, edit.Source = w.Hub, w.Bo, "form" // these do not change
		after, err := w.s.UpdateContact(w.ctx, w.later(), edit, []crm.FollowUp{open[0], {Due: when.MustISO("2027-01-04"), Text: "ny"}})
		w.ok(err)
		want := stored(edit)
		want.Company.Name, want.Version, want.UpdatedAt = w.Bakery.Name, 2, Noon.Add(time.Hour)
		want.Org, want.Person, want.Source = before.Org, before.Person, "command"
		w.same(after, want)
		followUps, err := w.s.FollowUpsOfContact(w.ctx, before.ID)
		w.ok(err)
		w.same(say(followUps), []string{"rettet open", "falder dropped", "ny open"})
		w.same(followUps[0].CompanyID, w.Bakery.ID)
		w.same(followUps[2].OwnerID, w.Bo.ID)
		updateConflicts(w, after)
	},
	"SetStatus": func(w world) {
		k := w.log(w.Contact())
		got, err := w.s.SetStatus(w.ctx, w.later(), k.ID, 1, crm.Cancelled)
		w.ok(err)
		want := k
		want.Status, want.Version, want.UpdatedAt = crm.Cancelled, 2, Noon.Add(time.Hour)
		w.same(got, want)
		_, err = w.s.SetStatus(w.ctx, w.later(), k.ID, 1, crm.Done)
		w.kind(err, crm.Conflict)
		_, err = w.s.SetStatus(w.ctx, w.later(), k.ID, 2, "maybe")
		w.kind(err, crm.Invalid)
		_, err = w.s.SetStatus(w.ctx, w.later(), 1<<40, 1, crm.Done)
		w.kind(err, crm.NotFound)
	},
	"DeleteContact": func(w world) {
		k := w.log(w.Contact(), crm.FollowUp{Due: when.MustISO("2026-12-10"), Text: "ring"})
		got, err := w.s.DeleteContact(w.ctx, w.later(), k.ID, "undo")
		w.ok(err)
		want := k
		want.Version, want.UpdatedAt, want.DeletedAt = 2, Noon.Add(time.Hour), Noon.Add(time.Hour)
		w.same(got, want)
		followUps, err := w.s.FollowUpsOfContact(w.ctx, k.ID)
		w.ok(err)
		w.same(say(followUps), []string{"ring dropped"})
		_, err = w.s.DeleteContact(w.ctx, w.later(), k.ID, "undo")
		w.kind(err, crm.Conflict)
		_, err = w.s.DeleteContact(w.ctx, w.later(), 1<<40, "")
		w.kind(err, crm.NotFound)
	},
	"RestoreContact": func(w world) {
		k := w.log(w.Contact(), crm.FollowUp{Due: when.MustISO("2026-12-10"), Text: "ring"})
		_, err := w.s.RestoreContact(w.ctx, Entry(w.Anna), k.ID)
		w.kind(err, crm.Conflict)
		_, err = w.s.DeleteContact(w.ctx, Entry(w.Anna), k.ID, "")
		w.ok(err)
		got, err := w.s.RestoreContact(w.ctx, w.later(), k.ID)
		w.ok(err)
		want := k
		want.Version, want.UpdatedAt = 3, Noon.Add(time.Hour)
		w.same(got, want)
		followUps, err := w.s.FollowUpsOfContact(w.ctx, k.ID)
		w.ok(err)
		w.same(say(followUps), []string{"ring open"})
		_, err = w.s.RestoreContact(w.ctx, w.later(), 1<<40)
		w.kind(err, crm.NotFound)
	},
	"History": func(w world) {
		k := w.log(w.Contact())
		edit := k
		edit.Note = "Ny note"
		edited, err := w.s.UpdateContact(w.ctx, w.later(), edit, nil)
		w.ok(err)
		off, err := w.s.SetStatus(w.ctx, w.later(), k.ID, 2, crm.Cancelled)
		w.ok(err)
		gone, err := w.s.DeleteContact(w.ctx, w.later(), k.ID, "")
		w.ok(err)
		_, err = w.s.RestoreContact(w.ctx, w.later(), k.ID)
		w.ok(err)
		got, err := w.s.History(w.ctx, k.ID)
		w.ok(err)
		want := []store.HistoryEntry{{ContactID: k.ID, Version: 1, At: Noon, PersonID: w.Anna.ID, Person: "Anna Holm", What: "created"}}
		for i, step := range []struct {
			what   string
			before crm.Contact
		}{{"edited", k}, {"cancelled", edited}, {"deleted", off}, {"restored", gone}} {
			step.before.With = slices.Clone(step.before.With)
			for j := range step.before.With {
				step.before.With[j].Public = false // what an organisation is, is not history of the contact
			}
			want = append(want, store.HistoryEntry{ContactID: k.ID, Version: i + 2, At: Noon.Add(time.Hour), PersonID: w.Bo.ID, Person: "Bo Lund", What: step.what, Before: &step.before})
		}
		w.same(got, want)
		none, err := w.s.History(w.ctx, 1<<40)
		w.ok(err)
		w.same(len(none), 0)
	},
}

// updateConflicts: an old version, a deleted contact and all but one of many at once are told so.
func updateConflicts(w world, k crm.Contact) {
	stale := k
	stale.Version = 1
	_, err := w.s.UpdateContact(w.ctx, w.later(), stale, nil)
	w.kind(err, crm.Conflict)
	var group sync.WaitGroup
	var done atomic.Int32
	for range 6 {
		group.Go(func() {
			_, err := w.s.UpdateContact(w.ctx, w.later(), k, nil)
			if err == nil {
				done.Add(1)
			} else if !crm.IsKind(err, crm.Conflict) {
				w.Errorf("not a conflict: %v", err)
			}
		})
	}
	group.Wait()
	w.same(done.Load(), int32(1))
	_, err = w.s.DeleteContact(w.ctx, w.later(), k.ID, "")
	w.ok(err)
	k.Version = 4
	_, err = w.s.UpdateContact(w.ctx, w.later(), k, nil)
	w.kind(err, crm.Conflict)
	k.ID = 1 << 40
	_, err = w.s.UpdateContact(w.ctx, w.later(), k, nil)
	w.kind(err, crm.NotFound)
}

func say(followUps []crm.FollowUp) []string {
	var all []string
	for _, f := range followUps {
		all = append(all, f.Text+" "+string(f.State))
	}
	return all
}
