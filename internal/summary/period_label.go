package summary

func (d *document) labelledPeriod() Field[Period] {
	for _, l := range d.with("period") {
		all := d.days(l.value)
		var exactest pair
		for i := range all[:max(0, len(all)-1)] {
			if p, ok := d.join(all[i], all[i+1]); ok && len(p.From+p.To) > len(exactest.From+exactest.To) {
				exactest = p
			}
		}
		if exactest.weight > 0 {
			return d.refined(l, exactest)
		}
		for _, at := range all {
			if at.day > 0 && at.year > 0 && !has(d.low[l.value.from:at.from], "*regnskab", "*rapport", "report") && has(d.low[l.value.from:at.from], "senest", "inden", "udgangen af", "until", "before", "frem til", "slut") {
				return says(d, Period{To: at.iso()}, "", span{l.label.from, at.to}, at.span, 0.85)
			}
		}
		if len(all) == 2 && all[0].year > 0 && all[0].before(all[1]) && all[0].month > 0 && all[1].month > 0 {
			return says(d, Period{all[0].iso(), all[1].iso()}, "", span{l.label.from, all[1].to}, span{all[0].from, all[1].to}, 0.85)
		}
	}
	return d.startAndDuration()
}

// startAndDuration reads "36 måneder fra 1. januar 2011"; the end is the one that has a label of its own.
func (d *document) startAndDuration() Field[Period] {
	for _, l := range d.with("period") {
		all := d.days(l.value)
		if len(all) != 1 || all[0].year == 0 || all[0].month == 0 || !has(d.low[l.value.from:all[0].from], "fra", "start", "from", "begynd") {
			continue
		}
		p := Period{From: all[0].iso()}
		for _, e := range d.with("end") {
			if ends := d.days(e.value); len(ends) > 0 && all[0].before(ends[0]) {
				p.To = ends[0].iso()
			}
		}
		return says(d, p, "", span{l.label.from, all[0].to}, all[0].span, 0.8)
	}
	return Field[Period]{}
}

// startAndEnd joins "Startdato" and "Slutdato".
func (d *document) startAndEnd() Field[Period] {
	first := func(field string) (labelled, day, bool) {
		for _, l := range d.with(field) {
			if all := d.days(l.value); len(all) > 0 && all[0].year > 0 && all[0].from-l.value.from < 20 {
				return l, all[0], true
			}
		}
		return labelled{}, day{}, false
	}
	l, from, okFrom := first("start")
	m, to, okTo := first("end")
	switch {
	case okFrom && okTo && from.before(to):
		around := span{l.label.from, to.to}
		if around.to-around.from > longestQuote || around.to < around.from {
			around = span{l.label.from, from.to}
		}
		return says(d, Period{from.iso(), to.iso()}, "", around, from.span, 0.95)
	case okFrom && !okTo && from.day > 0:
		return says(d, Period{From: from.iso()}, "", span{l.label.from, from.to}, from.span, 0.7)
	case okTo && !okFrom && to.month > 0:
		return says(d, Period{To: to.iso()}, "", span{m.label.from, to.to}, to.span, 0.8)
	}
	return Field[Period]{}
}
