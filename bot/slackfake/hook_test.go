package slackfake

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
)

func (p *program) hook() string {
	got := p.got()
	last := got[len(got)-1]
	return last.form.Get("response_url") + last.text("response_url")
}

func send(t *testing.T, hook, body string) (int, string) {
	t.Helper()
	resp, err := http.Post(hook, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, _ := io.ReadAll(resp.Body)
	http.DefaultClient.CloseIdleConnections()
	return resp.StatusCode, strings.TrimSpace(string(raw))
}

func TestResponseURL(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	w.anna.Types(w.square, "/check 99000007")
	hook := p.hook()
	if !strings.HasPrefix(hook, w.HooksURL()) {
		t.Fatal(hook)
	}
	for _, bad := range []string{`{`, `{}`, `{"text":"x","response_type":"loud"}`, `{"delete_original":true}`, `{"blocks":[{"type":"header","text":{"type":"plain_text","text":""}}]}`} {
		if status, _ := send(t, hook, bad); status != http.StatusBadRequest {
			t.Errorf("%s: %d", bad, status)
		}
	}
	for range 5 {
		if status, body := send(t, hook, `{"text":"svar"}`); status != http.StatusOK || body != `{"ok":true}` {
			t.Fatal(status, body)
		}
		if m := w.WaitMessage(OnlyTo(w.anna)); m.Via != "response_url" {
			t.Error(m)
		}
	}
	if status, body := send(t, hook, `{"text":"svar"}`); status != http.StatusNotFound || !strings.Contains(body, "used_url") {
		t.Error("a sixth answer went through", status, body)
	}
	w.anna.Types(w.square, "/check 99000007")
	w.Advance(30*time.Minute + time.Second)
	if status, body := send(t, p.hook(), `{"text":"svar"}`); status != http.StatusNotFound || !strings.Contains(body, "expired_url") {
		t.Error("an answer after 30 minutes went through", status, body)
	}
	if got := len(w.Refusals()); got != 5 {
		t.Errorf("%d refusals", got)
	}
}

func TestReplaceAndDeleteOriginal(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	button := slack.NewButtonBlockElement("visit.undo", "12", slack.NewTextBlockObject("plain_text", "Fortryd", false, false))
	_, _, err := w.api.PostMessage(w.square.ID, slack.MsgOptionText("noteret", false), slack.MsgOptionBlocks(slack.NewActionBlock("", button)))
	if err != nil {
		t.Fatal(err)
	}
	m := w.WaitMessage()
	w.anna.Presses(m, "Fortryd")
	got := p.got()[0]
	if got.text("type") != "block_actions" || got.text("message", "text") != "noteret" || got.text("user", "team_id") != "T1" || got.text("container", "channel_id") != w.square.ID {
		t.Errorf("%+v", got.body)
	}
	if status, _ := send(t, p.hook(), `{"text":"fortrudt","replace_original":true}`); status != http.StatusOK {
		t.Fatal(status)
	}
	if now := w.WaitReplaced(m); now.String() != "fortrudt" || now.TS != m.TS {
		t.Errorf("%+v", now)
	}
	if status, _ := send(t, p.hook(), `{"delete_original":true}`); status != http.StatusOK || len(w.square.History()) != 0 {
		t.Error("not deleted", status)
	}
}

func TestFaults(t *testing.T) {
	w := newTown(t, WithMessageSpacing(0))
	post := func() error {
		_, _, err := w.api.PostMessage(w.square.ID, slack.MsgOptionText("x", false))
		return err
	}
	for _, c := range []struct {
		fault Fault
		done  bool
		want  func(error) bool
	}{
		{ServerError, false, func(err error) bool {
			e, ok := errors.AsType[slack.StatusCodeError](err)
			return ok && e.Code == 500
		}},
		{RateLimited(7), false, func(err error) bool {
			e, ok := errors.AsType[*slack.RateLimitedError](err)
			return ok && e.RetryAfter == 7*time.Second
		}},
		{NoConnection, false, func(err error) bool { return err != nil }},
		{LostAnswer, true, func(err error) bool { return err != nil }},
		{Truncated, true, func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }},
		{Says("fatal_error"), true, func(err error) bool { return code(err) == "fatal_error" }},
		{Slow(10 * time.Millisecond), true, func(err error) bool { return err == nil }},
	} {
		before := w.Sent()
		w.Fail("chat.postMessage", 1, c.fault)
		if err := post(); !c.want(err) {
			t.Errorf("%+v: %v", c.fault, err)
		}
		if w.Sent() != before && !c.done || w.Sent() == before && c.done {
			t.Errorf("%+v: %d sent after %d", c.fault, w.Sent(), before)
		}
	}
	if err := post(); err != nil {
		t.Errorf("a fault lasted: %v", err)
	}
	w.IgnoreMessages()
}
