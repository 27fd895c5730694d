package console_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/bot/console"
	"samspil/internal/text"
)

func TestConversation(t *testing.T) {
	got, _, err := (&world{}).run(t, `# a remark

/visit 99000007 010203-1234
:press del
:press 1
:press 1
:as Bob
/visit fejl
:as bo krag
hej
:quit
hej igen
`)
	want := `> /visit 99000007 [CPR]
Noteret & <gemt>

99000007 [CPR]

[1] Fortryd  [2] Del her
(Et CPR-nummer blev skjult, før noget blev gemt. Slet selv din besked, hvis andre kan se den.)

> :press del
(delt i #samspil, hvor alle i kanalen kan se det)
Delt.

> :press 1
(beskeden ovenfor lyder nu)
Fortrudt.

> :press 1
! Der er ingen knapper at trykke på lige nu.
> :as Bob
(you are now Bob Reed)
> /visit fejl
It does not exist.

> :as bo krag
(du er nu Bo Krag)
> hej
hjælp hej

> :quit
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !errors.Is(err, console.ErrDirective) {
		t.Errorf("the run ended with %v", err)
	}
}

func TestBotErrorsAreNoDirectiveErrors(t *testing.T) {
	if _, _, err := (&world{}).run(t, "/visit fejl\n/visit panik\n"); err != nil {
		t.Error(err)
	}
}

func TestDirectivesThatAreWrong(t *testing.T) {
	unwrapped := strings.NewReplacer("\n  ", " ")
	for line, says := range map[string]string{
		":vrøvl x":            ":as, :channel",
		":as":                 "Anna Holm, Bo Krag, Bob Reed",
		":as Carla":           "\"Carla\"",
		":as 010203-1234":     "Vælg en af disse",
		":press 1":            "ingen knapper",
		":submit":             "ingen åben formular",
		":cancel":             "ingen åben formular",
		":set note=x":         "ingen åben formular",
		":now i går":          "2026-11-23 10:00",
		":lang sv":            "da for dansk",
		":channel":            "uden mellemrum",
		":channel to ord":     "uden mellemrum",
		"/visit x\n:press 3":  "[1] Fortryd  [2] Del her",
		"/visit x\n:press q":  "[1] Fortryd  [2] Del her",
		"/visit x\n:press ":   "[1] Fortryd  [2] Del her",
		"/visit\n:set x=1":    "company, date, time",
		"/visit\n:set note":   "felt=værdi",
		"/visit\n:set":        "felt=værdi",
		"/visit\n:set a=\"b":  "felt=værdi",
		"/visit\n:set a=b c ": "felt=værdi",
	} {
		out, _, err := (&world{}).run(t, line+"\n")
		if !errors.Is(err, console.ErrDirective) || !strings.Contains(out, "\n! ") || !strings.Contains(unwrapped.Replace(out), says) {
			t.Errorf("%q: %v, %s", line, err, out)
		}
		if strings.Contains(out, "010203-1234") {
			t.Errorf("%q shows a CPR number: %s", line, out)
		}
		out, errOut, _ := (&world{}).run(t, line+"\n", asJSON)
		if !strings.Contains(unwrapped.Replace(errOut), says) || strings.Contains(out, "! ") {
			t.Errorf("%q in JSON mode: %q and %q", line, out, errOut)
		}
	}
}

func TestClockChannelAndLanguage(t *testing.T) {
	w := &world{}
	out, _, err := w.run(t, ":now 2026-12-24 18:00\n:channel #jul\n:lang en\n/visit x\n:now 2026-06-01T08:00:00Z\n/visit y\n:help\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := w.asked[0]; got.Now.UTC().String() != "2026-12-24 17:00:00 +0000 UTC" || got.Channel != "jul" || got.Lang != text.English {
		t.Errorf("the feature got %+v", got)
	}
	if got := w.asked[1]; got.Now.UTC().String() != "2026-06-01 08:00:00 +0000 UTC" {
		t.Errorf("the clock stands at %s", got.Now)
	}
	for _, want := range []string{"uret står nu på 24. dec. 2026 kl. 18.00", "• :submit: send the open form"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in %s", want, out)
		}
	}
}

func TestJSON(t *testing.T) {
	out, _, err := (&world{}).run(t, "/visit a <b>\u202e\u009b2J\n:press 2\n/visit fejl\n/visit\n:set note=\"for lang\"\n:submit\n", asJSON)
	if err != nil || strings.ContainsAny(out, "\u202e\u009b\x1b") {
		t.Fatalf("%v, %q", err, out)
	}
	type object struct {
		Command    string
		To         string
		Ephemeral  bool
		Text       string
		Blocks     []any
		View       *struct{ Callback_ID string }
		Errors     map[string]string
		Error      *string
		Understood *struct {
			Intent string
			Slots  map[string]any
		}
	}
	var got []object
	for line := range strings.Lines(out) {
		var o object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		got = append(got, o)
	}
	if len(got) != 5 {
		t.Fatalf("%d objects", len(got))
	}
	first := got[0]
	if first.Command != "/visit a <b>2J" || first.To != "Anna Holm" || !first.Ephemeral || first.Error != nil || len(first.Blocks) != 3 ||
		first.Text != "Noteret &amp; &lt;gemt&gt;\na &lt;b&gt;2J" || first.Understood.Intent != "visit.log" || first.Understood.Slots == nil {
		t.Errorf("the receipt is %+v", first)
	}
	if share := got[1]; share.To != "samspil" || share.Ephemeral || share.Understood != nil {
		t.Errorf("the shared one is %+v", share)
	}
	if failed := got[2]; failed.Error == nil || *failed.Error != "Den findes ikke." {
		t.Errorf("the error is %+v", failed)
	}
	if opened := got[3]; opened.View == nil || opened.View.Callback_ID != "visit.form" || opened.Blocks == nil {
		t.Errorf("the form is %+v", opened)
	}
	if refused := got[4]; refused.Command != ":submit" || refused.Errors["note"] != "Noten er for lang." {
		t.Errorf("the refused form is %+v", refused)
	}
}

func TestNothingFromTheDataMovesTheCursor(t *testing.T) {
	out, _, _ := (&world{}).run(t, "/visit x \x1b[2J\u009b31m\u202eabc\x07\n:as \x1b]0;x\x07\n:press \x1b[1m\n")
	for _, r := range out {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e) {
			t.Errorf("%q is in %q", r, out)
		}
	}
}

func TestLongLines(t *testing.T) {
	w := &world{}
	out, _, err := w.run(t, "/visit "+strings.Repeat("a", 1<<20)+"\n/visit b\n/visit c")
	if !errors.Is(err, console.ErrDirective) || len(w.asked) != 2 || !strings.Contains(out, "sprunget over") {
		t.Errorf("%v, %d asked: %.300s", err, len(w.asked), out)
	}
	out, _, _ = w.run(t, "/visit "+strings.Repeat("a", 20_000)+"\n")
	if !strings.Contains(out, "20.000 tegn") || len(w.asked) != 2 {
		t.Errorf("20,000 letters: %.300s", out)
	}
}

// shut is an output that takes one thing and then no more.
type shut struct{ left int }

func (s *shut) Write(b []byte) (int, error) {
	if s.left--; s.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

func TestNothingIsDoneThatCannotBeTold(t *testing.T) {
	w := &world{}
	_, _, err := w.run(t, "/visit a\n/visit b\n/visit c\n", asJSON, func(o *console.Options) { o.Out = &shut{left: 1} })
	if !errors.Is(err, io.ErrClosedPipe) || len(w.asked) != 2 {
		t.Errorf("%v after %d requests", err, len(w.asked))
	}
}

func TestStopping(t *testing.T) {
	in, feed := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() {
		ended <- console.Run(ctx, console.Options{In: in, Out: io.Discard, Err: io.Discard, Bot: (&world{}).bot(), People: people})
	}()
	io.WriteString(feed, "/visit x\n") // returns when it is read
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	feed.Close() // lets the reader go
}

func TestUnknownStartPerson(t *testing.T) {
	_, _, err := (&world{}).run(t, "", func(o *console.Options) { o.As = "carla" })
	if err == nil || !strings.Contains(err.Error(), "Anna Holm, Bo Krag") {
		t.Error(err)
	}
	w := &world{}
	if _, _, err := w.run(t, "/visit x\n", func(o *console.Options) { o.As = "ubo" }); err != nil || w.asked[0].Person.Name != "Bo Krag" {
		t.Error(err, w.asked)
	}
}
