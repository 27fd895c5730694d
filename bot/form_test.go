package bot_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/slack-go/slack"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// TestAMessageTurnsIntoWhatCameOfItsButton opens a form from a message and sends it.
func TestAMessageTurnsIntoWhatCameOfItsButton(t *testing.T) {
	r := newEdge(t, func(f *commands.Feature) {
		f.Actions["undo"] = func(context.Context, commands.Request) (commands.Reply, error) {
			reply := commands.Sentence("Udfyld formularen.")
			reply.View = aForm.View(text.Danish)
			return reply, nil
		}
	})
	pressed, submitted := anna(bot.Action), anna(bot.Submit)
	pressed.Action, submitted.Callback = "visit.undo", "visit.form"
	if _, sent := r.takes(t, r.envelope(pressed)); strings.Join(sent, "\n") != "open TRIGGER Notér" {
		t.Fatalf("sent %q", sent)
	}
	sending := bot.Envelope{Inbound: submitted, ViewID: "V9"}
	for _, want := range []string{"replace visit answers", ""} { // the second copy changes nothing
		ack, sent := r.takes(t, sending)
		if !strings.Contains(ack, `"response_action":"update"`) || strings.Join(sent, "\n") != want {
			t.Errorf("acknowledged with %s, sent %q", ack, sent)
		}
	}
}

// TestAFormThatIsRefusedLeavesTheMessage sends a form that has mistakes in it.
func TestAFormThatIsRefusedLeavesTheMessage(t *testing.T) {
	refused := true
	r := newEdge(t, func(f *commands.Feature) {
		opens(f)
		f.Actions["undo"] = f.Handle
		f.Forms["form"] = func(context.Context, commands.Request) (commands.Reply, error) {
			if refused {
				return commands.Reply{Errors: map[string]string{"note": "nej"}}, nil
			}
			return commands.Sentence("gemt"), nil
		}
	})
	pressed, submitted := anna(bot.Action), anna(bot.Submit)
	pressed.Action, submitted.Callback = "visit.undo", "visit.form"
	r.takes(t, r.envelope(pressed))
	sending := bot.Envelope{Inbound: submitted, ViewID: "V9"}
	sending.Delivery = "view:V9/1"
	if ack, sent := r.takes(t, sending); !strings.Contains(ack, "nej") || len(sent) > 0 {
		t.Errorf("acknowledged with %s, sent %q", ack, sent)
	}
	refused = false
	if _, sent := r.takes(t, sending); strings.Join(sent, "\n") != "replace gemt" {
		t.Errorf("sent %q", sent)
	}
}

// TestSlowFormsSayToWait opens a form at once where what takes long is answered with one, on a clock of its own.
func TestSlowFormsSayToWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
		r.rig = newRig(func(f *commands.Feature) {
			f.Opens = func(req commands.Request) bool { return req.Text == "" }
			f.Handle = func(context.Context, commands.Request) (commands.Reply, error) {
				time.Sleep(5 * time.Second)
				reply := commands.Sentence("Udfyld formularen.")
				reply.View = aForm.View(text.Danish)
				return reply, nil
			}
		})
		r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Moves: r.workspace, Posts: r.workspace, Log: slog.New(slog.NewTextHandler(&r.logs, nil))})
		for words, want := range map[string]string{"": "open TRIGGER Samspil\nupdate V9 Notér", "x": "whisper C1 UANNA  Udfyld formularen."} {
			r.sent = nil
			body, _ := json.Marshal(r.edge.Take(t.Context(), bot.Envelope{Inbound: command("/visit", words), TriggerID: "TRIGGER"}))
			if err := r.edge.Wait(t.Context()); err != nil {
				t.Fatal(err)
			}
			if sent := strings.Join(r.sent, "\n"); !strings.HasPrefix(sent, want) || (string(body) == "null") != (words == "") {
				t.Errorf("%q: acknowledged with %s, sent %q", words, body, sent)
			}
		}
	})
}

func TestSearchAsYouType(t *testing.T) {
	finds := func(f *commands.Feature) {
		f.Searches = map[string]commands.Handler{"company": func(_ context.Context, req commands.Request) (commands.Reply, error) {
			if req.Text == "none" {
				return commands.Reply{}, nil
			}
			return commands.Reply{Options: []commands.Option{{Value: "99000007", Label: strings.Repeat("æ", 80) + req.Text}}}, nil
		}}
	}
	for body, want := range map[string]string{
		`"action_id":"visit.company","block_id":"company","value":"lolland"`:   `{"options":[{"text":{"type":"plain_text"`,
		`"action_id":"visit.company","block_id":"company","value":"none"`:      `{"options":[]}`,
		`"action_id":"visit.nothing","block_id":"company","value":"lolland"`:   `{"options":[]}`,
		`"action_id":"unknown.company","block_id":"company","value":"lolland"`: `{"options":[]}`,
	} {
		for _, path := range []string{"/slack/options", "/slack/interactions"} {
			r := newEdge(t, finds)
			status, got := r.serves(signed(path, payload(`{"type":"block_suggestion","user":{"id":"UANNA","team_id":"T"},`+body+`}`), time.Now()))
			if status != 200 || !strings.HasPrefix(strings.TrimSpace(got), want) || len(r.sent) > 0 || strings.Contains(got, strings.Repeat("æ", 76)) {
				t.Errorf("%s: %d %s, sent %q", body, status, got, r.sent)
			}
		}
	}
	r := newEdge(t, finds)
	r.serves(signed("/slack/options", payload(`{"type":"block_suggestion","user":{"id":"UANNA","team_id":"T"},"action_id":"visit.company","value":"hemmelig"}`), time.Now()))
	if said := r.logs.String() + r.log.String(); strings.Contains(said, "hemmelig") || strings.Contains(said, "level=INFO") {
		t.Errorf("the log says %s", said)
	}
}

func TestAPrefixedCommandIsTheCommand(t *testing.T) {
	r := newRig()
	out := r.Handle(t.Context(), command("/p-visit", "x"))
	if out.Err != nil || out.Reply.Text != "visit answers" || r.asked[0].Command != "visit" {
		t.Errorf("%v %s %+v", out.Err, out.Reply.Text, r.asked)
	}
}

// TestAFormIsNotLostWithItsError sends a form that is refused as a whole: it stays open, says why, and may come again.
func TestAFormIsNotLostWithItsError(t *testing.T) {
	refused := true
	r := newEdge(t, func(f *commands.Feature) {
		f.Forms["form"] = func(context.Context, commands.Request) (commands.Reply, error) {
			if refused {
				return commands.Reply{}, crm.Errorf(crm.Conflict, text.New("Nogen kom først.", "Somebody was first."))
			}
			return commands.Sentence("gemt"), nil
		}
	})
	submit := func() (int, string) {
		return r.serves(signed("/slack/interactions", payload(`{"type":"view_submission","user":{"id":"UANNA","team_id":"T"},"view":{"id":"V9","hash":"1.a","type":"modal","callback_id":"visit.form",
			"blocks":[{"type":"section","text":{"type":"plain_text","text":"x"}},{"type":"input","block_id":"company","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input","action_id":"value"}}],"state":{"values":{"company":{"value":{"type":"plain_text_input","value":"x"}}}}}}`), time.Now()))
	}
	if status, body := submit(); status != 200 || !strings.Contains(body, `"errors":{"company":"Nogen kom først."}`) {
		t.Errorf("%d %s", status, body)
	}
	if err := r.edge.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	refused = false
	if status, body := submit(); status != 200 || !strings.Contains(body, "gemt") {
		t.Errorf("again: %d %s", status, body)
	}
	if err := r.edge.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if status, body := submit(); status != 200 || strings.TrimSpace(body) != "" {
		t.Errorf("twice: %d %s", status, body)
	}
}

// TestASlowFormStaysOpen sends a form whose work takes long, on a clock of its own.
func TestASlowFormStaysOpen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
		wait := 5 * time.Second
		r.rig = newRig(func(f *commands.Feature) {
			f.Forms["form"] = func(context.Context, commands.Request) (commands.Reply, error) {
				time.Sleep(wait)
				return commands.Sentence("gemt"), nil
			}
		})
		r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Moves: r.workspace, Posts: r.workspace, Log: slog.New(slog.NewTextHandler(&r.logs, nil))})
		in := anna(bot.Submit)
		in.Callback, in.Delivery = "visit.form", "view:V1/1"
		env := bot.Envelope{Inbound: in, ViewID: "V1", Fields: []string{"company", "date"}}
		if body, _ := json.Marshal(r.edge.Take(t.Context(), env)); !strings.Contains(string(body), `"errors":{"company":"Det tager længere`) {
			t.Errorf("acknowledged with %s", body)
		}
		if err := r.edge.Wait(t.Context()); err != nil || len(r.sent) > 0 || r.answered["view:V1/1"] {
			t.Errorf("%v: sent %q", err, r.sent)
		}
		wait = 0
		if body, _ := json.Marshal(r.edge.Take(t.Context(), env)); !strings.Contains(string(body), "gemt") {
			t.Errorf("again: %s", body)
		}
		if err := r.edge.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
}

// TestASlowFormThatSaysSo: the window says what goes on, and shows what came of it; closed, it comes as a message.
func TestASlowFormThatSaysSo(t *testing.T) {
	sentence := func() (commands.Reply, error) { return commands.Sentence("gemt"), nil }
	for name, c := range map[string]struct {
		came func() (commands.Reply, error)
		gone bool
		sent []string
		says string
	}{
		"read":   {sentence, false, []string{"update V1"}, "gemt"},
		"closed": {sentence, true, []string{"update V1", "whisper C1 UANNA  gemt"}, "gemt"},
		"wrong": {func() (commands.Reply, error) {
			return commands.Reply{Errors: map[string]string{"files": "Filen er tom."}}, nil
		}, false, []string{"update V1"}, "Filen er tom."},
		"refused": {func() (commands.Reply, error) {
			return commands.Reply{}, crm.Errorf(crm.Invalid, text.New("Filen er låst.", "The file is locked."))
		}, false, []string{"update V1"}, "Filen er låst."},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := &rigged{workspace: &workspace{answered: map[string]bool{}}}
				r.rig = newRig(func(f *commands.Feature) {
					f.Slow = map[string]text.Text{"form": text.New("Jeg læser.", "I am reading.")}
					f.Forms["form"] = func(context.Context, commands.Request) (commands.Reply, error) {
						time.Sleep(5 * time.Second)
						return c.came()
					}
				})
				if c.gone {
					r.views = slack.SlackErrorResponse{Err: "not_found"}
				}
				r.edge = bot.NewEdge(bot.EdgeOptions{Bot: r.Bot, Slack: r.workspace, Deliveries: r.workspace, Moves: r.workspace, Posts: r.workspace, Log: slog.New(slog.NewTextHandler(&r.logs, nil))})
				in := anna(bot.Submit)
				in.Callback, in.Delivery = "visit.form", "view:V1/1"
				env := bot.Envelope{Inbound: in, ViewID: "V1", Fields: []string{"company"}}
				body, err := json.Marshal(r.edge.Take(t.Context(), env))
				if err != nil || !strings.Contains(string(body), `"response_action":"update"`) || !strings.Contains(string(body), "Jeg læser.") {
					t.Errorf("acknowledged with %s, %v", body, err)
				}
				if err := r.edge.Wait(t.Context()); err != nil {
					t.Fatal(err)
				}
				if !slices.EqualFunc(r.sent, c.sent, strings.HasPrefix) || !r.answered["view:V1/1"] || !strings.Contains(r.shown, c.says) {
					t.Errorf("sent %q, shown %s", r.sent, r.shown)
				}
				if again := strings.Contains(r.shown, "visit.new"); again != (name == "wrong" || name == "refused") {
					t.Errorf("a button that opens the form anew: %v", again)
				}
			})
		})
	}
}
