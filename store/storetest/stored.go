package storetest

import (
	"encoding/json"
	"strings"
	"testing"
)

// Stored are the payloads of the jobs of a kind that wait in the database, in the order in which they were stored.
func Stored[T any](t testing.TB, url, kind string) (all []T) {
	t.Helper()
	query := `SELECT json(args) FROM river_job WHERE kind = ? ORDER BY id`
	if !strings.HasPrefix(url, "file:") {
		query = `SELECT args::text FROM river_job WHERE kind = $1 ORDER BY id`
	}
	db := Raw(t, url)
	defer db.Close()
	rows, err := db.Query(query, kind)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var raw string
		var one T
		if err := rows.Scan(&raw); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(raw), &one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
