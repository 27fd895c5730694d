package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/text"
)

func TestReadSheet(t *testing.T) {
	for name, c := range map[string]struct{ content, format string }{
		"tabs":               {"navn\tby\nKøge Kran\tKøge\n", "tsv"},
		"a mark":             {"\ufeffnavn;by\r\nKøge Kran;Køge\r\n", "csv"},
		"commas":             {"navn,by\n\"Køge Kran\",Køge\n", "csv"},
		"Windows-1252":       {"navn;by\nK\xf8ge Kran;K\xf8ge\n", "csv"},
		"capitals and words": {"Virksomhed ;Sted\nKøge Kran;Køge\n", "csv"},
	} {
		s, err := readSheet(strings.NewReader(c.content), c.format)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		query, evidence := s.ask(0)
		if query != "Køge Kran" || evidence.Place != "Køge" || len(s.rows) != 1 {
			t.Errorf("%s: %q, %q, %d rows", name, query, evidence.Place, len(s.rows))
		}
	}
	for name, c := range map[string]struct{ content, format string }{
		"empty": {"", "tsv"}, "no column": {"a\tb\n1\t2\n", "tsv"}, "no workbook": {"navn", "xlsx"}, "too short a row": {"a;b\n", "csv"},
	} {
		if _, err := readSheet(strings.NewReader(c.content), c.format); err == nil {
			t.Errorf("%s: it is read", name)
		}
	}
}

func TestWorkbookThereAndBack(t *testing.T) {
	var in, out bytes.Buffer
	if err := writeWorkbook(&in, [][]string{{"nr", "navn"}, {"1", "Køge Kran"}, {"2"}}); err != nil {
		t.Fatal(err)
	}
	s, err := readSheet(&in, "xlsx")
	if err != nil {
		t.Fatal(err)
	}
	w := &matchSheet{out: &out, in: s, lang: text.Danish}
	found := []register.Candidate{{Company: crm.Company{CVR: "99000007", Name: "=Køge Kran ApS"}, Score: 0.98, Verdict: register.Same}}
	for i, list := range [][]register.Candidate{found, nil} {
		if err := w.add(i, "", list); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.close(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"nr", "navn", "match_cvr", "match_navn", "match_score", "match_svar", "match_andre"},
		{"1", "Køge Kran", "99000007", "'=Køge Kran ApS", "0.980", "same"}, {"2", "", "", "", "", "none"}}
	for i := range rows { // trailing empty cells are not kept
		for len(rows[i]) > 0 && rows[i][len(rows[i])-1] == "" {
			rows[i] = rows[i][:len(rows[i])-1]
		}
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{"": "", "Køge": "Køge", "=1+1": "'=1+1", "+45 12 34 56 78": "'+45 12 34 56 78", "-5,5": "-5,5", "-x": "'-x",
		"@sum": "'@sum", "\tx": "'\tx", "+12": "+12"} {
		if got := harmless(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNamesFile(t *testing.T) {
	for in, want := range map[string]string{"file:samspil.db": "samspil.db.names", "file:/var/lib/a%20b.db?_cache=1": "/var/lib/a b.db.names",
		"file:///var/x.db": "/var/x.db.names", "postgres://u:p@h/d": "", "": ""} {
		if got := namesFile(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
