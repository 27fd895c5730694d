package store_test

import (
	"testing"

	"samspil/store"
	"samspil/store/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) *store.Store {
		s, _ := storetest.SQLite(t)
		return s
	})
}

func TestPostgres(t *testing.T) {
	storetest.Run(t, func(t *testing.T) *store.Store {
		s, _ := storetest.Postgres(t)
		return s
	})
}
