package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samspil/internal/document"
	"samspil/internal/document/documenttest"
)

// cache is kept between runs of the tests: preparing PDFium takes seconds.
func cache(t testing.TB) string {
	t.Helper()
	folder := filepath.Join(os.TempDir(), "samspil-test-pdf")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	return folder
}

func read(t testing.TB, content []byte) (document.Document, error) {
	t.Helper()
	return document.Extract(context.Background(), content, document.DefaultLimits, Reader(cache(t)))
}

func refusal(t *testing.T, content []byte) document.Refusal {
	t.Helper()
	_, err := read(t, content)
	r, ok := errors.AsType[*document.Refused](err)
	if !ok {
		t.Fatalf("%v is no refusal", err)
	}
	return r.Why
}

func TestPages(t *testing.T) {
	p := documenttest.NewPDF()
	p.Title = "Ansøgning"
	for i, place := range []string{"Lolland-", "Guldborgsund-", "Slagelse-"} {
		p.Page(documenttest.Lines("Fyrtårn Femern", "Om "+place[:4], "Støtte til virksom-", "heder i "+place, "Falster. Job- og", "uddannelse, EU-", "midler, cpr 121290-1234.",
			"Ansøgt beløb: 4.200.000 kr. – æøå", "Slut på "+place[:4], fmt.Sprintf("Side %d af 3", i+1)))
	}
	d, err := read(t, p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if d.Kind != document.PDF || d.Title != "Ansøgning" || len(d.Pages) != 3 || d.Masked != 3 || len(d.Warnings) > 0 {
		t.Errorf("%+v", d)
	}
	want := "Om Guld Støtte til virksomheder i Guldborgsund-Falster. Job- og uddannelse, EU-midler, cpr [CPR]. Ansøgt beløb: 4.200.000 kr. – æøå Slut på Guld"
	if got := strings.Join(strings.Fields(d.Pages[1].Text), " "); got != want {
		t.Errorf("page 2 is %q", d.Pages[1].Text)
	}
	if d.Pages[1].Number != 2 || !strings.HasPrefix(d.Pages[0].Text, "Fyrtårn Femern\n") {
		t.Errorf("page 1 is %q", d.Pages[0].Text)
	}
}

func TestHidden(t *testing.T) {
	at := documenttest.At
	dark := "q 0 0 0.5 rg 50 190 300 30 re f Q\n"
	group := func(p *documenttest.PDF, content string) string {
		return "/XObject<</G " + reference(p.Add(documenttest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 3 0 R>>>>", content))) + ">>"
	}
	for _, c := range []struct {
		name, content string
		grouped       string
		hidden        bool
	}{
		{"plain", at(60, 200, 11, "", "Xyz 99"), "", false},
		{"white", at(60, 200, 11, "1 g", "Xyz 99"), "", true},
		{"white on dark", dark + at(60, 200, 11, "1 g", "Xyz 99"), "", false},
		{"white under dark", at(60, 200, 11, "1 g", "Xyz 99") + dark, "", true},
		{"white on white", "q 1 g 50 190 300 30 re f Q\n" + at(60, 200, 11, "1 1 1 rg", "Xyz 99"), "", true},
		{"white on a thick line", "q 0 0 0.5 RG 30 w 50 204 m 300 204 l S Q\n" + at(60, 200, 11, "1 g", "Xyz 99"), "", false},
		{"white in a box", "q 0 0 0.5 RG 50 190 300 30 re S Q\n" + at(60, 200, 11, "1 g", "Xyz 99"), "", true},
		{"white on a picture", documenttest.Picture + at(60, 200, 11, "1 g", "Xyz 99"), "", false},
		{"grey", at(60, 200, 11, "0.7 g", "Xyz 99"), "", false},
		{"invisible", at(60, 200, 11, "3 Tr", "Xyz 99"), "", true},
		{"tiny", at(60, 200, 0.8, "", "Xyz 99"), "", true},
		{"tiny by its matrix", "q 0.05 0 0 0.05 60 200 cm " + at(0, 0, 11, "", "Xyz 99") + "Q\n", "", true},
		{"large by its matrix", "q 12 0 0 12 60 200 cm " + at(0, 0, 1, "", "Xyz 99") + "Q\n", "", false},
		{"small print", at(60, 200, 5, "", "Xyz 99"), "", false},
		{"beside the page", at(700, 200, 11, "", "Xyz 99"), "", true},
		{"in a group", "/G Do\n", at(60, 200, 11, "1 g", "Xyz 99"), true},
		{"seen in a group", "/G Do\n", at(60, 200, 11, "", "Xyz 99"), false},
		{"a small group", "q 0.05 0 0 0.05 60 200 cm /G Do Q\n", at(60, 200, 11, "", "Xyz 99"), true},
		{"white in a group on dark", dark + "/G Do\n", at(60, 200, 11, "1 g", "Xyz 99"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := documenttest.NewPDF()
			content := documenttest.Lines("Synlig tekst på siden, så den er mere end et billede uden indhold", "og en linje til") + c.content
			further := ""
			if c.grouped != "" {
				further = "/Resources<</Font<</F1 3 0 R>>" + group(p, c.grouped) + ">>"
			}
			d, err := read(t, p.Page(content, further).Bytes())
			if err != nil {
				t.Fatal(err)
			}
			if got := !strings.Contains(d.Pages[0].Text, "Xyz 99"); got != c.hidden {
				t.Errorf("left out: %t; text %q", got, d.Pages[0].Text)
			}
			if got := len(d.Warnings) == 1 && d.Warnings[0].Concern == document.Hidden && d.Warnings[0].Passage == "Xyz 99"; got != c.hidden {
				t.Errorf("warnings %+v", d.Warnings)
			}
			if !strings.HasPrefix(d.Pages[0].Text, "Synlig tekst") {
				t.Errorf("text %q", d.Pages[0].Text)
			}
		})
	}
}
