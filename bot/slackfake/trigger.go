package slackfake

import "time"

// rules are the passes Slack hands out with what it sends: triggers and response_urls.
type rules struct {
	triggers map[string]*trigger
	hooks    map[string]*hook
	sweepAt  int // so many of both, and those that are over are forgotten
}

const sweepFirst = 10000

func newRules() rules { return rules{map[string]*trigger{}, map[string]*hook{}, sweepFirst} }

// trigger opens one view within 3 seconds.
type trigger struct {
	user, team string
	issued     time.Time
	used       bool
}

// newTrigger makes a trigger_id for what a user did in a workspace that has the app. The lock is held.
func (s *Server) newTrigger(user, team string) string {
	id := sprintf("%d.%d.%016x", s.next(), 1000, s.next()*0x9E3779B97F4A7C)
	if len(s.rules.triggers)+len(s.rules.hooks) > s.rules.sweepAt {
		s.sweep()
	}
	s.rules.triggers[id] = &trigger{user: user, team: team, issued: s.Now()}
	return id
}

// exchange takes the trigger of the call. The names of the errors: https://docs.slack.dev/reference/methods/views.open
func (c *call) exchange() (*trigger, *refusal) {
	id := c.text("trigger_id")
	t := c.srv.rules.triggers[id]
	switch {
	case id == "" || t == nil:
		return nil, broke("invalid_trigger_id")
	case t.team != c.install.Team:
		return nil, broke("invalid_trigger_id")
	case t.used:
		return nil, broke("exchanged_trigger_id")
	case c.srv.Now().Sub(t.issued) > triggerLimit:
		return nil, refused("expired_trigger_id")
	}
	return t, nil
}

// sweep forgets triggers and response_urls that are over, so that load does not fill memory.
func (s *Server) sweep() {
	for id, t := range s.rules.triggers {
		if s.Now().Sub(t.issued) > time.Minute {
			delete(s.rules.triggers, id)
		}
	}
	for id, h := range s.rules.hooks {
		if s.Now().Sub(h.issued) > hookLimit {
			delete(s.rules.hooks, id)
		}
	}
	s.rules.sweepAt = sweepFirst + 2*(len(s.rules.triggers)+len(s.rules.hooks))
}
