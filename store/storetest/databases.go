// Package storetest tests the store on every database it runs on, and opens databases for the tests of other
// packages.
package storetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the "pgx" driver

	"samspil/store"
)

// PostgresEnv names a PostgreSQL server for tests by the URL of a database on it whose user may create databases.
// Every test gets a database of its own, dropped when the test ends.
const PostgresEnv = "SAMSPIL_TEST_POSTGRES"

// EachDatabase runs fn as one subtest on a fresh SQLite file and one on a fresh PostgreSQL database, which is
// skipped when PostgresEnv is not set. The store is migrated, and closed when the subtest ends; url opens it again.
func EachDatabase(t *testing.T, fn func(t *testing.T, s *store.Store, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		s, url := SQLite(t)
		fn(t, s, url)
	})
	t.Run("postgres", func(t *testing.T) {
		s, url := Postgres(t)
		fn(t, s, url)
	})
}

// EachEmpty is EachDatabase before anything was migrated: fn gets the URL of a SQLite file that does not exist yet,
// or of an empty PostgreSQL database.
func EachEmpty(t *testing.T, fn func(t *testing.T, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { fn(t, EmptySQLite(t)) })
	t.Run("postgres", func(t *testing.T) { fn(t, EmptyPostgres(t)) })
}

// SQLite opens a fresh, migrated SQLite file and gives its URL too.
func SQLite(t testing.TB) (*store.Store, string) {
	t.Helper()
	url := EmptySQLite(t)
	if err := os.WriteFile(strings.TrimPrefix(url, "file:"), migratedFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, url), url
}

// Postgres opens a fresh, migrated PostgreSQL database and gives its URL too, or skips the test when PostgresEnv is
// not set.
func Postgres(t testing.TB) (*store.Store, string) {
	t.Helper()
	url := newPostgres(t, migratedDatabase)
	return open(t, url), url
}

// EmptySQLite is the URL of a file that does not exist yet.
func EmptySQLite(t testing.TB) string {
	t.Helper()
	return "file:" + filepath.Join(t.TempDir(), "samspil.db")
}

// EmptyPostgres is the URL of a new database on the server of PostgresEnv; the test is skipped when that is not set.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	return newPostgres(t, func(testing.TB, string) string { return "template0" })
}

// newPostgres is the URL of a new database, made from the template that is given for the server's URL.
func newPostgres(t testing.TB, template func(t testing.TB, server string) string) string {
	t.Helper()
	server := os.Getenv(PostgresEnv)
	if server == "" {
		t.Skip(PostgresEnv + " is not set: PostgreSQL is not tested")
	}
	name := "samspil_test_" + strings.ToLower(rand.Text()[:12])
	if err := Exec(t, server, "CREATE DATABASE "+name+" TEMPLATE "+template(t, server)+" ENCODING 'UTF8'"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := Exec(t, server, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return at(t, server, name)
}

// at is the URL of a database of that name on the server.
func at(t testing.TB, server, name string) string {
	t.Helper()
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(PostgresEnv + " is not a URL")
	}
	u.Path = "/" + name
	return u.String()
}

func open(t testing.TB, url string) *store.Store {
	t.Helper()
	s, err := store.OpenMigrated(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Exec runs a statement on the database behind the store's back: what it refuses, nobody can do.
func Exec(t testing.TB, url, statement string) error {
	t.Helper()
	db := Raw(t, url)
	defer db.Close()
	_, err := db.Exec(statement)
	return err
}

// Raw opens the database behind the store's back, with foreign keys on. The caller closes it.
func Raw(t testing.TB, url string) *sql.DB {
	t.Helper()
	driver, dsn := "pgx", url
	if strings.HasPrefix(url, "file:") {
		driver, dsn = "sqlite3", url+"?_foreign_keys=on&_busy_timeout=5000"
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	return db
}
