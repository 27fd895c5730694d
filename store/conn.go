package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"time"

	"github.com/riverqueue/river"
)

// conn runs the one SQL text, with ? for its arguments, in a transaction or on a pool.
type conn struct {
	raw interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}
	d    *dialect
	jobs *river.Client[*sql.Tx] // stores jobs in a transaction
}

// scanner is a row whose columns can be read.
type scanner interface{ Scan(...any) error }

// exec runs a statement and gives the number of rows it changed.
func (c conn) exec(ctx context.Context, query string, args ...any) (int64, error) {
	args, err := plain(args)
	if err != nil {
		return 0, err
	}
	if ctx, err = c.d.unwatched(ctx); err != nil {
		return 0, err
	}
	res, err := c.raw.ExecContext(ctx, c.d.rebind(query), args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// each calls fn for every row of the answer.
func (c conn) each(ctx context.Context, fn func(scanner) error, query string, args ...any) error {
	args, err := plain(args)
	if err != nil {
		return err
	}
	run, err := c.d.unwatched(ctx)
	if err != nil {
		return err
	}
	rows, err := c.raw.QueryContext(run, c.d.rebind(query), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := fn(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// row reads the first row of the answer into dest, or fails with sql.ErrNoRows. The rest of the answer is read
// to its end, because a SQLite statement with RETURNING has done its work only then.
func (c conn) row(ctx context.Context, dest []any, query string, args ...any) error {
	found := false
	err := c.each(ctx, func(r scanner) error {
		if found {
			return nil
		}
		found = true
		return r.Scan(dest...)
	}, query, args...)
	if err == nil && !found {
		return sql.ErrNoRows
	}
	return err
}

// list gives every row of the answer. fields says where in a T the columns go.
func list[T any](ctx context.Context, c conn, fields func(*T) []any, query string, args ...any) ([]T, error) {
	return upTo(ctx, c, math.MaxInt, fields, query, args...)
}

// upTo is list for an answer of at most that many rows. It takes the room for them all once there are more than a
// few: a contact is large, and growing step by step costs more than reading it.
func upTo[T any](ctx context.Context, c conn, most int, fields func(*T) []any, query string, args ...any) ([]T, error) {
	var all []T
	var row, none T
	into := fields(&row)
	err := c.each(ctx, func(r scanner) error {
		row = none
		if err := r.Scan(into...); err != nil {
			return err
		}
		if n := len(all); n == cap(all) && n < most {
			all = slices.Grow(all, min(8+12*n, most-n))
		}
		all = append(all, row)
		return nil
	}, query, args...)
	return all, err
}

// one gives the first row of the answer as list does, or sql.ErrNoRows.
func one[T any](ctx context.Context, c conn, fields func(*T) []any, query string, args ...any) (found T, err error) {
	return found, c.row(ctx, fields(&found), query, args...)
}

// plain turns arguments into what both drivers take: named strings and numbers into plain ones, true into 1.
func plain(args []any) ([]any, error) {
	out := make([]any, len(args))
	for i, a := range args {
		v, err := driver.DefaultParameterConverter.ConvertValue(a)
		if err != nil {
			return nil, fmt.Errorf("argument %d: %w", i+1, err)
		}
		if b, ok := v.(bool); ok {
			v = int64(0)
			if b {
				v = int64(1)
			}
		}
		out[i] = v
	}
	return out, nil
}

// among gives the placeholders and arguments of "IN (…)". The count is filled up to a power of two with the last
// id, so that a database has few different statements to prepare. ids must not be empty.
func among[T any](ids []T) (string, []any) {
	n := 1 << bits.Len(uint(len(ids)-1))
	args := make([]any, n)
	for i := range args {
		args[i] = ids[min(i, len(ids)-1)]
	}
	return "(?" + strings.Repeat(",?", n-1) + ")", args
}

// millis stores a moment; the zero Time is NULL.
func millis(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

// moment reads what millis stored, in UTC.
type moment struct{ t *time.Time }

// Scan implements sql.Scanner.
func (m moment) Scan(src any) error {
	*m.t = time.Time{}
	switch v := src.(type) {
	case nil:
	case int64:
		*m.t = time.UnixMilli(v).UTC()
	default:
		return fmt.Errorf("cannot read a time from %T", src)
	}
	return nil
}

// ref stores the id of another row; 0 is NULL.
func ref(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}
