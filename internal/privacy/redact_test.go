package privacy

import (
	"slices"
	"strings"
	"testing"

	"samspil/internal/timing"
)

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"Kontakt: Mette Friis, mette.friis@køge-kran.dk, tlf. 12 34 56 78.": "Kontakt: [PERSON], [E-MAIL], tlf. [TELEFON].",
		"mobil: 12345678":                 "mobil: [TELEFON]",
		"Ring +45 1234 5678":              "Ring [TELEFON]",
		"Ring +45-12345678":               "Ring [TELEFON]",
		"Ring (+45) 12345678":             "Ring [TELEFON]",
		"Ring 0046 70 123 45 67":          "Ring [TELEFON]",
		"Vejleder 12 34 56 78":            "Vejleder [TELEFON]",
		"Telefon\t12345678":               "Telefon\t[TELEFON]", // a table's cells
		"Telefon:\n12345678":              "Telefon:\n[TELEFON]",
		"telefonnummer: 12345678":         "telefonnummer: [TELEFON]",
		"tlf. nr. 1234 5678":              "tlf. nr. [TELEFON]",
		"tlf. 12\u00a034\u00a056\u00a078": "tlf. [TELEFON]",
		"mob: 1234\u200b5678":             "mob: [TELEFON]",
		"12 34 56 78\n87 65 43 21":        "[TELEFON]\n[TELEFON]",
		"mette(at)skole.dk":               "[E-MAIL]",
		"mette [at] skole.dk":             "[E-MAIL]",
		"mette@\u200bskole.dk":            "[E-MAIL]",
		"a@b.dk, c@d.dk":                  "[E-MAIL], [E-MAIL]",
		"IBAN: DK50 0040 0440 1162 43":    "IBAN: [KONTO]",
		"Kontonr. 1234567890":             "[KONTO]",
		"CPR 010203-1234":                 "CPR [CPR]",
		// people
		"Kontaktperson: Mette Friis":           "Kontaktperson: [PERSON]",
		"Projektleder\tPeter van der Prøve":    "Projektleder\t[PERSON]",
		"Kontaktperson:\nÅse":                  "Kontaktperson:\n[PERSON]",
		"siger projektleder Peter Prøve-Holm.": "siger projektleder [PERSON]",
		"Project manager: John O'Neil":         "Project manager: [PERSON]",
		"Køge Erhvervsskole v/ Mette Friis":    "Køge Erhvervsskole v/ [PERSON]",
		"projektleder for Køge Kommune":        "projektleder for Køge Kommune",
		"kontakt til virksomheder i Køge":      "kontakt til virksomheder i Køge",
		"Ansøger: Køge Erhvervsskole":          "Ansøger: Køge Erhvervsskole",
		// kept
		"CVR-nr. 99 00 00 07 og 1.234.567 kr.": "CVR-nr. 99 00 00 07 og 1.234.567 kr.",
		"CVR\t99 00 00 07":                     "CVR\t99 00 00 07",
		"12.500.000 kr. i perioden 2025-2027":  "12.500.000 kr. i perioden 2025-2027",
		"direkte 12.500.000 kr.":               "direkte 12.500.000 kr.",
		"Hotel 12.500.000 og J.nr. 2026-1234":  "Hotel 12.500.000 og J.nr. 2026-1234",
		"konto 17.46.41.50":                    "konto 17.46.41.50",
		"24 12 2026 og 31 12 2028":             "24 12 2026 og 31 12 2028",
	} {
		if got := Redact(in); got != want {
			t.Errorf("Redact(%q) = %q, want %q", in, got, want)
		}
	}
}

// Who is introduced once is taken out everywhere.
func TestRedactPeople(t *testing.T) {
	one, two := "Kontaktperson: Mette Friis", "Mette Friis leder projektet, og Mette Friis' kollega og Mette Friiser hjælper. Mette Friiss plan."
	people := People(one, two)
	if !slices.Equal(people, []string{"Mette Friis"}) {
		t.Fatalf("people: %q", people)
	}
	want := "[PERSON] leder projektet, og [PERSON]' kollega og Mette Friiser hjælper. [PERSON]s plan."
	if got := Redact(two, people...); got != want {
		t.Errorf("got %q", got)
	}
}

func TestRedactIsLinear(t *testing.T) {
	for _, s := range []string{strings.Repeat("12 34 56 78 ", timing.Some(20_000)), strings.Repeat("tlf. ", timing.Some(50_000)), strings.Repeat("CVR 12 34 56 78\n", timing.Some(15_000)), strings.Repeat("Mette Friis ", timing.Some(20_000)),
		"Kontakt: " + strings.Repeat("Aa ", timing.Some(80_000)), strings.Repeat("a@", timing.Some(100_000)), strings.Repeat("+45 1", timing.Some(50_000))} {
		Redact(s, "Mette Friis") // the suite's own time limit is the test: a quadratic scan of these takes minutes
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("tlf. 12 34 56 78 a@b.dk 010203-1234 Kontakt: Mette Friis IBAN DK5000400440116243")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		once := Redact(s, People(s)...)
		if Redact(once, People(s)...) != once {
			t.Errorf("%q becomes %q becomes %q", s, once, Redact(once, People(s)...))
		}
		if strings.ToValidUTF8(s, "") == s && strings.ToValidUTF8(once, "") != once {
			t.Errorf("%q is no text any more", once)
		}
	})
}
