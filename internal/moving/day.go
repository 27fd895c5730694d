package moving

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/sheet"
	"samspil/internal/when"
)

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ,]+(\d.*))?$`)
	dayFirst  = regexp.MustCompile(`^(?:d\. ?|den )?(\d{1,2})[-./ ]{1,2}(\d{1,2})[-./ ]{1,2}(\d{4}|\d{2})(?:[T ,]+(?:kl\.? ?)?(\d.*))?$`)
	eight     = regexp.MustCompile(`^\d{8}$`)
	withYear  = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	ofDay     = regexp.MustCompile(`^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?$`)
)

// earliest is the first year of which a contact is believed: an earlier one is a wrong cell.
const earliest = 1950

// readDay reads a day as Danes and their programs write it, with or without a time of day: 2026-11-23, 23.11.2026,
// 23/11-26, 20261123, 23. november 2026, 2026-11-23T09:30:00Z, and Excel's 46349. A day without its year is none, nor is
// one that is merely likely.
func readDay(cell string, from1904 bool, now time.Time) (day when.Date, clock when.Clock, ok bool) {
	cell = strings.TrimSpace(cell)
	if day, clock, ok = sheet.Serial(cell, from1904); !ok {
		day, clock, ok = writtenDay(cell, now)
	}
	return day, clock, ok && day.Year >= earliest && day.Year <= now.Year()+10
}

func writtenDay(cell string, now time.Time) (when.Date, when.Clock, bool) {
	if t, err := time.Parse(time.RFC3339, cell); err == nil {
		local := t.In(when.Copenhagen)
		return when.DateOf(t), when.Clock(local.Hour()*60 + local.Minute()), true
	}
	if m := yearFirst.FindStringSubmatch(cell); m != nil {
		return dayOf(m[1], m[2], m[3], m[4])
	}
	if m := dayFirst.FindStringSubmatch(strings.ToLower(cell)); m != nil {
		return dayOf(m[3], m[2], m[1], m[4])
	}
	if eight.MatchString(cell) {
		if day, clock, ok := dayOf(cell[:4], cell[4:6], cell[6:], ""); ok && day.Year >= earliest {
			return day, clock, true
		}
		return dayOf(cell[4:], cell[2:4], cell[:2], "")
	}
	if len(cell) > 60 || !withYear.MatchString(cell) {
		return when.Date{}, crm.NoClock, false
	}
	e, ok := when.Parse(cell, now, when.Past)
	day, sure := e.Day()
	return day, crm.NoClock, ok && sure
}

// dayOf puts a day together; of two digits, a year up to ten years ahead of 2026 is in this century.
func dayOf(y, m, d, rest string) (when.Date, when.Clock, bool) {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	number, _ := strconv.Atoi(d)
	switch {
	case len(y) == 2 && year < 70:
		year += 2000
	case len(y) == 2:
		year += 1900
	}
	day, ok := when.NewDate(year, time.Month(month), number)
	clock := crm.NoClock
	if rest != "" {
		clock, _ = readClock(rest)
	}
	if clock == 0 { // a program that has no time of day writes midnight
		clock = crm.NoClock
	}
	return day, clock, ok
}

// readClock reads a time of day: 9:30, 09.30, kl. 9, 0930, and Excel's share of a day.
func readClock(cell string) (when.Clock, bool) {
	cell = strings.TrimSpace(cell)
	if m := ofDay.FindStringSubmatch(cell); m != nil {
		h, _ := strconv.Atoi(m[1])
		min, _ := strconv.Atoi(m[2])
		if h < 24 && min < 60 {
			return when.Clock(h*60 + min), true
		}
		return crm.NoClock, false
	}
	if share, err := strconv.ParseFloat(cell, 64); err == nil && strings.Contains(cell, ".") && share > 0 && share < 1 {
		return when.Clock(share*24*60 + 0.5), true
	}
	if len(cell) > 20 {
		return crm.NoClock, false
	}
	e, ok := when.Parse(cell, time.Time{}, when.Nearest)
	if !ok || e.Kind != when.KindClock {
		return crm.NoClock, false
	}
	return e.Clock, true
}

// readMinutes reads a length: 90, 1½ time.
func readMinutes(cell string, now time.Time) (int, bool) {
	if n, ok := readNumber(cell); ok {
		return n, n < 24*60
	}
	e, ok := when.Parse(cell[:min(len(cell), 40)], now, when.Nearest)
	return e.Minutes, ok && e.Kind == when.KindLength
}

// readNumber reads a whole number, also as a spreadsheet keeps it.
func readNumber(cell string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(cell), ".0"))
	return n, err == nil && n >= 0 && n <= 1_000_000_000
}
