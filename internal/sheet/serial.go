package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"samspil/internal/when"
)

// Days that Excel may mean: from 1954 to 2119, counted from 1900. A number outside is a year, an amount, a number of
// something else.
const (
	firstSerial = 20_000
	lastSerial  = 80_000
)

// Serial reads a date as a workbook keeps it: "46349" is 2026-11-23, "46349.5" the same day at noon. The clock is
// when.Clock's minutes, and -1 for a whole day. ok is false for what is no such number.
func Serial(cell string, from1904 bool) (day when.Date, clock when.Clock, ok bool) {
	n, err := strconv.ParseFloat(cell, 64)
	first, last := float64(firstSerial), float64(lastSerial)
	if from1904 {
		first, last = first-1462, last-1462 // the days between the two beginnings
	}
	if err != nil || !(n >= first && n < last) {
		return when.Date{}, -1, false
	}
	t, err := excelize.ExcelDateToTime(n, from1904)
	if err != nil {
		return when.Date{}, -1, false
	}
	day, ok = when.NewDate(t.Year(), t.Month(), t.Day())
	if clock = when.Clock(t.Hour()*60 + t.Minute()); n == float64(int(n)) {
		clock = -1
	}
	return day, clock, ok
}
