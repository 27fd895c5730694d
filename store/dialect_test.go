package store_test

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"

	"samspil/internal/crm"
	"samspil/store"
)

func TestRebind(t *testing.T) {
	for query, want := range map[string]string{
		`SELECT ?, ?`:                        `SELECT $1, $2`,
		`SELECT '?', ?, "a?", ?`:             `SELECT '?', $1, "a?", $2`,
		`SELECT 'it''s ?', ?`:                `SELECT 'it''s ?', $1`,
		"SELECT ? -- why?\n, ? - 1 -- and ?": "SELECT $1 -- why?\n, $2 - 1 -- and ?",
		`(?,?,?,?,?,?,?,?,?,?,?)`:            `($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
		`SELECT 'æ?', ?`:                     `SELECT 'æ?', $1`,
		``:                                   ``,
	} {
		if got := store.Rebind(query); got != want {
			t.Errorf("%s\n gives %s\nwanted %s", query, got, want)
		}
	}
}

// A statement with a bare parameter is planned anew each time it runs.
func TestSQLiteHidesParametersFromThePlanner(t *testing.T) {
	if got := store.RebindSQLite(`a = ? AND b IN (?,?) AND c = '?' LIMIT ?`); got != `a = +? AND b IN (+?,+?) AND c = '?' LIMIT +?` {
		t.Error(got)
	}
}

// The code decides, whatever the sentence says.
func TestDriverErrorsByCode(t *testing.T) {
	lite := func(code sqlite3.ErrNo, extended sqlite3.ErrNoExtended) error {
		return sqlite3.Error{Code: code, ExtendedCode: extended}
	}
	pg := func(code string) error { return &pgconn.PgError{Code: code, Message: "noget på dansk"} }
	for _, test := range []struct {
		dialect string
		err     error
		kind    crm.Kind // 0: stays as it is
	}{
		{"sqlite", lite(sqlite3.ErrConstraint, sqlite3.ErrConstraintUnique), crm.Conflict},
		{"sqlite", lite(sqlite3.ErrConstraint, sqlite3.ErrConstraintForeignKey), crm.Invalid},
		{"sqlite", lite(sqlite3.ErrConstraint, sqlite3.ErrConstraintCheck), crm.Invalid},
		{"sqlite", lite(sqlite3.ErrConstraint, sqlite3.ErrConstraintTrigger), crm.Forbidden},
		{"sqlite", lite(sqlite3.ErrBusy, 0), crm.Unavailable},
		{"sqlite", lite(sqlite3.ErrLocked, 0), crm.Unavailable},
		{"sqlite", lite(sqlite3.ErrFull, 0), crm.Unavailable},
		{"sqlite", lite(sqlite3.ErrReadonly, 0), crm.Unavailable},
		{"sqlite", lite(sqlite3.ErrCorrupt, 0), crm.Unavailable},
		{"sqlite", lite(sqlite3.ErrError, 0), 0},
		{"postgres", pg("23505"), crm.Conflict},
		{"postgres", pg("23503"), crm.Invalid},
		{"postgres", pg("23514"), crm.Invalid},
		{"postgres", pg("22003"), crm.Invalid},
		{"postgres", pg("23001"), crm.Forbidden},
		{"postgres", pg("40001"), crm.Unavailable},
		{"postgres", pg("40P01"), crm.Unavailable},
		{"postgres", pg("53100"), crm.Unavailable},
		{"postgres", pg("25006"), crm.Unavailable},
		{"postgres", pg("57P01"), crm.Unavailable},
		{"postgres", driver.ErrBadConn, crm.Unavailable},
		{"postgres", pg("42601"), 0},
		{"postgres", context.DeadlineExceeded, 0},
		{"postgres", crm.Errorf(crm.Conflict, sampleText).Because(pg("53100")), crm.Conflict},
	} {
		got := store.Translate(test.dialect, fmt.Errorf("while testing: %w", test.err))
		if !errors.Is(got, test.err) {
			t.Errorf("%v: the cause is lost in %v", test.err, got)
		}
		var shown *crm.Error
		if errors.As(got, &shown) != (test.kind != 0) || test.kind != 0 && shown.Kind != test.kind {
			t.Errorf("%s %v becomes %v", test.dialect, test.err, got)
		}
	}
}
