package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"samspil/internal/crm"
)

// How long Migrate waits for a SQLite file that others use, and how often it tries.
const (
	inUseAfter = 30 * time.Second
	tryEvery   = 50 * time.Millisecond
)

// migrateFile takes the SQLite file for itself while it migrates, because neither goose nor River has a lock for SQLite.
func (t target) migrateFile(ctx context.Context) (from, to int64, err error) {
	if _, err := os.Stat(t.file); errors.Is(err, fs.ErrNotExist) {
		if err := t.create(ctx); err != nil {
			return 0, 0, err
		}
	}
	for gaveUp := time.After(inUseAfter); ; {
		if from, to, err = t.tryFile(ctx); t.dialect.fault(err) != faultBusy {
			return from, to, err
		}
		select {
		case <-ctx.Done():
			return from, from, ctx.Err()
		case <-gaveUp:
			return from, from, crm.Errorf(crm.Unavailable, errInUse, t.name).Because(err)
		case <-time.After(tryEvery):
		}
	}
}

// create makes an empty file that only its owner can read. SQLite makes and closes it: closing a file of one's own
// would free the locks that another goroutine's connection holds on it.
func (t target) create(ctx context.Context) error {
	db, err := fileDB(t.dsn(map[string]string{"mode": "rwc", "_journal_mode": ""}), 1)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.PingContext(ctx); err != nil {
		return err
	}
	return os.Chmod(t.file, 0o600)
}

// tryFile migrates the file when it can have it for itself at once; else the error is of faultBusy.
func (t target) tryFile(ctx context.Context) (from, to int64, err error) {
	probe, err := fileDB(t.dsn(map[string]string{"_txlock": "", "_journal_mode": "", "_query_only": "1", "_busy_timeout": "0"}), 1)
	if err != nil {
		return 0, 0, err
	}
	defer probe.Close()
	from, done, err := t.pending(ctx, probe)
	if err != nil || done {
		return from, from, err
	}
	probe.Close()
	// In exclusive locking mode the lock of the first transaction is kept until the connection closes. The journal
	// mode stays as it is until then: SQLite takes the whole file only if WAL was not in use before that mode was.
	db, err := fileDB(t.dsn(map[string]string{"_txlock": "exclusive", "_journal_mode": "", "_locking_mode": "EXCLUSIVE", "_busy_timeout": "0"}), 1)
	if err != nil {
		return from, from, err
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return from, from, err
	}
	if err := tx.Commit(); err != nil {
		return from, from, err
	}
	if from, done, err = t.pending(ctx, db); err != nil || done {
		return from, from, err
	}
	if err := t.up(ctx, db); err != nil {
		return from, from, err
	}
	_, err = db.ExecContext(ctx, "PRAGMA journal_mode = "+t.journalMode())
	return from, newest, err
}
