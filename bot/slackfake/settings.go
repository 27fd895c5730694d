package slackfake

import (
	"fmt"
	"time"
)

// Option sets something before the server starts.
type Option func(*settings)

type settings struct {
	clock     func() time.Time
	signClock func() time.Time
	ackWithin time.Duration
	patience  time.Duration
	spacing   time.Duration
	keep      bool
}

// Times Slack gives, each by its page.
const (
	// ackLimit: https://docs.slack.dev/interactivity/handling-user-interaction and https://docs.slack.dev/apis/events-api
	ackLimit = 3 * time.Second
	// triggerLimit: https://docs.slack.dev/interactivity/handling-user-interaction
	triggerLimit = 3 * time.Second
	// hookLimit and hookUses are a response_url's: https://docs.slack.dev/interactivity/handling-user-interaction
	hookLimit = 30 * time.Minute
	hookUses  = 5
	// messageSpacing: https://docs.slack.dev/apis/web-api/rate-limits, "1 per second per channel"
	messageSpacing = time.Second
)

func defaults() settings {
	return settings{clock: time.Now, signClock: time.Now, ackWithin: ackLimit, patience: 20 * time.Second, spacing: messageSpacing, keep: true}
}

// WithClock gives Slack's clock, time.Now unless told. A clock that stands still makes time a matter of Advance alone.
func WithClock(now func() time.Time) Option { return func(s *settings) { s.clock = now } }

// WithSigningClock gives the clock that stamps signed requests, for a program whose own clock is not time.Now. Advance
// does not move it, so that a program with the real clock still takes what is sent after it.
func WithSigningClock(now func() time.Time) Option { return func(s *settings) { s.signClock = now } }

// WithAckTimeout shortens the 3 seconds, of real time, within which a delivery is to be acknowledged.
func WithAckTimeout(d time.Duration) Option { return func(s *settings) { s.ackWithin = d } }

// WithPatience is how long, in real time, the waiting methods wait: 20 seconds unless told, for a machine that has more to do.
func WithPatience(d time.Duration) Option { return func(s *settings) { s.patience = d } }

// WithMessageSpacing changes the second between two messages to one channel; 0 lets any number through.
func WithMessageSpacing(d time.Duration) Option { return func(s *settings) { s.spacing = d } }

// WithoutRecord keeps no messages, for load: they are checked and counted, and cannot be updated or looked at.
func WithoutRecord() Option { return func(s *settings) { s.keep = false } }

// Now is the time in Slack.
func (s *Server) Now() time.Time { return s.clock().Add(time.Duration(s.offset.Load())) }

// Advance moves Slack's time on, and makes the event retries that have become due before it returns.
func (s *Server) Advance(d time.Duration) {
	s.offset.Add(int64(d))
	s.runDue()
}

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }
