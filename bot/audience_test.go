package bot

import (
	"testing"

	"samspil/internal/crm"
)

// A workspace without an organisation of its own: whoever is in it can read a public channel.
func TestPublicChannelOfStrangers(t *testing.T) {
	s, m := newStaff()
	delete(s.workspaces, "T") // samspil workspace set was never run, or without --org: strangers must ask for access
	room := rooms{members: []string{"UANNA"}}
	room.info.IsMember = true // and public
	a, err := Readers{room, m}.Audience(t.Context(), crm.Person{Team: "T"}, "C1")
	if a.Certain() {
		t.Errorf("UNEW, of whom nobody knows for whom she speaks, is a full member of T and reads C1: %+v %v", a, err)
	}
}

// Somebody whose access was closed, and who is still in the workspace, reads a public channel.
func TestPublicChannelWithClosedAccess(t *testing.T) {
	s, m := newStaff()
	s.people["TUOLD"] = crm.Person{ID: 5, Name: "Olga", Org: crm.Org{ID: 8}, Active: false}
	s.accounts["UOLD"] = s.accounts["UANNA"]
	room := rooms{members: []string{"UANNA", "UOLD"}}
	room.info.IsMember, room.info.IsPrivate = true, true
	a, err := Readers{room, m}.Audience(t.Context(), crm.Person{Team: "T"}, "C1")
	if err != nil || a.Certain() {
		t.Fatalf("in a private channel: %+v %v", a, err)
	}
	room.info.IsPrivate, room.members = false, []string{"UANNA"}
	if a, err = (Readers{room, m}).Audience(t.Context(), crm.Person{Team: "T"}, "C1"); err == nil && a.Certain() {
		t.Errorf("in a public one she reads along: %+v", a)
	}
}
