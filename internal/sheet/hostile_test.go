package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// workbook is a small one, with parts put in the place of its own.
func workbook(t *testing.T, cells []any, replaced map[string]io.Reader) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetRow("Sheet1", "A1", &cells); err != nil {
		t.Fatal(err)
	}
	var plain, out bytes.Buffer
	if err := f.Write(&plain); err != nil {
		t.Fatal(err)
	}
	from, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	if err != nil {
		t.Fatal(err)
	}
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		if replaced[part.Name] != nil {
			continue
		}
		if err := to.Copy(part); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range replaced {
		w, err := to.Create(name)
		if err == nil {
			_, err = io.Copy(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// again repeats a text.
type again struct {
	text string
	at   int
}

func (a *again) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = a.text[a.at]
		a.at = (a.at + 1) % len(a.text)
	}
	return len(p), nil
}

func repeated(begin, text string, size int64) io.Reader {
	return io.MultiReader(strings.NewReader(begin), io.LimitReader(&again{text: text}, size))
}

const sheetBegins = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

// TestHostile: each file is refused with a sentence of its own, and costs little memory.
func TestHostile(t *testing.T) {
	const table, list, styles = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
	part := func(name string, r io.Reader) []byte {
		return workbook(t, []any{"navn"}, map[string]io.Reader{name: r})
	}
	limits := Ordinary
	limits.Unpacked = 8 << 20 // so that the test does not unpack a gigabyte
	for name, c := range map[string]struct {
		content []byte
		want    text.Text
	}{
		"empty":            {nil, errEmpty},
		"blank":            {[]byte("\ufeff\r\n \r\n;;\r\n"), errEmpty},
		"an old book":      {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), errOld},
		"a page":           {[]byte("\n<!DOCTYPE html><table>"), errWeb},
		"a picture":        {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), errBinary},
		"half a book":      {workbook(t, []any{"navn"}, nil)[:2000], errDamaged},
		"another archive":  {zipOf(t, "word/document.xml"), errNoBook},
		"no text":          {part(table, strings.NewReader("not xml")), errEmpty},
		"a bomb":           {part(table, repeated(sheetBegins, "<row><c><v>1</v></c></row>", 10<<20)), errBomb},
		"a bomb beside":    {part(styles, repeated("", " ", 10<<20)), errBomb},
		"depth":            {part(table, repeated(sheetBegins, "<a>", 1<<20)), errBomb},
		"a cell of 10 MB":  {part(table, repeated(sheetBegins+"<row><c t=\"inlineStr\"><is><t>", "x", 10<<20)), errBomb},
		"many texts":       {part(list, repeated("<sst>", "<x:si/>", 9<<20)), errBomb},
		"16,384 columns":   {[]byte("navn" + strings.Repeat(";a", 16_383) + "\n"), errColumns},
		"wide book":        {workbook(t, wide(16_384), nil), errColumns},
		"10 MB in CSV":     {[]byte("navn;by\n\"" + strings.Repeat("x", 10<<20)), errLongRow},
		"no header":        {[]byte(strings.Repeat("x", 1000) + "\n"), errHeader},
		"a number of bits": {[]byte("a;b\n\x00\x01"), errBinary},
	} {
		before := heap()
		err := through(t, c.content, limits)
		var shown *crm.Error
		if !errors.As(err, &shown) || shown.Text != c.want {
			t.Errorf("%s: %v", name, err)
		}
		if grown := int64(heap()-before) >> 20; grown > 100 {
			t.Errorf("%s: %d MB were taken from the system", name, grown)
		}
	}
	if err := through(t, make([]byte, 2000), Limits{Bytes: 1000}); !crm.IsKind(err, crm.Invalid) {
		t.Error("a large file:", err)
	}
}

// heap is what the program has taken from the system.
func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapSys
}

func wide(n int) []any {
	cells := make([]any, n)
	for i := range cells {
		cells[i] = "x"
	}
	return cells
}

func zipOf(t *testing.T, name string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	_, err := w.Create(name)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// through reads a file to its end.
func through(t *testing.T, content []byte, limits Limits) error {
	r, err := Open(file(t, content), limits)
	for err == nil {
		if _, err = r.Next(); err != nil {
			r.Close()
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// TestBroken: a row that cannot be used is given as such, and the next is read.
func TestBroken(t *testing.T) {
	r, err := Open(file(t, []byte("navn;by\nA;B;C\n"+strings.Repeat("x", 40_000)+";\n\nD;E;;\n")), Ordinary)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, want := range []struct {
		why   text.Text
		cells int
	}{{whyMoreCells, 3}, {whyLongCell, 2}, {text.Text{}, 2}} {
		row, err := r.Next()
		if err != nil || row.Broken != want.why || len(row.Cells) != want.cells {
			t.Error(row.Number, row.Broken, len(row.Cells), err)
		}
	}
}

// TestFormulas: the value that the last program calculated counts, and no formula is ever one.
func TestFormulas(t *testing.T) {
	sheet := sheetBegins + `<row r="1"><c r="A1" t="inlineStr"><is><t>navn</t></is></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>` +
		`<row r="3"><c r="A3"><f>WEBSERVICE("http://x")</f></c></row></sheetData></worksheet>`
	_, rows := all(t, workbook(t, []any{"navn"}, map[string]io.Reader{"xl/worksheets/sheet1.xml": strings.NewReader(sheet)}))
	if len(rows) != 1 || rows[0][0] != "2" {
		t.Error(rows)
	}
}

// TestEncodings: the same table in all encodings, with all separators.
func TestEncodings(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("navn\tby\nKøge Kran\tÅrhus\n")
	if err != nil {
		t.Fatal(err)
	}
	for content, encoding := range map[string]string{
		"navn;by\nKøge Kran;Århus\n":                               "UTF-8",
		"\ufeffnavn,by\r\n\"Køge Kran\",Århus\r\n":                 "UTF-8",
		"sep=|\r\nnavn|by\r\nKøge Kran|Århus\r\n":                  "UTF-8",
		"navn;by\nK\xf8ge Kran;\xc5rhus\n":                         "Windows-1252",
		utf16:                                                      "UTF-16",
		"\"navn\",\"by\"\n\"Køge Kran\",\"Århus\"":                 "UTF-8",
		"navn;by\n\n\nKøge Kran;Århus":                             "UTF-8",
		strings.Repeat(" ", 65_529) + "\nnavn;by\nKøge Kran;Århus": "UTF-8", // a character lies across two reads
	} {
		r, rows := all(t, []byte(content))
		if len(rows) != 1 || strings.Join(rows[0], "|") != "Køge Kran|Århus" || r.Encoding != encoding {
			t.Errorf("%.40q: %q, %s", content, rows, r.Encoding)
		}
	}
}
