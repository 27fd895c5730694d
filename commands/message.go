package commands

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// MessageJob is the kind of the job that sends a Message.
const MessageJob = "slack.message"

// Message is what is said in a channel, or to one person, beside the direct answer. It is stored as a job in the
// transaction that causes it, and sent from there.
type Message struct {
	Team    string `json:"team"`
	Channel string `json:"channel,omitempty"`
	User    string `json:"user,omitempty"` // a person's own channel, where Channel is ""
	// Key names the message in its workspace, "digest.12.2026-11-25": it is sent the first time, and edited in place when
	// another with the same key follows. It begins with the feature's name and a dot. "" for one that is only sent.
	Key string `json:"key,omitempty"`
	// Under is the key of the message in whose thread it stands; where that was never sent, it stands alone.
	Under string `json:"under,omitempty"`
	// Readers are who may read it: where others are in the channel when it is sent, it is not. nil asks nobody.
	Readers *Readers     `json:"readers,omitempty"`
	Lang    text.Lang    `json:"lang"`
	Text    string       `json:"text"` // the whole message in words, not escaped
	Blocks  slack.Blocks `json:"blocks"`
}

// Readers are the organisations that may read a message.
type Readers struct {
	Orgs   []int64 `json:"orgs"`
	Public bool    `json:"public,omitempty"` // and every public body
}

// May reports whether the people of the organisation may read it.
func (r Readers) May(o crm.Org) bool { return r.Public && o.Public || slices.Contains(r.Orgs, o.ID) }

// Channels tells who reads a channel. A channel of which it cannot tell is a crm.Error of kind Forbidden, a person's own of
// kind Invalid; Unavailable where another attempt may help.
type Channels interface {
	Audience(ctx context.Context, asker crm.Person, channel string) (crm.Audience, error)
}

// AreAll reports whether nobody else reads the channel, as far as it is known for whom each member speaks. An error is one
// of asking.
func (r Readers) AreAll(ctx context.Context, channels Channels, asker crm.Person, channel string) (bool, error) {
	a, err := channels.Audience(ctx, asker, channel)
	if crm.IsKind(err, crm.Forbidden) || crm.IsKind(err, crm.Invalid) {
		return false, nil
	}
	return err == nil && a.Certain() && len(a.Others(r.May)) == 0, err
}

// NewMessage is the reply as a message for a channel; for the person's own where channel is "".
func NewMessage(to crm.Person, channel string, lang text.Lang, r Reply) Message {
	return Message{Team: to.Team, Channel: channel, User: to.User, Lang: lang, Text: r.Text, Blocks: slack.Blocks{BlockSet: r.Blocks}}
}

// Job is the message as a job. Messages of one channel are sent one after the other.
func (m Message) Job() (crm.Job, error) {
	payload, err := json.Marshal(m)
	return crm.Job{Kind: MessageJob, Lane: m.Team + "/" + m.To(), State: m.Key, Payload: payload}, err
}

// To is the channel or person it goes to.
func (m Message) To() string {
	if m.Channel != "" {
		return m.Channel
	}
	return m.User
}
