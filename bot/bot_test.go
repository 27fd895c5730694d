package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// fails makes the visit feature fail in that way.
func fails(h commands.Handler) func(*commands.Feature) {
	return func(f *commands.Feature) { f.Handle = h }
}

func TestStrangersAreTurnedAwayKindly(t *testing.T) {
	for user, words := range map[string]string{"UNEW": "Bed din administrator", "UGONE": "Spørg din administrator"} {
		r := newRig()
		in := command("/visit", "x")
		in.User = user
		out := r.Handle(t.Context(), in)
		if len(r.asked) > 0 || !crm.IsKind(out.Err, crm.Forbidden) || !strings.Contains(out.Reply.Text, words) {
			t.Errorf("%s: %+v", user, out)
		}
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct {
		user, locale string
		wish         text.Lang
		want         text.Lang
	}{
		{"UANNA", "", "", text.Danish},
		{"UANNA", "en-GB", "", text.English},
		{"UANNA", "de-DE", "", text.Danish},
		{"UBOB", "da-DK", "", text.English},
		{"UBOB", "en-GB", text.Danish, text.Danish},
		{"UNEW", "en-US", "", text.English},
	}
	for _, tt := range tests {
		in := command("/visit", "x")
		in.User, in.Locale, in.Lang = tt.user, tt.locale, tt.wish
		if out := newRig().Handle(t.Context(), in); out.Lang != tt.want {
			t.Errorf("%+v: answered in %q", tt, out.Lang)
		}
	}
}

func TestErrors(t *testing.T) {
	gone := text.New("%s findes ikke.", "%s does not exist.")
	tests := []struct {
		name    string
		handle  commands.Handler
		says    string
		outcome string
		level   string
		logged  string
	}{
		{"one that may be shown", func(context.Context, commands.Request) (commands.Reply, error) {
			return commands.Reply{}, fmt.Errorf("visit: %w", crm.Errorf(crm.NotFound, gone, "Ærø"))
		}, "Ærø findes ikke.", "not found", "INFO", ""},
		{"one with its cause", func(context.Context, commands.Request) (commands.Reply, error) {
			return commands.Reply{}, crm.Errorf(crm.Unavailable, gone, "CVR").Because(errors.New("dial refused"))
		}, "CVR findes ikke.", "unavailable", "WARN", "dial refused"},
		{"any other", func(context.Context, commands.Request) (commands.Reply, error) {
			return commands.Reply{}, errors.New("disk full")
		}, "REQ1", "failed", "ERROR", "disk full"},
		{"a panic", func(context.Context, commands.Request) (commands.Reply, error) { panic("boom") },
			"REQ1", "panic", "ERROR", "bot_test.go"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRig(fails(tt.handle))
			out := r.Handle(t.Context(), command("/visit", "hemmelig besked"))
			if out.Err == nil || out.Reply.Text != out.Err.In(text.Danish) || !strings.Contains(out.Reply.Text, tt.says) || len(out.Reply.Blocks) != 1 {
				t.Errorf("the person is told %+v", out.Reply)
			}
			line := r.log.String()
			for _, want := range []string{"level=" + tt.level, "request=REQ1", "feature=visit", "kind=command", "person=7", "org=JC-360", tt.logged} {
				if !strings.Contains(line, want) {
					t.Errorf("the log lacks %q: %s", want, line)
				}
			}
			if strings.Count(line, "\n") != 1 || strings.Contains(line, "hemmelig") {
				t.Errorf("the log says %s", line)
			}
			if !strings.Contains(line, "outcome="+tt.outcome) && !strings.Contains(line, fmt.Sprintf("outcome=%q", tt.outcome)) {
				t.Errorf("the log lacks outcome %q: %s", tt.outcome, line)
			}
		})
	}
}

func TestCPRNumbersAreMaskedAndSaid(t *testing.T) {
	const cpr = "010203-1234"
	r := newRig()
	out := r.Handle(t.Context(), command("/visit", "Mette 0102\u200b03-1234 ringede"))
	if got := r.asked[0]; strings.Contains(got.Text, cpr) || got.Masked != 1 || out.Masked != 1 {
		t.Errorf("the feature got %+v", got)
	}
	if last := out.Reply.Blocks[len(out.Reply.Blocks)-1]; last.BlockType() != "context" {
		t.Errorf("the last block is %s", last.BlockType())
	}
	if want := "visit answers\nEt CPR-nummer blev skjult, før noget blev gemt. Slet selv din besked, hvis andre kan se den."; out.Reply.Text != want {
		t.Errorf("said %q", out.Reply.Text)
	}

	in := anna(bot.Submit)
	in.Callback, in.Values = "visit.form", map[string][]string{"note": {cpr}, "more": {cpr}}
	out = r.Handle(t.Context(), in)
	if got := r.asked[1]; got.Masked != 2 || got.Values["note"][0] == cpr || strings.Contains(out.Reply.Text, "Slet") {
		t.Errorf("the form gave %+v and said %q", got, out.Reply.Text)
	}
}

func TestLength(t *testing.T) {
	r := newRig()
	if out := r.Handle(t.Context(), command("/visit", strings.Repeat("å", bot.TextLimit))); out.Err != nil {
		t.Errorf("a text of the limit: %v", out.Err)
	}
	out := r.Handle(t.Context(), command("/visit", strings.Repeat("å", bot.TextLimit+1)))
	if len(r.asked) != 1 || !strings.Contains(out.Reply.Text, "12.001 tegn") {
		t.Errorf("a longer one: %q", out.Reply.Text)
	}
	in := anna(bot.Submit)
	in.Callback, in.Values = "visit.form", map[string][]string{"note": {strings.Repeat("å", bot.TextLimit+1)}}
	if out := r.Handle(t.Context(), in); len(r.asked) != 1 || out.Err != nil || out.Reply.Errors["note"] == "" {
		t.Errorf("a form with a longer one: %+v", out)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\td\x00e":           "a\nb c de",
		"\x1b[31mrød\x1b[0m\u009b":    "[31mrød[0m",
		"abc\u202edef\u2066g\u2069":   "abcdefg",
		"0102\u200b03\ufeff-1\u00ad2": "010203-12",
		"hej\U000E0041\U000E0042":     "hej",
		"bad\xff\xfe!":                "bad\uFFFD!",
		"A\u030a og a\u200d\u030a":    "Å og å",
		"12\u00a0345\u2028x":          "12 345\nx",
		"ok 👍\ufe0f":                  "ok 👍\ufe0f",
	} {
		if got := bot.Clean(in); got != want {
			t.Errorf("Clean(%q) is %q, not %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\r\n\u202e\x1b")
	f.Fuzz(func(t *testing.T, s string) {
		once := bot.Clean(s)
		if strings.ContainsAny(once, "\r\t\x00\x1b\u202e\u200b") {
			t.Errorf("left in: %q", once)
		}
		if again := bot.Clean(once); again != once {
			t.Errorf("cleaned twice: %q, once %q", again, once)
		}
	})
}

// asks notes who asked for access, and what the administrator was sent.
type asks map[string]string

func (a asks) AskAccess(_ context.Context, team, user, name string, _ time.Time, jobs ...crm.Job) (crm.AccessRequest, bool, error) {
	_, before := a[team+user]
	a[team+user] = name
	for _, j := range jobs {
		a["sent"] = string(j.Payload)
	}
	return crm.AccessRequest{}, !before, nil
}

func (asks) Administrators(_ context.Context, team string) ([]crm.Person, error) {
	return []crm.Person{{Team: team, User: "UADMIN", Lang: text.English}}, nil
}

func (asks) Workspace(_ context.Context, team string) (crm.Workspace, error) {
	if team != "T" {
		return crm.Workspace{}, crm.Errorf(crm.NotFound, text.New("nej", "no"))
	}
	return crm.Workspace{Team: team}, nil
}

// profile is the name on everybody's profile.
type profile string

func (p profile) Name(context.Context, string, string) (string, bool) { return string(p), true }

func TestStrangersMayAskForAccess(t *testing.T) {
	r, asked := newRig(), asks{}
	b := bot.New(bot.Options{People: everybody, Access: asked, Features: r.Features(), Log: slog.New(slog.NewTextHandler(&r.log, nil))})
	in := command("/visit", "x")
	in.User, in.Name = "UNEW", "Nina\u202e Ny 311299-0000"
	out := b.Handle(t.Context(), in)
	if raw, _ := json.Marshal(out.Reply.Blocks); !crm.IsKind(out.Err, crm.Forbidden) || !strings.Contains(string(raw), `"samspil.ask"`) || len(asked) > 0 {
		t.Fatalf("%v %s", out.Err, raw)
	}
	in.Kind, in.Action = bot.Action, "samspil.ask"
	for _, want := range []string{"kan nu se", "allerede bedt"} {
		if out := b.Handle(t.Context(), in); out.Err != nil || !strings.Contains(out.Reply.Text, want) {
			t.Errorf("%v %s, want %q", out.Err, out.Reply.Text, want)
		}
	}
	if sent := asked["sent"]; !strings.Contains(sent, "Nina Ny [CPR] asks for access") || !strings.Contains(sent, "UADMIN") || !strings.Contains(sent, "samspil.access") {
		t.Errorf("the administrator is sent %s", sent)
	}
	profiled := bot.New(bot.Options{People: everybody, Access: asked, Names: profile("Nina Nyland"), Features: r.Features(), Log: slog.New(slog.DiscardHandler)})
	other := in
	other.User, other.Name = "UPROFILE", "nny"
	if out := profiled.Handle(t.Context(), other); out.Err != nil || asked["TUPROFILE"] != "Nina Nyland" {
		t.Errorf("%v, asked as %q", out.Err, asked["TUPROFILE"])
	}
	elsewhere := in
	elsewhere.Team, elsewhere.User = "TOTHER", "UFAR"
	if out := b.Handle(t.Context(), elsewhere); !crm.IsKind(out.Err, crm.Forbidden) || !strings.Contains(out.Reply.Text, "arbejdsområde bruger ikke") || asked["TOTHERUFAR"] != "" {
		t.Errorf("somebody of a workspace without the program: %v %s", out.Err, out.Reply.Text)
	}
	if asked["TUNEW"] != "Nina Ny [CPR]" || len(r.asked) > 0 {
		t.Errorf("asked as %q, and features %d times", asked["TUNEW"], len(r.asked))
	}
}
