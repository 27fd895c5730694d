package text

import (
	"slices"
	"strings"
	"testing"
	"time"

	"samspil/internal/when"
)

func TestNewPanics(t *testing.T) {
	for _, tt := range []struct{ da, en string }{
		{"Besøg", ""}, {"", "Visit"}, {"Besøg hos %s", "Visit"}, {"%s dage", "%d days"}, {"%s og %s", "%[2]s and %[3]s"},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("New(%q, %q) did not panic", tt.da, tt.en)
				}
			}()
			New(tt.da, tt.en)
		}()
	}
}

func TestIn(t *testing.T) {
	swapped := New("%[1]s hos %[2]s, 5 %%", "at %[2]s: %[1]s, 5%%")
	if got := swapped.In(Danish, "besøg", "os"); got != "besøg hos os, 5 %" {
		t.Error(got)
	}
	if got := swapped.In(English, New("besøg", "visit"), "us"); got != "at us: visit, 5%" {
		t.Error("a text as argument is not given in the language:", got)
	}
	if got := New("%s", "%s").In(Danish, "100 %d"); got != "100 %d" {
		t.Error("an argument was read as a format:", got)
	}
}

func TestPlural(t *testing.T) {
	days := NewPlural("%s dag", "%s dage", "%s day", "%s days")
	for n, want := range map[int]string{0: "0 dage", 1: "1 dag", 2: "2 dage", 12345: "12.345 dage"} {
		if got := days.In(Danish, n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := days.In(English, 12345); got != "12,345 days" {
		t.Error(got)
	}
}

func TestFormats(t *testing.T) {
	day := when.MustISO("2026-11-02")
	moment := time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC) // summer time: the next day in Copenhagen
	for _, tt := range []struct{ got, want string }{
		{Date(Danish, day), "mandag d. 2. november 2026"}, {Date(English, day), "Monday 2 November 2026"},
		{ShortDate(Danish, day), "2. nov. 2026"}, {ShortDate(English, day), "2 Nov 2026"},
		{ShortDate(Danish, when.MustISO("2026-05-02")), "2. maj 2026"},
		{Month(Danish, day), "november 2026"}, {Clock(Danish, 570), "kl. 09.30"}, {Clock(English, 570), "09:30"},
		{Time(Danish, moment), "2. juli 2026 kl. 00.30"},
		{List(Danish, []string{"a"}), "a"}, {List(Danish, []string{"a", "b"}), "a og b"}, {List(English, []string{"a", "b", "c"}), "a, b and c"},
		{OneOf(Danish, []string{"a", "b", "c"}), "a, b eller c"},
		{Cut("æøåæøå", 4), "æøå…"}, {Cut("æøå", 3), "æøå"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

func TestSort(t *testing.T) {
	names := []string{"Ærø", "Aabenraa", "Zealand", "Ålborg", "Østbyg", "Børge", "Arne"}
	Sort(Danish, names)
	want := []string{"Arne", "Børge", "Zealand", "Ærø", "Østbyg", "Aabenraa", "Ålborg"}
	if !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

func TestParseLang(t *testing.T) {
	for in, want := range map[string]Lang{"da": Danish, "da-DK": Danish, "en-GB": English, "en_US": English} {
		if got, ok := ParseLang(in); got != want || !ok {
			t.Errorf("%s: %s %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "d", "dansk", "sv-SE", strings.Repeat("e", 9)} {
		if _, ok := ParseLang(in); ok {
			t.Errorf("%q was taken for a language", in)
		}
	}
}
