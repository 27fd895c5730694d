package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"samspil/internal/crm"
)

// JobCounts says how many jobs wait, run and are parked.
func (s *Store) JobCounts(ctx context.Context) (n crm.JobCounts, err error) {
	err = s.single().each(ctx, func(r scanner) error {
		var state rivertype.JobState
		var count int
		err := r.Scan(&state, &count)
		switch {
		case state == rivertype.JobStateRunning:
			n.Running += count
		case slices.Contains(parkedStates, state):
			n.Parked += count
		case state != rivertype.JobStateCompleted:
			n.Waiting += count
		}
		return err
	}, `SELECT state, count(*) FROM river_job GROUP BY state`)
	return n, s.dialect.translate(err)
}

// parkedStates: discarded after the last attempt, cancelled by the handler or for want of one.
var parkedStates = []rivertype.JobState{rivertype.JobStateDiscarded, rivertype.JobStateCancelled}

// riverPrefix is what River puts before the error of crm.Park.
const riverPrefix = "JobCancelError: "

// mostParked is what River gives at once.
const mostParked = 10_000

// ParkedJobs gives the jobs that were given up, the latest first; at most limit of them and at most 10000.
func (s *Store) ParkedJobs(ctx context.Context, limit int) ([]crm.ParkedJob, error) {
	if limit < 1 {
		return nil, nil
	}
	params := river.NewJobListParams().States(parkedStates...).
		OrderBy(river.JobListOrderByFinalizedAt, river.SortOrderDesc).First(min(limit, mostParked))
	found, err := s.jobs.JobList(ctx, params)
	if err != nil {
		return nil, s.dialect.translate(err)
	}
	var all []crm.ParkedJob
	for _, row := range found.Jobs {
		notes, err := notesOf(row.Metadata)
		if err != nil {
			return nil, err
		}
		p := crm.ParkedJob{ID: row.ID, Kind: row.Kind, Lane: notes.Lane, Attempts: row.Attempt,
			StoredAt: row.CreatedAt, ParkedAt: *row.FinalizedAt}
		if n := len(row.Errors); n > 0 {
			p.LastError = strings.TrimPrefix(row.Errors[n-1].Error, riverPrefix)
		}
		all = append(all, p)
	}
	return all, nil
}

// RetryParked lets a job that was given up be tried again: once, when its attempts were used up. NotFound when no
// such job is parked.
func (s *Store) RetryParked(ctx context.Context, id int64) error {
	return s.update(ctx, func(c conn) error {
		tx := c.raw.(*sql.Tx)
		row, err := c.jobs.JobGetTx(ctx, tx, id)
		if errors.Is(err, rivertype.ErrNotFound) || err == nil && !slices.Contains(parkedStates, row.State) {
			return crm.Errorf(crm.NotFound, errNoJob, id)
		}
		if err == nil {
			_, err = c.jobs.JobRetryTx(ctx, tx, id)
		}
		return err
	})
}
