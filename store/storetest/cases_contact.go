package storetest

import (
	"strings"
	"sync"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// stored is what the store gives back of a contact it was given: the parts of company, organisation and person
// that a contact keeps.
func stored(k crm.Contact) crm.Contact {
	k.Company = crm.Company{ID: k.Company.ID, CVR: k.Company.CVR, Name: k.Company.Name}
	k.Org = crm.Org{ID: k.Org.ID, Code: k.Org.Code, NameDA: k.Org.NameDA, NameEN: k.Org.NameEN, Public: k.Org.Public}
	k.Person = crm.Person{ID: k.Person.ID, Name: k.Person.Name, Title: k.Person.Title}
	if k.Share == "" {
		k.Share = crm.ShareDefault
	}
	return k
}

var contactCases = map[string]func(w world){
	"LogContact": func(w world) {
		in := w.Contact()
		got := w.log(in, crm.FollowUp{Due: when.MustISO("2026-12-10"), DueText: "uge 50", Text: "Ring om kursus"})
		want := stored(in)
		want.ID, want.Version, want.CreatedAt, want.UpdatedAt = got.ID, 1, Noon, Noon
		w.same(got, want)
		again, err := w.s.Contact(w.ctx, got.ID)
		w.ok(err)
		w.same(again, want)
		logsNames(w)
		logsWhole(w)
		logsTogether(w)
		deliversOnce(w)
	},
	"Contact": func(w world) {
		_, err := w.s.Contact(w.ctx, 1<<40)
		w.kind(err, crm.NotFound)
		k := w.log(w.Plain("2026-11-20"))
		got, err := w.s.Contact(w.ctx, k.ID)
		w.ok(err)
		w.same(got, k)
		gone, err := w.s.DeleteContact(w.ctx, Entry(w.Anna), k.ID, "undo")
		w.ok(err)
		got, err = w.s.Contact(w.ctx, k.ID)
		w.ok(err)
		w.same(got, gone)
		w.same(got.DeletedAt, Noon)
	},
	"ContactsOfCompany": func(w world) {
		a := w.log(w.Contact())
		b := w.log(w.Plain("2026-11-20")) // the same day: the later number is the newer
		c := w.log(w.Plain("2027-01-05"))
		d := w.log(w.Plain("2025-02-28"))
		gone := w.log(w.Plain("2026-11-21"))
		_, err := w.s.DeleteContact(w.ctx, Entry(w.Anna), gone.ID, "")
		w.ok(err)
		other := w.Plain("2026-11-22")
		other.Company = w.Bakery
		w.log(other)
		all, err := w.s.ContactsOfCompany(w.ctx, w.Crane.ID, crm.Cursor{}, 100)
		w.ok(err)
		w.same(all, []crm.Contact{c, b, a, d})
		first, err := w.s.ContactsOfCompany(w.ctx, w.Crane.ID, crm.Cursor{}, 2)
		w.ok(err)
		w.same(ids(first), []int64{c.ID, b.ID})
		rest, err := w.s.ContactsOfCompany(w.ctx, w.Crane.ID, crm.CursorAt(first[1]), 100)
		w.ok(err)
		w.same(ids(rest), []int64{a.ID, d.ID})
		none, err := w.s.ContactsOfCompany(w.ctx, 1<<40, crm.Cursor{}, 100)
		w.ok(err)
		w.same(len(none), 0)
	},
	"ContactsOfPerson": func(w world) {
		var logged []int64
		for i, day := range []string{"2026-11-20", "2026-11-02", "2026-11-10"} {
			e := Entry(w.Anna)
			e.Now = Noon.Add(time.Duration(i) * time.Minute)
			k, err := w.s.LogContact(w.ctx, e, w.Plain(day), nil)
			w.ok(err)
			logged = append(logged, k.ID)
		}
		bos := w.Plain("2026-11-20")
		bos.Person, bos.Org = w.Bo, w.Hub
		_, err := w.s.LogContact(w.ctx, Entry(w.Bo), bos, nil)
		w.ok(err)
		got, err := w.s.ContactsOfPerson(w.ctx, w.Anna, 2)
		w.ok(err)
		w.same(ids(got), []int64{logged[2], logged[1]})
		_, err = w.s.DeleteContact(w.ctx, Entry(w.Anna), logged[2], "")
		w.ok(err)
		got, err = w.s.ContactsOfPerson(w.ctx, w.Anna, 2)
		w.ok(err)
		w.same(ids(got), []int64{logged[1], logged[0]})
		moved := w.Anna
		moved.Org = w.Hub
		got, err = w.s.ContactsOfPerson(w.ctx, moved, 2)
		w.ok(err)
		w.same(len(got), 0)
	},
	"PlannedByPerson": func(w world) {
		var logged []int64
		for _, day := range []string{"2026-12-10", "2026-12-02", "2026-11-22", "2026-12-05"} {
			k := w.Plain(day)
			k.Status = crm.Planned
			logged = append(logged, w.log(k).ID)
		}
		w.log(w.Plain("2026-12-03"))
		got, err := w.s.PlannedByPerson(w.ctx, w.Anna, when.MustISO("2026-11-23"), 2)
		w.ok(err)
		w.same(ids(got), []int64{logged[1], logged[3]})
		moved := w.Anna
		moved.Org = w.Hub
		got, err = w.s.PlannedByPerson(w.ctx, moved, when.MustISO("2026-11-23"), 2)
		w.ok(err)
		w.same(len(got), 0)
	},
}

// logsNames: a contact keeps the names of its day, and gets those of now when none are given.
func logsNames(w world) {
	old := w.Plain("2018-05-02")
	old.Company.Name, old.Org.NameDA, old.Org.NameEN = "Lolland Kraner I/S", "Lolland Jobcenter", ""
	got := w.log(old)
	w.same([]string{got.Company.Name, got.Org.NameDA, got.Org.NameEN}, []string{"Lolland Kraner I/S", "Lolland Jobcenter", ""})

	bare := w.Plain("2026-11-20")
	bare.Company, bare.Org, bare.Person = crm.Company{ID: w.Crane.ID}, crm.Org{}, crm.Person{}
	full := stored(w.Plain("2026-11-20"))
	got = w.log(bare)
	w.same(got.Company, full.Company)
	w.same(got.Org, full.Org)
	w.same(got.Person, full.Person)
}

// logsWhole: what cannot be stored leaves nothing behind, and says why in kind.
func logsWhole(w world) {
	before, err := w.s.ContactsOfPerson(w.ctx, w.Anna, 100)
	w.ok(err)
	for _, bad := range []struct {
		kind  crm.Kind
		spoil func(*crm.Contact)
	}{
		{crm.Invalid, func(k *crm.Contact) { k.Status = "maybe" }},
		{crm.Invalid, func(k *crm.Contact) { k.Note = strings.Repeat("å", crm.NoteLimit+1) }},
		{crm.Invalid, func(k *crm.Contact) { k.With = []crm.Participant{{OrgID: 1 << 40}} }},
		{crm.Invalid, func(k *crm.Contact) { k.Purposes = []crm.Purpose{"upskilling", ""} }},
		{crm.NotFound, func(k *crm.Contact) { k.Company = crm.Company{ID: 1 << 40, CVR: "00000000"} }},
		{crm.NotFound, func(k *crm.Contact) { k.Org = crm.Org{ID: 1 << 40} }},
	} {
		k := w.Plain("2026-11-20")
		bad.spoil(&k)
		_, err := w.s.LogContact(w.ctx, Entry(w.Anna), k, nil)
		w.kind(err, bad.kind)
	}
	_, err = w.s.LogContact(w.ctx, Entry(w.Anna), w.Plain("2026-11-20"), []crm.FollowUp{{Text: "uden dato"}})
	w.kind(err, crm.Invalid)
	k := w.Plain("2026-11-20")
	k.Note = strings.Repeat("å", crm.NoteLimit)
	longest := w.log(k)
	after, err := w.s.ContactsOfPerson(w.ctx, w.Anna, 100)
	w.ok(err)
	w.same(len(after), len(before)+1)
	w.same(longest.Note, k.Note)
}

// logsTogether: many people log at the same moment, and nothing is lost or refused.
func logsTogether(w world) {
	const people, each = 8, 5
	k := w.Plain("2026-11-20")
	k.Company = w.Bakery
	var group sync.WaitGroup
	failed := make(chan error, people*each)
	for range people {
		group.Go(func() {
			for range each {
				if _, err := w.s.LogContact(w.ctx, Entry(w.Anna), k, []crm.FollowUp{{Due: k.Date, Text: "x"}}); err != nil {
					failed <- err
				}
			}
		})
	}
	group.Wait()
	close(failed)
	for err := range failed {
		w.Error(err)
	}
	got, err := w.s.ContactsOfCompany(w.ctx, w.Bakery.ID, crm.Cursor{}, 1000)
	w.ok(err)
	w.same(len(got), people*each)
}
