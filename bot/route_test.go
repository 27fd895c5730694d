package bot_test

import (
	"log/slog"
	"testing"

	"samspil/bot"
	"samspil/commands"
)

func TestRoute(t *testing.T) {
	action := anna(bot.Action)
	action.Action, action.Value = "check.undo", "14"
	submit := anna(bot.Submit)
	submit.Callback = "visit.form"
	tests := []struct {
		name    string
		in      bot.Inbound
		feature string
		command string
		text    string
	}{
		{"a command", command("/visit", "99000007 i går"), "visit", "visit", "99000007 i går"},
		{"in capitals", command("/VISIT", ""), "visit", "visit", ""},
		{"in Danish letters", command("/besøg", "x"), "visit", "besøg", "x"},
		{"in Danish letters, decomposed", command("/Tjek", "a\u030a"), "check", "tjek", "å"},
		{"with a plain letter", command("/besog", "x"), "visit", "besog", "x"},
		{"with two letters", command("besoeg", "x"), "visit", "besoeg", "x"},
		{"a command inside /samspil", command("/samspil", "tjek 99000007"), "check", "tjek", "99000007"},
		{"with its slash", command("/samspil", "/besøg 99000007"), "visit", "besøg", "99000007"},
		{"help", command("/samspil", ""), "samspil", "samspil", ""},
		{"help on something", command("/samspil", "settings da"), "samspil", "samspil", "settings da"},
		{"an unknown command", command("/vist", "x y"), "samspil", "", "/vist x y"},
		{"a mention", sentence("<@U0BOT> tjek 99000007"), "check", "tjek", "99000007"},
		{"a mention with its name and a comma", sentence("<@U0BOT|samspil>, log besøg"), "visit", "log", "besøg"},
		{"a mention as people type it", sentence("@Samspil tjek: Ærø"), "check", "tjek", "Ærø"},
		{"a message with a slash", sentence("/check Ærø"), "check", "check", "Ærø"},
		{"the bot's own word", sentence("samspil tjek Ærø"), "check", "tjek", "Ærø"},
		{"a line end after the word", sentence("besøg\nÆrø"), "visit", "besøg", "Ærø"},
		{"a sentence that only begins like a word", sentence("besøgte ærø maskinfabrik i fredags"), "visit", "", "besøgte ærø maskinfabrik i fredags"},
		{"a sentence somebody just claims", sentence("<@U0BOT> hvem var der"), "check", "", "hvem var der"},
		{"a sentence nobody claims", sentence("god morgen"), "samspil", "", "god morgen"},
		{"a question mark", sentence("? x"), "samspil", "?", "x"},
		{"dots", sentence("... besøgte"), "visit", "", "... besøgte"},
		{"nothing", sentence(" "), "samspil", "", ""},
		{"a button", action, "check", "", ""},
		{"a form", submit, "visit", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRig()
			out := r.Handle(t.Context(), tt.in)
			if out.Err != nil || len(r.asked) != 1 {
				t.Fatalf("error %v, asked %d times", out.Err, len(r.asked))
			}
			req := r.asked[0]
			if r.by[0] != tt.feature || req.Command != tt.command || req.Text != tt.text {
				t.Errorf("%s got command %q, text %q", r.by[0], req.Command, req.Text)
			}
			if req.ID != "REQ1" || req.Now != noon || req.Person.ID != 7 || req.Channel != "C1" || req.Lang != "da" {
				t.Errorf("the request is %+v", req)
			}
		})
	}
}

func TestButtonsAndFormsCarryTheirs(t *testing.T) {
	r := newRig()
	in := anna(bot.Action)
	in.Action, in.Value = "visit.undo", "14"
	r.Handle(t.Context(), in)
	in = anna(bot.Submit)
	in.Callback, in.Metadata, in.Values = "visit.form", "m", map[string][]string{"note": {"a\r\nb\x1b[1m"}, "empty": nil}
	r.Handle(t.Context(), in)
	if got := r.asked[0]; got.Action != "undo" || got.Value != "14" {
		t.Errorf("the button gave %+v", got)
	}
	if got := r.asked[1]; got.Form != "form" || got.Metadata != "m" || got.Values["note"][0] != "a\nb[1m" {
		t.Errorf("the form gave %+v", got)
	}
}

func TestGoneButtonsAndForms(t *testing.T) {
	for _, id := range []string{"visit.gone", "gone.undo", "visit", "", "."} {
		r := newRig()
		action, submit := anna(bot.Action), anna(bot.Submit)
		action.Action, submit.Callback = id, id
		for _, in := range []bot.Inbound{action, submit} {
			if out := r.Handle(t.Context(), in); out.Err == nil || len(r.asked) > 0 || out.Reply.Text != out.Err.In("da") {
				t.Errorf("%s %q gave %+v", in.Kind, id, out)
			}
		}
	}
}

func TestNewRefusesAWrongList(t *testing.T) {
	r := &rig{}
	help := r.feature("samspil", []string{"samspil"}, nil)
	lists := map[string][]commands.Feature{
		"no help":             {r.feature("visit", []string{"visit"}, nil)},
		"two of a name":       {help, r.feature("visit", []string{"a"}, nil), r.feature("visit", []string{"b"}, nil)},
		"two of a word":       {help, r.feature("a", []string{"besøg"}, nil), r.feature("b", nil, []string{"Besoeg"})},
		"a dot in a name":     {help, r.feature("a.b", []string{"a"}, nil)},
		"no word":             {help, r.feature("a", nil, nil)},
		"no handler":          {help, {Name: "a", Words: []string{"a"}}},
		"a word of the help ": {help, r.feature("a", []string{"samspil"}, nil)},
	}
	for name, list := range lists {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it started")
				}
			}()
			bot.New(bot.Options{People: everybody, Features: list, Log: slog.Default()})
		})
	}
}

func TestFilesAlone(t *testing.T) {
	r := newRig(func(f *commands.Feature) { f.TakesFiles = true })
	in := sentence("")
	in.Files = []commands.File{{ID: "F1", Name: "ansøgning.pdf"}}
	if out := r.Handle(t.Context(), in); out.Reply.Text != "visit answers" {
		t.Errorf("files alone got %q", out.Reply.Text)
	}
	in.Files = nil
	if out := r.Handle(t.Context(), in); out.Reply.Text == "visit answers" {
		t.Error("nothing at all went to who takes files")
	}
}
