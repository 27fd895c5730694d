package register

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// shelf is a Source in memory.
type shelf []crm.Company

var errNone = crm.Errorf(crm.NotFound, text.New("ingen", "none"))

func (s shelf) CompanyByCVR(_ context.Context, cvr string) (crm.Company, error) {
	for _, c := range s {
		if c.CVR == cvr {
			return c, nil
		}
	}
	return crm.Company{}, errNone
}

func (s shelf) CompanyByPNumber(_ context.Context, p string) (crm.Company, error) {
	for _, c := range s {
		for _, site := range c.Sites {
			if site.PNumber == p {
				return c, nil
			}
		}
	}
	return crm.Company{}, errNone
}

func (s shelf) CompaniesByKey(_ context.Context, key string, limit int) (found []crm.Company, err error) {
	for _, c := range s {
		if c.Key == key && len(found) < limit {
			found = append(found, c)
		}
	}
	return found, nil
}

func (s shelf) CompaniesByKeyPrefix(_ context.Context, prefix string, limit int) (found []crm.Company, err error) {
	for _, c := range s {
		if strings.HasPrefix(c.Key, prefix) && len(found) < limit {
			found = append(found, c)
		}
	}
	return found, nil
}

func newShelf(names ...string) shelf {
	var s shelf
	for i, name := range names {
		name, gone := strings.CutPrefix(name, "†")
		c := crm.Company{CVR: fmt.Sprintf("9900000%d", i), Name: name, Key: Fold(name), Status: crm.CompanyActive}
		if gone {
			c.Status = crm.CompanyEnded
		}
		s = append(s, c)
	}
	return s
}

func TestFind(t *testing.T) {
	s := newShelf("Køge Kran ApS", "Køge Kranservice ApS", "Køge Korn A/S", "Jensen Byg ApS", "Jensen Byg ApS", "Hansen VVS ApS", "Hansen VVS A/S", "Ærø El ApS", "†Ærø El ApS")
	s[7].Sites = []crm.Site{{PNumber: "1013999999"}}
	lookup := NewLookup(s)
	for query, want := range map[string]string{
		"99000000":               "0 same",
		"cvr 99 00 00 02":        "2 same",
		"P-nr 1013999999":        "7 same",
		"99000009":               "",
		"koge kran":              "0 same", // exact, although another name begins alike
		"KØGE KORN a/s":          "2 same",
		"køge k":                 "0 likely, 1 likely, 2 likely",
		"køge kran s":            "",
		"køge krans":             "1 likely",
		"jensen byg":             "3 likely, 4 likely",
		"jensen byg aps":         "3 likely, 4 likely", // the form does not tell them apart
		"hansen vvs":             "5 likely, 6 likely",
		"hansen vvs a/s":         "6 same, 5 likely", // the form does
		"ærø el":                 "7 same, 8 likely", // the living one
		"ær":                     "",                 // too short for a beginning
		"":                       "",
		"  ...":                  "",
		"tlf 99000000":           "",
		"grundfest og sønner as": "",
	} {
		found, err := lookup.Find(context.Background(), query, 5)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range found {
			got = append(got, c.Company.CVR[7:]+map[Verdict]string{Same: " same", Likely: " likely", None: " none"}[c.Verdict])
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %q, want %q", query, strings.Join(got, ", "), want)
		}
	}
}

func TestFindKeepsToTheLimit(t *testing.T) {
	found, err := NewLookup(newShelf("A Byg 1", "A Byg 2", "A Byg 3", "A Byg 4")).Find(context.Background(), "a byg", 2)
	if err != nil || len(found) != 2 {
		t.Errorf("%d found, %v", len(found), err)
	}
}

type broken struct{ shelf }

func (broken) CompanyByCVR(context.Context, string) (crm.Company, error) {
	return crm.Company{}, errors.New("disk on fire")
}

func TestFindPassesErrorsOn(t *testing.T) {
	if _, err := NewLookup(broken{}).Find(context.Background(), "99000000", 5); err == nil {
		t.Error("a broken source looks like an unknown company")
	}
}
