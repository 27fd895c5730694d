package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
)

// queue keeps jobs until the test does them.
type queue struct {
	lock sync.Mutex
	jobs []crm.Job
}

func (q *queue) Enqueue(_ context.Context, jobs ...crm.Job) error {
	q.lock.Lock()
	defer q.lock.Unlock()
	q.jobs = append(q.jobs, jobs...)
	return nil
}

// stored is what waits now.
func (q *queue) stored() []crm.Job {
	q.lock.Lock()
	defer q.lock.Unlock()
	return slices.Clone(q.jobs)
}

// withOutbox gives the rig an outbox.
func (r *rigged) withOutbox(t *testing.T) *queue {
	q := &queue{}
	o := r.edge.EdgeOptions
	o.Queue = q
	r.edge = bot.NewEdge(o)
	return q
}

// does runs the jobs that wait.
func (r *rigged) does(t *testing.T, q *queue) (errs []error) {
	t.Helper()
	for _, j := range q.stored() {
		errs = append(errs, r.edge.Jobs()[j.Kind](t.Context(), j))
	}
	return errs
}

func TestAnswersWaitInTheOutbox(t *testing.T) {
	pressed := anna(bot.Action)
	pressed.Action = "visit.undo"
	for name, tt := range map[string]struct {
		in   bot.Inbound
		edit func(*bot.Envelope)
		lane string
		sent string
	}{
		"a button":         {pressed, func(*bot.Envelope) {}, "", "url ephemeral visit answers"},
		"a mention":        {sentence("besøg x"), func(e *bot.Envelope) { e.ResponseURL = "" }, "T/C1", "whisper C1 UANNA  visit answers"},
		"a direct message": {sentence("besøg x"), func(e *bot.Envelope) { e.ResponseURL, e.Direct = "", true }, "T/C1", "post C1  visit answers"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newEdge(t)
			q := r.withOutbox(t)
			env := r.envelope(tt.in)
			env.Text += " hemmeligt"
			tt.edit(&env)
			ack, sent := r.takes(t, env)
			if ack != "null" || len(sent) > 0 || len(q.jobs) != 1 || q.jobs[0].Lane != tt.lane || strings.Contains(string(q.jobs[0].Payload), "hemmeligt") {
				t.Fatalf("acknowledged with %s, sent %q, stored %+v", ack, sent, q.jobs)
			}
			if errs := r.does(t, q); errs[0] != nil || len(r.sent) != 1 || r.sent[0] != tt.sent {
				t.Errorf("%v, sent %q", errs, r.sent)
			}
		})
	}
}

func TestWhatTheOutboxMakesOfRefusals(t *testing.T) {
	status := http.StatusOK
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
	defer server.Close()
	r := newEdge(t)
	o := r.edge.EdgeOptions
	q := &queue{}
	o.Queue, o.Hosts = q, []string{strings.TrimPrefix(server.URL, "http://")}
	r.edge = bot.NewEdge(o)
	env := r.envelope(anna(bot.Action))
	env.Action, env.ResponseURL = "visit.undo", server.URL+"/secret"
	r.takes(t, env)
	var later crm.Later
	var parked *crm.Parked
	for code, is := range map[int]func(error) bool{
		200: func(err error) bool { return err == nil },
		404: func(err error) bool { return errors.As(err, &parked) },
		429: func(err error) bool { return errors.As(err, &later) },
		503: func(err error) bool { return err != nil && !errors.As(err, &parked) && !errors.As(err, &later) },
	} {
		status = code
		if err := r.does(t, q)[0]; !is(err) || err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%d: %v", code, err)
		}
	}
	q.jobs = nil
	env.ResponseURL = ""
	r.takes(t, env)
	for _, refused := range []error{slack.SlackErrorResponse{Err: "channel_not_found"}, &slack.RateLimitedError{RetryAfter: 7 * time.Second}} {
		r.blocks = refused
		err := r.does(t, q)[0]
		if _, rate := refused.(*slack.RateLimitedError); rate && (!errors.As(err, &later) || time.Duration(later) != 7*time.Second) || !rate && !errors.As(err, &parked) {
			t.Errorf("%v became %v", refused, err)
		}
	}
}

// TestAbandonedWorkIsFinished runs on a clock of its own: a program is gone after it said that it works on something.
func TestAbandonedWorkIsFinished(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
		slow := true
		r.rig = newRig(fails(func(_ context.Context, req commands.Request) (commands.Reply, error) {
			if slow {
				time.Sleep(10 * time.Second)
			}
			return commands.Sentence(req.Text), nil
		}))
		q := &queue{}
		r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Queue: q, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
		env := bot.Envelope{Inbound: command("/visit", "ring til 311299-0000")}
		env.Delivery = "trigger:1"
		r.edge.Take(t.Context(), env)
		left := q.stored()
		if len(left) != 1 || strings.Contains(string(left[0].Payload), "311299") || !left[0].At.After(time.Now().Add(20*time.Second)) {
			t.Fatalf("stored %+v", left)
		}
		if err := r.edge.Wait(t.Context()); err != nil { // not gone after all: it answers by itself
			t.Fatal(err)
		}
		answers := q.jobs[1:]
		q.jobs = left
		if errs := r.does(t, q); errs[0] != nil || len(answers) != 1 || len(q.jobs) != 1 {
			t.Fatalf("%v, answered %d times", errs, len(answers))
		}
		slow, r.answered = false, map[string]bool{} // as if it had been gone
		if errs := r.does(t, q); errs[0] != nil || len(q.jobs) != 2 || !r.answered["trigger:1"] {
			t.Fatalf("%v, %d jobs", errs, len(q.jobs))
		}
		var answer struct{ Text string }
		if err := json.Unmarshal(q.jobs[1].Payload, &answer); err != nil || answer.Text != "ring til [CPR]" {
			t.Errorf("%v %q", err, answer.Text)
		}
	})
}
