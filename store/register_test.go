package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

// What the tables of the register refuse, whatever the code does.
func TestRegisterConstraintsHold(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		w := everything(t, s)
		co := w.Bakery
		co.Also = []crm.CompanyName{{Name: "Bageren", Key: "bageren", Kind: crm.FormerName}}
		if err := s.SaveCompanies(ctx, []crm.Company{co}, storetest.Noon); err != nil {
			t.Fatal(err)
		}
		if _, err := s.BeginImport(ctx, crm.RegisterImport{Source: "csv", Holder: "a"}, storetest.Noon); err != nil {
			t.Fatal(err)
		}
		for table, changes := range map[string][]string{
			"company_name":    {`name = ''`, `name_key = ''`, `kind = 'nick'`, `company_id = 999999`},
			"register_state":  {`id = 2`, `holder = NULL`},
			"register_import": {`source = ''`, `position = -1`, `size = -1`, `replacing = 2`, `added = -1`},
		} {
			for _, set := range changes {
				if err := storetest.Exec(t, url, fmt.Sprintf(`UPDATE %s SET %s`, table, set)); err == nil {
					t.Errorf("%s takes %s", table, set)
				}
			}
			if err := storetest.Exec(t, url, fmt.Sprintf(`UPDATE %s SET %s`, table, firstColumn(changes[0]))); err != nil {
				t.Errorf("%s: the sample row cannot be written at all: %v", table, err)
			}
		}
	})
}

// Changes are found, and a page of them ends, by the index.
func TestRegisterStatementsUseIndexes(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		everything(t, s)
		for query, args := range store.RegisterStatements {
			plan, err := store.Plan(ctx, s, query, args...)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(plan, "SCAN co") || strings.Contains(plan, "SCAN company") || strings.Contains(plan, "Seq Scan on company") {
				t.Errorf("%s\nreads a whole table:\n%s", query, plan)
			}
		}
	})
}

// Several write companies at once: whoever reads the changes after each other misses none.
func TestChangesInTheOrderTheyAreSeen(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, _ string) {
		const writers, each = 4, 25
		done := make(chan error, writers)
		for n := range writers {
			go func() {
				var err error
				for i := 0; i < each && err == nil; i++ {
					co := crm.Company{CVR: fmt.Sprint(90_000_000 + n*each + i), Name: "Firma", Key: "firma", Status: crm.CompanyActive}
					err = s.SaveCompanies(ctx, []crm.Company{co}, storetest.Noon.Add(-time.Duration(n)*time.Hour))
				}
				done <- err
			}()
		}
		seen, since := map[string]bool{}, time.Time{}
		for left := writers; left >= 0; {
			select {
			case err := <-done:
				if left--; err != nil {
					t.Fatal(err)
				}
			default:
				if left == 0 {
					left-- // once more when all are done
				}
			}
			list, upTo, err := s.CompaniesChangedSince(ctx, since, 7)
			for err == nil && len(list) > 0 {
				for _, co := range list {
					if seen[co.CVR] {
						t.Errorf("%s is seen twice", co.CVR)
					}
					seen[co.CVR] = true
				}
				since = upTo
				list, upTo, err = s.CompaniesChangedSince(ctx, since, 7)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if len(seen) != writers*each {
			t.Errorf("%d changes seen", len(seen))
		}
	})
}
