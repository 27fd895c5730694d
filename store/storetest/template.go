package storetest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"samspil/store"
)

// To migrate takes a second, and a test of every method on every database has hundreds of them: each starts from a copy.

var migrated struct {
	sync.Mutex
	file     []byte
	database string
}

// migratedFile is a SQLite file with the schema and nothing in it.
func migratedFile(t testing.TB) []byte {
	t.Helper()
	migrated.Lock()
	defer migrated.Unlock()
	if migrated.file == nil {
		name := filepath.Join(t.TempDir(), "template.db")
		if _, _, err := store.Migrate(context.Background(), "file:"+name); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		migrated.file = b
	}
	return migrated.file
}

// templateLock is the advisory lock under which one of the tests that run side by side makes the template.
const templateLock = 7269001

// migratedDatabase names a database on the server with the schema and nothing in it. It stays there for later tests, and
// is another one when the schema is, and for each user of the server: one may not copy what belongs to another.
func migratedDatabase(t testing.TB, server string) string {
	t.Helper()
	migrated.Lock()
	defer migrated.Unlock()
	if migrated.database != "" {
		return migrated.database
	}
	ctx := context.Background()
	db, err := pgx.Connect(ctx, server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(ctx) // and with it the lock
	var user string     // its number, which stays short and needs no quotes
	if err := db.QueryRow(ctx, "SELECT oid::text FROM pg_roles WHERE rolname = current_user").Scan(&user); err != nil {
		t.Fatal(err)
	}
	name := "samspil_template_" + store.Fingerprint() + "_" + user
	if _, err := db.Exec(ctx, "SELECT pg_advisory_lock($1)", templateLock); err != nil {
		t.Fatal(err)
	}
	var there bool
	if err := db.QueryRow(ctx, "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)", name).Scan(&there); err != nil {
		t.Fatal(err)
	}
	if !there {
		making := name + "_making" // a test that was killed leaves no half template
		for _, statement := range []string{"DROP DATABASE IF EXISTS " + making + " WITH (FORCE)", "CREATE DATABASE " + making + " TEMPLATE template0 ENCODING 'UTF8'"} {
			if _, err := db.Exec(ctx, statement); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err := store.Migrate(ctx, at(t, server, making)); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(ctx, "ALTER DATABASE "+making+" RENAME TO "+name); err != nil {
			t.Fatal(err)
		}
	}
	migrated.database = name
	return name
}
