package main

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"

	"samspil/bot"
	"samspil/internal/demo"
	"samspil/internal/register/virkstub"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// TestUnknownNumbersAreAskedOfTheRegister checks a company that only the distributor knows, one that nobody knows, and one
// while the distributor does not answer: then the answer says since when, and a name is still found.
func TestUnknownNumbersAreAskedOfTheRegister(t *testing.T) {
	st, _ := storetest.SQLite(t)
	now := when.MustISO("2026-11-23").At(10, 0)
	if err := demo.Seed(t.Context(), st, now); err != nil {
		t.Fatal(err)
	}
	stub, quiet := virkstub.Start(t), slog.New(slog.DiscardHandler)
	first, _, _ := bytes.Cut(virkstub.Register, []byte("\n"))
	stub.Add(bytes.ReplaceAll(bytes.ReplaceAll(first, []byte("99000007"), []byte("99040009")), []byte("Lolland Beton"), []byte("Langeland Beton")))
	search, stop, err := startNames(context.Background(), st, config{VirkURL: stub.URL, VirkUser: virkstub.User, VirkPassword: virkstub.Password}, "", quiet)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	awaitNames(t.Context(), search)
	samspil := bot.New(bot.Options{People: st, Features: features(st, everybody{st}, search, nil), Log: quiet})
	check := func(words string) string {
		in := bot.Inbound{Team: demo.Team, User: "U0ANNA", Kind: bot.Command, Command: "/check", Text: words, Now: now, Lang: text.English}
		return samspil.Handle(t.Context(), in).Reply.Text
	}
	if said := check("99040009"); !strings.Contains(said, "Langeland Betonelementer A/S") || !strings.Contains(said, "No completed contacts") {
		t.Errorf("a company the distributor has: %s", said)
	}
	if _, err := st.CompanyByCVR(t.Context(), "99040009"); err != nil {
		t.Errorf("it was not saved: %v", err)
	}
	if said := check("99999993"); !strings.Contains(said, "no company with CVR number 99999993") {
		t.Errorf("nobody has it: %s", said)
	}
	stub.Fail(virkstub.HTML(502), virkstub.HTML(502), virkstub.HTML(502))
	if said := check("99010010"); !strings.Contains(said, "has not answered since") {
		t.Errorf("while the distributor is down: %s", said)
	}
	if said := check("loland betonelemnter"); !strings.Contains(said, "Lolland Betonelementer A/S") {
		t.Errorf("a misspelt name meanwhile: %s", said)
	}
}
