package store_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

func TestMigrateFromEmpty(t *testing.T) {
	storetest.EachEmpty(t, func(t *testing.T, url string) {
		from, to, err := store.Migrate(ctx, url)
		if err != nil || from != 0 || to < 1 {
			t.Fatalf("from %d to %d: %v", from, to, err)
		}
		again, same, err := store.Migrate(ctx, url)
		if err != nil || again != to || same != to {
			t.Errorf("from %d to %d: %v", again, same, err)
		}
		s, err := store.Open(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		// With the database in use, there is nothing to do and nothing to wait for.
		if _, _, err := store.Migrate(ctx, url); err != nil {
			t.Error(err)
		}
	})
}

func TestMigrateTogether(t *testing.T) {
	storetest.EachEmpty(t, func(t *testing.T, url string) {
		const replicas = 8
		var group sync.WaitGroup
		for range replicas {
			group.Go(func() {
				s, err := store.OpenMigrated(ctx, url)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := s.Orgs(ctx); err != nil {
					t.Error(err)
				}
				s.Close()
			})
		}
		group.Wait()
	})
}

// A file that another program works in is not migrated under its feet, and the wait can be given up.
func TestMigrateWaitsForTheFile(t *testing.T) {
	url := storetest.EmptySQLite(t)
	db := storetest.Raw(t, url)
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE other (x)`); err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec(`INSERT INTO other VALUES (1)`); err != nil {
		t.Fatal(err)
	}
	short, cancel := contextWithTimeout(100 * time.Millisecond)
	defer cancel()
	if _, _, err := store.Migrate(short, url); err == nil {
		t.Error("migrated a file in use")
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if _, to, err := store.Migrate(ctx, url); err != nil || to < 1 {
		t.Errorf("to %d: %v", to, err)
	}
}

func TestMigrationsHaveEqualNames(t *testing.T) {
	var names [2][]string
	for i, folder := range []string{"sqlite", "postgres"} {
		files, err := filepath.Glob("migrations/" + folder + "/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			names[i] = append(names[i], filepath.Base(f))
		}
	}
	if len(names[0]) == 0 || !slices.Equal(names[0], names[1]) {
		t.Errorf("the folders differ: %v", names)
	}
}

const howToAdd = `
A migration that somebody may have run is never edited, renamed or removed: databases that had it would differ from
new ones for ever. Put the file back and write the change as a new migration, with the next number and the same
name in migrations/sqlite and migrations/postgres. Then, in store/migrations:
    sha256sum sqlite/NEW.sql postgres/NEW.sql >> SHA256SUMS`

func TestReleasedMigrationsStay(t *testing.T) {
	list, err := os.ReadFile("migrations/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	released := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(list)); lines.Scan(); {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok || released[name] != "" {
			t.Fatalf("SHA256SUMS: not a line of sha256sum, or a second one for the same file: %q", lines.Text())
		}
		released[name] = sum
	}
	files, err := filepath.Glob("migrations/*/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(filepath.ToSlash(file), "migrations/")
		sum := sha256.Sum256(content)
		switch want := released[name]; want {
		case hex.EncodeToString(sum[:]):
		case "":
			t.Errorf("%s is not in SHA256SUMS.%s", name, howToAdd)
		default:
			t.Errorf("%s was edited after its release.%s", name, howToAdd)
		}
		delete(released, name)
	}
	for name := range maps.Keys(released) {
		t.Errorf("%s was released and is gone.%s", name, howToAdd)
	}
}

// An empty file, a half-written one and one that is no database at all.
func TestMigrateStrangeFiles(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.db")
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(text, bytes.Repeat([]byte("not a database\n"), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, to, err := store.Migrate(ctx, "file:"+empty); err != nil || to < 1 {
		t.Errorf("empty: to %d: %v", to, err)
	}
	if _, _, err := store.Migrate(ctx, "file:"+text); err == nil {
		t.Error("migrated a text file")
	}
	if _, err := store.Open(ctx, "file:"+text); !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("opened a text file: %v", err)
	}
}
