package storetest

import (
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var reminderCases = map[string]func(w world){
	"RemindersDue": func(w world) {
		w.promise("old", "2026-10-01")
		w.promise("late", "2026-11-20")
		w.promise("due", "2026-11-24")
		w.promise("ahead", "2026-11-25")
		_, _, err := w.s.AddFollowUp(w.ctx, Entry(w.Carla), crm.FollowUp{CompanyID: w.Crane.ID, Due: when.MustISO("2026-11-24"), Text: "inactive owner"})
		w.ok(err)
		from, day, since := when.MustISO("2026-10-25"), when.MustISO("2026-11-24"), Noon.Add(time.Minute)
		got, err := w.s.RemindersDue(w.ctx, from, day, since, 10)
		w.ok(err)
		w.same(states(got), []string{"late open 2026-11-20  1 ", "due open 2026-11-24  1 "})
		got, err = w.s.RemindersDue(w.ctx, from, day, Noon, 10) // set when the day's reminders had been sent
		w.ok(err)
		w.same(len(got), 0)
	},
	"Remind": func(w world) {
		p := w.promise("a", "2026-11-20")
		moved := w.promise("b", "2026-11-20")
		_, _, err := w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: moved.ID, Act: crm.FollowUpMoved, Due: when.MustISO("2026-12-01")}})
		w.ok(err)
		compose := func(got []crm.Promise) ([]crm.Job, error) {
			w.same(states(got), []string{"a open 2026-11-20  1 "})
			return []crm.Job{{Kind: "test.job"}}, nil
		}
		for i, want := range []int{1, 0, 1, 1, 0} { // twice on the first day; three in all
			day := when.MustISO("2026-11-23").AddDays(max(0, i-1))
			n, err := w.s.Remind(w.ctx, day, []crm.Promise{p, moved}, compose)
			w.ok(err)
			w.same(n, want)
		}
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 3)
		due, err := w.s.RemindersDue(w.ctx, when.MustISO("2026-11-01"), when.MustISO("2026-11-30"), Noon.Add(time.Minute), 10)
		w.ok(err)
		w.same(len(due), 0) // a's are used up, and b is due later
		// Another day is reminded of anew, also when the contact's form gave it.
		_, after, err := w.s.ActOnFollowUps(w.ctx, Entry(w.Anna), []crm.FollowUpEdit{{ID: p.ID, Act: crm.FollowUpMoved, Due: when.MustISO("2026-11-30")}})
		w.ok(err)
		w.same(after[0].Reminded, 0)
		k := w.log(w.Contact(), crm.FollowUp{Due: when.MustISO("2026-11-20"), Text: "a"})
		of, err := w.s.FollowUpsOfContact(w.ctx, k.ID)
		w.ok(err)
		of1, err := w.s.Promises(w.ctx, []int64{of[0].ID})
		w.ok(err)
		_, err = w.s.Remind(w.ctx, when.MustISO("2026-11-23"), of1, compose)
		w.ok(err)
		for _, c := range []struct {
			due  string
			want int
		}{{"2026-11-20", 1}, {"2026-11-27", 0}} { // the same day again, and another
			of[0].Due = when.MustISO(c.due)
			k, err = w.s.UpdateContact(w.ctx, Entry(w.Anna), k, of)
			w.ok(err)
			of1, err = w.s.Promises(w.ctx, []int64{of[0].ID})
			w.ok(err)
			w.same(of1[0].Reminded, c.want)
		}
	},
	"UnaskedPlans": func(w world) {
		ahead, past := w.Plain("2026-11-24"), w.Plain("2026-11-20")
		ahead.Status, past.Status = crm.Planned, crm.Planned
		w.log(ahead)
		kept := w.log(past)
		w.log(w.Plain("2026-11-20")) // done
		gone := w.log(past)
		_, err := w.s.DeleteContact(w.ctx, Entry(w.Anna), gone.ID, "")
		w.ok(err)
		got, err := w.s.UnaskedPlans(w.ctx, when.MustISO("2026-11-01"), when.MustISO("2026-11-24"), 10)
		w.ok(err)
		w.same(ids(got), []int64{kept.ID})
		w.same(got[0].Company.Name, "Lolland Kran & Transport A/S")
	},
	"AskOutcome": func(w world) {
		k := w.Plain("2026-11-20")
		k.Status = crm.Planned
		k = w.log(k)
		jobs := []crm.Job{{Kind: "test.job"}}
		for _, want := range []bool{true, false} {
			first, err := w.s.AskOutcome(w.ctx, k, jobs)
			w.ok(err)
			w.same(first, want)
		}
		again := k
		again.Date = when.MustISO("2026-11-27")
		again, err := w.s.UpdateContact(w.ctx, Entry(w.Anna), again, nil) // another day is asked about anew
		w.ok(err)
		first, err := w.s.AskOutcome(w.ctx, k, jobs)
		w.ok(err)
		w.same(first, false)
		first, err = w.s.AskOutcome(w.ctx, again, jobs)
		w.ok(err)
		w.same(first, true)
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 2)
	},
}
