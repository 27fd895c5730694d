package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samspil/internal/document"
	"samspil/internal/document/documenttest"
)

func reference(number int) string { return fmt.Sprintf("%d 0 R", number) }

const line = "Projektet ansøger om 4,2 mio. kr. til opkvalificering af ledige i regionen."

func one() *documenttest.PDF { return documenttest.NewPDF().Page(documenttest.Lines(line)) }

func TestRefusals(t *testing.T) {
	scan := documenttest.NewPDF().Page(documenttest.Picture + documenttest.At(280, 20, 9, "", "Side 1")).Page(documenttest.Picture)
	many := documenttest.NewPDF()
	for range 10_000 {
		many.Page("")
	}
	loop := one()
	loop.SetObject(2, "<</Type/Pages/Kids[2 0 R]/Count 1>>")
	lie := one()
	lie.SetObject(2, "<</Type/Pages/Kids[]/Count 2000000000>>")
	whole := one().Bytes()
	for _, c := range []struct {
		name    string
		content []byte
		want    document.Refusal
	}{
		{"a scan", scan.Bytes(), document.Scanned},
		{"nothing on it", documenttest.NewPDF().Page("").Bytes(), document.NoText},
		{"a password", one().Encrypt("hemmelig", "ejer").Bytes(), document.Password},
		{"10,000 pages", many.Bytes(), document.TooLong},
		{"cut off", whole[:200], document.Corrupt},
		{"only a mark", []byte("%PDF-1.7\n"), document.Corrupt},
		{"pages of pages", loop.Bytes(), document.NoText},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := refusal(t, c.content); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	t.Run("a lie about pages", func(t *testing.T) { // what counts is that it ends, with a sentence
		if got := refusal(t, lie.Bytes()); got != document.TooLong && got != document.Corrupt {
			t.Errorf("%s", got)
		}
	})
}

// TestOpens: files that are odd and can be read all the same.
func TestOpens(t *testing.T) {
	self := one()
	form := self.Add("")
	self.SetObject(form, documenttest.Stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</G %d 0 R>>>>", form), "/G Do"))
	self.Page(documenttest.Lines(line)+"/G Do\n", fmt.Sprintf("/Resources<</Font<</F1 3 0 R>>/XObject<</G %d 0 R>>>>", form))
	prev := one()
	prev.Trailer = "/Prev 9"
	for name, content := range map[string][]byte{
		"a group within itself": self.Bytes(), "an older table that is none": prev.Bytes(), "no table": []byte(strings.Replace(string(one().Bytes()), "xref\n0", "xxxx\n0", 1)),
		"an owner's password":     one().Encrypt("", "ejer").Bytes(),
		"something before it":     append([]byte("\n\n"), one().Bytes()...),
		"something else after it": append(one().Bytes(), []byte("<html>\x00PK\x03\x04")...),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, content)
			if err != nil || !strings.Contains(d.Pages[len(d.Pages)-1].Text, line) {
				t.Errorf("%+v, %v", d, err)
			}
		})
	}
}

func TestForm(t *testing.T) {
	p := documenttest.NewPDF()
	shown := p.Add(documenttest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F1 3 0 R>>>>", documenttest.At(2, 5, 11, "", "985.500 kr.")))
	field := p.Add(fmt.Sprintf("<</Type/Annot/Subtype/Widget/FT/Tx/T(belob)/V(985.500 kr.)/F 4/Rect[200 600 500 620]/AP<</N %d 0 R>>>>", shown))
	d, err := read(t, p.Page(documenttest.Lines("Ansøgt beløb i kroner, som det fremgår af budgettet nedenfor:"), fmt.Sprintf("/Annots[%d 0 R]", field)).Bytes())
	if err != nil || !strings.Contains(d.Pages[0].Text, "985.500 kr.") {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestAttachment(t *testing.T) {
	p := one()
	file := p.Add(documenttest.Stream("/Type/EmbeddedFile", "hemmelig"))
	spec := p.Add(fmt.Sprintf("<</Type/Filespec/F(budget.xlsx)/UF(budget.xlsx)/EF<</F %d 0 R>>>>", file))
	p.Catalog = fmt.Sprintf("/Names<</EmbeddedFiles<</Names[(budget.xlsx) %d 0 R]>>>>", spec)
	d, err := read(t, p.Bytes())
	want := []document.Warning{{Concern: document.Attachment, Passage: "budget.xlsx"}}
	if err != nil || fmt.Sprint(d.Warnings) != fmt.Sprint(want) || strings.Contains(d.Pages[0].Text, "hemmelig") {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestPictures(t *testing.T) {
	p := documenttest.NewPDF().Page(documenttest.Lines(line)).Page(documenttest.Picture).Page(documenttest.Picture + documenttest.At(60, 700, 11, "3 Tr", line))
	d, err := read(t, p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.Pages[2].Text, line) {
		t.Errorf("text read off a scan is lost: %q", d.Pages[2].Text)
	}
	want := []document.Warning{{Concern: document.Picture, Pages: []int{2}}, {Concern: document.Recognised, Pages: []int{3}}}
	if fmt.Sprint(d.Warnings) != fmt.Sprint(want) {
		t.Errorf("%+v", d.Warnings)
	}
}

// TestCache: a prepared reader that was damaged on the disk is not run.
func TestCache(t *testing.T) {
	if testing.Short() {
		t.Skip("prepares PDFium")
	}
	if err := Warm(t.Context(), cache(t)); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(cache(t))); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(folder + "/*/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("nothing was kept: %v", err)
	}
	for _, file := range files {
		if err := os.Truncate(file, 5000); err != nil {
			t.Fatal(err)
		}
	}
	sheets, err := Reader(folder)(t.Context(), one().Bytes(), document.DefaultLimits)
	if err != nil || !strings.Contains(sheets.Pages[0].Text, line) {
		t.Errorf("%+v, %v", sheets, err)
	}
}
