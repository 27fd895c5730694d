package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"github.com/riverqueue/river/rivertype"

	"samspil/internal/crm"
)

// JobStats is the queue as whoever runs the program watches it.
type JobStats struct {
	Kinds map[string]crm.JobCounts // by the kind of job; a kind without jobs is left out
	// Due is when the job that waits and was to be done first was to be done: ahead when none is late, the zero Time
	// when none waits.
	Due time.Time
}

// JobStats counts the jobs by kind. The moments of its two questions may differ by a little.
func (s *Store) JobStats(ctx context.Context) (JobStats, error) {
	stats := JobStats{Kinds: map[string]crm.JobCounts{}}
	err := s.single().each(ctx, func(r scanner) error {
		var kind string
		var state rivertype.JobState
		var count int
		err := r.Scan(&kind, &state, &count)
		n := stats.Kinds[kind]
		switch {
		case state == rivertype.JobStateRunning:
			n.Running += count
		case slices.Contains(parkedStates, state):
			n.Parked += count
		default:
			n.Waiting += count
		}
		stats.Kinds[kind] = n
		return err
	}, `SELECT kind, state, count(*) FROM river_job WHERE state <> 'completed' GROUP BY kind, state`)
	if err != nil {
		return JobStats{}, s.dialect.translate(err)
	}
	err = s.single().row(ctx, []any{&stats.Due}, `
		SELECT scheduled_at FROM river_job WHERE state IN ('available', 'pending', 'retryable', 'scheduled') ORDER BY scheduled_at LIMIT 1`)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return stats, s.dialect.translate(err)
}

// Size is how many bytes the database takes: the pages of a SQLite file, without what its log of writes (-wal) has
// beside it, or the database on its server.
func (s *Store) Size(ctx context.Context) (bytes int64, err error) {
	err = s.single().row(ctx, []any{&bytes}, s.dialect.size)
	return bytes, s.dialect.translate(err)
}
