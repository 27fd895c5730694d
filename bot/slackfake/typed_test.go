package slackfake

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTypedText(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	for _, c := range []struct{ typed, want string }{
		{"/check 99000007", "99000007"},
		{"/check  A & B <x>", "A &amp; B &lt;x&gt;"},
		{"/check @bo i #erhverv", "<@U1BO> i <#CT1ERHVERV|erhverv>"},
		{"/check https://example.org/a?b=1", "<https://example.org/a?b=1>"},
		{"/check", ""},
	} {
		w.anna.Types(w.square, c.typed)
		if got := last(p).form.Get("text"); got != c.want {
			t.Errorf("%s: %q, want %q", c.typed, got, c.want)
		}
	}
	w.App(App{Commands: p.url + "/commands", SigningSecret: secret, Plain: true, Slash: []string{"/check"}})
	w.anna.Types(w.square, "/check @bo <x>")
	if got := last(p).form.Get("text"); got != "@bo <x>" {
		t.Errorf("%q", got)
	}
	if a := w.anna.Types(w.square, "/chekc"); !strings.Contains(a.Failed(), "not a valid command") || a.Sent() {
		t.Error(a.Failed())
	}
}

func TestCommandAnswers(t *testing.T) {
	w := open(t)
	p := newProgram(t, w.Server)
	for _, c := range []struct {
		name   string
		answer any
		text   string
		public bool
		failed string
	}{
		{"ephemeral", map[string]any{"text": "svar"}, "svar", false, ""},
		{"public", map[string]any{"text": "svar", "response_type": "in_channel"}, "svar", true, ""},
		{"blocks over a limit", map[string]any{"blocks": []any{map[string]any{"type": "header"}}}, "", false, "invalid_blocks"},
		{"no text", map[string]any{"response_type": "ephemeral"}, "", false, "no_text"},
	} {
		before := len(w.square.History())
		p.answers(func(received) (int, any) { return 200, c.answer })
		a := w.anna.Types(w.square, "/check 99000007")
		if a.Text() != c.text || a.Failed() != c.failed {
			t.Errorf("%s: %q %q", c.name, a.Text(), a.Failed())
		}
		want := before
		if c.public { // the typed line and the answer
			want += 2
		}
		if got := len(w.square.History()); got != want {
			t.Errorf("%s: %d in the history, want %d", c.name, got, want)
		}
	}
	if got := w.square.History()[0]; got.Text != "/check 99000007" || got.User != w.anna.ID {
		t.Errorf("%+v", got)
	}
	p.answers(func(received) (int, any) { return 200, map[string]any{"text": "svar"} })
	w.Problems()
	w.anna.UsesShortcut("x")
	if got := w.Problems(); len(got) != 1 || !strings.Contains(got[0], "a body that nobody sees") {
		t.Error(got)
	}
}

func TestAskingTheProgram(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	if err := w.VerifyEvents(); err == nil {
		t.Error("the challenge did not come back, and nobody minds")
	}
	p.answers(func(in received) (int, any) { return 200, map[string]any{"challenge": in.text("challenge")} })
	if err := w.VerifyEvents(); err != nil {
		t.Error(err)
	}
	if status := w.CheckSSL(); status != 200 || last(p).form.Get("ssl_check") != "1" {
		t.Error(status)
	}
}

func TestHandling(t *testing.T) {
	w := open(t)
	p := newProgram(t, w.Server)
	w.Handle(Forged, Stale, Unsigned, Garbled, Oversized)
	for range 4 {
		if a := w.anna.UsesShortcut("x"); a.Status() == 200 {
			t.Error("the program took it")
		}
	}
	if a := w.anna.UsesShortcut("x"); a.Status() == 200 {
		t.Error("the program took 2 MiB")
	}
	if len(p.got()) != 0 {
		t.Error("a spoilt request came through")
	}
	w.Handle(Twice, AckLost)
	if a := w.anna.UsesShortcut("x"); a.Again != 200 || len(p.got()) != 2 || p.trigger() != p.got()[0].text("trigger_id") {
		t.Error("not the same twice")
	}
	lost := w.anna.UsesShortcut("x")
	if lost.Failed() != "operation_timeout" || len(p.got()) != 3 {
		t.Error(lost.Failed())
	}
	if status, _ := w.Replay(lost); status != 200 || last(p).text("trigger_id") != p.got()[2].text("trigger_id") {
		t.Error("not the same again")
	}
	if !slices.Equal(last(p).header["X-Slack-Signature"], p.got()[2].header["X-Slack-Signature"]) {
		t.Error("signed anew")
	}
}

func TestTooSlow(t *testing.T) {
	w := open(t, WithAckTimeout(50*time.Millisecond))
	p := newProgram(t, w.Server)
	release := make(chan struct{})
	p.answers(func(received) (int, any) { <-release; return 200, nil })
	a := w.anna.Types(w.square, "/check")
	close(release)
	if a.Failed() != "operation_timeout" {
		t.Error(a.Failed())
	}
}
