package slackfake

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
)

func plainObject(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject("plain_text", s, false, false)
}

func choice(value, label string) *slack.OptionBlockObject {
	return slack.NewOptionBlockObject(value, plainObject(label), nil)
}

// visitForm has a field of every kind that people fill in.
func visitForm() slack.ModalViewRequest {
	company := slack.NewOptionsSelectBlockElement(slack.OptTypeExternal, plainObject("Søg"), "value")
	purposes := slack.NewCheckboxGroupsBlockElement("value", choice("job", "Opkvalificering"), choice("flex", "Fleksjob"))
	purposes.InitialOptions = []*slack.OptionBlockObject{choice("job", "Opkvalificering")}
	note := slack.NewPlainTextInputBlockElement(nil, "value")
	note.Multiline, note.MaxLength = true, 20
	number := slack.NewNumberInputBlockElement(nil, "value", false)
	number.MinValue = "0"
	way := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, nil, "value", choice("visit", "Besøg"), choice("phone", "Telefon"))
	way.InitialOption = choice("visit", "Besøg")
	field := func(name, label string, optional bool, e slack.BlockElement) *slack.InputBlock {
		return slack.NewInputBlock(name, plainObject(label), nil, e).WithOptional(optional)
	}
	return slack.ModalViewRequest{Type: slack.VTModal, CallbackID: "visit.form", PrivateMetadata: "C1", NotifyOnClose: true,
		Title: plainObject("Notér et besøg"), Submit: plainObject("Gem"), Close: plainObject("Luk"),
		Blocks: slack.Blocks{BlockSet: []slack.Block{
			field("company", "Virksomhed", false, company), field("date", "Dato", false, slack.NewDatePickerBlockElement("value")),
			field("time", "Klokken", true, slack.NewTimePickerBlockElement("value")), field("way", "Hvordan", false, way),
			field("purpose", "Formål", true, purposes), field("hires", "Stillinger", true, number), field("note", "Note", true, note)}}}
}

// visits is a program with the form: it answers as a real one would.
func visits(w *town) func(received) (int, any) {
	return func(in received) (int, any) {
		switch {
		case in.form.Get("command") != "":
			if _, err := w.api.OpenView(in.form.Get("trigger_id"), visitForm()); err != nil {
				return 500, nil
			}
			return 200, nil
		case in.text("type") == "block_suggestion":
			return 200, slack.OptionsResponse{Options: []*slack.OptionBlockObject{choice("99000007", "Nordlys ApS"), choice("99000015", "Nordlys Holding")}}
		case in.text("type") == "view_submission" && in.text("view", "state", "values", "note", "value", "value") == "hemmelig":
			return 200, slack.NewErrorsViewSubmissionResponse(map[string]string{"note": "Skriv noget andet."})
		case in.text("type") == "view_submission":
			undo := slack.NewButtonBlockElement("visit.undo", "1", plainObject("Fortryd")).WithConfirm(slack.NewConfirmationBlockObject(
				plainObject("Fortryd?"), plainObject("Besøget slettes."), plainObject("Ja"), plainObject("Nej")))
			_, _ = w.api.PostEphemeral(w.square.ID, in.text("user", "id"), slack.MsgOptionText("Besøg noteret", false), slack.MsgOptionBlocks(
				slack.NewHeaderBlock(plainObject("Besøg noteret")),
				slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", "*Nordlys ApS* &amp; søn, af <@"+w.anna.ID+">", false, true), nil, nil),
				slack.NewDividerBlock(), slack.NewContextBlock("", slack.NewTextBlockObject("mrkdwn", "<!date^1^{date}|22. november>", false, true)),
				slack.NewActionBlock("", undo, slack.NewButtonBlockElement("visit.edit", "1", plainObject("Ret")))))
			return 200, nil
		}
		return 200, nil
	}
}

func TestStory(t *testing.T) {
	w := newTown(t)
	p := newProgram(t, w.Server)
	p.answers(visits(w))
	anna := w.anna
	if a := anna.Types(w.square, "/besoeg"); !a.Sent() || a.Status() != 200 {
		t.Fatal(a.Failed())
	}
	form := w.View(anna)
	if a := anna.Submits(form); a.Sent() || len(a.Errors()) != 2 {
		t.Error("required fields may be left out", a.Errors())
	}
	if found := anna.Searches(form, "Virksomhed", "No"); found != nil {
		t.Error("Slack asked before the third letter", found)
	}
	found := anna.Searches(form, "company", "Nord")
	if want := []Choice{{Text: "Nordlys ApS", Value: "99000007"}, {Text: "Nordlys Holding", Value: "99000015"}}; !reflect.DeepEqual(found, want) {
		t.Errorf("found %v", found)
	}
	anna.Fills(form, Fields{"Virksomhed": "Nordlys ApS", "Dato": "2026-11-22", "Klokken": "09:30", "Hvordan": "Telefon", "Formål": []string{"Fleksjob", "job"},
		"Stillinger": "1,5", "note": "en note, der er for lang"})
	if a := anna.Submits(form); a.Sent() || len(a.Errors()) != 2 {
		t.Error("Slack lets through what does not fit", a.Errors())
	}
	anna.Fills(form, Fields{"Stillinger": "2", "Note": "hemmelig"})
	if a := anna.Submits(form); a.Errors()["note"] != "Skriv noget andet." || !w.HasView(anna) {
		t.Error(a.Errors())
	}
	form = anna.Fills(form, Fields{"Note": "to\nlinjer"})
	if a := anna.Submits(form); len(a.Errors()) != 0 || w.HasView(anna) {
		t.Error("the form stays open", a.Errors())
	}
	last := p.got()[len(p.got())-1]
	for _, c := range []struct{ want, field, action, in string }{
		{"99000007", "company", "selected_option", "value"}, {"2026-11-22", "date", "selected_date", ""}, {"09:30", "time", "selected_time", ""},
		{"phone", "way", "selected_option", "value"}, {"2", "hires", "value", ""}, {"to\nlinjer", "note", "value", ""},
	} {
		path := []string{"view", "state", "values", c.field, "value", c.action}
		if c.in != "" {
			path = append(path, c.in)
		}
		if got := last.text(path...); got != c.want {
			t.Errorf("%s is %q", c.field, got)
		}
	}
	if last.text("view", "private_metadata") != "C1" || last.text("view", "callback_id") != "visit.form" {
		t.Errorf("%+v", last.body["view"])
	}
	m := w.WaitMessage(OnlyTo(anna))
	if d := anna.Cancels(m, "Fortryd"); d.Text != "Besøget slettes." || d.Deny != "Nej" {
		t.Error(d)
	}
	if a := anna.Presses(m, "visit.undo"); a.Dialog() == nil || a.Dialog().Title != "Fortryd?" {
		t.Error(a.Dialog())
	}
	pressed := p.got()[len(p.got())-1]
	if pressed.body["message"] != nil || pressed.body["container"].(map[string]any)["is_ephemeral"] != true {
		t.Error("the payload of an ephemeral message repeats it")
	}
	send(t, p.hook(), `{"replace_original":true,"text":"Besøget er fortrudt."}`)
	golden(t, "story.txt", w.Transcript(anna))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Error(diff)
	}
}
