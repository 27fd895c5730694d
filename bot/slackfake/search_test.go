package slackfake

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
)

// companies is a program whose menus search in these names; a message with one is in the square.
func companies(t *testing.T, w *town, p *program, names ...string) (*Message, *slack.SelectBlockElement) {
	t.Helper()
	p.answers(func(in received) (int, any) {
		if in.text("type") != "block_suggestion" {
			return 200, nil
		}
		found := slack.OptionsResponse{Options: []*slack.OptionBlockObject{}}
		for i, name := range names {
			if strings.Contains(strings.ToLower(name), strings.ToLower(in.text("value"))) {
				found.Options = append(found.Options, choice(fmt.Sprint(i), name))
			}
		}
		return 200, found
	})
	menu := slack.NewOptionsSelectBlockElement(slack.OptTypeExternal, plainObject("Find virksomhed"), "company")
	w.post(t, slack.MsgOptionText("hvem?", false), slack.MsgOptionBlocks(slack.NewActionBlock("who", menu)))
	return w.WaitMessage(), menu
}

func TestSearchInAForm(t *testing.T) {
	var ack any
	w, p, form := formed(t, &ack)
	ack = slack.OptionsResponse{Options: []*slack.OptionBlockObject{choice("99000007", "Lolland Smede"), choice("99000015", "Lolland Tømrer")}}
	if got := form.Search("company", "lo"); got != nil || last(p).text("value") == "lo" {
		t.Error("Slack asked before the third letter", got)
	}
	if got := form.Search("Virksomhed", "lolland"); !slices.Equal(got, []string{"Lolland Smede", "Lolland Tømrer"}) {
		t.Error(got)
	}
	asked := last(p)
	if asked.text("value") != "lolland" || asked.text("block_id") != "company" || asked.text("action_id") != "value" || asked.text("container", "type") != "view" ||
		asked.text("view", "callback_id") != "visit.form" || asked.text("user", "team_id") != "T1" || asked.body["trigger_id"] != nil || asked.body["response_url"] != nil {
		t.Errorf("%+v", asked.body)
	}
	if why := failing(func() { form.Choose("company", "Lolland Murer") }); !strings.Contains(why, "was not offered") {
		t.Error(why)
	}
	form = form.Choose("company", "Lolland Tømrer")
	ack = nil
	w.anna.Submits(form)
	if got := last(p).text("view", "state", "values", "company", "value", "selected_option", "value"); got != "99000015" {
		t.Errorf("%q was submitted", got)
	}
}

func TestSearchInAMessage(t *testing.T) {
	w := open(t)
	p := newProgram(t, w.Server)
	m, _ := companies(t, w, p, "Lolland Smede", "Ærø Maskinfabrik", "Ærø Færge")
	if got := w.anna.Searches(m, "company", "ærø"); !reflect.DeepEqual(got, []Choice{{Text: "Ærø Maskinfabrik", Value: "1"}, {Text: "Ærø Færge", Value: "2"}}) {
		t.Error(got)
	}
	asked := last(p)
	if asked.text("channel", "id") != w.square.ID || asked.text("message", "ts") != m.TS || asked.text("container", "type") != "message" || asked.body["view"] != nil || asked.body["state"] != nil {
		t.Errorf("%+v", asked.body)
	}
	w.anna.Chooses(m, "company", "Ærø Færge")
	if got := last(p); got.text("type") != "block_actions" || got.text("state", "values", "who", "company", "selected_option", "value") != "2" {
		t.Errorf("%+v", got.body)
	}
	w.bo.Chooses(m, "company", "smede") // typed, and found alone
	if got := last(p); got.text("state", "values", "who", "company", "selected_option", "value") != "0" {
		t.Errorf("%+v", got.body)
	}
	if why := failing(func() { w.anna.Chooses(m, "company", "færøerne") }); !strings.Contains(why, "did not find it") {
		t.Error(why)
	}
}

func TestSearchAsksFromThisManyLetters(t *testing.T) {
	w := open(t)
	p := newProgram(t, w.Server)
	_, menu := companies(t, w, p, "Lolland Smede")
	for _, c := range []struct {
		least *int
		typed string
		asked bool
	}{{nil, "lo", false}, {nil, "lol", true}, {least(0), "", true}, {least(2), "l", false}, {least(2), "lo", true}, {least(5), "lolla", true}, {least(5), "ærøæ", false}} {
		menu.MinQueryLength = c.least
		w.post(t, slack.MsgOptionText("hvem?", false), slack.MsgOptionBlocks(slack.NewActionBlock("who", menu)))
		if a := w.anna.Suggests(w.WaitMessage(), "company", c.typed); a.Sent() != c.asked {
			t.Errorf("%q was asked: %v", c.typed, a.Sent())
		}
	}
}

// TestSearchAnswers holds what a program offers against Slack's limits.
func TestSearchAnswers(t *testing.T) {
	for _, c := range []struct {
		name, answer string
		at           int
		want         string
	}{
		{"options", `{"options":[<` + option1 + `,*N>]}`, 100, "no more than 100 items allowed [json-pointer:/options]"},
		{"label", `{"options":[{"value":"v","text":{"type":"plain_text","text":"<x*N>"}}]}`, 75, "/options/0/text/text"},
		{"value", `{"options":[{"value":"<x*N>",` + ok + `}]}`, 75, "/options/0/value"},
		{"groups", `{"option_groups":[<{"label":{"type":"plain_text","text":"g"},"options":[` + option1 + `]},*N>]}`, 100, "/option_groups"},
		{"options of a group", `{"option_groups":[{"label":{"type":"plain_text","text":"g"},"options":[<` + option1 + `,*N>]}]}`, 100, "/option_groups/0/options"},
		{"group's label", `{"option_groups":[{"label":{"type":"plain_text","text":"<x*N>"},"options":[` + option1 + `]}]}`, 75, "/option_groups/0/label/text"},
	} {
		if wrong := wrongOptions(object(t, repeat(c.answer, c.at))); len(wrong) > 0 {
			t.Errorf("%s: with %d: %q", c.name, c.at, wrong)
		}
		if wrong := strings.Join(wrongOptions(object(t, repeat(c.answer, c.at+1))), "; "); !strings.Contains(wrong, c.want) {
			t.Errorf("%s: %q, want %q", c.name, wrong, c.want)
		}
	}
	for answer, want := range map[string]string{
		`{}`: "must have either", `{"options":[],"option_groups":[]}`: "must have either", `{"options":[],"x":1}`: "additional property",
		`{"options":[{"value":"v","text":{"type":"mrkdwn","text":"x"}}]}`: "must be one of: plain_text", `{"options":[]}`: "", `{"option_groups":[]}`: "",
	} {
		if wrong := strings.Join(wrongOptions(object(t, answer)), "; "); !strings.Contains(wrong, want) || want == "" && wrong != "" {
			t.Errorf("%s: %q", answer, wrong)
		}
	}
}

func TestSearchThatFails(t *testing.T) {
	w := open(t, WithAckTimeout(50*time.Millisecond))
	p := newProgram(t, w.Server)
	m, _ := companies(t, w, p, "Lolland Smede")
	many := slack.OptionsResponse{}
	for i := range 101 {
		many.Options = append(many.Options, choice(fmt.Sprint(i), "x"))
	}
	p.answers(func(received) (int, any) { return 200, many })
	if a := w.anna.Suggests(m, "company", "lolland"); len(a.Choices()) != 0 {
		t.Error("101 options were shown")
	}
	if r := w.Refusals(); len(r) != 1 || r[0].Error != "invalid_options" {
		t.Error(r)
	}
	release := make(chan struct{})
	p.answers(func(received) (int, any) { <-release; return 200, many })
	a := w.anna.Suggests(m, "company", "lolland")
	close(release)
	if a.Failed() != "operation_timeout" {
		t.Error(a.Failed())
	}
	w.App(App{SigningSecret: secret, Interactions: p.url + "/interactions"})
	if a := w.anna.Suggests(m, "company", "lolland"); a.Failed() != "dispatch_failed" {
		t.Error("a search without an options URL goes somewhere", a.Failed())
	}
	if got := w.Unexpected(); len(got) != 0 {
		t.Error(got)
	}
}

func least(n int) *int { return &n }
