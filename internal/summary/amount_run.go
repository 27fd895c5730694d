package summary

import (
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
func (d *document) runOf(i int) int {
	first := i
	for first > 0 && i-first < mostRun {
		cells, _ := d.numbers(d.lines[first-1])
		if first--; len(cells) == 0 {
			break
		}
	}
	return d.lines[first].from
}

// unmarked reads a row whose label speaks of money and whose numbers have separators, such as "Samlet budget: 500.000",
// when no heading gives a unit. Such a number is kroner.
func (d *document) unmarked(i int) []sum {
	l := d.lines[i]
	cells, label := d.numbers(l)
	if len(cells) == 0 || l.joined || l.to-l.from > 120 {
		return nil
	}
	if label.to <= label.from && i > 0 {
		label = d.lines[i-1].span
	}
	low := d.low[label.from:label.to]
	if !has(d.low[d.runOf(i):label.to], moneyWords...) || has(low, "antal", "timer", "årsværk", "deltagere", "number of", "cvr", "j.nr", "sag", "tlf", "kontonummer", "konto") || label.to-label.from > 90 {
		return nil
	}
	var list []sum
	for _, f := range cells {
		if minor, ok := f.times(1, separator(d.low, f), d.lang == text.English); ok && f.digits >= 1000 && (f.groups || f.places == 2 && f.digits >= 100_000) {
			list = append(list, sum{span: f.span, Amount: Amount{Minor: minor, Currency: "DKK", Text: d.text[f.from:f.to]}, row: label, confidence: 0.7})
		}
	}
	return list
}
