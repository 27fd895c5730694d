package bot_test

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/text"
)

// A form is acknowledged with "I am reading"; the program is killed before it is done: nothing is left to finish it.
func TestSlowFormIsRemembered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
		r.rig = newRig(func(f *commands.Feature) {
			f.Slow = map[string]text.Text{"form": text.New("Jeg læser.", "I am reading.")}
			f.Forms = map[string]commands.Handler{"form": func(context.Context, commands.Request) (commands.Reply, error) {
				time.Sleep(10 * time.Second)
				return commands.Sentence("card"), nil
			}}
		})
		q := &queue{}
		r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Queue: q, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
		in := anna(bot.Submit)
		in.Callback, in.Delivery = "visit.form", "V1:hash"
		in.Values = map[string][]string{"text": {"3000 characters of a pasted proposal"}}
		env := bot.Envelope{Inbound: in, ViewID: "V1", Fields: []string{"text"}}
		raw, _ := json.Marshal(r.edge.Take(t.Context(), env))
		if !strings.Contains(string(raw), "læser") && !strings.Contains(string(raw), "reading") {
			t.Fatalf("acknowledged with %s", raw)
		}
		if left := q.stored(); len(left) == 0 {
			t.Errorf("Slack was told that the work goes on, and no job remembers it")
		}
		_ = r.edge.Wait(t.Context())
	})
}

// TestSlowSentenceIsAnsweredAtOnce: a file sent in a direct message takes a while to read; until then something says so.
func TestSlowSentenceIsAnsweredAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
		r.rig = newRig(func(f *commands.Feature) {
			f.Handle = func(context.Context, commands.Request) (commands.Reply, error) {
				time.Sleep(5 * time.Second)
				return commands.Sentence("kortet"), nil
			}
		})
		r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Moves: r.workspace, Posts: r.workspace, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
		in := anna(bot.Sentence)
		in.Text, in.Delivery = "besøg ærø", "E1"
		r.edge.Take(t.Context(), bot.Envelope{Inbound: in})
		if err := r.edge.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(r.sent) != 2 || !strings.Contains(r.sent[0], "Jeg arbejder på det") || !strings.HasSuffix(r.sent[1], "kortet") {
			t.Errorf("sent %q", r.sent)
		}
	})
}
