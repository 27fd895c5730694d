package bot

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/slack-go/slack/socketmode"

	"samspil/internal/crm"
)

// Metrics is told what happens at the edge, to be counted. Every word it gets is one of the program's own, never
// somebody's: a command nobody knows is the help feature's. It is called by many goroutines at once, and must not block.
type Metrics interface {
	// Handled: a request was answered. feature is its name, "" where it reached none; outcome is that of the log line.
	Handled(kind Kind, feature, outcome string, took time.Duration)
	// Acknowledged: Slack has its acknowledgement, over "http" or the "socket", this long after it arrived.
	Acknowledged(way string, took time.Duration)
	// Late: the work was not ready for the acknowledgement; the answer follows.
	Late()
	// Repeated: a delivery that was answered before came again.
	Repeated()
	// Refused: what arrived was not taken: "signature", "stale", "size", "garbled" or "broken" (the sender hung up).
	Refused(reason string)
	// Job: a message of the outbox was "done", "delayed" (Slack asks to wait), "failed" (tried again later) or "parked".
	Job(kind, result string)
	// Connected: a connection of Socket Mode opened; again tells that it takes the place of one that closed.
	Connected(again bool)
	// Disconnected: one closed.
	Disconnected()
}

// noMetrics counts nothing.
type noMetrics struct{}

func (noMetrics) Handled(Kind, string, string, time.Duration) {}
func (noMetrics) Acknowledged(string, time.Duration)          {}
func (noMetrics) Late()                                       {}
func (noMetrics) Repeated()                                   {}
func (noMetrics) Refused(string)                              {}
func (noMetrics) Job(string, string)                          {}
func (noMetrics) Connected(bool)                              {}
func (noMetrics) Disconnected()                               {}

// counted is m, or where there is none, one that counts nothing.
func counted(m Metrics) Metrics {
	if m == nil {
		return noMetrics{}
	}
	return m
}

// refusal names why a request was not taken, by the error and, where the signature is at fault, its time.
func refusal(r *http.Request, err error) string {
	switch {
	case errors.Is(err, errUnsigned):
		if stamp := r.Header.Get("X-Slack-Request-Timestamp"); stamp != "" && stale(stamp, time.Now()) {
			return "stale"
		}
		return "signature"
	case errors.Is(err, errTooLarge):
		return "size"
	case errors.Is(err, errGarbled):
		return "garbled"
	}
	return "broken"
}

// countJob counts what becomes of a job of that kind.
func (e *Edge) countJob(kind string, do func(context.Context, crm.Job) error) func(context.Context, crm.Job) error {
	return func(ctx context.Context, j crm.Job) error {
		err := do(ctx, j)
		result := "failed"
		if err == nil {
			result = "done"
		} else if _, later := errors.AsType[crm.Later](err); later {
			result = "delayed"
		} else if _, parked := errors.AsType[*crm.Parked](err); parked {
			result = "parked"
		}
		e.Metrics.Job(kind, result)
		return err
	}
}

// link follows the connections of one client of Socket Mode, which has one at a time.
type link struct {
	metrics Metrics
	open    bool
	before  bool // it has had one
}

// saw notes an event of the client's. It opens the next connection only when the one before is gone.
func (l *link) saw(event socketmode.EventType) {
	switch event {
	case socketmode.EventTypeConnecting, socketmode.EventTypeDisconnect:
		l.closed()
	case socketmode.EventTypeConnected:
		l.closed()
		l.metrics.Connected(l.before)
		l.open, l.before = true, true
	}
}

// closed notes that no connection is open.
func (l *link) closed() {
	if l.open {
		l.metrics.Disconnected()
	}
	l.open = false
}
