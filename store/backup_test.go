package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// The copy holds whole contacts of one moment, although others write from its first page to its last.
func TestBackupWhileWriting(t *testing.T) {
	s, _ := storetest.SQLite(t)
	w := storetest.Fill(t, s)
	log := func() {
		k := w.Contact()
		k.Note = strings.Repeat("En note. ", 400)
		if _, err := s.LogContact(ctx, storetest.Entry(w.Anna), k, []crm.FollowUp{{Due: when.MustISO("2026-12-10"), Text: "x"}}); err != nil {
			t.Error(err)
		}
	}
	for range 300 {
		log()
	}
	stop := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				log()
			}
		}
	})
	file := filepath.Join(t.TempDir(), "copy.db")
	err := s.Backup(ctx, file)
	close(stop)
	group.Wait()
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	alone(t, file)
	db := storetest.Raw(t, "file:"+file)
	defer db.Close()
	var contacts, followUps, purposes, lines int
	err = db.QueryRow(`SELECT (SELECT count(*) FROM contact), (SELECT count(*) FROM follow_up), (SELECT count(*) FROM contact_purpose), (SELECT count(*) FROM audit)`).
		Scan(&contacts, &followUps, &purposes, &lines)
	if err != nil || contacts < 300 || followUps != contacts || purposes != 2*contacts || lines != contacts {
		t.Errorf("%d contacts, %d follow-ups, %d purposes, %d audit lines: %v", contacts, followUps, purposes, lines, err)
	}
}

func TestBackupOverwritesNothing(t *testing.T) {
	s, url := storetest.SQLite(t)
	storetest.Fill(t, s)
	file := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, taken := range []string{file, strings.TrimPrefix(url, "file:")} {
		if err := s.Backup(ctx, taken); !crm.IsKind(err, crm.Invalid) {
			t.Errorf("%s: %v", taken, err)
		}
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != "mine" {
		t.Errorf("the file is now %q, %v", b, err)
	}
	alone(t, file)
}

func TestBackupThatFailsLeavesNothing(t *testing.T) {
	s, _ := storetest.SQLite(t)
	storetest.Fill(t, s)
	file := filepath.Join(t.TempDir(), "copy.db")
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.Backup(stopped, file); err == nil {
		t.Error("a stopped backup is no error")
	}
	files, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(files) != 0 {
		t.Errorf("left behind: %v, %v", files, err)
	}
	if err := s.Backup(ctx, filepath.Join(file, "in", "no", "folder")); !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("error %v", err)
	}
	if _, err := s.Orgs(ctx); err != nil {
		t.Errorf("the store after a failed backup: %v", err)
	}
}

func TestBackupOfPostgresNamesTheCommand(t *testing.T) {
	_, url := storetest.Postgres(t)
	s, err := store.Open(ctx, strings.Replace(url, "@", ":hemmelig@", 1))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.Backup(ctx, "/var/backups/it's samspil.dump")
	if !crm.IsKind(err, crm.Invalid) || strings.Contains(err.Error(), "hemmelig") {
		t.Fatalf("error %v", err)
	}
	for _, want := range []string{"pg_dump --format=custom --host=", " --dbname=samspil_test_", `'--file=/var/backups/it'\''s samspil.dump'`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
}

// alone fails the test when other files lie beside this one.
func alone(t *testing.T, file string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(files) != 1 {
		t.Errorf("files %v, %v", files, err)
	}
}
