package summary

import (
	"strings"

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
	lines := d.restacked()
	for i, l := range lines {
		if u := d.tableHead(l); u != nil {
			if cells, _ := d.numbers(l); len(cells) > 0 && !d.yearRow(cells) { // "Egenfinansiering (kr.)	1.460.000"
				u.header.cells = u.header.cells[:1]
				list = append(list, d.rowSums(lines, i, u)...)
				continue
			}
			t = u
			continue
		}
		if t == nil {
			list = append(list, d.unmarked(lines, i)...)
			continue
		}
		if words := d.headingWords(l); words != nil && t.rows == 0 {
			l.cells = words
		}
		if d.headsColumns(l) {
			t.header, t.columns, t.misses = l, nil, 0
			continue
		}
		if annexHead.MatchString(d.low[l.from:l.to]) || numbering.MatchString(d.text[l.from:l.to]) && len(l.cells) == 1 && !d.largeEnd(l) || l.blank && labelOf(d.low[l.from:l.to]) != "" {
			t = nil
			continue
		}
		found := d.rowSums(lines, i, t)
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

// rowsHead is the heading over the labels of the rows.
func (t *tableUnit) rowsHead() span {
	if len(t.header.cells) < 2 {
		return span{}
	}
	return t.header.cells[0]
}

// largeEnd reports a line such as "5.1 Udgifter: 6.400.000": a numbered row, no heading of what follows.
func (d *document) largeEnd(l line) bool {
	cells, _ := d.numbers(l)
	return len(cells) > 0 && !d.yearRow(cells) && cells[len(cells)-1].groups
}

// wholeLast marks the last cell of a row when it is the sum of the others.
func wholeLast(list []sum) []sum {
	if len(list) < 3 {
		return list
	}
	last, rest := &list[len(list)-1], int64(0)
	for _, a := range list[:len(list)-1] {
		rest += a.Minor
	}
	last.whole = rest == last.Minor
	return list
}

// mostHours is more than a row counts of hours or people: "Deltagende virksomheders timer 1.500.000" is their cost.
const mostHours = 50_000

// rowSums reads the numbers at the end of a row.
func (d *document) rowSums(lines []line, i int, t *tableUnit) []sum {
	l := lines[i]
	cells, label := d.numbers(l)
	if len(cells) == 0 || d.yearRow(cells) {
		return nil
	}
	if label.to <= label.from {
		label = t.header.cells[0]
		if i > 0 && len(t.header.cells) > 1 {
			label = lines[i-1].span
		}
	}
	counts := has(d.low[label.from:label.to], "antal", "timer", "årsværk", "number of", "timepris") && !has(d.low[label.from:label.to], "kr", "dkk")
	var list []sum
	for k, f := range cells {
		var caption span
		if len(t.header.cells) == 1 && !strings.Contains(d.low[label.from:label.to], ":") && has(d.low[t.header.from:t.header.to], "ansøgt", "søgt", "ansøges", "requested") {
			caption = t.header.span
		}
		column, other := d.column(t, l, f, len(cells)-1-k, len(cells))
		u := t.unit
		if own, ok := d.markOf(column); ok {
			u = own // "Budget (EUR)" beside "Budget (DKK)"
		}
		minor, ok := f.times(u.times, separator(d.low, f), d.lang == text.English)
		if !ok || other || counts && u.times == 1 && f.digits < mostHours || u.times == 1 && f.digits < 100 {
			continue
		}
		if caption.to > 0 {
			column = caption
		}
		list = append(list, sum{span: f.span, Amount: Amount{Minor: minor, Currency: u.currency, Text: d.text[f.from:f.to]}, row: label, column: column, rows: t.rowsHead(), confidence: 0.85})
	}
	return wholeLast(list)
}
