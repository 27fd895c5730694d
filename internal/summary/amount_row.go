package summary

import (
	"regexp"
	"slices"
	"strings"
)

// pageNumber is the foot of a page.
var pageNumber = regexp.MustCompile(`^(?:side|page|s\.) ?\d+(?: ?(?:af|of|/) ?\d+)?$`)

// numbers reads the cells of a row that are numbers alone, from the right, and gives the rest as its label. Where the
// conversion kept no gaps, the numbers that end the line are its cells.
func (d *document) numbers(l line) (cells []figure, label span) {
	label = span{l.from, l.to}
	if pageNumber.MatchString(d.low[l.from:l.to]) {
		return nil, label
	}
	if len(l.cells) > 1 {
		least := 0
		if f, ok := d.cell(l.cells[0]); ok && d.yearRow([]figure{f}) {
			least = 1 // "2019	340.000": the year is the label
		}
		for i := len(l.cells) - 1; i >= least; i-- {
			f, ok := d.cell(l.cells[i])
			if !ok && len(cells) == 0 && i == len(l.cells)-1 && i > least+1 {
				continue // what is said of the row: "VELUX FONDEN	1.200.000	Tilsagn"
			}
			if !ok && d.text[l.cells[i].from:l.cells[i].to] != "" && !d.skippable(l.cells[i]) {
				break
			}
			if label.to = l.cells[i].from; ok {
				cells = append([]figure{f}, cells...)
			}
		}
		if len(cells) > 0 && label.to > l.from {
			label.to = l.cells[0].to
		}
		return cells, label
	}
	if f, ok := d.cell(l.span); ok && !d.dated(f) {
		return []figure{f}, span{l.from, l.from}
	}
	return d.tail(l)
}

// cell reads a whole cell as one number.
func (d *document) cell(s span) (figure, bool) {
	raw := d.low[s.from:s.to]
	from := s.from + len(raw) - len(strings.TrimLeft(raw, "-("))
	if from >= s.to || d.low[from] < '0' || d.low[from] > '9' || s.to-s.from > 24 {
		return figure{}, false
	}
	f, ok := figureAt(d.low[:s.to], from)
	f.minus = strings.HasPrefix(raw, "-") || strings.HasPrefix(raw, "(") && strings.HasSuffix(raw, ")")
	rest := strings.Trim(d.low[f.to:s.to], " )")
	return f, ok && (rest == "" || rest == ",-" || rest == ",--" || rest == ",00" || rest == "*")
}

// tail reads the numbers that end a line.
func (d *document) tail(l line) (cells []figure, label span) {
	low := d.low[:l.to]
	at := l.to
	for at > l.from {
		from := at
		for from > l.from && low[from-1] != ' ' {
			from--
		}
		f, ok := d.cell(span{from, at})
		if !ok || d.dated(f) {
			break
		}
		if g, ok := d.spaced(l, from, f); ok && !d.points {
			f = g
		}
		cells = append([]figure{f}, cells...)
		for at = f.from; at > l.from && (low[at-1] == ' ' || low[at-1] == '-'); {
			at--
		}
	}
	return cells, span{l.from, at}
}

// dated reports whether the number is part of a date.
func (d *document) dated(f figure) bool {
	l := d.lines[d.lineAt(f.from)]
	return slices.ContainsFunc(d.days(l.span), func(at day) bool { return at.month > 0 && at.from <= f.from && f.to <= at.to })
}

// pointedNumber is one with points between its thousands: where one is, no space stands between the thousands of others.
var pointedNumber = regexp.MustCompile(`\d\.\d{3}(?:\D|$)`)

// spaced joins "1 200 000" when the last group was met first.
func (d *document) spaced(l line, from int, last figure) (figure, bool) {
	if last.to-last.from != 3 {
		return figure{}, false
	}
	for start := l.from; start < from; start++ {
		if c := d.low[start]; c < '0' || c > '9' || start > l.from && d.low[start-1] != ' ' {
			continue
		}
		if f, ok := figureAt(d.low[:l.to], start); ok && f.groups && f.to == last.to && strings.Contains(d.low[f.from:f.to], " ") {
			return f, true
		}
	}
	return figure{}, false
}
