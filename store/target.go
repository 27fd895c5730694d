package store

import (
	"cmp"
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "github.com/mattn/go-sqlite3" // the "sqlite3" driver

	"samspil/internal/crm"
)

// target is where a database is, as its URL says.
type target struct {
	dialect  dialect
	name     string // the file, or the database on its server: what an error may say; never a password
	file     string // SQLite: the path
	params   url.Values
	postgres *pgx.ConnConfig
}

// parseURL reads "file:samspil.db?…" or "postgres://…". Its errors never repeat the URL, which may hold a password.
func parseURL(raw string) (target, error) {
	scheme, rest, _ := strings.Cut(raw, ":")
	switch scheme = strings.ToLower(scheme); scheme {
	case "file":
		return parseFile(rest)
	case "postgres", "postgresql":
		// pgx takes anything that is not a URL in its eyes, such as "POSTGRES://…", for a list of settings.
		cfg, err := pgx.ParseConfig(scheme + ":" + rest)
		if err != nil || !strings.HasPrefix(rest, "//") {
			return target{}, crm.Errorf(crm.Invalid, errURL)
		}
		return target{dialect: postgresDialect, name: cmp.Or(cfg.Database, cfg.User), postgres: cfg}, nil
	}
	return target{}, crm.Errorf(crm.Invalid, errURL)
}

// parseFile reads what follows "file:", as SQLite does (https://www.sqlite.org/uri.html).
func parseFile(rest string) (target, error) {
	path, query, _ := strings.Cut(rest, "?")
	if after, ok := strings.CutPrefix(path, "//"); ok { // an authority: none or localhost
		host, local, _ := strings.Cut(after, "/")
		if host != "" && host != "localhost" {
			return target{}, crm.Errorf(crm.Invalid, errURL)
		}
		path = "/" + local
	}
	file, pathErr := url.PathUnescape(path)
	params, queryErr := url.ParseQuery(query)
	switch {
	case pathErr != nil, queryErr != nil, file == "":
		return target{}, crm.Errorf(crm.Invalid, errURL)
	case file == ":memory:" || params.Get("mode") == "memory":
		return target{}, crm.Errorf(crm.Invalid, errMemory)
	}
	return target{dialect: sqliteDialect, name: filepath.Base(file), file: file, params: params}, nil
}

// fileDefaults are the settings of every SQLite connection. They stand in the DSN because a pragma run through a
// pool reaches one connection only. What the user's URL says goes first.
var fileDefaults = []struct{ key, alias, value string }{
	{"mode", "", "rw"},                   // never make an empty file by opening one
	{"_journal_mode", "_journal", "WAL"}, // readers and the writer do not wait for each other
	{"_synchronous", "_sync", "FULL"},    // what was acknowledged survives a power cut
	{"_foreign_keys", "_fk", "on"},
	{"_busy_timeout", "_timeout", "5000"}, // milliseconds
	{"_txlock", "", "immediate"},          // a transaction that will write waits as it begins, not in the middle
	{"_stmt_cache_size", "", "100"},
	{"_cache_size", "", "-16000"}, // KiB for each connection
}

// dsn is the data source name of a SQLite connection: the user's parameters, the defaults, and last what this use
// of the file changes. A changed value of "" takes the parameter away.
func (t target) dsn(changes map[string]string) string {
	params := url.Values{}
	for key, values := range t.params {
		params[key] = values
	}
	for _, d := range fileDefaults {
		if !params.Has(d.key) && !params.Has(d.alias) {
			params.Set(d.key, d.value)
		}
		if value, ok := changes[d.key]; ok {
			params.Del(d.alias)
			params.Set(d.key, value)
		}
	}
	for key, value := range changes {
		params.Set(key, value)
		if value == "" {
			params.Del(key)
		}
	}
	return "file:" + (&url.URL{Path: t.file}).EscapedPath() + "?" + params.Encode()
}

// Connections at most, and kept open while idle.
const (
	fileReaders       = 4
	serverConnections = 16
)

// writer opens the pool that writes; nothing is connected yet.
func (t target) writer() (*sql.DB, error) {
	if t.postgres != nil {
		db := stdlib.OpenDB(*t.postgres)
		db.SetMaxOpenConns(serverConnections)
		db.SetMaxIdleConns(serverConnections / 2)
		return db, nil
	}
	return fileDB(t.dsn(nil), 1)
}

// reader opens a pool that cannot write, of SQLite only. It leaves the journal mode as the writer set it.
func (t target) reader() (*sql.DB, error) {
	return fileDB(t.dsn(map[string]string{"_txlock": "", "_journal_mode": "", "_query_only": "1"}), fileReaders)
}

func fileDB(dsn string, connections int) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// journalMode is the SQLite journal mode asked for.
func (t target) journalMode() string {
	for _, key := range []string{"_journal_mode", "_journal"} {
		switch mode := strings.ToUpper(t.params.Get(key)); mode {
		case "DELETE", "TRUNCATE", "PERSIST", "MEMORY", "OFF":
			return mode
		}
	}
	return "WAL"
}

// plainDSN names the file without any settings.
func (t target) plainDSN() string { return "file:" + (&url.URL{Path: t.file}).EscapedPath() }
