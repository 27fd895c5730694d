package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"samspil/internal/crm"
)

//go:embed migrations/sqlite/*.sql migrations/postgres/*.sql
var migrations embed.FS

// newest is the schema this program knows: the highest number among its migrations.
var newest = highest()

// Fingerprint tells schemas apart: it is another one after any change of a migration or of the queue's tables.
func Fingerprint() string {
	sum := sha256.New()
	err := fs.WalkDir(migrations, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := migrations.ReadFile(path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(b), b)
		return err
	})
	if err != nil {
		panic("store: no migrations in the program") // a broken build
	}
	fmt.Fprintln(sum, sqliteDialect.queue(), postgresDialect.queue())
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

func highest() int64 {
	files, err := migrations.ReadDir("migrations/" + sqliteDialect.name)
	if err != nil || len(files) == 0 {
		panic("store: no migrations in the program") // a broken build
	}
	digits, _, _ := strings.Cut(files[len(files)-1].Name(), "_") // ReadDir sorts by name
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		panic("store: a migration's name does not begin with its number: " + files[len(files)-1].Name())
	}
	return n
}

// SchemaVersion is the number of the last migration the database has had; 0 for none.
func (s *Store) SchemaVersion(ctx context.Context) (int64, error) {
	v, err := s.single().schemaVersion(ctx)
	return v, s.dialect.translate(err)
}

func (c conn) schemaVersion(ctx context.Context) (version int64, err error) {
	var tables int
	if err := c.row(ctx, []any{&tables}, c.d.tables, goose.DefaultTablename); err != nil || tables == 0 {
		return 0, err
	}
	err = c.row(ctx, []any{&version}, `SELECT COALESCE(max(version_id), 0) FROM `+goose.DefaultTablename)
	return version, err
}

// Migrate brings the database to the schema this program knows and gives the schema before and after. A SQLite
// file that does not exist is made, readable by its owner only. Several programs may migrate the same database at
// once; each waits for the one at work. A SQLite file that another program keeps open is Unavailable after
// inUseAfter, unless there is nothing to do. A schema newer than this program knows is Unavailable.
func Migrate(ctx context.Context, url string) (from, to int64, err error) {
	t, err := parseURL(url)
	if err != nil {
		return 0, 0, err
	}
	if t.file != "" {
		from, to, err = t.migrateFile(ctx)
	} else {
		from, to, err = t.migrateServer(ctx)
	}
	return from, to, t.dialect.translate(err)
}

// migrateServer relies on a lock that PostgreSQL holds for the connection.
func (t target) migrateServer(ctx context.Context) (from, to int64, err error) {
	db, err := t.writer()
	if err != nil {
		return 0, 0, err
	}
	defer db.Close()
	from, done, err := t.pending(ctx, db)
	if err != nil || done {
		return from, from, err
	}
	unlock, err := lockServer(ctx, db)
	if err != nil {
		return from, from, err
	}
	defer unlock()
	if err := t.up(ctx, db); err != nil {
		return from, from, err
	}
	return from, newest, nil
}

// lockServer waits for whoever migrates. The lock is the one goose takes by itself, so that programs from before the
// queue wait too; here it is held for both, goose and River.
func lockServer(ctx context.Context, db *sql.DB) (unlock func(), err error) {
	// Tries once a second, for five minutes.
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
	if err != nil {
		return nil, err
	}
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if err := locker.SessionLock(ctx, c); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return func() {
		_ = locker.SessionUnlock(context.WithoutCancel(ctx), c) // when it fails, closing the pool ends the session
		c.Close()
	}, nil
}

// pending gives the database's schema and whether nothing is missing, or an error when it is newer than this
// program knows.
func (t target) pending(ctx context.Context, db *sql.DB) (version int64, done bool, err error) {
	found, err := conn{raw: db, d: &t.dialect}.schema(ctx)
	if err != nil {
		return 0, false, err
	}
	return found.version, t.done(found), t.fits(found)
}

// up applies what is missing, each migration in a transaction of its own.
func (t target) up(ctx context.Context, db *sql.DB) error {
	folder, err := fs.Sub(migrations, "migrations/"+t.dialect.name)
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(t.dialect.goose, db, folder, goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	if err == nil {
		err = t.upQueue(ctx, db)
	}
	if err != nil {
		if f := t.dialect.fault(err); f == faultBusy || f == faultFull || f == faultReadOnly || f == faultAway {
			return err
		}
		return crm.Errorf(crm.Unavailable, errMigration, t.name, newest).Because(err)
	}
	return nil
}
