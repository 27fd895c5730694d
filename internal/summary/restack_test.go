package summary

import (
	"slices"
	"strings"
	"testing"
)

func amountsIn(t *testing.T, words string) []string {
	t.Helper()
	return amountsOf(Extract([]Page{{1, words}}, evalDay))
}

// A table whose cells stand one to a line is read as one whose cells stand beside each other.
func TestStackedTables(t *testing.T) {
	for name, tt := range map[string]struct {
		words string
		want  []string
	}{
		"by year, a dash for nothing": {"5. Budget\n\nUdgiftspost\n2022\n2023\nI alt\n\nTransport\n28.000\n31.000\n59.000\n\nEvaluering\n–\n70.000\n70.000\n", []string{"28000", "31000", "59000", "70000"}},
		"without empty lines":         {"5. Budget\nUdgiftspost\n2022\n2023\nI alt\nTransport\n28.000\n31.000\n59.000\nEvaluering\n–\n70.000\n70.000\n", []string{"28000", "31000", "59000", "70000"}},
		"two currencies":              {"D.3 Finansiering\n\nKilde\nEUR\nDKK\nAndel\n\nRegion Sjælland\n124.000\n923.800\n5 %\n\nEgenfinansiering\n744.000\n5.542.800\n30 %\n", []string{"5542800", "923800", "EUR 124000", "EUR 744000"}},
		"no heading, a sum":           {"C.2 Konsulenter\nEvaluering\n690.000\nE-læring\n1.045.000\nTolkning\n90.000\nI alt\n1.825.000\n", []string{"1045000", "1825000", "690000", "90000"}},
		"words behind the numbers":    {"Finansiering\tBeløb\tStatus\nVELUX FONDEN\t5.460.000\tAnsøgt\nDet Obelske Familiefond\t1.200.000\tTilsagn\n", []string{"1200000", "5460000"}},
		"the caption says more":       {"Tabel 1. Anlægssum (kr. ekskl. moms for servicedelen, inkl. moms for boligdelen)\n\nPost\nBeløb\n\nInventar\n9.400.000\n\nKunst\n800.000\n", []string{"800000", "9400000"}},
		"years before the currency":   {"År    Tilskud\n2019    kr. 6.450.000\n2020    kr. 6.580.000\n", []string{"6450000", "6580000"}},
		"people":                      {"Målgruppe\nKursister\n2022\n2023\nKvinder\n1.200\n1.300\nMænd\n1.100\n1.250\n", nil},
	} {
		got := amountsIn(t, "Projekt\n"+tt.words)
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// What earlier projects and other applicants got, did and asked for is not the project's.
func TestAsides(t *testing.T) {
	words := `Robotter i de små
Udvikling Fyn P/S søger om 6,15 mio. kr. Det samlede budget er 12,3 mio. kr. Projektet løber fra 1. januar 2017 til 31. december 2019.
45 nye arbejdspladser skabes. 60 ledige deltager.

BILAG 3. RUNDENS ØVRIGE ANSØGNINGER

Velfærdsrobotter i drift
Ansøger: Syddansk Sundhedsinnovation
Ansøgt: 5,95 mio. kr. ud af et budget på 11,9 mio. kr.
Periode: 1. februar 2017 – 31. januar 2020
Droner fra lufthavnen
Ansøgt: 4,6 mio. kr. ud af et budget på 9,5 mio. kr.
Fjernstyring
Ansøgt: 2,6 mio. kr. ud af et budget på 5,5 mio. kr.
30 kursister deltager.

BILAG 4. ØKONOMI
Slutrapport indsendes senest den
31. marts 2020.`
	for _, s := range []string{words, strings.ReplaceAll(words, "\n\n", "\n")} {
		c := Extract([]Page{{1, s}}, evalDay)
		if c.Applied.Value.number() != "6150000" || c.Total.Value.number() != "12300000" || c.Period.Value.To != "2019-12-31" || c.Applicant.Value != "Udvikling Fyn P/S" {
			t.Errorf("%v %v %v %q", c.Applied.Value, c.Total.Value, c.Period.Value, c.Applicant.Value)
		}
		if values(c.Participants) != "60" || values(c.Jobs) != "45" || values(c.Deadlines) != "2020-03-31" {
			t.Error(c.Participants.Values(), c.Jobs.Values(), c.Deadlines.Values())
		}
		if !slices.Contains(amountsOf(c), "5950000") {
			t.Error("an amount of another application is not listed", amountsOf(c))
		}
	}
}
