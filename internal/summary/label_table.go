package summary

// inCells reads a row in which two or more labels stand beside each other, each with its value in the next cell:
// "Start	1. august 2018	Slut	31. juli 2020".
func (d *document) inCells(l line) []labelled {
	var list []labelled
	for i := 0; i+1 < len(l.cells); i++ {
		label, value := l.cells[i], l.cells[i+1]
		f := labelOf(d.low[label.from:label.to])
		if f == "" || labelOf(d.low[value.from:value.to]) != "" {
			continue
		}
		list = append(list, labelled{f, label, value})
		i++
	}
	if len(list) < 2 {
		return nil
	}
	return list
}
