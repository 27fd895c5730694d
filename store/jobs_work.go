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
	lane, err := laneOf(row.Metadata)
	if err != nil {
		return err
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
