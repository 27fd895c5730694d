package register

import "testing"

func TestFoldEqual(t *testing.T) {
	for _, same := range [][]string{
		{"Køge Kran ApS", "koge kran", "Koege Kran ApS.", "KØGE  KRAN aps", "Køge Kran Anpartsselskab"},
		{"Aarhus Å-byg ApS", "Århus Å byg", "arhus aabyg"[:6] + " a byg", "A\u030arhus A\u030a-byg"},
		{"Ærø Maskinfabrik ApS", "aeroe maskinfabrik", "Aero Maskinfabrik", "ærø maskinfabrik"},
		{"Sørensen & Søn VVS I/S", "Sørensen og Søn VVS", "sorensen and son vvs", "Sørensen&Søn VVS", "Sørensen + Søn VVS"},
		{"Lolland Betonelementer A/S", "lolland betonelementer", "Lolland Betonelementer AS", "Lolland Betonelementer A.S.", "Lolland Betonelementer a/s under konkurs"},
		{"Tømrermester v/ Jens Hansen", "tømrermester jens hansen", "TØMRERMESTER V/JENS HANSEN"},
		{"Café Müller", "cafe myller"}, {"Andelsforeningen A.m.b.a.", "andelsforeningen amba"},
	} {
		for _, s := range same[1:] {
			if Fold(s) != Fold(same[0]) {
				t.Errorf("%q folds to %q, %q to %q", s, Fold(s), same[0], Fold(same[0]))
			}
		}
	}
}

func TestFoldDifferent(t *testing.T) {
	for _, pair := range [][2]string{
		{"Køge Kran ApS", "Køge Korn A/S"}, {"Køge Kran", "Køge Kranservice"}, {"Jensen Byg", "Jensens Byg"}, {"A/S", "ApS"}, {"3F", "3"},
	} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q both fold to %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
	for in, want := range map[string]string{"": "", "  ": "", "&": "og", "ApS": "aps", "A/S": "a s", "...": ""} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestLegalForm(t *testing.T) {
	for in, want := range map[string]string{"Køge Kran ApS": "ApS", "x a/s": "A/S", "Andelsforeningen A.m.b.a.": "A.m.b.a.", "Køge Kran": "",
		"Hansen I/S": "I/S", "Y Anpartsselskab": "ApS", "As Byg": "", "": ""} {
		if got := LegalForm(in); got != want {
			t.Errorf("LegalForm(%q) is %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Køge Kran ApS", "A/S", "åps", "v/ Jens", "aaa aea oeoe", "A\u030a", "a.s. i likvidation", "&+&"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Fatalf("%q folds to %q and then to %q", s, once, Fold(once))
		}
	})
}
