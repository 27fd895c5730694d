package main

import (
	"strings"
	"testing"

	"samspil/bot/slackfake"
	"samspil/internal/text"
)

// TestSharedChannel has readers in the channel for whom nobody can vouch: a person of another workspace, and a guest.
func TestSharedChannel(t *testing.T) {
	s := inSlack(t, text.English, false)
	s.srv.Workspace("T0FAR", "Far away")
	far := s.srv.AddUser(slackfake.Person{ID: "U0FAR", Team: "T0FAR", Name: "fie"})
	guest := s.srv.AddUser(slackfake.Person{ID: "U0GUEST", Team: s.anna.Team, Name: "gert", Restricted: true})
	mixed := s.srv.AddChannel(s.anna.Team, "mixed", s.anna, s.bo).Private().InviteBot()
	shares := func() *slackfake.Message {
		s.anna.Presses(s.anna.Types(mixed, "/check 99001941").Message(), "Share here")
		return s.srv.WaitMessage(slackfake.OnlyTo(s.anna))
	}
	preview := shares()
	mixed.ConnectTo("T0FAR").Join(far)
	s.anna.Presses(preview, "Share in the channel")
	refused(t, s.srv.WaitMessage(slackfake.OnlyTo(s.anna)), "Some in this channel belong to no organisation that I know (1)")

	mixed.Join(guest)
	refused(t, shares(), "(2)")
	mixed.Leave(far.ID).Leave(guest.ID)
	s.anna.Presses(shares(), "Share in the channel")
	s.srv.WaitMessage(slackfake.OnlyTo(s.anna), slackfake.Saying("✅ Shared in the channel"))
	shared := s.srv.WaitMessage(slackfake.In(mixed), slackfake.Public())
	if strings.Contains(shared.String(), "Note:") {
		t.Errorf("a note is shared:\n%s", shared)
	}

	mixed.Join(far).Join(guest)
	far.Presses(shared, "Check for yourself")
	refused(t, s.srv.WaitMessage(slackfake.OnlyTo(far)), "Dit arbejdsområde bruger ikke Samspil")
	guest.Presses(shared, "Check for yourself")
	refused(t, s.srv.WaitMessage(slackfake.OnlyTo(guest)), "gæst")
}

func refused(t *testing.T, m *slackfake.Message, want string) {
	t.Helper()
	if !strings.Contains(m.String(), want) || strings.Contains(m.String(), "Ærø") {
		t.Errorf("instead of %q it says\n%s", want, m)
	}
}
