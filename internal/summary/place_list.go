package summary

import "strings"

// listsPlaces are words of a line that ends in a colon above a list of places: "Vækstforum har udpeget 7 kommuner:".
var listsPlaces = []string{"*kommuner$", "*kommunerne$", "regioner$", "regionerne$", "landsdele$", "*byer$", "*byerne$", "steder$", "*områder$", "municipalities", "regions$", "towns$", "cities$"}

// listedPlaces are where the places of such lists begin, of two or more, each alone on its line.
func (d *document) listedPlaces() map[int]bool {
	all := map[int]bool{}
	for i := 0; i < len(d.lines); i++ {
		l := d.lines[i]
		if d.text[l.to-1] != ':' || !has(d.low[d.sentence(l.to-1).from:l.to], listsPlaces...) {
			continue
		}
		var list []span
		for i+1 < len(d.lines) {
			at, ok := d.onlyPlace(d.lines[i+1].span)
			if !ok {
				break
			}
			list, i = append(list, at), i+1
		}
		if len(list) > 1 {
			for _, at := range list {
				all[at.from] = true
			}
		}
	}
	d.namedPlaces(all)
	return all
}

// leastNamed is how many lines that each begin with a place make a list: "Horsens - Learnmark".
const leastNamed = 3

// namedPlaces adds the places of lines that hold nothing but places, "Thisted, Morsø", and of lists whose lines begin with one.
func (d *document) namedPlaces(all map[int]bool) {
	var run []int
	end := func() {
		if len(run) >= leastNamed {
			for _, at := range run {
				all[at] = true
			}
		}
		run = nil
	}
	for _, l := range d.lines {
		at := span{l.from, placeEnd(d.text, l.from)}
		if name, _ := d.place(at); name == "" || at.to > l.to {
			end()
			continue
		}
		if places := d.onlyPlaces(l.span); len(places) > 1 {
			for _, p := range places {
				all[p] = true
			}
		}
		if rest := d.low[at.to:l.to]; strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, ": ") {
			run = append(run, at.from)
		} else {
			end()
		}
	}
	end()
}

// onlyPlaces are where the places of a line begin that holds nothing else.
func (d *document) onlyPlaces(s span) (list []int) {
	for at := s.from; at < s.to; {
		next := span{at, placeEnd(d.text, at)}
		if name, _ := d.place(next); name == "" || next.to > s.to {
			return nil
		}
		list, at = append(list, at), next.to
		rest := d.low[at:s.to]
		trimmed := strings.TrimLeft(rest, " ,")
		trimmed = strings.TrimPrefix(strings.TrimPrefix(trimmed, "og "), "and ")
		if at = s.to - len(trimmed); len(trimmed) == len(rest) && at < s.to {
			return nil
		}
	}
	return list
}

// onlyPlace is the place that a line names and nothing else: "Herning", "Aarhus Kommune,".
func (d *document) onlyPlace(s span) (span, bool) {
	at := span{s.from, placeEnd(d.text, s.from)}
	if name, _ := d.place(at); name == "" || at.to > s.to {
		return span{}, false
	}
	rest := strings.TrimRight(d.low[at.to:s.to], " ,;.")
	return at, rest == "" || rest == " kommune" || rest == " municipality" || rest == " og"
}
