package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"samspil/internal/moving"
	"samspil/store"
	"samspil/store/storetest"
)

// TestContactImportKilled ends an import by SIGKILL once it has saved something; read again, each row is there once, and one
// undo takes all of it back.
func TestContactImportKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := filepath.Join(t.TempDir(), "samspil")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		sample := storetest.Fill(t, st)
		const rows = 6000
		file := filepath.Join(t.TempDir(), "crm.csv")
		if err := os.WriteFile(file, []byte(plainRows(rows, sample.Crane.CVR)), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(program, "import", "contacts", "--write", "--org", "JC-360", "--db", url, file)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		storetest.Until(t, "some contacts are saved", func() bool {
			list, err := st.ContactImports(t.Context())
			return err == nil && len(list) > 0 && list[0].Added > 0
		})
		cmd.Process.Kill()
		cmd.Wait()
		before, err := st.ContactImports(t.Context())
		if err != nil || before[0].Added == rows || !before[0].Finished.IsZero() {
			t.Fatalf("%+v, %v: it was not killed in the middle", before, err)
		}
		a := accountOf(t, url, file, true)
		if a.Verdicts[moving.There] != before[0].Added || a.Verdicts[moving.Added]+a.Verdicts[moving.There] != rows {
			t.Errorf("%v after %d", a.Verdicts, before[0].Added)
		}
		if got := len(wholeOf(t, st, "JC-360")); got != rows {
			t.Errorf("%d contacts, not %d", got, rows)
		}
		after, err := st.ContactImports(t.Context())
		if err != nil || len(after) != 1 || after[0].Added != rows || after[0].Finished.IsZero() {
			t.Fatalf("%+v, %v", after, err)
		}
		term, _ := quiet(t)
		if err := (&importUndoCmd{Number: after[0].ID, DB: url}).Run(term); err != nil || len(wholeOf(t, st, "JC-360")) != 0 {
			t.Errorf("after undoing: %d, %v", len(wholeOf(t, st, "JC-360")), err)
		}
	})
}
