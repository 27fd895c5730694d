package main

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/bot/slackfake"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/register"
	"samspil/store"
	"samspil/store/storetest"
)

// watched is the program with its metrics, and a sender that signs as Slack does.
type watched struct {
	*testing.T
	m    *metrics
	st   *store.Store
	edge *bot.Edge
	at   string
}

func newWatched(t *testing.T) watched {
	st, _ := storetest.SQLite(t)
	if err := demo.Seed(t.Context(), st, time.Now()); err != nil {
		t.Fatal(err)
	}
	quiet := slog.New(slog.DiscardHandler)
	list := features(st, nil, nameless{register.NewLookup(st)}, nil)
	m := newMetrics(list, &debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Version: "v0.1.0"}, Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123"}}})
	edge := bot.NewEdge(bot.EdgeOptions{Bot: bot.New(bot.Options{People: st, Access: st, Features: list, Log: quiet, Metrics: m}),
		Slack: slack.New("xoxb-none"), Deliveries: st, Queue: st, Moves: st, Posts: st, Log: quiet, Metrics: m, Gone: func(context.Context, string) error { return nil }})
	m.watch(st, slices.Sorted(maps.Keys(edge.Jobs())), time.Now)
	server := httptest.NewServer(edge.HTTP(serveSecret))
	t.Cleanup(server.Close)
	return watched{t, m, st, edge, server.URL + "/slack/commands"}
}

// sends sends a body as Slack would have signed it at that moment, and gives the status.
func (w watched) sends(body string, signed time.Time, secret string) int {
	w.Helper()
	stamp := strconv.FormatInt(signed.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("v0:" + stamp + ":" + body))
	req, err := http.NewRequestWithContext(w.Context(), http.MethodPost, w.at, strings.NewReader(body))
	if err != nil {
		w.Fatal(err)
	}
	req.Header.Set("X-Slack-Request-Timestamp", stamp)
	req.Header.Set("X-Slack-Signature", "v0="+hex.EncodeToString(mac.Sum(nil)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		w.Fatal(err)
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode
}

func (w watched) types(trigger, user, command, words string) {
	w.Helper()
	form := url.Values{"team_id": {demo.Team}, "user_id": {user}, "channel_id": {"C1"}, "command": {command}, "text": {words}, "trigger_id": {trigger}}
	if status := w.sends(form.Encode(), time.Now(), serveSecret); status != http.StatusOK {
		w.Fatalf("%s: %d", command, status)
	}
}

var (
	timesAndSizes = regexp.MustCompile(`^\S+(_sum|_bucket|_size_bytes|_late_seconds)\b`)
	sizeLine      = regexp.MustCompile(`(?m)^samspil_database_size_bytes [1-9]\S+$`)
)

// scrapes gives the lines of the program's own metrics, without those that differ each time.
func (w watched) scrapes() string {
	w.Helper()
	if err := w.edge.Wait(w.Context()); err != nil {
		w.Fatal(err)
	}
	answer := httptest.NewRecorder()
	w.m.handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if answer.Code != http.StatusOK {
		w.Fatalf("%d: %s", answer.Code, answer.Body)
	}
	var lines []string
	for line := range strings.Lines(answer.Body.String()) {
		if !strings.HasPrefix(line, "#") && !timesAndSizes.MatchString(line) {
			lines = append(lines, line)
		}
	}
	if !sizeLine.MatchString(answer.Body.String()) {
		w.Error("the size of the database is missing")
	}
	return strings.Join(lines, "")
}

func TestMetricsTellTheStory(t *testing.T) {
	w := newWatched(t)
	w.types("1", "U0ANNA", "/check", "99000007")
	w.types("2", "U0ANNA", "/tjek", "99001941")
	if err := w.edge.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.types("2", "U0ANNA", "/tjek", "99001941")
	w.types("3", "U0ANNA", "/besoeg", "99001941 i går telefon opkvalificering")
	w.types("4", "U0ANNA", "/hemmeligt", "0101011234")
	w.types("5", "U0NOBODY", "/check", "99000007")
	for want, status := range map[int]int{
		http.StatusUnauthorized:          w.sends("text=x", time.Now(), "another secret"),
		http.StatusRequestEntityTooLarge: w.sends(strings.Repeat("x", 2<<20), time.Now(), serveSecret),
		http.StatusBadRequest:            w.sends("text=x", time.Now(), serveSecret),
	} {
		if status != want {
			t.Errorf("%d, want %d", status, want)
		}
	}
	w.sends("text=x", time.Now().Add(-time.Hour), serveSecret)
	if err := w.st.Enqueue(t.Context(), crm.Job{Kind: "slack.answer"}, crm.Job{Kind: "of-the-future"}); err != nil {
		t.Fatal(err)
	}
	w.m.Late()
	w.m.Job("slack.answer", "parked")
	w.m.Connected(false)
	w.m.Connected(true)
	w.m.Disconnected()
	golden(t, "testdata/metrics.txt", w.scrapes())
}

// TestMetricsLabelsStayBounded sends 1,000 commands, words and buttons nobody knows.
func TestMetricsLabelsStayBounded(t *testing.T) {
	w := newWatched(t)
	series := func() int { return strings.Count(w.scrapes(), "\n") }
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for _, f := range features(w.st, nil, nil, nil) { // what is known has its lines already
		w.types("known-"+f.Name, "U0ANNA", "/"+f.Words[0], "99000007")
	}
	w.types("unknown", "U0ANNA", "/unknown", "word")
	before := series()
	for i := range 1000 {
		word := fmt.Sprintf("%c%x", 'a'+random.IntN(26), random.Uint64())
		w.types("t"+strconv.Itoa(i), "U0ANNA", "/"+word, word+"\"} 1")
	}
	if after := series(); after != before {
		t.Errorf("%d lines grew to %d:\n%s", before, after, w.scrapes())
	}
	w.m.Handled(bot.Command, "a word of a user's", "answered", 0)
	if said := w.scrapes(); strings.Contains(said, "a word of a user's") {
		t.Error(said)
	}
}

func TestMetricsCountSlacksAnswers(t *testing.T) {
	srv := slackfake.New(t)
	srv.Workspace("T1", "Middelby")
	m := newMetrics(nil, nil)
	c := config{BotToken: srv.Install("T1").BotToken, APIURL: srv.URL()}
	api, _, err := slackClient(c, m.countCalls(http.DefaultTransport), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []slackfake.Fault{slackfake.ServerError, slackfake.RateLimited(1), slackfake.Says("fatal_error"), slackfake.NoConnection} {
		srv.Fail("auth.test", 1, f)
		if _, err := api.AuthTestContext(t.Context()); err == nil {
			t.Error("a fault without an error")
		}
	}
	if who, err := api.AuthTestContext(t.Context()); err != nil || who.TeamID != "T1" {
		t.Error(who, err)
	}
	answer := httptest.NewRecorder()
	m.handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	got := regexp.MustCompile(`(?m)^samspil_slack_calls_total.*$`).FindAllString(answer.Body.String(), -1)
	if diff := cmp.Diff([]string{
		`samspil_slack_calls_total{method="auth.test",result="failed"} 1`,
		`samspil_slack_calls_total{method="auth.test",result="ok"} 1`,
		`samspil_slack_calls_total{method="auth.test",result="ratelimited"} 1`,
		`samspil_slack_calls_total{method="auth.test",result="refused"} 1`,
		`samspil_slack_calls_total{method="auth.test",result="unavailable"} 1`}, got); diff != "" {
		t.Error(diff)
	}
}

func TestMetricsSayThatTheDatabaseIsAway(t *testing.T) {
	st, _ := storetest.SQLite(t)
	m := newMetrics(nil, nil).withProcess()
	m.watch(st, nil, time.Now)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	m.handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	for _, part := range []string{"\nsamspil_database_up 0\n", "\ngo_goroutines ", "\nprocess_resident_memory_bytes ", `samspil_build_info{goversion="unknown"`} {
		if !strings.Contains(answer.Body.String(), part) {
			t.Errorf("%q is missing", part)
		}
	}
}

// TestMetricsAreNotWhereSlackCalls: the address that a proxy shows to the world has none.
func TestMetricsAreNotWhereSlackCalls(t *testing.T) {
	w := newWatched(t)
	answer := httptest.NewRecorder()
	routesOf(w.edge, w.st, serveSecret).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if answer.Code != http.StatusNotFound {
		t.Errorf("%d: %s", answer.Code, answer.Body)
	}
	if stop, err := watchAt("", w.m, w.st); err != nil {
		t.Error(err)
	} else {
		stop()
	}
	taken := httptest.NewServer(http.NotFoundHandler())
	defer taken.Close()
	address := strings.TrimPrefix(taken.URL, "http://")
	if _, err := watchAt(address, w.m, w.st); !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("an address in use: %v", err)
	}
	taken.Close()
	stop, err := watchAt(address, w.m, w.st)
	if err != nil {
		t.Fatal(err)
	}
	for path, status := range map[string]int{"/metrics": 200, "/healthz": 200, "/readyz": 200, "/slack/commands": 404} {
		resp, err := http.Get("http://" + address + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != status {
			t.Errorf("%s: %d", path, resp.StatusCode)
		}
	}
	stop()
	if _, err := http.Get("http://" + address + "/metrics"); err == nil || errors.Is(err, context.Canceled) {
		t.Error("it answers after the stop")
	}
}
