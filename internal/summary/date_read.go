package summary

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"samspil/internal/when"
)

// iso is the date as exactly as it was stated: "2014-08-01", "2014-08", "2014".
func (d day) iso() string {
	switch {
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// before orders by what is stated; equal beginnings are not before.
func (d day) before(o day) bool {
	if d.year != o.year {
		return d.year < o.year
	}
	if d.month != o.month && d.month > 0 && o.month > 0 {
		return d.month < o.month
	}
	return d.month == o.month && d.day > 0 && o.day > 0 && d.day < o.day
}

func groups(s string, m []int) []string {
	list := make([]string, len(m)/2)
	for i := range list {
		if m[2*i] >= 0 {
			list[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return list
}

// lastOf is where the last group that took part ends.
func lastOf(m []int) int {
	end := 0
	for i := 2; i < len(m); i += 2 {
		end = max(end, m[i+1])
	}
	return end
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// fullYear reads a year of two digits as 20xx.
func fullYear(s string) int {
	if len(s) == 2 {
		return 2000 + number(s)
	}
	return number(s)
}

// valid reports whether the day exists. A day and a month without a year are kept: the label may tell that it is a
// deadline, but no date is made of them.
func (d day) valid() bool {
	if d.month > 12 || d.month < 0 || d.year == 0 && d.day == 0 {
		return false
	}
	year := d.year
	if year == 0 {
		year = 2000
	}
	if d.day > 0 {
		_, ok := when.NewDate(year, time.Month(d.month), d.day)
		return ok && d.month > 0
	}
	return d.month > 0 || d.day == 0
}

func (d *document) taken(list []day, s span) bool {
	for _, o := range list {
		if s.from < o.to && o.from < s.to {
			return true
		}
	}
	return false
}

// addYears adds what has a year and no day.
func addYears(add func(*regexp.Regexp, func([]string) day), named bool) {
	add(seasonal, func(m []string) day { return day{year: number(m[2]), words: true} })
	if named {
		add(monthYear, func(m []string) day { return day{year: number(m[2]), month: months[m[1][:3]]} })
	}
	add(monthSlash, func(m []string) day { return day{year: number(m[2]), month: number(m[1])} })
	add(bareYear, func(m []string) day { return day{year: number(m[1])} })
	add(shortFrom, func(m []string) day { return day{year: number(m[1])} })
	add(shortTo, func(m []string) day { return day{year: 2000 + number(m[1])} })
}

// openMonth is the first end of "fra marts til september 2025", which has its year from the second.
var openMonth = regexp.MustCompile(`(?:^|[^\pL.\d] ?)(` + monthNames + `)(?: ?- ?| til | til og med | to )(?:` + monthNames + `) ((?:19|20)\d\d)(?:$|\D)`)

func (d *document) openMonths(s span, list []day) []day {
	low := d.low[s.from:s.to]
	for _, m := range openMonth.FindAllStringSubmatchIndex(low, -1) {
		g := groups(low, m)
		at := day{span: span{s.from + m[2], s.from + m[3]}, year: number(g[2]), month: months[g[1][:3]]}
		if !d.taken(list, at.span) {
			list = append(list, at)
		}
	}
	return list
}

// namesMonth reports whether the beginning of any month's name stands in a text.
func namesMonth(low string) bool {
	for stem := range months {
		if strings.Contains(low, stem) {
			return true
		}
	}
	return false
}
