package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// misplaced reports an amount that the sentence calls applied for, or the total, when the rules read another as that, or
// none: a passage put into the document to steer a model stands in the document too.
func (p *proof) misplaced(roles map[string]float64, a Amount) bool {
	for role, f := range map[string]Field[Amount]{RoleApplied: p.extract.Applied, RoleTotal: p.extract.Total} {
		other := RoleTotal
		if role == RoleTotal {
			other = RoleApplied
		}
		if roles[role] >= leastApplied && roles[role] > roles[other] && (!f.Stated() || !a.same(f.Value)) {
			return true
		}
	}
	return false
}

// quoted is what a sentence puts in quotation marks; read made all of them one kind.
var quoted = regexp.MustCompile(`"([^"]{3,300})"`)

// inQuotes reports whether the span stands in a title that the sentence quotes.
func inQuotes(d *document, s, at span) bool {
	return strings.Count(d.text[s.from:at.from], `"`)%2 == 1
}

// misdated reports a date that the sentence calls a deadline, or an end of the period, when the rules read others as
// that.
func (p *proof) misdated(d *document, s span, at day) bool {
	before := d.low[max(s.from, at.from-40):at.from]
	if has(before, "frist", "deadline") && len(p.extract.Deadlines) > 0 && at.exact() {
		return !slices.Contains(p.extract.Deadlines.Values(), at.iso())
	}
	period := p.extract.Period.Value
	switch {
	case !p.extract.Period.Stated() || !has(d.low[s.from:at.from], "løber", "runs from", "perioden", "period$"):
		return false
	case has(before, "til ", "to ", "-"):
		return period.To != "" && at.iso() != period.To
	}
	return period.From != "" && at.iso() != period.From
}

var covers = regexp.MustCompile(` (?:omfatter|covers) ([^.]+)`)

// otherPlace is a name that the sentence says the project covers, when the rules read other places.
func (p *proof) otherPlace(d *document, s span) string {
	m := covers.FindStringSubmatch(d.text[s.from:s.to])
	read := append(p.extract.Regions.Values(), p.extract.Municipalities.Values()...)
	if m == nil || len(read) == 0 {
		return ""
	}
	for _, part := range joining.Split(m[1], -1) {
		if part = strings.TrimSpace(part); part != "" && unicode.IsUpper(first(part)) && !slices.ContainsFunc(read, func(r string) bool {
			return strings.Contains(" "+r+" ", " "+part+" ") || strings.Contains(" "+part+" ", " "+r+" ")
		}) {
			return part
		}
	}
	return ""
}
