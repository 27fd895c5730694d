package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const example = "../../.env.example"

// TestEveryVariableIsInTheExample compares the variables of config with those of .env.example, both ways.
func TestEveryVariableIsInTheExample(t *testing.T) {
	text, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	var read []string
	for field := range reflect.TypeFor[config]().Fields() {
		read = append(read, field.Tag.Get("env"))
	}
	var told []string
	for _, m := range regexp.MustCompile(`(?m)^((?:SAMSPIL|SLACK)_\w+)=`).FindAllStringSubmatch(string(text), -1) {
		told = append(told, m[1])
	}
	slices.Sort(read)
	slices.Sort(told)
	if diff := cmp.Diff(read, told); diff != "" {
		t.Error("read by the program, and in .env.example:", diff)
	}
	for _, name := range []string{"SAMSPIL_TEST_POSTGRES", "SAMSPIL_BENCH_CONTACTS"} {
		if !strings.Contains(string(text), "# "+name+"=") {
			t.Errorf("%s is not in .env.example", name)
		}
	}
}

func TestTheExampleIsTheDefault(t *testing.T) {
	fromExample, err := readConfig(example, nil)
	if err != nil {
		t.Fatal(err)
	}
	byDefault, err := readConfig("no such file", nil)
	if err != nil {
		t.Fatal(err)
	}
	if byDefault.Lang != "" || byDefault.people() != "da" {
		t.Errorf("the default language is %q", byDefault.people())
	}
	byDefault.Lang = "da" // said aloud in the example
	if diff := cmp.Diff(byDefault, fromExample); diff != "" {
		t.Error(diff)
	}
}

func TestReadConfig(t *testing.T) {
	file := filepath.Join(t.TempDir(), ".env")
	if err := os.WriteFile(file, []byte("SAMSPIL_DB=file:a.db\nSAMSPIL_LANG=en\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := readConfig(file, []string{"SAMSPIL_DB=file:b.db", "SAMSPIL_LANG=", "SAMSPIL_LOG=info", "HOME=/"})
	if err != nil {
		t.Fatal(err)
	}
	if c.DB != "file:b.db" || c.Lang != "" || c.level(slog.LevelWarn) != slog.LevelInfo {
		t.Errorf("read %+v", c)
	}
	for _, wrong := range []string{"SAMSPIL_LANG=sv", "SAMSPIL_LOG=loud"} {
		if _, err := readConfig("no such file", []string{wrong}); err == nil {
			t.Errorf("%s was taken", wrong)
		}
	}
}
