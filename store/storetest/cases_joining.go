package storetest

import (
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// plan is a visit of Anna's to the crane company, three days ahead.
func (w world) plan() crm.Contact {
	k := w.Contact()
	k.Status, k.Date, k.Start, k.End, k.With = crm.Planned, when.MustISO("2026-11-26"), 9*60, crm.NoClock, nil
	logged, err := w.s.LogContact(w.ctx, Entry(w.Anna), k, nil)
	w.ok(err)
	return logged
}

func (w world) toTell() []crm.Joining {
	list, err := w.s.JoiningsToTell(w.ctx, when.MustISO("2026-11-23"), 10)
	w.ok(err)
	return list
}

var joiningCases = map[string]func(w world){
	"JoinContact": func(w world) {
		k := w.plan()
		e := Entry(w.Bo)
		e.Delivery, e.Jobs = "d:join", []crm.Job{{Kind: "test.job"}}
		for range 2 { // a delivery that comes twice joins once
			after, err := w.s.JoinContact(w.ctx, e, k.ID, w.Bo.Org.NameDA)
			w.ok(err)
			w.same(after.Version, 2)
			w.same(after.TakesPart(w.Bo.Org.ID), true)
			w.same(after.With[0].Name, w.Bo.Org.NameDA)
		}
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		_, err = w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "x")
		w.kind(err, crm.Conflict)
		_, err = w.s.JoinContact(w.ctx, Entry(w.Anna), k.ID, "x") // the contact is theirs
		w.kind(err, crm.Conflict)
		_, err = w.s.JoinContact(w.ctx, Entry(w.Carla), 999999, "x")
		w.kind(err, crm.NotFound)
		over, err := w.s.SetStatus(w.ctx, Entry(w.Anna), k.ID, 2, crm.Cancelled)
		w.ok(err)
		_, err = w.s.JoinContact(w.ctx, Entry(w.Carla), over.ID, "x")
		w.kind(err, crm.Conflict)
		gone := w.plan()
		_, err = w.s.DeleteContact(w.ctx, Entry(w.Anna), gone.ID, "")
		w.ok(err)
		_, err = w.s.JoinContact(w.ctx, Entry(w.Carla), gone.ID, "x")
		w.kind(err, crm.Conflict)
	},
	"LeaveContact": func(w world) {
		k := w.plan()
		_, err := w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "Erhvervshus")
		w.ok(err)
		_, err = w.s.JoinContact(w.ctx, Entry(w.Carla), k.ID, "VEU")
		w.ok(err)
		after, err := w.s.LeaveContact(w.ctx, Entry(w.Bo), k.ID)
		w.ok(err)
		w.same([]any{len(after.With), after.With[0].Name, after.Version}, []any{1, "VEU", 4})
		_, err = w.s.LeaveContact(w.ctx, Entry(w.Bo), k.ID)
		w.kind(err, crm.Conflict)
		again, err := w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "Erhvervshus")
		w.ok(err)
		w.same(len(again.With), 2)
		named := w.Contact() // one that the planner named has not joined by itself
		named.Status, named.Date, named.With = crm.Planned, when.MustISO("2026-11-26"), []crm.Participant{{OrgID: w.Bo.Org.ID, Name: "Erhvervshus"}}
		named, err = w.s.LogContact(w.ctx, Entry(w.Anna), named, nil)
		w.ok(err)
		_, err = w.s.LeaveContact(w.ctx, Entry(w.Bo), named.ID)
		w.kind(err, crm.Conflict)
	},
	"SetBrings": func(w world) {
		k := w.plan()
		w.kind(w.s.SetBrings(w.ctx, Entry(w.Bo), k.ID, "overblik"), crm.Conflict)
		_, err := w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "Erhvervshus")
		w.ok(err)
		e := Entry(w.Bo)
		e.Delivery, e.Jobs = "d:brings", []crm.Job{{Kind: "test.job"}}
		w.ok(w.s.SetBrings(w.ctx, e, k.ID, "overblik"))
		w.ok(w.s.SetBrings(w.ctx, e, k.ID, "noget andet"))
		list, err := w.s.JoiningsOf(w.ctx, k.ID)
		w.ok(err)
		w.same(list[0].Brings, "overblik")
		w.kind(w.s.SetBrings(w.ctx, Entry(w.Bo), k.ID, strings.Repeat("x", crm.BringsLimit+1)), crm.Invalid)
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
	},
	"AskPlanner": func(w world) {
		k := w.plan()
		e := Entry(w.Bo)
		e.Delivery, e.Jobs = "d:ask", []crm.Job{{Kind: "test.job"}}
		w.ok(w.s.AskPlanner(w.ctx, e, k.ID))
		w.ok(w.s.AskPlanner(w.ctx, e, k.ID))
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		w.kind(w.s.AskPlanner(w.ctx, Entry(w.Bo), 999999), crm.NotFound)
	},
	"JoiningsOf": func(w world) {
		k := w.plan()
		_, err := w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "Erhvervshus")
		w.ok(err)
		later := Entry(w.Carla)
		later.Now = Noon.Add(time.Minute)
		_, err = w.s.JoinContact(w.ctx, later, k.ID, "VEU")
		w.ok(err)
		list, err := w.s.JoiningsOf(w.ctx, k.ID)
		w.ok(err)
		w.same(len(list), 2)
		j := list[0]
		w.same([]any{j.ContactID, j.Org.ID, j.Person.User, j.Person.Name, j.Brings, j.JoinedAt},
			[]any{k.ID, w.Bo.Org.ID, w.Bo.User, w.Bo.Name, "", Noon})
		w.same(j.Knows, crm.Appointment{Known: "planned", Day: when.MustISO("2026-11-26"), Start: 9 * 60})
		none, err := w.s.JoiningsOf(w.ctx, 999999)
		w.ok(err)
		w.same(len(none), 0)
	},
	"JoiningsToTell": func(w world) {
		k := w.plan()
		after, err := w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "Erhvervshus")
		w.ok(err)
		w.same(len(w.toTell()), 0)
		after.Date = when.MustISO("2026-11-27")
		after, err = w.s.UpdateContact(w.ctx, Entry(w.Anna), after, nil)
		w.ok(err)
		w.same(len(w.toTell()), 1)
		after.Date, after.Note = when.MustISO("2026-11-26"), "en ny note" // as they know it: no news
		after, err = w.s.UpdateContact(w.ctx, Entry(w.Anna), after, nil)
		w.ok(err)
		w.same(len(w.toTell()), 0)
		after.With = nil
		after, err = w.s.UpdateContact(w.ctx, Entry(w.Anna), after, nil)
		w.ok(err)
		w.same(len(w.toTell()), 1)
		past, err := w.s.JoiningsToTell(w.ctx, when.MustISO("2026-11-27"), 10)
		w.ok(err)
		w.same(len(past), 0)
	},
	"TellJoining": func(w world) {
		k := w.plan()
		after, err := w.s.JoinContact(w.ctx, Entry(w.Bo), k.ID, "Erhvervshus")
		w.ok(err)
		after, err = w.s.SetStatus(w.ctx, Entry(w.Anna), k.ID, after.Version, crm.Cancelled)
		w.ok(err)
		j := w.toTell()[0]
		now := crm.AppointmentOf(after, w.Bo.Org.ID)
		for i := range 2 { // of two programs, one tells
			told, err := w.s.TellJoining(w.ctx, j, now, []crm.Job{{Kind: "test.job"}})
			w.ok(err)
			w.same(told, i == 0)
		}
		w.same(len(w.toTell()), 0)
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
	},
}
