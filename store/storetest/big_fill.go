package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// table is one that big databases fill, with the columns of a row in their order.
type table struct {
	name    string
	columns []string
}

// The tables, those first that others refer to.
var (
	company = &table{"company", strings.Fields(`id cvr name name_key form municipality place industry employees status successor_cvr ad_protected updated_at`)}
	contact = &table{"contact", strings.Fields(`id company_id company_name org_id org_name_da org_name_en person_id status channel date start_clock end_clock
		minutes purposes outcome note note_held share contact_name contact_mail contact_tel trade headcount overlap_why source created_at updated_at version`)}
	contactPurpose     = &table{"contact_purpose", strings.Fields(`contact_id position purpose`)}
	contactParticipant = &table{"contact_participant", strings.Fields(`contact_id position org_id name`)}
	followUp           = &table{"follow_up", strings.Fields(`contact_id company_id org_id owner_id due due_text text state created_at closed_at`)}
	tables             = []*table{company, contact, contactPurpose, contactParticipant, followUp}
)

// adder adds a row to one of the tables.
type adder func(t *table, values ...any)

// fillSQLite adds rows behind the store's back: without care for a power cut, and with the indexes made afterwards.
func fillSQLite(b *testing.B, url string, fill func(adder)) {
	db, err := sql.Open("sqlite3", url+"?_synchronous=OFF&_cache_size=-400000")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	indexes := stringsOf(b, db, `SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
	for _, name := range stringsOf(b, db, `SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`) {
		run(b, db, `DROP INDEX `+name)
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	insert := map[*table]*sql.Stmt{}
	for _, t := range tables {
		insert[t], err = tx.Prepare(fmt.Sprintf(`INSERT INTO %s (%s) VALUES (?%s)`, t.name, strings.Join(t.columns, ", "), strings.Repeat(", ?", len(t.columns)-1)))
		if err != nil {
			b.Fatal(err)
		}
	}
	fill(func(t *table, values ...any) {
		if _, err := insert[t].Exec(values...); err != nil {
			b.Fatal(err)
		}
	})
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	for _, index := range indexes {
		run(b, db, index)
	}
	run(b, db, `PRAGMA wal_checkpoint(TRUNCATE)`)
}

// fillPostgres adds rows by COPY, and has the server look at the tables as it would by itself in time.
func fillPostgres(b *testing.B, url string, fill func(adder)) {
	const atOnce = 20_000
	db := Raw(b, url)
	defer db.Close()
	indexes := stringsOf(b, db, `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'contact' AND indexname <> 'contact_pkey'`)
	for _, name := range stringsOf(b, db, `SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'contact' AND indexname <> 'contact_pkey'`) {
		run(b, db, `DROP INDEX `+name)
	}
	ctx := context.Background()
	to, err := pgx.Connect(ctx, url)
	if err != nil {
		b.Fatal(err)
	}
	defer to.Close(ctx)
	held := map[*table][][]any{}
	send := func() {
		for _, t := range tables {
			if _, err := to.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, pgx.CopyFromRows(held[t])); err != nil {
				b.Fatal(err)
			}
			held[t] = held[t][:0]
		}
	}
	fill(func(t *table, values ...any) {
		if held[t] = append(held[t], values); len(held[t]) == atOnce {
			send()
		}
	})
	send()
	for _, index := range indexes {
		run(b, db, index)
	}
	run(b, db, `VACUUM ANALYZE`)
}

func stringsOf(b *testing.B, db *sql.DB, query string) (all []string) {
	rows, err := db.Query(query)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			b.Fatal(err)
		}
		all = append(all, s)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return all
}

func run(b *testing.B, db *sql.DB, statement string) {
	if _, err := db.Exec(statement); err != nil {
		b.Fatal(statement, err)
	}
}
