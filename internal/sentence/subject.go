package sentence

import (
	"strings"

	"samspil/internal/when"
)

// period notes the period that the question ends a clause with ("siden sommer", "i 2025") and leaves it out of the
// names. A year or a date inside a name ("Hal 2025 ApS", "Byg 2000") has no word of time before it, or goes on.
func (q *Question) period(r *reader) {
	for _, e := range when.ScanPeriods(r.text, r.now) {
		i, n := r.span(e.Start, e.End)
		if n < 2 || !r.free(i, n) || strings.Trim(r.tokens[i].key, "0123456789") == "" || i+n < len(r.tokens) && !separates(r.tokens, i+n) {
			continue
		}
		if q.PeriodText == "" {
			q.PeriodText = e.Text
		}
		r.set(i, n, taken)
	}
}

// named is the subject of a name, with the ways in which the words may be more than a name.
func named(name string) Subject {
	s := Subject{Name: name}
	tokens := tokenize(name)
	s.Parts = parts(name, tokens)
	for i := len(tokens) - 2; i > 0; i-- {
		if k := tokens[i].key; (k == "i" || k == "in") && len(tokens)-i <= 4 && (tokens[i+1].capital() || !tokens[0].capital()) {
			s.Base, s.Place = strings.TrimSpace(name[:tokens[i].start]), name[tokens[i+1].start:]
			break
		}
	}
	return s
}

// parts divides a name at "og", "and", "&" and "+"; nil where that gives no two names.
func parts(name string, tokens []token) (list []string) {
	start := 0
	add := func(end int) bool {
		part := strings.TrimSpace(name[start:end])
		if part != "" {
			list = append(list, part)
		}
		return part != ""
	}
	for _, t := range tokens {
		if k := t.key; k != "og" && k != "and" && k != "samt" && t.text != "&" && t.text != "+" {
			continue
		}
		if !add(t.start) {
			return nil
		}
		start = t.end
	}
	if start == 0 || !add(len(name)) {
		return nil
	}
	return list
}
