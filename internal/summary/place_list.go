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
	return all
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
