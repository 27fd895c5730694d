package summary

import "strings"

// columnCounts reads tables with a column of people or jobs: "Sted	Antal deltagere" above "Horsens	110".
func (d *document) columnCounts(c *Card) {
	var head line
	for _, l := range d.restacked() {
		cells, label := d.numbers(l)
		switch {
		case len(l.cells) < 2:
			head = line{}
		case len(cells) == 0 && len(l.cells) > 1:
			head = l
		case len(head.cells) == len(l.cells) && !d.aside(l.from) && !d.yearRow(cells):
			for i, column := range head.cells {
				low := d.low[column.from:column.to]
				f, ok := d.cell(l.cells[i])
				if i == 0 || !ok || !strings.HasPrefix(low, "antal ") && labelOf(low) != "participants" && labelOf(low) != "jobs" || f.places > 0 || f.digits == 0 || f.digits > mostInProject {
					continue
				}
				if kind := firstKind(strings.TrimPrefix(low, "antal ")); kind == "participants" || kind == "jobs" {
					d.count(c, count{f.span, int(f.digits), kind, d.words(label)}, span{label.from, f.to}, 0.7)
				}
			}
		}
	}
}
