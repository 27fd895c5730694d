package slackfake

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const secret = "8f742231b10e8888abcd99yyyzzz85a5"

// program is a small app under test: it verifies signatures with slack-go and answers what the test tells it to.
type program struct {
	t      *testing.T
	mu     sync.Mutex
	seen   []received
	answer func(received) (status int, body any)
	url    string
}

// received is one request: its form or JSON, and its headers.
type received struct {
	form   url.Values
	body   map[string]any
	header http.Header
}

// payload is a field of the interaction's or event's JSON.
func (r received) text(keys ...string) string {
	var v any = r.body
	for _, key := range keys {
		o, _ := v.(map[string]any)
		v = o[key]
	}
	s, _ := v.(string)
	return s
}

func newProgram(t *testing.T, s *Server) *program {
	p := &program{t: t, answer: func(received) (int, any) { return 200, nil }}
	web := httptest.NewServer(p)
	t.Cleanup(web.Close)
	p.url = web.URL
	s.App(App{SigningSecret: secret, Commands: web.URL + "/commands", Interactions: web.URL + "/interactions", Options: web.URL + "/options", Events: web.URL + "/events"})
	return p
}

func (p *program) answers(f func(received) (int, any)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer = f
}

func (p *program) got() []received {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.seen
}

func (p *program) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	verifier, err := slack.NewSecretsVerifier(r.Header, secret)
	if err == nil {
		_, _ = verifier.Write(body)
		err = verifier.Ensure()
	}
	if err != nil {
		http.Error(w, "unsigned", http.StatusUnauthorized)
		return
	}
	in := received{header: r.Header}
	switch r.URL.Path {
	case "/events":
		err = json.Unmarshal(body, &in.body)
	default:
		in.form, err = url.ParseQuery(string(body))
		if payload := in.form.Get("payload"); err == nil && payload != "" {
			err = json.Unmarshal([]byte(payload), &in.body)
		}
	}
	if err != nil {
		http.Error(w, "garbled", http.StatusBadRequest)
		return
	}
	p.mu.Lock()
	p.seen = append(p.seen, in)
	answer := p.answer
	p.mu.Unlock()
	status, out := answer(in)
	if out == nil {
		w.WriteHeader(status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(out)
}

// clock stands still but for Advance.
func clock() func() time.Time {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	return func() time.Time { return start }
}

// town is a workspace with the app, two users and a channel, on a clock that stands still.
type town struct {
	*Server
	bot      *Installation
	anna, bo *User
	square   *Channel
	api      *slack.Client
}

func newTown(t *testing.T, opts ...Option) *town {
	return fill(New(t, append([]Option{WithClock(clock())}, opts...)...))
}

func fill(s *Server) *town {
	s.Workspace("T1", "Middelby")
	w := &town{Server: s, bot: s.Install("T1"), anna: s.User("T1", "anna"), bo: s.User("T1", "bo")}
	w.square = s.AddChannel("T1", "erhverv", w.anna, w.bo).InviteBot()
	w.api = slack.New(w.bot.BotToken, slack.OptionAPIURL(s.URL()), slack.OptionHTTPClient(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}))
	return w
}

// code is Slack's name for the error; "" for none.
func code(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
