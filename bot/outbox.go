package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// Queue keeps jobs until they are done, also across restarts.
type Queue interface {
	Enqueue(ctx context.Context, jobs ...crm.Job) error
}

// The jobs of the edge.
const (
	jobAnswer = "slack.answer" // hand an answer over
	jobFile   = "slack.file"   // send a file
	jobFinish = "slack.finish" // finish what took too long, if the program that took it is gone
)

// finishAfter is when what took too long counts as abandoned: by then it is answered, or its program is gone.
const finishAfter = workWithin + 20*time.Second

// Jobs are the handlers of the edge's jobs, by kind.
func (e *Edge) Jobs() map[string]func(context.Context, crm.Job) error {
	return map[string]func(context.Context, crm.Job) error{jobAnswer: e.countJob(jobAnswer, e.doAnswer), jobFinish: e.countJob(jobFinish, e.doFinish), commands.MessageJob: e.countJob(commands.MessageJob, e.doMessage), jobFile: e.countJob(jobFile, e.doFile)}
}

// posting is an answer on its way, as it is stored. It holds what one person was shown, and is deleted soon after.
type posting struct {
	To     Envelope     `json:"to"`
	Lang   text.Lang    `json:"lang"`
	Text   string       `json:"text"`
	Blocks slack.Blocks `json:"blocks"`
	Public bool         `json:"public,omitempty"`
	Turn   bool         `json:"replace,omitempty"`
}

// handOver stores the answer, and the workers send it. Where it cannot be stored it is sent at once.
func (e *Edge) handOver(ctx context.Context, env Envelope, out Outcome) {
	// Only the handles: what was written is not needed any more.
	env.Inbound = Inbound{Team: env.Team, User: env.User, Channel: env.Channel, Kind: env.Kind}
	p := posting{env, out.Lang, out.Reply.Text, slack.Blocks{BlockSet: out.Reply.Blocks}, out.Reply.Public, out.Reply.Replace}
	if e.Queue != nil {
		err := e.enqueue(ctx, crm.Job{Kind: jobAnswer, Lane: lane(env)}, p)
		if err == nil {
			return
		}
		e.failed(ctx, "outbox", err)
	}
	e.failed(ctx, "answer", e.deliver(ctx, p))
}

// lane is what Slack lets pass once a second: https://docs.slack.dev/apis/web-api/rate-limits
func lane(env Envelope) string {
	if env.ResponseURL != "" {
		return "" // not counted
	}
	return env.Team + "/" + cmp.Or(env.Channel, env.User)
}

func (e *Edge) enqueue(ctx context.Context, job crm.Job, payload any) error {
	raw, err := json.Marshal(payload)
	if err != nil {
		return err
	}
	job.Payload = raw
	return e.Queue.Enqueue(ctx, job)
}

// doAnswer hands one answer over.
func (e *Edge) doAnswer(ctx context.Context, j crm.Job) error {
	var p posting
	if err := json.Unmarshal(j.Payload, &p); err != nil {
		return crm.Park(errGarbled)
	}
	return outcome(e.deliver(ctx, p))
}

// passing are Slack's errors that may be gone at the next attempt.
var passing = []string{"internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "team_added_to_org"}

// outcome says whether another attempt at sending may help, and when.
func outcome(err error) error {
	var wait *slack.RateLimitedError
	switch status, ok := errors.AsType[statusError](err); {
	case err == nil:
		return nil
	case errors.As(err, &wait):
		return crm.Later(wait.RetryAfter)
	case ok && status == http.StatusTooManyRequests:
		return crm.Later(time.Second)
	case ok && status < http.StatusInternalServerError, errors.Is(err, errHost):
		return crm.Park(err) // the address has run out
	}
	if refused, ok := errors.AsType[slack.SlackErrorResponse](err); ok && !slices.Contains(passing, refused.Err) {
		return crm.Park(errors.New(refused.Err)) // Slack says no, and will again
	}
	return err
}

// deliver sends an answer where it belongs: to its response_url, to the channel, or to the one person in it.
func (e *Edge) deliver(ctx context.Context, p posting) error {
	env := p.To
	out := Outcome{Lang: p.Lang, Reply: commands.Reply{Text: p.Text, Blocks: p.Blocks.BlockSet, Public: p.Public, Replace: p.Turn}}
	message, blocks := ClampMessage(p.Lang, commands.Escape(p.Text), p.Blocks.BlockSet)
	switch {
	case env.ResponseURL != "":
		return e.poster.post(ctx, env.ResponseURL, body(out))
	case env.Channel == "": // a menu without a channel: the person's own
		return e.post(ctx, env.User, "", message, blocks)
	case env.Direct:
		return e.post(ctx, env.Channel, env.Thread, message, blocks)
	}
	return e.whisper(ctx, env, message, blocks)
}

// statusError is an answer of another status than 200.
type statusError int

func (s statusError) Error() string { return fmt.Sprintf("status %d", int(s)) }

// remember stores what is taking long, so that another program finishes it should this one be killed.
func (e *Edge) remember(ctx context.Context, env Envelope) {
	if e.Queue == nil || env.Delivery == "" {
		return
	}
	env.Inbound, _ = prepared(env.Inbound) // CPR numbers are masked before anything is stored
	e.failed(ctx, "outbox", e.enqueue(ctx, crm.Job{Kind: jobFinish, At: time.Now().Add(finishAfter)}, env))
}

// doFinish handles the envelope again unless it was answered. What it changed already it does not change twice.
func (e *Edge) doFinish(ctx context.Context, j crm.Job) error {
	var env Envelope
	if err := json.Unmarshal(j.Payload, &env); err != nil {
		return crm.Park(errGarbled)
	}
	answered, err := e.Deliveries.Answered(ctx, env.Delivery)
	if err != nil || answered {
		return err
	}
	e.answerLate(ctx, env, e.Bot.Handle(ctx, env.Inbound))
	return e.Deliveries.MarkAnswered(ctx, []string{env.Delivery}, time.Now())
}
