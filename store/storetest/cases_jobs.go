package storetest

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"samspil/internal/crm"
	"samspil/store"
)

var quiet = slog.New(slog.DiscardHandler)

// handle is options with one handler, of the kind "note".
func handle(h store.JobHandler) store.JobOptions {
	return store.JobOptions{Handlers: map[string]store.JobHandler{"note": h}, Log: quiet}
}

// counts waits until the queue is as it should be.
func (w world) counts(want crm.JobCounts) {
	w.Helper()
	var got crm.JobCounts
	Until(w, "the jobs are counted as expected", func() bool {
		var err error
		got, err = w.s.JobCounts(w.ctx)
		w.ok(err)
		return got == want
	})
}

var jobCases = map[string]func(w world){
	"Enqueue": func(w world) {
		w.ok(w.s.Enqueue(w.ctx))
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note"}, crm.Job{Kind: "note", Payload: []byte(`{"text":"æ","n":7}`), Lane: "T/C'1"}))
		if err := w.s.Enqueue(w.ctx, crm.Job{Kind: "note"}, crm.Job{}); err == nil {
			w.Error("a job without a kind is stored")
		}
		for _, payload := range []string{`{"half`, `"seven"`, `7`, `[7]`} {
			if err := w.s.Enqueue(w.ctx, crm.Job{Kind: "note", Payload: []byte(payload)}); err == nil {
				w.Errorf("the payload %s is stored", payload)
			}
		}
		w.counts(crm.JobCounts{Waiting: 2})
		causesJobs(w, 2)
	},
	"RunJobs": func(w world) {
		done := make(chan crm.Job, 10)
		RunJobs(w, w.s, handle(func(_ context.Context, j crm.Job) error { done <- j; return nil }))
		at := time.Now().Add(300 * time.Millisecond)
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note", Lane: "T/C'1", At: at, Payload: []byte(`{"text": "en note på dansk"}`)}))
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note"}))
		first, second := Receive(w, done), Receive(w, done)
		w.same([]string{first.Lane, string(first.Payload), second.Lane, second.Kind}, []string{"", "{}", "T/C'1", "note"})
		w.same(string(second.Payload) == `{"text":"en note på dansk"}` || string(second.Payload) == `{"text": "en note på dansk"}`, true)
		if early := time.Until(at); early > 0 {
			w.Errorf("done %s too early", early)
		}
		if first.ID <= second.ID {
			w.Errorf("numbers %d, %d", first.ID, second.ID)
		}
		w.counts(crm.JobCounts{})
		if _, err := w.s.RunJobs(w.ctx, store.JobOptions{}); err == nil {
			w.Error("workers without handlers")
		}
	},
	"JobCounts": func(w world) {
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note"}, crm.Job{Kind: "note", At: time.Now().Add(time.Hour)}, crm.Job{Kind: "unknown"}))
		w.counts(crm.JobCounts{Waiting: 3})
		begun, end := make(chan bool), make(chan bool)
		RunJobs(w, w.s, handle(func(context.Context, crm.Job) error { begun <- true; <-end; return nil }))
		Receive(w, begun)
		w.counts(crm.JobCounts{Waiting: 1, Running: 1, Parked: 1})
		close(end)
		w.counts(crm.JobCounts{Waiting: 1, Parked: 1})
	},
	"JobStats": func(w world) {
		stats, err := w.s.JobStats(w.ctx)
		w.ok(err)
		w.same(stats, store.JobStats{Kinds: map[string]crm.JobCounts{}})
		later := time.Now().Add(time.Hour)
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note", At: later.Add(time.Hour)}, crm.Job{Kind: "note", At: later}))
		stats, err = w.s.JobStats(w.ctx)
		w.ok(err)
		if off := stats.Due.Sub(later).Abs(); off > time.Second {
			w.Errorf("due %s, not %s", stats.Due, later)
		}
		before := time.Now()
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note"}, crm.Job{Kind: "unknown"}))
		stats, err = w.s.JobStats(w.ctx)
		w.ok(err)
		if late := stats.Due.Sub(before); late < -time.Second || late > time.Minute {
			w.Errorf("due %s, stored after %s", stats.Due, before)
		}
		w.same(stats.Kinds, map[string]crm.JobCounts{"note": {Waiting: 3}, "unknown": {Waiting: 1}})
		begun, end := make(chan bool), make(chan bool)
		RunJobs(w, w.s, handle(func(context.Context, crm.Job) error { begun <- true; <-end; return nil }))
		Receive(w, begun)
		w.counts(crm.JobCounts{Waiting: 2, Running: 1, Parked: 1})
		stats, err = w.s.JobStats(w.ctx)
		w.ok(err)
		w.same(stats.Kinds, map[string]crm.JobCounts{"note": {Waiting: 2, Running: 1}, "unknown": {Parked: 1}})
		close(end)
		w.counts(crm.JobCounts{Waiting: 2, Parked: 1})
	},
	"ParkedJobs": func(w world) {
		before := time.Now().Add(-time.Minute)
		RunJobs(w, w.s, handle(func(context.Context, crm.Job) error { return crm.Park(errors.New("channel_not_found")) }))
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note", Lane: "T/C1"}))
		w.counts(crm.JobCounts{Parked: 1})
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "unknown"}))
		w.counts(crm.JobCounts{Parked: 2})
		all, err := w.s.ParkedJobs(w.ctx, 10)
		w.ok(err)
		w.same(len(all), 2)
		if p := all[1]; p.StoredAt.Before(before) || p.ParkedAt.Before(p.StoredAt) || time.Since(p.ParkedAt) > time.Minute {
			w.Errorf("stored %s, parked %s", p.StoredAt, p.ParkedAt)
		}
		w.same([]any{all[1].Kind, all[1].Lane, all[1].Attempts, all[1].LastError}, []any{"note", "T/C1", 1, "channel_not_found"})
		w.same([]any{all[0].Kind, all[0].Lane, all[0].Attempts}, []any{"unknown", "", 1})
		latest, err := w.s.ParkedJobs(w.ctx, 1)
		w.ok(err)
		w.same(latest, all[:1])
		none, err := w.s.ParkedJobs(w.ctx, 0)
		w.ok(err)
		w.same(len(none), 0)
	},
	"RetryParked": func(w world) {
		mended, done := make(chan bool), make(chan int64, 1)
		RunJobs(w, w.s, handle(func(_ context.Context, j crm.Job) error {
			select {
			case <-mended:
				done <- j.ID
				return nil
			default:
				return crm.Park(errors.New("not yet"))
			}
		}))
		w.ok(w.s.Enqueue(w.ctx, crm.Job{Kind: "note"}))
		w.counts(crm.JobCounts{Parked: 1})
		all, err := w.s.ParkedJobs(w.ctx, 1)
		w.ok(err)
		close(mended)
		w.ok(w.s.RetryParked(w.ctx, all[0].ID))
		w.same(Receive(w, done), all[0].ID)
		w.counts(crm.JobCounts{})
		w.kind(w.s.RetryParked(w.ctx, all[0].ID), crm.NotFound) // it is done
		w.kind(w.s.RetryParked(w.ctx, 1<<40), crm.NotFound)
	},
}

// causesJobs: whatever changes a row stores the jobs it causes with it, and none when it fails.
func causesJobs(w world, waiting int) {
	e := Entry(w.Anna)
	e.Jobs = []crm.Job{{Kind: "note", Lane: "T/C1"}, {Kind: "note"}}
	stored := func(err error) {
		w.Helper()
		w.ok(err)
		waiting += 2
		w.counts(crm.JobCounts{Waiting: waiting})
	}
	refused := func(err error) {
		w.Helper()
		if err == nil {
			w.Error("no error")
		}
		w.counts(crm.JobCounts{Waiting: waiting})
	}
	k, err := w.s.LogContact(w.ctx, e, w.Contact(), nil)
	stored(err)
	_, err = w.s.UpdateContact(w.ctx, e, k, nil)
	stored(err)
	_, err = w.s.UpdateContact(w.ctx, e, k, nil) // an old version
	refused(err)
	_, err = w.s.SetStatus(w.ctx, e, k.ID, 2, crm.Cancelled)
	stored(err)
	_, err = w.s.DeleteContact(w.ctx, e, k.ID, "")
	stored(err)
	_, err = w.s.RestoreContact(w.ctx, e, k.ID)
	stored(err)
	_, err = w.s.AddCompany(w.ctx, e, crm.Company{CVR: "98000003", Name: "Ny", Key: "ny"})
	stored(err)
	stored(w.s.Audit(w.ctx, e, "company.check", "99000007", nil))
	asked, _, err := w.s.AskAccess(w.ctx, w.Anna.Team, "UNEW", "Nina", Noon)
	w.ok(err)
	_, err = w.s.DecideAccess(w.ctx, e, asked.ID, true, crm.Caseworker)
	stored(err)
	e.Delivery = "E-jobs"
	_, err = w.s.LogContact(w.ctx, e, w.Contact(), nil)
	stored(err)
	_, err = w.s.LogContact(w.ctx, e, w.Contact(), nil) // the same delivery again causes nothing
	w.ok(err)
	w.counts(crm.JobCounts{Waiting: waiting})
	e.Jobs = append(e.Jobs, crm.Job{})
	refused(w.s.Audit(w.ctx, e, "company.check", "99000007", nil))
}
