package store_test

import (
	"fmt"
	"strings"
	"testing"

	"samspil/store"
	"samspil/store/storetest"
)

// Whatever the code does, the database refuses these.
func TestConstraintsHold(t *testing.T) {
	long := strings.Repeat("å", 5001)
	refused := map[string][]string{
		"org":       {`code = ''`, `name_da = ''`, `public = 2`, `valid_from = '1.1.2026'`, `valid_to = '2000-01-01', valid_from = '2001-01-01'`},
		"person":    {`role = 'king'`, `lang = 'de'`, `org_id = 999999`, `team_id = ''`, `active = 7`, `user_id = 'U02'`},
		"company":   {`cvr = '9900000'`, `cvr = '9900000x'`, `cvr = '990000070'`, `name_key = ''`, `name = ''`, `status = 'gone'`, `employees = -2`, `ended_on = '2026-02-01', status = 'active'`, `successor_cvr = '1'`, `name = NULL`},
		"site":      {`p_number = '109900000'`, `p_number = 'x099000007'`, `company_id = 999999`},
		"notice":    {`kind = 'rumour'`, `until_day = '2020-01-01'`, `from_day = '2026-1-1'`, `org_id = 999999`},
		"contact":   {`status = 'maybe'`, `channel = ''`, `date = '20/11'`, `date = '2026-11-2'`, `date = NULL`, `date = '2026-11-20 '`, `start_clock = -2`, `end_clock = 1440`, `start_clock = 700`, `minutes = -1`, `note = '` + long + `'`, `note_held = 2`, `share = 'all'`, `headcount = -1`, `headcount = 100000`, `version = 0`, `company_id = 999999`, `org_id = 999999`, `person_id = 999999`, `site_id = 999999`, `company_name = ''`, `need_from = 'spring'`},
		"follow_up": {`state = 'lost'`, `state = 'done'`, `closed_at = 5`, `due = 'uge 50'`, `owner_id = 999999`, `contact_id = 999999`},
		"agreement": {`tier = 4`, `tier = -1`, `viewer_id = owner_id`, `viewer_id = 999999`},

		"contact_purpose":     {`purpose = ''`, `purpose = 'a,b'`, `contact_id = 999999`, `position = -1`},
		"contact_participant": {`name = '', org_id = NULL`, `org_id = 999999`},
		"org_alias":           {`alias = ''`, `org_id = 999999`},
		"org_successor":       {`successor_code = 'NOBODY'`},
	}
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		everything(t, s)
		db := storetest.Raw(t, url)
		defer db.Close()
		for table, changes := range refused {
			for _, set := range changes {
				// One row, because an UPDATE of several may fail for another reason.
				if _, err := db.Exec(fmt.Sprintf(`UPDATE %s SET %s WHERE %s`, table, set, firstRow[table])); err == nil {
					t.Errorf("%s takes %.60s", table, set)
				}
			}
			if res, err := db.Exec(fmt.Sprintf(`UPDATE %s SET %s WHERE %s`, table, firstColumn(changes[0]), firstRow[table])); err != nil {
				t.Errorf("%s: the sample row cannot be written at all: %v", table, err)
			} else if n, _ := res.RowsAffected(); n != 1 {
				t.Errorf("%s: %d sample rows", table, n)
			}
		}
		for _, table := range []string{"org", "person", "company", "site", "contact"} {
			if _, err := db.Exec(`DELETE FROM ` + table); err == nil {
				t.Errorf("%s loses rows that others refer to", table)
			}
		}
	})
}

// firstRow picks one row of the sample.
var firstRow = map[string]string{
	"org": `code = 'JC-360'`, "person": `user_id = 'U01'`, "company": `cvr = '99000007'`, "site": `p_number = '1099000007'`,
	"notice": `id = 1`, "contact": `id = 1`, "follow_up": `id = 1`, "agreement": `tier = 2`, "contact_purpose": `position = 0`,
	"contact_participant": `position = 0`, "org_alias": `position = 0`, "org_successor": `position = 0`,
}

// firstColumn is "x = x" of "x = 1, …".
func firstColumn(set string) string {
	column, _, _ := strings.Cut(set, " ")
	return column + " = " + column
}

func TestLogsAreAppendOnly(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		everything(t, s)
		for _, table := range []string{"audit", "contact_history"} {
			statements := []string{`UPDATE %s SET at = 0`, `DELETE FROM %s`}
			if strings.HasPrefix(url, "postgres") {
				statements = append(statements, `TRUNCATE %s CASCADE`)
			} else { // REPLACE deletes without asking the triggers for DELETE
				statements = append(statements, `INSERT OR REPLACE INTO %[1]s SELECT * FROM %[1]s`)
			}
			for _, statement := range statements {
				if err := storetest.Exec(t, url, fmt.Sprintf(statement, table)); err == nil {
					t.Errorf("done: "+statement, table)
				}
			}
		}
	})
}

func TestAuditSaysWhoWhatWhenAndNoNote(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		w := everything(t, s)
		if err := s.Audit(ctx, storetest.Entry(w.Anna), "company.check", "99000007", map[string]string{"tier": "2"}); err != nil {
			t.Fatal(err)
		}
		db := storetest.Raw(t, url)
		defer db.Close()
		rows, err := db.Query(`SELECT at, request_id, person_id, org_id, action, subject_kind, COALESCE(subject_id, 0), subject, details FROM audit ORDER BY id`)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		var got []string
		for rows.Next() {
			var at, person, org, id int64
			var request, action, kind, subject, details string
			if err := rows.Scan(&at, &request, &person, &org, &action, &kind, &id, &subject, &details); err != nil {
				t.Fatal(err)
			}
			if at != storetest.Noon.UnixMilli() || request != "req-1" || person != w.Anna.ID || org != w.Jobcentre.ID {
				t.Errorf("at %d request %s person %d organisation %d", at, request, person, org)
			}
			got = append(got, fmt.Sprint(action, " ", kind, " ", id, " ", subject, " ", details))
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		want := []string{
			`contact.log contact 1 99000007 {"channel":"visit","date":"2026-11-20","status":"done","version":"1"}`,
			`contact.status contact 1 99000007 {"channel":"visit","date":"2026-11-20","status":"cancelled","version":"2"}`,
			`company.check company 0 99000007 {"tier":"2"}`,
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("audit:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}
