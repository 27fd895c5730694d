package followup_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

// After a button the rows of its message stand as they are then, and the one that was pressed can be undone.
func TestRowTurnsIntoWhatHappened(t *testing.T) {
	d := newDesk(t, "anna")
	a := d.promise("2026-11-23", "send prices")
	d.promise("2026-11-23", "call about apprentices")
	list, err := d.types("køge kran")
	if err != nil {
		t.Fatal(err)
	}
	pressed := buttons(t, list)
	if len(pressed["followup.done"]) != 2 || len(pressed["followup.move"]) != 2 || len(pressed["followup.give"]) != 2 || pressed["visit.new"][0] != a.Company.CVR {
		t.Fatalf("%v", pressed)
	}
	after, err := d.presses("done", pressed["followup.done"][0])
	if err != nil || !after.Replace {
		t.Fatal(err)
	}
	wants(t, after.Text, fmt.Sprintf("Follow-up no. %d is done.", a.ID), "send prices · done by Anna Lindqvist", "call about apprentices · today")
	if got := buttons(t, after); len(got["followup.done"]) != 1 || len(got["followup.undo"]) != 1 {
		t.Errorf("%v", got)
	}
	if _, err := d.presses("done", pressed["followup.done"][0]); !crm.IsKind(err, crm.Conflict) || !strings.Contains(err.Error(), "by Anna Lindqvist") {
		t.Error(err)
	}
	for _, action := range []string{"move", "give"} {
		if _, err := d.presses(action, pressed["followup."+action][0]); !crm.IsKind(err, crm.Conflict) || !strings.Contains(err.Error(), "by Anna Lindqvist") {
			t.Error(action, err)
		}
	}
	back, err := d.presses("undo", buttons(t, after)["followup.undo"][0])
	if err != nil || !back.Replace || d.is(a.ID).State != crm.FollowUpOpen {
		t.Fatal(err)
	}
	if got := buttons(t, back); len(got["followup.done"]) != 2 {
		t.Errorf("%v", got)
	}
}

func TestMoveForm(t *testing.T) {
	d := newDesk(t, "anna")
	p := d.promise("2026-11-23", "send prices")
	form, err := d.presses("move", fmt.Sprintf("%d|%d", p.ID, p.ID))
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2026-11-22", ""} {
		if wrong, err := d.submits(form, map[string]string{"due": day}); err != nil || wrong.Errors["due"] == "" {
			t.Error(day, wrong.Errors, err)
		}
	}
	reply, err := d.submits(form, map[string]string{"due": "2026-12-25"})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "is moved", "Friday 25 December 2026", "The day is Christmas Day", "Monday 28 December 2026")
	// The form was opened before that: somebody who still has it open is told.
	if _, err := d.submits(form, map[string]string{"due": "2026-12-01"}); !crm.IsKind(err, crm.Conflict) || d.is(p.ID).Due.String() != "2026-12-25" {
		t.Error(err)
	}
}

// The same delivery twice does the same thing once, and answers the same.
func TestDeliveredTwice(t *testing.T) {
	d := newDesk(t, "anna")
	p := d.promise("2026-11-23", "send prices")
	for _, line := range []string{fmt.Sprintf("done %d", p.ID), "ny: ring til Køge Korn på torsdag"} {
		req := d.request()
		req.Text, req.Delivery = line, "T1/"+line
		one, err1 := d.feature.Handle(ctx, req)
		two, err2 := d.feature.Handle(ctx, req)
		if err1 != nil || err2 != nil || one.Text != two.Text {
			t.Errorf("%v %v\n%s\n%s", err1, err2, one.Text, two.Text)
		}
	}
	open, err := d.store.PromisesOfPerson(ctx, d.person, 100)
	if err != nil || len(slices.DeleteFunc(open, func(p crm.Promise) bool { return p.Text != "ring til Køge Korn" })) != 1 {
		t.Error(err)
	}
}

// Of another organisation's follow-ups nothing is shown and nothing can be changed, whatever is typed or pressed.
func TestOthersSeeNothing(t *testing.T) {
	d := newDesk(t, "anna")
	p := d.promise("2026-11-23", "hemmelig aftale")
	before := d.is(p.ID)
	for _, other := range []string{"bo", "karin", "per", "mette"} {
		d.person = d.people[other]
		for _, line := range []string{"", "all", "overdue", "today", "%d", "done %d", "move %d to Friday", "give %d to me", "take %d", "done with køge kran", "Jobcenter Lolland", "hemmelig", "done hemmelig", "move all to Friday"} {
			if strings.Contains(line, "%d") {
				line = fmt.Sprintf(line, p.ID)
			}
			reply, err := d.types(line)
			nothing(t, other+" types "+line, reply, err)
		}
		mine := d.promise("2026-11-23", "own").ID
		for _, action := range []string{"done", "move", "give"} { // a row of theirs in a message of one's own
			reply, err := d.presses(action, fmt.Sprintf("%d|%d,%d|w", mine, mine, p.ID))
			nothing(t, other+" presses "+action, reply, err)
		}
		for action := range d.feature.Actions {
			reply, err := d.presses(action, fmt.Sprintf("%d|%d|w", p.ID, p.ID))
			nothing(t, other+" presses "+action, reply, err)
		}
		for form := range d.feature.Forms {
			req := d.request()
			req.Form, req.Metadata = form, fmt.Sprintf(`{"id":%d,"v":1}`, p.ID)
			req.Values = map[string][]string{"due": {"2026-12-01"}, "owner": {d.person.User}, "company": {"99015527"}}
			reply, err := d.feature.Forms[form](ctx, req)
			nothing(t, other+" sends "+form, reply, err)
		}
	}
	if got := d.is(p.ID); got.FollowUp != before.FollowUp || got.Version != before.Version {
		t.Errorf("changed: %+v", got)
	}
	d.person = d.people["anna"]
	d.person.Active = false
	if reply, err := d.types(fmt.Sprintf("done %d", p.ID)); err == nil {
		t.Error(reply.Text)
	}
}

func nothing(t *testing.T, what string, reply commands.Reply, err error) {
	t.Helper()
	raw, marshal := json.Marshal(reply)
	if marshal != nil {
		t.Fatal(marshal)
	}
	if err != nil {
		raw = append(raw, err.Error()...)
	}
	if strings.Contains(string(raw), "hemmelig aftale") || strings.Contains(string(raw), "Anna Lindqvist") {
		t.Errorf("%s: %s", what, raw)
	}
}

// Values that no button of ours has do nothing.
func TestForgedButtons(t *testing.T) {
	d := newDesk(t, "anna")
	for _, value := range []string{"", "x", "1|x", "1|1,2,3,4,5,6,7,8,9,10,11,12,13", "-1|", "99999999999999999999|1", "|||", strings.Repeat("1,", 1000)} {
		for _, action := range []string{"done", "move", "give", "undo", "happened", "missed", "cancelled", "noshow", "planned"} {
			if reply, err := d.presses(action, value); !crm.IsKind(err, crm.Invalid) && !crm.IsKind(err, crm.NotFound) {
				t.Errorf("%s %q: %v\n%s", action, value, err, reply.Text)
			}
		}
	}
}

// A form that a row's button opened ends in the rows of its message as they stand then: Slack puts that in the message's
// place.
func TestFormEndsInItsRows(t *testing.T) {
	d := newDesk(t, "anna")
	a := d.promise("2026-11-23", "send prices")
	d.promise("2026-11-23", "call about apprentices")
	list, err := d.types("køge kran")
	if err != nil {
		t.Fatal(err)
	}
	pressed := buttons(t, list)
	values := map[string]string{"due": "2026-12-25", "owner": "U0LIS"}
	for _, action := range []string{"move", "give"} {
		form, err := d.presses(action, pressed["followup."+action][0])
		if err != nil {
			t.Fatal(err)
		}
		reply, err := d.submits(form, values)
		if err != nil {
			t.Fatal(err)
		}
		wants(t, reply.Text, fmt.Sprintf("Follow-up no. %d is ", a.ID), "The day is Christmas Day", "call about apprentices")
		if got := buttons(t, reply); len(got["followup.undo"]) != 1 || len(got["followup.done"]) != 1 {
			t.Errorf("%s: %v", action, got)
		}
		if _, err := d.presses("undo", buttons(t, reply)["followup.undo"][0]); err != nil {
			t.Fatal(err)
		}
		if action == "move" {
			d.says(fmt.Sprintf("move %d to 25/12", a.ID)) // so that both say when the reminder comes
		}
	}
}

// Of eight colleagues who close it in the same moment one does, and the others are told who was first.
func TestClosedAtOnce(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		d := empty(t, st, url)
		p := d.promise("2026-11-26", "send prices")
		errs := make(chan error, 8)
		for i := range 8 {
			colleague := d.hire(fmt.Sprintf("U%02d", i), fmt.Sprintf("Colleague %d", i), d.person.Org)
			req := d.request()
			req.Person, req.Text = colleague, fmt.Sprintf("done %d", p.ID)
			go func() {
				_, err := d.feature.Handle(ctx, req)
				errs <- err
			}()
		}
		done := 0
		for range 8 {
			if err := <-errs; err == nil {
				done++
			} else if !crm.IsKind(err, crm.Conflict) || !strings.Contains(err.Error(), "marked done already by Colleague ") {
				t.Error(err)
			}
		}
		if done != 1 || d.is(p.ID).Version != 2 {
			t.Errorf("%d closed it", done)
		}
	})
}
