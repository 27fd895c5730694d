package register

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"samspil/internal/privacy"
)

// FuzzCSV reads any text as a register: it ends, each company can be stored, and none has a CPR number in its name.
func FuzzCSV(f *testing.F) {
	head := strings.Join(Columns, ";") + "\n"
	for _, s := range []string{"99000007;Navn;A/S;360;236100;1;NORMAL;0\n", "99000007;\"a\nb\"\"c\";;;;;;1", "99000007;\"\n\n\n;\n\"", "x;K\xf8ge 311299-0000;;;;;;0", "\"\";;;;;;;\r\n\"", "99000007;&#49;311299-000&#48;;;;;;0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		c, err := newCSV(strings.NewReader(head + body))
		if err != nil {
			t.Fatal(err)
		}
		for n := 0; ; n++ {
			r, err := c.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil || n > len(body)+1 {
				t.Fatalf("after %d records: %v", n, err)
			}
			if r.why != nil {
				continue
			}
			co := r.company
			if !CheckDigit(co.CVR) || co.Key == "" || Fold(co.Name) != co.Key || !utf8.ValidString(co.Name+co.Place+co.Form) || co.Employees < -1 || co.Status == "" {
				t.Errorf("%+v", co)
			}
			if _, n := privacy.Mask(co.Name); n > 0 {
				t.Errorf("%q", co.Name)
			}
		}
	})
}

// FuzzVirkDocument reads any document: a company that comes of it can be stored.
func FuzzVirkDocument(f *testing.F) {
	for _, s := range []string{`{"Vrvirksomhed":{"cvrNummer":99000007,"virksomhedMetadata":{"nyesteNavn":{"navn":"A"}},"livsforloeb":[{"periode":{"gyldigTil":"x"}}]}}`,
		`{"_source":{"VrproduktionsEnhed":{"pNummer":"1013999999","virksomhedsrelation":[{"cvrNummer":"99000007"}]}}}`, `{"Vrvirksomhed":{"cvrNummer":1e7}}`, `null`, `[]`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		co, why := companyOf([]byte(doc))
		if why != nil {
			return
		}
		if len(co.CVR) != 8 || strings.Trim(co.CVR, "0123456789") != "" || co.Name == "" && len(co.Sites) != 1 || co.Name != "" && (co.Key == "" || co.Status == "") {
			t.Errorf("%s: %+v", doc, co)
		}
		for _, si := range co.Sites {
			if !ValidPNumber(si.PNumber) {
				t.Errorf("%s: %+v", doc, si)
			}
		}
		for _, n := range co.Also {
			if n.Name == "" || n.Key == "" {
				t.Errorf("%s: %+v", doc, n)
			}
		}
	})
}
