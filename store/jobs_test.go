package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

// notes is options with one handler, of the kind "note".
func notes(workers int, h store.JobHandler) store.JobOptions {
	return store.JobOptions{Handlers: map[string]store.JobHandler{"note": h}, Workers: workers, Log: slog.New(slog.DiscardHandler)}
}

// numbered is that many jobs, whose payload is their number from 0.
func numbered(n int, lane string) []crm.Job {
	jobs := make([]crm.Job, n)
	for i := range jobs {
		jobs[i] = crm.Job{Kind: "note", Lane: lane, Payload: fmt.Appendf(nil, `{"n":%d}`, i)}
	}
	return jobs
}

// number is that of a job of numbered, or -1.
func number(j crm.Job) int {
	payload := struct{ N int }{-1}
	if err := json.Unmarshal(j.Payload, &payload); err != nil {
		return -1
	}
	return payload.N
}

func idle(t *testing.T, s *store.Store) {
	t.Helper()
	storetest.Until(t, "nothing waits or runs", func() bool {
		n, err := s.JobCounts(ctx)
		return err == nil && n.Waiting == 0 && n.Running == 0
	})
}

func TestJobsRunOnce(t *testing.T) {
	const jobs = 1000
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		if err := s.Enqueue(ctx, numbered(jobs, "")...); err != nil {
			t.Fatal(err)
		}
		done := make(chan int, 2*jobs)
		began := time.Now()
		stop := storetest.RunJobs(t, s, notes(2, func(_ context.Context, j crm.Job) error { done <- number(j); return nil }))
		times := map[int]int{}
		for range jobs {
			times[storetest.Receive(t, done)]++
		}
		t.Logf("%.0f jobs a second", jobs/time.Since(began).Seconds())
		idle(t, s)
		stop()
		if len(times) != jobs || len(done) > 0 {
			t.Errorf("%d jobs were done, %d of them again", len(times), len(done))
		}
	})
}

// While a contact is logged again and again in transactions that fail at the very end, nothing is sent.
func TestJobsOfRolledBackChangesVanish(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		w := storetest.Fill(t, s)
		done := make(chan int, 100)
		stop := storetest.RunJobs(t, s, notes(2, func(_ context.Context, j crm.Job) error { done <- number(j); return nil }))
		e := storetest.Entry(w.Anna)
		e.Jobs = append(numbered(3, "T/C1"), crm.Job{Kind: "note", Payload: []byte(`{"n":`)})
		for range 20 { // until the last job, which cannot be stored
			if _, err := s.LogContact(ctx, e, w.Contact(), nil); err == nil {
				t.Fatal("logged")
			}
		}
		e.Jobs = []crm.Job{{Kind: "note", Payload: []byte(`{"n":100}`)}}
		if _, err := s.LogContact(ctx, e, w.Contact(), nil); err != nil {
			t.Fatal(err)
		}
		if got := storetest.Receive(t, done); got != 100 || len(done) > 0 {
			t.Errorf("done: %d and %d more", got, len(done))
		}
		stop()
		k, err := s.ContactsOfCompany(ctx, w.Crane.ID, crm.Cursor{}, 100)
		if err != nil || len(k) != 1 {
			t.Errorf("%d contacts: %v", len(k), err)
		}
	})
}

// A handler that fails every time, and one that panics, are called eight times; then the job can be tried once more.
func TestFailingJobIsParked(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		var log bytesLog
		calls := make(chan bool, 100)
		o := notes(2, func(_ context.Context, j crm.Job) error {
			calls <- true
			if len(calls)%2 == 0 {
				panic("a handler's mistake")
			}
			return errors.New("service unavailable")
		})
		o.Log = slog.New(slog.NewTextHandler(&log, nil))
		storetest.RunJobs(t, s, store.Hasty(o, time.Minute))
		if err := s.Enqueue(ctx, crm.Job{Kind: "note", Payload: []byte(`{"text":"hemmelig note"}`)}); err != nil {
			t.Fatal(err)
		}
		var parked []crm.ParkedJob
		for attempt := 8; attempt <= 9; attempt++ {
			idle(t, s)
			var err error
			if parked, err = s.ParkedJobs(ctx, 10); err != nil || len(parked) != 1 || parked[0].Attempts != attempt || len(calls) != attempt {
				t.Fatalf("parked %+v after %d calls: %v", parked, len(calls), err)
			}
			if attempt == 8 {
				if err := s.RetryParked(ctx, parked[0].ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		if parked[0].LastError != "service unavailable" {
			t.Errorf("last error %q", parked[0].LastError)
		}
		if said := log.String(); strings.Contains(said, "hemmelig") || strings.Count(said, "job failed") != 5 || !strings.Contains(said, "parked=true") {
			t.Errorf("the log says\n%s", said)
		}
	})
}

// bytesLog is a log that several goroutines write to.
type bytesLog struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *bytesLog) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *bytesLog) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
