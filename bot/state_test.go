package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/store"
	"samspil/store/storetest"
)

// Two states of one living message, the first of which Slack refuses once for a moment.
func TestNewerStateStands(t *testing.T) {
	r := newEdge(t)
	s, _ := storetest.SQLite(t)
	var jobs []crm.Job
	for _, m := range []commands.Message{{Key: "visit.1", Text: "open, answer here"}, {Key: "visit.1", Text: "CANCELLED"}, {Under: "visit.1", Text: "in its thread"}} {
		m.Team, m.Lang, m.Channel = "T1", text.Danish, "C1"
		j, err := m.Job()
		if err != nil {
			t.Fatal(err)
		}
		jobs = append(jobs, j)
	}
	failed := false
	done := make(chan int, 9)
	handle := r.edge.Jobs()[commands.MessageJob]
	storetest.RunJobs(t, s, store.JobOptions{Workers: 4, Handlers: map[string]store.JobHandler{commands.MessageJob: func(ctx context.Context, j crm.Job) error {
		if !failed {
			failed = true
			return errors.New("service_unavailable")
		}
		err := handle(ctx, j)
		done <- 1
		return err
	}}})
	if err := s.Enqueue(context.Background(), jobs...); err != nil {
		t.Fatal(err)
	}
	for range jobs[1:] { // nothing comes of the first any more
		storetest.Receive(t, done)
	}
	for {
		n, err := s.JobCounts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if n.Waiting+n.Running == 0 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if got := strings.Join(r.sent, "\n"); len(r.sent) != 2 || !strings.HasSuffix(r.sent[0], "CANCELLED") {
		t.Errorf("Slack shows in the end:\n%s", got)
	}
}
