package slackfake

import (
	"regexp"
	"strings"
)

// User is somebody in front of Slack.
type User struct {
	ID, Team, Name string
	srv            *Server
}

// Types enters a line in a channel. One that begins with a slash is a command and gives its answer; another is a
// message, which the app hears of in a direct message, or where it is mentioned (Mentions).
func (u *User) Types(c *Channel, line string) *Answer {
	if !strings.HasPrefix(line, "/") {
		return u.says(c, line)
	}
	command, text, _ := strings.Cut(line, " ")
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	r, in := u.inside(c), s.world.installs[u.Team]
	s.did(u.ID, sprintf("types in %s: %s", s.name(c.ID), line))
	if in == nil || in.gone != "" || !s.app.knows(command) || !has(in, "commands") {
		a := &Answer{srv: s, did: line, failed: command + " is not a valid command"}
		s.found.failed = append(s.found.failed, a)
		return a
	}
	if !s.app.Plain {
		text = s.escape(u.Team, r, text)
	}
	h := hook{team: u.Team, channel: r.id, user: u.ID}
	payload := reply{"token": "none", "team_id": u.Team, "team_domain": s.world.teams[u.Team].Domain, "channel_id": r.id, "channel_name": u.channelName(r),
		"user_id": u.ID, "user_name": u.Name, "command": command, "text": strings.TrimSpace(text), "api_app_id": s.app.ID, "is_enterprise_install": "false",
		"response_url": s.newHook(h), "trigger_id": s.newTrigger(u.ID, u.Team)}
	a := s.asks(line, &delivery{kind: kindCommand, payload: payload})
	a.shown(u, r, line, &h)
	return a
}

// shown puts the acknowledgement before the user. With in_channel, everybody sees the typed line too:
// https://docs.slack.dev/interactivity/implementing-slash-commands. The lock is held.
func (a *Answer) shown(u *User, r *room, line string, h *hook) {
	if strings.Contains(string(a.body), `"in_channel"`) && a.failed == "" {
		a.srv.put(&Message{Channel: r.id, User: u.ID, Text: escapeText(line), Via: "typed", team: u.Team, seen: true})
	}
	a.answered(h, !a.srv.app.Socket && !strings.HasPrefix(strings.TrimSpace(string(a.body)), "{"))
	if a.failed != "" {
		a.srv.sees(u.ID, "error: "+a.failed)
	}
}

// inside is the channel, of which the user must be a member. The lock is held.
func (u *User) inside(c *Channel) *room {
	r, p := u.srv.world.channels[c.ID], u.srv.world.people[u.ID]
	switch {
	case p.Deleted:
		u.srv.fatalf("%s is deactivated and can do nothing", u.Name)
	case r == nil || !r.members[u.ID]:
		u.srv.fatalf("%s is not in %s", u.Name, c.Name)
	}
	return r
}

// channelName is what a command says of its channel.
func (u *User) channelName(r *room) string {
	if r.private && r.direct == "" {
		return "privategroup"
	}
	return r.name
}

// says writes an ordinary message.
func (u *User) says(c *Channel, line string) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	r := u.inside(c)
	s.did(u.ID, sprintf("writes in %s: %s", s.name(c.ID), line))
	m := s.put(&Message{Channel: r.id, User: u.ID, Text: s.escape(u.Team, r, line), Via: "typed", team: u.Team, seen: true})
	event := map[string]any{"type": "message", "channel": r.id, "user": u.ID, "text": m.Text, "ts": m.TS, "event_ts": m.TS, "team": u.Team, "client_msg_id": sprintf("m%d", s.next())}
	in := s.listener(r)
	scope := "im:history"
	if mentioned := s.mentioned(r, m.Text); mentioned != nil {
		in, scope, event["type"] = mentioned, "app_mentions:read", "app_mention"
	} else {
		event["channel_type"] = "im"
	}
	if len(r.connected) > 0 {
		event["user_team"], event["source_team"] = u.Team, u.Team
	}
	if in == nil || !has(in, scope) || scope == "im:history" && r.direct == "" {
		return &Answer{srv: s, did: line}
	}
	return s.event(in.Team, event, r)
}

// mentioned is the installation whose bot the text calls. The lock is held.
func (s *Server) mentioned(r *room, text string) *Installation {
	for _, team := range r.teams() {
		if in := s.world.installs[team]; in != nil && in.gone == "" && r.members[in.BotUser] && strings.Contains(text, "<@"+in.BotUser+">") {
			return in
		}
	}
	return nil
}

// listener is the installation through which the app hears of a channel: one, though it be installed in several of its
// workspaces. https://docs.slack.dev/apis/slack-connect
func (s *Server) listener(r *room) *Installation {
	for _, team := range r.teams() {
		if in := s.world.installs[team]; in != nil && in.gone == "" && r.members[in.BotUser] {
			return in
		}
	}
	return nil
}

func has(in *Installation, scope string) bool {
	for _, s := range in.Scopes {
		if s == scope {
			return true
		}
	}
	return false
}

// Mentions calls the bot in a channel: "@samspil" and the text.
func (u *User) Mentions(c *Channel, text string) *Answer { return u.says(c, "@samspil "+text) }

// DirectMessages writes to the bot alone.
func (u *User) DirectMessages(text string) *Answer { return u.says(u.Direct(), text) }

var (
	typedName    = regexp.MustCompile(`(^|\s)@([\p{L}\p{N}._-]+)`)
	typedChannel = regexp.MustCompile(`(^|\s)#([\p{L}\p{N}_-]+)`)
	typedURL     = regexp.MustCompile(`https?://[^\s<>]+`)
)

func escapeText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// escape is what Slack makes of text typed in a channel by somebody of the team:
// https://docs.slack.dev/messaging/formatting-message-text. The lock is held.
func (s *Server) escape(team string, r *room, text string) string {
	text = typedURL.ReplaceAllString(escapeText(text), "<$0>")
	text = typedName.ReplaceAllStringFunc(text, func(hit string) string {
		parts := typedName.FindStringSubmatch(hit)
		meant := ""
		for _, id := range sortedIDs(s.world.people) {
			switch p := s.world.people[id]; {
			case p.Name != parts[2]:
			case p.Team == team: // before a namesake in the channel
				return parts[1] + "<@" + id + ">"
			case r.members[id]:
				meant = id
			}
		}
		if meant != "" {
			return parts[1] + "<@" + meant + ">"
		}
		return hit
	})
	return typedChannel.ReplaceAllStringFunc(text, func(hit string) string {
		parts := typedChannel.FindStringSubmatch(hit)
		for _, id := range sortedIDs(s.world.channels) {
			if r := s.world.channels[id]; r.name == parts[2] && r.of(team) && r.direct == "" {
				return parts[1] + "<#" + r.id + "|" + r.name + ">"
			}
		}
		return hit
	})
}
