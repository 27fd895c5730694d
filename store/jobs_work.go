package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"

	"samspil/internal/crm"
)

// worker does the jobs of one kind.
type worker struct {
	river.WorkerDefaults[jobArgs]
	store  *Store
	turns  *turns
	handle JobHandler
	log    *slog.Logger
}

// Work implements river.Worker.
func (w *worker) Work(ctx context.Context, row *river.Job[jobArgs]) error {
	notes, err := notesOf(row.Metadata)
	if err != nil {
		return err
	}
	lane := notes.Lane
	if notes.State != "" && row.Attempt > 1 {
		old, err := w.overtaken(ctx, row.ID, notes)
		if err != nil {
			return err
		}
		if old {
			w.complete(ctx, row)
			return nil
		}
	}
	wait, err := w.turns.take(ctx, row.ID, lane)
	switch {
	case err != nil:
		return err
	case wait > 0:
		return river.JobSnooze(wait)
	}
	var later crm.Later
	var parked *crm.Parked
	err = w.handle(ctx, crm.Job{ID: row.ID, Kind: row.Kind, Lane: lane, Payload: row.Args.payload, At: row.ScheduledAt})
	switch {
	case errors.As(err, &later):
		return river.JobSnooze(max(0, time.Duration(later)))
	case errors.As(err, &parked):
		logFailure(ctx, w.log, row.JobRow, parked, true)
		return river.JobCancel(parked)
	case err == nil:
		w.complete(ctx, row)
	}
	return err
}

// laterState finds a job that tells a newer state than the one with that number.
const laterState = `SELECT id FROM river_job WHERE metadata ->> 'lane' = ? AND metadata ->> 'state' = ? AND id > ? LIMIT 1`

// overtaken reports whether a later job tells what this one was to tell: it failed, and the other went by meanwhile.
func (w *worker) overtaken(ctx context.Context, id int64, notes jobNotes) (bool, error) {
	later, err := list(ctx, w.store.single(), func(id *int64) []any { return []any{id} }, laterState, notes.Lane, notes.State, id)
	return len(later) > 0, err
}

// complete notes at once that the job is done. River would do so within a quarter of a second, and a program killed
// in that time would do all of its jobs twice. When it fails, River's turn comes all the same.
func (w *worker) complete(ctx context.Context, row *river.Job[jobArgs]) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), jobTimeout) // also for a handler that took its time
	defer cancel()
	_ = w.store.update(ctx, func(c conn) error {
		_, err := river.JobCompleteTx[riverdriver.Driver[*sql.Tx]](ctx, c.raw.(*sql.Tx), row)
		return err
	})
}
