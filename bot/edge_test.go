package bot_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// workspace is what the edge talks to: it notes what is sent there.
type workspace struct {
	mu       sync.Mutex
	sent     []string // "open form", "whisper U text", "post C text", "url text", "update view text"
	answered map[string]bool
	posted   map[string][2]string
	lost     error  // of every message that is edited
	refuse   error  // of views.open
	blocks   error  // of the first message with blocks
	shown    string // the blocks of the view that was updated last
	views    error  // of the first view that is updated or published
}

func (w *workspace) note(words ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sent = append(w.sent, strings.Join(words, " "))
}

func (w *workspace) OpenViewContext(_ context.Context, trigger string, v slack.ModalViewRequest) (*slack.ViewResponse, error) {
	if w.refuse != nil {
		return nil, w.refuse
	}
	w.note("open", trigger, v.Title.Text)
	opened := &slack.ViewResponse{}
	opened.ID = "V9"
	return opened, nil
}

func (w *workspace) MoveChannel(_ context.Context, team, from, to string, _ time.Time) error {
	if to == "CBROKEN" {
		return errors.New("disk full")
	}
	w.note("moved", team, from, to)
	return nil
}

func (w *workspace) CurrentChannel(_ context.Context, _, id string) (string, error) { return id, nil }

func (w *workspace) PushViewContext(_ context.Context, trigger string, v slack.ModalViewRequest) (*slack.ViewResponse, error) {
	w.note("push", trigger, v.Title.Text)
	return &slack.ViewResponse{}, w.refuse
}

func (w *workspace) UpdateViewContext(_ context.Context, v slack.ModalViewRequest, _, _, id string) (*slack.ViewResponse, error) {
	w.note("update", id, v.Title.Text)
	raw, _ := json.Marshal(v.Blocks)
	w.shown = string(raw)
	if refused := w.views; refused != nil {
		w.views = nil
		return nil, refused
	}
	return &slack.ViewResponse{}, nil
}

func (w *workspace) PublishViewContext(_ context.Context, req slack.PublishViewContextRequest) (*slack.ViewResponse, error) {
	raw, err := json.Marshal(req.View)
	w.note("home", req.UserID, string(raw))
	if refused := w.views; refused != nil {
		w.views = nil
		return nil, refused
	}
	return &slack.ViewResponse{}, err
}

func (w *workspace) PostMessageContext(_ context.Context, channel string, o ...slack.MsgOption) (string, string, error) {
	err := w.message("post "+channel, o)
	w.mu.Lock()
	defer w.mu.Unlock()
	return channel, fmt.Sprint(len(w.sent)), err
}

func (w *workspace) PostEphemeralContext(_ context.Context, channel, user string, o ...slack.MsgOption) (string, error) {
	return "", w.message("whisper "+channel+" "+user, o)
}

func (w *workspace) UpdateMessageContext(_ context.Context, channel, ts string, o ...slack.MsgOption) (string, string, string, error) {
	if w.lost != nil {
		return "", "", "", w.lost
	}
	return channel, ts, "", w.message("edit "+channel+" "+ts, o)
}

func (w *workspace) UploadFileContext(_ context.Context, p slack.UploadFileParameters) (*slack.FileSummary, error) {
	w.note("upload", p.Channel, p.Filename)
	return &slack.FileSummary{}, nil
}

func (w *workspace) Posted(_ context.Context, team, key string) (string, string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.posted[team+key][0], w.posted[team+key][1], nil
}

func (w *workspace) NotePosted(_ context.Context, team, key, channel, ts string, _ time.Time) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.posted == nil {
		w.posted = map[string][2]string{}
	}
	w.posted[team+key] = [2]string{channel, ts}
	return nil
}

func (w *workspace) message(how string, o []slack.MsgOption) error {
	_, values, err := slack.UnsafeApplyMsgOptions("token", "C", "https://slack.com/api/", o...)
	if err != nil {
		return err
	}
	if values.Get("unfurl_links") != "false" || values.Get("unfurl_media") != "false" {
		how += " UNFURLS"
	}
	if w.blocks != nil {
		refused := w.blocks
		w.blocks = nil
		return refused
	}
	w.note(how, values.Get("thread_ts"), values.Get("text"))
	return nil
}

func (w *workspace) Answered(_ context.Context, id string) (bool, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.answered[id], nil
}

func (w *workspace) MarkAnswered(_ context.Context, ids []string, _ time.Time) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, id := range ids {
		w.answered[id] = true
	}
	return nil
}

// rigged is an edge over the rig's bot, with a server for response_urls.
type rigged struct {
	*rig
	*workspace
	edge *bot.Edge
	urls *httptest.Server
	logs bytes.Buffer
}

func newEdge(t *testing.T, change ...func(*commands.Feature)) *rigged {
	r := &rigged{rig: newRig(change...), workspace: &workspace{answered: map[string]bool{}}}
	r.urls = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		var body struct {
			Text    string `json:"text"`
			Replace bool   `json:"replace_original"`
			Type    string `json:"response_type"`
			Unfurl  *bool  `json:"unfurl_links"`
		}
		if err := json.NewDecoder(req.Body).Decode(&body); err != nil || body.Unfurl == nil || *body.Unfurl {
			t.Errorf("response_url got %+v %v", body, err)
		}
		how := "url " + body.Type
		if body.Replace {
			how = "replace"
		}
		r.note(how, body.Text)
	}))
	t.Cleanup(r.urls.Close)
	host := strings.TrimPrefix(r.urls.URL, "http://")
	r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Moves: r.workspace, Posts: r.workspace, Hosts: []string{host},
		Gone: func(_ context.Context, team string) error { r.note("gone", team); return nil },
		Log:  slog.New(slog.NewTextHandler(&r.logs, nil)), AckWithin: time.Second})
	return r
}

// takes hands an envelope over, waits for what follows, and gives the acknowledgement as JSON and what was sent.
func (r *rigged) takes(t *testing.T, env bot.Envelope) (ack string, sent []string) {
	t.Helper()
	r.sent = nil
	body := r.edge.Take(t.Context(), env)
	if err := r.edge.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw), r.sent
}

func (r *rigged) envelope(in bot.Inbound) bot.Envelope {
	return bot.Envelope{Inbound: in, TriggerID: "TRIGGER", ResponseURL: r.urls.URL + "/secret"}
}

var aForm = commands.Form{ID: "visit.form", Title: "Notér", Submit: "Gem", Fields: []commands.Field{{Name: "note", Label: "Note"}}}

// opens makes the visit feature answer with a form.
func opens(f *commands.Feature) {
	f.Handle = func(context.Context, commands.Request) (commands.Reply, error) {
		reply := commands.Sentence("Udfyld formularen.")
		reply.View = aForm.View(text.Danish)
		return reply, nil
	}
}

// refuses makes the visit feature's button fail.
func refuses(f *commands.Feature) {
	f.Actions["undo"] = func(context.Context, commands.Request) (commands.Reply, error) {
		return commands.Reply{}, crm.Errorf(crm.Conflict, text.New("For sent.", "Too late."))
	}
}

func TestWhereAnswersGo(t *testing.T) {
	pressed, submitted, chosen := anna(bot.Action), anna(bot.Submit), anna(bot.Shortcut)
	pressed.Action, submitted.Callback, chosen.Callback, chosen.Text = "visit.undo", "visit.form", "visit.undo", "en besked"
	direct := sentence("besøg x")
	tests := []struct {
		name   string
		change []func(*commands.Feature)
		in     bot.Inbound
		edit   func(*bot.Envelope)
		ack    string
		sent   string
	}{
		{"a command in its acknowledgement", nil, command("/visit", "x"), nil, `"text":"visit answers"`, ""},
		{"a form through its trigger", []func(*commands.Feature){opens}, command("/visit", "x"), nil, `null`, "open TRIGGER Notér"},
		{"a form in a form", []func(*commands.Feature){opens}, command("/visit", "x"), func(e *bot.Envelope) { e.ViewID = "V1" }, `null`, "update V1 Notér"},
		{"a button through its response_url", nil, pressed, nil, `null`, "url ephemeral visit answers"},
		{"a button in a form", nil, pressed, func(e *bot.Envelope) { e.ViewID, e.ResponseURL = "V1", "" }, `null`, "update V1 Samspil"},
		{"a button in a form that fails", []func(*commands.Feature){refuses}, pressed, func(e *bot.Envelope) { e.ViewID, e.ResponseURL = "V1", "" }, `null`, "push TRIGGER Samspil"},
		{"a form with its receipt", nil, submitted, func(e *bot.Envelope) { e.ViewID = "V1" }, `"response_action":"update"`, ""},
		{"a mention whispered", nil, sentence("besøg x"), func(e *bot.Envelope) { e.TriggerID, e.ResponseURL, e.Thread = "", "", "1.2" }, `null`, "whisper C1 UANNA 1.2 visit answers"},
		{"a direct message posted", nil, direct, func(e *bot.Envelope) { e.TriggerID, e.ResponseURL, e.Direct = "", "", true }, `null`, "post C1  visit answers"},
		{"a form nobody gave a trigger for", []func(*commands.Feature){opens}, direct, func(e *bot.Envelope) { e.TriggerID, e.ResponseURL, e.Direct = "", "", true }, `null`, "post C1  Udfyld formularen."},
		{"a menu without a channel", nil, chosen, func(e *bot.Envelope) { e.ResponseURL, e.Channel = "", "" }, `null`, "post UANNA  visit answers"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newEdge(t, tt.change...)
			env := r.envelope(tt.in)
			if tt.edit != nil {
				tt.edit(&env)
			}
			ack, sent := r.takes(t, env)
			if !strings.Contains(ack, tt.ack) || strings.Join(sent, "\n") != tt.sent {
				t.Errorf("acknowledged with %s, sent %q", ack, sent)
			}
		})
	}
}

func TestADeliveryIsAnsweredOnce(t *testing.T) {
	r := newEdge(t)
	env := r.envelope(command("/visit", "x"))
	env.Delivery = "trigger:1"
	first, _ := r.takes(t, env)
	again, _ := r.takes(t, env)
	if !strings.Contains(first, "visit answers") || again != "null" || len(r.asked) != 1 || r.asked[0].Delivery != "trigger:1" {
		t.Errorf("first %s, again %s, asked %d times", first, again, len(r.asked))
	}
}

func TestATriggerThatRanOut(t *testing.T) {
	r := newEdge(t, opens)
	r.refuse = slack.SlackErrorResponse{Err: "expired_trigger_id"}
	ack, sent := r.takes(t, r.envelope(command("/visit", "99001941 i går")))
	if ack != "null" || len(sent) != 1 || !strings.HasPrefix(sent[0], "url ephemeral Udfyld formularen.") {
		t.Errorf("acknowledged with %s, sent %q", ack, sent)
	}
}

func TestWordsWithoutBlocksWhereBlocksAreRefused(t *testing.T) {
	r := newEdge(t)
	r.blocks = slack.SlackErrorResponse{Err: "invalid_blocks"}
	env := r.envelope(sentence("besøg x"))
	env.ResponseURL, env.TriggerID = "", ""
	if _, sent := r.takes(t, env); len(sent) != 1 || sent[0] != "whisper C1 UANNA  visit answers" {
		t.Errorf("sent %q", sent)
	}
}

func TestWordsWithoutBlocksWhereAViewIsRefused(t *testing.T) {
	r := newEdge(t, lists)
	r.views = slack.SlackErrorResponse{Err: "invalid_arguments"}
	pressed := anna(bot.Action)
	pressed.Action = "visit.undo"
	if _, sent := r.takes(t, bot.Envelope{Inbound: pressed, ViewID: "V1"}); strings.Join(sent, "\n") != "update V1 Samspil\nupdate V1 Samspil" {
		t.Errorf("sent %q", sent)
	}
	r.sent, r.views = nil, slack.SlackErrorResponse{Err: "invalid_arguments"}
	r.serves(signed("/slack/events", `{"type":"event_callback","team_id":"T","event":{"type":"app_home_opened","tab":"home","user":"UANNA"}}`, time.Now()))
	if err := r.edge.Wait(t.Context()); err != nil || len(r.sent) != 2 || !strings.Contains(r.sent[1], "visit answers") {
		t.Errorf("%v, sent %q", err, r.sent)
	}
}

func TestAResponseURLOfSomebodyElse(t *testing.T) {
	for _, address := range []string{"http://127.0.0.1:1/x", "https://hooks.slack.com.evil.example/x", "https://evil@hooks.slack.com/x", "file:///etc/passwd", "::"} {
		r := newEdge(t)
		env := r.envelope(anna(bot.Action))
		env.Action, env.ResponseURL = "visit.undo", address
		if _, sent := r.takes(t, env); len(sent) > 0 || !strings.Contains(r.logs.String(), "not Slack") || strings.Contains(r.logs.String(), "evil") {
			t.Errorf("%s: sent %q, logged %s", address, sent, r.logs.String())
		}
	}
}

// TestSlowWorkIsAcknowledgedAndFinished runs on a clock of its own.
func TestSlowWorkIsAcknowledgedAndFinished(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
		r.rig = newRig(fails(func(context.Context, commands.Request) (commands.Reply, error) {
			time.Sleep(5 * time.Second)
			return commands.Sentence("endelig"), nil
		}))
		r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Log: slog.New(slog.NewTextHandler(&r.logs, nil))})
		env := bot.Envelope{Inbound: command("/visit", "x")}
		env.Delivery = "trigger:1"
		start := time.Now()
		body, _ := json.Marshal(r.edge.Take(t.Context(), env))
		if took := time.Since(start); took > 2100*time.Millisecond || !strings.Contains(string(body), "Jeg arbejder på det") {
			t.Errorf("after %v: %s", took, body)
		}
		if err := r.edge.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(r.sent) != 1 || !strings.HasSuffix(r.sent[0], "endelig") || !r.answered["trigger:1"] {
			t.Errorf("sent %q", r.sent)
		}
	})
}

const secret = "shhh"

// signed is a request as Slack signs it.
func signed(path, body string, at time.Time) *http.Request {
	req := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	sign(req, body, secret, at)
	return req
}

func (r *rigged) serves(req *http.Request) (int, string) {
	w := httptest.NewRecorder()
	r.edge.HTTP(secret).ServeHTTP(w, req)
	body, _ := io.ReadAll(w.Result().Body)
	return w.Code, string(body)
}

func TestHTTPRefusesWhatSlackDidNotSend(t *testing.T) {
	good := url.Values{"team_id": {"T"}, "user_id": {"UANNA"}, "channel_id": {"C1"}, "command": {"/visit"}, "text": {"x"}, "trigger_id": {"1"}}.Encode()
	unsigned := signed("/slack/commands", good, time.Now())
	unsigned.Header.Del("X-Slack-Signature")
	forged := signed("/slack/commands", good, time.Now())
	sign(forged, good, "guess", time.Now())
	changed := signed("/slack/commands", good, time.Now())
	changed.Body = io.NopCloser(strings.NewReader(good + "&text=y"))
	tests := map[string]struct {
		req    *http.Request
		status int
		says   string
	}{
		"fine":            {signed("/slack/commands", good, time.Now()), 200, "visit answers"},
		"unsigned":        {unsigned, 401, ""},
		"forged":          {forged, 401, ""},
		"changed":         {changed, 401, ""},
		"stale":           {signed("/slack/commands", good, time.Now().Add(-6*time.Minute)), 401, ""},
		"from the future": {signed("/slack/commands", good, time.Now().Add(6*time.Minute)), 401, ""},
		"too large":       {signed("/slack/commands", strings.Repeat("a", 1<<20+1), time.Now()), 413, ""},
		"garbled command": {signed("/slack/commands", "%zz", time.Now()), 400, ""},
		"no command":      {signed("/slack/commands", "team_id=T", time.Now()), 400, ""},
		"an SSL check":    {signed("/slack/commands", "ssl_check=1", time.Now()), 200, ""},
		"garbled payload": {signed("/slack/interactions", "payload=%7B", time.Now()), 400, ""},
		"no payload":      {signed("/slack/interactions", "", time.Now()), 400, ""},
		"a button":        {signed("/slack/interactions", payload(`{"type":"block_actions","user":{"id":"UANNA","team_id":"T"},"trigger_id":"2","actions":[{"action_id":"visit.undo","block_id":"b","type":"button","value":"1"}]}`), time.Now()), 200, ""},
		"a closed form":   {signed("/slack/interactions", payload(`{"type":"view_closed","user":{"id":"UANNA","team_id":"T"}}`), time.Now()), 200, ""},
		"a challenge":     {signed("/slack/events", `{"type":"url_verification","challenge":"abc"}`, time.Now()), 200, `"challenge":"abc"`},
		"a mention":       {signed("/slack/events", `{"type":"event_callback","team_id":"T","event_id":"E1","event":{"type":"app_mention","user":"UANNA","channel":"C1","text":"<@U0BOT> besøg x"}}`, time.Now()), 200, ""},
		"a bot's message": {signed("/slack/events", `{"type":"event_callback","team_id":"T","event":{"type":"message","channel_type":"im","bot_id":"B","text":"x"}}`, time.Now()), 200, ""},
		"an unkept event": {signed("/slack/events", `{"type":"event_callback","team_id":"T","event":{"type":"channel_id_changed","old_channel_id":"C1","new_channel_id":"CBROKEN"}}`, time.Now()), 503, ""},
		"garbled event":   {signed("/slack/events", `nonsense`, time.Now()), 400, ""},
		"another way":     {httptest.NewRequest(http.MethodGet, "/slack/commands", nil), 405, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newEdge(t)
			status, body := r.serves(tt.req)
			if err := r.edge.Wait(t.Context()); err != nil {
				t.Fatal(err)
			}
			if status != tt.status || !strings.Contains(body, tt.says) {
				t.Errorf("%d %s", status, body)
			}
			if status >= 400 && len(r.asked) > 0 {
				t.Error("the bot was asked all the same")
			}
		})
	}
}

func payload(raw string) string { return url.Values{"payload": {raw}}.Encode() }

// lists gives the visit feature a part of the Home tab.
func lists(f *commands.Feature) { f.Home = f.Handle }

func TestEventsBesideSentences(t *testing.T) {
	for body, want := range map[string]string{
		`{"type":"event_callback","team_id":"T","event":{"type":"app_home_opened","tab":"home","user":"UANNA"}}`:                    "home UANNA",
		`{"type":"event_callback","team_id":"T","event":{"type":"app_home_opened","tab":"messages","user":"UANNA"}}`:                "",
		`{"type":"event_callback","team_id":"T","event":{"type":"app_uninstalled"}}`:                                                "gone T",
		`{"type":"event_callback","team_id":"T","event":{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}}`:           "gone T",
		`{"type":"event_callback","team_id":"T","event":{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}}`:              "",
		`{"type":"event_callback","team_id":"T","event":{"type":"channel_rename"}}`:                                                 "",
		`{"type":"event_callback","team_id":"T","event":{"type":"channel_id_changed","old_channel_id":"C1","new_channel_id":"C2"}}`: "moved T C1 C2",
		`{"type":"event_callback","team_id":"T","event":{"type":"channel_id_changed","new_channel_id":"C2"}}`:                       "",
	} {
		r := newEdge(t, lists)
		status, _ := r.serves(signed("/slack/events", body, time.Now()))
		if err := r.edge.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		if sent := strings.Join(r.sent, "\n"); status != 200 || !strings.HasPrefix(sent, want) || want == "" && sent != "" {
			t.Errorf("%s: %d, sent %q", body, status, sent)
		}
	}
	r := newEdge(t, lists)
	r.serves(signed("/slack/events", `{"type":"event_callback","team_id":"T","event":{"type":"app_home_opened","tab":"home","user":"UANNA"}}`, time.Now()))
	if err := r.edge.Wait(t.Context()); err != nil || !strings.Contains(r.sent[0], "visit answers") {
		t.Errorf("%v %q", err, r.sent)
	}
}
