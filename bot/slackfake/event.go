package slackfake

import (
	"slices"
	"time"
)

// retryAfter is when an event that was not acknowledged comes again: at once, after a minute, after five more.
// https://docs.slack.dev/apis/events-api
var retryAfter = []time.Duration{0, time.Minute, 5 * time.Minute}

// retry is an event that will come again.
type retry struct {
	at    time.Time
	d     *delivery
	timer *time.Timer
}

// Event sends an event of the workspace's installation to the app, as it is, with an outer part around it.
func (s *Server) Event(team string, event map[string]any) *Answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.needInstall(team)
	return s.event(team, event, nil)
}

// event makes the outer part: https://docs.slack.dev/apis/events-api. The lock is held, but not while the app answers.
func (s *Server) event(team string, event map[string]any, r *room) *Answer {
	in, kind := s.world.installs[team], textOf(event["type"])
	if !s.app.subscribes(kind) {
		return &Answer{srv: s, did: kind}
	}
	shared := r != nil && len(r.connected) > 0
	if event["event_ts"] == nil {
		event["event_ts"] = s.stamp()
	}
	id := sprintf("Ev%010d", s.next())
	payload := reply{"token": "none", "team_id": team, "context_team_id": team, "context_enterprise_id": nil, "api_app_id": s.app.ID, "event": event,
		"type": "event_callback", "event_id": id, "event_time": s.Now().Unix(), "is_ext_shared_channel": shared, "event_context": "4-" + id,
		"authorizations": []any{reply{"enterprise_id": nil, "team_id": team, "user_id": in.BotUser, "is_bot": true, "is_enterprise_install": false}}}
	d := &delivery{kind: kindEvent, payload: payload}
	a := s.asks("the event "+kind, d)
	a.retried = s.again(d, a.failed, a.noRetry)
	return a.silent()
}

// again makes an event come again where it was not acknowledged. The first retry follows at once. The lock is held, but
// not while the app answers.
func (s *Server) again(d *delivery, failed string, stop bool) bool {
	if failed == "" || stop || d.retry >= len(retryAfter) || s.closed {
		return false
	}
	next := &delivery{kind: d.kind, payload: d.payload, retry: d.retry + 1, retryReason: d.reason}
	wait := retryAfter[d.retry]
	if wait == 0 {
		s.resend(next)
		return true
	}
	job := retry{at: s.Now().Add(wait), d: next}
	job.timer = time.AfterFunc(wait, s.runDue)
	s.due = append(s.due, job)
	return true
}

// resend sends a retry. The lock is held, but not meanwhile.
func (s *Server) resend(d *delivery) {
	h := s.nextHandling()
	var a *ack
	s.unlocked(func() { a = s.deliver(d, h) })
	d.reason = a.reason
	s.again(d, a.failed, a.noRetry)
}

// runDue sends the retries whose time has come, in order, before it returns.
func (s *Server) runDue() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		slices.SortStableFunc(s.due, func(a, b retry) int { return a.at.Compare(b.at) })
		if len(s.due) == 0 || s.due[0].at.After(s.Now()) || s.closed {
			return
		}
		job := s.due[0]
		s.due = s.due[1:]
		job.timer.Stop()
		s.resend(job.d)
	}
}

// dropRetries forgets them. The lock is held.
func (s *Server) dropRetries() {
	for _, job := range s.due {
		job.timer.Stop()
	}
	s.due = nil
}

// Retried reports whether Slack sends an event again, because it was not acknowledged.
func (a *Answer) Retried() bool {
	a.Failed()
	return a.retried
}

// OpensHome opens the app's home tab, of which the app is told: https://docs.slack.dev/reference/events/app_home_opened
func (u *User) OpensHome() *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	in := s.needInstall(u.Team)
	s.did(u.ID, "opens the home tab")
	event := map[string]any{"type": "app_home_opened", "user": u.ID, "channel": s.directRoom(in, u.ID).id, "tab": "home"}
	if v := s.modals.all[s.modals.homes[u.Team+"/"+u.ID]]; v != nil {
		event["view"] = v.json()
	}
	return s.event(u.Team, event, nil)
}

// ChangeChannelID gives a channel a new id, as happens when a private channel is shared, and tells the app:
// https://docs.slack.dev/reference/events/channel_id_changed. The Channel now means the new one.
func (s *Server) ChangeChannelID(c *Channel, id string) *Answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.world.channels[c.ID]
	delete(s.world.channels, c.ID)
	old := c.ID
	r.id, c.ID = id, id
	s.world.channels[id] = r
	s.names.Store(id, "#"+r.name)
	in := s.listener(r)
	if in == nil {
		return &Answer{srv: s, did: "channel_id_changed"}
	}
	return s.event(in.Team, map[string]any{"type": "channel_id_changed", "old_channel_id": old, "new_channel_id": id}, r)
}
