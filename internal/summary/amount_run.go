package summary

import (
	"regexp"
	"strings"

	"samspil/internal/text"
)

// skippable cells stand among the numbers of a row and are none: a currency, a percentage, a dash.
func (d *document) skippable(s span) bool {
	low := d.low[s.from:s.to]
	return currencies[strings.TrimRight(low, ".")] != "" || strings.Trim(low, "0123456789.,% -") == "" || strings.HasSuffix(low, "pct.")
}

// yearRow reports a row of years: the heading of columns.
func (d *document) yearRow(cells []figure) bool {
	for _, f := range cells {
		if f.groups || f.places > 0 || f.digits < 1990 || f.digits > 2060 {
			return false
		}
	}
	return true
}

// moneyWords say that the number beside them is kroner although nothing says so.
var moneyWords = []string{"beløb", "*budget", "*tilskud", "*finansiering", "*udgift", "*omkostning", "*støtte$", "i alt", "*løn", "*midler", "total", "grant",
	"cost", "funding", "*bidrag", "ansøgt", "*indtægt", "*honorar", "overhead", "revision", "salaries", "*pulje", "*fond", "amount"}

// mostRun is how many rows above a row may tell what its numbers are.
const mostRun = 30

// runOf is where the rows with numbers begin that lead down to row i, the line above them included.
func (d *document) runOf(lines []line, i int) int {
	first := i
	for first > 0 && i-first < mostRun {
		cells, _ := d.numbers(lines[first-1])
		if first--; len(cells) == 0 {
			break
		}
	}
	return lines[first].from
}

// leastSum is less than any budget comes to, in kroner, and more than most tables count.
const leastSum = 100_000

// runsToSum reports whether the rows below row i end in their sum, of a size that is no number of people.
func (d *document) runsToSum(lines []line, i int) bool {
	for j := i + 1; j < len(lines) && j-i < mostRun; j++ {
		cells, label := d.numbers(lines[j])
		if len(cells) == 0 {
			return false
		}
		if has(d.low[label.from:label.to], "i alt$", "total$", "sum$") {
			return cells[len(cells)-1].digits >= leastSum
		}
	}
	return false
}

// inEuro is a document that says of its budget that it is in euro.
var inEuro = regexp.MustCompile(`(?:budgettet|beløbene?|alle beløb|alle tal|the budget|all (?:amounts|figures))(?: \pL+){0,2} (?:i|in) (?:euro|eur)(?:$|[^\pL])|programmet regner i euro`)

// currency is that of numbers of which nothing says it.
func (d *document) currency() string {
	if d.bare == "" {
		d.bare = "DKK"
		if inEuro.MatchString(d.low) {
			d.bare = "EUR"
		}
	}
	return d.bare
}

// unmarked reads a row whose label speaks of money and whose numbers have separators, such as "Samlet budget: 500.000",
// when no heading gives a unit. Such a number is kroner.
func (d *document) unmarked(lines []line, i int) []sum {
	l := lines[i]
	cells, label := d.numbers(l)
	if len(cells) == 0 || l.joined || l.to-l.from > 120 && !l.stacked {
		return nil
	}
	if label.to <= label.from && i > 0 {
		label = lines[i-1].span
	}
	low := d.low[label.from:label.to]
	if !has(d.low[d.runOf(lines, i):label.to], moneyWords...) && !d.runsToSum(lines, i) || has(low, "antal", "deltagere", "number of", "cvr", "j.nr", "sag", "tlf", "kontonummer", "konto") || label.to-label.from > 90 {
		return nil
	}
	hours := has(low, "timer", "årsværk")
	var list []sum
	for _, f := range cells {
		if hours && f.digits < mostHours {
			continue
		}
		if minor, ok := f.times(1, separator(d.low, f), d.lang == text.English); ok && f.digits >= 1000 && (f.groups || f.places == 2 && f.digits >= 100_000) {
			list = append(list, sum{span: f.span, Amount: Amount{Minor: minor, Currency: d.currency(), Text: d.text[f.from:f.to]}, row: label, confidence: 0.7})
		}
	}
	return list
}
