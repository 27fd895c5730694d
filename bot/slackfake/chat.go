package slackfake

import (
	"math"
	"strings"
	"time"
	"unicode/utf8"
)

// postMessage: https://docs.slack.dev/reference/methods/chat.postMessage. A user's id as channel stands for the direct
// message with that user.
func (c *call) postMessage() (reply, *refusal) {
	r, no := c.writable(true)
	if no != nil {
		return nil, no
	}
	m, no := c.compose(r, "")
	if no != nil {
		return nil, no
	}
	if no := c.pace(r.id); no != nil {
		return nil, no
	}
	m = c.srv.put(m)
	return reply{"channel": r.id, "ts": m.TS, "message": m.json()}, nil
}

// postEphemeral: https://docs.slack.dev/reference/methods/chat.postEphemeral
func (c *call) postEphemeral() (reply, *refusal) {
	r, no := c.writable(false)
	if no != nil {
		return nil, no
	}
	user := c.srv.world.people[c.text("user")]
	switch {
	case user == nil || user.Bot || user.Deleted:
		return nil, refused("user_not_found")
	case !r.members[user.ID]:
		return nil, refused("user_not_in_channel")
	}
	m, no := c.compose(r, user.ID)
	if no != nil {
		return nil, no
	}
	if no := c.pace(r.id); no != nil {
		return nil, no
	}
	return reply{"message_ts": c.srv.put(m).TS}, nil
}

// updateMessage replaces all of a message of the bot's own, never an ephemeral one:
// https://docs.slack.dev/reference/methods/chat.update
func (c *call) updateMessage() (reply, *refusal) {
	old, no := c.own("cant_update_message")
	if no != nil {
		return nil, no
	}
	m, no := c.compose(c.srv.world.channels[old.Channel], "")
	if no != nil {
		return nil, no
	}
	m = c.srv.replace(old, m.Text, m.Blocks, c.method)
	return reply{"channel": m.Channel, "ts": m.TS, "text": m.Text, "message": m.json()}, nil
}

// deleteMessage: https://docs.slack.dev/reference/methods/chat.delete
func (c *call) deleteMessage() (reply, *refusal) {
	old, no := c.own("cant_delete_message")
	if no != nil {
		return nil, no
	}
	c.srv.remove(old)
	return reply{"channel": old.Channel, "ts": old.TS}, nil
}

// own is the message meant, when it is the bot's.
func (c *call) own(otherwise string) (*Message, *refusal) {
	if c.srv.world.channels[c.text("channel")] == nil {
		return nil, refused("channel_not_found")
	}
	m := c.srv.message(c.text("channel"), c.text("ts"))
	switch {
	case m == nil || m.For != "":
		return nil, refused("message_not_found")
	case m.User != c.install.BotUser:
		return nil, refused(otherwise)
	}
	return m, nil
}

// writable is the channel the bot may write to: one it is a member of. A user's id opens the direct message where
// direct says so.
func (c *call) writable(direct bool) (*room, *refusal) {
	id := c.text("channel")
	if p := c.srv.world.people[id]; direct && p != nil && !p.Bot && !p.Deleted && (p.Team == c.install.Team || c.srv.meets(id, c.install.Team)) {
		return c.srv.directRoom(c.install, id), nil
	}
	r := c.srv.world.channels[id]
	switch {
	case r == nil || !r.of(c.install.Team):
		return nil, refused("channel_not_found")
	case r.members[c.install.BotUser]:
	case r.private:
		return nil, refused("channel_not_found")
	case c.need("chat:write.public") != nil:
		return nil, refused("not_in_channel")
	}
	if r.archived {
		return nil, refused("is_archived")
	}
	return r, nil
}

// compose makes the message of the arguments, checked against the limits.
func (c *call) compose(r *room, only string) (*Message, *refusal) {
	blocks, ok := c.list("blocks")
	if !ok {
		return nil, broke("invalid_blocks_format")
	}
	if c.args["attachments"] != nil {
		return nil, broke("invalid_attachments", "attachments are not part of this fake [json-pointer:/attachments]")
	}
	text := c.text("text")
	if markdown := c.text("markdown_text"); markdown != "" {
		switch {
		case text != "" || len(blocks) > 0:
			return nil, broke("markdown_text_conflict")
		case utf8.RuneCountInString(markdown) > maxMarkdownArg:
			return nil, broke("msg_too_long")
		}
		text = markdown
	}
	if no := checkMessage(text, blocks); no != nil {
		return nil, no
	}
	return &Message{Channel: r.id, ThreadTS: c.text("thread_ts"), User: c.install.BotUser, For: only, Text: text, Blocks: blocks, Via: c.method,
		UnfurlLinks: c.truth("unfurl_links"), UnfurlMedia: c.truth("unfurl_media"), team: c.install.Team, bot: true}, nil
}

// pace lets one message a second into a channel: https://docs.slack.dev/apis/web-api/rate-limits
func (c *call) pace(channel string) *refusal {
	key, now := c.install.Team+"/"+channel, c.srv.Now()
	if last, ok := c.srv.posts.last[key]; ok && now.Sub(last) < c.srv.spacing {
		wait := last.Add(c.srv.spacing).Sub(now)
		return &refusal{retry: max(1, int(math.Ceil(wait.Seconds())))}
	}
	c.srv.posts.last[key] = now
	return nil
}

// Calls tells how often a method was called, refused calls included.
func (s *Server) Calls(method string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.posts.calls[method]
}

// Sent tells how many messages the app has sent, by whatever way.
func (s *Server) Sent() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.posts.sent
}

// History is what stands in the channel for all its members, oldest first: no ephemeral and no deleted messages.
func (c *Channel) History() []*Message {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	var list []*Message
	for _, m := range c.srv.posts.all {
		if m.Channel == c.ID && m.For == "" && !m.deleted {
			list = append(list, m)
		}
	}
	return list
}

// Time is when the message was sent, to the second.
func (m *Message) Time() time.Time {
	seconds, _, _ := strings.Cut(m.TS, ".")
	var n int64
	for _, digit := range seconds {
		n = n*10 + int64(digit-'0')
	}
	return time.Unix(n, 0)
}
