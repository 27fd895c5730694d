package console

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"samspil/bot"
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// A field for files takes paths of files that are there, and sends what a feature fetches them by.
func TestFileField(t *testing.T) {
	folder := t.TempDir()
	one, two := filepath.Join(folder, "en ansøgning.pdf"), filepath.Join(folder, "to.docx")
	for _, name := range []string{one, two} {
		if err := os.WriteFile(name, []byte("hej"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	view := commands.Form{ID: "proposal.form", Fields: []commands.Field{{Name: "files", Label: "Filer", Kind: commands.FieldFile}}}.View(text.Danish)
	f := newForm(view)
	x := f.field("files")
	for _, typed := range []string{folder, one + "; " + filepath.Join(folder, "væk.pdf")} {
		if err := x.fill(typed, time.Time{}, text.Danish); !crm.IsKind(err, crm.NotFound) || len(x.values) > 0 {
			t.Errorf("%s: %v, %q", typed, err, x.values)
		}
	}
	if err := x.fill(strings.Repeat(one+";", commands.MostFiles+1), time.Time{}, text.Danish); !crm.IsKind(err, crm.Invalid) {
		t.Error(err)
	}
	if err := x.fill(one+" ; "+two, time.Time{}, text.Danish); err != nil {
		t.Fatal(err)
	}
	sent := f.submission(bot.Inbound{})
	want := []commands.File{{ID: one, Name: "en ansøgning.pdf", Size: 3}, {ID: two, Name: "to.docx", Size: 3}}
	if !reflect.DeepEqual(sent.Files, want) || len(sent.Values["files"]) > 0 {
		t.Errorf("%+v %q", sent.Files, sent.Values)
	}
}
