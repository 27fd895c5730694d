package directory

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed towns.tsv
var townsTSV string

var towns = sync.OnceValue(func() map[string]Municipality {
	all := map[string]Municipality{}
	for _, f := range rows(townsTSV, 2) {
		i := slices.IndexFunc(municipalities(), func(m Municipality) bool { return m.Name == f[0] })
		if i < 0 {
			panic("directory: towns.tsv: no municipality " + f[0])
		}
		for town := range strings.SplitSeq(f[1], ";") {
			all[strings.TrimSpace(town)] = municipalities()[i]
		}
	}
	return all
})

// townKeys is the towns by the key under which municipalities are found too.
var townKeys = sync.OnceValue(func() map[string]Municipality {
	all := map[string]Municipality{}
	for town, m := range towns() {
		all[key(town)] = m
	}
	return all
})

// Towns is the names of the towns and islands that are not called as their municipality, sorted.
func Towns() []string { return slices.Sorted(maps.Keys(towns())) }

// MunicipalityOf is the municipality of that name, as FindMunicipality reads it, or the one in which the town of that name
// lies: "Lolland" of "Rødby".
func MunicipalityOf(place string) (Municipality, bool) {
	if m, ok := FindMunicipality(place); ok {
		return m, true
	}
	m, ok := townKeys()[key(place)]
	return m, ok
}

// WithMunicipality is the name of a place as readers know where it lies: "Rødby (Lolland)". A municipality is its own.
func WithMunicipality(place string) string {
	m, ok := towns()[place]
	if !ok {
		return place
	}
	return place + " (" + m.Name + ")"
}
