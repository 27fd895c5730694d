package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/store"
	"samspil/store/storetest"
)

const killedRegister = 60_000

// TestImportKilled ends an import by SIGKILL once it has saved something; the next one goes on, and at the end everything
// is there once.
func TestImportKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("waits ten seconds for the killed import")
	}
	program := filepath.Join(t.TempDir(), "samspil")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	file := bigRegister(t)
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		cmd := exec.Command(program, "register", "import", "--db", url, file)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		storetest.Until(t, "some companies are saved", func() bool {
			state, err := st.RegisterState(t.Context())
			return err == nil && state.Companies > 0
		})
		cmd.Process.Kill()
		cmd.Wait()
		state, err := st.RegisterState(t.Context())
		if err != nil || state.Import.ID != 0 || state.Companies == killedRegister {
			t.Fatalf("%+v, %v", state, err)
		}
		p, err := register.ImportFile(t.Context(), st, file, register.ImportOptions{Now: time.Now})
		if err != nil || p.Counts != (crm.ImportCounts{Added: killedRegister}) || p.Resumed != int64(state.Companies) {
			t.Errorf("%+v after %d, %v", p, state.Companies, err)
		}
		n := 0
		if err := st.EachCompany(context.Background(), func(crm.Company) error { n++; return nil }); err != nil || n != killedRegister {
			t.Errorf("%d companies, %v", n, err)
		}
	})
}

func bigRegister(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "register.csv.gz")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip := gzip.NewWriter(file)
	out := bufio.NewWriter(zip)
	fmt.Fprintln(out, "cvr;navn;virksomhedsform;kommunekode;branchekode;antal_ansatte;status;reklamebeskyttet")
	for n, cvr := 0, 70_000_000; n < killedRegister; cvr++ {
		if s := fmt.Sprint(cvr); register.CheckDigit(s) {
			fmt.Fprintf(out, "%s;Firma %d ApS;APS;360;236100;7;NORMAL;0\n", s, n)
			n++
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}
