package console_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"go.uber.org/goleak"

	"samspil/bot"
	"samspil/bot/console"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var people = []console.Person{
	{Name: "Anna Holm", Team: "T0DEMO", User: "UANNA"},
	{Name: "Bo Krag", Team: "T0DEMO", User: "UBO"},
	{Name: "Bob Reed", Team: "T0DEMO", User: "UBOB", Lang: text.English},
}

type directory struct{}

func (directory) Person(_ context.Context, team, user string) (crm.Person, error) {
	for i, p := range people {
		if p.User == user {
			return crm.Person{ID: int64(i + 1), Team: team, User: user, Name: p.Name, Lang: p.Lang, Active: true}, nil
		}
	}
	return crm.Person{}, crm.Errorf(crm.NotFound, text.New("ukendt", "unknown"))
}

// world is a bot with one feature that shows what the console can show, and what it was asked.
type world struct {
	asked []commands.Request
}

func (w *world) bot() *bot.Bot {
	visit := commands.Feature{
		Name: "visit", Words: []string{"visit", "besoeg"}, Handle: w.visit,
		Examples: []text.Text{text.New("/besoeg planlæg Ærø", "/visit plan Ærø")},
		Actions:  map[string]commands.Handler{"undo": w.undo, "share": w.share},
		Forms:    map[string]commands.Handler{"form": w.submit},
	}
	help := commands.Feature{Name: "samspil", Words: []string{"samspil"}, Handle: w.say("hjælp")}
	return bot.New(bot.Options{People: directory{}, Features: []commands.Feature{visit, help},
		Log: slog.New(slog.DiscardHandler), NewID: func() string { return "REQ1" }})
}

func (w *world) say(s string) commands.Handler {
	return func(_ context.Context, r commands.Request) (commands.Reply, error) {
		w.asked = append(w.asked, r)
		return commands.Sentence(s + " " + r.Text), nil
	}
}

func (w *world) visit(_ context.Context, r commands.Request) (commands.Reply, error) {
	w.asked = append(w.asked, r)
	switch r.Text {
	case "":
		return commands.Reply{View: form(r)}, nil
	case "fejl":
		return commands.Reply{}, crm.Errorf(crm.NotFound, text.New("Den findes ikke.", "It does not exist."))
	case "panik":
		panic("boom")
	}
	reply := commands.NewPage().Lead("Noteret & <gemt>").Para(r.Text).Buttons(
		commands.Button{ID: "visit.undo", Value: "14", Label: "Fortryd"},
		commands.Button{ID: "visit.share", Value: "14", Label: "Del her"}).Reply()
	reply.Understood = commands.Understood{Intent: "visit.log"}
	return reply, nil
}

func (w *world) undo(_ context.Context, r commands.Request) (commands.Reply, error) {
	w.asked = append(w.asked, r)
	reply := commands.Sentence("Fortrudt.")
	reply.Replace = true
	return reply, nil
}

func (w *world) share(_ context.Context, r commands.Request) (commands.Reply, error) {
	w.asked = append(w.asked, r)
	reply := commands.Sentence("Delt.")
	reply.Public = true
	return reply, nil
}

func (w *world) submit(_ context.Context, r commands.Request) (commands.Reply, error) {
	w.asked = append(w.asked, r)
	switch note := strings.Join(r.Values["note"], ""); note {
	case "for lang":
		return commands.Reply{Errors: map[string]string{"note": "Noten er for lang."}}, nil
	case "væk":
		return commands.Reply{}, errors.New("gone")
	}
	return commands.Sentence("Gemt."), nil
}

func form(r commands.Request) *slack.ModalViewRequest {
	return commands.Form{ID: "visit.form", Title: "Log et besøg", Submit: "Gem", Metadata: "m1", Intro: "Udfyld det, du ved.",
		Fields: []commands.Field{
			{Name: "company", Label: "Virksomhed", Required: true, Values: []string{"Ærø"}},
			{Name: "date", Label: "Dato", Kind: commands.FieldDate},
			{Name: "time", Label: "Tid", Kind: commands.FieldClock},
			{Name: "seats", Label: "Antal", Kind: commands.FieldNumber},
			{Name: "channel", Label: "Kanal", Kind: commands.FieldOne, Values: []string{"visit"}, Options: []commands.Option{
				{Value: "visit", Label: "besøg"}, {Value: "phone", Label: "telefon"}}},
			{Name: "purpose", Label: "Formål", Kind: commands.FieldMany, Options: []commands.Option{
				{Value: "recruitment", Label: "rekruttering"}, {Value: "upskilling", Label: "opkvalificering"}}},
			{Name: "told", Label: "Orienteret", Kind: commands.FieldTick, Options: []commands.Option{{Value: "told", Label: "Personen ved det"}}},
			{Name: "note", Label: "Note", Kind: commands.FieldLong, MaxRunes: 20, Hint: "Kort"},
		}}.View(r.Lang)
}

var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// run types the lines into a console and gives what it printed.
func (w *world) run(t *testing.T, lines string, change ...func(*console.Options)) (out, errOut string, err error) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	o := console.Options{In: strings.NewReader(lines), Out: &stdout, Err: &stderr, Bot: w.bot(), People: people, Now: monday}
	for _, c := range change {
		c(&o)
	}
	err = console.Run(t.Context(), o)
	return stdout.String(), stderr.String(), err
}

func asJSON(o *console.Options)      { o.JSON = true }
func interactive(o *console.Options) { o.Interactive = true }
