package directory

import (
	"slices"
	"strings"

	"samspil/internal/crm"
)

// addAliases gives every organisation the names of its type's patterns and its own from aliases.tsv.
func addAliases(list []crm.Org) {
	patterns, own := table(patternsTSV), table(aliasesTSV)
	for i := range list {
		o := &list[i]
		for _, alias := range append(fromPatterns(*o, patterns[o.Type]), own[o.Code]...) {
			if alias != o.NameDA && alias != o.NameEN && !slices.Contains(o.Aliases, alias) {
				o.Aliases = append(o.Aliases, alias)
			}
		}
	}
}

// table reads a table of two columns: a key, and a list with semicolons.
func table(tsv string) map[string][]string {
	out := map[string][]string{}
	for _, f := range rows(tsv, 2) {
		out[f[0]] = split(f[1], ";")
	}
	return out
}

// fromPatterns fills the organisation's places into the patterns. A pattern without a place fits every
// organisation of the type, so typing it is a question, not an answer.
func fromPatterns(o crm.Org, patterns []string) []string {
	var list []string
	places := places(o, patterns)
	for _, p := range patterns {
		if !strings.Contains(p, "*") {
			list = append(list, p)
			continue
		}
		for _, place := range places {
			list = append(list, strings.ReplaceAll(p, "*", place))
		}
	}
	return list
}

// places is what follows the type's own words in the Danish name ("Erhvervshus Sjælland"), and for municipalities
// and job centres also the further names of the municipality.
func places(o crm.Org, patterns []string) []string {
	if o.Type == typeMunicipality || o.Type == typeJobCentre {
		m, _ := municipality(o.Code[strings.Index(o.Code, "-")+1:])
		return m.places()
	}
	for _, p := range patterns {
		prefix, ok := strings.CutSuffix(strings.ToLower(p), "*")
		if ok && prefix != "" && strings.HasPrefix(strings.ToLower(o.NameDA), prefix) {
			return []string{o.NameDA[len(prefix):]}
		}
	}
	return nil
}
