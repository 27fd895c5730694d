package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samspil/bot/slackfake"
	"samspil/internal/document/documenttest"
	"samspil/internal/text"
	"samspil/internal/timing"
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
	shown := s.card(20 * time.Second)
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

// TestFilesInSlack reads documents as they are uploaded.
func TestFilesInSlack(t *testing.T) {
	preparePDF(t)
	t.Run("several files", severalFiles)
	t.Run("twenty pages", twentyPagesInTime)
}

// severalFiles makes one card of a PDF, a DOCX and an ODT, each of which says something of its own.
func severalFiles(t *testing.T) {
	s := inSlack(t, text.Danish, false)
	pdf := documenttest.NewPDF().Page(documenttest.Lines("Projekttitel: Kranførere til havnen", "Ansøger: Fiktiv Havneskole")).Bytes()
	docx := documenttest.DOCX(`<w:p><w:r><w:t>Ansøgt beløb: 2.750.000 kr.</w:t></w:r></w:p><w:p><w:r><w:t>Projektperiode: 1. januar 2027 – 31. december 2028</w:t></w:r></w:p>`, nil)
	odt := documenttest.ODT("", `<text:p>Projektet uddanner 64 ledige i Vordingborg Kommune.</text:p>`, nil)
	var ids []string
	for name, content := range map[string][]byte{"ansøgning.pdf": pdf, "budget.docx": docx, "bilag.odt": odt} {
		ids = append(ids, s.srv.AddFile(slackfake.File{Name: name, User: s.bo.ID, Content: content}).ID)
	}
	s.bo.Types(s.channel, "/projekt")
	form := s.srv.NextView(s.bo)
	s.bo.Fills(form, slackfake.Fields{"files": ids})
	s.bo.Submits(form)
	shown := s.card(20 * time.Second)
	for _, want := range []string{"Kranførere til havnen", "Fiktiv Havneskole", "2.750.000 kr.", "1. jan. 2027", "64", "Vordingborg", "(ansøgning.pdf, side 1)", "(budget.docx, side 1)", "(bilag.odt, side 1)"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the card lacks %q:\n%s", want, shown)
		}
	}
}

// twentyPagesInTime: the card of an application of twenty pages is there in time, the form's closing included.
func twentyPagesInTime(t *testing.T) {
	most := 10 * time.Second
	if timing.Raced {
		most = 24 * time.Second // all the time there is for anything
	}
	s := inSlack(t, text.Danish, false)
	file := s.srv.AddFile(slackfake.File{Name: "ansøgning.pdf", User: s.bo.ID, Content: twentyPages()})
	s.bo.Types(s.channel, "/projekt")
	form := s.srv.NextView(s.bo)
	s.bo.Fills(form, slackfake.Fields{"files": []string{file.ID}})
	begin := time.Now()
	s.bo.Submits(form)
	shown := s.card(most)
	took := time.Since(begin)
	if !strings.Contains(shown, "4.200.0") {
		t.Errorf("no amount is shown:\n%s", shown)
	}
	if took > most {
		t.Errorf("it took %v", took)
	}
	t.Log("20 pages in", took.Round(time.Millisecond))
}

// card is what Bo sees once the card is there: reading may take longer than the form waits.
func (s teller) card(within time.Duration) string {
	s.Helper()
	for until := time.Now().Add(within); ; time.Sleep(50 * time.Millisecond) {
		if shown := s.srv.Transcript(s.bo); strings.Contains(shown, "Kladden er gemt") || time.Now().After(until) {
			return shown
		}
	}
}

// preparePDF has documents read by the program as it is built, with the reader of PDF prepared, as it is where the program
// is installed: the tests' own program may be ten times as slow, and each file would wait for the reader.
func preparePDF(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	program := filepath.Join(folder, "program")
	run := func(args ...string) {
		if out, err := exec.CommandContext(t.Context(), args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v: %s", args, err, out)
		}
	}
	run("go", "build", "-o", program, ".")
	t.Setenv("XDG_CACHE_HOME", folder) // not before: the compiler's own cache lies there too
	run(program, "extract", "--warm")
	before := self
	self = func() (string, error) { return program, nil }
	t.Cleanup(func() { self = before })
}
