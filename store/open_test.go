package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

var ctx = context.Background()

func TestOpenRefusesOtherURLs(t *testing.T) {
	for _, url := range []string{
		"", "samspil.db", "mysql://root:hemmelig@host/db", "file:", "file://elsewhere/samspil.db", "file::memory:", "file:x?mode=memory",
		"postgres:hemmelig", "postgres://u:hemmelig@host:notaport/db", "postgres://u:hem%melig@host/db", "postgres://u:hemmelig@[host/db",
		"POSTGRES://u:hemmelig@host/db?sslmode=maybe",
	} {
		for name, open := range map[string]func() error{
			"Open":    func() error { _, err := store.Open(ctx, url); return err },
			"Migrate": func() error { _, _, err := store.Migrate(ctx, url); return err },
		} {
			err := open()
			if !crm.IsKind(err, crm.Invalid) {
				t.Errorf("%s %q: %v", name, url, err)
			}
			if strings.Contains(fmt.Sprintf("%+v %#v", err, err), "elig") {
				t.Errorf("%s %q: the password is in the error", name, url)
			}
		}
	}
}

// Nothing listens there, or it does not let us in: the database is away, and its password stays untold.
func TestPasswordNeverInError(t *testing.T) {
	urls := []string{"postgres://someone:hemmelig@127.0.0.1:1/db?connect_timeout=2", "postgres://someone@127.0.0.1:1/db?password=hemmelig&connect_timeout=2"}
	if server := os.Getenv(storetest.PostgresEnv); server != "" {
		_, rest, _ := strings.Cut(server, "@")
		urls = append(urls, "postgres://nobody_here:hemmelig@"+rest)
	}
	for _, url := range urls {
		_, err := store.Open(ctx, url)
		if !crm.IsKind(err, crm.Unavailable) {
			t.Errorf("not Unavailable: %v", err)
		}
		for e := err; e != nil; {
			if strings.Contains(e.Error(), "hemmelig") {
				t.Errorf("the password is in the error: %v", e)
			}
			u, ok := e.(interface{ Unwrap() error })
			if !ok {
				break
			}
			e = u.Unwrap()
		}
	}
}

func TestOpenDoesNotMigrate(t *testing.T) {
	storetest.EachEmpty(t, func(t *testing.T, url string) {
		_, err := store.Open(ctx, url)
		if !crm.IsKind(err, crm.Unavailable) || !strings.Contains(err.Error(), "run samspil migrate") {
			t.Errorf("error %v", err)
		}
		if file, ok := strings.CutPrefix(url, "file:"); ok {
			if _, err := os.Stat(file); !os.IsNotExist(err) {
				t.Error("Open made the file")
			}
		}
	})
}

func TestNewerSchemaIsRefused(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		known, err := s.SchemaVersion(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := storetest.Exec(t, url, fmt.Sprintf(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (%d, %s)`, known+4, yes(url))); err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprintf("was made by a newer Samspil (schema %d; this program knows %d). Upgrade the program.", known+4, known)
		_, openErr := store.Open(ctx, url)
		_, _, migrateErr := store.Migrate(ctx, url)
		for _, err := range []error{openErr, migrateErr} {
			if !crm.IsKind(err, crm.Unavailable) || !strings.HasSuffix(err.Error(), want) || !strings.HasPrefix(err.Error(), "samspil") {
				t.Errorf("error %v", err)
			}
		}
	})
}

// yes is true as the migration library's own table writes it.
func yes(url string) string {
	if strings.HasPrefix(url, "file:") {
		return "1"
	}
	return "true"
}

func TestFileURLs(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, url := range []string{"file:a.db", "file:" + dir + "/b.db", "file://" + dir + "/c.db", "file:d%20%3Fæ.db?_busy_timeout=100&cache=private", "FILE:e.db?_journal=DELETE"} {
		s, err := store.OpenMigrated(ctx, url)
		if err != nil {
			t.Errorf("%s: %v", url, err)
			continue
		}
		storetest.Fill(t, s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	files, err := filepath.Glob(dir + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"a.db", "b.db", "c.db", "d ?æ.db", "e.db"} {
		if i >= len(files) || filepath.Base(files[i]) != want {
			t.Fatalf("files %v", files)
		}
		info, err := os.Stat(files[i])
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", want, info.Mode(), err)
		}
	}
}

func TestReadOnlyAndMissingFolders(t *testing.T) {
	dir := t.TempDir()
	_, _, err := store.Migrate(ctx, "file:"+dir+"/none/samspil.db")
	if !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("error %v", err)
	}
	_, url := storetest.SQLite(t)
	s, err := store.Open(ctx, url+"?mode=ro&_journal_mode=WAL")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.SaveOrgs(ctx, []crm.Org{{Code: "X", NameDA: "X"}}); !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("error %v", err)
	}
}
