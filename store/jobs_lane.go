package store

import (
	"context"
	"maps"
	"sync"
	"time"
)

// turns keeps the order in the lanes, and their pace.
type turns struct {
	store *Store
	pace  time.Duration

	mu    sync.Mutex
	begun map[string]time.Time // lane → when its last job began
}

const (
	// laneStep is about how long the job ahead needs when nobody keeps a pace.
	laneStep = 25 * time.Millisecond
	// mostAhead is how many jobs ahead are looked at: one further behind comes back too early and waits once more.
	mostAhead = 100
	// manyLanes are remembered before those whose pause is over are forgotten.
	manyLanes = 1000
)

// jobsAhead are the jobs that go before one of their lane: those that run, those that are due and those that were
// put off. A job that failed (an attempt that counted) and waits for another is passed by, and so is one whose time
// has not come yet; see ahead.
const jobsAhead = `
	SELECT state, attempt, CASE WHEN attempted_at IS NULL THEN 0 ELSE 1 END, scheduled_at FROM river_job
	WHERE metadata ->> 'lane' = ? AND id < ? AND finalized_at IS NULL
		AND (state IN ('available', 'running') OR state = 'scheduled' AND attempt = 0 AND attempted_at IS NOT NULL)
	ORDER BY id LIMIT ?`

// queued is what jobsAhead says of a job.
type queued struct {
	state     string
	attempt   int
	attempted int64
	due       time.Time
}

func queuedFields(q *queued) []any { return []any{&q.state, &q.attempt, &q.attempted, &q.due} }

// ahead reports whether a job of a higher number must wait for this one.
func (q queued) ahead(now time.Time) bool {
	return q.state == "running" || q.attempt == 0 && q.attempted == 1 || !q.due.After(now)
}

// take gives 0 when it is the job's turn, else how long it had better wait before it asks again: about until all
// those ahead of it are done, so that a long queue does not ask all the time.
func (t *turns) take(ctx context.Context, id int64, lane string) (time.Duration, error) {
	if lane == "" {
		return 0, nil
	}
	all, err := list(ctx, t.store.single(), queuedFields, jobsAhead, lane, id, mostAhead)
	if err != nil {
		return 0, err
	}
	now := time.Now()
	var wait time.Duration
	for _, q := range all {
		if !q.ahead(now) {
			continue
		}
		if wait == 0 && q.state != "running" {
			wait = max(0, q.due.Sub(now))
		}
		wait += max(t.pace, laneStep)
	}
	if wait > 0 {
		return wait, nil
	}
	return t.begin(lane, now), nil
}

// begin notes that a job of the lane begins, or gives how long its pause still is.
func (t *turns) begin(lane string, now time.Time) time.Duration {
	if t.pace == 0 {
		return 0
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	over := func(_ string, at time.Time) bool { return now.Sub(at) >= t.pace }
	if at, ok := t.begun[lane]; ok && !over(lane, at) {
		return at.Add(t.pace).Sub(now)
	}
	if len(t.begun) >= manyLanes {
		maps.DeleteFunc(t.begun, over)
	}
	t.begun[lane] = now
	return 0
}
