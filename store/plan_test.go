package store_test

import (
	"regexp"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
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

// The overview reads the contacts of its period and what was with the same companies just before, never all there are.
func TestFiguresStatementsUseIndexes(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		everything(t, s)
		own, err := s.OrgByCode(ctx, "JC-360")
		if err != nil {
			t.Fatal(err)
		}
		month := []crm.Period{{From: when.MustISO("2026-10-01"), To: when.MustISO("2026-10-31")}}
		for name, scope := range map[string]crm.Scope{
			"country": {}, "own": {Orgs: []crm.Org{own}}, "region": {Municipalities: []string{"360", "376"}}, "purpose": {Purpose: "upskilling"},
		} {
			asked, err := store.FiguresStatements(ctx, s, crm.FiguresQuery{Scope: scope, Periods: month, Viewer: own, Today: when.MustISO("2026-11-23"), Window: crm.DefaultWindow})
			if err != nil {
				t.Fatal(name, err)
			}
			for _, a := range asked {
				plan, err := store.Plan(ctx, s, a.Query, a.Args...)
				if err != nil {
					t.Fatal(name, err)
				}
				if whole := wholeTable.FindString(plan); whole != "" {
					t.Errorf("%s: %s\n%s\n%s", name, whole, a.Query, plan)
				}
				// With few rows PostgreSQL takes any index.
				if flagged := strings.Contains(a.Query, "flagged"); flagged && strings.HasPrefix(url, "file:") && (!byPeriod.MatchString(plan) || !byCompany.MatchString(plan)) {
					t.Errorf("%s: the indexes alone do not answer:\n%s\n%s", name, a.Query, plan)
				}
			}
		}
	})
}

// In a plan of SQLite c may also be a table that the statement itself has made.
var (
	wholeTable = regexp.MustCompile(`SCAN (co|x|y|t|p|k)\b|Seq Scan on (contact|company|contact_\w+)\b`)
	byPeriod   = regexp.MustCompile(`c USING COVERING INDEX contact_figures \(org_id=\? AND date>\? AND date<\?\)`)
	byCompany  = regexp.MustCompile(`x USING COVERING INDEX contact_company \(company_id=\? AND date>\? AND date<\?\)`)
)
