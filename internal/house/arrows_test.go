package house

import (
	"path"
	"strings"
	"testing"
)

// room is a part of the program and what it may import. Patterns are as in among; a room may always import the
// standard library but for never, and its own folder.
type room struct {
	name  string
	of    []string // folders, from the root
	ours  []string // packages of this module, from the root
	deps  []string // modules of others; nil for any but the databases'
	never []string // of the standard library
}

const slackGo = "github.com/slack-go/slack/..."

// databases are the modules only the store's room may know.
var databases = []string{"github.com/mattn/go-sqlite3", "github.com/jackc/pgx/v5/...", "github.com/pressly/goose/v3/...", "github.com/riverqueue/river/..."}

// forTests are the modules any test may use.
var forTests = []string{"github.com/google/go-cmp/...", "go.uber.org/goleak", "github.com/rogpeppe/go-internal/..."}

// testFolders hold suites and fakes that only tests import.
var testFolders = []string{"store/storetest/...", "bot/slackfake/...", "internal/register/virkstub/...", "internal/document/documenttest/...", "internal/timing/..."}

// rooms is the picture in docs/AGENTS.md, most particular first.
var rooms = []room{
	{name: "cmd", of: []string{"cmd/..."}, ours: []string{"/..."}},
	{name: "bot", of: []string{"bot/..."}, ours: []string{"bot/...", "commands", "internal/..."}, never: []string{"database/sql/..."}},
	{name: "contract", of: []string{"commands"}, ours: []string{"internal/..."}, deps: []string{slackGo}, never: []string{"database/sql/...", "net/http/..."}},
	{name: "feature", of: []string{"commands/..."}, ours: []string{"commands", "internal/..."}, deps: []string{slackGo}, never: []string{"database/sql/...", "net/http/..."}},
	{name: "store", of: []string{"store/..."}, ours: []string{"store/...", "internal/crm", "internal/when", "internal/text"}, deps: append([]string{"golang.org/x/..."}, databases...)},
	{name: "table", of: []string{"internal/sheet/..."}, ours: []string{"internal/crm", "internal/text", "internal/when"}, deps: []string{"github.com/xuri/excelize/v2", "golang.org/x/..."},
		never: []string{"database/sql/...", "net/http/..."}},
	{name: "internal", of: []string{"internal/..."}, ours: []string{"internal/..."}},
}

// arrow says why the file at path may not import that package; "" when it may.
func arrow(file, pkg string) string {
	folder := path.Dir(file)
	test := strings.HasSuffix(file, "_test.go") || among(folder, testFolders)
	r, ok := roomOf(folder)
	switch {
	case !ok:
		return "lies in no room of the house"
	case pkg == module || strings.HasPrefix(pkg, module+"/"):
		return r.mayUseOurs(folder, strings.TrimPrefix(pkg, module+"/"), test)
	case !strings.Contains(strings.Split(pkg, "/")[0], "."):
		if among(pkg, r.never) && pkg != "database/sql/driver" {
			return "a " + r.name + " does without " + pkg
		}
		return ""
	case test && among(pkg, forTests) || r.name == "cmd":
		return ""
	case among(pkg, []string{slackGo}):
		return r.mayUseSlack(file, test)
	case r.deps == nil && among(pkg, databases):
		return "only the store knows " + pkg
	case r.deps != nil && !among(pkg, r.deps):
		return "a " + r.name + " does without " + pkg
	}
	return ""
}

func roomOf(folder string) (room, bool) {
	for _, r := range rooms {
		if among(folder, r.of) {
			return r, true
		}
	}
	return room{}, false
}

func (r room) mayUseOurs(folder, pkg string, test bool) string {
	own := pkg == folder || r.name == "feature" && featureOf(pkg) == featureOf(folder)
	switch {
	case among(pkg, testFolders) && !test:
		return pkg + " is for tests"
	case test && among(pkg, append([]string{"store"}, testFolders...)): // a test may well run on real rows
		return ""
	case r.name == "cmd" || own || among(pkg, r.ours):
		return ""
	}
	return "no arrow leads from " + folder + " to " + pkg
}

// featureOf is the feature's folder: "commands/visit" for that and all below it.
func featureOf(folder string) string {
	parts := strings.SplitN(folder, "/", 3)
	return strings.Join(parts[:min(len(parts), 2)], "/")
}

// mayUseSlack: in a feature only view.go makes blocks, so that everything else is tried without Slack.
func (r room) mayUseSlack(file string, test bool) string {
	switch {
	case r.name == "internal" || r.name == "table" || r.name == "store":
		return "a " + r.name + " package knows nothing of Slack"
	case r.name == "feature" && !test && path.Base(file) != "view.go":
		return "in a feature only view.go knows Slack's blocks"
	}
	return ""
}

func arrows(s source) []string {
	var list []string
	for _, spec := range s.file.Imports {
		pkg := strings.Trim(spec.Path.Value, `"`)
		if why := arrow(s.path, pkg); why != "" {
			list = append(list, s.at(spec, "imports %s: %s", pkg, why))
		}
	}
	return list
}

func TestArrows(t *testing.T) {
	for _, s := range sources(t) {
		report(t, arrows(s))
	}
}

func TestArrowsSeesBoth(t *testing.T) {
	const slack = "github.com/slack-go/slack"
	for _, c := range []struct{ file, pkg string }{
		{"cmd/samspil/main.go", "samspil/store"}, {"cmd/samspil/main.go", "github.com/alecthomas/kong"}, {"cmd/samspil/features.go", "samspil/commands/visit"},
		{"bot/http.go", "samspil/commands"}, {"bot/http.go", "samspil/internal/crm"}, {"bot/http.go", slack}, {"bot/http.go", "net/http"},
		{"bot/console/run.go", "samspil/bot"}, {"bot/console/run.go", "golang.org/x/term"}, {"bot/http_test.go", "samspil/bot/slackfake"},
		{"commands/page.go", slack}, {"commands/visit/view.go", slack}, {"commands/visit/view_test.go", slack}, {"commands/visit/visit.go", "samspil/commands"},
		{"commands/visit/visit_test.go", "github.com/google/go-cmp/cmp"}, {"commands/visit/visit_test.go", "samspil/store/storetest"}, {"commands/visit/visit.go", "samspil/internal/sentence"},
		{"store/contact.go", "samspil/internal/crm"}, {"store/open.go", "github.com/jackc/pgx/v5/stdlib"}, {"store/open.go", "database/sql"}, {"store/storetest/run.go", "samspil/store"}, {"store/storetest/run.go", "github.com/google/go-cmp/cmp"},
		{"internal/when/date.go", "database/sql/driver"}, {"internal/demo/seed.go", "samspil/internal/crm"}, {"internal/register/client.go", "net/http"},
		{"internal/sheet/xlsx.go", "github.com/xuri/excelize/v2"}, {"internal/sheet/xlsx.go", "samspil/internal/text"},
	} {
		if why := arrow(c.file, c.pkg); why != "" {
			t.Errorf("%s may import %s, but: %s", c.file, c.pkg, why)
		}
	}
	for _, c := range []struct{ file, pkg string }{
		{"bot/http.go", "samspil/store"}, {"bot/http.go", "database/sql"}, {"bot/http.go", "samspil/commands/visit"}, {"bot/http.go", "samspil/bot/slackfake"},
		{"bot/http.go", "github.com/mattn/go-sqlite3"}, {"bot/http.go", "samspil/cmd/samspil"}, {"cmd/samspil/main.go", "samspil/store/storetest"},
		{"commands/page.go", "samspil/commands/visit"}, {"commands/page.go", "samspil/bot"}, {"commands/page.go", "net/http"},
		{"commands/visit/visit.go", slack}, {"commands/visit/visit.go", "samspil/store"}, {"commands/visit/visit.go", "samspil/bot"},
		{"commands/visit/visit.go", "samspil/commands/check"}, {"commands/visit/view.go", "net/http"}, {"commands/visit/visit.go", "database/sql"},
		{"commands/visit/visit_test.go", "samspil/commands/check"},
		{"store/contact.go", "samspil/commands"}, {"store/contact.go", "samspil/bot"}, {"store/contact.go", slack}, {"store/contact.go", "samspil/internal/register"},
		{"internal/crm/org.go", "samspil/store"}, {"internal/crm/org.go", "samspil/commands"}, {"internal/crm/org.go", slack}, {"internal/crm/org.go", "samspil/bot"},
		{"internal/crm/org.go", "github.com/jackc/pgx/v5"}, {"tools/x.go", "fmt"}, {"main.go", "fmt"},
		{"internal/sheet/csv.go", "samspil/internal/dossier"}, {"internal/sheet/csv.go", "net/http"}, {"internal/sheet/csv.go", slack},
	} {
		if arrow(c.file, c.pkg) == "" {
			t.Errorf("%s may import %s, but must not", c.file, c.pkg)
		}
	}
	bad := snippet(t, "bot/x.go", "package bot\nimport _ \"samspil/store\"")
	if len(arrows(bad)) != 1 {
		t.Error("a forbidden import in a file is not seen")
	}
}
