package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"

	"samspil/internal/crm"
	"samspil/internal/text"
)

var (
	errExists    = text.New("Filen %s findes allerede. Vælg et andet navn til sikkerhedskopien.", "The file %s exists already. Choose another name for the backup.")
	errNoBackup  = text.New("Sikkerhedskopien %s kunne ikke skrives. Intet er ændret.", "The backup %s could not be written. Nothing is changed.")
	errUsePgDump = text.New("PostgreSQL tager selv sin sikkerhedskopi. Kør: %s", "PostgreSQL makes its own backup. Run: %s")
)

// backupPages is how many pages one step copies, with the file's other readers free in between.
const backupPages = 1000

// Backup writes a copy of the database, as it is at one moment, to a new file that only its owner can read. Others
// go on reading and writing meanwhile. The copy is checked before it gets its name; Invalid when a file of that
// name exists, Unavailable when it cannot be written. On PostgreSQL it is Invalid, with the command to run instead.
func (s *Store) Backup(ctx context.Context, file string) error {
	if s.target.postgres != nil {
		return crm.Errorf(crm.Invalid, errUsePgDump, s.target.dumpCommand(file))
	}
	if _, err := os.Lstat(file); err == nil {
		return crm.Errorf(crm.Invalid, errExists, filepath.Base(file))
	}
	err := s.backup(ctx, file)
	if errors.Is(err, fs.ErrExist) {
		return crm.Errorf(crm.Invalid, errExists, filepath.Base(file))
	}
	if err == nil || ctx.Err() != nil {
		return err
	}
	return crm.Errorf(crm.Unavailable, errNoBackup, filepath.Base(file)).Because(err)
}

func (s *Store) backup(ctx context.Context, file string) error {
	dir := filepath.Dir(file)
	tmp, err := os.CreateTemp(dir, filepath.Base(file)+".part-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	if err := s.copyTo(ctx, tmp.Name()); err != nil {
		return err
	}
	if err := tmp.Sync(); err != nil {
		return err
	}
	if err := giveName(tmp.Name(), file); err != nil {
		return err
	}
	return syncDir(dir)
}

// giveName links the finished copy to its name: unlike a rename, that fails when somebody made the file meanwhile.
// Where the file system knows no links, it renames.
func giveName(tmp, file string) error {
	err := os.Link(tmp, file)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(tmp, file)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// copyTo fills the empty file with a copy of the database and checks it.
func (s *Store) copyTo(ctx context.Context, file string) error {
	dest, err := (&sqlite3.SQLiteDriver{}).Open(target{file: file}.plainDSN())
	if err != nil {
		return err
	}
	defer dest.Close()
	src, err := s.read.Conn(ctx)
	if err != nil {
		return err
	}
	defer src.Close()
	// Within one read transaction the copy sees one moment. Without it, a write by another connection would start
	// the copy over, and a busy database would never be done.
	tx, err := src.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var tables int // SQLite fixes the moment at the first statement
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master`).Scan(&tables); err != nil {
		return err
	}
	err = src.Raw(func(c any) error {
		return copyPages(ctx, dest.(*sqlite3.SQLiteConn), c.(*sqlite3.SQLiteConn))
	})
	if err != nil {
		return err
	}
	return quickCheck(dest.(*sqlite3.SQLiteConn))
}

func copyPages(ctx context.Context, dest, src *sqlite3.SQLiteConn) error {
	b, err := dest.Backup("main", src, "main")
	if err != nil {
		return err
	}
	for done := false; !done && err == nil; {
		if err = ctx.Err(); err == nil {
			done, err = b.Step(backupPages)
		}
	}
	return errors.Join(err, b.Finish())
}

// quickCheck reads the copy through, after taking it out of WAL mode so that it is one file.
func quickCheck(c *sqlite3.SQLiteConn) error {
	if _, err := c.Exec(`PRAGMA journal_mode = DELETE`, nil); err != nil {
		return err
	}
	rows, err := c.Query(`PRAGMA quick_check(1)`, nil)
	if err != nil {
		return err
	}
	defer rows.Close()
	said := make([]driver.Value, 1)
	if err := rows.Next(said); err != nil {
		return err
	}
	if said[0] != "ok" {
		return fmt.Errorf("the copy is damaged: %v", said[0])
	}
	return nil
}

// dumpCommand is the pg_dump command for this database. The password is left to PGPASSWORD or ~/.pgpass.
func (t target) dumpCommand(file string) string {
	args := []string{"pg_dump", "--format=custom", "--host=" + t.postgres.Host, fmt.Sprintf("--port=%d", t.postgres.Port),
		"--username=" + t.postgres.User, "--dbname=" + t.postgres.Database, "--file=" + file}
	for i, a := range args {
		if strings.ContainsAny(a, " '\"$`\\;&|<>()*?!~#") {
			args[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
	}
	return strings.Join(args, " ")
}
