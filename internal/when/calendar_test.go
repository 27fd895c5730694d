package when

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestHolidays compares whole years with the lists of the Danish ministries' calendars as kept in the domain notes.
func TestHolidays(t *testing.T) {
	for year, want := range map[int]string{
		2023: "01.01 06.04 07.04 09.04 10.04 05.05 18.05 28.05 29.05 25.12 26.12", // the last Store bededag: 5 May
		2024: "01.01 28.03 29.03 31.03 01.04 09.05 19.05 20.05 25.12 26.12",
		2026: "01.01 02.04 03.04 05.04 06.04 14.05 24.05 25.05 25.12 26.12",
		2027: "01.01 25.03 26.03 28.03 29.03 06.05 16.05 17.05 25.12 26.12",
		2028: "01.01 13.04 14.04 16.04 17.04 25.05 04.06 05.06 25.12 26.12",
	} {
		var got []string
		for d := (Date{year, time.January, 1}); d.Year == year; d = d.AddDays(1) {
			if da, en, ok := Holiday(d); ok {
				got = append(got, d.noonUTC().Format("02.01"))
				if da == "" || en == "" {
					t.Errorf("%s has no name in both languages", d)
				}
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%d\n got %s\nwant %s", year, s, want)
		}
	}
}

func TestHolidayNames(t *testing.T) {
	for iso, want := range map[string]string{
		"2023-05-05": "Store bededag", "2024-04-26": "", "2026-04-05": "Påskedag", "2026-06-05": "", "2028-06-05": "2. pinsedag",
		"2026-12-24": "", "2027-05-06": "Kristi himmelfartsdag",
	} {
		if da, _, ok := Holiday(MustISO(iso)); da != want || ok != (want != "") {
			t.Errorf("Holiday(%s) = %q, %v, want %q", iso, da, ok, want)
		}
	}
	if da, en, ok := Closed(MustISO("2026-06-05")); da != "Grundlovsdag" || en != "Constitution Day" || !ok {
		t.Errorf("Closed(5 June) = %q, %q, %v", da, en, ok)
	}
	if _, _, ok := Closed(MustISO("2026-06-04")); ok {
		t.Error("4 June is not closed")
	}
}

func TestWorkdays(t *testing.T) {
	for iso, want := range map[string]bool{
		"2026-11-23": true, "2026-11-21": false, "2026-11-22": false, "2026-12-24": false, "2026-12-31": false,
		"2026-06-05": false, "2023-05-05": false, "2024-04-26": true, "2026-04-06": false, "2026-12-30": true,
	} {
		if got := IsWorkday(MustISO(iso)); got != want {
			t.Errorf("IsWorkday(%s) = %v", iso, got)
		}
	}
	for iso, want := range map[string]string{
		"2027-01-02": "2027-01-04", "2026-11-23": "2026-11-23", "2026-12-24": "2026-12-28", "2027-03-25": "2027-03-30",
	} {
		if got := NextWorkday(MustISO(iso)).String(); got != want {
			t.Errorf("NextWorkday(%s) = %s, want %s", iso, got, want)
		}
	}
	cases := []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-27", 1, "2026-11-30"}, {"2026-11-30", -1, "2026-11-27"}, {"2026-11-28", 0, "2026-11-28"},
		{"2026-12-23", 1, "2026-12-28"}, {"2026-12-30", 1, "2027-01-04"}, {"2027-01-04", -7, "2026-12-18"},
		{"2026-11-28", 1, "2026-11-30"},
	}
	for _, c := range cases {
		if got := AddWorkdays(MustISO(c.from), c.n).String(); got != c.want {
			t.Errorf("AddWorkdays(%s, %d) = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestWeekBounds(t *testing.T) {
	cases := []struct {
		year, week int
		from, to   string
	}{
		{2026, 53, "2026-12-28", "2027-01-03"}, {2027, 1, "2027-01-04", "2027-01-10"}, {2026, 1, "2025-12-29", "2026-01-04"},
		{2027, 53, "", ""}, {2026, 0, "", ""}, {2026, 54, "", ""}, {2020, 53, "2020-12-28", "2021-01-03"},
	}
	for _, c := range cases {
		from, to, ok := Week(c.year, c.week)
		if ok != (c.from != "") || ok && (from.String() != c.from || to.String() != c.to) {
			t.Errorf("Week(%d, %d) = %s, %s, %v", c.year, c.week, from, to, ok)
		}
	}
	for iso, want := range map[string]string{"2026-11-23": "2026-11-23", "2026-11-29": "2026-11-23", "2027-01-01": "2026-12-28"} {
		if got := MondayOf(MustISO(iso)).String(); got != want {
			t.Errorf("MondayOf(%s) = %s", iso, got)
		}
	}
	if from, to := QuarterOf(MustISO("2028-02-29")); from.String() != "2028-01-01" || to.String() != "2028-03-31" {
		t.Errorf("QuarterOf(29 February) = %s, %s", from, to)
	}
}

// TestClosedDaysAreNoHolidays keeps the two lists apart.
func TestClosedDaysAreNoHolidays(t *testing.T) {
	if slices.ContainsFunc(ClosedDays, func(c ClosedDay) bool {
		_, _, ok := Holiday(Date{2026, c.Month, c.Day})
		return ok || c.Da == "" || c.En == ""
	}) {
		t.Error("a closed day is a holiday in 2026 or lacks a name")
	}
}
