package when

import "testing"

// TestParsePeriod has "" where the text is not nothing but periods.
func TestParsePeriod(t *testing.T) {
	for _, c := range []scanCase{
		{"sidste kvartal", "sidste kvartal=2026-07-01..2026-09-30 quarter"},
		{"2026 vs 2025", "2026=2026-01-01..2026-12-31 year | 2025=2025-01-01..2025-12-31 year"},
		{"uge 40-48", "uge 40-48=2026-09-28..2026-11-29 span"},
		{"siden sommer", "siden sommer=2026-06-01..2026-11-23 span"},
		{"denne måned", "denne måned=2026-11-01..2026-11-30 month"},
		{"last quarter", "last quarter=2026-07-01..2026-09-30 quarter"},
		{"Q3", "Q3=2026-07-01..2026-09-30 quarter"},
		{"Q4", "Q4=2026-10-01..2026-12-31 quarter"},
		{"2026-Q3", "2026-Q3=2026-07-01..2026-09-30 quarter"},
		{"3. kvartal", "3. kvartal=2026-07-01..2026-09-30 quarter"},
		{"1. halvår", "1. halvår=2026-01-01..2026-06-30 half"},
		{"ytd", "ytd=2026-01-01..2026-11-23 span"},
		{"ÅTD", "ÅTD=2026-01-01..2026-11-23 span"},
		{"year to date", "year to date=2026-01-01..2026-11-23 span"},
		{"month to date", "month to date=2026-11-01..2026-11-23 span"},
		{"sidste 30 dage", "sidste 30 dage=2026-10-25..2026-11-23 span"},
		{"de seneste 3 måneder", "de seneste 3 måneder=2026-08-24..2026-11-23 span"},
		{"seneste måned", "seneste måned=2026-10-24..2026-11-23 span"},
		{"sidste måned", "sidste måned=2026-10-01..2026-10-31 month"},
		{"last 12 months", "last 12 months=2025-11-24..2026-11-23 span"},
		{"den sidste uge", "den sidste uge=2026-11-17..2026-11-23 span"},
		{"det seneste halve år", "det seneste halve år=2026-05-24..2026-11-23 span"},
		{"siden 1. marts", "siden 1. marts=2026-03-01..2026-11-23 span"},
		{"siden nytår", "siden nytår=2026-01-01..2026-11-23 span"},
		{"siden jul", "siden jul=2025-12-27..2026-11-23 span"},
		{"siden uge 40", "siden uge 40=2026-09-28..2026-11-23 span"},
		{"since March", "since March=2026-03-01..2026-11-23 span"},
		{"fra 1.1.24 til nu", "fra 1.1.24 til nu=2024-01-01..2026-11-23 span"},
		{"fra 2024 til 2025", "fra 2024 til 2025=2024-01-01..2025-12-31 span"},
		{"2024-2026", "2024-2026=2024-01-01..2026-12-31 span"},
		{"2024-26", "2024-26=2024-01-01..2026-12-31 span"},
		{"fra januar til marts 2026", "fra januar til marts 2026=2026-01-01..2026-03-31 span"},
		{"from March to May 2025", "from March to May 2025=2025-03-01..2025-05-31 span"},
		{"mellem 1/3 og 1/6", "mellem 1/3 og 1/6=2026-03-01..2026-06-01 span"},
		{"1/1-31/3", "1/1-31/3=2026-01-01..2026-03-31 span"},
		{"Q3 2025 vs Q3 2026", "Q3 2025=2025-07-01..2025-09-30 quarter | Q3 2026=2026-07-01..2026-09-30 quarter"},
		{"i år sammenlignet med sidste år", "i år=2026-01-01..2026-12-31 year | sidste år=2025-01-01..2025-12-31 year"},
		{"hele 2026", "hele 2026=2026-01-01..2026-12-31 year"},
		{"marts", "marts=2026-03-01..2026-03-31 month"},
		{"banan", ""},
		{"2026 banan", ""},
		{"", ""},
		{"vs", ""},
		{"kl. 9", ""},
	} {
		es, ok := ParsePeriod(c.in, monday)
		if got := show(es); got != c.want || ok != (c.want != "") {
			t.Errorf("ParsePeriod(%q)\n got %s, %v\nwant %s", c.in, got, ok, c.want)
		}
	}
}

func TestScanPeriods(t *testing.T) {
	for _, c := range []scanCase{
		{"/status samarbejdsgrad lolland 2026 vs 2025", "2026=2026-01-01..2026-12-31 year | 2025=2025-01-01..2025-12-31 year"},
		{"how many joint visits did we do in Q3", "in Q3=2026-07-01..2026-09-30 quarter"},
		{"/status femern behov for struktører 2027", "2027=2027-01-01..2027-12-31 year"},
		{"træk alle kontakter med 99004851 fra 1.1.24 til nu som pdf", "fra 1.1.24 til nu=2024-01-01..2026-11-23 span"},
		{"kontakter siden 1/9 for 99004851", "siden 1/9=2026-09-01..2026-11-23 span"},
		{"besøg i Q3 og Q4 2025", "i Q3=2026-07-01..2026-09-30 quarter | Q4 2025=2025-10-01..2025-12-31 quarter"},
		{"fra uge 40 til uge 48", "fra uge 40 til uge 48=2026-09-28..2026-11-29 span"},
		{"har du 2026 kr.", ""},
		{"ring 2012 3456", ""},
		{"sag P-2026-011", ""},
		{"møde kl. 9.30 i 2025", "i 2025=2025-01-01..2025-12-31 year"},
	} {
		if got := show(ScanPeriods(c.in, monday)); got != c.want {
			t.Errorf("ScanPeriods(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}
