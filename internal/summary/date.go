package summary

import (
	"regexp"
	"strings"
)

// day is a date found in the text. Year, month and day are 0 where the words do not state them.
type day struct {
	span
	year, month, day int
	words            bool // a season, a quarter or a week: only its words say when
}

const monthNames = `januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october|` +
	`jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec`

var (
	dayMonth   = regexp.MustCompile(`(?:^|[^\d.,/])(\d{1,2})(?:\.|st|nd|rd|th)? ?(` + monthNames + `)\.?,? ?((?:19|20)\d\d)?(?:$|[^\pL\d])`)
	monthDay   = regexp.MustCompile(`(?:^|[^\pL])(` + monthNames + `)\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?:$|[^\d])`)
	monthYear  = regexp.MustCompile(`(?:^|[^\pL])(` + monthNames + `)\.?,? ((?:19|20)\d\d)(?:$|[^\d])`)
	numeric    = regexp.MustCompile(`(?:^ ?[-/] ?|^|[^\d.,/-])(\d{1,2}) ?([./-]) ?(\d{1,2})(?: ?[./-] ?| )((?:19|20)\d\d|\d\d)(?:$|[^\d])`)
	isoDay     = regexp.MustCompile(`(?:^|[^\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?:$|[^\d-])`)
	monthSlash = regexp.MustCompile(`(?:^|[^\d./-])(\d{1,2})/((?:19|20)\d\d)(?:$|[^\d])`)
	bareYear   = regexp.MustCompile(`(?:^ ?[-/] ?|^|[^\d.,/§-])((?:19|20)\d\d)(?:$|[^\d.,/%-]|[.,/-]\D|[.,/-]$| ?[-/] ?(?:19|20)\d\d(?:\D|$))`)
	shortFrom  = regexp.MustCompile(`(?:^|[^\d.,/§-])(20\d\d) ?[-/] ?(?:1[3-9]|[2-4]\d)(?:$|[^\d.,/-]|[.,]\D|[.,]$)`) // "2020-23"
	shortTo    = regexp.MustCompile(`(?:^|[^\d.,/§-])20\d\d ?[-/] ?(1[3-9]|[2-4]\d)(?:$|[^\d.,/-]|[.,]\D|[.,]$)`)
	seasonal   = regexp.MustCompile(`(?:^|[^\pL])((?:i |ved |i løbet af )?(?:foråret|forår|sommeren|sommer|efteråret|efterår|vinteren|udgangen af|primo|medio|ultimo|uge \d{1,2},?|` +
		`[1-4]\. kvartal|[12]\. halvår|q[1-4]|spring|summer|autumn|winter|end of|early|late) (?:i |af )?((?:19|20)\d\d))(?:$|[^\d])`)
)

// months leads from the first three letters of a month to its number.
var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12}

// days finds the dates in a span, in order and not overlapping. Longer readings win.
func (d *document) days(s span) []day {
	if known, ok := d.dates[s]; ok {
		return known
	}
	low := d.low[s.from:s.to]
	if !strings.ContainsAny(low, "0123456789") {
		return nil
	}
	var list []day
	add := func(re *regexp.Regexp, build func(m []string) day) {
		for from := 0; from < len(low); {
			m := re.FindStringSubmatchIndex(low[from:])
			if m == nil {
				return
			}
			words := groups(low[from:], m)
			at := build(words)
			at.span = span{s.from + from + m[2], s.from + from + lastOf(m)}
			if at.valid() && !d.taken(list, at.span) {
				list = append(list, at)
			}
			from += max(lastOf(m), 1)
		}
	}
	named := namesMonth(low)
	years := strings.Contains(low, "19") || strings.Contains(low, "20")
	if named {
		add(dayMonth, func(m []string) day { return day{year: number(m[3]), month: months[m[2][:3]], day: number(m[1])} })
		add(monthDay, func(m []string) day { return day{year: number(m[3]), month: months[m[1][:3]], day: number(m[2])} })
	}
	if strings.ContainsAny(low, "./-") {
		add(isoDay, func(m []string) day { return day{year: number(m[1]), month: number(m[2]), day: number(m[3])} })
		add(numeric, func(m []string) day { return day{year: fullYear(m[4]), month: number(m[3]), day: number(m[1])} })
	}
	if years {
		addYears(add, named)
	}
	if named && years {
		list = d.openMonths(s, list)
	}
	if d.dates == nil {
		d.dates = map[span][]day{}
	}
	d.dates[s] = sorted(list)
	return d.dates[s]
}
