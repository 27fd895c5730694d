package storetest

import (
	"context"
	"testing"
	"time"

	"samspil/store"
)

// waitAtMost is how long a test waits for what must happen.
const waitAtMost = 30 * time.Second

// RunJobs starts workers, which are stopped when the test ends, or before by stop.
func RunJobs(t testing.TB, s *store.Store, o store.JobOptions) (stop func()) {
	t.Helper()
	jobs, err := s.RunJobs(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	stopped := false
	stop = func() {
		t.Helper()
		if stopped {
			return
		}
		stopped = true
		ctx, cancel := context.WithTimeout(context.Background(), waitAtMost)
		defer cancel()
		if err := jobs.Stop(ctx); err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(stop)
	return stop
}

// Receive waits for the channel's next value.
func Receive[T any](t testing.TB, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(waitAtMost):
		t.Fatal("nothing came")
		panic("unreachable")
	}
}

// Until waits for what shows in the database only, and gives up after a while.
func Until(t testing.TB, what string, happened func() bool) {
	t.Helper()
	for end := time.Now().Add(waitAtMost); !happened(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %s: %s", waitAtMost, what)
		}
	}
}
