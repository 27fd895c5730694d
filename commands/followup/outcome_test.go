package followup_test

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"samspil/commands/followup"
	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// plans logs a planned visit of the person's.
func (d *desk) plans(day string) crm.Contact {
	d.Helper()
	company, err := d.store.CompanyByCVR(ctx, "99015527")
	if err != nil {
		d.Fatal(err)
	}
	c, err := d.store.LogContact(ctx, crm.Entry{RequestID: "r0", Now: d.now, Person: d.person}, crm.Contact{Company: company, Status: crm.Planned,
		Channel: crm.Visit, Date: when.MustISO(day), Start: 10 * 60, End: crm.NoClock, Source: "form"}, nil)
	if err != nil {
		d.Fatal(err)
	}
	return c
}

// The planner is asked on the workday after, once, also by three programs at a time.
func TestPlannerIsAsked(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		d := empty(t, st, url)
		c := d.plans("2026-11-27") // a Friday
		for _, quiet := range []time.Time{at("2026-11-27", 8, 30), at("2026-11-28", 9, 0), at("2026-11-30", 8, 29)} {
			if n := d.remind(quiet); n != 0 {
				t.Errorf("asked at %s", quiet)
			}
		}
		counts := make(chan int, 3)
		for range 3 {
			go func() {
				n, err := followup.Remind(ctx, st, at("2026-11-30", 8, 30))
				fail(t, err)
				counts <- n
			}()
		}
		if n := <-counts + <-counts + <-counts; n != 1 || d.remind(at("2026-12-01", 8, 30)) != 0 {
			t.Errorf("asked %d times", n)
		}
		m := sent(t, url)[0]
		wants(t, m.Text, "Hvad blev der af det planlagte? besøg · Køge Kran ApS · fredag d. 27. november 2026 kl. 10.00")
		if m.User != "U0ANNA" {
			t.Errorf("%+v", m)
		}
		// Planned anew, it is asked about anew.
		c.Date = when.MustISO("2026-12-02")
		if _, err := st.UpdateContact(ctx, crm.Entry{RequestID: "r0", Now: d.now, Person: d.person}, c, nil); err != nil {
			t.Fatal(err)
		}
		if n := d.remind(at("2026-12-02", 8, 30)) + d.remind(at("2026-12-03", 8, 30)); n != 1 {
			t.Errorf("asked %d times about the new day", n)
		}
	})
}

func TestOutcomeButtons(t *testing.T) {
	st, url := storetest.SQLite(t)
	d := empty(t, st, url)
	d.now = at("2026-11-20", 10, 0)
	for button, want := range map[string]crm.Status{"happened": crm.Done, "cancelled": crm.Cancelled, "noshow": crm.NoShow} {
		d.now = at("2026-11-20", 10, 0)
		c := d.plans("2026-11-27")
		value := strconv.FormatInt(c.ID, 10)
		if _, err := d.presses(button, value); !crm.IsKind(err, crm.Conflict) {
			t.Errorf("%s before its day: %v", button, err)
		}
		d.now = at("2026-11-30", 9, 0)
		if button != "happened" {
			why, err := d.presses("missed", value)
			if err != nil || !why.Replace || len(buttons(t, why)["followup.cancelled"]) != 1 || len(buttons(t, why)["followup.noshow"]) != 1 || len(buttons(t, why)["visit.edit"]) != 1 {
				t.Fatalf("%v\n%s", err, why.Text)
			}
		}
		reply, err := d.presses(button, value)
		if err != nil || !reply.Replace {
			t.Fatal(err)
		}
		wants(t, reply.Text, "Noted as ", "Køge Kran ApS")
		if got, _ := st.Contact(ctx, c.ID); got.Status != want {
			t.Errorf("%s: %s", button, got.Status)
		}
		if _, err := d.presses("happened", value); !crm.IsKind(err, crm.Conflict) { // somebody else answered first
			t.Error(err)
		}
		d.now = d.now.Add(11 * time.Minute)
		if _, err := d.presses("planned", value); !crm.IsKind(err, crm.Invalid) {
			t.Error(err)
		}
		d.now = d.now.Add(-2 * time.Minute)
		if _, err := d.presses("planned", value); err != nil {
			t.Error(err)
		}
		if got, _ := st.Contact(ctx, c.ID); got.Status != crm.Planned {
			t.Errorf("%s undone: %s", button, got.Status)
		}
		if _, err := st.DeleteContact(ctx, crm.Entry{RequestID: "r0", Now: d.now, Person: d.person}, c.ID, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := d.presses("happened", value); !crm.IsKind(err, crm.Conflict) {
			t.Error(err)
		}
	}
	c := d.plans("2026-11-26")
	d.person = d.people["bo"]
	if _, err := d.presses("happened", fmt.Sprint(c.ID)); !crm.IsKind(err, crm.NotFound) {
		t.Error(err)
	}
}
