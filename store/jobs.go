package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"samspil/internal/crm"
)

// jobAttempts is how often a job that fails is tried. With River's pauses between them (the number of the attempt,
// to the fourth, in seconds) the last one is about 80 minutes after the first.
const jobAttempts = 8

// inserter makes the client that stores jobs and looks after parked ones; it runs none.
func inserter(d dialect, db *sql.DB) (*river.Client[*sql.Tx], error) {
	return river.NewClient(d.river(db), &river.Config{
		Logger:      slog.New(slog.DiscardHandler), // what goes wrong comes back as an error
		MaxAttempts: jobAttempts,
		// So often at most it sends the notification that goes with an insert. Nobody listens: workers poll, and on
		// PostgreSQL transactions that notify wait for each other as they commit.
		FetchCooldown:     24 * time.Hour,
		FetchPollInterval: 24 * time.Hour,
	})
}

// jobArgs is the payload of a job as River wants it.
type jobArgs struct {
	kind    string
	payload json.RawMessage
}

// Kind implements river.JobArgs.
func (a jobArgs) Kind() string { return a.kind }

// MarshalJSON gives the payload as it is.
func (a jobArgs) MarshalJSON() ([]byte, error) {
	if len(a.payload) == 0 {
		return []byte("{}"), nil
	}
	return a.payload, nil
}

// UnmarshalJSON keeps the payload as it is.
func (a *jobArgs) UnmarshalJSON(b []byte) error { return a.payload.UnmarshalJSON(b) }

// jobNotes is what stands beside the payload.
type jobNotes struct {
	Lane  string `json:"lane,omitempty"`
	State string `json:"state,omitempty"`
}

func notesOf(metadata []byte) (notes jobNotes, err error) {
	if err := json.Unmarshal(metadata, &notes); err != nil {
		return notes, fmt.Errorf("read the lane of a job: %w", err)
	}
	return notes, nil
}

// Enqueue stores jobs that no other change causes; all of them or none. A job without a kind, or with a payload that
// is no JSON object, is a mistake of the program and an error that is not a crm.Error.
func (s *Store) Enqueue(ctx context.Context, jobs ...crm.Job) error {
	return s.update(ctx, func(c conn) error { return c.enqueue(ctx, jobs) })
}

// storable refuses what River would take and change: a payload "7" comes back as 7, "seven" not at all.
func storable(j crm.Job) error {
	switch payload := bytes.TrimSpace(j.Payload); {
	case j.Kind == "":
		return errors.New("store a job: it has no kind")
	case len(payload) > 0 && (payload[0] != '{' || !json.Valid(payload)):
		return fmt.Errorf("store a job of kind %s: its payload is no JSON object", j.Kind)
	}
	return nil
}

// enqueue stores the jobs in this transaction: they are there when it commits, and only then.
func (c conn) enqueue(ctx context.Context, jobs []crm.Job) error {
	if len(jobs) == 0 {
		return nil
	}
	params := make([]river.InsertManyParams, len(jobs))
	now := time.Now()
	for i, j := range jobs {
		if err := storable(j); err != nil {
			return err
		}
		notes, err := json.Marshal(jobNotes{j.Lane, j.State})
		if err != nil {
			return err
		}
		opts := &river.InsertOpts{Metadata: notes}
		if j.At.After(now) { // River looks at jobs with a time only now and then
			opts.ScheduledAt = j.At
		}
		params[i] = river.InsertManyParams{Args: jobArgs{j.Kind, j.Payload}, InsertOpts: opts}
	}
	if _, err := c.jobs.InsertManyFastTx(ctx, c.raw.(*sql.Tx), params); err != nil {
		return fmt.Errorf("store %d jobs: %w", len(jobs), err)
	}
	return nil
}
