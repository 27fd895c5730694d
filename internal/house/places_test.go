package house

import (
	"bufio"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// topLevel is what may lie at the top of the tree, besides dot files: a newcomer reads it in one glance.
var topLevel = []string{"bot", "commands", "store", "cmd", "internal", "docs", "go.mod", "go.sum", "README.md", "Makefile", "LICENSE"}

// strays gives the names that may not lie at the top; ignored are the plain patterns of .gitignore.
func strays(names, ignored []string) []string {
	var list []string
	for _, name := range names {
		ours := slices.ContainsFunc(ignored, func(p string) bool {
			hit, _ := path.Match(strings.Trim(p, "/"), name)
			return hit
		})
		if !ours && !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) {
			list = append(list, name+" may not lie at the top of the tree")
		}
	}
	return list
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	report(t, strays(names, lines(t, ".gitignore")))
}

func TestTopLevelSeesBoth(t *testing.T) {
	names := []string{"bot", "README.md", ".env.example", "samspil.db", "bin", "scripts", "notes.md"}
	if got := strays(names, []string{"/bin/", "*.db"}); len(got) != 2 {
		t.Errorf("strays: %q", got)
	}
}

// lines reads a file at the top of the tree, without empty lines.
func lines(t *testing.T, name string) []string {
	t.Helper()
	f, err := os.Open(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		if scan.Text() != "" {
			list = append(list, scan.Text())
		}
	}
	return list
}

// emptyNames say nothing of what is inside.
var emptyNames = []string{"util", "utils", "common", "models", "types", "helpers", "misc"}

// emptyFolders gives the folders among the files' that are named so.
func emptyFolders(paths []string) []string {
	var list []string
	for _, p := range paths {
		for _, folder := range strings.Split(path.Dir(p), "/") {
			if slices.Contains(emptyNames, folder) {
				list = append(list, p+": the name "+folder+" does not say what is inside")
			}
		}
	}
	return list
}

func TestFolderNames(t *testing.T) { report(t, emptyFolders(files(t, ".go"))) }

func TestFolderNamesSeesBoth(t *testing.T) {
	if got := emptyFolders([]string{"internal/util/x.go", "store/models/x.go", "internal/crm/types.go", "bot/x.go"}); len(got) != 2 {
		t.Errorf("empty names: %q", got)
	}
}

var makeTarget = regexp.MustCompile(`^([A-Za-z][\w-]*)\s*:([^=].*)?$`)

// silentTargets gives the targets that make help would not list, and says so when help is not the first.
func silentTargets(makefile []string) []string {
	var list []string
	first := ""
	for _, line := range makefile {
		m := makeTarget.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if first == "" {
			first = m[1]
		}
		if !strings.Contains(m[2], " ## ") {
			list = append(list, "Makefile: "+m[1]+" has no ## comment")
		}
	}
	if first != "help" {
		list = append(list, "Makefile: the first target is not help")
	}
	return list
}

func TestMakefile(t *testing.T) { report(t, silentTargets(lines(t, "Makefile"))) }

func TestMakefileSeesBoth(t *testing.T) {
	good := []string{"GO ?= go", "X := 1", ".PHONY: help", "help: ## list", "\techo a: b", "check: test ## all"}
	if got := silentTargets(good); len(got) != 0 {
		t.Errorf("a good Makefile: %q", got)
	}
	if got := silentTargets([]string{"build:", "test: build", "help: ## list"}); len(got) != 3 {
		t.Errorf("a bad Makefile: %q", got)
	}
}

// unlinked gives the pages that neither the README nor docs/AGENTS.md links to. texts holds those two by path.
func unlinked(pages []string, texts map[string]string) []string {
	linked := map[string]bool{}
	for from, text := range texts {
		for _, m := range markdownLink.FindAllStringSubmatch(text, -1) {
			linked[path.Join(path.Dir(from), m[1])] = true
		}
	}
	var list []string
	for _, p := range pages {
		if _, entrance := texts[p]; !linked[p] && !(entrance && p == "README.md") {
			list = append(list, p+": neither README.md nor docs/AGENTS.md links here")
		}
	}
	return list
}

var markdownLink = regexp.MustCompile(`\]\(<?([^)#>\s]+)`)

func TestDocsAreLinked(t *testing.T) {
	texts := map[string]string{}
	for _, name := range []string{"README.md", "docs/AGENTS.md"} {
		if text, err := os.ReadFile(filepath.Join(root, name)); err == nil {
			texts[name] = string(text)
		}
	}
	var pages []string
	for _, p := range files(t, ".md") {
		if strings.HasPrefix(p, "docs/") {
			pages = append(pages, p)
		}
	}
	report(t, unlinked(pages, texts))
}

func TestDocsAreLinkedSeesBoth(t *testing.T) {
	texts := map[string]string{
		"README.md":      "see [for developers](docs/AGENTS.md) and [setup](docs/setup.md#slack)",
		"docs/AGENTS.md": "the [glossary](glossary.md)",
	}
	pages := []string{"docs/AGENTS.md", "docs/setup.md", "docs/glossary.md", "docs/lost.md"}
	if got := unlinked(pages, texts); len(got) != 1 || !strings.HasPrefix(got[0], "docs/lost.md") {
		t.Errorf("unlinked: %q", got)
	}
}
