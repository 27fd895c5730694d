package slackfake

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEventRetries(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	p.answers(func(received) (int, any) { return 500, nil })
	a := w.anna.Mentions(w.square, "status")
	if !a.Retried() || len(p.got()) != 2 {
		t.Fatalf("%d deliveries at first", len(p.got()))
	}
	w.Advance(59 * time.Second)
	if len(p.got()) != 2 {
		t.Error("the second retry came before a minute")
	}
	w.Advance(time.Second)
	w.Advance(5 * time.Minute)
	w.Advance(24 * time.Hour)
	got := p.got()
	if len(got) != 4 {
		t.Fatalf("%d deliveries", len(got))
	}
	for i, in := range got {
		num, reason := in.header.Get("X-Slack-Retry-Num"), in.header.Get("X-Slack-Retry-Reason")
		if want := []string{"", "1", "2", "3"}[i]; num != want || (want == "") != (reason == "") || reason != "" && reason != "http_error" {
			t.Errorf("delivery %d is retry %q for %q", i, num, reason)
		}
		if in.text("event_id") != got[0].text("event_id") {
			t.Error("a retry has another event_id")
		}
	}
	if got[0].text("event", "type") != "app_mention" || got[0].text("event", "text") != "<@UT1BOT> status" || got[0].text("event", "user") != w.anna.ID {
		t.Errorf("%+v", got[0].body)
	}
}

func TestEventTakenAtLast(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	tries := 0
	p.answers(func(received) (int, any) {
		if tries++; tries == 1 {
			return 503, nil
		}
		return 200, nil
	})
	if a := w.anna.DirectMessages("hjælp"); a.Failed() == "" {
		t.Error("the first delivery went well")
	}
	w.Advance(time.Hour)
	if got := p.got(); len(got) != 2 || got[1].text("event", "channel_type") != "im" || got[1].text("event", "channel") != w.anna.Direct().ID {
		t.Errorf("%d deliveries: %+v", len(got), got)
	}
}

func TestEventsNobodyHears(t *testing.T) {
	w := newTown(t)
	w.Install("T1", "chat:write")
	p := newProgram(t, w.Server)
	if w.anna.Mentions(w.square, "status").Sent() || w.anna.DirectMessages("hjælp").Sent() || w.anna.Types(w.square, "hej alle").Sent() {
		t.Error("the app heard without the scope")
	}
	if a := w.anna.Types(w.square, "/check"); a.Sent() || a.Failed() == "" {
		t.Error("a command without the commands scope")
	}
	w.App(App{Events: p.url + "/events", SigningSecret: secret, Subscribed: []string{"message"}})
	if w.anna.OpensHome().Sent() {
		t.Error("the app heard what it has not subscribed to")
	}
	if len(p.got()) != 0 {
		t.Error(p.got())
	}
}

func TestSharedChannel(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	w.Workspace("T2", "Søby")
	other := w.Install("T2")
	carl := w.User("T2", "carl")
	shared := w.AddChannel("T1", "faelles", w.anna, carl).ConnectTo("T2").InviteBot()
	carl.Mentions(shared, "status")
	if got := p.got(); len(got) != 1 || got[0].text("team_id") != "T2" || got[0].text("event", "text") != "<@UT2BOT> status" || got[0].text("event", "user_team") != "T2" || got[0].body["is_ext_shared_channel"] != true {
		t.Fatalf("one event for the app, with the writer's team: %+v", got)
	}
	w.IgnoreMessages()
	if _, _, err := w.api.PostMessage(shared.ID, msg("hej")); err != nil {
		t.Fatal(err)
	}
	m := w.WaitMessage(In(shared))
	carl.UsesMessageShortcut(m, "visit_from_message")
	if got := last(p); got.text("type") != "message_action" || got.text("user", "team_id") != "T2" || got.text("message", "text") != "hej" || p.hook() == "" {
		t.Errorf("%+v", got.body)
	}
	carl.Types(shared, "/check")
	if got := last(p).form; got.Get("team_id") != "T2" || got.Get("channel_id") != shared.ID {
		t.Error(got)
	}
	if other.BotUser == w.bot.BotUser {
		t.Error("two installations share a bot user")
	}
	old := shared.ID
	w.ChangeChannelID(shared, "C9NEW")
	if got := last(p); got.text("event", "old_channel_id") != old || got.text("event", "new_channel_id") != "C9NEW" || shared.ID != "C9NEW" {
		t.Errorf("%+v", got.body)
	}
}

func TestShortcut(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	w.anna.UsesShortcut("visit_new")
	got := last(p)
	if got.text("type") != "shortcut" || got.text("callback_id") != "visit_new" || got.body["channel"] != nil || got.body["response_url"] != nil || p.trigger() == "" {
		t.Errorf("%+v", got.body)
	}
}

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
