package bot

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"samspil/internal/crm"
)

// trace gathers what the log line of one request tells. It has no place for what the person wrote.
type trace struct {
	kind    Kind
	feature string
	outcome string // "" for a plain answer
	level   slog.Level
	cause   error
	stack   string
}

// shown is what the person is told of an error. An error that may be shown is itself; of any other the log
// gets all and the person the number under which it stands there.
func (t *trace) shown(err error, requestID string) *crm.Error {
	if e, ok := errors.AsType[*crm.Error](err); ok {
		t.outcome, t.cause = kindNames[e.Kind], e.Cause
		if e.Kind == crm.Unavailable {
			t.level = slog.LevelWarn
		}
		return e
	}
	t.outcome, t.cause, t.level = "failed", err, slog.LevelError
	if errors.Is(err, context.Canceled) { // the program is being stopped, or the sender went away
		t.outcome, t.level = "stopped", slog.LevelInfo
	}
	return crm.Errorf(crm.Unavailable, errInternal, requestID)
}

// troubled notes what failed beside an answer that stands.
func (t *trace) troubled(err error) {
	t.outcome, t.cause, t.level = "answered in part", err, slog.LevelWarn
	if e, ok := errors.AsType[*crm.Error](err); ok && e.Cause != nil {
		t.cause = e.Cause
	}
}

func (t *trace) panicked(p any) {
	t.outcome, t.level = "panic", slog.LevelError
	t.cause, t.stack = fmt.Errorf("panic: %v", p), string(debug.Stack())
}

var kindNames = map[crm.Kind]string{
	crm.NotFound:    "not found",
	crm.Invalid:     "invalid",
	crm.Forbidden:   "forbidden",
	crm.Conflict:    "conflict",
	crm.Unavailable: "unavailable",
}

// write writes the one line of the request.
func (t *trace) write(ctx context.Context, log *slog.Logger, out Outcome, took time.Duration) {
	attrs := []slog.Attr{
		slog.String("request", out.RequestID),
		slog.String("feature", t.feature),
		slog.String("kind", string(t.kind)),
		slog.Duration("took", took),
		slog.String("outcome", t.said(out)),
		slog.Int64("person", out.Person.ID),
		slog.String("org", out.Person.Org.Code),
	}
	if t.cause != nil {
		attrs = append(attrs, slog.String("cause", t.cause.Error()))
	}
	if t.stack != "" {
		attrs = append(attrs, slog.String("stack", t.stack))
	}
	if t.kind == Suggest && t.level == slog.LevelInfo { // one at every key
		t.level = slog.LevelDebug
	}
	log.LogAttrs(ctx, t.level, "request", attrs...)
}

func (t *trace) said(out Outcome) string {
	switch {
	case t.outcome != "":
		return t.outcome
	case len(out.Reply.Errors) > 0:
		return "form refused"
	case out.Reply.View != nil:
		return "form opened"
	}
	return "answered"
}

// randomID makes the number a person can read out to their administrator.
func randomID() string { return rand.Text()[:10] }
