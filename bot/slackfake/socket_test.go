package slackfake

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"
)

// connected runs slack-go's own client against the town, which answers with what take gives.
func connected(t *testing.T, w *town, take func(*socketmode.Client, socketmode.Event) any) {
	t.Helper()
	w.App(App{Socket: true})
	api := slack.New(w.bot.BotToken, slack.OptionAppLevelToken(w.AppToken()), slack.OptionAPIURL(w.URL()))
	client := socketmode.New(api)
	ctx, cancel := context.WithCancel(context.Background())
	var work sync.WaitGroup
	work.Go(func() { _ = client.RunContext(ctx) })
	work.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case ev := <-client.Events:
				if ev.Request == nil || ev.Type == socketmode.EventTypeHello {
					continue
				}
				if answer := take(client, ev); answer != nil {
					_ = client.Ack(*ev.Request, answer)
				} else {
					_ = client.Ack(*ev.Request)
				}
			}
		}
	})
	t.Cleanup(func() { cancel(); w.CutSockets(); work.Wait() })
	w.WaitConnected(1)
}

func TestSocketMode(t *testing.T) {
	w := newTown(t)
	mentions := make(chan string, 10)
	connected(t, w, func(c *socketmode.Client, ev socketmode.Event) any {
		switch data := ev.Data.(type) {
		case slack.SlashCommand:
			return map[string]any{"text": "svar til " + data.Text}
		case slack.InteractionCallback:
			switch data.Type {
			case slack.InteractionTypeShortcut:
				if _, err := c.OpenView(data.TriggerID, visitForm()); err != nil {
					t.Error(err)
				}
			case slack.InteractionTypeBlockSuggestion:
				return slack.OptionsResponse{Options: []*slack.OptionBlockObject{choice("99000007", "Nordlys ApS")}}
			case slack.InteractionTypeViewSubmission:
				return slack.NewErrorsViewSubmissionResponse(map[string]string{"date": "I fremtiden?"})
			}
		case slackevents.EventsAPIEvent:
			if mention, ok := data.InnerEvent.Data.(*slackevents.AppMentionEvent); ok {
				mentions <- mention.Text
			}
		}
		return nil
	})
	if a := w.anna.Types(w.square, "/check 99000007"); a.Text() != "svar til 99000007" || a.Message().For != w.anna.ID || a.Status() != 200 {
		t.Errorf("%q %q", a.Text(), a.Failed())
	}
	w.anna.Mentions(w.square, "status")
	if got := <-mentions; got != "<@UT1BOT> status" {
		t.Error(got)
	}
	w.anna.UsesShortcut("visit_new")
	form := w.anna.Fills(w.View(w.anna), Fields{"company": "Nordlys", "date": "2026-11-22"})
	if a := w.anna.Submits(form); a.Errors()["date"] != "I fremtiden?" {
		t.Error(a.Errors(), a.Failed())
	}
	w.Handle(Twice)
	w.anna.Mentions(w.square, "to gange")
	if one, two := <-mentions, <-mentions; one != two || !strings.Contains(one, "to gange") {
		t.Error("not the same twice", one, two)
	}
}

// TestSocketReconnects is not about speed: Slack's 3 seconds pass in real time, which a busy machine may lose.
func TestSocketReconnects(t *testing.T) {
	w := newTown(t, WithAckTimeout(time.Minute), WithPatience(time.Minute))
	connected(t, w, func(*socketmode.Client, socketmode.Event) any { return map[string]any{"text": "svar"} })
	for _, reason := range []string{"warning", "refresh_requested", "link_disabled"} {
		var old *connection
		w.await(func() bool { old = w.socket.open[0]; return true })
		w.Disconnect(reason)
		if !w.await(func() bool { return len(w.socket.open) == 1 && w.socket.open[0] != old }) {
			t.Fatalf("after %s the client does not come back", reason)
		}
		if a := w.anna.Types(w.square, "/check"); a.Text() != "svar" {
			t.Errorf("after %s: %q %q", reason, a.Text(), a.Failed())
		}
	}
}

// dial opens a socket without slack-go.
func (w *town) dial(t *testing.T) *websocket.Conn {
	t.Helper()
	_, address, err := slack.New("", slack.OptionAppLevelToken(w.AppToken()), slack.OptionAPIURL(w.URL())).StartSocketModeContext(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	ws, _, err := websocket.DefaultDialer.Dial(address, map[string][]string{"Origin": {"https://api.slack.com"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	if _, resp, err := websocket.DefaultDialer.Dial(address, nil); err == nil || resp.StatusCode != 403 {
		t.Error("an address works twice")
	}
	return ws
}

func frame(t *testing.T, ws *websocket.Conn) map[string]any {
	t.Helper()
	var v map[string]any
	_ = ws.SetReadDeadline(time.Now().Add(5 * time.Second))
	if err := ws.ReadJSON(&v); err != nil {
		t.Error(err)
	}
	return v
}

func TestTenSockets(t *testing.T) {
	w := open(t)
	w.App(App{Socket: true})
	for i := range 10 {
		if got := frame(t, w.dial(t)); got["type"] != "hello" || got["num_connections"] != float64(i+1) {
			t.Fatal(got)
		}
	}
	if got := frame(t, w.dial(t)); got["type"] != "disconnect" || got["reason"] != "too_many_websockets" {
		t.Error(got)
	}
	w.CutSockets()
	if w.Connections() != 0 {
		t.Error(w.Connections())
	}
}

func TestSocketRules(t *testing.T) {
	w := open(t, WithAckTimeout(500*time.Millisecond))
	if _, _, err := w.api.StartSocketModeContext(context.Background()); code(err) != "not_authed" {
		t.Error(err)
	}
	if _, _, err := slack.New("", slack.OptionAppLevelToken(w.AppToken()), slack.OptionAPIURL(w.URL())).StartSocketModeContext(context.Background()); code(err) != "socket_mode_not_enabled" {
		t.Error(err)
	}
	w.App(App{Socket: true})
	if a := w.anna.Types(w.square, "/check"); a.Failed() != "dispatch_failed" {
		t.Error("a command without a socket", a.Failed())
	}
	one := w.dial(t)
	frame(t, one)
	two := w.dial(t)
	frame(t, two)
	var got []map[string]any
	answer := func(ws *websocket.Conn, payload string) {
		f := frame(t, ws)
		got = append(got, f)
		raw, _ := json.Marshal(map[string]any{"envelope_id": f["envelope_id"], "payload": map[string]any{"text": payload}})
		_ = ws.WriteMessage(websocket.TextMessage, raw)
	}
	var work sync.WaitGroup
	work.Go(func() { answer(two, "to") })
	first := w.anna.Types(w.square, "/check")
	work.Wait()
	work.Go(func() { answer(one, strings.Repeat("x", 20480)) })
	second := w.anna.Types(w.square, "/check")
	work.Wait()
	if first.Text() != "to" || second.Failed() != "operation_timeout" || got[0]["accepts_response_payload"] != true || got[0]["type"] != "slash_commands" {
		t.Errorf("in turn, and nothing over 20,480 bytes: %q %q %v", first.Text(), second.Failed(), got[0])
	}
	if p := w.Problems(); len(p) != 1 || !strings.Contains(p[0], "was dropped") {
		t.Error(p)
	}
	work.Go(func() { // an event that nobody acknowledges comes again at once
		f, g := frame(t, two), frame(t, one)
		if f["retry_attempt"] != 0.0 || g["retry_attempt"] != 1.0 || g["retry_reason"] != "timeout" || f["envelope_id"] == g["envelope_id"] {
			t.Error(f, g)
		}
	})
	if a := w.anna.Mentions(w.square, "status"); !a.Retried() {
		t.Error("no retry")
	}
	work.Wait()
}
