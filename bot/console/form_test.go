package console_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/bot/console"
)

func TestForm(t *testing.T) {
	w := &world{}
	got, _, err := w.run(t, `/visit
:set date=2026-11-20 time=09:30 note="to \"linjer\"\nher"
:set channel=Telefon purpose="opkvalificering, recruitment" told=ja seats=12
:submit
`)
	if err != nil {
		t.Fatal(err)
	}
	want := `> /visit
Log et besøg
============
Udfyld det, du ved.

Virksomhed (company, skal udfyldes): Ærø
Dato (date): (tom)
Tid (time): (tom)
Antal (seats): (tom)
Kanal (channel): besøg
  Vælg en: besøg; telefon
Formål (purpose): (tom)
  Vælg en eller flere: rekruttering; opkvalificering
Orienteret (told): (tom)
  Vælg en eller flere: Personen ved det
Note (note): (tom)
  (Kort)

(skriv :set felt=værdi for at rette, :submit for at sende [Gem], :cancel for at lukke)

> :set date=2026-11-20 time=09:30 note="to \"linjer\"\nher"
Dato (date): 2026-11-20
Tid (time): 09:30
Note (note): to "linjer"
  her
> :set channel=Telefon purpose="opkvalificering, recruitment" told=ja seats=12
Kanal (channel): telefon
Formål (purpose): rekruttering; opkvalificering
Orienteret (told): Personen ved det
Antal (seats): 12
> :submit
Gemt.

`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	values := map[string][]string{"company": {"Ærø"}, "date": {"2026-11-20"}, "time": {"09:30"}, "seats": {"12"},
		"channel": {"phone"}, "purpose": {"recruitment", "upskilling"}, "told": {"told"}, "note": {"to \"linjer\"\nher"}}
	last := w.asked[len(w.asked)-1]
	if diff := cmp.Diff(values, last.Values); diff != "" || last.Form != "form" || last.Metadata != "m1" {
		t.Errorf("submitted %+v: %s", last, diff)
	}
}

func TestEmptyFieldsAreSentEmpty(t *testing.T) {
	w := &world{}
	w.run(t, "/visit\n:set channel= note=\"\"\n:submit\n")
	for field, values := range w.asked[1].Values {
		if field != "company" && len(values) > 0 {
			t.Errorf("%s is %q", field, values)
		}
	}
}

func TestFormStaysOpenUntilItGoesThrough(t *testing.T) {
	w := &world{}
	out, _, err := w.run(t, `/visit
:set company=
:submit
:set company=Ærø note="for lang"
:submit
:set note=væk
:submit
:set note=x
:submit
:submit
`)
	for _, want := range []string{"(tom)\n  ! Feltet skal udfyldes.", "for lang\n  (Kort)\n  ! Noten er for lang.", "fejlnummeret REQ1", "formularen er stadig åben", "Gemt."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if !errors.Is(err, console.ErrDirective) || len(w.asked) != 4 { // the form, and three that Slack would have sent
		t.Errorf("%v after %d requests", err, len(w.asked))
	}
}

func TestFormIsLeft(t *testing.T) {
	for _, line := range []string{"/visit x", "hej", ":cancel", ":as bo"} {
		w := &world{}
		out, _, _ := w.run(t, "/visit\n"+line+"\n:submit\n")
		if !strings.Contains(out, "formularen er lukket") || !strings.Contains(out, "ingen åben formular") {
			t.Errorf("%q: %s", line, out)
		}
	}
}

func TestFieldsRefuse(t *testing.T) {
	for set, says := range map[string]string{
		"date=aldrig":                     "ikke én bestemt dag",
		"time=25:00":                      "ikke et klokkeslæt",
		"seats=to":                        "helt tal",
		"seats=-1":                        "helt tal",
		"channel=fax":                     "besøg; telefon",
		"channel=visit,phone":             "besøg; telefon",
		"purpose=recruitment,fax":         "rekruttering; opkvalificering",
		"note=" + strings.Repeat("x", 21): "har plads til 20 tegn",
	} {
		w := &world{}
		out, _, err := w.run(t, "/visit\n:set "+set+"\n:submit\n")
		name, _, _ := strings.Cut(set, "=")
		if !errors.Is(err, console.ErrDirective) || !strings.Contains(out, says) {
			t.Errorf("%s: %v, %s", set, err, out)
		}
		if got := w.asked[1].Values[name]; len(got) > 0 && !slices.Equal(got, []string{"visit"}) {
			t.Errorf("%s left %q", set, got)
		}
	}
}

func TestFormMasks(t *testing.T) {
	w := &world{}
	out, _, _ := w.run(t, "/visit\n:set note=\"010203-1234 x\"\n:submit\n")
	if strings.Contains(out, "010203-1234") || !strings.Contains(out, "CPR-nummer blev skjult, før") || w.asked[1].Masked != 1 {
		t.Errorf("%s", out)
	}
}

func TestAsking(t *testing.T) {
	w := &world{}
	out, _, err := w.run(t, strings.Join([]string{
		"/visit",
		"-", "Ærø Maskinfabrik", // a required field cannot stay empty
		"aldrig", "2026-11-20",
		"", "", "telefon", "", "ja",
		"for lang",
		"kort", // only the refused field is asked again
		"/visit x",
	}, "\n")+"\n", interactive, func(o *console.Options) { o.Welcome = "Velkommen" })
	if err != nil {
		t.Fatal(err)
	}
	sent := w.asked[2]
	want := map[string][]string{"company": {"Ærø Maskinfabrik"}, "date": {"2026-11-20"}, "time": nil, "seats": nil,
		"channel": {"phone"}, "purpose": nil, "told": {"told"}, "note": {"kort"}}
	for name, values := range want {
		if !slices.Equal(sent.Values[name], values) {
			t.Errorf("%s is %q", name, sent.Values[name])
		}
	}
	for _, want := range []string{"Velkommen\nanna> ", "Virksomhed (company, skal udfyldes) [Ærø]: ! Feltet skal udfyldes.",
		"Kanal (channel) [besøg]: ", "  ! Noten er for lang.\nNote (note) [for lang]: Gemt."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if len(w.asked) != 4 || w.asked[3].Text != "x" {
		t.Errorf("asked %d times", len(w.asked))
	}
}

func TestAskingEndsEarly(t *testing.T) {
	for answer, requests := range map[string]int{":cancel": 2, ":submit": 3, "": 1} {
		w := &world{}
		lines := "/visit\n"
		if answer != "" {
			lines += ":vrøvl\n" + answer + "\n/visit x\n"
		}
		out, _, err := w.run(t, lines, interactive)
		if err != nil || len(w.asked) != requests {
			t.Errorf("%q: %v after %d requests: %s", answer, err, len(w.asked), out)
		}
	}
}
