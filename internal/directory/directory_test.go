package directory

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

func TestNumbersOfOrganisations(t *testing.T) {
	if got, want := len(Orgs()), 79+2*98; got != want {
		t.Errorf("%d organisations, want %d", got, want)
	}
	if got := len(Municipalities()); got != 98 {
		t.Errorf("%d municipalities, want 98", got)
	}
}

func TestOrgsAreSound(t *testing.T) {
	codes, danish := map[string]bool{}, map[string]bool{}
	for _, o := range Orgs() {
		if codes[o.Code] {
			t.Errorf("%s is there twice", o.Code)
		}
		if danish[o.NameDA] {
			t.Errorf("%s: two organisations are called %s", o.Code, o.NameDA)
		}
		codes[o.Code], danish[o.NameDA] = true, true
		if o.NameDA == "" || o.NameEN == "" || o.Type == "" || o.Region == "" {
			t.Errorf("%s lacks a name, type or region: %+v", o.Code, o)
		}
		if strings.ContainsAny(o.NameDA+o.NameEN+strings.Join(o.Aliases, ""), "()*") {
			t.Errorf("%s has a remark or a pattern in a name: %q %q %q", o.Code, o.NameDA, o.NameEN, o.Aliases)
		}
		if !o.ValidTo.IsZero() && o.ValidTo.Before(o.ValidFrom) {
			t.Errorf("%s ends before it begins", o.Code)
		}
		if slices.Contains(o.Aliases, o.NameDA) || slices.Contains(o.Aliases, "") {
			t.Errorf("%s: idle alias in %q", o.Code, o.Aliases)
		}
	}
}

func TestSuccessorsExistAndEndSomewhere(t *testing.T) {
	for _, o := range Orgs() {
		walk(t, o, nil)
	}
}

// walk follows the successors and fails on an unknown code and on a circle.
func walk(t *testing.T, o crm.Org, path []string) {
	t.Helper()
	if slices.Contains(path, o.Code) {
		t.Fatalf("a circle of successors: %v", append(path, o.Code))
	}
	for _, code := range o.Successors {
		next, ok := byCode(code)
		if !ok {
			t.Fatalf("%s has the unknown successor %q", o.Code, code)
		}
		walk(t, next, append(path, o.Code))
	}
}

func TestTablesNameOnlyWhatExists(t *testing.T) {
	types := map[string]bool{}
	for _, o := range Orgs() {
		types[o.Type] = true
	}
	for typ := range table(patternsTSV) {
		if !types[typ] {
			t.Errorf("patterns.tsv: no organisation has the type %q", typ)
		}
	}
	for code := range table(aliasesTSV) {
		if _, ok := byCode(code); !ok {
			t.Errorf("aliases.tsv: no organisation has the code %q", code)
		}
	}
	for _, code := range regionOrgs {
		if _, ok := byCode(code); !ok {
			t.Errorf("no region has the code %q", code)
		}
	}
}

func TestYearsBecomeDays(t *testing.T) {
	rar, _ := byCode("RAR-FY")
	if rar.ValidFrom != when.MustISO("2015-01-01") || rar.ValidTo != when.MustISO("2024-12-31") {
		t.Errorf("RAR Fyn: %s to %s", rar.ValidFrom, rar.ValidTo)
	}
	zealand, _ := byCode("REG-SJ")
	if zealand.ValidTo != when.MustISO("2026-12-31") {
		t.Errorf("Region Sjælland ends on %s", zealand.ValidTo)
	}
}

func TestEastDenmark(t *testing.T) {
	before, after := when.MustISO("2026-12-31"), when.MustISO("2027-01-01")
	moved := 0
	for _, m := range Municipalities() {
		if got := RegionOn(m.Code, before); got != m.Region {
			t.Errorf("%s is in %s in 2026, want %s", m.Name, got, m.Region)
		}
		if RegionOn(m.Code, after) == EastDenmark {
			moved++
		}
	}
	if moved != 46 {
		t.Errorf("%d municipalities are in Østdanmark, want 46", moved)
	}
	for _, c := range []struct {
		code string
		on   when.Date
		want string
	}{
		{"1085", before, "1085"}, {"1085", after, EastDenmark}, {"1083", after, "1083"},
		{"*", after, "*"}, {"", after, ""}, {"999", after, ""},
	} {
		if got := RegionOn(c.code, c.on); got != c.want {
			t.Errorf("RegionOn(%q, %s) = %q, want %q", c.code, c.on, got, c.want)
		}
	}
	if got := RegionName(RegionOn("360", after), text.Danish); got != "Region Østdanmark" {
		t.Errorf("Lolland lies in %q in 2027", got)
	}
	if got := RegionName("1085", text.English); got != "Region Zealand" {
		t.Errorf("1085 is %q", got)
	}
}

func TestMunicipalities(t *testing.T) {
	for words, want := range map[string]string{
		"Lolland": "360", "lolland kommune": "360", "Kommune Lolland": "360", "360": "360",
		"Københavns Kommune": "101", "koebenhavn": "101", "cph": "101", "Copenhagen": "101", "Copenhagen Municipality": "101",
		"Bornholms Regionskommune": "400", "Vesthimmerland": "820", "vesthimmerlands kommune": "820", "Nordfyn": "480",
		"Århus": "751", "AARHUS": "751", "Åbenrå": "580", "Koge": "259", "Høje Taastrup": "169", "hoeje-taastrup": "169",
	} {
		if m, ok := FindMunicipality(words); !ok || m.Code != want {
			t.Errorf("FindMunicipality(%q) = %+v, %t, want %s", words, m, ok, want)
		}
	}
	for _, words := range []string{"", "kommune", "Lollandia", "999", "Sjælland"} {
		if m, ok := FindMunicipality(words); ok {
			t.Errorf("FindMunicipality(%q) found %s", words, m.Name)
		}
	}
	if MunicipalityName("360") != "Lolland" || MunicipalityName("999") != "" {
		t.Error("MunicipalityName does not know Lolland, or knows 999")
	}
}

func TestWholeRegions(t *testing.T) {
	east, _ := FindRegion("østdanmark")
	zealand, _ := FindRegion("sjælland")
	for _, c := range []struct {
		among []string
		want  string
	}{
		{nil, "[]"}, {[]string{"360", "376"}, "[]"}, {zealand.Municipalities, "[1085]"}, {zealand.Municipalities[1:], "[]"},
		{east.Municipalities, "[1084 1085 " + EastDenmark + "]"},
	} {
		if got := fmt.Sprint(WholeRegions(c.among)); got != c.want {
			t.Errorf("%d municipalities: %s, want %s", len(c.among), got, c.want)
		}
	}
}

func TestTowns(t *testing.T) {
	for town, want := range map[string]string{"Rødby": "Lolland", "Rønne": "Bornholm", "Nykøbing Falster": "Guldborgsund", "Mors": "Morsø", "rødby": "Lolland", "Lolland": "Lolland", "Lolland Kommune": "Lolland", "Atlantis": ""} {
		if m, ok := MunicipalityOf(town); m.Name != want || ok != (want != "") {
			t.Errorf("%s lies in %q, want %q", town, m.Name, want)
		}
	}
	for _, r := range regions() {
		if named, ok := RegionNamed(r.Org.NameDA); !ok || named.Code != r.Code {
			t.Errorf("%s is %s, not %s", r.Org.NameDA, named.Code, r.Code)
		}
	}
	if WithMunicipality("Rødby") != "Rødby (Lolland)" || WithMunicipality("Lolland") != "Lolland" {
		t.Error("a town is named without its municipality, or a municipality with it")
	}
	for _, town := range Towns() {
		if _, ok := FindMunicipality(town); ok {
			t.Errorf("%s is a municipality too", town)
		}
	}
}
