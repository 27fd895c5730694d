package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"github.com/riverqueue/river/rivertype"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// Rebind is how a statement reads on PostgreSQL.
func Rebind(query string) string { return postgresDialect.rebind(query) }

// RebindSQLite is how a statement reads on SQLite.
func RebindSQLite(query string) string { return sqliteDialect.rebind(query) }

// Translate is what becomes of a driver's error.
func Translate(dialect string, err error) error {
	if dialect == "sqlite" {
		return sqliteDialect.translate(err)
	}
	return postgresDialect.translate(err)
}

// Hasty gives options with which a failed job comes back at once, and a killed program's after that time.
func Hasty(o JobOptions, rescue time.Duration) JobOptions {
	o.retry, o.timeout, o.rescue = atOnce{}, rescue, rescue
	return o
}

type atOnce struct{}

func (atOnce) NextRetry(*rivertype.JobRow) time.Time { return time.Now().Add(time.Millisecond) }

// HotStatements are those that a person waits for in a check, with sample arguments.
var HotStatements = map[string][]any{
	contactsOfCompany:  {1, "2026-11-20", 1, 100},
	contactsOfPerson:   {1, 1, 10},
	plannedByPerson:    {1, 1, "2026-11-20", 10},
	companyByCVR:       {"99000007"},
	companyByPNumber:   {"1099000007"},
	companiesByPrefix:  {"sund", "sund" + lastRune, 10},
	sitesOfCompany:     {1},
	noticesOfCompany:   {1},
	followUpsOfContact: {1},
	followUpsOfCompany: {1},
	promisesOfPerson:   {1, 1, 10},
	promisesOfOrg:      {1, 10},
	jobsAhead:          {"T0DEMO/C01", 1, 100},
	freshProject:       {0, 1, 10},
	joiningsAhead:      {"2026-11-20", 10},
	openConsultations:  {"2026-11-20", 10},
}

// DigestStatements are those that a digest runs over the contacts, with sample arguments, for organisations and for places.
func DigestStatements() map[string][]any {
	all := map[string][]any{}
	for _, scope := range []crm.DigestScope{
		{Orgs: []int64{1}, Since: when.MustISO("2025-11-20")},
		{Orgs: []int64{1, 2}, Companies: []int64{1, 2, 3}, Municipalities: []string{"360", "376"}},
	} {
		fresh, args := scopeOf(scope, false)
		all[freshContacts+fresh+freshOrder] = append(append([]any{2, 1, 1}, args...), 200)
		ahead, args := scopeOf(scope, true)
		all[plansAhead+ahead+plansOrder] = append(append([]any{"2026-11-20", "2026-11-27"}, args...), 200)
	}
	all[contactsOfOrgs+`(?) AND +c.org_id IN (?) ORDER BY c.date DESC, c.id DESC`] = []any{"2026-11-20", 1, 1}
	return all
}

// recorder notes the plans of the queries that go through it.
type recorder struct {
	*sql.DB
	asked *[]Asked
}

// Asked is a query as the database gets it.
type Asked struct {
	Query string
	Args  []any
}

func (r recorder) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	*r.asked = append(*r.asked, Asked{query, args})
	return r.DB.QueryContext(ctx, query, args...)
}

// FiguresStatements are those that the figures of a question's first period run.
func FiguresStatements(ctx context.Context, s *Store, q crm.FiguresQuery) (asked []Asked, err error) {
	orgs, err := s.Orgs(ctx)
	if err != nil {
		return nil, err
	}
	may, err := disclosedTo(ctx, s.single(), q.Viewer.ID)
	if err != nil {
		return nil, err
	}
	f := figures{q, q.Periods[0], orgs, may}
	return asked, f.fill(ctx, conn{recorder{s.read, &asked}, &s.dialect, s.jobs}, &crm.Figures{})
}

// Plan is how the database means to answer the statement.
func Plan(ctx context.Context, s *Store, query string, args ...any) (string, error) {
	var lines []string
	var err error
	fetch := func(c conn, explain string, columns int) error {
		return c.each(ctx, func(r scanner) error {
			said := make([]any, columns)
			into := make([]any, columns)
			for i := range said {
				into[i] = &said[i]
			}
			err := r.Scan(into...)
			lines = append(lines, fmt.Sprint(said[columns-1]))
			return err
		}, explain+query, args...)
	}
	if s.target.file != "" {
		err = fetch(s.single(), `EXPLAIN QUERY PLAN `, 4)
	} else {
		// A small table is read whole, whatever its indexes; with many rows it is not.
		err = s.inTx(ctx, s.write, nil, func(c conn) error {
			if _, err := c.exec(ctx, `SET LOCAL enable_seqscan = off`); err != nil {
				return err
			}
			return fetch(c, `EXPLAIN `, 1)
		})
	}
	return strings.Join(lines, "\n"), err
}
