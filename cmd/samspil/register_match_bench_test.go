package main

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"samspil/internal/crm"
	"samspil/internal/register"
)

// benchQuery is a line of the file of queries.
type benchQuery struct{ text, cvr string }

// benchRun is what one system did.
type benchRun struct {
	name         string
	build        time.Duration
	size         string
	took         []time.Duration
	right        int // queries with an answer
	first, among int
}

// benchTime is the time a system may use for its queries; what it has not been asked by then it is not asked.
const benchTime = 90 * time.Second

// TestBenchMatch compares Samspil with pg_trgm and FTS5: the same names and queries, one after the other in one run.
// make bench-match runs it; without its settings it is skipped.
func TestBenchMatch(t *testing.T) {
	file, queries := os.Getenv("SAMSPIL_MATCH_REGISTER"), os.Getenv("SAMSPIL_MATCH_QUERIES")
	if file == "" || queries == "" {
		t.Skip("SAMSPIL_MATCH_REGISTER and SAMSPIL_MATCH_QUERIES name no files")
	}
	list, err := register.ReadCompanies(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := strconv.Atoi(os.Getenv("SAMSPIL_MATCH_NAMES")); n > 0 {
		list = list[:min(n, len(list))]
	}
	asks := benchQueries(t, queries)
	for _, system := range []func(*testing.T, register.Companies, []benchQuery) *benchRun{benchSamspil, benchPostgres, benchSQLite} {
		if run := system(t, list, asks); run != nil {
			run.print(len(list))
		}
	}
}

func benchQueries(t *testing.T, name string) (asks []benchQuery) {
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if cells := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(cells) > 1 && cells[0] != "query" {
			asks = append(asks, benchQuery{cells[0], cells[1]})
		}
	}
	return asks
}

// ask times the queries, as many as there is time for, and counts the right answers. find gives the CVR numbers, best
// first.
func (r *benchRun) ask(t *testing.T, list register.Companies, asks []benchQuery, find func(context.Context, string) ([]string, error)) {
	keys := map[string]string{}
	for _, c := range list {
		keys[c.CVR] = c.Key
	}
	deadline := time.Now().Add(benchTime)
	step := 97 // a slow system still meets all kinds
	for len(asks)%step == 0 {
		step++
	}
	for i := range asks {
		q := asks[i*step%len(asks)]
		if time.Now().After(deadline) {
			break
		}
		begun := time.Now()
		found, err := find(t.Context(), q.text)
		if err != nil {
			t.Fatal(err)
		}
		r.took = append(r.took, time.Since(begun))
		key, known := keys[q.cvr]
		if !known {
			continue
		}
		r.right++
		at := slices.IndexFunc(found, func(cvr string) bool { return cvr == q.cvr || keys[cvr] == key })
		if at == 0 {
			r.first++
		}
		if at >= 0 && at < 5 {
			r.among++
		}
	}
}

func (r *benchRun) print(names int) {
	slices.Sort(r.took)
	at := func(share float64) string {
		return fmt.Sprintf("%.2f", float64(r.took[int(share*float64(len(r.took)-1))].Microseconds())/1000)
	}
	fmt.Printf("%-28s names %d  queries %d  p50 %s  p95 %s  p99 %s ms  R@1 %.3f  R@5 %.3f  build %.1f s  %s\n", r.name, names, len(r.took),
		at(0.5), at(0.95), at(0.99), float64(r.first)/float64(max(r.right, 1)), float64(r.among)/float64(max(r.right, 1)), r.build.Seconds(), r.size)
}

func benchSamspil(t *testing.T, list register.Companies, asks []benchQuery) *benchRun {
	r := &benchRun{name: "Samspil"}
	path := filepath.Join(t.TempDir(), "names")
	err := searching(t.Context(), register.Options{Source: list, Path: path}, func(context.Context, *register.Search) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := searching(t.Context(), register.Options{Source: list, Path: path}, func(context.Context, *register.Search) error { return nil }); err != nil {
		t.Fatal(err)
	}
	r.build = time.Since(begun)
	begun = time.Now()
	err = searching(t.Context(), register.Options{Source: list, Path: path}, func(ctx context.Context, s *register.Search) error {
		opened := time.Since(begun)
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		r.size = fmt.Sprintf("file %d MiB, opened in %d ms", info.Size()>>20, opened.Milliseconds())
		r.ask(t, list, asks, func(ctx context.Context, text string) (cvrs []string, err error) {
			found, err := s.Match(ctx, text, register.Evidence{}, 5, nil)
			for _, c := range found {
				cvrs = append(cvrs, c.Company.CVR)
			}
			return cvrs, err
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// benchPostgres uses a GIN index over the folded name, as pg_trgm's manual says; the table is temporary.
func benchPostgres(t *testing.T, list register.Companies, asks []benchQuery) *benchRun {
	dsn := os.Getenv("SAMSPIL_TEST_POSTGRES")
	if dsn == "" {
		fmt.Println("PostgreSQL: SAMSPIL_TEST_POSTGRES is not set")
		return nil
	}
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // the table is of one connection
	do := func(statement string) {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	do(`CREATE EXTENSION IF NOT EXISTS pg_trgm`)
	do(`CREATE TEMPORARY TABLE match_name (cvr text, key text)`)
	for part := range slices.Chunk(list, 10_000) {
		cvrs, keys := columnsOf(part)
		if _, err := db.ExecContext(t.Context(), `INSERT INTO match_name SELECT unnest($1::text[]), unnest($2::text[])`, cvrs, keys); err != nil {
			t.Fatal(err)
		}
	}
	r := &benchRun{name: "PostgreSQL pg_trgm GIN"}
	begun := time.Now()
	do(`CREATE INDEX ON match_name USING gin (key gin_trgm_ops)`)
	r.build = time.Since(begun)
	do(`ANALYZE match_name`)
	r.ask(t, list, asks, func(ctx context.Context, text string) ([]string, error) {
		return cvrsOf(db.QueryContext(ctx, `SELECT cvr FROM match_name WHERE key % $1 ORDER BY similarity(key, $1) DESC LIMIT 5`, register.Fold(text)))
	})
	return r
}

// benchSQLite uses FTS5's trigram tokenizer, any of the query's trigrams, by bm25. It needs the build tag sqlite_fts5.
func benchSQLite(t *testing.T, list register.Companies, asks []benchQuery) *benchRun {
	path := filepath.Join(t.TempDir(), "fts.db")
	db, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE VIRTUAL TABLE match_name USING fts5(cvr UNINDEXED, key, tokenize = 'trigram')`); err != nil {
		fmt.Println("SQLite FTS5:", err)
		return nil
	}
	r := &benchRun{name: "SQLite FTS5 trigram, bm25"}
	begun := time.Now()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	insert, err := tx.Prepare(`INSERT INTO match_name VALUES (?, ?)`)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		if _, err := insert.Exec(c.CVR, c.Key); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	r.build = time.Since(begun)
	r.ask(t, list, asks, func(ctx context.Context, text string) ([]string, error) {
		return cvrsOf(db.QueryContext(ctx, `SELECT cvr FROM match_name WHERE match_name MATCH ? ORDER BY bm25(match_name) LIMIT 5`, anyTrigram(register.Fold(text))))
	})
	return r
}

// anyTrigram is the FTS5 query for any of the text's trigrams.
func anyTrigram(key string) string {
	runes := []rune(key)
	var terms []string
	for i := 0; i+3 <= len(runes); i++ {
		terms = append(terms, `"`+strings.ReplaceAll(string(runes[i:i+3]), `"`, ``)+`"`)
	}
	return cmp.Or(strings.Join(terms, " OR "), `"`+key+`"`)
}

func columnsOf(part []crm.Company) (cvrs, keys []string) {
	for _, c := range part {
		cvrs, keys = append(cvrs, c.CVR), append(keys, c.Key)
	}
	return cvrs, keys
}

func cvrsOf(rows *sql.Rows, err error) (cvrs []string, _ error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var cvr string
		if err := rows.Scan(&cvr); err != nil {
			return nil, err
		}
		cvrs = append(cvrs, cvr)
	}
	return cvrs, rows.Err()
}
