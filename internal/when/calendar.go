package when

import (
	"sync"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/dk"
)

// helligdage pairs the library's rule for each public holiday with its names. The library's own list leaves out
// Easter Sunday and Whit Sunday and counts Grundlovsdag, which is a closed day but no helligdag.
var helligdage = []struct {
	rule   *cal.Holiday
	da, en string
}{
	{dk.Nytaarsdag, "Nytårsdag", "New Year's Day"},
	{dk.Skaertorsdag, "Skærtorsdag", "Maundy Thursday"},
	{dk.Langfredag, "Langfredag", "Good Friday"},
	{aa.Easter, "Påskedag", "Easter Sunday"},
	{dk.AndenPaaskedag, "2. påskedag", "Easter Monday"},
	{dk.StoreBededag, "Store bededag", "General Prayer Day"}, // the rule itself ends with 2023
	{dk.KristiHimmelfartsdag, "Kristi himmelfartsdag", "Ascension Day"},
	{aa.Pentecost, "Pinsedag", "Whit Sunday"},
	{dk.AndenPinsedag, "2. pinsedag", "Whit Monday"},
	{dk.Juledag, "Juledag", "Christmas Day"},
	{dk.AndenJuledag, "2. juledag", "Second Day of Christmas"},
}

// ClosedDay is a day of the year on which public offices are closed although it is no helligdag.
type ClosedDay struct {
	Month  time.Month
	Day    int
	Da, En string
}

// ClosedDays are the usual closed days of Danish public offices. Offices differ (1 May from noon, the day after
// Kristi himmelfart); only days that nearly all keep are listed.
var ClosedDays = []ClosedDay{
	{time.June, 5, "Grundlovsdag", "Constitution Day"},
	{time.December, 24, "Juleaftensdag", "Christmas Eve"},
	{time.December, 31, "Nytårsaftensdag", "New Year's Eve"},
}

type dayName struct{ da, en string }

// holidayYears keeps the holidays of a year once worked out (int → map[Date]dayName).
var holidayYears sync.Map

func holidaysOf(year int) map[Date]dayName {
	if known, ok := holidayYears.Load(year); ok {
		return known.(map[Date]dayName)
	}
	days := make(map[Date]dayName, len(helligdage))
	for _, h := range helligdage {
		if actual, _ := h.rule.Calc(year); !actual.IsZero() {
			days[civil(actual)] = dayName{h.da, h.en}
		}
	}
	holidayYears.Store(year, days)
	return days
}

// Holiday names the public holiday (helligdag) that falls on d in Danish and English; ok is false when d is none.
// When two fall together the later in the church year names the day.
func Holiday(d Date) (da, en string, ok bool) {
	n, ok := holidaysOf(d.Year)[d]
	return n.da, n.en, ok
}

// Closed names the entry of ClosedDays that falls on d; ok is false when there is none.
func Closed(d Date) (da, en string, ok bool) {
	for _, c := range ClosedDays {
		if c.Month == d.Month && c.Day == d.Day {
			return c.Da, c.En, true
		}
	}
	return "", "", false
}

// IsWorkday reports whether offices are open on d: Monday to Friday, no helligdag and none of ClosedDays.
func IsWorkday(d Date) bool {
	if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return false
	}
	if _, _, closed := Closed(d); closed {
		return false
	}
	_, _, holiday := Holiday(d)
	return !holiday
}

// NextWorkday is the first workday on or after d.
func NextWorkday(d Date) Date {
	for !IsWorkday(d) {
		d = d.AddDays(1)
	}
	return d
}

// AddWorkdays counts n workdays on from d, or back when n is negative; d itself is not counted, so that one
// workday after a Friday is Monday. With n = 0 it is d, workday or not.
func AddWorkdays(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		if d = d.AddDays(step); IsWorkday(d) {
			n--
		}
	}
	return d
}
