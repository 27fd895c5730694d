package check_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// presses presses a button with a value.
func (d *desk) presses(who, action, value string) (commands.Reply, error) {
	d.Helper()
	req := commands.Request{ID: "r-" + action, Now: now, Person: d.people[who], Lang: text.English, Channel: "C1", Action: action, Value: value}
	return d.feature.Actions[action](context.Background(), req)
}

// button gives the value of the reply's button with that action.
func button(r commands.Reply, action string) string {
	raw, _ := json.Marshal(r.Blocks)
	_, after, _ := strings.Cut(string(raw), `"action_id":"`+action+`"`)
	_, after, _ = strings.Cut(after, `"value":"`)
	value, _, _ := strings.Cut(after, `"`)
	return value
}

// TestShare shares what everybody in the channel may see, once, and only what the preview showed.
func TestShare(t *testing.T) {
	d := newDesk(t)
	d.readers = []string{"anna", "bo"}
	preview, err := d.presses("anna", "share", "99000007")
	if err != nil {
		t.Fatal(err)
	}
	d.order(preview.Text, "everybody in the channel will see", "Jobcentre Lolland", "Lolland Betonelementer", "Latest", "Bo Krogsgård", "Nothing is shared yet")
	if strings.Contains(preview.Text, "Note:") {
		t.Errorf("a note is shared:\n%s", preview.Text)
	}
	value := button(preview, "check.post")
	for i, want := range []string{"Shared in the channel by Anna", "shared in the channel already"} {
		shared, err := d.presses("anna", "post", value)
		if err != nil || !shared.Replace || !strings.Contains(shared.Text, want) {
			t.Errorf("%v %s", err, shared.Text)
		}
		counts, err := d.store.JobCounts(context.Background())
		if err != nil || counts.Waiting != 1 {
			t.Errorf("after pressing %d times: %+v %v", i+1, counts, err)
		}
	}
}

func TestShareAgainWhereReadersHaveChanged(t *testing.T) {
	d := newDesk(t)
	d.readers = []string{"anna", "bo"}
	preview, err := d.presses("anna", "share", "99000007")
	if err != nil {
		t.Fatal(err)
	}
	d.readers = append(d.readers, "per") // a private partner came in meanwhile
	again, err := d.presses("anna", "post", button(preview, "check.post"))
	if err != nil || !again.Replace || !strings.Contains(again.Text, "Nothing is shared yet") || strings.Contains(again.Text, "Bo Krogsgård") {
		t.Errorf("%v\n%s", err, again.Text)
	}
	if counts, err := d.store.JobCounts(context.Background()); err != nil || counts.Waiting != 0 {
		t.Errorf("something was sent: %+v %v", counts, err)
	}
	if kept, err := d.presses("anna", "keep", ""); err != nil || !kept.Replace {
		t.Errorf("%v %s", err, kept.Text)
	}
}

// TestShareIsShownAgainToMoreReaders has somebody join who sees no less: the channel is another all the same.
func TestShareIsShownAgainToMoreReaders(t *testing.T) {
	d := newDesk(t)
	d.readers = []string{"anna", "bo"}
	preview, err := d.presses("anna", "share", "99000007")
	if err != nil {
		t.Fatal(err)
	}
	d.readers = append(d.readers, "karin")
	if again, err := d.presses("anna", "post", button(preview, "check.post")); err != nil || !strings.Contains(again.Text, "Nothing is shared yet") {
		t.Errorf("%v %s", err, again.Text)
	}
	d.readers = []string{"anna", "bo"}
	if outside, err := d.presses("per", "share", "99000007"); err != nil || strings.Contains(outside.Text, "Bo Krogsgård") {
		t.Errorf("who may not see it is shown it in a preview: %v\n%s", err, outside.Text)
	}
}

func TestShareRefuses(t *testing.T) {
	d := newDesk(t)
	d.readers, d.unknown = []string{"anna"}, 2
	if _, err := d.presses("anna", "share", "99000007"); !crm.IsKind(err, crm.Forbidden) || !strings.Contains(err.Error(), "(2)") {
		t.Errorf("with unknown readers: %v", err)
	}
	d.unknown = 0
	if _, err := d.presses("anna", "share", "99999999"); !crm.IsKind(err, crm.NotFound) {
		t.Errorf("an unknown company: %v", err)
	}
	for _, value := range []string{"", "99000007", "a:b:c:d"} {
		if _, err := d.presses("anna", "post", value); !crm.IsKind(err, crm.Invalid) {
			t.Errorf("%q: %v", value, err)
		}
	}
}

// TestWrongCompany goes from a company found by its name to the one that was meant.
func TestWrongCompany(t *testing.T) {
	d := newDesk(t)
	found := d.asks("anna", "lolland betonelementer")
	value := button(found, "check.wrong")
	if value != "99000007|lolland betonelementer" {
		t.Fatalf("the button carries %q", value)
	}
	if byNumber := d.asks("anna", "99000007"); button(byNumber, "check.wrong") != "" {
		t.Error("a number is never the wrong company")
	}
	none, err := d.presses("anna", "wrong", value)
	if raw, _ := json.Marshal(none.Blocks); err != nil || !none.Replace || !strings.Contains(none.Text, "no other company") || !strings.Contains(string(raw), `"check.new"`) {
		t.Errorf("%v %s", err, none.Text)
	}
	others, err := d.presses("anna", "wrong", "99015527|køge k")
	if err != nil || strings.Contains(others.Text, "99015527") || !strings.Contains(others.Text, "99005823") {
		t.Errorf("%v %s", err, others.Text)
	}
	chosen, err := d.presses("anna", "choose", button(others, "check.choose"))
	if err != nil || !chosen.Replace || !strings.Contains(chosen.Text, "Køge") {
		t.Errorf("%v %s", err, chosen.Text)
	}
	kept, err := d.store.Corrections(context.Background(), 1)
	if err != nil || len(kept) != 1 || kept[0].Words != "køge k" || kept[0].Wrong != "99015527" || kept[0].Meant == "" {
		t.Errorf("%+v %v", kept, err)
	}
	if _, err := d.presses("anna", "wrong", "99015527"); !crm.IsKind(err, crm.Invalid) {
		t.Errorf("a button without words: %v", err)
	}
}

func TestSearchAsYouType(t *testing.T) {
	d := newDesk(t)
	types := func(words string) []commands.Option {
		req := commands.Request{Now: now, Person: d.people["anna"], Lang: text.English, Text: words}
		reply, err := d.feature.Searches["company"](context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		return reply.Options
	}
	got := types("lolland b")
	if len(got) != 2 || got[0] != (commands.Option{Value: "99000007", Label: "Lolland Betonelementer A/S · Rødby · 99000007"}) || got[1].Label != "Use as written: lolland b" {
		t.Errorf("%+v", got)
	}
	if got := types("99000007"); len(got) != 1 || got[0].Value != "99000007" {
		t.Errorf("a number: %+v", got)
	}
	if got := types("99020009 Nyt Firma ApS"); len(got) != 1 || got[0] != (commands.Option{Value: "99020009 Nyt Firma ApS", Label: "New company: 99020009 Nyt Firma ApS"}) {
		t.Errorf("a new company: %+v", got)
	}
	if got := types(" "); len(got) != 0 {
		t.Errorf("nothing typed: %+v", got)
	}
}
