package storetest

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
)

// BenchEnv names the number of contacts that benchmarks build, e.g. 5000000; without it, they are skipped. The
// database goes into a temporary folder and takes about 400 bytes a contact.
const BenchEnv = "SAMSPIL_BENCH_CONTACTS"

// Big is a SQLite store with many contacts, half of them with a few well-known companies.
type Big struct {
	Store     *store.Store
	Sample    Sample
	Companies int
	rnd       *rand.Rand
	zipf      *rand.Zipf
}

// Pick is a company's number, from 1 to Companies: half the time one of the well-known, of which 1 is the busiest,
// half the time any.
func (big *Big) Pick() int {
	if big.rnd.IntN(2) == 0 {
		return 1 + int(big.zipf.Uint64())
	}
	return 1 + big.rnd.IntN(big.Companies)
}

// CVR is the number of the company with that number. It need not pass the check digit.
func (*Big) CVR(n int) string { return fmt.Sprintf("%08d", 10_000_000+n) }

// CompanyID is the row of the company with that number.
func (*Big) CompanyID(n int) int64 { return int64(1000 + n) }

// Measure times every call and reports the median and the 99th percentile in milliseconds: what a person waits for.
func Measure(b *testing.B, call func() error) {
	b.Helper()
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

// OpenBig makes the database with raw inserts: no indexes meanwhile, and no care for a power cut. It skips the
// benchmark when BenchEnv names no number.
func OpenBig(b *testing.B) *Big {
	b.Helper()
	count, err := strconv.Atoi(os.Getenv(BenchEnv))
	if err != nil || count < 1000 {
		b.Skip(BenchEnv + " names no number of contacts: nothing is measured")
	}
	begin := time.Now()
	file := filepath.Join(b.TempDir(), "big.db")
	s, err := store.OpenMigrated(context.Background(), "file:"+file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	rnd := rand.New(rand.NewPCG(1, 2))
	big := &Big{Store: s, Sample: Fill(b, s), Companies: max(1000, count*22/50), rnd: rnd}
	big.zipf = rand.NewZipf(rnd, 1.07, 10, uint64(big.Companies-1))
	db, err := sql.Open("sqlite3", "file:"+file+"?_synchronous=OFF&_cache_size=-400000")
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
	b.Logf("%d contacts, %d companies, %d MB, built in %s", count, big.Companies, info.Size()>>20, time.Since(begin).Round(time.Second))
	return big
}

// manyMunicipalities is how many there are in Denmark; the codes here are made up.
const manyMunicipalities = 98

func municipalityCode(n int) string { return strconv.Itoa(101 + n%manyMunicipalities) }

// Municipalities are the codes of so many of them; the companies are spread evenly over all.
func (big *Big) Municipalities(count int) (codes []string) {
	for n := range count {
		codes = append(codes, municipalityCode(n))
	}
	return codes
}

// addCompanies adds them with ids from 1001 on.
func (big *Big) addCompanies(b *testing.B, tx *sql.Tx) {
	insert := prepare(b, tx, `INSERT INTO company (id, cvr, name, name_key, form, municipality, place, industry, employees, status, successor_cvr, ad_protected, updated_at)
		VALUES (?, ?, ?, ?, 'ApS', ?, 'Maribo', '432100', 12, 'active', '', 0, 0)`)
	for n := 1; n <= big.Companies; n++ {
		name := fmt.Sprintf("Firma nr. %d i Maribo ApS", n)
		do(b, insert, big.CompanyID(n), big.CVR(n), name, fmt.Sprintf("firma %d maribo", n), municipalityCode(n))
	}
}

func (big *Big) addContacts(b *testing.B, tx *sql.Tx, count int) {
	contact := prepare(b, tx, `INSERT INTO contact (id, company_id, company_name, org_id, org_name_da, org_name_en, person_id, status, channel, date, start_clock, end_clock,
			minutes, purposes, outcome, note, note_held, share, contact_name, contact_mail, contact_tel, trade, headcount, overlap_why, source, created_at, updated_at, version)
		VALUES (?, ?, 'Firma i Maribo ApS', ?, 'Jobcenter Lolland', 'Job Centre Lolland', ?, 'done', 'visit', ?, 570, 660,
			90, 'upskilling', 'info_only', ?, 0, 'default', '', '', '', '', 0, '', 'command', ?, ?, 1)`)
	purpose := prepare(b, tx, `INSERT INTO contact_purpose (contact_id, position, purpose) VALUES (?, ?, ?)`)
	participant := prepare(b, tx, `INSERT INTO contact_participant (contact_id, position, org_id, name) VALUES (?, 0, ?, '')`)
	followUp := prepare(b, tx, `INSERT INTO follow_up (contact_id, company_id, org_id, owner_id, due, due_text, text, state, created_at, closed_at) VALUES (?, ?, ?, ?, ?, '', 'Ring igen', ?, 0, ?)`)
	people := []crm.Person{big.Sample.Anna, big.Sample.Bo, big.Sample.Carla}
	const days = 3900
	first := when.MustISO("2016-01-01")
	for id := 1; id <= count; id++ {
		company, p := big.CompanyID(big.Pick()), people[big.rnd.IntN(3)]
		day := first.AddDays(big.rnd.IntN(days))
		do(b, contact, id, company, p.Org.ID, p.ID, day.String(), "Talte med ledelsen om behovet for folk til foråret. Vender tilbage.", id, id)
		for i := range 1 + big.rnd.IntN(2) {
			do(b, purpose, id, i, [...]string{"upskilling", "recruitment"}[i])
		}
		if id%10 == 0 {
			do(b, participant, id, big.Sample.Hub.ID)
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
