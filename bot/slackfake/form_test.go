package slackfake

import (
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

// formed is a town in which anna has the form open, and a program that acknowledges with what ack gives.
func formed(t *testing.T, ack *any) (*town, *program, *View) {
	w := open(t)
	p := newProgram(t, w.Server)
	p.answers(func(in received) (int, any) {
		if in.text("type") != "" {
			return 200, *ack
		}
		return visits(w)(in)
	})
	w.anna.Types(w.square, "/besoeg")
	*ack = slack.OptionsResponse{Options: []*slack.OptionBlockObject{choice("99000007", "Nordlys ApS")}}
	form := w.anna.Fills(w.View(w.anna), Fields{"company": "Nordlys", "date": "2026-11-22"})
	return w, p, form
}

func TestSubmissionAnswers(t *testing.T) {
	next := visitForm()
	next.Title = plainObject("Er det rigtigt?")
	wrong := simpleModal(strings.Repeat("x", 25))
	for _, c := range []struct {
		name   string
		ack    any
		failed bool
		open   int
		view   string
	}{
		{"nothing", nil, false, 0, ""},
		{"clear", slack.NewClearViewSubmissionResponse(), false, 0, ""},
		{"update", slack.NewUpdateViewSubmissionResponse(&next), false, 1, "Er det rigtigt?"},
		{"push", slack.NewPushViewSubmissionResponse(&next), false, 2, "Er det rigtigt?"},
		{"a view over a limit", slack.NewUpdateViewSubmissionResponse(&wrong), true, 1, ""},
		{"an error at no field", slack.NewErrorsViewSubmissionResponse(map[string]string{"nowhere": "x"}), true, 1, ""},
		{"no errors", slack.NewErrorsViewSubmissionResponse(nil), true, 1, ""},
		{"something else", map[string]string{"response_action": "dance"}, true, 1, ""},
		{"no object", "ok", true, 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ack any
			w, _, form := formed(t, &ack)
			ack = c.ack
			a := w.anna.Submits(form)
			if (a.Failed() != "") != c.failed {
				t.Errorf("failed: %q", a.Failed())
			}
			if c.failed != (len(w.Problems()) > 0) {
				t.Error("the test was not told")
			}
			if got := len(w.modals.stacks[w.anna.ID]); got != c.open {
				t.Errorf("%d forms are open", got)
			}
			if v := a.View(); c.view != "" && (v == nil || !strings.Contains(v.String(), c.view) || !strings.Contains(v.String(), "2026-11-22") && c.open == 1) {
				t.Errorf("the next form, with what was filled in:\n%s", v)
			}
		})
	}
}

func TestFilling(t *testing.T) {
	var ack any
	w, p, form := formed(t, &ack)
	for _, c := range []struct {
		field string
		value any
		want  string
	}{
		{"date", "22/11", "a date is YYYY-MM-DD"},
		{"time", "half past", "a time is HH:MM"},
		{"way", "Due", "there is no option Due"},
		{"way", []string{"Besøg", "Telefon"}, "only one value"},
		{"hires", "1\n2", "the field has one line"},
		{"nowhere", "x", `0 fields are "nowhere"`},
	} {
		if why := failing(func() { w.anna.Fills(form, Fields{c.field: c.value}) }); !strings.Contains(why, c.want) {
			t.Errorf("%s: %q, want %q", c.field, why, c.want)
		}
	}
	if why := failing(func() { w.bo.Submits(form) }); !strings.Contains(why, "bo does not have this view open") {
		t.Error(why)
	}
	ack = nil
	form = w.anna.Fills(form, Fields{"date": ""})
	if a := w.anna.Submits(form); a.Sent() || a.Errors()["date"] == "" {
		t.Error("a cleared field is not empty")
	}
	if a := w.anna.Closes(form); !a.Sent() || p.got()[len(p.got())-1].text("type") != "view_closed" {
		t.Error("the app did not hear of the closed form")
	}
}

func TestChoosing(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	menu := slack.NewOverflowBlockElement("more", choice("edit", "Ret"), choice("gone", "Slet"))
	lang := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, nil, "lang", choice("da", "Dansk"), choice("en", "English"))
	hidden := slack.NewButtonBlockElement("admin", "", plainObject("Godkend"))
	hidden.VisibleToUserIDs = []string{w.bo.ID}
	home := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{
		slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", "*Nordlys*", false, true), nil, slack.NewAccessory(menu)), slack.NewActionBlock("settings", lang, hidden)}}}
	w.anna.OpensHome()
	if got := p.got()[0]; got.text("event", "type") != "app_home_opened" || got.text("event", "user") != w.anna.ID {
		t.Errorf("%+v", got.body)
	}
	if _, err := w.api.PublishView(w.anna.ID, home, ""); err != nil {
		t.Fatal(err)
	}
	v := w.Home(w.anna)
	w.anna.Presses(v, "Slet")
	if got := last(p); got.text("actions", "selected_option") != "" || got.body["actions"].([]any)[0].(map[string]any)["selected_option"].(map[string]any)["value"] != "gone" {
		t.Errorf("%+v", got.body["actions"])
	}
	w.anna.Chooses(v, "lang", "English")
	if got := last(p); got.text("view", "state", "values", "settings", "lang", "selected_option", "value") != "en" || got.text("view", "type") != "home" {
		t.Errorf("%+v", got.body["view"])
	}
	if want := "*Nordlys* [… Ret | Slet]\n[English ▾]"; !strings.HasPrefix(w.Home(w.anna).String(), "*Nordlys* [… Ret | Slet]") {
		t.Errorf("%q, want %q", w.Home(w.anna), want)
	}
}

func last(p *program) received { return p.got()[len(p.got())-1] }
