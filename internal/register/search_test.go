package register

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
)

// growing is a NameSource that changes.
type growing struct {
	shelf
	changed time.Time
	broken  error
}

func (g *growing) EachCompany(_ context.Context, fn func(crm.Company) error) error {
	for _, c := range g.shelf {
		if err := fn(c); err != nil {
			return err
		}
	}
	return g.broken
}

func (g *growing) RegisterState(context.Context) (crm.RegisterState, error) {
	return crm.RegisterState{Companies: len(g.shelf), Changed: g.changed}, nil
}

func (g *growing) CompaniesChangedSince(_ context.Context, since time.Time, _ int) ([]crm.Company, time.Time, error) {
	if g.changed.After(since) { // all of them: the source may give more than changed
		return g.shelf, g.changed, nil
	}
	return nil, since, nil
}

func (g *growing) CompaniesByCVRs(_ context.Context, cvrs []string) (found []crm.Company, err error) {
	for _, c := range g.shelf {
		if slices.Contains(cvrs, c.CVR) {
			found = append(found, c)
		}
	}
	return found, nil
}

// started gives a Search of the source with its index there. It ends with the test.
func started(t *testing.T, source NameSource, path string) *Search {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	s := Start(ctx, Options{Source: source, Path: path})
	t.Cleanup(func() { stop(); <-s.Done() })
	if err := s.WaitReady(ctx); err != nil {
		t.Fatal(err)
	}
	return s
}

// found is the end of each candidate's CVR number and its verdict.
func found(t *testing.T, s *Search, query string) string {
	t.Helper()
	list, err := s.Find(t.Context(), query, 5)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, c := range list {
		words = append(words, c.Company.CVR[6:]+map[Verdict]string{Same: " same", Likely: " likely", None: " none"}[c.Verdict])
	}
	return strings.Join(words, ", ")
}

var firms = []string{
	"Køge Kran ApS", "Køge Kranservice ApS", "Køge Korn A/S", "Jensen Byg ApS", "Jensen Byg A/S", "Hansen VVS ApS",
	"Brødrene Schmidt Maskinfabrik A/S", "Søndre Havnevej 33 Ejendomme ApS", "Søndre Havnevej 35 Ejendomme ApS", "Sannes Salon v/Sanne Ulveskjold",
}

// manyFirms are the firms in a register large enough that words have weights.
func manyFirms() *growing {
	g := &growing{shelf: newShelf(firms...), changed: time.UnixMilli(1000)}
	for i, a := range []string{"Vestby", "Østrup", "Nordlund", "Sydholm", "Ager", "Birke", "Ege", "Lind", "Fyrre", "Rosen"} {
		for j, b := range []string{"Tømrer", "Maler", "Byg", "Holding", "Invest", "Ejendomme", "Transport", "Kran", "Salon", "VVS", "Service", "Maskinfabrik"} {
			name := a + "gård " + b + " ApS"
			g.shelf = append(g.shelf, crm.Company{CVR: "9901" + string(rune('0'+i/10)) + string(rune('0'+i%10)) + string(rune('0'+j/10)) + string(rune('0'+j%10)),
				Name: name, Key: Fold(name), Status: crm.CompanyActive})
		}
	}
	for i := range g.shelf[:len(firms)] {
		g.shelf[i].CVR = "990000" + string(rune('0'+i/10)) + string(rune('0'+i%10))
	}
	return g
}

func TestSearch(t *testing.T) {
	s := started(t, manyFirms(), "")
	for query, want := range map[string]string{
		"koge kran":                     "00 same, 01 likely",
		"køge krannservise":             "01 same",
		"køge kran service":             "01 same, 00 likely",
		"brdr. smidt maskinf.":          "06 likely",
		"maskinfabrik brødrene schmidt": "06 same",
		"jensen byg":                    "03 likely, 04 likely",
		"jensen byg a/s":                "04 same, 03 likely",
		"hansen vvs a/s":                "05 likely", // another form
		"sannes salon":                  "09 same",
		"firmaet køge korn":             "02 likely",
		"søndre havnevej 33 ejendomme":  "07 same",
		"sdr havnevej 35 ejendomme":     "08 same",
		"sdr havnevej 34 ejendomme":     "",
		"99000002":                      "02 same",
		"køge kran 99000002":            "02 likely, 00 likely", // number and name disagree
		"køge korn cvr 99000002":        "02 same",
		"køge korn cvr 99007761":        "02 likely", // the number is nobody's
		"":                              "",
		"...":                           "",
		"zxqwvut plonk":                 "",
	} {
		if got := found(t, s, query); got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

func TestReasons(t *testing.T) {
	g := manyFirms()
	g.shelf[0].Also = []crm.CompanyName{{Name: "Vilde Vejes Kraner", Kind: crm.SecondaryName}, {Name: "Storbæk Løft", Kind: crm.FormerName}}
	g.shelf[4].Municipality, g.shelf[4].Place = "259", "Køge"
	g.shelf[3].Municipality, g.shelf[3].Place = "360", "Rødby"
	s := started(t, g, "")
	for query, want := range map[string]Candidate{
		"køge kran":              {Verdict: Same, Reason: ByName},
		"vilde vejes kraner":     {Verdict: Same, Reason: BySecondary},
		"storbæk løft":           {Verdict: Likely, Reason: ByFormer},
		"køge krann":             {Verdict: Same, Reason: BySpelling},
		"hansen vvs a/s":         {Verdict: Likely, Reason: ByOtherForm},
		"jensen byg":             {Verdict: Likely, Reason: ByShared},
		"jensen byg i rødby":     {Verdict: Same, Reason: ByNameAndPlace},
		"jensen byg, lolland":    {Verdict: Same, Reason: ByNameAndPlace},
		"brødrene schmidt":       {Verdict: Likely, Reason: ByBeginning},
		"schmidt maskinfabrik":   {Verdict: Likely, Reason: ByPart},
		"cvr-nr. 99 00 00 01":    {Verdict: Same, Reason: ByNumber},
		"jensen byg i nørresund": {Verdict: Likely, Reason: ByShared},
	} {
		list, err := s.Find(t.Context(), query, 5)
		if err != nil || len(list) == 0 {
			t.Errorf("%q: nothing, %v", query, err)
			continue
		}
		if got := list[0]; got.Verdict != want.Verdict || got.Reason != want.Reason {
			t.Errorf("%q: %s, verdict %d, reason %d, want %d and %d", query, got.Company.Name, got.Verdict, got.Reason, want.Verdict, want.Reason)
		}
	}
}

func TestPlaceBesideTheName(t *testing.T) {
	g := manyFirms()
	g.shelf[4].Municipality, g.shelf[3].Municipality = "259", "360"
	s := started(t, g, "")
	for _, c := range []struct {
		query    string
		evidence Evidence
		want     Verdict
	}{
		{"jensen byg", Evidence{Place: "Maribo"}, Same}, {"jensen byg", Evidence{Postcode: "4930"}, Same}, {"jensen byg 4930 maribo", Evidence{}, Same},
		{"jensen byg, 4930", Evidence{}, Same}, {"jensen byg", Evidence{Place: "Skagen", Postcode: "9990"}, Likely}, {"jensen byg", Evidence{Postcode: "x"}, Likely},
	} {
		list, err := s.Match(t.Context(), c.query, c.evidence, 5, nil)
		if err != nil || len(list) == 0 || c.want == Same && list[0].Company.CVR != "99000003" || list[0].Verdict != c.want {
			t.Errorf("%q, %v: %v, %v", c.query, c.evidence, list, err)
		}
	}
}

func TestEndedStandLast(t *testing.T) {
	g := manyFirms()
	g.shelf[3].Status = crm.CompanyEnded
	s := started(t, g, "")
	if got := found(t, s, "jensen byg"); got != "04 same, 03 likely" {
		t.Error(got)
	}
	g.shelf[4].Status = crm.CompanyEnded
	if got := found(t, started(t, g, ""), "jensen byg"); got != "03 likely, 04 likely" {
		t.Error(got)
	}
}

func TestUnknownCompaniesLeaveNoTrace(t *testing.T) {
	g := manyFirms()
	g.shelf[4].AddedBy = crm.Org{ID: 7}
	s := started(t, g, "")
	list, err := s.FindKnown(t.Context(), "jensen byg", 5, func(c crm.Company) bool { return c.AddedBy.ID != 7 })
	if err != nil || len(list) != 1 || list[0].Verdict != Same || list[0].Company.CVR != "99000003" {
		t.Errorf("%v, %v", list, err)
	}
	if got := found(t, s, "jensen byg"); got != "03 likely, 04 likely" {
		t.Error(got)
	}
}

func TestLookupFillsThePlacesOfUnknownCompanies(t *testing.T) {
	s := newShelf("A Byg 1", "A Byg 2", "A Byg 3", "A Byg 4")
	s[0].AddedBy, s[1].AddedBy = crm.Org{ID: 7}, crm.Org{ID: 8}
	var finder KnownFinder = NewLookup(s)
	list, err := finder.FindKnown(t.Context(), "a byg", 2, func(c crm.Company) bool { return c.AddedBy.ID != 7 })
	if err != nil || len(list) != 2 || list[0].Company.Name != "A Byg 2" {
		t.Errorf("%v, %v", list, err)
	}
}

var _ KnownFinder = (*Search)(nil)

func TestSuggest(t *testing.T) {
	s := started(t, manyFirms(), "")
	for text, want := range map[string]string{"køge kra": "00 01", "brødrene sch": "06", "sannes s": "09", "schmidt maskin": "06", "søndre havnevej 3": "07 08"} {
		list, err := s.Suggest(t.Context(), text, 2, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range list {
			got = append(got, c.Company.CVR[6:])
		}
		if !strings.HasPrefix(strings.Join(got, " "), want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPlacesAreMunicipalities(t *testing.T) {
	if len(towns()) < 500 || len(postcodes()) < 200 {
		t.Errorf("%d places, %d spans of postcodes", len(towns()), len(postcodes()))
	}
	known := map[uint16]bool{}
	for _, code := range towns()[Fold("Fyn")] {
		known[code] = true
	}
	if len(known) != 8 || townOf("rodby")[0] != 360 || townsOfPostcode("4970")[0] != 360 || townsOfPostcode("0999") != nil || townsOfPostcode("497") != nil {
		t.Error("places are not read")
	}
	last := uint16(0)
	for _, s := range postcodes() {
		if s.first <= last || s.last < s.first {
			t.Errorf("postcodes %d to %d after %d", s.first, s.last, last)
		}
		last = s.last
	}
}
