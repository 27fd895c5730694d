package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	root   = "../.." // of the module, seen from this folder
	module = "samspil"
)

// source is one Go file: its slashed path from the root, and its syntax tree with comments.
type source struct {
	path string
	fset *token.FileSet
	file *ast.File
}

// parsed parses text as the Go file with that path.
func parsed(path, text string) (source, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, path, text, parser.ParseComments|parser.SkipObjectResolution)
	return source{path, fset, f}, err
}

// snippet is parsed for the self-tests, where the text is ours.
func snippet(t *testing.T, path, text string) source {
	t.Helper()
	s, err := parsed(path, text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sources is every Go file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	var list []source
	for _, path := range files(t, ".go") {
		text, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		s, err := parsed(path, string(text))
		if err != nil {
			t.Error(err)
			continue
		}
		list = append(list, s)
	}
	if len(list) < 10 {
		t.Fatalf("only %d Go files found: this is not the module's root", len(list))
	}
	return list
}

// files is every file with that extension outside dot folders and testdata, as slashed paths from the root.
func files(t *testing.T, extension string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(name, extension) {
			rel, err := filepath.Rel(root, path)
			list = append(list, filepath.ToSlash(rel))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// at says where a node stands, with what is wrong there.
func (s source) at(n ast.Node, format string, args ...any) string {
	return fmt.Sprintf("%s:%d: ", s.path, s.fset.Position(n.Pos()).Line) + fmt.Sprintf(format, args...)
}

// report fails the test once for each finding.
func report(t *testing.T, findings []string) {
	t.Helper()
	for _, f := range findings {
		t.Error(f)
	}
}

// among reports whether s is one of the patterns, of which "x/..." stands for x and everything below it.
func among(s string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		folder, deep := strings.CutSuffix(p, "/...")
		return s == folder || deep && strings.HasPrefix(s, folder+"/")
	})
}
