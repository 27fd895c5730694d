package text

import (
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"samspil/internal/when"
)

func (l Lang) tag() language.Tag {
	if l == English {
		return language.BritishEnglish // day first, as in Denmark
	}
	return language.Danish
}

// Number writes a whole number with the language's thousands separator: 1.234 and 1,234.
func Number(lang Lang, n int) string { return message.NewPrinter(lang.tag()).Sprintf("%d", n) }

var months = [2][13]string{
	{"", "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"},
	{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

var weekdays = [2][7]string{
	{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"},
	{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
}

func (l Lang) index() int {
	if l == English {
		return 1
	}
	return 0
}

var dateForm = New("%[1]s d. %[2]d. %[3]s %[4]d", "%[1]s %[2]d %[3]s %[4]d")

// Date writes the day with its weekday: "fredag d. 20. november 2026", "Friday 20 November 2026".
func Date(lang Lang, d when.Date) string {
	return dateForm.In(lang, weekdays[lang.index()][d.Weekday()], d.Day, months[lang.index()][d.Month], d.Year)
}

var shortDateForm = New("%[1]d. %[2]s %[3]d", "%[1]d %[2]s %[3]d")

// ShortDate writes "20. nov. 2026" and "20 Nov 2026".
func ShortDate(lang Lang, d when.Date) string {
	return shortDateForm.In(lang, d.Day, shortMonth(lang, d.Month), d.Year)
}

func shortMonth(lang Lang, m time.Month) string {
	name := months[lang.index()][m]
	if len(name) <= 4 {
		return name
	}
	if lang == English {
		return name[:3]
	}
	return name[:3] + "."
}

// Month writes "november 2026".
func Month(lang Lang, d when.Date) string { return months[lang.index()][d.Month] + " " + Year(d) }

// Year writes the year.
func Year(d when.Date) string { return d.String()[:4] }

var clockForm = New("kl. %02[1]d.%02[2]d", "%02[1]d:%02[2]d")

// Clock writes minutes after midnight: "kl. 9.30" is written "kl. 09.30", in English "09:30".
func Clock(lang Lang, c when.Clock) string { return clockForm.In(lang, int(c)/60, int(c)%60) }

// Time writes the local date and time of a moment.
func Time(lang Lang, t time.Time) string {
	local := t.In(when.Copenhagen)
	return ShortDate(lang, when.DateOf(t)) + " " + Clock(lang, when.Clock(local.Hour()*60+local.Minute()))
}

var (
	and = New("og", "and")
	or  = New("eller", "or")
)

// List joins with commas and a last "og" or "and".
func List(lang Lang, items []string) string { return joined(items, and.In(lang)) }

// OneOf joins with commas and a last "eller" or "or".
func OneOf(lang Lang, items []string) string { return joined(items, or.In(lang)) }

func joined(items []string, word string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + word + " " + items[last]
}

// Sort orders strings as the language's dictionaries do: in Danish æ ø å last, and aa as å.
func Sort(lang Lang, items []string) { collate.New(lang.tag()).SortStrings(items) }

// Cut shortens s to at most limit runes, with an ellipsis when something was left out.
func Cut(s string, limit int) string {
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	return strings.TrimRight(string(runes[:limit-1]), " ") + "…"
}
