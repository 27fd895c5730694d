package slackfake

import (
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

// open starts a server whose findings fail nothing.
func open(t *testing.T, opts ...Option) *town {
	t.Helper()
	s, err := Start(append([]Option{WithClock(clock()), WithMessageSpacing(0)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return fill(s)
}

func (w *town) post(t *testing.T, options ...slack.MsgOption) {
	t.Helper()
	if _, _, err := w.api.PostMessage(w.square.ID, options...); err != nil {
		t.Fatal(err)
	}
}

func TestUnexpected(t *testing.T) {
	w := open(t)
	p := newProgram(t, w.Server)
	is := func(want ...string) {
		t.Helper()
		got := w.Unexpected()
		if len(got) != len(want) {
			t.Fatalf("%d findings, want %d: %q", len(got), len(want), got)
		}
		for i := range want {
			if !strings.Contains(got[i], want[i]) {
				t.Errorf("%q lacks %q", got[i], want[i])
			}
		}
	}
	is()
	w.post(t, slack.MsgOptionText("set af ingen", false))
	is("nobody looked at this message in #erhverv by chat.postMessage:\nset af ingen")
	m := w.WaitMessage()
	is()
	_, _, _, _ = w.api.UpdateMessage(m.Channel, m.TS, slack.MsgOptionText("ændret", false))
	is("ændret")
	w.Ignore(func(m *Message) bool { return m.Contains("ændret") })
	is()
	p.answers(func(received) (int, any) { return 500, nil })
	a := w.anna.Types(w.square, "/check")
	is("/check failed: dispatch_failed")
	if a.Failed() != "dispatch_failed" || a.Status() != 500 {
		t.Error(a.Failed(), a.Status())
	}
	is()
	p.answers(func(received) (int, any) { return 200, nil })
	w.anna.Types(w.square, "/check")
	_, _ = w.api.OpenView(p.trigger(), simpleModal("form"))
	is("nobody looked at this modal of anna")
	w.View(w.anna)
	_, _ = w.api.PublishView(w.anna.ID, slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{slack.NewDividerBlock()}}}, "")
	is("nobody looked at this home of anna")
	w.Home(w.anna)
	_, _, _ = w.api.PostMessage(w.square.ID)
	is("chat.postMessage was refused: no_text")
	if got := w.Refusals(); len(got) != 1 || got[0].Error != "no_text" {
		t.Error(got)
	}
	is()
}

func TestPings(t *testing.T) {
	w := open(t)
	text := func(s string, verbatim bool) slack.MsgOption {
		return slack.MsgOptionBlocks(slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", s, false, verbatim), nil, nil))
	}
	for _, c := range []struct {
		options []slack.MsgOption
		want    string
	}{
		{[]slack.MsgOption{slack.MsgOptionText("hej <!channel>", false)}, "!channel"},
		{[]slack.MsgOption{slack.MsgOptionText("hej &lt;!channel&gt; @here", false)}, ""},
		{[]slack.MsgOption{text("hej <@U1ANNA> og <!subteam^S1|alle>", true)}, "!subteam^S1 @U1ANNA"},
		{[]slack.MsgOption{text("hej @here", false)}, "!here"},
		{[]slack.MsgOption{text("hej @here", true)}, ""},
	} {
		w.post(t, c.options...)
		if got := strings.Join(w.WaitMessage().Pings(), " "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := w.Problems(); len(got) != 3 {
		t.Errorf("%d calls to everybody: %q", len(got), got)
	}
}

func TestWithoutRecord(t *testing.T) {
	w := open(t, WithoutRecord())
	p := newProgram(t, w.Server)
	p.answers(func(received) (int, any) { return 200, map[string]any{"text": "svar"} })
	for range 20 {
		if a := w.anna.Types(w.square, "/check 99000007"); a.Failed() != "" || a.Text() != "svar" {
			t.Fatal(a.Failed(), a.Text())
		}
	}
	if w.Sent() != 20 || len(w.posts.all) != 0 || len(w.Unexpected()) != 0 {
		t.Error(w.Sent(), len(w.posts.all), w.Unexpected())
	}
}

// failing ends what the test did wrong with a panic, where there is no test to end.
func failing(do func()) (why string) {
	defer func() { why, _ = recover().(string) }()
	do()
	return ""
}

func TestDrivingMistakes(t *testing.T) {
	w := open(t, WithPatience(1))
	w.post(t, slack.MsgOptionText("x", false))
	m := w.WaitMessage()
	eva := w.User("T1", "eva")
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() { w.anna.Presses(m, "Fortryd") }, `0 buttons are "Fortryd"`},
		{func() { eva.Presses(m, "x") }, "eva does not see this message"},
		{func() { eva.Types(w.square, "/check") }, "eva is not in erhverv"},
		{func() { w.WaitMessage() }, "no such message came"},
		{func() { w.View(w.anna) }, "anna has no form open"},
		{func() { w.Home(w.anna) }, "anna has no home tab"},
		{func() { w.User("T9", "x") }, "there is no workspace T9"},
	} {
		if why := failing(c.do); !strings.Contains(why, c.want) {
			t.Errorf("%q, want %q", why, c.want)
		}
	}
}
