package visit_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/visit"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// sent are the messages stored so far, oldest first, as "user: text".
func (d *desk) sent() (list []string) {
	d.Helper()
	for _, m := range storetest.Stored[commands.Message](d.T, d.url, commands.MessageJob) {
		list = append(list, m.User+": "+m.Text)
	}
	return list
}

// words sends a form that asks for words.
func (d *desk) words(form, carried, words string) (commands.Reply, error) {
	req := d.request()
	req.Form, req.Metadata, req.Values = form, carried, map[string][]string{"words": {words}}
	return d.feature.Forms[form](context.Background(), req)
}

func (d *desk) pressed(action, value string) string {
	d.Helper()
	reply, err := d.presses(action, value)
	if err != nil {
		d.Fatalf("%s %s: %v", action, value, err)
	}
	return reply.Text
}

func (d *desk) contact(id int64) crm.Contact {
	d.Helper()
	c, err := d.store.Contact(context.Background(), id)
	if err != nil {
		d.Fatal(err)
	}
	return c
}

// contains fails the test unless s holds all of the parts.
func contains(t *testing.T, s string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(s, part) {
			t.Errorf("%q is missing in:\n%s", part, s)
		}
	}
}

// A joint visit from the plan to its end: joined, words, question and answer, moved, called off, on again, left.
func TestJointVisit(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 tomorrow 9:00 upskilling")
	plan := d.last()
	anna := d.person
	id := fmt.Sprint(plan.ID)
	d.as("bo")
	if d.person.Org.ID == anna.Org.ID {
		t.Fatal("both are of one organisation: nothing is joint")
	}
	bo := d.person
	contains(t, d.says("join visit "+id), "You take part", "Ærø", "Good to know", "Anna Lindqvist")
	if c := d.contact(plan.ID); !c.TakesPart(bo.Org.ID) || c.Person.ID != anna.ID || c.Version != 2 {
		t.Errorf("%+v", c.With)
	}
	sent := d.sent()
	if len(sent) != 1 || !strings.HasPrefix(sent[0], anna.User+": ") {
		t.Fatalf("%q", sent)
	}
	contains(t, sent[0], bo.Name, bo.Org.NameDA, "vil gerne med", "Ærø")
	if _, err := d.types("deltag i " + id); !crm.IsKind(err, crm.Conflict) {
		t.Errorf("joined twice: %v", err)
	}

	if reply, err := d.words("bring", id, "har haft kræft"); err != nil || reply.Errors["words"] == "" {
		t.Errorf("words of illness go to another organisation: %v %v", err, reply.Errors)
	}
	if _, err := d.words("bring", id, "Overblik over kurser"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.words("ask", id, "Skal vi køre sammen?"); err != nil {
		t.Fatal(err)
	}
	sent = d.sent()
	contains(t, sent[1], "tager med: Overblik over kurser")
	contains(t, sent[2], anna.User+": ", "spørger om", "Skal vi køre sammen?")
	d.person = anna
	if _, err := d.words("answer", fmt.Sprintf("%d:%d", plan.ID, bo.ID), "Ja, kl. 8."); err != nil {
		t.Fatal(err)
	}
	contains(t, d.sent()[3], bo.User+": ", "svarer om", "Ja, kl. 8.")

	tell := func(want int) {
		t.Helper()
		for i, n := range []int{want, 0} { // the second look finds no news
			if got, err := visit.TellJoined(context.Background(), d.store, d.now); err != nil || got != n {
				t.Errorf("look %d told %d, want %d: %v", i, got, n, err)
			}
		}
	}
	tell(0)
	moved := d.contact(plan.ID)
	moved.Date = plan.Date.AddDays(1)
	if _, err := d.store.UpdateContact(context.Background(), storetest.Entry(anna), moved, nil); err != nil {
		t.Fatal(err)
	}
	tell(1)
	contains(t, d.sent()[4], bo.User+": ", "Flyttet af Anna Lindqvist", text.Date(text.Danish, moved.Date), "Før: "+text.Date(text.Danish, plan.Date))
	d.says("cancel " + id)
	tell(1)
	contains(t, d.sent()[5], bo.User+": ", "Aflyst af Anna Lindqvist")
	d.pressed("restore", id)
	tell(1)
	contains(t, d.sent()[6], "alligevel")

	d.person = bo
	contains(t, d.pressed("leave", id), "no longer take part")
	contains(t, d.sent()[7], anna.User+": ", "kommer alligevel ikke med")
	if c := d.contact(plan.ID); c.TakesPart(bo.Org.ID) {
		t.Errorf("%+v", c.With)
	}
	if _, err := d.presses("leave", id); !crm.IsKind(err, crm.NotFound) {
		t.Errorf("left twice: %v", err)
	}
	d.person = anna
	d.says("cancel " + id)
	tell(0) // who left is told nothing
}

// Nobody joins what they may not see, what is their own, and what is over.
func TestWhatCannotBeJoined(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 tomorrow 9:00 upskilling")
	plan := d.last()
	id := fmt.Sprint(plan.ID)
	anna := d.person
	refused := func(kind crm.Kind, value string) {
		t.Helper()
		before := len(d.sent())
		for _, action := range []string{"join", "ask"} {
			if _, err := d.presses(action, value); err == nil || action == "join" && !crm.IsKind(err, kind) {
				t.Errorf("%s: %v, want kind %v", action, err, kind)
			}
		}
		if _, err := d.words("ask", value, "Hvem er med?"); err == nil {
			t.Error("the question was sent")
		}
		if n := len(d.sent()); n != before {
			t.Errorf("%d messages were sent", n-before)
		}
	}
	refused(crm.Invalid, id) // their own
	d.as("bo")
	bo := d.person
	hidden := plan
	hidden.Share, hidden.Version = crm.ShareNothing, 1
	if _, err := d.store.UpdateContact(context.Background(), storetest.Entry(anna), hidden, nil); err != nil {
		t.Fatal(err)
	}
	refused(crm.NotFound, id)
	_, hiddenErr := d.presses("join", id)
	_, absentErr := d.presses("join", "424242")
	if strings.ReplaceAll(hiddenErr.Error(), id, "N") != strings.ReplaceAll(absentErr.Error(), "424242", "N") {
		t.Errorf("one that is hidden and one that is not there differ:\n%v\n%v", hiddenErr, absentErr)
	}
	refused(crm.NotFound, "424242")
	refused(crm.Invalid, "x")
	d.person = anna
	d.says("99001941 yesterday phone")
	over := fmt.Sprint(d.last().ID)
	d.person = bo
	if _, err := d.presses("join", over); !crm.IsKind(err, crm.Conflict) {
		t.Errorf("one that is over: %v", err)
	}
	if _, err := d.words("answer", over+":"+fmt.Sprint(bo.ID), "x"); !crm.IsKind(err, crm.NotFound) {
		t.Errorf("answered for another organisation: %v", err)
	}
}

// Whoever planned a visit of their own and comes along instead has one visit, not two. What the planner hides afterwards is
// told without naming the company.
func TestJoinInstead(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 tomorrow 9:00 upskilling")
	plan, anna := d.last(), d.person
	d.as("bo")
	reply, err := d.types("99001941 tomorrow 10:00 upskilling")
	if err != nil {
		t.Fatal(err)
	}
	own := d.last()
	value := fmt.Sprintf("%d:%d", plan.ID, own.ID)
	raw, err := json.Marshal(reply.Blocks)
	if err != nil {
		t.Fatal(err)
	}
	contains(t, string(raw), `"visit.join"`, value)
	contains(t, d.pressed("join", value), "taken back")
	if c := d.contact(own.ID); c.DeletedAt.IsZero() {
		t.Error("the own plan still stands")
	}
	hidden := d.contact(plan.ID)
	hidden.Share = crm.ShareNothing
	if _, err := d.store.UpdateContact(context.Background(), storetest.Entry(anna), hidden, nil); err != nil {
		t.Fatal(err)
	}
	hidden = d.contact(plan.ID)
	hidden.Date = when.MustISO(hidden.Date.AddDays(3).String())
	if _, err := d.store.UpdateContact(context.Background(), storetest.Entry(anna), hidden, nil); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{1, 0, 0} {
		if n, err := visit.TellJoined(context.Background(), d.store, d.now.Add(time.Duration(i)*time.Minute)); err != nil || n != want {
			t.Errorf("look %d told %d: %v", i, n, err)
		}
	}
	last := d.sent()[len(d.sent())-1]
	contains(t, last, "ikke længere med", anna.Org.NameDA)
	if _, err := d.words("bring", fmt.Sprint(plan.ID), "Kurser"); !crm.IsKind(err, crm.NotFound) {
		t.Errorf("words for what is hidden: %v", err)
	}
	if said := d.pressed("leave", fmt.Sprint(plan.ID)); strings.Contains(said, "Ærø") || strings.Contains(said, "November") {
		t.Error(said)
	}
	if strings.Contains(last, "Ærø") || strings.Contains(last, text.Date(text.Danish, hidden.Date)) {
		t.Error(last)
	}
}
