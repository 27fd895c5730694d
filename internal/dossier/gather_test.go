package dossier

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var (
	ours    = crm.Org{ID: 1, Public: true}
	theirs  = crm.Org{ID: 2, Public: true}
	private = crm.Org{ID: 3}
	monday  = when.MustISO("2026-11-23")
)

// file is the contacts of one company, newest first.
type file []crm.Contact

func (f file) ContactsOfCompany(_ context.Context, _ int64, after crm.Cursor, limit int) ([]crm.Contact, error) {
	from := 0
	if !after.Date.IsZero() {
		from = 1 + slices.IndexFunc(f, func(c crm.Contact) bool { return c.ID == after.ID })
	}
	return f[from:min(from+limit, len(f))], nil
}
func (file) Notices(context.Context, int64) ([]crm.Notice, error)              { return nil, nil }
func (file) FollowUpsOfCompany(context.Context, int64) ([]crm.FollowUp, error) { return nil, nil }
func (file) Agreements(context.Context) (crm.Agreements, error)                { return nil, nil }

// days makes n contacts of the organisation, one a day back from the day before yesterday.
func days(org crm.Org, n, from int) file {
	var f file
	for i := range n {
		f = append(f, crm.Contact{ID: int64(1000*org.ID) + int64(n-i), Org: org, Status: crm.Done, Date: monday.AddDays(-from - i), Start: crm.NoClock, End: crm.NoClock})
	}
	return f
}

func gather(t *testing.T, f file, viewer crm.Org) crm.Checked {
	t.Helper()
	slices.SortStableFunc(f, func(a, b crm.Contact) int { return b.Date.Sub(a.Date) })
	got, err := Gather(context.Background(), f, crm.Company{ID: 1}, viewer, monday.At(10, 0), monday)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestTheWindowIsReadToItsEnd finds another organisation's contact behind any number of our own.
func TestTheWindowIsReadToItsEnd(t *testing.T) {
	for _, own := range []int{0, enough, pageSize, 3 * pageSize} {
		f := append(days(ours, min(own, 80), 1), days(theirs, 1, 85)...)
		for len(f) < own {
			f = append(f, days(ours, 1, 40)...)
			f[len(f)-1].ID = int64(5000 + len(f))
		}
		if got := gather(t, f, ours); got.Standing != crm.Recent {
			t.Errorf("behind %d of our own: %s", own, got.Standing)
		}
	}
}

// TestHiddenContactsLeaveNoTrace compares what a viewer is shown with and without contacts of which they may not know.
func TestHiddenContactsLeaveNoTrace(t *testing.T) {
	for _, visible := range []int{1, enough - 1, enough, enough + 1, pageSize, 2 * pageSize} {
		without := gather(t, days(private, visible, 1), private)
		for _, hidden := range []int{1, enough, pageSize, 3 * pageSize} {
			for _, from := range []int{1, 50, 400} {
				with := gather(t, append(days(private, visible, 1), days(ours, hidden, from)...), private)
				if !same(without, with) {
					t.Fatalf("%d visible, %d hidden from day %d: the answer differs", visible, hidden, from)
				}
			}
		}
	}
}

// same compares two answers in full.
func same(a, b crm.Checked) bool {
	la, lb := *a.Last, *b.Last
	a.Last, b.Last = nil, nil
	return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b) && fmt.Sprintf("%+v", la) == fmt.Sprintf("%+v", lb)
}

func TestOlderIsSaid(t *testing.T) {
	f := append(days(theirs, 1, 1), days(ours, enough+5, 200)...)
	if got := gather(t, f, ours); !got.Older {
		t.Error("older contacts are not said")
	}
	if got := gather(t, days(ours, 3, 1), ours); got.Older {
		t.Error("there are no older ones")
	}
}
