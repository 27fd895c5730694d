package store_test

import (
	"strings"
	"testing"

	"samspil/store"
	"samspil/store/storetest"
)

// With millions of contacts, a check is quick only when every statement goes through an index, and the newest
// contacts come out of it in order.
func TestHotStatementsUseIndexes(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		everything(t, s)
		for query, args := range store.HotStatements {
			plan, err := store.Plan(ctx, s, query, args...)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(plan, "SCAN") || strings.Contains(plan, "Seq Scan") {
				t.Errorf("%s\nreads a whole table:\n%s", query, plan)
			}
			if sorts := strings.Contains(plan, "TEMP B-TREE FOR ORDER BY"); sorts && strings.Contains(query, "LIMIT") {
				t.Errorf("%s\nsorts every row before it takes the first:\n%s", query, plan)
			}
			if company := strings.Contains(query, "(c.date, c.id) <"); company && !strings.Contains(plan, "contact_company") {
				t.Errorf("%s\ndoes not use the index contact_company:\n%s", query, plan)
			}
		}
	})
}

// A digest reads what was written since the last one, and what is planned in a week, however much there is before it.
func TestDigestStatementsUseIndexes(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		everything(t, s)
		for query, args := range store.DigestStatements() {
			plan, err := store.Plan(ctx, s, query, args...)
			if err != nil {
				t.Fatal(err)
			}
			index := "contact_company"
			switch {
			case strings.Contains(query, "c.created_at >="):
				index = "contact_created"
			case strings.Contains(query, "BETWEEN"):
				index = "contact_unasked"
			}
			if strings.Contains(plan, "SCAN") || strings.Contains(plan, "Seq Scan") || !strings.Contains(plan, index) {
				t.Errorf("%s\ndoes not go by %s:\n%s", query, index, plan)
			}
		}
	})
}
