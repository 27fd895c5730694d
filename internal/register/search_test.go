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
		"koge kran":                          "00 same",
		"køge krannservise":                  "01 ",
		"køge kran service":                  "01 ",
		"brdr. smidt maskinf.":               "06 ",
		"maskinfabrik brødrene schmidt":      "06 same",
		"jensen byg":                         "03 likely, 04 likely",
		"jensen byg a/s":                     "04 same",
		"hansen vvs a/s":                     "05 likely", // another form
		"sannes salon":                       "09 ",
		"søndre havnevej 33 ejendomme":       "07 same",
		"sdr havnevej 34 ejendomme":          "",
		"99000002":                           "02 same",
		"køge kran 99000002":                 "02 likely, 00 likely", // name and number disagree
		"køge korn cvr 99000002":             "02 same",
		"":                                   "",
		"...":                                "",
		"zxqwvut plonk":                      "",
		strings.Repeat("køge kran ", 100_000): "",
	} {
		got := found(t, s, query)
		if ok := strings.HasPrefix(got, want) && (want != "" || got == ""); !ok && len(query) < 100 && want != "" {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
		if want == "" && len(query) < 100 && strings.Contains(got, "same") {
			t.Errorf("%q: %q, but none is right", query, got)
		}
	}
}
