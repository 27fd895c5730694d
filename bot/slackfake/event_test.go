package slackfake

import (
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
