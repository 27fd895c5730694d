package store

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"samspil/internal/crm"
)

// Open connects to the database that url names: "file:samspil.db" (SQLite; further parameters of the driver and of
// SQLite may follow after "?") or "postgres://…". It does not migrate: a database with an older schema, or none,
// is Unavailable with the words "run samspil migrate", one made by a newer program is Unavailable with both schema
// numbers. Any other url is Invalid. No error holds the url's password.
func Open(ctx context.Context, url string) (*Store, error) {
	t, err := parseURL(url)
	if err != nil {
		return nil, err
	}
	if t.file != "" {
		// SQLite would make an empty file where there is none.
		if _, err := os.Stat(t.file); errors.Is(err, fs.ErrNotExist) {
			return nil, crm.Errorf(crm.Unavailable, errOlder, t.name, 0, newest)
		}
	}
	s, err := connect(t)
	if err != nil {
		return nil, t.dialect.translate(err)
	}
	if err := s.ready(ctx); err != nil {
		s.Close()
		return nil, t.dialect.translate(err)
	}
	return s, nil
}

// OpenMigrated is Migrate and then Open.
func OpenMigrated(ctx context.Context, url string) (*Store, error) {
	if _, _, err := Migrate(ctx, url); err != nil {
		return nil, err
	}
	return Open(ctx, url)
}

func connect(t target) (*Store, error) {
	w, err := t.writer()
	if err != nil {
		return nil, err
	}
	r := w
	if t.file != "" {
		if r, err = t.reader(); err != nil {
			w.Close()
			return nil, err
		}
	}
	jobs, err := inserter(t.dialect, w)
	if err != nil {
		return nil, errors.Join(err, w.Close(), r.Close())
	}
	return &Store{write: w, read: r, dialect: t.dialect, target: t, jobs: jobs, group: new(together)}, nil
}

// ready checks that the schema is the one this program knows, before anything is changed, and that both pools
// connect.
func (s *Store) ready(ctx context.Context) error {
	found, err := s.single().schema(ctx)
	if err != nil {
		return err
	}
	if err := s.target.fits(found); err != nil {
		return err
	}
	if found.version < newest {
		return crm.Errorf(crm.Unavailable, errOlder, s.target.name, found.version, newest)
	}
	if !s.target.done(found) {
		return crm.Errorf(crm.Unavailable, errNoQueue, s.target.name)
	}
	return s.write.PingContext(ctx)
}

// fits refuses a schema newer than this program knows.
func (t target) fits(found schema) error {
	if found.version > newest {
		return crm.Errorf(crm.Unavailable, errNewer, t.name, found.version, newest)
	}
	if known := t.dialect.queue(); found.queue > known {
		return crm.Errorf(crm.Unavailable, errNewerQueue, t.name, found.queue, known)
	}
	return nil
}
