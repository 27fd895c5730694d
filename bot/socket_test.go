package bot_test

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"samspil/bot"
	"samspil/commands"
)

// socketServer is Slack's side of Socket Mode: each connection gets a hello and then what serve does with it.
func socketServer(t *testing.T, serve func(*websocket.Conn)) (connect func() *socketmode.Client, opened *atomic.Int64) {
	opened = new(atomic.Int64)
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "apps.connections.open") {
			io.WriteString(w, `{"ok":true,"url":"ws`+strings.TrimPrefix(server.URL, "http")+`/ws"}`)
			return
		}
		c, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer c.Close()
		opened.Add(1)
		c.WriteMessage(websocket.TextMessage, []byte(`{"type":"hello","num_connections":1}`))
		serve(c)
	}))
	t.Cleanup(server.Close)
	return func() *socketmode.Client {
		api := slack.New("xoxb-1", slack.OptionAppLevelToken("xapp-1"), slack.OptionAPIURL(server.URL+"/api/"))
		return socketmode.New(api, socketmode.OptionReadLimit(bot.ReadLimit), socketmode.OptionLog(log.New(io.Discard, "", 0)))
	}, opened
}

// socketTakes sends envelopes over one connection and gives the acknowledgements by envelope id.
func socketTakes(t *testing.T, r *rigged, envelopes ...string) map[string]string {
	t.Helper()
	acks := make(chan string, len(envelopes))
	connect, _ := socketServer(t, func(c *websocket.Conn) {
		for _, e := range envelopes {
			c.WriteMessage(websocket.TextMessage, []byte(e))
		}
		for {
			_, raw, err := c.ReadMessage()
			if err != nil {
				return
			}
			acks <- string(raw)
		}
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- r.edge.Socket(ctx, bot.SocketOptions{Connect: connect, Connections: 1}) }()
	got := map[string]string{}
	for range envelopes {
		select {
		case raw := <-acks:
			var ack struct {
				ID string `json:"envelope_id"`
			}
			if err := json.Unmarshal([]byte(raw), &ack); err != nil {
				t.Fatal(err)
			}
			got[ack.ID] = raw
		case <-time.After(10 * time.Second):
			t.Fatalf("only %d of %d were acknowledged: %v", len(got), len(envelopes), got)
		}
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if err := r.edge.Wait(t.Context()); err != nil {
		t.Error(err)
	}
	return got
}

func TestSocketAnswers(t *testing.T) {
	r := newEdge(t)
	got := socketTakes(t, r,
		`{"type":"slash_commands","envelope_id":"1","accepts_response_payload":true,"payload":{"team_id":"T","user_id":"UANNA","channel_id":"C1","command":"/visit","text":"x","trigger_id":"t1"}}`,
		`{"type":"interactive","envelope_id":"2","accepts_response_payload":true,"payload":{"type":"view_submission","user":{"id":"UANNA","team_id":"T"},"view":{"id":"V","callback_id":"visit.form","state":{"values":{}}}}}`,
		`{"type":"events_api","envelope_id":"3","payload":{"type":"event_callback","team_id":"T","event_id":"E1","event":{"type":"app_mention","user":"UANNA","channel":"C1","text":"<@U0BOT> besøg x"}}}`,
		`{"type":"slash_commands","envelope_id":"4","accepts_response_payload":true,"payload":{"team_id":"T"}}`,
	)
	for id, want := range map[string]string{"1": "visit answers", "2": `"response_action":"update"`, "3": "", "4": ""} {
		if !strings.Contains(got[id], want) || want == "" && strings.Contains(got[id], "payload") {
			t.Errorf("envelope %s was acknowledged with %s", id, got[id])
		}
	}
	if len(r.asked) != 3 || len(r.sent) != 1 || !strings.HasPrefix(r.sent[0], "whisper C1 UANNA") {
		t.Errorf("asked %d times, sent %q", len(r.asked), r.sent)
	}
}

// TestSocketLargeAnswer goes another way where Slack would drop the acknowledgement.
func TestSocketLargeAnswer(t *testing.T) {
	r := newEdge(t, fails(func(context.Context, commands.Request) (commands.Reply, error) {
		return commands.Sentence(strings.Repeat("Et langt svar. ", 1400)), nil
	}))
	got := socketTakes(t, r, `{"type":"slash_commands","envelope_id":"1","accepts_response_payload":true,"payload":{"team_id":"T","user_id":"UANNA","command":"/visit","response_url":"`+r.urls.URL+`/x"}}`)
	if strings.Contains(got["1"], "langt") || len(r.sent) != 1 || !strings.HasPrefix(r.sent[0], "url ephemeral Et langt svar.") {
		t.Errorf("acknowledged with %d bytes, sent %.60q", len(got["1"]), r.sent)
	}
}

// TestSocketStorm gives up for a while where Slack closes every connection.
func TestSocketStorm(t *testing.T) {
	r := newEdge(t)
	connect, opened := socketServer(t, func(c *websocket.Conn) {
		c.WriteMessage(websocket.TextMessage, []byte(`{"type":"disconnect","reason":"too_many_websockets"}`))
	})
	ctx, cancel := context.WithTimeout(t.Context(), 1500*time.Millisecond)
	defer cancel()
	if err := r.edge.Socket(ctx, bot.SocketOptions{Connect: connect, Connections: 1, StormAfter: 5, Pause: time.Minute}); err != nil {
		t.Error(err)
	}
	if n := opened.Load(); n > 40 { // hundreds without a pause; a busy machine notices a little late
		t.Errorf("%d connections in a second and a half", n)
	}
}
