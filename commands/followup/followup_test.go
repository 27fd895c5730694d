package followup_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
)

func TestDoneInWords(t *testing.T) {
	d := newDesk(t, "anna")
	p := d.promise("2026-11-26", "send prices")
	wants(t, d.says("done with køge kran"), fmt.Sprintf("Follow-up no. %d is done.", p.ID), "Køge Kran ApS", "done by Anna Lindqvist", "Can be undone for 10 minutes")
	if got := d.is(p.ID); got.State != crm.FollowUpDone || got.DoneAt != d.now.UTC() {
		t.Errorf("%+v", got)
	}
	// Somebody else at the same organisation is told who was first; so is the one who does it twice.
	d.person = d.people["lis"]
	wants(t, d.refused(fmt.Sprintf("done %d", p.ID), crm.Conflict), "marked done already by Anna Lindqvist")
}

// Never guess between two: the question lists them with their numbers, and nothing is done.
func TestAsksBetweenTwo(t *testing.T) {
	d := newDesk(t, "anna")
	a, b := d.promise("2026-11-26", "send prices"), d.promise("2026-11-27", "call about apprentices")
	said := d.says("done with køge kran")
	wants(t, said, "Which one do you mean?", fmt.Sprintf("#%d ·", a.ID), fmt.Sprintf("#%d ·", b.ID))
	d.says("done with køge kran apprentices") // the words of only one
	if d.is(a.ID).State != crm.FollowUpOpen || d.is(b.ID).State != crm.FollowUpDone {
		t.Error("the wrong one was closed")
	}
	wants(t, d.says("done"), "Which one do you mean?")
	// A colleague's is not closed by the company's name alone.
	d.person = d.people["lis"]
	d.promise("2026-11-26", "Lis' own", "99001941")
	wants(t, d.says("done with køge kran"), "Which one do you mean?", "Anna Lindqvist")
	if d.is(a.ID).State != crm.FollowUpOpen {
		t.Error("a colleague's follow-up was closed by its company's name")
	}
	wants(t, d.refused("done with hjørring høvleri", crm.NotFound), "no open follow-up with \"hjørring høvleri\"")
}

func TestMove(t *testing.T) {
	d := newDesk(t, "anna")
	p := d.promise("2026-11-26", "send prices")
	n := p.ID
	for line, want := range map[string]string{
		"move %d to Friday": "2026-11-27 ", "flyt %d til uge 1": "2027-01-04 uge 1", "flyt %d til 2. januar": "2027-01-02 ",
		"%d flyttes til uge 52": "2026-12-21 uge 52", "udskyd %d til i morgen": "2026-11-24 ", "flyt %d til denne uge": "2026-11-23 denne uge",
	} {
		said := d.says(fmt.Sprintf(line, n))
		got := d.is(n)
		if got.Due.String()+" "+got.DueText != want {
			t.Errorf("%s: %s %s, want %s\n%s", line, got.Due, got.DueText, want, said)
		}
	}
	wants(t, d.says(fmt.Sprintf("flyt %d til 2. januar", n)), "The day is in a weekend: the promise stands, and the reminder comes on Monday 4 January 2027")
	wants(t, d.says(fmt.Sprintf("flyt %d til 24/12", n)), "The day is Christmas Eve", "Monday 28 December 2026")
	before := d.is(n)
	for line, want := range map[string]string{ // not certain: the form opens, and nothing is moved
		"flyt %d": "Which day", "flyt %d til 20/11 2026": "already passed", "flyt %d til 20/11": "is far ahead",
	} {
		reply, err := d.types(fmt.Sprintf(line, n))
		if err != nil || reply.View == nil || d.is(n).FollowUp != before.FollowUp {
			t.Errorf("%s: %v, form %v, %+v", line, err, reply.View != nil, d.is(n))
		}
		wants(t, reply.Text, want)
	}
}

func TestMoveAllOfAWeek(t *testing.T) {
	d := newDesk(t, "anna")
	tuesday, words := d.promise("2026-12-22", "a"), d.promise("2026-12-23", "b")
	d.says(fmt.Sprintf("move %d to week 52", words.ID))
	outside := d.promise("2026-12-28", "c")
	reply, err := d.types("flyt alle i uge 52 til uge 1")
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "2 follow-ups are moved.")
	got := fmt.Sprint(d.is(tuesday.ID).Due, d.is(words.ID).Due, d.is(words.ID).DueText, d.is(outside.ID).Due)
	if got != "2027-01-05 2027-01-04uge 12026-12-28" {
		t.Error(got)
	}
	// One button takes both back, but for what was changed since.
	d.says(fmt.Sprintf("done %d", words.ID))
	undo := buttons(t, reply)["followup.undo"][0]
	back, err := d.presses("undo", undo)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, back.Text, fmt.Sprintf("Undone: follow-up no. %d is as it was. 1 has been changed again since", tuesday.ID))
	if !back.Replace || d.is(tuesday.ID).Due.String() != "2026-12-22" || d.is(words.ID).State != crm.FollowUpDone {
		t.Errorf("%+v", d.is(tuesday.ID))
	}
	wants(t, d.refused("flyt alle i uge 40 til uge 1", crm.NotFound), "none of your open follow-ups")
	wants(t, d.refused("move all overdue", crm.Invalid), "Which day", "Nothing has been moved")
}

func TestUndoEndsAfterTenMinutes(t *testing.T) {
	d := newDesk(t, "anna")
	p := d.promise("2026-11-26", "send prices")
	reply, err := d.types(fmt.Sprintf("done %d", p.ID))
	if err != nil {
		t.Fatal(err)
	}
	undo := buttons(t, reply)["followup.undo"][0]
	d.now = now.Add(10*time.Minute + time.Second)
	if _, err := d.presses("undo", undo); !crm.IsKind(err, crm.Invalid) {
		t.Error(err)
	}
	d.now = now.Add(10 * time.Minute)
	d.person = d.people["lis"] // it was not Lis who did it
	if _, err := d.presses("undo", undo); !crm.IsKind(err, crm.NotFound) {
		t.Error(err)
	}
	d.person = d.people["anna"]
	if _, err := d.presses("undo", undo); err != nil || d.is(p.ID).State != crm.FollowUpOpen {
		t.Error(err)
	}
}

func TestHandOver(t *testing.T) {
	d := newDesk(t, "anna")
	d.hire("U0LISA", "Lis Ager", d.person.Org)
	d.hire("U0BENT", "Bent Dahl", d.person.Org)
	p := d.promise("2026-11-26", "send prices")
	give := func(to string) string { return fmt.Sprintf("give %d to %s", p.ID, to) }
	wants(t, d.refused(give("Lis"), crm.Invalid), "Several colleagues", "Lis Ager", "Lis Toftegård")
	wants(t, d.refused(give("Bo"), crm.NotFound), "nobody in your organisation called \"Bo\"") // Bo is of the business hub
	wants(t, d.refused(give("<@U0BO>"), crm.Invalid), "colleague of your own organisation")
	if got := sent(t, d.url); len(got) != 0 || d.is(p.ID).OwnerID != d.person.ID {
		t.Fatalf("%v", got)
	}
	wants(t, d.says(give("lis toftegaard")), fmt.Sprintf("Follow-up no. %d is handed over.", p.ID), "Lis Toftegård")
	got := sent(t, d.url)
	if len(got) != 1 || got[0].User != "U0LIS" || got[0].Channel != "" {
		t.Fatalf("%+v", got)
	}
	wants(t, got[0].Text, "Anna Lindqvist har givet dig 1 opfølgning.", "send prices")
	wants(t, d.refused(give("<@U0LIS|lis>"), crm.Conflict), "Lis Toftegård has it already")
	wants(t, d.says(fmt.Sprintf("take %d", p.ID)), "handed over") // nobody is told what they did themselves
	if n := len(sent(t, d.url)); n != 1 || d.is(p.ID).OwnerID != d.person.ID {
		t.Error(n)
	}
	reply, err := d.types(fmt.Sprintf("give %d", p.ID))
	if err != nil {
		t.Fatal(err)
	}
	if wrong, err := d.submits(reply, map[string]string{"owner": "U0BO"}); err != nil || wrong.Errors["owner"] == "" {
		t.Error(wrong.Errors, err)
	}
	if _, err := d.submits(reply, map[string]string{"owner": "U0BENT"}); err != nil || d.is(p.ID).Owner.Name != "Bent Dahl" {
		t.Error(err, d.is(p.ID).Owner.Name)
	}
	inactive := d.people["bent"]
	inactive.Active = false
	if _, err := d.store.SavePerson(ctx, inactive); err != nil {
		t.Fatal(err)
	}
	d.says(fmt.Sprintf("take %d", p.ID))
	d.refused(give("Bent"), crm.NotFound)
}

func TestNew(t *testing.T) {
	d := newDesk(t, "anna")
	for line, want := range map[string]string{
		"ny: ring til Køge Korn på torsdag om lærlinge": "Køge Korn A/S 2026-11-26  ring til Køge Korn om lærlinge",
		"new: send prices to 99001941 in week 50":       "Ærø Maskinfabrik ApS 2026-12-07 week 50 send prices to 99001941",
		"mind mig om at ringe til Køge Kran 2. januar":  "Køge Kran ApS 2027-01-02  ringe til Køge Kran",
	} {
		reply, err := d.types(line)
		if err != nil || reply.View != nil {
			t.Fatalf("%s: %v\n%s", line, err, reply.Text)
		}
		id, _ := strconv.ParseInt(strings.Fields(strings.TrimPrefix(reply.Text, "Follow-up no. "))[0], 10, 64)
		p := d.is(id)
		if got := p.Company.Name + " " + p.Due.String() + " " + strings.TrimPrefix(p.DueText, "in ") + " " + p.Text; got != want || p.OwnerID != d.person.ID {
			t.Errorf("%s\n%s, want\n%s", line, got, want)
		}
		if _, err := d.presses("undo", buttons(t, reply)["followup.undo"][0]); err != nil || d.is(id).State != crm.FollowUpDropped {
			t.Errorf("undo: %v", err)
		}
	}
	before, _ := d.store.PromisesOfPerson(ctx, d.person, 100)
	for line, want := range map[string]string{
		"ny: ring til Køge Korn":                      "When is it to be followed up?",
		"ny: ring på torsdag":                         "Which company",
		"ny: ring til Køge Kr torsdag":                "Køge Kr",
		"ny: ring til Køge Korn torsdag eller fredag": "When is it to be followed up?",
		"ny: send pris til 99000008 torsdag":          "not sure which company \"99000008\"",
		"ring til Køge Korn på torsdag om kurser":     "What is to be followed up",
		"ny": "What is to be followed up",
	} {
		reply, err := d.types(line)
		if err != nil || reply.View == nil {
			t.Fatalf("%s: %v\n%s", line, err, reply.Text)
		}
		wants(t, reply.Text, want)
	}
	d.refused("ny: "+strings.Repeat("å", 501), crm.Invalid)
	if after, _ := d.store.PromisesOfPerson(ctx, d.person, 100); len(after) != len(before) {
		t.Error("something was saved that was not certain")
	}
	form, err := d.presses("new", "99015527")
	if err != nil {
		t.Fatal(err)
	}
	wrong, err := d.submits(form, map[string]string{"company": "noget helt andet", "due": "2026-11-20", "text": "x", "owner": "U0BO"})
	if err != nil || wrong.Errors["company"] == "" || wrong.Errors["due"] == "" || wrong.Errors["owner"] == "" {
		t.Error(wrong.Errors, err)
	}
	reply, err := d.submits(form, map[string]string{"company": "99015527", "due": "2026-12-01", "text": "send prices", "owner": "U0LIS"})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "is added", "send prices", "Lis Toftegård")
}
