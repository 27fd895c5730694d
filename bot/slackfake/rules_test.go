package slackfake

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
)

func simpleModal(title string) slack.ModalViewRequest {
	return slack.ModalViewRequest{Type: slack.VTModal, Title: slack.NewTextBlockObject("plain_text", title, false, false),
		Blocks: slack.Blocks{BlockSet: []slack.Block{slack.NewDividerBlock()}}}
}

// trigger is the trigger_id of the last thing that the program was sent.
func (p *program) trigger() string {
	got := p.got()
	last := got[len(got)-1]
	return last.form.Get("trigger_id") + last.text("trigger_id")
}

func TestTriggers(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	open := func(trigger string) error { _, err := w.api.OpenView(trigger, simpleModal("x")); return err }

	w.anna.Types(w.square, "/besoeg")
	too := simpleModal(strings.Repeat("x", 25))
	_, err := w.api.OpenView(p.trigger(), too)
	var r slack.SlackErrorResponse
	if !errors.As(err, &r) || r.Err != "invalid_arguments" || !strings.Contains(strings.Join(r.ResponseMetadata.Messages, ""), "[json-pointer:/view/title/text]") {
		t.Errorf("%+v", r)
	}
	if err := open(p.trigger()); err != nil {
		t.Errorf("a view that was refused has used up the trigger: %v", err)
	}
	if err := open(p.trigger()); code(err) != "exchanged_trigger_id" {
		t.Error(err)
	}
	w.anna.Types(w.square, "/besoeg")
	w.Advance(3 * time.Second)
	if err := open(p.trigger()); err != nil {
		t.Errorf("after exactly 3 seconds: %v", err)
	}
	w.anna.Types(w.square, "/besoeg")
	w.Advance(3*time.Second + 1)
	if err := open(p.trigger()); code(err) != "expired_trigger_id" {
		t.Error(err)
	}
	if err := open("1.2.three"); code(err) != "invalid_trigger_id" {
		t.Error(err)
	}
	w.Refusals()
	w.IgnoreViews()
}

func TestViewStack(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	w.anna.Types(w.square, "/besoeg")
	first, err := w.api.OpenView(p.trigger(), simpleModal("første"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"", "", "push_limit_reached"} {
		w.anna.Types(w.square, "/besoeg")
		if _, err := w.api.PushView(p.trigger(), simpleModal("oven på")); code(err) != want {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if _, err := w.api.UpdateView(simpleModal("ny"), "", "123.old", first.ID); code(err) != "hash_conflict" {
		t.Error(err)
	}
	second, err := w.api.UpdateView(simpleModal("ny"), "", first.Hash, first.ID)
	if err != nil || second.Hash == first.Hash {
		t.Error("the hash stays the same", err)
	}
	top := w.View(w.anna)
	if a := w.anna.Closes(top); a.Sent() {
		t.Error("the app was told without notify_on_close")
	}
	w.anna.Closes(w.View(w.anna))
	if got := w.View(w.anna).String(); got != "== ny ==\n---\n" {
		t.Errorf("%q", got)
	}
	w.anna.Closes(w.View(w.anna))
	if _, err := w.api.UpdateView(simpleModal("x"), "", "", first.ID); code(err) != "not_found" {
		t.Error(err)
	}
	w.Refusals()
}
