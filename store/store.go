// Package store keeps the rows: organisations, people, companies, contacts, follow-ups, the audit log and the jobs
// that a change causes, in one SQLite file or in PostgreSQL, from one SQL text.
//
// An exported method is one transaction: it happens whole or not at all. Unexported helpers take the transaction
// and compose. The store knows no rules about who may do what; it does hold what must be true of every row
// (constraints, versions, append-only logs). Time is an argument wherever a row gets a timestamp.
//
// A crm.Error says what may be said to a person: NotFound for what is absent, Conflict for what somebody else
// changed or made first, Invalid for what the constraints refuse, Unavailable for a database that is busy, full,
// read-only or away. Every other error is for the log.
package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"github.com/riverqueue/river"
)

// Store is an open database. It is safe for concurrent use.
type Store struct {
	write   *sql.DB // SQLite: one connection, whose transactions take the write lock as they begin
	read    *sql.DB // SQLite: connections that cannot write; PostgreSQL: the same pool as write
	dialect dialect
	target  target
	jobs    *river.Client[*sql.Tx] // stores jobs and runs none; see Jobs
	group   *together
	lending sync.Mutex // see alike
}

// Close waits for queries in progress and closes the connections. Jobs are to be stopped before.
func (s *Store) Close() error {
	if s.read == s.write {
		return s.write.Close()
	}
	return errors.Join(s.read.Close(), s.write.Close())
}

// attempts is how often a write transaction is tried when the database itself asks for another try (a deadlock
// or a serialization failure on PostgreSQL).
const attempts = 3

// update runs fn in one write transaction, which is rolled back when fn fails. fn may run more than once.
func (s *Store) update(ctx context.Context, fn func(conn) error) error {
	var err error
	for range attempts {
		err = s.inTx(ctx, s.write, nil, fn)
		if s.dialect.fault(err) != faultRetry {
			break
		}
	}
	return s.dialect.translate(err)
}

// view runs fn in one read transaction: all its statements see the database at the same moment.
func (s *Store) view(ctx context.Context, fn func(conn) error) error {
	return s.dialect.translate(s.inTx(ctx, s.read, s.dialect.snapshot, fn))
}

// survey is view for statements that read much.
func (s *Store) survey(ctx context.Context, fn func(conn) error) error {
	return s.view(ctx, func(c conn) error {
		if s.dialect.survey != "" {
			if _, err := c.exec(ctx, s.dialect.survey); err != nil {
				return err
			}
		}
		return fn(c)
	})
}

// alike runs fn for 0 to n-1 on transactions that see what c sees. Where the database lends what a transaction sees to others,
// they run side by side, one such set at a time in a program: two that wait for each other's connections would wait for ever.
func (s *Store) alike(ctx context.Context, c conn, n int, fn func(i int, c conn) error) error {
	free := false
	if s.dialect.lend != "" && n > 1 {
		if free = s.lending.TryLock(); free {
			defer s.lending.Unlock()
		}
	}
	if !free {
		for i := range n {
			if err := fn(i, c); err != nil {
				return err
			}
		}
		return nil
	}
	var name string
	if err := c.row(ctx, []any{&name}, s.dialect.lend); err != nil {
		return err
	}
	failed := make([]error, n)
	var others sync.WaitGroup
	for i := 1; i < n; i++ {
		others.Go(func() {
			failed[i] = s.inTx(ctx, s.read, s.dialect.snapshot, func(c conn) error {
				for _, statement := range []string{`SET TRANSACTION SNAPSHOT '` + name + `'`, s.dialect.survey} {
					if _, err := c.exec(ctx, statement); err != nil {
						return err
					}
				}
				return fn(i, c)
			})
		})
	}
	failed[0] = fn(0, c)
	others.Wait()
	return errors.Join(failed...)
}

// single is for reads of one statement, which see one moment without a transaction around them.
func (s *Store) single() conn { return conn{s.read, &s.dialect, s.jobs} }

func (s *Store) inTx(ctx context.Context, db *sql.DB, opts *sql.TxOptions, fn func(conn) error) error {
	tx, err := db.BeginTx(ctx, opts)
	if err != nil {
		return err
	}
	defer tx.Rollback() // after Commit this does nothing
	if err := fn(conn{tx, &s.dialect, s.jobs}); err != nil {
		return err
	}
	return tx.Commit()
}
