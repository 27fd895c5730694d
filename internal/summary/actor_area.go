package summary

import (
	"slices"
	"strings"

	"samspil/internal/directory"
	"samspil/internal/when"
)

// holds reports whether a condition of the table is met, with what shows it.
func (c Card) holds(condition string) (evidence fieldJSON, ok bool) {
	trade := func(codes ...string) (fieldJSON, bool) {
		for _, t := range c.Trades {
			if slices.Contains(codes, t.Value) {
				return t.plain(), true
			}
		}
		return fieldJSON{}, false
	}
	switch condition {
	case "always":
		return c.Title.plain(), true
	case "nowhere":
		return c.Title.plain(), len(c.Regions)+len(c.Municipalities) == 0
	case "region":
		return c.Regions.plain(), len(c.Regions) > 0
	case "municipality":
		return c.Municipalities.plain(), len(c.Municipalities) > 0
	case "companies":
		return c.Companies.plain(), len(c.Companies) > 0
	case "construction":
		return c.Construction.plain(), c.Construction.Value
	case "upskilling":
		return c.Upskilling.plain(), c.Upskilling.Value
	case "employment":
		return c.Employment.plain(), c.Employment.Value
	case "unskilled":
		return trade("ufaglært")
	case "electrician":
		return trade("elektriker", "automatiktekniker")
	case "metal":
		return trade("smed", "svejser", "industritekniker", "mekaniker", "automatiktekniker")
	}
	return fieldJSON{}, false
}

// inArea is the codes of the organisations of a type that exist that day in the card's regions and municipalities.
func (c Card) inArea(kind string, on when.Date) []string {
	regions := c.RegionCodes(on)
	var codes []string
	for _, o := range directory.Orgs() {
		if o.Type != kind || !o.ExistsOn(on) {
			continue
		}
		here := o.Region == "*" || slices.Contains(regions, o.Region) || slices.Contains(regions, directory.RegionOn(o.Region, on))
		if kind == "municipality" {
			here = slices.ContainsFunc(c.Municipalities.Values(), func(name string) bool {
				m, ok := directory.MunicipalityOf(name)
				return ok && m.Code == strings.TrimPrefix(o.Code, "K-")
			})
		}
		if here {
			codes = append(codes, o.Code)
		}
	}
	return codes
}

// parts leads from the names of regions and parts of the country to region codes.
var parts = map[string][]string{
	"nordjylland": {"1081"}, "north denmark": {"1081"}, "midtjylland": {"1082"}, "østjylland": {"1082"}, "vestjylland": {"1082"}, "central": {"1082"}, "syddanmark": {"1083"}, "sydjylland": {"1083"},
	"southern": {"1083"}, "sønderjylland": {"1083"}, "fyn": {"1083"}, "funen": {"1083"}, "trekant": {"1083"}, "hovedstad": {"1084"}, "capital": {"1084"}, "nordsjælland": {"1084"}, "sydvestjylland": {"1083"}, "sydøstjylland": {"1083"},
	"østdanmark": {"1084", "1085"}, "sjælland": {"1085"}, "zealand": {"1085"}, "lolland-falster": {"1085"},
}

// RegionCodes is the codes of the card's regions, those of its municipalities too, both as they were before the reform
// and as they are that day (directory.RegionOn).
func (c Card) RegionCodes(on when.Date) []string {
	codes := Regions(c.Regions.Values())
	for _, m := range c.Municipalities.Values() {
		of, _ := directory.MunicipalityOf(m)
		codes = append(codes, of.Region)
	}
	for _, code := range codes {
		codes = append(codes, directory.RegionOn(code, on))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Regions is the codes of the regions that those names, of regions or parts of the country, mean.
func Regions(names []string) (codes []string) {
	for _, r := range names {
		low := strings.ToLower(r)
		for name, list := range parts {
			if strings.Contains(low, name) && !(name == "sjælland" && strings.Contains(low, "nordsjælland")) && !strings.Contains(low, "syd"+name) {
				codes = append(codes, list...)
			}
		}
	}
	return codes
}
