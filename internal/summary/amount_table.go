package summary

import (
	"samspil/internal/text"
)

// tableUnit is the unit that a heading or a caption gives to the bare numbers below it: "(1.000 kr.)".
type tableUnit struct {
	unit
	header  line
	columns []int // the cells of the header that say the unit, from the right; none: all of them
	misses  int   // lines since the last number
	rows    int
}

// mostMisses is how many lines without a number end a table.
const mostMisses = 3

// tabled finds the bare numbers under such headings.
func (d *document) tabled() []sum {
	var list []sum
	var t *tableUnit
	for i, l := range d.lines {
		if u := d.tableHead(l); u != nil {
			if cells, _ := d.numbers(l); len(cells) > 0 && !d.yearRow(cells) { // "Egenfinansiering (kr.)	1.460.000"
				u.header.cells = u.header.cells[:1]
				list = append(list, d.rowSums(i, u)...)
				continue
			}
			t = u
			continue
		}
		if t == nil {
			list = append(list, d.unmarked(i)...)
			continue
		}
		if words := d.headingWords(l); words != nil && t.rows == 0 {
			l.cells = words
		}
		if d.headsColumns(l) {
			t.header, t.columns, t.misses = l, nil, 0
			continue
		}
		if numbering.MatchString(d.text[l.from:l.to]) && len(l.cells) == 1 || l.blank && labelOf(d.low[l.from:l.to]) != "" {
			t = nil
			continue
		}
		found := d.rowSums(i, t)
		if list = append(list, found...); len(found) > 0 {
			t.misses = 0
			t.rows++
			continue
		}
		if t.misses++; t.misses > mostMisses || l.to-l.from > 100 || l.blank && t.misses > 1 {
			t = nil
		}
	}
	return list
}

// rowSums reads the numbers at the end of a row.
func (d *document) rowSums(i int, t *tableUnit) []sum {
	l := d.lines[i]
	cells, label := d.numbers(l)
	if len(cells) == 0 || d.yearRow(cells) {
		return nil
	}
	if label.to <= label.from {
		label = t.header.cells[0]
		if i > 0 && len(t.header.cells) > 1 {
			label = d.lines[i-1].span
		}
	}
	if has(d.low[label.from:label.to], "antal", "timer", "årsværk", "number of", "timepris") && !has(d.low[label.from:label.to], "kr", "dkk") {
		return nil
	}
	var list []sum
	for k, f := range cells {
		column, counts := d.column(t, len(cells)-1-k, len(cells))
		minor, ok := f.times(t.times, separator(d.low, f), d.lang == text.English)
		if !ok || counts || t.times == 1 && f.digits < 100 {
			continue
		}
		list = append(list, sum{span: f.span, Amount: Amount{Minor: minor, Currency: t.currency, Text: d.text[f.from:f.to]}, row: label, column: column, confidence: 0.85})
	}
	return list
}

// notColumns head the columns that hold no money.
var notColumns = []string{"antal", "timer", "årsværk", "%", "pct", "nr$", "note", "timepris", "hours", "number", "andel", "procent", "deltagere"}

// column is the heading over a number, counted from the right, and whether it holds something else than money.
func (d *document) column(t *tableUnit, right, cells int) (span, bool) {
	i := len(t.header.cells) - 1 - right
	if len(t.header.cells) < 2 || i < 0 || cells > len(t.header.cells) {
		return span{}, false
	}
	c := t.header.cells[i]
	low := d.low[c.from:c.to]
	if t.columns != nil && len(t.columns) < cells {
		marked := false
		for _, k := range t.columns {
			marked = marked || k == right
		}
		if !marked && has(low, notColumns...) {
			return c, true
		}
	}
	return c, has(low, notColumns...) && !has(low, "kr", "dkk")
}
