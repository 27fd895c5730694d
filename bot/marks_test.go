package bot

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"
)

// slowNotes writes one batch for each token it gets.
type slowNotes struct {
	begun   chan []string
	proceed chan error
}

func (s slowNotes) Answered(context.Context, string) (bool, error) { return false, nil }
func (s slowNotes) MarkAnswered(_ context.Context, ids []string, _ time.Time) error {
	s.begun <- slices.Clone(ids)
	return <-s.proceed
}

// TestMarksAreWrittenTogether: what comes while one note is being written goes with the next, and each caller hears how
// its own went.
func TestMarksAreWrittenTogether(t *testing.T) {
	notes := slowNotes{make(chan []string), make(chan error)}
	m := &marks{deliveries: notes}
	var group sync.WaitGroup
	errs := make([]error, 21)
	group.Go(func() { errs[0] = m.note("0") })
	if first := <-notes.begun; !slices.Equal(first, []string{"0"}) {
		t.Errorf("first %q", first)
	}
	for i := 1; i <= 20; i++ {
		group.Go(func() { errs[i] = m.note(strconv.Itoa(i)) })
	}
	for waiting := 0; waiting < 20; {
		m.mu.Lock()
		if m.next != nil {
			waiting = len(m.next.ids)
		}
		m.mu.Unlock()
	}
	broken := errors.New("the disk is full")
	notes.proceed <- nil
	if second := <-notes.begun; len(second) != 20 || !slices.IsSorted(second) {
		t.Errorf("second %q", second)
	}
	notes.proceed <- broken
	group.Wait()
	for i, err := range errs {
		if i == 0 && err != nil || i > 0 && !errors.Is(err, broken) {
			t.Errorf("note %d: %v", i, err)
		}
	}
	group.Go(func() { errs[0] = m.note("last") })
	if last := <-notes.begun; !slices.Equal(last, []string{"last"}) {
		t.Errorf("last %q", last)
	}
	notes.proceed <- nil
	group.Wait()
}
