package model

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"samspil/internal/text"
)

// asked is what a server got.
type asked struct {
	Messages []struct{ Role, Content string }
	Format   struct {
		Type string
	} `json:"response_format"`
	MaxTokens   int      `json:"max_tokens"`
	MaxThought  int      `json:"max_completion_tokens"`
	Temperature *float64 `json:"temperature"`
}

func (s *server) question(t *testing.T, n int) (q asked) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if n >= len(s.asked) {
		t.Fatalf("asked %d times", len(s.asked))
	}
	if err := json.Unmarshal([]byte(s.asked[n]), &q); err != nil {
		t.Fatal(err)
	}
	return q
}

func TestFormatsFromTheStrictest(t *testing.T) {
	s := serve(t, raw(400, ""), raw(422, `{"error":"no"}`), says(honest))
	if _, drafted, why := s.model(t, Config{}).Draft(t.Context(), pages, on); !drafted {
		t.Fatal(why)
	}
	for n, want := range []string{"json_schema", "json_object", ""} {
		if got := s.question(t, n).Format.Type; got != want {
			t.Errorf("question %d by %q, want %q", n, got, want)
		}
	}
	plain := serve(t, says(honest))
	plain.model(t, Config{Format: Plain}).Draft(t.Context(), pages, on)
	if got := plain.question(t, 0).Format.Type; got != "" {
		t.Errorf("asked by %q", got)
	}
}

// The second question holds the first answer, so that user and assistant take turns, as some servers demand.
func TestRepair(t *testing.T) {
	s := serve(t, says(strings.Repeat("Æ", 3000)), says(honest))
	if _, drafted, why := s.model(t, Config{}).Draft(t.Context(), pages, on); !drafted {
		t.Fatal(why)
	}
	talk := s.question(t, 1).Messages
	if len(talk) != 4 || talk[2].Role != "assistant" || talk[3].Role != "user" || len(talk[2].Content) > 2000 || !strings.HasPrefix(talk[2].Content, "ÆÆ") {
		t.Errorf("%d messages: %+v", len(talk), talk[2:])
	}
}

func TestLimits(t *testing.T) {
	s := serve(t, raw(400, `{"error":{"param":"temperature","message":"m"}}`), says(honest))
	s.model(t, Config{}).Draft(t.Context(), pages, on)
	if old, newer := s.question(t, 0), s.question(t, 1); old.MaxTokens != mostTokens || old.Temperature == nil || newer.MaxTokens != 0 || newer.MaxThought != mostThought || newer.Temperature != nil || newer.Format.Type != "json_schema" {
		t.Errorf("first %+v, then %+v", old, newer)
	}
}

// The key stays with the address it was given for.
func TestRedirectIsNotFollowed(t *testing.T) {
	called := false
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { called = true }))
	defer other.Close()
	for _, status := range []int{301, 302, 307, 308} {
		s := serve(t, raw(status, "", "Location", other.URL+"/v1/chat/completions"))
		if _, drafted, why := s.model(t, Config{Key: "hemmelig"}).Draft(t.Context(), pages, on); drafted || !errors.Is(why, errRedirects) {
			t.Errorf("%d: %v", status, why)
		}
	}
	if called {
		t.Error("the other address was called")
	}
}

func TestAfter(t *testing.T) {
	for _, c := range []struct {
		after, date string
		want        time.Duration
	}{
		{"7", "", 7 * time.Second},
		{"0", "", 0},
		{"99999999", "", time.Hour},
		{"Wed, 25 Nov 2026 10:00:09 GMT", "Wed, 25 Nov 2026 10:00:00 GMT", 9 * time.Second},
		{"Wed, 25 Nov 2026 09:00:00 GMT", "Wed, 25 Nov 2026 10:00:00 GMT", 0},
		{"soon", "Wed, 25 Nov 2026 10:00:00 GMT", time.Second},
		{"-3", "", time.Second},
		{"", "", time.Second},
	} {
		h := http.Header{}
		h.Set("Retry-After", c.after)
		h.Set("Date", c.date)
		if got := after(h, 2); got != c.want {
			t.Errorf("%q at %q: %v, want %v", c.after, c.date, got, c.want)
		}
	}
}

// A server's Retry-After is waited for, and a caller who goes away is not kept.
func TestPause(t *testing.T) {
	s := serve(t, raw(503, "", "Retry-After", "7"), says(honest))
	m := s.model(t, Config{})
	var waited time.Duration
	m.pause = func(_ context.Context, d time.Duration) error { waited = d; return nil }
	if _, drafted, why := m.Draft(t.Context(), pages, on); !drafted || waited != 7*time.Second {
		t.Errorf("waited %v: %v", waited, why)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if err := pause(gone, time.Hour); err == nil {
		t.Error("kept waiting")
	}
	if card, drafted, why := m.Draft(gone, pages, on); drafted || !errors.Is(why, errLate) || !card.Applied.Stated() {
		t.Errorf("%v: %v", drafted, why)
	}
}

// Without a model the card is the extract, and nothing is wrong.
func TestNoModel(t *testing.T) {
	var m *Model
	card, drafted, why := m.Draft(t.Context(), pages, on)
	good(t, card)
	if drafted || why != nil {
		t.Errorf("%v %v", drafted, why)
	}
}

func TestReasonsInBothLanguages(t *testing.T) {
	s := serve(t, raw(401, `{"error":{"message":"wrong key hemmelig","type":"x"}}`))
	_, _, why := s.model(t, Config{Key: "hemmelig"}).Draft(t.Context(), pages, on)
	r, ok := errors.AsType[Reason](why)
	if !ok || r.In(text.Danish) != "serveren svarede med status 401" || why.Error() != "model: the server answered with status 401" {
		t.Errorf("%T %v", why, why)
	}
}
