package privacy

import (
	"strings"
	"testing"
)

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"Kontakt: Mette Friis, mette.friis@køge-kran.dk, tlf. 12 34 56 78.": "Kontakt: Mette Friis, [E-MAIL], tlf. [TELEFON].",
		"mobil: 12345678":                      "mobil: [TELEFON]",
		"Ring +45 1234 5678":                   "Ring +45 [TELEFON]",
		"Projektleder 12 34 56 78":             "Projektleder [TELEFON]",
		"CVR-nr. 99 00 00 07 og 1.234.567 kr.": "CVR-nr. 99 00 00 07 og 1.234.567 kr.",
		"12.500.000 kr. i perioden 2025-2027":  "12.500.000 kr. i perioden 2025-2027",
		"CPR 010203-1234":                      "CPR [CPR]",
		"a@b.dk, c@d.dk":                       "[E-MAIL], [E-MAIL]",
	} {
		if got := Redact(in); got != want {
			t.Errorf("Redact(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("tlf. 12 34 56 78 a@b.dk 010203-1234")
	f.Fuzz(func(t *testing.T, s string) {
		once := Redact(s)
		if Redact(once) != once {
			t.Errorf("%q becomes %q becomes %q", s, once, Redact(once))
		}
		if strings.ToValidUTF8(s, "") == s && strings.ToValidUTF8(once, "") != once {
			t.Errorf("%q is no text any more", once)
		}
	})
}
