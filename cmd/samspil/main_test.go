package main

import (
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3" // for a database made by a program of the future
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "extract" {
		main() // the program starts itself to read a document
		return
	}
	testscript.Main(m, map[string]func(){"samspil": main})
}

// TestScripts plays testdata/script: the program as it is used, with what it prints.
func TestScripts(t *testing.T) {
	cache := t.TempDir() // the reader of PDF is prepared once
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("SAMSPIL_UPDATE") != "",
		Deadline:            time.Now().Add(5 * time.Minute), // a program that waits for a key would wait for ever
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "newer": newer},
		Setup: func(env *testscript.Env) error {
			env.Setenv("TMPDIR", env.Getenv("WORK")+"/tmp")
			env.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
	})
}

// exits runs a program that must end with a certain exit code: exits 2 samspil …
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		code = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d", code)
	}
}

// newer makes a migrated SQLite file look as if a later program had made it.
func newer(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite3", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)
	ts.Check(err)
}

func TestVersion(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Version: "v0.1.0"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}}
	if got, want := version(info), "samspil v0.1.0 0123456789ab (modified) go1.26.0"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := version(nil); got == "" {
		t.Error("an unknown build has no words")
	}
}
