package demo_test

import (
	"context"
	"testing"

	"samspil/internal/demo"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// TestSeedFillsTheStore seeds a real database, which refuses what is not sound: an unknown successor, a contact
// without a company, a follow-up without an owner.
func TestSeedFillsTheStore(t *testing.T) {
	ctx, now := context.Background(), when.MustISO("2026-11-23").At(10, 0)
	s, _ := storetest.SQLite(t)
	if err := demo.Seed(ctx, s, now); err != nil {
		t.Fatal(err)
	}
	logged := 0
	for _, p := range demo.People() {
		saved, err := s.Person(ctx, p.Team, p.User)
		if err != nil {
			t.Fatal(err)
		}
		list, err := s.ContactsOfPerson(ctx, saved, 1000)
		if err != nil {
			t.Fatal(err)
		}
		logged += len(list)
	}
	if want := len(demo.Contacts(now)); logged != want {
		t.Errorf("the store holds %d contacts, want %d", logged, want)
	}
}
