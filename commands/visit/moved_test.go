package visit_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samspil/commands/visit"
	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store/storetest"
)

func (d *desk) moves(p crm.Person, code string) crm.Person {
	d.Helper()
	o, err := d.store.OrgByCode(context.Background(), code)
	if err != nil {
		d.Fatal(err)
	}
	p.Org = o
	saved, err := d.store.SavePerson(context.Background(), p)
	if err != nil {
		d.Fatal(err)
	}
	return saved
}

// private is a private partner of the demo.
func (d *desk) private() crm.Org {
	d.Helper()
	orgs, err := d.store.Orgs(context.Background())
	if err != nil {
		d.Fatal(err)
	}
	i := slices.IndexFunc(orgs, func(o crm.Org) bool { return !o.Public })
	return orgs[i]
}

// The planner has moved to a private partner; somebody joins: the brief is made with the eyes of the old organisation.
func TestPlannerMoved(t *testing.T) {
	d := newDesk(t, "anna")
	private := d.private().Code
	d.says("99001941 tomorrow 9:00 upskilling, follow up week 50: hemmeligt løfte om fyringer")
	plan := d.last()
	anna := d.moves(d.person, private)
	d.as("bo")
	if said := d.says(fmt.Sprintf("join %d", plan.ID)); !strings.Contains(said, anna.Name) {
		t.Error(said)
	}
	for _, s := range d.sent() {
		if strings.HasPrefix(s, anna.User+": ") {
			t.Errorf("to %s of %s: %s", anna.Name, anna.Org.NameDA, s)
		}
	}
}

// Who joined has moved to a private partner: told where the visit goes.
func TestJoinerMoved(t *testing.T) {
	d := newDesk(t, "anna")
	private := d.private().Code
	d.says("99001941 tomorrow 9:00 upskilling")
	plan := d.last()
	anna := d.person
	d.as("bo")
	d.says(fmt.Sprintf("join %d", plan.ID))
	bo := d.moves(d.person, private)
	n := len(d.sent())
	moved := d.contact(plan.ID)
	moved.Date = plan.Date.AddDays(1)
	if _, err := d.store.UpdateContact(context.Background(), storetest.Entry(anna), moved, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := visit.TellJoined(context.Background(), d.store, d.now); err != nil {
		t.Fatal(err)
	}
	for _, s := range d.sent()[n:] {
		t.Errorf("to %s of %s (private): %s", bo.Name, bo.Org.NameDA, s)
	}
}

// A private partner that has joined is hidden from the next that joins, but not in the brief.
func TestBringsOfHidden(t *testing.T) {
	d := newDesk(t, "anna")
	ctx := context.Background()
	private := d.private()
	d.says("99001941 tomorrow 9:00 upskilling")
	plan := d.last()
	anna := d.person
	if err := d.store.SaveAgreement(ctx, anna.Org.Code, private.Code, crm.TierFact); err != nil {
		t.Fatal(err)
	}
	pia, err := d.store.SavePerson(ctx, crm.Person{Team: anna.Team, User: "UPIA", Name: "Pia Privat", Org: private, Role: crm.Caseworker, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	d.person = pia
	d.says(fmt.Sprintf("join %d", plan.ID))
	if _, err := d.words("bring", fmt.Sprint(plan.ID), "Vores fortrolige tilbud paa 30 pladser"); err != nil {
		t.Fatal(err)
	}
	d.as("bo")
	said := d.says(fmt.Sprintf("join %d", plan.ID))
	if strings.Contains(said, private.NameDA) || strings.Contains(said, "fortrolige") {
		t.Errorf("tier 0 between %s and %s:\n%s", private.NameDA, d.person.Org.NameDA, said)
	}
}

// The Home tab of somebody who moved shows what they promised for the organisation of before.
func TestHomeOfMover(t *testing.T) {
	d := newDesk(t, "anna")
	private := d.private().Code
	d.says("99001941 yesterday phone upskilling")
	k := d.last()
	_, err := d.store.UpdateContact(context.Background(), storetest.Entry(d.person), k, []crm.FollowUp{{CompanyID: k.Company.ID, OrgID: d.person.Org.ID, OwnerID: d.person.ID, Due: when.MustISO("2026-12-07"), Text: "de 12 varslede fyringer", State: crm.FollowUpOpen}})
	if err != nil {
		t.Fatal(err)
	}
	d.person = d.moves(d.person, private)
	reply, err := d.feature.Home(context.Background(), d.request())
	if err != nil || strings.Contains(reply.Text, "Ærø") {
		t.Errorf("%v\n%s", err, reply.Text)
	}
}
