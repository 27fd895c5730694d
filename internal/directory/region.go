package directory

import (
	"slices"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// Region is a region as a part of the country.
type Region struct {
	Code           string  // as RegionOn gives it
	Org            crm.Org // the region as an organisation, with the days on which it exists
	Municipalities []string
}

// Covers reports whether what lies in that region, by the code of either scheme, lies in this one once it exists.
func (r Region) Covers(code string) bool {
	return code == r.Code || RegionOn(code, r.Org.ValidFrom) == r.Code
}

// RegionsOn gives the regions that exist on that day.
func RegionsOn(d when.Date) []Region {
	return slices.DeleteFunc(regions(), func(r Region) bool { return !r.Org.ExistsOn(d) })
}

// FindRegion reads a region as people write it: "region sjælland", "Sjælland", "Zealand Region". Those that are gone and
// those to come are found too: their municipalities can be counted together in any year.
func FindRegion(words string) (Region, bool) {
	k := key(words)
	for _, r := range regions() {
		for _, name := range names(r.Org) {
			if n := key(name); n == k || n == "region "+k {
				return r, true
			}
		}
	}
	return Region{}, false
}

// RegionOf gives the region with that code, of either scheme.
func RegionOf(code string) (Region, bool) {
	for _, r := range regions() {
		if r.Code == code {
			return r, true
		}
	}
	return Region{}, false
}

// RegionNamed gives the region of exactly that name in either language, of either scheme.
func RegionNamed(name string) (Region, bool) {
	i := slices.IndexFunc(regions(), func(r Region) bool { return r.Org.NameDA == name || r.Org.NameEN == name })
	if i < 0 {
		return Region{}, false
	}
	return regions()[i], true
}

// WholeRegions gives the regions, of both schemes, of which every municipality is among those.
func WholeRegions(among []string) (codes []string) {
	for _, r := range regions() {
		if !slices.ContainsFunc(r.Municipalities, func(m string) bool { return !slices.Contains(among, m) }) {
			codes = append(codes, r.Code)
		}
	}
	return codes
}

// regions is every region of both schemes.
func regions() []Region {
	var list []Region
	for _, code := range []string{"1081", "1082", "1083", "1084", "1085", EastDenmark} {
		o, _ := byCode(regionOrgs[code])
		r := Region{Code: code, Org: o}
		on := eastDenmarkFrom.AddDays(-1)
		if code == EastDenmark {
			on = eastDenmarkFrom
		}
		for _, m := range municipalities() {
			if RegionOn(m.Code, on) == code {
				r.Municipalities = append(r.Municipalities, m.Code)
			}
		}
		list = append(list, r)
	}
	return list
}

// Predecessors gives the organisations whose whole work went to that one, so that its figures can be followed back.
func Predecessors(o crm.Org, on when.Date) []crm.Org {
	var list []crm.Org
	for _, p := range load() {
		if s := successors(p, on); p.Code != o.Code && endedBefore(p, on) && len(s) == 1 && s[0].Code == o.Code {
			list = append(list, p)
		}
	}
	return list
}
