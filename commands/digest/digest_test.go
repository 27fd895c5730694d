package digest_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// sent are the messages that wait to be sent.
func sent(t *testing.T, url string) []commands.Message {
	t.Helper()
	return storetest.Stored[commands.Message](t, url, commands.MessageJob)
}

// button gives the value of the reply's button with that action.
func button(r commands.Reply, action string) string {
	raw, _ := json.Marshal(r.Blocks)
	_, after, _ := strings.Cut(string(raw), `"action_id":"`+action+`"`)
	_, after, _ = strings.Cut(after, `"value":`)
	var value string
	_ = json.NewDecoder(strings.NewReader(after)).Decode(&value)
	return value
}

func TestSettings(t *testing.T) {
	d := newDesk(t, true, "lis")
	d.wants(d.says("anna", "").Text, "has no digest")
	d.wants(d.says("anna", "on").Text, "secretariat, manager or administrator")
	for _, c := range []struct{ words, want string }{
		{"on 8:30 weekly Tuesday in Danish", "Every Tuesday at 08:30"},
		{"", "Set up by Lis Toftegård"},
		{"", "Language: Danish"},
		{"til kl. 9.15 dagligt", "Every workday at 09:15"},
		{"region sjælland, lolland og opkvalificering", "Region Zealand, Lolland, upskilling"},
		{"følg 99000007", "CVR 99000007"},
		{"alt guldborgsund", "Shows: Jobcentre Lolland, Guldborgsund\n"},
		{"på engelsk", "Language: English"},
		{"hver fredag 2 pm", "Every Friday at 14:00"},
		{"on 23:00", "between 6:00 and 17:00"},
		{"on lørdag", "Monday to Friday"},
		{"on vrøvl", "I do not understand \"vrøvl\""},
		{"", "Every Friday at 14:00"},
		{"fra", "The digest is off"},
		{"off", "nothing to turn off"},
	} {
		if got := d.says("lis", c.words).Text + "\n"; !strings.Contains(got, c.want) {
			t.Errorf("%q: %q is missing in\n%s", c.words, c.want, got)
		}
	}
	d.lang = text.Danish
	d.wants(d.presses("lis", "on", "on").Text, "Hver fredag kl. 14.00", "Sat op af Lis Toftegård")
	d.readers = []string{"lis", "mette"}
	d.wants(d.says("mette", "off").Text, "sat op for Jobcenter Lolland af Lis Toftegård")
}

// Where several organisations read the channel, the person confirms, and again when others have come.
func TestConfirm(t *testing.T) {
	d := newDesk(t, true, "lis", "bo")
	asked := d.says("lis", "on 8:00")
	d.wants(asked.Text, "Nothing is set up yet", "Jobcentre Lolland")
	if _, err := d.store.DigestOf(ctx, "T0DEMO", "C1"); !crm.IsKind(err, crm.NotFound) {
		t.Errorf("set up without confirmation: %v", err)
	}
	d.readers = append(d.readers, "per")
	again := d.presses("lis", "confirm", button(asked, "digest.confirm"))
	d.wants(again.Text, "Nothing is set up yet", "3F")
	d.wants(d.presses("anna", "confirm", button(again, "digest.confirm")).Text, "secretariat")
	d.wants(d.presses("lis", "confirm", button(again, "digest.confirm")).Text, "is set up", "only what all of them may see")
	d.wants(d.presses("lis", "confirm", "x").Text, "too old")
	d.wants(d.says("lis", "lolland").Text, "is set up", "Lolland") // the readers are those that were confirmed
	d.wants(d.presses("lis", "keep", "keep").Text, "Nothing was changed")
	d.trouble = crm.Errorf(crm.Forbidden, text.New("Jeg er ikke med i kanalen.", "I am not in this channel. Type /invite @Samspil."))
	d.wants(d.says("lis", "on").Text, "/invite @Samspil")
	d.trouble, d.unknown = nil, 1
	d.wants(d.says("lis", "on").Text, "do not know for whom they work")
}

// A digest comes once, tells of what was written since the last one, and says nothing when there is nothing to say.
func TestSweep(t *testing.T) {
	d := newDesk(t, true, "lis")
	d.says("lis", "on 8:00 in english")
	if n := d.sweep(when.MustISO("2026-11-23").At(10, 1)); n != 0 {
		t.Error("sent on the day it was set up, after its time")
	}
	morning := when.MustISO("2026-11-24").At(8, 0)
	for i, want := range []int{1, 0, 0} {
		if n := d.sweep(morning.Add(time.Duration(i) * time.Minute)); n != want {
			t.Errorf("look %d: %d", i, n)
		}
	}
	all := sent(t, d.url)
	first := all[0]
	d.wants(first.Text, "Digest, Tuesday 24 November 2026", "Planned in the next five workdays", "follow-ups are due", "Jobcentre Lolland")
	if first.Key != "digest.1.2026-11-24" || first.Channel != "C1" || len(first.Blocks.BlockSet) > 45 || len([]rune(first.Text)) > 10_000 {
		t.Errorf("%q to %q, %d blocks", first.Key, first.Channel, len(first.Blocks.BlockSet))
	}
	for _, m := range all[1:] {
		if m.Under != first.Key {
			t.Errorf("not in its thread: %+v", m)
		}
	}
	d.wants(d.says("lis", "now").Text, "Only you see this", "Digest, Monday 23 November 2026")
}

func TestNothingToSay(t *testing.T) {
	d := newDesk(t, false)
	w := storetest.Fill(t, d.store)
	d.load()
	d.readers = []string{"bo"}
	d.wants(d.says("bo", "on 8:00").Text, "is set up")
	d.wants(d.says("bo", "nu").Text, "nothing to tell")
	if n := d.sweep(when.MustISO("2026-11-24").At(8, 0)); n != 1 || len(sent(t, d.url)) != 0 {
		t.Errorf("%d days, %d messages", n, len(sent(t, d.url)))
	}
	if got, err := d.store.DigestOf(ctx, w.Bo.Team, "C1"); err != nil || got.LastDay.String() != "2026-11-24" {
		t.Errorf("the day does not count as done: %v %v", got.LastDay, err)
	}
}

// A channel in which nothing can be told any more turns its digest off, and its owner is told once.
func TestStops(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(d *desk)
		why   crm.DigestWhy
		said  string
	}{
		"thrown out": {func(d *desk) { d.trouble = crm.Errorf(crm.Forbidden, text.New("Jeg er ikke med.", "I am not in it.")) }, crm.DigestGone, "I am not in it."},
		"a stranger": {func(d *desk) { d.unknown = 1 }, crm.DigestReaders, "do not know for whom they work"},
	} {
		d := newDesk(t, true, "lis")
		d.says("lis", "on 8:00")
		c.spoil(d)
		for i := range 3 {
			d.sweep(when.MustISO("2026-11-24").At(8, i))
		}
		all := sent(t, d.url)
		if len(all) != 1 || all[0].User != "U0LIS" || !strings.Contains(all[0].Text, c.said) {
			t.Errorf("%s: %d messages: %+v", name, len(all), all)
		}
		if got, err := d.store.DigestOf(ctx, "T0DEMO", "C1"); err != nil || got.On || got.Why != c.why {
			t.Errorf("%s: %+v %v", name, got, err)
		}
	}
}

func TestUndelivered(t *testing.T) {
	d := newDesk(t, true, "lis")
	d.says("lis", "on 8:00")
	for _, key := range []string{"digest.1.2026-11-24", "digest.1.2026-11-24", "digest.x.y", "digest.99.2026-11-24"} {
		if err := d.feature.Undelivered(ctx, commands.Message{Key: key}, "is_archived"); err != nil {
			t.Errorf("%s: %v", key, err)
		}
	}
	if all := sent(t, d.url); len(all) != 1 || all[0].User != "U0LIS" {
		t.Errorf("%+v", all)
	}
	d.wants(d.says("lis", "").Text, "could not deliver")
}
