package summary

import "strings"

// A table whose cells came out of the conversion one to a line is put together again: the lines of its heading and of each
// row become one line with cells, as where tabs keep them apart. "Kilde / EUR / DKK" above "Region Sjælland / 124.000 / 923.800".

const (
	mostCell    = 60 // bytes of the heading of a column
	mostColumns = 12
	leastRows   = 2 // below that it is a label and its value
)

// restacked are the document's lines with such tables put together.
func (d *document) restacked() []line {
	if d.stacks != nil {
		return d.stacks
	}
	list := []line{}
	for i := 0; i < len(d.lines); {
		rows, next := d.stackAt(i)
		if rows == nil {
			rows, next = d.pairsAt(i)
		}
		if rows == nil {
			list = append(list, d.lines[i])
			i++
			continue
		}
		list = append(list, rows...)
		i = next
	}
	d.stacks = list
	return list
}

// stackAt is the table whose heading begins at line i, and the line behind it; nil where none begins.
func (d *document) stackAt(i int) (rows []line, next int) {
	// The cells of the heading, then the label of the first row: the last line of words before the numbers.
	j := i
	for j < len(d.lines) && j-i < mostColumns && d.headCell(j) && (j == i || !d.lines[j].blank) {
		j++
	}
	columns := j - i
	if columns > 0 && j < len(d.lines) && d.bareNumber(j) { // no empty line stands before the first row
		columns--
	}
	if columns < 2 || i+columns >= len(d.lines) {
		return nil, 0
	}
	rows = []line{d.stack(i, i+columns)}
	for at := i + columns; ; {
		end := d.rowEnd(at, columns)
		if end == at {
			if len(rows)-1 < leastRows {
				return nil, 0
			}
			return rows, at
		}
		rows, at = append(rows, d.stack(at, end)), end
	}
}

// leastPairs is how many labels with a number below each make a table that has no heading.
const leastPairs = 3

// pairsAt is the table of labels and numbers by turns that begins at line i.
func (d *document) pairsAt(i int) (rows []line, next int) {
	at := i
	for end := d.rowEnd(at, 2); end > at; end = d.rowEnd(at, 2) {
		rows, at = append(rows, d.stack(at, end)), end
	}
	if len(rows) < leastPairs {
		return nil, 0
	}
	return rows, at
}

// headCell reports a line that can head a column.
func (d *document) headCell(i int) bool {
	l := d.lines[i]
	if l.joined || l.bullet || len(l.cells) > 1 || l.to-l.from > mostCell || strings.ContainsAny(d.text[l.from:l.to], ":;") {
		return false
	}
	f, number := d.cell(l.span)
	return !number || d.yearRow([]figure{f})
}

// bareNumber reports a line that is a number, and no year.
func (d *document) bareNumber(i int) bool {
	f, ok := d.cell(d.lines[i].span)
	return ok && !d.yearRow([]figure{f}) || d.dash(i)
}

func (d *document) dash(i int) bool { return d.text[d.lines[i].from:d.lines[i].to] == "-" }

// rowEnd is the line behind the row that begins at line i: a label and at least one number in at most as many cells as there
// are columns; i where none begins.
func (d *document) rowEnd(i, columns int) int {
	if i >= len(d.lines) {
		return i
	}
	l := d.lines[i]
	if l.joined || l.bullet || len(l.cells) > 1 || l.to-l.from > mostHeading || d.bareNumber(i) || annexHead.MatchString(d.low[l.from:l.to]) {
		return i
	}
	numbers, j := 0, i+1
	for ; j < len(d.lines) && j-i < columns && !d.lines[j].blank && len(d.lines[j].cells) == 1; j++ {
		switch {
		case d.bareNumber(j):
			numbers++
		case numbers > 0 && d.skippable(d.lines[j].span) || numbers == 0 && d.lines[j].to-d.lines[j].from <= 3:
			// "65 %" behind the numbers, "DK" before them
		default:
			if numbers == 0 {
				return i
			}
			return j
		}
	}
	if numbers == 0 {
		return i
	}
	return j
}

// stack makes one line of those from i to before j.
func (d *document) stack(i, j int) line {
	l := line{span: span{d.lines[i].from, d.lines[j-1].to}, blank: d.lines[i].blank, stacked: true}
	for _, c := range d.lines[i:j] {
		l.cells = append(l.cells, c.span)
	}
	return l
}
