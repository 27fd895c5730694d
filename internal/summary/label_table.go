package summary

// headed reads a row of labels with their values in the row below: "Startdato	Slutdato" above "01-02-2019	31-01-2022".
func (d *document) headed(i int) []labelled {
	if i+1 >= len(d.lines) || len(d.lines[i].cells) < 2 || len(d.lines[i+1].cells) != len(d.lines[i].cells) {
		return nil
	}
	var list []labelled
	for k, label := range d.lines[i].cells {
		value := d.lines[i+1].cells[k]
		f := labelOf(d.low[label.from:label.to])
		if f == "" || labelOf(d.low[value.from:value.to]) != "" {
			return nil
		}
		list = append(list, labelled{f, label, value})
	}
	return list
}

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
