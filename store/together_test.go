package store

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"samspil/internal/crm"
)

// TestSmallThingsAreWrittenTogether writes many lines at once, some of which the database refuses: each is told of its own.
func TestSmallThingsAreWrittenTogether(t *testing.T) {
	s, err := OpenMigrated(t.Context(), "file:"+filepath.Join(t.TempDir(), "together.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var group sync.WaitGroup
	for i := range 400 {
		group.Go(func() {
			action := "company.check"
			if i%7 == 0 {
				action = "" // which a constraint refuses
			}
			err := s.Audit(t.Context(), crm.Entry{Now: time.Now()}, action, strconv.Itoa(i), nil)
			if refused := crm.IsKind(err, crm.Invalid); refused != (i%7 == 0) || err != nil && !refused {
				t.Errorf("line %d: %v", i, err)
			}
		})
	}
	group.Wait()
	var lines, different int
	err = s.single().row(t.Context(), []any{&lines, &different}, `SELECT count(*), count(DISTINCT subject) FROM audit`)
	if want := 400 - 58; err != nil || lines != want || different != want {
		t.Errorf("%d lines, %d different, want %d: %v", lines, different, want, err)
	}
}

// TestOneInTroubleTakesAllBack has the whole transaction fail: none of its things may be told that they are written.
func TestOneInTroubleTakesAllBack(t *testing.T) {
	s, err := OpenMigrated(t.Context(), "file:"+filepath.Join(t.TempDir(), "together.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	trouble := errors.New("the disk is gone")
	line := func(ctx context.Context, c conn) error {
		return c.audit(ctx, crm.Entry{Now: time.Now()}, "company.check", 0, "x", nil)
	}
	batch := []*errand{{do: line}, {do: func(context.Context, conn) error { return trouble }}, {do: line}}
	s.run(batch)
	var lines int
	if err := s.single().row(t.Context(), []any{&lines}, `SELECT count(*) FROM audit`); err != nil || lines != 0 {
		t.Errorf("%d lines are there: %v", lines, err)
	}
	for i, e := range batch {
		if !errors.Is(e.err, trouble) {
			t.Errorf("thing %d: %v", i, e.err)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Audit(ended, crm.Entry{Now: time.Now()}, "company.check", "x", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("with a context that has ended: %v", err)
	}
}
