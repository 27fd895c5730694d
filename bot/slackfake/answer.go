package slackfake

import (
	"encoding/json"
	"maps"
	"strings"
	"time"
)

// Answer is what a user sees at once: the acknowledgement of what was done. What comes later is waited for with
// WaitMessage, View and Home.
type Answer struct {
	Took  time.Duration
	Again int // the status of the second copy, after Twice

	srv     *Server
	did     string
	sent    *delivery // nil when Slack itself answered
	status  int
	body    []byte
	failed  string
	asked   bool
	message *Message
	view    *View
	errors  map[string]string
	dialog  *Dialog
	choices []Choice
	retried bool // an event that Slack will send again
	noRetry bool
}

// Dialog is the question a button asks before it does anything.
type Dialog struct{ Title, Text, Confirm, Deny string }

// Sent reports whether the app was asked at all: a form with an empty required field is not sent.
func (a *Answer) Sent() bool { return a.sent != nil }

// Failed is the error the user sees in place of an answer; "" when it went well. Tests that mean it to fail ask.
func (a *Answer) Failed() string {
	a.srv.mu.Lock()
	defer a.srv.mu.Unlock()
	a.asked = true
	return a.failed
}

// Status is the HTTP status of the acknowledgement; 200 for an acknowledged envelope, 0 when there was none.
func (a *Answer) Status() int {
	a.Failed()
	return a.status
}

// Body is the acknowledgement as it came.
func (a *Answer) Body() string { return string(a.body) }

// Message is the message in the acknowledgement; nil when there was none. It is now looked at.
func (a *Answer) Message() *Message {
	a.srv.mu.Lock()
	defer a.srv.mu.Unlock()
	if a.message != nil {
		a.message.seen = true
	}
	return a.message
}

// Text is what the user reads in the message; "" without one.
func (a *Answer) Text() string {
	if m := a.Message(); m != nil {
		return m.String()
	}
	return ""
}

// View is the form the acknowledgement put in the place of the submitted one, or on top of it; nil when there was none.
func (a *Answer) View() *View {
	a.srv.mu.Lock()
	defer a.srv.mu.Unlock()
	if a.view != nil {
		a.view.seen = true
	}
	return a.view
}

// Errors are the sentences at the fields, by block id.
func (a *Answer) Errors() map[string]string {
	a.srv.mu.Lock()
	defer a.srv.mu.Unlock()
	return maps.Clone(a.errors)
}

// Dialog is the question that was confirmed on the way; nil when there was none.
func (a *Answer) Dialog() *Dialog { return a.dialog }

// unlocked does something that waits for the app. The lock is held, but not meanwhile.
func (s *Server) unlocked(wait func()) {
	s.mu.Unlock()
	defer s.mu.Lock()
	wait()
}

// asks delivers and takes down what came back. The lock is held, but not meanwhile.
func (s *Server) asks(did string, d *delivery) *Answer {
	h := s.nextHandling()
	var b *ack
	s.unlocked(func() { b = s.deliver(d, h) })
	a := &Answer{srv: s, did: did, sent: d, status: b.status, body: b.body, failed: b.failed, noRetry: b.noRetry, Took: b.took}
	d.reason = b.reason
	if b.again != nil {
		a.Again = b.again.status
	}
	if a.failed != "" {
		s.found.failed = append(s.found.failed, a)
	}
	return a
}

// answered reads the acknowledgement of a command: nothing, plain text, or a message. The lock is held.
func (a *Answer) answered(h *hook, plain bool) {
	if a.failed != "" || len(strings.TrimSpace(string(a.body))) == 0 {
		return
	}
	b := hookBody{Text: string(a.body)}
	if !plain {
		b.Text = ""
		if json.Unmarshal(a.body, &b) != nil {
			a.srv.found.problem("%s was acknowledged with what is no JSON: %.200s", a.did, a.body)
			return
		}
	}
	if no := b.check(h); no != nil {
		a.failed = no.code
		a.srv.found.failed = append(a.srv.found.failed, a)
		a.srv.found.refuse(Refusal{Method: "the acknowledgement of " + a.did, Error: no.code, Messages: no.messages})
		return
	}
	a.message = a.srv.put(b.message(a.srv, h, "ack"))
}

// silent notes a body where Slack shows none: https://docs.slack.dev/interactivity/handling-user-interaction. The lock
// is held.
func (a *Answer) silent() *Answer {
	body := strings.TrimSpace(string(a.body))
	if a.failed == "" && body != "" && body != "null" && body != "{}" {
		a.srv.found.problem("%s was acknowledged with a body that nobody sees: %.200s", a.did, body)
	}
	return a
}
