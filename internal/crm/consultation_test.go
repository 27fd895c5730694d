package crm_test

import (
	"fmt"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

func TestDeadline(t *testing.T) {
	if got := crm.ConsultationDeadline(when.MustISO("2026-12-18")).String(); got != "2027-01-07" { // 24–26 and 31 December, 1 January are closed
		t.Error(got)
	}
	today := when.MustISO("2026-12-18")
	for day, want := range map[string]string{"2026-12-18": "", "2026-12-17": "has passed", "2026-12-24": "next workday is 28 Dec 2026", "2026-12-19": "next workday is 21 Dec 2026"} {
		err := crm.CheckDeadline(text.English, when.MustISO(day), today)
		if want == "" && err != nil || want != "" && (err == nil || !saysSo(err, want)) {
			t.Errorf("%s: %v", day, err)
		}
	}
}

func saysSo(err error, want string) bool {
	return crm.IsKind(err, crm.Invalid) && strings.Contains(err.Error(), want)
}

// Positions count until midnight in Copenhagen, also where summer time is in force.
func TestTakes(t *testing.T) {
	c := crm.Consultation{State: crm.ConsultationOpen, Deadline: when.MustISO("2026-10-23")}
	midnight := when.MustISO("2026-10-24").At(0, 0)
	if !c.Takes(midnight.Add(-1)) || c.Takes(midnight) {
		t.Error("the end of the day is not where it is")
	}
	c.State = crm.ConsultationEnded
	if c.Takes(midnight.Add(-1)) {
		t.Error("an ended consultation takes positions")
	}
}

func TestConsultationReminderDays(t *testing.T) {
	for _, c := range []struct{ opened, deadline, want string }{
		{"2026-12-01", "2026-12-15", "[2026-12-08 2026-12-14 2026-12-15]"},
		{"2026-12-18", "2027-01-07", "[2026-12-29 2027-01-06 2027-01-07]"}, // counted around the holidays
		{"2026-12-14", "2026-12-15", "[2026-12-15]"},
		{"2026-12-15", "2026-12-15", "[]"},
		{"2026-12-10", "2026-12-15", "[2026-12-14 2026-12-15]"},
	} {
		if got := fmt.Sprint(crm.ConsultationReminderDays(when.MustISO(c.opened), when.MustISO(c.deadline))); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.opened, c.deadline, got, c.want)
		}
	}
}

// Whatever happens in between, an organisation is reminded three times at most, and not twice for one day.
func TestRemindsOn(t *testing.T) {
	c := crm.Consultation{State: crm.ConsultationOpen, OpenedAt: when.MustISO("2026-12-01").At(10, 0), Deadline: when.MustISO("2026-12-15")}
	walk := func(from string) (days []string) {
		h := crm.Heard{}
		for day := when.MustISO(from); day.Before(when.MustISO("2026-12-25")); day = day.AddDays(1) {
			for range 2 {
				if c.RemindsOn(h, day) {
					h.Reminded, h.RemindedOn = h.Reminded+1, day
					days = append(days, day.String())
				}
			}
		}
		return days
	}
	for from, want := range map[string]string{
		"2026-12-01": "[2026-12-08 2026-12-14 2026-12-15]",
		"2026-12-10": "[2026-12-10 2026-12-14 2026-12-15]", // down on the 8th
		"2026-12-15": "[2026-12-15]",
		"2026-12-16": "[]",
	} {
		if got := fmt.Sprint(walk(from)); got != want {
			t.Errorf("from %s: %s, want %s", from, got, want)
		}
	}
	if c.RemindsOn(crm.Heard{Position: crm.Supports}, when.MustISO("2026-12-14")) {
		t.Error("reminds those who answered")
	}
}

func TestWhoMayConsult(t *testing.T) {
	asker, heard, other := crm.Org{ID: 1, Public: true}, crm.Org{ID: 2, Public: true}, crm.Org{ID: 3, Public: true}
	c := crm.Consultation{Org: asker, Heard: []crm.Heard{{Org: heard}}}
	for _, x := range []struct {
		who         crm.Person
		see, manage bool
	}{
		{crm.Person{Org: asker, Role: crm.Secretariat, Active: true}, true, true},
		{crm.Person{Org: asker, Role: crm.Caseworker, Active: true}, true, false},
		{crm.Person{Org: heard, Role: crm.Manager, Active: true}, true, false},
		{crm.Person{Org: other, Role: crm.Administrator, Active: true}, false, false},
		{crm.Person{Org: heard, Role: crm.Manager}, false, false},
		{crm.Person{Org: asker, Role: crm.Manager}, false, false},
	} {
		if c.CanSee(x.who) != x.see || c.CanManage(x.who) != x.manage {
			t.Errorf("%+v: sees %v, manages %v", x.who, c.CanSee(x.who), c.CanManage(x.who))
		}
	}
}
