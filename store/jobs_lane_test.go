package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

// Two programs with handlers that keep a pace by themselves: each lane is done in order and by one at a time.
func TestLanesKeepTheirOrder(t *testing.T) {
	const jobs, pace = 12, 20 * time.Millisecond
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		done := make(chan crm.Job, 10*jobs)
		var mu sync.Mutex
		next := map[string]time.Time{}
		paced := func(_ context.Context, j crm.Job) error {
			mu.Lock()
			defer mu.Unlock()
			if early := time.Until(next[j.Lane]); early > 0 {
				return crm.Later(early)
			}
			next[j.Lane] = time.Now().Add(pace)
			done <- j
			return nil
		}
		for range 2 {
			storetest.RunJobs(t, s, notes(3, paced))
		}
		for _, lane := range []string{"T/C1", "T/C2"} {
			if err := s.Enqueue(ctx, numbered(jobs, lane)...); err != nil {
				t.Fatal(err)
			}
		}
		order := map[string][]int{}
		for range 2 * jobs {
			j := storetest.Receive(t, done)
			order[j.Lane] = append(order[j.Lane], number(j))
		}
		for lane, got := range order {
			if len(got) != jobs || !slices.IsSorted(got) {
				t.Errorf("lane %s: %v", lane, got)
			}
		}
		idle(t, s)
	})
}

// The queue keeps the pace, and a job that is put off holds up its own lane only; putting off is no attempt.
func TestPaceAndLater(t *testing.T) {
	const pace, off = 150 * time.Millisecond, 600 * time.Millisecond
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		type start struct {
			crm.Job
			at time.Time
		}
		done := make(chan start, 100)
		asked := 0
		o := notes(4, func(_ context.Context, j crm.Job) error {
			if number(j) == 0 && j.Lane == "slow" {
				if asked++; asked <= 10 {
					return crm.Later(off / 10)
				}
				defer func() { done <- start{j, time.Now()} }()
				return crm.Park(errors.New("enough"))
			}
			done <- start{j, time.Now()}
			return nil
		})
		o.Pace = pace
		storetest.RunJobs(t, s, o)
		if err := s.Enqueue(ctx, append(numbered(2, "slow"), numbered(4, "quick")...)...); err != nil {
			t.Fatal(err)
		}
		var order []string
		last := map[string]time.Time{}
		for range 6 {
			j := storetest.Receive(t, done)
			order = append(order, fmt.Sprint(j.Lane, " ", number(j.Job)))
			if gap := j.at.Sub(last[j.Lane]); gap < pace*8/10 {
				t.Errorf("%s after only %s", order[len(order)-1], gap)
			}
			last[j.Lane] = j.at
		}
		if want := []string{"quick 0", "quick 1", "quick 2", "quick 3", "slow 0", "slow 1"}; !slices.Equal(order, want) {
			t.Errorf("order %q", order)
		}
		idle(t, s)
		parked, err := s.ParkedJobs(ctx, 10)
		if err != nil || len(parked) != 1 || parked[0].Attempts != 1 {
			t.Errorf("parked %+v, %v", parked, err)
		}
	})
}
