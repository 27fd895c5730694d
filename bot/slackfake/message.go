package slackfake

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Message is a message as it stood when it was looked up: an update makes another one.
type Message struct {
	Channel  string // its channel's id
	TS       string
	ThreadTS string
	User     string // who wrote it: the bot user, or a person
	For      string // the one user who sees it, when it is ephemeral; else ""
	Text     string // for notifications and screen readers; all there is where there are no blocks
	Blocks   []any  // as sent, as JSON, with the block ids that Slack fills in
	Via      string // the method, "response_url", "ack", or "typed" by a person
	Edited   bool
	// UnfurlLinks and UnfurlMedia are the flags as sent, nil where they were not.
	UnfurlLinks, UnfurlMedia *bool

	srv     *Server
	team    string // the installation that sent it, or the writer's workspace
	bot     bool
	seen    bool
	deleted bool
	menus   map[string]*menuState // by user
}

// posts are the messages and what belongs to sending them.
type posts struct {
	all     []*Message // in the order in which they came
	at      map[string]int
	last    map[string]time.Time // by installation and channel
	calls   map[string]int
	journal map[string][]entry
	sent    int
}

func newPosts() posts {
	return posts{at: map[string]int{}, last: map[string]time.Time{}, calls: map[string]int{}, journal: map[string][]entry{}}
}

// stamp makes a message's ts from the time and a number: unique, and in order.
func (s *Server) stamp() string {
	return sprintf("%d.%06d", s.Now().Unix(), s.next()%1000000)
}

// put adds a message. The lock is held.
func (s *Server) put(m *Message) *Message {
	m.srv, m.TS = s, s.stamp()
	s.fillIDs(m.Blocks)
	if m.bot {
		s.posts.sent++
		s.found.broadcast(m)
	}
	if s.keep {
		s.posts.at[m.Channel+"/"+m.TS] = len(s.posts.all)
		s.posts.all = append(s.posts.all, m)
		s.show(m, "")
	}
	s.changed()
	return m
}

// replace puts new words in the place of old ones; a reader must look again.
func (s *Server) replace(old *Message, text string, blocks []any, via string) *Message {
	m := *old
	m.Text, m.Blocks, m.Via, m.Edited, m.seen = text, blocks, via, true, false
	s.fillIDs(m.Blocks)
	s.found.broadcast(&m)
	s.posts.all[s.posts.at[m.Channel+"/"+m.TS]] = &m
	s.show(&m, "replaced")
	s.changed()
	return &m
}

// remove deletes a message: nobody needs to have looked at it.
func (s *Server) remove(old *Message) {
	m := *old
	m.deleted, m.seen = true, true
	s.posts.all[s.posts.at[m.Channel+"/"+m.TS]] = &m
	s.show(&m, "deleted")
	s.changed()
}

// message is the present state of a message; nil when there is none. The lock is held.
func (s *Server) message(channel, ts string) *Message {
	i, ok := s.posts.at[channel+"/"+ts]
	if !ok || s.posts.all[i].deleted {
		return nil
	}
	return s.posts.all[i]
}

// fillIDs gives blocks and elements the ids that Slack makes up where the app gave none.
func (s *Server) fillIDs(blocks []any) {
	for _, b := range blocks {
		o, _ := b.(map[string]any)
		if o != nil && or(textOf(o["block_id"]), "") == "" {
			o["block_id"] = sprintf("auto%d", s.next())
		}
	}
	for _, e := range placedIn(blocks) {
		if e.action == "" && elements[e.kind].interactive() {
			e.element["action_id"] = sprintf("auto%d", s.next())
		}
	}
}

// interactive elements are those that may have an action_id.
func (e element) interactive() bool {
	return slices.ContainsFunc(e.fields, func(r rule) bool { return r.name == "action_id" })
}

func textOf(v any) string {
	s, _ := v.(string)
	return s
}

// json is the message as payloads and answers show it.
func (m *Message) json() reply {
	out := reply{"type": "message", "ts": m.TS, "text": m.Text, "user": m.User, "team": m.team, "blocks": m.Blocks}
	if m.bot {
		out["bot_id"], out["app_id"] = m.srv.world.installs[m.team].BotID, m.srv.app.ID
	}
	if m.ThreadTS != "" {
		out["thread_ts"] = m.ThreadTS
	}
	if m.Blocks == nil {
		delete(out, "blocks")
	}
	return out
}

var (
	pings     = regexp.MustCompile(`<(!(?:channel|here|everyone)|!subteam\^\w+|@[UW]\w+)(?:\|[^>]*)?>`)
	autoPings = regexp.MustCompile(`(?:^|\s)@(channel|here|everyone)\b`)
)

// Pings are whom the message calls: "@U…", "!channel", "!subteam^S…", from its text and its mrkdwn blocks, with the
// "@here" that Slack makes out of plain words in a text that is not verbatim.
// https://docs.slack.dev/messaging/formatting-message-text
func (m *Message) Pings() []string {
	var list []string
	find := func(s string, auto bool) {
		for _, hit := range pings.FindAllStringSubmatch(s, -1) {
			list = append(list, hit[1])
		}
		for _, hit := range autoPings.FindAllStringSubmatch(s, -1) {
			if auto {
				list = append(list, "!"+hit[1])
			}
		}
	}
	find(m.Text, false)
	eachText(m.Blocks, func(o map[string]any) {
		if o["type"] == "mrkdwn" {
			find(textOf(o["text"]), o["verbatim"] != true)
		}
	})
	slices.Sort(list)
	return slices.Compact(list)
}

// eachText visits all text objects within v.
func eachText(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			eachText(e, visit)
		}
	case map[string]any:
		if t := textOf(v["type"]); t == "mrkdwn" || t == "plain_text" {
			visit(v)
			return
		}
		for _, key := range sortedKeys(v) {
			eachText(v[key], visit)
		}
	}
}

// Contains reports whether the user reads s in the message.
func (m *Message) Contains(s string) bool { return strings.Contains(m.String(), s) }
