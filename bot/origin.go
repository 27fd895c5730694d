package bot

import (
	"sync"
	"time"
)

const (
	// originKept is how long a message can be changed through its response_url:
	// https://docs.slack.dev/interactivity/handling-user-interaction
	originKept = 30 * time.Minute
	// originsKept is how many are remembered at once.
	originsKept = 10_000
)

// origins remembers the messages whose buttons opened a form, so that they can turn into what came of it. Their
// addresses are secrets and are kept in memory only: after a restart the form still goes through, and the message stays
// as it was.
type origins struct {
	mu   sync.Mutex
	kept map[string]origin // by view
}

type origin struct {
	Envelope
	until time.Time
}

// remember notes which message the view was opened from.
func (o *origins) remember(view string, from Envelope, now time.Time) {
	if view == "" || from.ResponseURL == "" && !from.AtHome || from.Kind != Action {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	for id, old := range o.kept {
		if now.After(old.until) {
			delete(o.kept, id)
		}
	}
	if o.kept == nil || len(o.kept) >= originsKept {
		o.kept = map[string]origin{}
	}
	o.kept[view] = origin{from, now.Add(originKept)}
}

// take gives the message the view was opened from, once.
func (o *origins) take(view string, now time.Time) (Envelope, bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	from, ok := o.kept[view]
	delete(o.kept, view)
	return from.Envelope, ok && now.Before(from.until)
}
