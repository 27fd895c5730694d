package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// benchEnv names the number of contacts that BenchmarkSQLite builds, e.g. 5000000; without it, it is skipped. The
// database goes into a temporary folder and takes about 600 bytes a contact.
const benchEnv = "SAMSPIL_BENCH_CONTACTS"

// BenchmarkSQLite measures what a person waits for, in milliseconds at the median and at the slowest of a hundred:
//
//	SAMSPIL_BENCH_CONTACTS=500000 go test ./store -run '^$' -bench SQLite -benchtime 5000x
func BenchmarkSQLite(b *testing.B) {
	count, err := strconv.Atoi(os.Getenv(benchEnv))
	if err != nil || count < 1000 {
		b.Skip(benchEnv + " names no number of contacts: nothing is measured")
	}
	big := build(b, count)
	// As in the program, where a request's context can end: the drivers then watch it.
	var cancel context.CancelFunc
	big.ctx, cancel = context.WithCancel(ctx)
	defer cancel()
	b.Run("check", func(b *testing.B) { measure(b, big.check) })
	b.Run("check-busiest", func(b *testing.B) {
		measure(b, func() error { return big.checkCompany(1) })
	})
	b.Run("log", func(b *testing.B) { measure(b, big.log) })
}

// measure times every call and reports the median and the 99th percentile.
func measure(b *testing.B, call func() error) {
	var took []time.Duration
	for b.Loop() {
		begin := time.Now()
		if err := call(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// bigStore is a store with many contacts.
type bigStore struct {
	ctx       context.Context
	s         *store.Store
	w         storetest.Sample
	companies int
	rnd       *rand.Rand
	zipf      *rand.Zipf
}

// pick is a company's number, from 1: half the contacts are with a few well-known companies, half with any.
func (big *bigStore) pick() int {
	if big.rnd.IntN(2) == 0 {
		return 1 + int(big.zipf.Uint64())
	}
	return 1 + big.rnd.IntN(big.companies)
}

func (big *bigStore) check() error { return big.checkCompany(big.pick()) }

// checkCompany reads all that a check shows.
func (big *bigStore) checkCompany(n int) error {
	co, err := big.s.CompanyByCVR(big.ctx, cvr(n))
	if err != nil {
		return err
	}
	if _, err := big.s.ContactsOfCompany(big.ctx, co.ID, crm.Cursor{}, 100); err != nil {
		return err
	}
	if _, err := big.s.Notices(big.ctx, co.ID); err != nil {
		return err
	}
	_, err = big.s.FollowUpsOfCompany(big.ctx, co.ID)
	return err
}

func (big *bigStore) log() error {
	k := big.w.Contact()
	k.Company = crm.Company{ID: int64(1000 + big.pick())}
	k.SiteID = 0
	_, err := big.s.LogContact(big.ctx, storetest.Entry(big.w.Anna), k, []crm.FollowUp{{Due: when.MustISO("2026-12-10"), Text: "ring"}})
	return err
}

func cvr(n int) string { return fmt.Sprintf("%08d", 10_000_000+n) }

// build makes the database with raw inserts: no indexes meanwhile, and no care for a power cut.
func build(b *testing.B, count int) *bigStore {
	begin := time.Now()
	file := filepath.Join(b.TempDir(), "big.db")
	s, err := store.OpenMigrated(ctx, "file:"+file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	rnd := rand.New(rand.NewPCG(1, 2))
	big := &bigStore{s: s, w: storetest.Fill(b, s), companies: max(1000, count*22/50), rnd: rnd}
	big.zipf = rand.NewZipf(rnd, 1.07, 10, uint64(big.companies-1))
	db, err := sql.Open("sqlite3", "file:"+file+"?_synchronous=OFF&_cache_size=-400000")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	indexes := texts(b, db, `SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
	for _, name := range texts(b, db, `SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`) {
		run(b, db, `DROP INDEX `+name)
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	big.addCompanies(b, tx)
	big.addContacts(b, tx, count)
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	for _, index := range indexes {
		run(b, db, index)
	}
	run(b, db, `PRAGMA wal_checkpoint(TRUNCATE)`)
	info, err := os.Stat(file)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d contacts, %d companies, %d MB, built in %s", count, big.companies, info.Size()>>20, time.Since(begin).Round(time.Second))
	return big
}

// addCompanies adds them with ids from 1001 on.
func (big *bigStore) addCompanies(b *testing.B, tx *sql.Tx) {
	insert := prepare(b, tx, `INSERT INTO company (id, cvr, name, name_key, form, municipality, place, industry, employees, status, successor_cvr, ad_protected, updated_at)
		VALUES (?, ?, ?, ?, 'ApS', '360', 'Maribo', '432100', 12, 'active', '', 0, 0)`)
	for n := 1; n <= big.companies; n++ {
		name := fmt.Sprintf("Firma nr. %d i Maribo ApS", n)
		do(b, insert, 1000+n, cvr(n), name, fmt.Sprintf("firma %d maribo", n))
	}
}

func (big *bigStore) addContacts(b *testing.B, tx *sql.Tx, count int) {
	contact := prepare(b, tx, `INSERT INTO contact (id, company_id, company_name, org_id, org_name_da, org_name_en, person_id, status, channel, date, start_clock, end_clock,
			minutes, purposes, outcome, note, note_held, share, contact_name, contact_mail, contact_tel, trade, headcount, overlap_why, source, created_at, updated_at, version)
		VALUES (?, ?, 'Firma i Maribo ApS', ?, 'Jobcenter Lolland', 'Job Centre Lolland', ?, 'done', 'visit', ?, 570, 660,
			90, 'upskilling', 'info_only', ?, 0, 'default', '', '', '', '', 0, '', 'command', ?, ?, 1)`)
	purpose := prepare(b, tx, `INSERT INTO contact_purpose (contact_id, position, purpose) VALUES (?, ?, ?)`)
	participant := prepare(b, tx, `INSERT INTO contact_participant (contact_id, position, org_id, name) VALUES (?, 0, ?, '')`)
	followUp := prepare(b, tx, `INSERT INTO follow_up (contact_id, company_id, org_id, owner_id, due, due_text, text, state, created_at, closed_at) VALUES (?, ?, ?, ?, ?, '', 'Ring igen', ?, 0, ?)`)
	people := []crm.Person{big.w.Anna, big.w.Bo, big.w.Carla}
	const days = 3900
	first := when.MustISO("2016-01-01")
	for id := 1; id <= count; id++ {
		company, p := 1000+big.pick(), people[big.rnd.IntN(3)]
		day := first.AddDays(big.rnd.IntN(days))
		do(b, contact, id, company, p.Org.ID, p.ID, day.String(), "Talte med ledelsen om behovet for folk til foråret. Vender tilbage.", id, id)
		for i := range 1 + big.rnd.IntN(2) {
			do(b, purpose, id, i, [...]string{"upskilling", "recruitment"}[i])
		}
		if id%10 == 0 {
			do(b, participant, id, big.w.Hub.ID)
		}
		if id%20 == 0 {
			// Only the newest are still open: people keep, or give up, what they promised.
			var closed any
			state := crm.FollowUpOpen
			if day.Before(first.AddDays(days - 90)) {
				state, closed = crm.FollowUpDone, 0
			}
			do(b, followUp, id, company, p.Org.ID, p.ID, day.AddDays(30).String(), string(state), closed)
		}
	}
}

func texts(b *testing.B, db *sql.DB, query string) (all []string) {
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
		b.Fatal(err)
	}
}

func prepare(b *testing.B, tx *sql.Tx, statement string) *sql.Stmt {
	st, err := tx.Prepare(statement)
	if err != nil {
		b.Fatal(err)
	}
	return st
}

func do(b *testing.B, st *sql.Stmt, args ...any) {
	if _, err := st.Exec(args...); err != nil {
		b.Fatal(err)
	}
}
