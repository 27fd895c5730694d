package when

import "testing"

// TestScanSentences has whole sentences as caseworkers write them.
func TestScanSentences(t *testing.T) {
	checkScan(t, monday, Nearest, []scanCase{
		{"/besøg Lolland Betonelementer 20/11 rekruttering 12 struktører snakkede med Mette Holm, følger op i uge 50",
			"20/11=2026-11-20 | i uge 50=2026-12-07..2026-12-13 week"},
		{"besøgte ærø maskinfabrik i fredags de mangler 2 smede og en lærling", "i fredags=2026-11-20"},
		{"har lige haft sørensen&søn vvs i røret, vil gerne have en praktikant fra 1/12", "1/12=2026-12-01"},
		{"<@U0BOT> log besøg hos DK99008733 kl 9.30 idag sm. erhvervshuset", "kl 9.30=09:30 | idag=2026-11-23"},
		{"/besoeg vestfyns el tors uge 47 løntilskud aftalt 2 pladser", "tors uge 47=2026-11-19"},
		{"ny kontakt <mailto:la@example.dk|la@example.dk> <tel:20123456|20 12 34 56>", ""},
		{"planlæg Hjørring Høvleri mandag kl 13-14 m/ VEU konsulent",
			"mandag=2026-11-23 ?2026-11-23,2026-11-30 | kl 13-14=13:00-14:00"},
		{"book visit at Metrobyg JV next week wed 10am with jobcenter cph", "next week wed=2026-12-02 | 10am=10:00"},
		{"jeg tager ud til Grøn Logistik i overmorgen", "i overmorgen=2026-11-25"},
		{"ret besøget hos ærø til 2½ time og tilføj mh", "2½ time=150m"},
		{"slet det sidste besøg jeg skrev", ""},
		{"/check has anyone been at Nordfalster Tømrer lately?", ""},
		{"/tjek 99010673 99011645 99012617", ""},
		{"/proposal new “Green welders” partner RAR Fyn, comments by 1 Dec", "1 Dec=2026-12-01"},
		{"send projekt 14 til RBR-sekretariatet til kommentering senest fredag", "fredag=2026-11-27"},
		{"/projekt forlæng frist P-2026-011 til ultimo feb", "ultimo feb=2027-02-21..2027-02-28 third"},
		{"mind mig om at ringe til Køge Kran 2. januar", "2. januar=2027-01-02"},
		{"aftale: samarbejdsaftale senest i foråret 2027, ansvarlig Anja", "i foråret 2027=2027-03-01..2027-05-31 season"},
	})
}
