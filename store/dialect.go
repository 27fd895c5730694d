package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"

	"samspil/internal/crm"
)

// dialect is everything in which SQLite and PostgreSQL differ; the SQL text of the other files is the same.
type dialect struct {
	name     string // "sqlite" or "postgres"; also the folder of its migrations
	goose    database.Dialect
	place    func(n int) string // writes the n-th placeholder, from 1
	rebound  *sync.Map          // what rebind has written: SQL text with ? → as the database wants it
	forRow   string             // ends a SELECT that must hold the row until the transaction ends
	snapshot *sql.TxOptions     // of a transaction that only reads
	tables   string             // counts the tables and indexes named ?
	size     string             // gives the database's size in bytes
	survey   string             // begins a transaction whose statements read much
	lend     string             // gives a name by which other transactions see what this one sees; "" where that cannot be
	earlier  string             // the day so many days before the day %s; the number is its one argument
	watched  bool               // the driver may watch a context: it costs nothing there
	fault    func(error) fault
	river    func(*sql.DB) riverdriver.Driver[*sql.Tx]
	queue    func() int64 // the newest schema of River's tables this program knows
}

var sqliteDialect = dialect{
	name:  "sqlite",
	goose: goose.DialectSQLite3,
	// A bare parameter in a comparison has SQLite (3.54) plan the statement anew at each execution, because the plan
	// may depend on the value: that took 50 of the 53 µs of a look-up. A plus sign hides the value and changes nothing.
	place:   func(int) string { return "+?" },
	rebound: new(sync.Map),
	// No forRow and no snapshot: a write transaction holds the whole file, and a read transaction is a snapshot.
	tables:  `SELECT count(*) FROM sqlite_master WHERE name = ?`,
	size:    `SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()`,
	earlier: `date(%s, (0 - ?) || ' days')`,
	fault:   sqliteFault,
	river:   func(db *sql.DB) riverdriver.Driver[*sql.Tx] { return riversqlite.New(db) },
	queue:   sync.OnceValue(func() int64 { return newestQueue(riversqlite.New(nil)) }),
}

var postgresDialect = dialect{
	name:     "postgres",
	goose:    goose.DialectPostgres,
	place:    func(n int) string { return "$" + strconv.Itoa(n) },
	rebound:  new(sync.Map),
	forRow:   " FOR UPDATE",
	snapshot: &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
	tables:   `SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = ?`,
	size:     `SELECT pg_database_size(current_database())`,
	// Compiling takes half a second of every such statement, to save milliseconds.
	survey:  `SET LOCAL jit = off`,
	lend:    `SELECT pg_export_snapshot()`,
	earlier: `to_char(CAST(%s AS DATE) - CAST(? AS INTEGER), 'YYYY-MM-DD')`,
	watched: true,
	fault:   postgresFault,
	river:   func(db *sql.DB) riverdriver.Driver[*sql.Tx] { return riverdatabasesql.New(db) },
	queue:   sync.OnceValue(func() int64 { return newestQueue(riverdatabasesql.New(nil)) }),
}

// unwatched is the context a statement runs with. The SQLite driver starts a goroutine for each statement whose context
// can end, which costs more than most of the statements; theirs end by themselves, and the rows of a long one are
// counted against ctx as they are read.
func (d *dialect) unwatched(ctx context.Context) (context.Context, error) {
	if d.watched {
		return ctx, nil
	}
	return context.WithoutCancel(ctx), ctx.Err()
}

// fault is a class of database error.
type fault int

const (
	faultNone      fault = iota // not a database error, or one without a sentence of its own
	faultUnique                 // such a row exists already
	faultReference              // a row it refers to does not exist, or is still referred to
	faultCheck                  // a constraint refuses the values
	faultFrozen                 // a log that is never changed
	faultBusy                   // others hold the database too long
	faultRetry                  // the database asks for the whole transaction once more
	faultFull                   // no room left
	faultReadOnly               // the file or the server takes no writes
	faultDamaged                // the file is damaged, or no database at all
	faultAway                   // the server cannot be reached, or the file cannot be opened
)

// refuses reports whether the database refused one statement for what it said, and the transaction goes on. Only SQLite
// goes on.
func (d *dialect) refuses(err error) bool {
	switch d.fault(err) {
	case faultUnique, faultReference, faultCheck, faultFrozen:
		return true
	}
	return false
}

// translate turns a driver error into a crm.Error, by its code and never by its sentence. A crm.Error, a context's
// error and anything unknown stay as they are.
func (d *dialect) translate(err error) error {
	var shown *crm.Error
	if err == nil || errors.As(err, &shown) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if say, ok := faultTexts[d.fault(err)]; ok {
		return crm.Errorf(say.kind, say.text).Because(err)
	}
	return err
}

func sqliteFault(err error) fault {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return faultNone
	}
	switch e.ExtendedCode {
	case sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintPrimaryKey, sqlite3.ErrConstraintRowID:
		return faultUnique
	case sqlite3.ErrConstraintForeignKey:
		return faultReference
	case sqlite3.ErrConstraintTrigger:
		return faultFrozen
	}
	switch e.Code {
	case sqlite3.ErrConstraint:
		return faultCheck
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return faultBusy
	case sqlite3.ErrFull:
		return faultFull
	case sqlite3.ErrReadonly:
		return faultReadOnly
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return faultDamaged
	case sqlite3.ErrCantOpen, sqlite3.ErrIoErr:
		return faultAway
	}
	return faultNone
}

// postgresFaults are SQLSTATE codes (PostgreSQL documentation, appendix A); two characters stand for a class.
var postgresFaults = map[string]fault{
	"23505": faultUnique,
	"23503": faultReference,
	"23001": faultFrozen, // restrict_violation: what the triggers of the append-only tables raise
	"23":    faultCheck,
	"22":    faultCheck, // data exceptions: a number out of range, a text that is not UTF-8
	"40":    faultRetry, // serialization_failure, deadlock_detected
	"55P03": faultBusy,  // lock_not_available
	"53100": faultFull,
	"53":    faultBusy, // insufficient resources, too many connections
	"25006": faultReadOnly,
	"XX001": faultDamaged, "XX002": faultDamaged, // damaged table or index
	"08":    faultAway,
	"57P01": faultAway, "57P02": faultAway, "57P03": faultAway, // shutting down or starting up
	"28": faultAway, "3D": faultAway, // not let in; no such database
}

func postgresFault(err error) fault {
	var refused *pgconn.ConnectError
	var broken net.Error
	var e *pgconn.PgError
	switch {
	case errors.As(err, &e):
		if f, ok := postgresFaults[e.Code]; ok {
			return f
		}
		return postgresFaults[e.Code[:min(2, len(e.Code))]]
	case errors.As(err, &refused), errors.As(err, &broken), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, driver.ErrBadConn):
		return faultAway
	}
	return faultNone
}

// rebind writes the placeholders as the database wants them.
func (d *dialect) rebind(query string) string {
	if done, ok := d.rebound.Load(query); ok {
		return done.(string)
	}
	done := replace(query, d.place)
	d.rebound.Store(query, done)
	return done
}

// replace writes each ? outside quotes and comments anew.
func replace(query string, place func(n int) string) string {
	var b strings.Builder
	n, end := 0, byte(0) // end closes the quote or comment we are in; 0 outside
	for i := range len(query) {
		ch := query[i]
		switch {
		case end != 0:
			if ch == end {
				end = 0
			}
		case ch == '\'' || ch == '"':
			end = ch
		case ch == '-' && strings.HasPrefix(query[i:], "--"):
			end = '\n'
		case ch == '?':
			n++
			b.WriteString(place(n))
			continue
		}
		b.WriteByte(ch)
	}
	return b.String()
}
