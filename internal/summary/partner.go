package summary

import (
	"regexp"
	"slices"
	"strings"
)

var (
	together  = regexp.MustCompile(`(?:[Ii] (?:tæt )?samarbejde med|[Ss]ammen med|i partnerskab med|[Ii]n (?:cooperation|collaboration|partnership) with|[Tt]ogether with|[Pp]artnerne er|[Pp]artners are|[Pp]artnerkredsen består af|[Pp]artnerskabet består af) (?:the )?`)
	itemBreak = regexp.MustCompile(`\s*[,;\n]\s*(?:og |samt |and )?|\s+(?:og|samt|and)\s+|\s*\t\s*`)
)

var (
	// registered is what forms add to a name.
	registered = regexp.MustCompile(`(?i)\s*[-–(,]?\s*(?:cvr|org\.? ?nr|p-nr)\b.*$`)
	// noPartner is no name: the number of a field, or a word for the rest.
	noPartner = regexp.MustCompile(`^(?:(?:partner|part|deltager) ?\d*|øvrige.*|andre.*|heraf.*|jobcentret?|kommunen|skolen|danmark|sverige|norge|tyskland|dk|de|se|no|land|rolle|budget.*)$`)
)

// mostPartners bounds a list that is none.
const mostPartners = 40

// partners are the named bodies: the labelled list, else those that the sentences say it is done together with.
func (d *document) partners(applicant string) List[string] {
	var list List[string]
	for _, l := range d.with("partners") {
		s := l.value
		if first := d.sentence(s.from); first.to < s.to && d.lines[d.lineAt(first.to-1)].to != first.to {
			s.to = first.to
		}
		list = append(list, d.items(s, 0.85)...)
	}
	if len(list) == 0 {
		for _, s := range d.sents {
			if m := together.FindStringIndex(d.text[s.from:s.to]); m != nil && !instructs(d.low[s.from:s.to]) {
				list = append(list, d.items(span{s.from + m[1], s.to}, 0.65)...)
			}
		}
	}
	seen := []string{strings.ToLower(applicant)}
	return slices.DeleteFunc(list, func(f Field[string]) bool {
		low := strings.ToLower(f.Value)
		drop := slices.Contains(seen, low) || len(seen) > mostPartners
		seen = append(seen, low)
		return drop
	})
}

var leadingName = regexp.MustCompile(`^(?:[Dd]e |[Dd]en |[Dd]et |[Jj]obcentrene i |[Kk]ommunerne )?` + bodyName)

// items cuts a list into names. What begins small is no name and, in a running sentence, ends the list.
func (d *document) items(s span, confidence float64) List[string] {
	var list List[string]
	text := d.text[s.from:s.to]
	cuts := append(itemBreak.FindAllStringIndex(text, mostPartners), []int{len(text), len(text)})
	from := 0
	for _, c := range cuts {
		raw := strings.TrimLeft(text[from:c[0]], "•-*· \t")
		if i := registered.FindStringIndex(raw); i != nil {
			raw = raw[:i[0]]
		}
		if noPartner.MatchString(strings.ToLower(raw)) || postal.MatchString(raw) || street.MatchString(strings.ToLower(raw)) {
			from = c[1]
			continue
		}
		at := span{s.from + from + strings.Index(text[from:c[0]], raw), 0}
		at.to = at.from + len(raw)
		from = c[1]
		m := leadingName.FindStringIndex(raw)
		if m == nil {
			if confidence < 0.8 {
				break
			}
			continue
		}
		at.to = at.from + m[1]
		name := strings.Trim(d.words(at), " .:")
		low := strings.ToLower(name)
		_, place := municipalityNames[name]
		switch {
		case place && len(list) > 0 && strings.HasPrefix(strings.ToLower(list[len(list)-1].Value), "jobcentre"):
			last := &list[len(list)-1]
			last.Value = strings.Join(strings.Fields(d.words(span{at.from - d.back(at.from, last.Value), at.to})), " ")
		case named(name) && labelOf(low) == "" && (body(name) || confidence > 0.8 && len(raw) < 90):
			list = append(list, says(d, name, "", d.sentence(at.from), at, confidence))
		}
		if confidence < 0.8 && m[1] < len(strings.TrimRight(raw, " .")) {
			break
		}
	}
	return list
}

// back is how many bytes before at the last item begins.
func (d *document) back(at int, item string) int {
	from := max(0, at-200)
	if i := strings.LastIndex(d.text[from:at], firstWord(item)); i >= 0 {
		return at - from - i
	}
	return 0
}
