package directory

import (
	"slices"
	"strings"
	"sync"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Municipality is one of the 98.
type Municipality struct {
	Code   string // three digits: "360"
	Name   string // without "Kommune": "Lolland"
	Region string // of the regions until the end of 2026: 1081–1085
}

var municipalities = sync.OnceValue(func() []Municipality {
	var list []Municipality
	for _, f := range rows(municipalitiesTSV, 3) {
		list = append(list, Municipality{Code: f[0], Name: f[1], Region: f[2]})
	}
	return list
})

// Municipalities is all 98, by region and code.
func Municipalities() []Municipality { return slices.Clone(municipalities()) }

// MunicipalityName is the municipality's name without "Kommune", "" for a code that is none.
func MunicipalityName(code string) string {
	m, _ := municipality(code)
	return m.Name
}

func municipality(code string) (Municipality, bool) {
	i := slices.IndexFunc(municipalities(), func(m Municipality) bool { return m.Code == code })
	if i < 0 {
		return Municipality{}, false
	}
	return municipalities()[i], true
}

// FindMunicipality reads a municipality as people write it: "Lolland", "Københavns Kommune", "cph", "360".
func FindMunicipality(words string) (Municipality, bool) {
	wanted := key(words)
	for _, m := range municipalities() {
		if wanted == m.Code {
			return m, true
		}
		for _, place := range m.places() {
			if k := key(place); wanted == k || municipalityWord(wanted, k) {
				return m, true
			}
		}
	}
	return Municipality{}, false
}

// municipalityWord reports whether the words are the place and the word for a municipality, in any usual form.
func municipalityWord(words, place string) bool {
	for _, form := range []string{"* kommune", "*s kommune", "*s regionskommune", "kommune *", "* municipality", "municipality *"} {
		if words == strings.ReplaceAll(form, "*", place) {
			return true
		}
	}
	return false
}

// Names that do not follow the rule "name + Kommune": genitives, a regional municipality, an English name.
var (
	officialNames = map[string]string{"101": "Københavns Kommune", "400": "Bornholms Regionskommune"}
	plainPlaces   = map[string]string{"480": "Nordfyn", "820": "Vesthimmerland"} // their names are genitives already
	englishPlaces = map[string]string{"101": "Copenhagen"}
)

// place is the name as a place, which is what job centres are named after.
func (m Municipality) place() string {
	if p, ok := plainPlaces[m.Code]; ok {
		return p
	}
	return m.Name
}

func (m Municipality) english() string {
	if p, ok := englishPlaces[m.Code]; ok {
		return p
	}
	return m.place()
}

// places is every name of the place, the municipality's own first.
func (m Municipality) places() []string {
	return slices.Compact([]string{m.Name, m.place(), m.english()})
}

func (m Municipality) authority() crm.Org {
	name, ok := officialNames[m.Code]
	if !ok {
		name = m.Name + " Kommune"
	}
	return crm.Org{Code: "K-" + m.Code, NameDA: name, NameEN: m.english() + " Municipality", Type: typeMunicipality,
		Region: m.Region, Public: true}
}

// jobCentre has no last day: since the duty to have one was lifted, each municipality decides when its own closes.
func (m Municipality) jobCentre() crm.Org {
	return crm.Org{Code: "JC-" + m.Code, NameDA: "Jobcenter " + m.place(), NameEN: "Jobcentre " + m.english(),
		Type: typeJobCentre, Region: m.Region, Public: true}
}

// EastDenmark stands for Region Østdanmark, whose official code was not published when the table was made.
const EastDenmark = "østdanmark"

// eastDenmarkFrom is the first day of Region Østdanmark, made of Hovedstaden (1084) and Sjælland (1085).
var eastDenmarkFrom = when.Date{Year: 2027, Month: 1, Day: 1}

// RegionOn is the region, that day, of a municipality ("360") or of what was a region before the reform ("1085"):
// 1081–1085 until the end of 2026, EastDenmark instead of 1084 and 1085 from 2027. Every other code is given back
// as it is, "*" for national bodies among them; an unknown municipality gives "".
func RegionOn(code string, d when.Date) string {
	if len(code) == len("360") {
		m, _ := municipality(code)
		code = m.Region
	}
	if (code == "1084" || code == "1085") && !d.Before(eastDenmarkFrom) {
		return EastDenmark
	}
	return code
}

var regionOrgs = map[string]string{"1081": "REG-NJ", "1082": "REG-MJ", "1083": "REG-SD", "1084": "REG-HS", "1085": "REG-SJ", EastDenmark: "REG-OD"}

// RegionName is the name of a region that RegionOn gave, "" for anything else.
func RegionName(region string, lang text.Lang) string {
	o, _ := byCode(regionOrgs[region])
	return o.Name(lang)
}
