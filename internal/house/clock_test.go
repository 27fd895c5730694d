package house

import (
	"go/ast"
	"path"
	"strings"
	"testing"
)

// clockReads finds time.Now and its like in non-test files of internal and commands: there, time is an argument.
func clockReads(s source) []string {
	if s.test() || among(path.Dir(s.path), testFolders) || !strings.HasPrefix(s.path, "internal/") && !strings.HasPrefix(s.path, "commands/") {
		return nil
	}
	var list []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		switch sel.Sel.Name {
		case "Now", "Since", "Until":
			if s.isPackage(sel.X, "time") {
				list = append(list, s.at(n, "time.%s: take the time as an argument", sel.Sel.Name))
			}
		}
		return true
	})
	return list
}

// isPackage reports whether x names the imported package with that path, under whatever name.
func (s source) isPackage(x ast.Expr, pkg string) bool {
	id, ok := x.(*ast.Ident)
	if !ok {
		return false
	}
	for _, spec := range s.file.Imports {
		if strings.Trim(spec.Path.Value, `"`) != pkg {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name == id.Name
		}
		return id.Name == pkg[strings.LastIndex(pkg, "/")+1:]
	}
	return false
}

func TestClock(t *testing.T) {
	for _, s := range sources(t) {
		report(t, clockReads(s))
	}
}

func TestClockSeesBoth(t *testing.T) {
	for _, c := range []struct {
		path, text string
		want       int
	}{
		{"internal/crm/x.go", "package crm\nimport \"time\"\nvar x = time.Now()", 1},
		{"internal/crm/x.go", "package crm\nimport clock \"time\"\nvar x = clock.Now", 1},
		{"commands/visit/x.go", "package visit\nimport \"time\"\nfunc f(t time.Time) time.Duration { return time.Since(t) }", 1},
		{"commands/visit/x.go", "package visit\nfunc f(r Request) any { return r.Now }", 0},
		{"internal/crm/x_test.go", "package crm\nimport \"time\"\nvar x = time.Now()", 0},
		{"bot/x.go", "package bot\nimport \"time\"\nvar x = time.Now()", 0},
	} {
		if got := len(clockReads(snippet(t, c.path, c.text))); got != c.want {
			t.Errorf("%d clock reads in %s, want %d:\n%s", got, c.path, c.want, c.text)
		}
	}
}
