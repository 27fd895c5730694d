package slackfake

import (
	"slices"
	"time"
)

// Handling is how the next delivery travels, when not as it should.
type Handling int

const (
	normal    Handling = iota
	Twice              // sent a second time, to the byte, once the first is acknowledged; Answer.Again tells its status
	AckLost            // the app's acknowledgement does not arrive
	Forged             // signed with another secret
	Stale              // signed 6 minutes ago; Slack's own limit for an app is 5
	Garbled            // cut off in the middle, and signed as cut
	Oversized          // made 2 MiB long, and signed
	Unsigned           // without a secret
)

// Handle makes the next deliveries travel so, one each, in this order.
func (s *Server) Handle(h ...Handling) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.socket.handling = append(s.socket.handling, h...)
}

// nextHandling takes the next one. The lock is held.
func (s *Server) nextHandling() Handling {
	if len(s.socket.handling) == 0 {
		return normal
	}
	h := s.socket.handling[0]
	s.socket.handling = slices.Delete(s.socket.handling, 0, 1)
	return h
}

// spoil does to a signed request what the handling says.
func (h Handling) spoil(body []byte, now time.Time, secret string) ([]byte, time.Time, string) {
	switch h {
	case Forged:
		secret += "x"
	case Unsigned:
		secret = ""
	case Stale:
		now = now.Add(-6 * time.Minute)
	case Garbled:
		body = body[:len(body)/2]
	case Oversized:
		body = append(slices.Clone(body), make([]byte, 2<<20)...)
	}
	return body, now, secret
}

// Replay sends what was sent for an answer once more, to the byte: same signature, same envelope. It gives the status,
// 200 for an acknowledged envelope, and the body; no user sees that.
func (s *Server) Replay(a *Answer) (status int, body string) {
	if a.sent == nil || a.sent.body == nil {
		s.fatalf("%s sent nothing that could be replayed", a.did)
	}
	s.mu.Lock()
	app := s.app
	s.mu.Unlock()
	var b *ack
	if app.Socket {
		b = s.sendEnvelope(a.sent)
	} else {
		b = s.post(app.address(a.sent.kind), a.sent)
	}
	return b.status, string(b.body)
}
