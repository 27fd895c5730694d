package when

import (
	"testing"
	"time"
)

func at(iso string, hour, minute int) time.Time { return MustISO(iso).At(hour, minute) }

// TestScanMoments holds what depends on when it is said: year ends, week 53, leap days, clock changes, midnight.
func TestScanMoments(t *testing.T) {
	newYear, wednesday, friday := at("2027-01-01", 9, 0), at("2026-11-25", 9, 0), at("2026-11-27", 9, 0)
	cases := []struct {
		now      time.Time
		hint     Direction
		in, want string
	}{
		{newYear, Nearest, "i går", "i går=2026-12-31"},
		{newYear, Nearest, "i denne uge", "i denne uge=2026-12-28..2027-01-03 week"},
		{newYear, Nearest, "uge 53", "uge 53=2026-12-28..2027-01-03 week"},
		{newYear, Nearest, "næste uge", "næste uge=2027-01-04..2027-01-10 week"},
		{newYear, Nearest, "tors uge 53", "tors uge 53=2026-12-31"},
		{newYear, Nearest, "31/12", "31/12=2026-12-31"},
		{newYear, Nearest, "efter nytår", "efter nytår=2027-01-02..2027-01-29 span"},
		{newYear, Nearest, "sidste måned", "sidste måned=2026-12-01..2026-12-31 month"},
		{newYear, Nearest, "sidste kvartal", "sidste kvartal=2026-10-01..2026-12-31 quarter"},
		{newYear, Past, "3/12", "3/12=2026-12-03"},
		{newYear, Nearest, "i vinter", "i vinter=2026-12-01..2027-02-28 season"},
		{newYear, Nearest, "ultimo december", "ultimo december=2026-12-21..2026-12-31 third"},
		{at("2026-12-28", 9, 0), Future, "uge 1", "uge 1=2027-01-04..2027-01-10 week"},
		{at("2027-06-01", 9, 0), Nearest, "uge 53", "uge 53=2026-12-28..2027-01-03 week"},
		{at("2030-06-01", 9, 0), Nearest, "uge 53", ""},
		{at("2026-01-31", 9, 0), Nearest, "om en måned", "om en måned=2026-02-28"},
		{at("2028-02-29", 9, 0), Nearest, "om et år", "om et år=2029-02-28"},
		{at("2028-02-28", 9, 0), Nearest, "i morgen", "i morgen=2028-02-29"},
		{at("2028-01-10", 9, 0), Nearest, "ultimo februar", "ultimo februar=2028-02-21..2028-02-29 third"},
		{at("2028-01-10", 9, 0), Future, "29/2", "29/2=2028-02-29"},
		{at("2027-03-27", 23, 30), Nearest, "i morgen", "i morgen=2027-03-28"},
		{at("2027-03-28", 23, 30), Nearest, "i morgen", "i morgen=2027-03-29"},
		{at("2027-03-28", 1, 30), Nearest, "om en time", "om en time=03:30"}, // 02:00-03:00 does not exist
		{at("2027-10-31", 12, 0), Nearest, "i går", "i går=2027-10-30"},
		{at("2027-10-30", 12, 0), Nearest, "om 2 dage", "om 2 dage=2027-11-01"},
		{time.Date(2026, 11, 23, 23, 30, 0, 0, time.UTC), Nearest, "i går", "i går=2026-11-23"}, // past midnight here
		{time.Date(2026, 11, 23, 22, 30, 0, 0, time.UTC), Nearest, "i går", "i går=2026-11-22"},
		{time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC), Nearest, "i dag", "i dag=2026-07-02"}, // summer time
		{wednesday, Nearest, "this Monday", "this Monday=2026-11-23"},
		{wednesday, Nearest, "last Monday", "last Monday=2026-11-23 ?2026-11-16,2026-11-23"},
		{wednesday, Nearest, "sidste mandag", "sidste mandag=2026-11-23"},
		{wednesday, Nearest, "næste mandag", "næste mandag=2026-11-30"},
		{wednesday, Nearest, "mandag om 14 dage", "mandag om 14 dage=2026-12-14 ?2026-12-07,2026-12-14"},
		{wednesday, Nearest, "torsdag", "torsdag=2026-11-26 ?2026-11-19,2026-11-26"},
		{friday, Nearest, "i fredags", "i fredags=2026-11-20"},
		{friday, Nearest, "på fredag", "på fredag=2026-12-04 ?2026-11-27,2026-12-04"},
		{at("2026-11-28", 9, 0), Nearest, "i weekenden", "i weekenden=2026-11-28..2026-11-29 span"},
		{at("2026-11-29", 9, 0), Nearest, "next weekend", "next weekend=2026-12-05..2026-12-06 span"},
	}
	for _, c := range cases {
		if got := show(Scan(c.in, c.now, c.hint)); got != c.want {
			t.Errorf("%s: Scan(%q, %d)\n got %s\nwant %s", c.now, c.in, c.hint, got, c.want)
		}
	}
}

// TestScanDirection checks what the words themselves say, which callers use to tell plans from reports.
func TestScanDirection(t *testing.T) {
	cases := []struct {
		in   string
		hint Direction
		want Direction
	}{
		{"i fredags", Future, Past}, {"på fredag", Past, Future}, {"senest fredag", Past, Future}, {"fredag", Past, Nearest},
		{"i går", Nearest, Past}, {"i morgen", Nearest, Future}, {"i dag", Nearest, Nearest}, {"om 14 dage", Nearest, Future},
		{"3 days ago", Nearest, Past}, {"sidste uge", Nearest, Past}, {"next week", Nearest, Future}, {"3/12", Nearest, Nearest},
		{"siden 1/9", Nearest, Past}, {"by 3/12", Nearest, Future}, {"by 3/12", Past, Nearest}, {"til sommer", Nearest, Future},
		{"om 2 timer", Nearest, Future}, {"frist d. 3/12", Nearest, Future},
	}
	for _, c := range cases {
		es := Scan(c.in, monday, c.hint)
		if len(es) != 1 || es[0].Direction != c.want {
			t.Errorf("Scan(%q, %d) = %+v, want one with direction %d", c.in, c.hint, es, c.want)
		}
	}
}

func TestScanOffsets(t *testing.T) {
	s := "Mødte Ærø El på fredag, kl. 9.30 (uge 50)."
	var got []string
	for _, e := range Scan(s, monday, Nearest) {
		if s[e.Start:e.End] != e.Text {
			t.Errorf("offsets give %q, text is %q", s[e.Start:e.End], e.Text)
		}
		got = append(got, e.Text)
	}
	if len(got) != 3 || got[0] != "på fredag" || got[1] != "kl. 9.30" || got[2] != "uge 50" {
		t.Errorf("got %q", got)
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"i går": "2026-11-22", "3/12": "2026-12-03", "fredag": "", "uge 50": "", "kl. 9": "", "1/5": "", "i januar": "",
	} {
		e := Scan(in, monday, Nearest)[0]
		if d, ok := e.Day(); d.String() != want || ok != (want != "") {
			t.Errorf("%q: Day() = %s, %v, want %q", in, d, ok, want)
		}
	}
}

func TestParse(t *testing.T) {
	cases := []struct{ in, want string }{
		{"  i morgen! ", "i morgen=2026-11-24"}, {"ons", "ons=2026-11-25 ?2026-11-18,2026-11-25"},
		{"man.", "man.=2026-11-23 ?2026-11-23,2026-11-30"}, {"søn", "søn=2026-11-22 ?2026-11-22,2026-11-29"},
		{"maj", "maj=2027-05-01..2027-05-31 month ?2026-05-01,2027-05-01"}, {"sommer", "sommer=2026-06-01..2026-08-31 season"},
		{"0930", "0930=09:30"}, {"2t", "2t=120m"}, {"1.3.", "1.3.=2027-03-01"}, {"senest fredag", "fredag=2026-11-27"},
		{"frist: d. 3/12", "d. 3/12=2026-12-03"}, {"middag", "middag=12:00"}, {"ti i ti", "ti i ti=09:50"},
		{"2026", ""}, {"24/7", ""}, {"", ""}, {"på fredag kl 9", ""}, {"besøg fredag", ""}, {"fredag igen", ""}, {"2.5", ""},
		{"12345678", ""}, {"311299-0000", ""}, {"ti", ""}, {"14", ""},
	}
	for _, c := range cases {
		e, ok := Parse(c.in, monday, Nearest)
		if got := show([]Expr{e}); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("Parse(%q) = %s, %v, want %s", c.in, got, ok, c.want)
		}
	}
}
