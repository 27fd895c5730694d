package bot

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
)

// Posts remembers where our own messages stand, by their keys; "" where one was never sent.
type Posts interface {
	Posted(ctx context.Context, team, key string) (channel, ts string, err error)
	NotePosted(ctx context.Context, team, key, channel, ts string, now time.Time) error
}

// gone are the reasons for which a channel takes no message of ours any more:
// https://docs.slack.dev/reference/methods/chat.postMessage
var gone = []string{"is_archived", "channel_not_found", "not_in_channel", "restricted_action", "account_inactive"}

// notForReaders is the reason with which a feature is told that a message was not sent because of who reads its channel.
const notForReaders = "readers"

// mayRead reports whether all who read the message's channel may read it.
func (e *Edge) mayRead(ctx context.Context, m commands.Message) (bool, error) {
	if m.Readers == nil || m.Channel == "" || e.Audience == nil {
		return true, nil
	}
	return m.Readers.AreAll(ctx, e.Audience, crm.Person{Team: m.Team}, m.Channel)
}

// doMessage sends a message of a feature's own, or edits the one it has sent already.
func (e *Edge) doMessage(ctx context.Context, j crm.Job) error {
	var m commands.Message
	if err := json.Unmarshal(j.Payload, &m); err != nil || m.To() == "" {
		return crm.Park(errGarbled)
	}
	var err error
	if m.Channel, err = e.Moves.CurrentChannel(ctx, m.Team, m.Channel); err != nil {
		return outcome(err)
	}
	may, err := e.mayRead(ctx, m)
	if err != nil {
		return outcome(err)
	}
	if !may {
		e.Log.LogAttrs(ctx, slog.LevelWarn, "message not sent: others read the channel", slog.String("key", m.Key))
		if m.Key == "" {
			return nil
		}
		return e.Bot.undelivered(ctx, m, notForReaders)
	}
	err = e.say(ctx, m)
	if m.Key != "" && isSlackError(err, gone...) {
		refused, _ := errors.AsType[slack.SlackErrorResponse](err)
		if err := e.Bot.undelivered(ctx, m, refused.Err); err != nil {
			return err
		}
	}
	return outcome(err)
}

// say sends the message to the channel as it is called now.
func (e *Edge) say(ctx context.Context, m commands.Message) (err error) {
	text, blocks := ClampMessage(m.Lang, commands.Escape(m.Text), m.Blocks.BlockSet)
	thread := ""
	if m.Under != "" {
		if _, thread, err = e.Posts.Posted(ctx, m.Team, m.Under); err != nil {
			return err
		}
	}
	if m.Key == "" {
		return e.post(ctx, m.To(), thread, text, blocks)
	}
	channel, ts, err := e.Posts.Posted(ctx, m.Team, m.Key)
	if err != nil {
		return err
	}
	if ts != "" && m.Channel != "" {
		stands, err := e.Moves.CurrentChannel(ctx, m.Team, channel)
		if err != nil {
			return err
		}
		if stands != m.Channel {
			ts = "" // it is told elsewhere now, and what stands there stays as it is
		}
	}
	if ts != "" {
		if err = e.edit(ctx, channel, ts, text, blocks); !isSlackError(err, "message_not_found") {
			return err
		}
	}
	if channel, ts, err = e.place(ctx, m.To(), thread, text, blocks); err != nil {
		return err
	}
	return e.Posts.NotePosted(ctx, m.Team, m.Key, channel, ts, e.Now())
}

// edit changes a message that stands already.
func (e *Edge) edit(ctx context.Context, channel, ts, text string, blocks []slack.Block) error {
	_, _, _, err := e.Slack.UpdateMessageContext(ctx, channel, ts, options(text, "", blocks)...)
	if refusesBlocks(err) {
		e.failed(ctx, "blocks", err)
		_, _, _, err = e.Slack.UpdateMessageContext(ctx, channel, ts, options(PlainText(text), "", nil)...)
	}
	return err
}

// undelivered tells the feature whose message Slack will never take.
func (b *Bot) undelivered(ctx context.Context, m commands.Message, reason string) error {
	name, _, _ := strings.Cut(m.Key, ".")
	if f := b.routes.byName[name]; f != nil && f.Undelivered != nil {
		return f.Undelivered(ctx, m, reason)
	}
	return nil
}
