package directory

import (
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/text"
)

func TestReadTakesTheBuiltInList(t *testing.T) {
	list, err := Read(strings.NewReader(organisationsTSV))
	if err != nil {
		t.Fatal(err)
	}
	want := named()
	if len(list) != len(want) {
		t.Fatalf("%d organisations, want %d", len(list), len(want))
	}
	for i, o := range list {
		if o.Code != want[i].Code || o.NameDA != want[i].NameDA || o.ValidTo != want[i].ValidTo || o.Public != want[i].Public || len(o.Successors) != len(want[i].Successors) {
			t.Errorf("%+v, want %+v", o, want[i])
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	good := "X-1\tEn aktør\tAn actor\tprivate\t\t2026\t\t\t0"
	for name, tt := range map[string]struct{ file, want string }{
		"fine":        {Columns + "\r\n" + good + "\r\n\r\n", ""},
		"with a BOM":  {"\ufeff" + Columns + "\n" + good, ""},
		"no header":   {good, "The first line must be"},
		"empty":       {"", "The first line must be"},
		"too short":   {Columns + "\nX-1\tEn", "Line 2 has 2 fields and needs 9"},
		"no name":     {Columns + "\n" + good + "\nX-2\t\t\tprivate\t\t\t\t\t0", "Line 3 lacks"},
		"a wrong day": {Columns + "\nX-1\tEn\t\tprivate\t\tspring\t\t\t0", `Line 2: "spring" is neither`},
		"public?":     {Columns + "\nX-1\tEn\t\tprivate\t\t\t\t\tyes", "Line 2: pub must be"},
		"twice":       {Columns + "\n" + good + "\n" + good, "Line 3: the code X-1 occurs twice"},
		"not UTF-8":   {Columns + "\nX-1\tEn akt\xf8r\t\tprivate\t\t\t\t\t0", "Line 2 is not UTF-8"},
	} {
		_, err := Read(strings.NewReader(tt.file))
		said := ""
		if e, ok := err.(*crm.Error); ok {
			said = e.In(text.English)
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if tt.want == "" && said != "" || !strings.Contains(said, tt.want) {
			t.Errorf("%s: %q, want %q", name, said, tt.want)
		}
	}
}
