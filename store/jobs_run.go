package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"samspil/internal/crm"
)

// How the queue is run.
const (
	defaultWorkers = 4
	pollEvery      = 100 * time.Millisecond // River has no notifications over database/sql
	fetchAgain     = 2 * time.Millisecond   // after a fetch that found as many jobs as it asked for
	jobTimeout     = 30 * time.Second
	// What runs for longer than this was a killed program's, because the timeout is shorter; it gets another attempt.
	// River looks every half minute.
	rescueAfter = time.Minute
	// A payload may hold what a person wrote: it is gone soon after it was of use.
	keepDone   = time.Hour
	keepParked = 30 * 24 * time.Hour
	// cutOff is how long a handler whose context has ended may take to notice.
	cutOff = 2 * time.Second
)

// JobHandler does a job, within 30 seconds: then ctx ends, and half a minute later the job counts as a killed
// program's. It is called again, after a growing pause, when it fails, so what it does must bear being done twice. It
// may return crm.Later and crm.Park. The text of its error is stored and shown to whoever runs the program: it must
// hold nothing of the payload.
type JobHandler = func(ctx context.Context, j crm.Job) error

// JobOptions says how jobs are run.
type JobOptions struct {
	Handlers map[string]JobHandler // by kind; a job of another kind is parked
	Workers  int                   // jobs at the same time; 0 for 4
	Pace     time.Duration         // at least between two starts in one lane of this program; 0 for none
	Log      *slog.Logger          // warnings of the queue, without payloads; nil for slog.Default()

	retry           river.ClientRetryPolicy // nil for River's
	timeout, rescue time.Duration           // 0 for those above
}

// Jobs are workers at work.
type Jobs struct{ client *river.Client[*sql.Tx] }

// RunJobs starts workers, which go on until Stop, also after ctx has ended. Several programs may run jobs of one
// database at the same time. Stop them before the store is closed.
func (s *Store) RunJobs(ctx context.Context, o JobOptions) (*Jobs, error) {
	if len(o.Handlers) == 0 {
		return nil, errors.New("run jobs: there are no handlers")
	}
	workers := river.NewWorkers()
	o.Log = slog.New(warnings{cmp.Or(o.Log, slog.Default()).Handler()})
	turns := &turns{store: s, pace: o.Pace, begun: map[string]time.Time{}}
	for kind, handle := range o.Handlers {
		river.AddWorkerArgs(workers, jobArgs{kind: kind}, &worker{store: s, turns: turns, handle: handle, log: o.Log})
	}
	client, err := river.NewClient(s.dialect.river(s.write), o.config(workers))
	if err != nil {
		return nil, fmt.Errorf("run jobs: %w", err)
	}
	// The end of ctx would cut off the handlers at once, where Stop lets them finish.
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return nil, s.dialect.translate(fmt.Errorf("run jobs: %w", err))
	}
	return &Jobs{client}, nil
}

func (o JobOptions) config(workers *river.Workers) *river.Config {
	return &river.Config{
		CancelledJobRetentionPeriod: keepParked,
		CompletedJobRetentionPeriod: keepDone,
		DiscardedJobRetentionPeriod: keepParked,
		ErrorHandler:                failures{o.Log},
		FetchCooldown:               fetchAgain,
		FetchPollInterval:           pollEvery,
		JobTimeout:                  cmp.Or(o.timeout, jobTimeout),
		Logger:                      o.Log,
		PollOnly:                    true,
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: cmp.Or(o.Workers, defaultWorkers)}},
		RescueStuckJobsAfter:        cmp.Or(o.rescue, rescueAfter),
		RetryPolicy:                 o.retry,
		Workers:                     workers,
	}
}

// Stop takes no more jobs, lets those it took finish, and returns when nothing runs any more. When ctx ends first,
// the handlers' contexts end, their jobs are put back for another time, and Stop gives ctx's error.
func (j *Jobs) Stop(ctx context.Context) error {
	err := j.client.Stop(ctx)
	if err == nil {
		return nil
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), cutOff)
	defer cancel()
	return errors.Join(err, j.client.StopAndCancel(last))
}
