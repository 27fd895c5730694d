package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/moving"
	"samspil/internal/register"
	"samspil/store/storetest"
)

// TestBenchImport times the import of rows that name their companies in words only, against a register of so many names;
// the account must hold every row. make bench-import runs it; without its settings it is skipped.
func TestBenchImport(t *testing.T) {
	file := os.Getenv("SAMSPIL_IMPORT_REGISTER")
	if file == "" {
		t.Skip("SAMSPIL_IMPORT_REGISTER names no file")
	}
	rows, names := setting(t, "SAMSPIL_IMPORT_ROWS"), setting(t, "SAMSPIL_IMPORT_NAMES")
	list, err := register.ReadCompanies(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	list = list[:min(names, len(list))]
	st, url := storetest.SQLite(t)
	if os.Getenv(storetest.PostgresEnv) != "" && os.Getenv("SAMSPIL_IMPORT_POSTGRES") != "" {
		st, url = storetest.Postgres(t)
	}
	storetest.Fill(t, st)
	for from := 0; from < len(list); from += 2000 {
		if err := st.SaveCompanies(t.Context(), list[from:min(from+2000, len(list))], time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(t.TempDir(), "crm.csv")
	if err := os.WriteFile(name, []byte(namedRows(list, rows)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := searching(t.Context(), register.Options{Source: st, Path: namesFile(url)}, func(context.Context, *register.Search) error { return nil }); err != nil { // makes the index
		t.Fatal(err)
	}
	for _, write := range []bool{false, true} {
		begun := time.Now()
		a := accountOf(t, url, name, write)
		took := time.Since(begun)
		sum := 0
		for _, n := range a.Verdicts {
			sum += n
		}
		if sum != rows {
			t.Errorf("%d rows are accounted for, not %d", sum, rows)
		}
		fmt.Printf("%d rows, register %d, write %t: %.1f s, %.0f rows a second; added %d, there %d, twice %d, unsure %d, unknown %d\n", rows, len(list), write,
			took.Seconds(), float64(rows)/took.Seconds(), a.Verdicts[moving.Added], a.Verdicts[moving.There], a.Verdicts[moving.Twice], a.Verdicts[moving.CompanyUnsure], a.Verdicts[moving.CompanyUnknown])
	}
}

func setting(t *testing.T, name string) int {
	n, err := strconv.Atoi(os.Getenv(name))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// namedRows is a file whose rows name companies as people do: whole, in small letters, without the legal form, with a letter
// missing; half of them say where.
func namedRows(list []crm.Company, rows int) string {
	rng := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	b.WriteString("Virksomhed;By;Dato;Kontaktform;Medarbejder;Formål;Note\n")
	for i := range rows {
		co := list[rng.IntN(len(list))]
		name, place := co.Name, ""
		switch rng.IntN(5) {
		case 0:
			name = strings.ToLower(name)
		case 1:
			if at := strings.LastIndex(name, " "); at > 3 {
				name = name[:at]
			}
		case 2:
			if letters := []rune(name); len(letters) > 4 {
				at := 1 + rng.IntN(len(letters)-2)
				name = string(letters[:at]) + string(letters[at+1:])
			}
		}
		if rng.IntN(2) == 0 {
			place = co.Place
		}
		fmt.Fprintf(&b, "\"%s\";%s;%02d-%02d-2024;%s;Anna Holm;%s;Note nr. %d\n", strings.ReplaceAll(name, `"`, `""`), place, 1+rng.IntN(28), 1+rng.IntN(12),
			[]string{"besøg", "telefon", "mail"}[rng.IntN(3)], []string{"rekruttering", "opkvalificering"}[rng.IntN(2)], i)
	}
	return b.String()
}
