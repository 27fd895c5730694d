package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"go.uber.org/goleak"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

// Stop lets a handler finish, cuts it off when that takes too long, and leaves nothing running either way.
func TestStopLeavesNothingRunning(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		if err := s.Enqueue(ctx, numbered(6, "")...); err != nil {
			t.Fatal(err)
		}
		before := goleak.IgnoreCurrent()
		for _, slow := range []bool{false, true} {
			begun, end := make(chan bool, 10), make(chan bool)
			jobs, err := s.RunJobs(ctx, notes(2, func(ctx context.Context, _ crm.Job) error {
				begun <- true
				select {
				case <-end:
					return nil
				case <-ctx.Done():
					return fmt.Errorf("post: %w", ctx.Err())
				}
			}))
			if err != nil {
				t.Fatal(err)
			}
			storetest.Receive(t, begun)
			storetest.Receive(t, begun)
			short, cancel := contextWithTimeout(100 * time.Millisecond)
			defer cancel()
			if !slow {
				short = ctx
				time.AfterFunc(50*time.Millisecond, func() { close(end) })
			}
			if err := jobs.Stop(short); (err != nil) != slow {
				t.Errorf("slow %v: %v", slow, err)
			}
			if n, err := s.JobCounts(ctx); err != nil || n != (crm.JobCounts{Waiting: 4}) || len(begun) > 0 {
				t.Errorf("slow %v: %+v, %v", slow, n, err)
			}
			goleak.VerifyNone(t, before)
		}
	})
}
