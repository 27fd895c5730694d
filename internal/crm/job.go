package crm

import (
	"encoding/json"
	"time"
)

// Job is something that is done later and survives a restart: a message to send, a reminder. It is stored in the
// transaction that caused it and done at least once; a program that is killed in the middle does it again.
type Job struct {
	ID   int64  // given when it is stored, and the same at every attempt
	Kind string // which handler does it, e.g. "slack.post": two or more of letters, digits and ._-/
	// Lane is what is paced together, e.g. "T0DEMO/C01" for an installation and a channel. Jobs of one lane are done
	// one at a time and in the order they were stored, but for those that failed: they let the others pass while they
	// wait for another attempt. "" is no lane at all.
	Lane string
	// State names what the job tells the state of, "consultation.12.status": where a later job of its lane with the same
	// name has been stored, another attempt at this one is not made. "" is no state.
	State   string
	Payload json.RawMessage // a JSON object with what the handler needs; comes back equal, not byte for byte. Empty is {}
	At      time.Time       // not before; the zero Time is at once. A handler gets when the job was last due
}

// Later is the error by which a handler asks to be called again after that time: to keep a pace, or because the
// other side said so (Retry-After). It does not count as an attempt.
type Later time.Duration

// Error says how long.
func (l Later) Error() string { return "again in " + time.Duration(l).String() }

// Parked is the error of a job that no other attempt will help.
type Parked struct{ Cause error }

// Park is the error by which a handler says that another attempt is useless. The job is kept for people to see.
func Park(cause error) error { return &Parked{cause} }

// Error is the cause's.
func (p *Parked) Error() string { return p.Cause.Error() }

// Unwrap gives the cause.
func (p *Parked) Unwrap() error { return p.Cause }

// JobCounts is how many jobs there are.
type JobCounts struct {
	Waiting int // for their time, their turn or another attempt
	Running int
	Parked  int // given up; see ParkedJob
}

// ParkedJob is a job that was given up: its handler said so, its attempts are used up, or nobody knows its kind.
type ParkedJob struct {
	ID        int64
	Kind      string
	Lane      string
	Attempts  int
	LastError string // as the handler returned it; not for users
	StoredAt  time.Time
	ParkedAt  time.Time
}
