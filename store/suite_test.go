package store_test

import (
	"testing"

	"samspil/store"
	"samspil/store/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) (*store.Store, string) { return storetest.SQLite(t) })
}

func TestPostgres(t *testing.T) {
	storetest.Run(t, func(t *testing.T) (*store.Store, string) { return storetest.Postgres(t) })
}
