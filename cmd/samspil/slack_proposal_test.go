package main

import (
	"strings"
	"testing"

	"samspil/bot/slackfake"
	"samspil/internal/text"
)

// TestProposalInSlack is a proposal from the uploaded file to its registration, as a secretariat sees it.
func TestProposalInSlack(t *testing.T) {
	s := inSlack(t, text.Danish, false)
	const application = "Projekt: Hænder til broen\nAnsøger: Fiktiv Teknisk Skole\nAnsøgt beløb: 1,5 mio. kr.\nSamlet budget: 3.000.000 kr.\nProjektet giver 80 ledige i Lolland Kommune AMU-kurser i svejsning.\nKontakt: 010203-1234\n"
	good := s.srv.AddFile(slackfake.File{Name: "ansøgning <!channel>.txt", MimeType: "text/plain", User: s.bo.ID, Content: []byte(application)})
	bad := s.srv.AddFile(slackfake.File{Name: "gammel.doc", MimeType: "application/msword", User: s.bo.ID, Content: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old")})

	s.bo.Types(s.channel, "/projekt")
	form := s.srv.NextView(s.bo)
	s.bo.Fills(form, slackfake.Fields{"files": []string{good.ID, bad.ID}})
	s.bo.Submits(form)
	shown := s.srv.Transcript(s.bo)
	for _, want := range []string{"Hænder til broen", "Fiktiv Teknisk Skole", "1.500.000 kr.", "gammel.doc"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the card lacks %q:\n%s", want, shown)
		}
	}
	for _, never := range []string{"010203", "!channel>"} {
		if strings.Contains(shown, never) {
			t.Errorf("the card holds %q", never)
		}
	}
}
