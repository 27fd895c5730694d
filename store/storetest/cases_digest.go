package storetest

import (
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

var digestCases = map[string]func(w world){
	"SaveDigest": func(w world) {
		e := Entry(w.Bo)
		e.Delivery, e.Jobs = "d:1", []crm.Job{{Kind: "test.job"}}
		d := w.digestOf("C1")
		d.Filter = crm.DigestFilter{Orgs: []int64{w.Jobcentre.ID}, Regions: []string{"1085"}, Companies: []string{"99000007"}}
		d.Readers = []int64{w.Hub.ID, w.Partner.ID}
		saved, err := w.s.SaveDigest(w.ctx, e, d)
		w.ok(err)
		d.ID, d.Version, d.Person = saved.ID, 1, saved.Person
		w.same(saved, d)
		w.same([]any{saved.Person.ID, saved.Person.Name, saved.Person.User, saved.Person.Role}, []any{w.Bo.ID, "Bo Lund", "U02", crm.Secretariat})
		_, err = w.s.SaveDigest(w.ctx, e, d) // the same delivery once more
		w.ok(err)
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		_, err = w.s.SaveDigest(w.ctx, Entry(w.Bo), w.digestOf("C1")) // somebody else was first
		w.kind(err, crm.Conflict)
		saved.On, saved.Why = false, crm.DigestTurnedOff
		off, err := w.s.SaveDigest(w.ctx, Entry(w.Anna), saved)
		w.ok(err)
		w.same([]any{off.ID, off.On, off.Why, off.Version, off.Person.Name}, []any{saved.ID, false, crm.DigestTurnedOff, 2, "Anna Holm"})
		_, err = w.s.SaveDigest(w.ctx, Entry(w.Anna), saved)
		w.kind(err, crm.Conflict)
	},
	"DigestOf": func(w world) {
		_, err := w.s.DigestOf(w.ctx, "T0DEMO", "C1")
		w.kind(err, crm.NotFound)
		d := w.digest("C1")
		got, err := w.s.DigestOf(w.ctx, "T0DEMO", "C1")
		w.ok(err)
		w.same(got, d)
		w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", "C1", "C2", Noon))
		got, err = w.s.DigestOf(w.ctx, "T0DEMO", "C2")
		w.ok(err)
		w.same(got.ID, d.ID)
		_, err = w.s.DigestOf(w.ctx, "T1", "C1")
		w.kind(err, crm.NotFound)
	},
	"DigestsOn": func(w world) {
		a, b := w.digest("C1"), w.digest("C2")
		_, err := w.s.StopDigest(w.ctx, a.ID, crm.DigestGone, Noon, nil)
		w.ok(err)
		got, err := w.s.DigestsOn(w.ctx)
		w.ok(err)
		w.same(got, []crm.Digest{b})
	},
	"SendDigest": func(w world) {
		d := w.digest("C1")
		monday := when.MustISO("2026-11-23")
		send := func(d crm.Digest, day when.Date) bool {
			first, err := w.s.SendDigest(w.ctx, d, crm.DigestSent{Day: day, At: Noon, From: Noon.Add(-time.Hour), To: Noon, By: "a"}, []crm.Job{{Kind: "test.job"}})
			w.ok(err)
			return first
		}
		w.same([]bool{send(d, monday), send(d, monday), send(d, monday.AddDays(-1)), send(d, monday.AddDays(1))}, []bool{true, false, false, true})
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 2)
		got, err := w.s.DigestOf(w.ctx, "T0DEMO", "C1")
		w.ok(err)
		w.same([]any{got.LastDay, got.LastTo}, []any{monday.AddDays(1), Noon})
		_, err = w.s.SaveDigest(w.ctx, Entry(w.Bo), got)
		w.ok(err)
		w.same(send(d, monday.AddDays(2)), false) // it was changed since it was read
		// A claim whose jobs cannot be stored is none.
		d, err = w.s.DigestOf(w.ctx, "T0DEMO", "C1")
		w.ok(err)
		first, err := w.s.SendDigest(w.ctx, d, crm.DigestSent{Day: monday.AddDays(2), At: Noon, From: Noon, To: Noon}, []crm.Job{{Kind: "test.job", Payload: []byte("{")}})
		w.same([]any{first, err != nil}, []any{false, true})
		w.same(send(d, monday.AddDays(2)), true)
	},
	"StopDigest": func(w world) {
		d := w.digest("C1")
		for _, want := range []bool{true, false} {
			stopped, err := w.s.StopDigest(w.ctx, d.ID, crm.DigestReaders, Noon, []crm.Job{{Kind: "test.job"}})
			w.ok(err)
			w.same(stopped, want)
		}
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		got, err := w.s.DigestOf(w.ctx, "T0DEMO", "C1")
		w.ok(err)
		w.same([]any{got.On, got.Why}, []any{false, crm.DigestReaders})
	},
	"FreshContacts": func(w world) {
		mine := w.log(w.Plain("2026-11-20"))
		theirs := w.logAs(w.Bo, w.Crane, "2026-11-19", crm.Done)
		plan := w.logAs(w.Bo, w.Crane, "2026-12-19", crm.Planned)
		other := w.logAs(w.Bo, w.Bakery, "2026-11-19", crm.Done)
		fresh := func(scope crm.DigestScope, from, before time.Time, id int64) []int64 {
			got, err := w.s.FreshContacts(w.ctx, scope, from, before, id, 10)
			w.ok(err)
			return ids(got)
		}
		theirScope := crm.DigestScope{Orgs: []int64{w.Jobcentre.ID}, Since: when.MustISO("2026-01-01")}
		later := Noon.Add(time.Second)
		w.same(fresh(theirScope, Noon, later, 0), []int64{plan.ID, theirs.ID})
		w.same(fresh(theirScope, Noon, Noon, plan.ID), []int64{theirs.ID})
		w.same(len(fresh(theirScope, later, later, 0)), 0)
		theirScope.Since = when.MustISO("2026-11-21")
		w.same(len(fresh(theirScope, Noon, later, 0)), 0)
		theirScope.Companies = []int64{w.Bakery.ID}
		w.same(fresh(theirScope, Noon, later, 0), []int64{other.ID})
		places := crm.DigestScope{Orgs: []int64{w.Jobcentre.ID}, Municipalities: []string{"360", "376"}}
		w.same(fresh(places, Noon, later, 0), []int64{plan.ID, theirs.ID})
		hub := crm.DigestScope{Orgs: []int64{w.Hub.ID}, Since: when.MustISO("2026-01-01")}
		w.same(fresh(hub, Noon, later, 0), []int64{mine.ID})
		both := crm.DigestScope{Orgs: []int64{w.Hub.ID, w.Jobcentre.ID}, Since: when.MustISO("2026-01-01")}
		w.same(fresh(both, Noon, later, 0), []int64{plan.ID, theirs.ID, mine.ID})
	},
	"PlansAhead": func(w world) {
		w.log(w.Plain("2026-11-20"))
		k := w.Plain("2026-11-26")
		k.Company, k.Status = w.Bakery, crm.Planned
		mine := w.log(k)
		theirs := w.logAs(w.Bo, w.Crane, "2026-11-25", crm.Planned)
		w.logAs(w.Bo, w.Bakery, "2026-12-25", crm.Planned)
		scope := crm.DigestScope{Orgs: []int64{w.Jobcentre.ID}, Since: when.MustISO("2026-01-01")}
		got, err := w.s.PlansAhead(w.ctx, scope, when.MustISO("2026-11-24"), when.MustISO("2026-11-30"), 10)
		w.ok(err)
		w.same(ids(got), []int64{theirs.ID, mine.ID})
		got, err = w.s.PlansAhead(w.ctx, scope, when.MustISO("2026-11-26"), when.MustISO("2026-11-30"), 10)
		w.ok(err)
		w.same(ids(got), []int64{mine.ID})
	},
	"ContactsOfOrgs": func(w world) {
		mine := w.log(w.Plain("2026-11-20"))
		w.log(w.Plain("2025-11-20"))
		w.logAs(w.Bo, w.Crane, "2026-11-25", crm.Done)
		got, err := w.s.ContactsOfOrgs(w.ctx, []int64{w.Jobcentre.ID}, []int64{w.Crane.ID, w.Bakery.ID}, when.MustISO("2026-01-01"))
		w.ok(err)
		w.same(ids(got), []int64{mine.ID})
		got, err = w.s.ContactsOfOrgs(w.ctx, []int64{w.Jobcentre.ID}, nil, when.MustISO("2026-01-01"))
		w.ok(err)
		w.same(len(got), 0)
	},
	"CompaniesByIDs": func(w world) {
		got, err := w.s.CompaniesByIDs(w.ctx, []int64{w.Crane.ID, 999999})
		w.ok(err)
		w.same([]any{len(got), got[0].CVR, got[0].Municipality}, []any{1, "99000007", "360"})
		got, err = w.s.CompaniesByIDs(w.ctx, nil)
		w.ok(err)
		w.same(len(got), 0)
	},
	"PromiseCounts": func(w world) {
		for _, day := range []string{"2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"} {
			w.promise(day, day)
		}
		due, overdue, err := w.s.PromiseCounts(w.ctx, w.Jobcentre.ID, when.MustISO("2026-11-21"), when.MustISO("2026-11-23"))
		w.ok(err)
		w.same([]int{due, overdue}, []int{3, 2})
		due, overdue, err = w.s.PromiseCounts(w.ctx, w.Hub.ID, when.MustISO("2026-11-21"), when.MustISO("2026-11-23"))
		w.ok(err)
		w.same([]int{due, overdue}, []int{0, 0})
	},
}

func (w world) digestOf(channel string) crm.Digest {
	return crm.Digest{Team: "T0DEMO", Channel: channel, Org: w.Hub, At: 480, Weekly: 1, Lang: text.Danish, On: true, SetAt: Noon}
}

// digest is one of Bo's in that channel.
func (w world) digest(channel string) crm.Digest {
	w.Helper()
	d, err := w.s.SaveDigest(w.ctx, Entry(w.Bo), w.digestOf(channel))
	w.ok(err)
	return d
}

// logAs stores a contact of somebody's.
func (w world) logAs(p crm.Person, company crm.Company, day string, status crm.Status) crm.Contact {
	w.Helper()
	k := w.Plain(day)
	k.Company, k.Org, k.Person, k.Status = company, p.Org, p, status
	logged, err := w.s.LogContact(w.ctx, Entry(p), k, nil)
	w.ok(err)
	return logged
}
