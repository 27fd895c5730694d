package followup_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"samspil/commands/followup"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// empty is a desk without the demo's own follow-ups and plans, so that a test counts its own.
func empty(t *testing.T, st *store.Store, url string) *desk {
	t.Helper()
	if err := demo.Seed(ctx, st, now); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{`UPDATE follow_up SET state = 'dropped', closed_at = 0`, `UPDATE contact SET status = 'cancelled' WHERE status = 'planned'`} {
		if err := storetest.Exec(t, url, statement); err != nil {
			t.Fatal(err)
		}
	}
	return deskOf(t, st, url, "anna")
}

// remind does what is due at that moment and gives how many messages were stored.
func (d *desk) remind(at time.Time) int {
	d.Helper()
	n, err := followup.Remind(ctx, d.store, at)
	if err != nil {
		d.Fatal(err)
	}
	return n
}

func at(day string, hour, minute int) time.Time { return when.MustISO(day).At(hour, minute) }

// A fortnight around Christmas: three programs look every quarter of an hour, day and night. Every reminder comes on its
// workday at 08:30 and once, three times at most, and none on 24–27 and 31 December, 1–3 January or a weekend.
func TestFortnight(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		d := empty(t, st, url)
		d.now = at("2026-12-18", 10, 0)
		due := map[string]crm.Promise{}
		for _, day := range []string{"2026-12-21", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-30", "2027-01-01", "2027-01-02"} {
			due[day] = d.promise(day, "due "+day)
		}
		type message struct{ at, text string }
		var got []message
		seen := 0
		for clock := at("2026-12-18", 10, 0); clock.Before(at("2027-01-09", 0, 0)); clock = clock.Add(15 * time.Minute) {
			var programs sync.WaitGroup
			for range 3 {
				programs.Go(func() { _, err := followup.Remind(ctx, st, clock); fail(t, err) })
			}
			programs.Wait()
			if clock.Equal(at("2026-12-28", 9, 0)) { // done in time: no more reminders of it
				d.now = clock
				d.says(fmt.Sprintf("done %d", due["2026-12-24"].ID))
			}
			if !slices.Contains([]int{0, 15, 30, 45}, clock.Minute()) || clock.Hour() != 8 && clock.Hour() != 9 {
				continue
			}
			all := sent(t, url)
			for _, m := range all[seen:] {
				got = append(got, message{clock.In(when.Copenhagen).Format("2006-01-02 15:04"), words(m.Text)})
			}
			seen = len(all)
		}
		if extra := len(sent(t, url)) - seen; extra != 0 {
			t.Errorf("%d messages at other times", extra)
		}
		want := []message{
			{"2026-12-21 08:30", "due 2026-12-21"}, {"2026-12-22 08:30", "due 2026-12-21"}, {"2026-12-23 08:30", "due 2026-12-21"},
			{"2026-12-28 08:30", "due 2026-12-24, due 2026-12-25, due 2026-12-26"},
			{"2026-12-29 08:30", "due 2026-12-25, due 2026-12-26"},
			{"2026-12-30 08:30", "due 2026-12-25, due 2026-12-26, due 2026-12-30"},
			{"2027-01-04 08:30", "due 2026-12-30, due 2027-01-01, due 2027-01-02"},
			{"2027-01-05 08:30", "due 2026-12-30, due 2027-01-01, due 2027-01-02"},
			{"2027-01-06 08:30", "due 2027-01-01, due 2027-01-02"},
		}
		if !slices.Equal(got, want) {
			t.Errorf("got\n%v\nwant\n%v", got, want)
		}
	})
}

func fail(t *testing.T, err error) {
	if err != nil {
		t.Error(err)
	}
}

// words are the texts of the follow-ups in a reminder.
func words(message string) string {
	var all []string
	for part := range strings.SplitSeq(message, " · ") {
		if strings.HasPrefix(part, "due ") {
			all = append(all, strings.TrimSpace(strings.SplitN(part, "\n", 2)[0]))
		}
	}
	return strings.Join(all, ", ")
}

// 08:30 is 08:30 in Copenhagen, before and after both clock changes.
func TestClockChanges(t *testing.T) {
	for due, moment := range map[string]string{
		"2026-10-23": "2026-10-23T06:30:00Z", "2026-10-25": "2026-10-26T07:30:00Z", // the last Sunday of October
		"2027-03-24": "2027-03-24T07:30:00Z", "2027-03-28": "2027-03-30T06:30:00Z", // Easter Day: the reminder is on Tuesday
		"2027-10-29": "2027-10-29T06:30:00Z", "2027-10-31": "2027-11-01T07:30:00Z",
	} {
		st, url := storetest.SQLite(t)
		d := empty(t, st, url)
		d.now = when.MustISO(due).AddDays(-3).At(12, 0)
		d.promise(due, "x")
		exactly, err := time.Parse(time.RFC3339, moment)
		if err != nil {
			t.Fatal(err)
		}
		if early := d.remind(exactly.Add(-time.Second)); early != 0 {
			t.Errorf("%s: reminded before %s", due, moment)
		}
		if n := d.remind(exactly); n != 1 {
			t.Errorf("%s: %d messages at %s", due, n, moment)
		}
	}
}

// What was missed while the program was down comes the same day until 18:00, else on the next workday at 08:30.
func TestAfterDowntime(t *testing.T) {
	for name, c := range map[string]struct {
		looks []time.Time
		want  []int
	}{
		"the same day":        {[]time.Time{at("2026-11-27", 16, 0), at("2026-11-27", 16, 1), at("2026-11-30", 8, 30)}, []int{1, 0, 1}},
		"not in the evening":  {[]time.Time{at("2026-11-27", 18, 0), at("2026-11-27", 23, 0), at("2026-11-28", 9, 0), at("2026-11-30", 8, 29), at("2026-11-30", 8, 30)}, []int{0, 0, 0, 0, 1}},
		"days later":          {[]time.Time{at("2026-12-02", 3, 0), at("2026-12-02", 8, 30), at("2026-12-03", 8, 30), at("2026-12-04", 8, 30), at("2026-12-07", 8, 30)}, []int{0, 1, 1, 1, 0}},
		"months later: quiet": {[]time.Time{at("2027-02-01", 8, 30)}, []int{0}},
	} {
		st, url := storetest.SQLite(t)
		d := empty(t, st, url)
		d.promise("2026-11-27", "x")
		for i, look := range c.looks {
			if n := d.remind(look); n != c.want[i] {
				t.Errorf("%s: %d messages at %s, want %d", name, n, look, c.want[i])
			}
		}
	}
}

// A reminder follows what was done: none for what was added or moved later that day, a new count for a new day or owner,
// none for somebody who has left.
func TestReminderFollowsTheFollowUp(t *testing.T) {
	st, url := storetest.SQLite(t)
	d := empty(t, st, url)
	p := d.promise("2026-11-23", "x") // at 10:00, due the same day
	if n := d.remind(at("2026-11-23", 10, 1)); n != 0 {
		t.Error("reminded of what was just written")
	}
	for _, day := range []string{"2026-11-24", "2026-11-25", "2026-11-26"} {
		if n := d.remind(at(day, 8, 30)); n != 1 {
			t.Errorf("%s: %d", day, n)
		}
	}
	last := sent(t, url)[2]
	wants(t, last.Text, "1 opfølgning venter på dig.", "Det er sidste påmindelse")
	if last.User != "U0ANNA" || last.Channel != "" || len(last.Blocks.BlockSet) < 3 {
		t.Errorf("%+v", last)
	}
	d.now = at("2026-11-26", 11, 0)
	d.says(fmt.Sprintf("give %d to Lis", p.ID))
	if n := d.remind(at("2026-11-26", 11, 1)); n != 0 {
		t.Error("reminded again on the same day")
	}
	before := len(sent(t, url))
	if n := d.remind(at("2026-11-27", 8, 30)); n != 1 || sent(t, url)[before].User != "U0LIS" {
		t.Error("the new owner is not reminded")
	}
	d.now = at("2026-11-27", 9, 0)
	d.says(fmt.Sprintf("move %d to 2/12", p.ID))
	for day, want := range map[string]int{"2026-11-30": 0, "2026-12-01": 0} {
		if n := d.remind(at(day, 8, 30)); n != want {
			t.Errorf("%s: %d", day, n)
		}
	}
	gone := d.people["lis"]
	gone.Active = false
	if _, err := st.SavePerson(ctx, gone); err != nil {
		t.Fatal(err)
	}
	if n := d.remind(at("2026-12-02", 8, 30)); n != 0 {
		t.Error("reminded somebody who has left")
	}
	d.now = at("2026-12-03", 9, 0)
	wants(t, d.says("all overdue"), "Lis Toftegård", "overdue")
}
