package slackfake

import (
	"encoding/json"
	"time"
)

// deliverSocket sends an envelope to one of the connections.
func (s *Server) deliverSocket(d *delivery, h Handling) *ack {
	kind := map[deliveryKind]string{kindCommand: "slash_commands", kindEvent: "events_api"}[d.kind]
	d.envelope = sprintf("envelope-%d", s.next())
	frame := reply{"type": or(kind, "interactive"), "envelope_id": d.envelope, "payload": d.payload, "accepts_response_payload": d.kind != kindEvent}
	if d.kind == kindEvent {
		frame["retry_attempt"], frame["retry_reason"] = d.retry, d.retryReason
	}
	switch h {
	case Forged, Stale, Oversized, Unsigned:
		s.fatalf("over the socket nothing is signed")
	case Garbled:
		frame["payload"] = []string{"not", "what", "Slack", "sends"}
	}
	d.body, _ = json.Marshal(frame)
	a := s.sendEnvelope(d)
	if h == Twice {
		a.again = s.sendEnvelope(d)
	}
	if h == AckLost {
		*a = ack{failed: "operation_timeout", reason: "timeout", took: a.took}
	}
	return a
}

// sendEnvelope writes the delivery's bytes to the next connection in turn and waits for the acknowledgement.
func (s *Server) sendEnvelope(d *delivery) *ack {
	answer := make(chan ack, 1)
	began := time.Now()
	s.mu.Lock()
	c := s.turn()
	s.socket.waiting[d.envelope], s.socket.given[d.envelope] = answer, true
	s.mu.Unlock()
	if c == nil || c.send(json.RawMessage(d.body)) != nil {
		return &ack{failed: "dispatch_failed", reason: "connection_failed"}
	}
	patience := time.NewTimer(s.ackWithin)
	defer patience.Stop()
	select {
	case a := <-answer:
		a.took = time.Since(began)
		return &a
	case <-patience.C:
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.socket.waiting, d.envelope)
		return &ack{failed: "operation_timeout", reason: "timeout", took: time.Since(began)}
	}
}

// turn is the connection whose turn it is; nil when there is none. The lock is held.
func (s *Server) turn() *connection {
	for range s.socket.open {
		s.socket.turn++
		if c := s.socket.open[s.socket.turn%len(s.socket.open)]; !c.draining {
			return c
		}
	}
	return nil
}

// Disconnect tells one connection to go away, for a reason that Slack gives: "warning", "refresh_requested",
// "link_disabled" or "too_many_websockets". All but after a warning it gets nothing more, and is closed a second later
// where the client has not.
func (s *Server) Disconnect(reason string) {
	s.mu.Lock()
	c := s.turn()
	if c != nil && reason != "warning" {
		c.draining = true
	}
	s.mu.Unlock()
	if c == nil {
		s.fatalf("there is no connection to end")
	}
	_ = c.send(reply{"type": "disconnect", "reason": reason, "debug_info": reply{"host": "fake"}})
	if reason != "warning" {
		s.work.Go(func() {
			select {
			case <-c.stop:
			case <-time.After(time.Second):
				c.close()
			}
		})
	}
}

// CutSockets breaks all connections without a word, as a network does.
func (s *Server) CutSockets() {
	s.mu.Lock()
	open := s.socket.takeAll()
	s.mu.Unlock()
	for _, c := range open {
		c.close()
	}
}

// Connections is how many sockets are open and take deliveries.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.live()
}

func (s *Server) live() int {
	n := 0
	for _, c := range s.socket.open {
		if !c.draining {
			n++
		}
	}
	return n
}

// WaitConnected waits until there are that many open sockets.
func (s *Server) WaitConnected(n int) {
	if !s.await(func() bool { return s.live() >= n }) {
		s.fatalf("%d of %d sockets are connected", s.Connections(), n)
	}
}
