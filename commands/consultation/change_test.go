package consultation_test

import (
	"fmt"
	"strings"
	"testing"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// last is the newest message with that key.
func (d *desk) last(key string) commands.Message {
	d.Helper()
	var found commands.Message
	for _, m := range d.sent() {
		if m.Key == key {
			found = m
		}
	}
	if found.Key == "" {
		d.Fatalf("no message has the key %s", key)
	}
	return found
}

func (d *desk) holds(s string, parts ...string) {
	d.Helper()
	for _, part := range parts {
		if !strings.Contains(s, part) {
			d.Errorf("%q is missing in:\n%s", part, s)
		}
	}
}

// The deadline is moved for all, by those who ask only, and not into the past.
func TestMoveDeadline(t *testing.T) {
	d := newDesk(t)
	c := d.starts()
	card := fmt.Sprintf("consultation.%d.%d", c.ID, d.Jobcentre.ID)
	form := d.says("flyt N")
	for day, want := range map[string]string{"2026-11-20": "", "2026-12-12": "", "2026-12-07": "already", "x": "day"} {
		if reply, err := d.submits(form, map[string][]string{"deadline": {day}}); err != nil || !strings.Contains(reply.Errors["deadline"], want) || reply.Errors["deadline"] == "" {
			t.Errorf("%s: %v %v", day, err, reply.Errors)
		}
	}
	reply, err := d.submits(form, map[string][]string{"deadline": {"2026-12-14"}})
	d.ok(err)
	d.holds(reply.Text, "14 December 2026")
	d.holds(d.last(card).Text, "14. december 2026", "Fristen var først 7. dec. 2026")
	d.holds(d.last(fmt.Sprintf("consultation.%d.status", c.ID)).Text, "14. december 2026")
	if _, err := d.submits(form, map[string][]string{"deadline": {"2026-12-15"}}); !crm.IsKind(err, crm.Conflict) {
		t.Errorf("a form from before the change: %v", err)
	}
	d.person = d.Anna
	d.refused("move N", crm.Forbidden)
	d.now = when.MustISO("2026-12-14").At(23, 0)
	d.says("answer N supports") // after the first deadline, before the second
}

// A consultation that is called off says why to all, takes no answer, makes no note and can be sent out again.
func TestCancelConsultation(t *testing.T) {
	d := newDesk(t)
	c := d.starts()
	d.person = d.Anna
	d.says("answer N supports")
	d.refused("aflys N", crm.Forbidden)
	d.person = d.Bo
	form := d.says("cancel N")
	if reply, err := d.submits(form, map[string][]string{"why": {" "}}); err != nil || reply.Errors["why"] == "" {
		t.Errorf("no reason: %v %v", err, reply.Errors)
	}
	form = d.says("cancel N")
	reply, err := d.submits(form, map[string][]string{"why": {"Ansøger har trukket forslaget <!channel>, 010203-1234"}})
	d.ok(err)
	d.holds(reply.Text, "called off")
	m := d.last(fmt.Sprintf("consultation.%d.%d", c.ID, d.Jobcentre.ID))
	d.holds(m.Text, "aflyst", "Ansøger har trukket forslaget")
	for _, m := range d.sent() {
		if raw := fmt.Sprint(m.Text); strings.Contains(raw, "010203-1234") {
			t.Error(raw)
		}
	}
	if len(d.is().Heard) == 0 || d.is().Heard[0].Position == "" && d.is().Heard[1].Position == "" {
		t.Error("what was said is gone")
	}
	for _, line := range []string{"end N", "move N", "cancel N"} {
		d.holds(d.refused(line, crm.Conflict), "called off by Bo")
	}
	d.refused("note N", crm.NotFound)
	d.person = d.Anna
	d.refused("answer N has concerns: x", crm.Conflict)
	d.starts()
	if again := d.is(); again.ID == c.ID || again.State != crm.ConsultationOpen {
		t.Errorf("%+v", again)
	}
}

// Where Slack will not take a card, who asked is told once and the status says so; where it will not take the status, that goes to who asked.
func TestUndelivered(t *testing.T) {
	d := newDesk(t)
	c := d.starts()
	card, status := d.last(fmt.Sprintf("consultation.%d.%d", c.ID, d.Jobcentre.ID)), d.last(fmt.Sprintf("consultation.%d.status", c.ID))
	before := len(d.sent())
	for range 2 {
		d.ok(d.feature.Undelivered(ctx, card, "is_archived"))
	}
	if n := len(d.sent()) - before; n != 2 { // the status and the message to Bo, once
		t.Errorf("%d messages", n)
	}
	told := d.sent()[before+1]
	if told.User != d.Bo.User || told.Channel != "" {
		t.Errorf("%+v", told)
	}
	d.holds(told.Text, d.Jobcentre.NameDA, "fik ikke beskeden")
	d.holds(d.last(status.Key).Text, "kunne ikke leveres")
	before = len(d.sent())
	for range 2 {
		d.ok(d.feature.Undelivered(ctx, status, "channel_not_found"))
	}
	if n := len(d.sent()) - before; n != 1 {
		t.Errorf("%d messages", n)
	}
	own := d.last(status.Key + ".own")
	if own.User != d.Bo.User || own.Channel != "" {
		t.Errorf("%+v", own)
	}
	before = len(d.sent())
	d.ok(d.feature.Undelivered(ctx, own, "user_disabled"))
	for _, key := range []string{"consultation.x.1", "consultation.1", "consultation.999999.status", "consultation.1.x"} {
		d.ok(d.feature.Undelivered(ctx, commands.Message{Key: key}, "is_archived"))
	}
	if n := len(d.sent()) - before; n != 0 {
		t.Errorf("%d messages", n)
	}
}
