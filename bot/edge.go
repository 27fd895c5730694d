package bot

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"samspil/commands"
)

// Slack is what the bot asks of Slack's Web API. *slack.Client is one.
type Slack interface {
	OpenViewContext(ctx context.Context, triggerID string, view slack.ModalViewRequest) (*slack.ViewResponse, error)
	UpdateViewContext(ctx context.Context, view slack.ModalViewRequest, externalID, hash, viewID string) (*slack.ViewResponse, error)
	PushViewContext(ctx context.Context, triggerID string, view slack.ModalViewRequest) (*slack.ViewResponse, error)
	PublishViewContext(ctx context.Context, req slack.PublishViewContextRequest) (*slack.ViewResponse, error)
	PostMessageContext(ctx context.Context, channel string, options ...slack.MsgOption) (string, string, error)
	UpdateMessageContext(ctx context.Context, channel, ts string, options ...slack.MsgOption) (string, string, string, error)
	UploadFileContext(ctx context.Context, p slack.UploadFileParameters) (*slack.FileSummary, error)
	PostEphemeralContext(ctx context.Context, channel, user string, options ...slack.MsgOption) (string, error)
}

// Deliveries remembers what has been answered, also across restarts.
type Deliveries interface {
	Answered(ctx context.Context, delivery string) (bool, error)
	MarkAnswered(ctx context.Context, deliveries []string, now time.Time) error
}

// Moves remembers channels to which Slack gave another id.
type Moves interface {
	MoveChannel(ctx context.Context, team, from, to string, now time.Time) error
	CurrentChannel(ctx context.Context, team, id string) (string, error)
}

// Slack waits 3 seconds for an acknowledgement: https://docs.slack.dev/interactivity/handling-user-interaction
const (
	// ackWithin is how long an answer may take to travel in the acknowledgement.
	ackWithin = 2 * time.Second
	// settled is how long after an acknowledgement what it shows can be changed: before, the change could arrive first.
	settled = 500 * time.Millisecond
	// workWithin is how long anything may take at all.
	workWithin = 25 * time.Second
)

// EdgeOptions are what an Edge is made of. All but Queue, Audience, Hosts, AckWithin and Now are needed.
type EdgeOptions struct {
	Bot        *Bot
	Slack      Slack
	Deliveries Deliveries
	Queue      Queue // keeps answers until they are handed over; nil sends them at once
	Moves      Moves
	Posts      Posts
	Audience   commands.Channels                            // who reads a channel; nil asks nobody
	Metrics    Metrics                                      // nil counts nothing
	Gone       func(ctx context.Context, team string) error // notes that the program was uninstalled there
	Log        *slog.Logger
	Hosts      []string         // hosts that a response_url may name, besides Slack's own
	AckWithin  time.Duration    // 0 for 2 seconds
	Now        func() time.Time // when a request counts as made; nil for time.Now
}

// Edge hands what comes from Slack to the Bot, and the answers back, whichever way they came in.
type Edge struct {
	EdgeOptions
	poster  poster
	origins origins
	work    sync.WaitGroup // what has been taken and is not finished
}

// NewEdge makes an Edge.
func NewEdge(o EdgeOptions) *Edge {
	if o.AckWithin == 0 {
		o.AckWithin = ackWithin
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	o.Metrics = counted(o.Metrics)
	return &Edge{EdgeOptions: o, poster: newPoster(o.Hosts)}
}

// Take handles one envelope and gives the body of the acknowledgement, nil for an empty one. What was changed is
// committed when it returns, unless the body says that the work goes on. A delivery that was answered before is not
// answered again; one that was handled and not answered is, and changes nothing twice.
func (e *Edge) Take(ctx context.Context, env Envelope) any {
	if e.answered(ctx, env.Delivery) {
		e.Metrics.Repeated()
		return nil
	}
	// The sender may go away; what it sent is finished all the same.
	work, cancel := context.WithTimeout(context.WithoutCancel(ctx), workWithin)
	done := make(chan Outcome, 1)
	in := env.Inbound
	e.work.Go(func() { done <- e.Bot.Handle(work, in) })
	patience := time.NewTimer(e.AckWithin)
	defer patience.Stop()
	select {
	case out := <-done:
		body, after := e.answer(work, env, out)
		if keptOpen(env, out) {
			env.Delivery = "" // the same form comes again, mended
		}
		e.work.Go(func() { e.finish(work, cancel, env, after) })
		return body
	case <-patience.C:
		e.Metrics.Late()
		if _, waits := e.Bot.Meanwhile(env.Inbound); env.Kind == Submit && !waits {
			// It stays open, and is sent once more: what it has changed by then is not changed twice.
			e.work.Go(func() {
				<-done
				cancel()
			})
			return e.sendAgain(ctx, env)
		}
		env = e.loading(ctx, env)
		e.remember(ctx, env)
		if env.ViewID == "" && (env.Kind == Sentence || env.Kind == Shortcut) { // nothing else says that it was heard
			e.handOver(ctx, env, working(e.langOf(ctx, env)))
		}
		acknowledged := time.After(settled)
		e.work.Go(func() {
			out := <-done
			if env.Kind == Submit {
				<-acknowledged
			}
			e.finish(work, cancel, env, func(ctx context.Context) { e.answerLate(ctx, env, out) })
		})
		return e.waiting(ctx, env)
	}
}

// finish does what remains once the acknowledgement is on its way: the calls to Slack, and the note that it was answered.
func (e *Edge) finish(ctx context.Context, cancel func(), env Envelope, after func(context.Context)) {
	defer cancel()
	if after != nil {
		after(ctx)
	}
	e.mark(ctx, env.Delivery)
	if env.AtHome {
		e.showHome(ctx, env.Team, env.User)
	}
}

// Wait returns when everything taken is finished, or with ctx.
func (e *Edge) Wait(ctx context.Context) error {
	finished := make(chan struct{})
	go func() {
		e.work.Wait()
		close(finished)
	}()
	select {
	case <-finished:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// answered is false where the database does not say: to answer twice is better than not at all.
func (e *Edge) answered(ctx context.Context, delivery string) bool {
	if delivery == "" {
		return false
	}
	yes, err := e.Deliveries.Answered(ctx, delivery)
	e.failed(ctx, "delivery", err)
	return yes
}

func (e *Edge) mark(ctx context.Context, delivery string) {
	if delivery != "" {
		e.failed(ctx, "delivery", e.Deliveries.MarkAnswered(ctx, []string{delivery}, time.Now()))
	}
}

// failed logs what went wrong with an answer. Slack's errors name a method and a reason, never what was sent.
func (e *Edge) failed(ctx context.Context, what string, err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	e.Log.LogAttrs(ctx, slog.LevelWarn, "answer", slog.String("what", what), slog.String("cause", err.Error()))
}
