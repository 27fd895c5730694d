package store_test

import (
	"database/sql"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

// river changes the queue's schema behind the store's back.
func river(t *testing.T, url string, to rivermigrate.Direction, opts *rivermigrate.MigrateOpts) {
	t.Helper()
	db := storetest.Raw(t, url)
	defer db.Close()
	var driver riverdriver.Driver[*sql.Tx] = riverdatabasesql.New(db)
	if strings.HasPrefix(url, "file:") {
		driver = riversqlite.New(db)
	}
	migrator, err := rivermigrate.New(driver, nil)
	if err == nil {
		_, err = migrator.Migrate(t.Context(), to, opts)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A database from before the queue, and those that a killed program left half-way, are refused and then mended.
func TestQueueIsMendedByMigrate(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, url string){
		"none": func(t *testing.T, url string) {
			river(t, url, rivermigrate.DirectionDown, &rivermigrate.MigrateOpts{TargetVersion: -1})
		},
		"half": func(t *testing.T, url string) {
			river(t, url, rivermigrate.DirectionDown, &rivermigrate.MigrateOpts{TargetVersion: -1})
			river(t, url, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: 3})
		},
		"no index": func(t *testing.T, url string) {
			if err := storetest.Exec(t, url, `DROP INDEX job_lane`); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.EachEmpty(t, func(t *testing.T, url string) {
				_, known, err := store.Migrate(ctx, url)
				if err != nil {
					t.Fatal(err)
				}
				spoil(t, url)
				_, err = store.Open(ctx, url)
				if !crm.IsKind(err, crm.Unavailable) || !strings.Contains(err.Error(), "run samspil migrate") {
					t.Errorf("error %v", err)
				}
				if from, to, err := store.Migrate(ctx, url); err != nil || from != known || to != known {
					t.Errorf("from %d to %d: %v", from, to, err)
				}
				s, err := store.Open(ctx, url)
				if err != nil {
					t.Fatal(err)
				}
				defer s.Close()
				if err := s.Enqueue(ctx, crm.Job{Kind: "note", Lane: "T/C1"}); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

func TestNewerQueueIsRefused(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		if err := storetest.Exec(t, url, `INSERT INTO river_migration (line, version) VALUES ('main', 99)`); err != nil {
			t.Fatal(err)
		}
		_, openErr := store.Open(ctx, url)
		_, _, migrateErr := store.Migrate(ctx, url)
		for _, err := range []error{openErr, migrateErr} {
			if !crm.IsKind(err, crm.Unavailable) || !strings.Contains(err.Error(), "made by a newer Samspil (queue 99; this program knows ") {
				t.Errorf("error %v", err)
			}
		}
	})
}

// Other processes, not only other connections of this one: SQLite locks files differently between the two.
func TestMigrateProcessesTogether(t *testing.T) {
	if url := os.Getenv("STORE_TEST_MIGRATE"); url != "" {
		s, err := store.OpenMigrated(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Enqueue(ctx, crm.Job{Kind: "note"}); err != nil {
			t.Fatal(err)
		}
		s.Close()
		return
	}
	const replicas = 8
	storetest.EachEmpty(t, func(t *testing.T, url string) {
		var group sync.WaitGroup
		for range replicas {
			group.Go(func() {
				cmd := exec.Command(os.Args[0], "-test.run=^TestMigrateProcessesTogether$")
				cmd.Env = append(os.Environ(), "STORE_TEST_MIGRATE="+url)
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, out)
				}
			})
		}
		group.Wait()
		s, err := store.Open(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if n, err := s.JobCounts(ctx); err != nil || n != (crm.JobCounts{Waiting: replicas}) {
			t.Errorf("%+v, %v", n, err)
		}
	})
}
