package sheet

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"samspil/internal/text"
	"samspil/internal/when"
)

var columns = []Column{{"Virksomhed", Text, "navnet"}, {"Dato", Date, "dagen"}, {"Antal", Number, "hvor mange"}}

// file writes content to a file of its own.
func file(t testing.TB, content []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "table")
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// all reads a table whole.
func all(t testing.TB, content []byte) (r *Reader, rows [][]string) {
	t.Helper()
	r, err := Open(file(t, content), Ordinary)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		row, err := r.Next()
		if err == io.EOF {
			return r, rows
		}
		if err != nil || !row.Broken.IsZero() {
			t.Fatal(err, row)
		}
		rows = append(rows, row.Cells)
	}
}

func TestCSVAsDanishExcelOpensIt(t *testing.T) {
	var out bytes.Buffer
	w, err := NewCSV(&out, columns)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range [][]any{{"Køge Kran; nord", when.MustISO("2026-11-23"), 1200}, {"=1+1", when.Date{}, 2.5}, {"to\r\nlinjer", nil, nil}} {
		if err := w.Row(row...); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	want := "\ufeffVirksomhed;Dato;Antal\r\n\"Køge Kran; nord\";2026-11-23;1200\r\n'=1+1;;2,5\r\n\"to\r\nlinjer\";;\r\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	if err := w.Row("one"); err == nil {
		t.Error("a row with too few cells is written")
	}
}

// TestXLSX: the workbook opens with what is promised of it, and real dates and numbers.
func TestXLSX(t *testing.T) {
	var out bytes.Buffer
	book, err := NewXLSX(&out, text.Danish)
	if err != nil {
		t.Fatal(err)
	}
	w, err := book.Sheet("Kontakter", columns)
	if err != nil {
		t.Fatal(err)
	}
	other, err := book.Sheet("Mere", columns[:1])
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{w.Row("99000007", when.MustISO("2026-11-23"), 12), other.Row("x"), w.Row("=1+1", nil, nil), book.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if diff := cmp.Diff([]string{"Kontakter", "Mere", "Forklaring"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	cells := map[string]string{}
	for _, at := range []string{"A2", "B2", "C2", "A3"} {
		cells[at], _ = f.GetCellValue("Kontakter", at)
	}
	if diff := cmp.Diff(map[string]string{"A2": "99000007", "B2": "23-11-2026", "C2": "12", "A3": "'=1+1"}, cells); diff != "" {
		t.Error(diff)
	}
	for at, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "B2": excelize.CellTypeUnset, "C2": excelize.CellTypeUnset} {
		if got, _ := f.GetCellType("Kontakter", at); got != want {
			t.Errorf("%s is of type %v, want %v", at, got, want)
		}
	}
	panes, _ := f.GetPanes("Kontakter")
	if !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes: %+v", panes)
	}
	if names := fmt.Sprint(f.GetDefinedName()); !strings.Contains(names, "'Kontakter'!$A$1:$C$3") {
		t.Error("no filter:", names)
	}
	explained, _ := f.GetRows("Forklaring")
	if diff := cmp.Diff([]string{"Kontakter", "Dato", "dagen"}, explained[2]); diff != "" || len(explained) != 5 {
		t.Error(diff, explained)
	}
}

// TestThereAndBack: whatever is written is read again, in both formats.
func TestThereAndBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"=", "+", "-", "@", "'", "\t", "\n", ";", ",", "\"", "æ", "Ø", "x", "1", " ", "＝", "😀", "_x0041_", "&", "<", ">"}
	random := func() string {
		var b strings.Builder
		for range rng.IntN(8) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return strings.TrimSpace(b.String())
	}
	var want [][]string
	for i := range 300 {
		want = append(want, []string{fmt.Sprint("r", i), random(), random()})
	}
	cols := []Column{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	for _, format := range []string{"csv", "xlsx"} {
		var out bytes.Buffer
		write(t, &out, format, cols, want)
		r, got := all(t, out.Bytes())
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", format, diff)
		}
		if r.Format != format || strings.Join(r.Header, "") != "abc" {
			t.Errorf("%s: %+v", format, r)
		}
	}
}

func write(t *testing.T, out io.Writer, format string, cols []Column, rows [][]string) {
	t.Helper()
	finish := func() error { return nil }
	var w Writer
	var err error
	if format == "csv" {
		w, err = NewCSV(out, cols)
	} else {
		var book *Book
		if book, err = NewXLSX(out, text.English); err == nil {
			w, err = book.Sheet("x", cols)
			finish = book.Close
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := w.Row(row[0], row[1], row[2]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := finish(); err != nil {
		t.Fatal(err)
	}
}

func TestSerial(t *testing.T) {
	for cell, want := range map[string]string{"46349": "2026-11-23 -1", "46349.5": "2026-11-23 720", "2026": " -1", "": " -1", "x": " -1", "NaN": " -1", "99000007": " -1"} {
		day, clock, _ := Serial(cell, false)
		if got := fmt.Sprintf("%v %d", day, clock); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
	day, _, ok := Serial("44887", true)
	if !ok || day != when.DateOf(time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)) {
		t.Error("from 1904:", day)
	}
}
