// Package when understands the dates, times of day, lengths of time and periods that Danish and English
// caseworkers write ("i fredags", "tors uge 47", "3/12", "halv ti", "last quarter"), and knows the Danish
// working calendar. It never reads the clock: now is always an argument.
package when

import (
	"database/sql/driver"
	"fmt"
	"time"
	_ "time/tzdata" // the machine's own zone files may be missing or old
)

// Copenhagen is the zone of every local date in the program.
var Copenhagen = mustLoad("Europe/Copenhagen")

func mustLoad(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // time/tzdata is linked in, so this is a broken build
	}
	return loc
}

// Date is a calendar day in Denmark, without a time of day. The zero Date means "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day on which t falls in Copenhagen.
func DateOf(t time.Time) Date {
	y, m, d := t.In(Copenhagen).Date()
	return Date{y, m, d}
}

// NewDate returns the day and whether it exists (31 April and 29 February 2027 do not).
// Years run from 1 to 9999, so that String is always ten characters.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	d := Date{year, month, day}
	return d, year >= 1 && year <= 9999 && d == civil(d.noonUTC())
}

// ParseISO reads "2026-11-23".
func ParseISO(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("not a date of the form 2026-11-23: %q", s)
	}
	return civil(t), nil
}

// MustISO is ParseISO for constants and tests.
func MustISO(s string) Date {
	d, err := ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

func civil(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// noonUTC stands for the day where only whole days are counted: UTC has no clock changes.
func (d Date) noonUTC() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// String is the ISO form, "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// AddDays counts n days on, or back when n is negative.
func (d Date) AddDays(n int) Date { return civil(d.noonUTC().AddDate(0, 0, n)) }

// Sub is the number of days from o to d, positive when d is later.
func (d Date) Sub(o Date) int { return int(d.noonUTC().Sub(o.noonUTC()).Hours() / 24) }

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.noonUTC().Before(o.noonUTC()) }

// After reports whether d is a later day than o.
func (d Date) After(o Date) bool { return d.noonUTC().After(o.noonUTC()) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.noonUTC().Weekday() }

// ISOWeek is the ISO 8601 year and week: 1 January 2027 lies in week 53 of 2026.
func (d Date) ISOWeek() (year, week int) { return d.noonUTC().ISOWeek() }

// At is the moment of that day in Copenhagen at hour:minute. An hour that the spring clock change leaves out
// gives the moment an hour later, as time.Date does.
func (d Date) At(hour, minute int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, Copenhagen)
}

// Value stores the ISO form; the zero Date is NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads what Value stored.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	case time.Time: // a driver that knows the column as a date
		*d = civil(v)
		return nil
	}
	return fmt.Errorf("cannot read a date from %T", src)
}

// MarshalText gives the ISO form, so that JSON holds "2026-11-23" and "" for no date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseISO(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
