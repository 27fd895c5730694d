package summary

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// notColumns head the columns that hold no money.
var notColumns = []string{"antal", "timer", "årsværk", "%", "pct", "nr$", "note", "timepris", "hours", "number", "andel", "procent", "deltagere"}

// column is the heading over a number of row l, counted from the right, and whether it holds something else than money.
func (d *document) column(t *tableUnit, l line, f figure, right, cells int) (span, bool) {
	i := len(t.header.cells) - 1 - right
	same := slices.IndexFunc(l.cells, func(c span) bool { return c.from <= f.from && f.from < c.to })
	if same > 0 && (len(l.cells) == len(t.header.cells) || l.stacked && t.header.stacked) {
		i = same + len(t.header.cells) - len(l.cells) // a caption may stand before the headings
	} else if j := d.above(t.header, f.span); j >= 0 && cells < len(t.header.cells)-1 && !l.stacked && !t.header.stacked {
		i = j
	}
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

// above is the cell of a header that stands over a place, where spaces keep the columns apart; -1 where tabs do.
func (d *document) above(header line, s span) int {
	if strings.ContainsAny(d.text[header.from:header.to], "\t|") || strings.ContainsAny(d.text[d.lineStart(s.from):s.to], "\t|") {
		return -1
	}
	best, nearest := -1, 0
	from, to := d.offset(s.from), d.offset(s.to)
	for i, c := range header.cells {
		left, right := d.offset(c.from), d.offset(c.to)
		away := max(left-to, from-right, 0) + min(max(left-from, from-left), max(right-to, to-right))
		if best < 0 || away < nearest {
			best, nearest = i, away
		}
	}
	return best
}

func (d *document) lineStart(at int) int { return strings.LastIndexByte(d.text[:at], '\n') + 1 }

// offset is how many characters into its line a place is.
func (d *document) offset(at int) int {
	return utf8.RuneCountInString(d.text[d.lineStart(at):at])
}
