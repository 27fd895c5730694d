package register_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/store"
	"samspil/store/storetest"
)

const header = "cvr;navn;virksomhedsform;kommunekode;branchekode;antal_ansatte;status;reklamebeskyttet\r\n"

// importer imports files into a fresh store.
type importer struct {
	*testing.T
	st  *store.Store
	dir string
	o   register.ImportOptions
	why []string
}

func newImporter(t *testing.T) *importer {
	st, _ := storetest.SQLite(t)
	im := &importer{T: t, st: st, dir: t.TempDir()}
	im.o = register.ImportOptions{Now: time.Now, Refused: func(f register.Refusal) {
		im.why = append(im.why, fmt.Sprint(f.Line, " ", f.CVR, " ", f.Why))
	}}
	return im
}

func (im *importer) write(name, content string) string {
	im.Helper()
	file := filepath.Join(im.dir, name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		im.Fatal(err)
	}
	return file
}

func (im *importer) read(content string) (register.ImportProgress, error) {
	im.Helper()
	im.why = nil
	return register.ImportFile(im.Context(), im.st, im.write("r", content), im.o)
}

// counts imports a file that must be taken, and gives "new changed unchanged ended refused".
func (im *importer) counts(content string) string {
	im.Helper()
	p, err := im.read(content)
	if err != nil {
		im.Fatal(err)
	}
	return fmt.Sprint(p.Counts.Added, p.Counts.Changed, p.Counts.Unchanged, p.Counts.Ended, p.Refused)
}

func (im *importer) company(cvr string) crm.Company {
	im.Helper()
	co, err := im.st.CompanyByCVR(im.Context(), cvr)
	if err != nil {
		im.Fatal(err)
	}
	co.ID = 0
	return co
}

func (im *importer) same(got, want any) {
	im.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		im.Errorf("(-want +got):\n%s", diff)
	}
}

func TestImportCSV(t *testing.T) {
	im := newImporter(t)
	utf8 := header +
		"99000007;\"Købmand \"\"Ærø\"\"; I/S\";I/S;0360;11110;20;NORMAL;1\r\n" +
		"\r\n" +
		"99001941;  Bygma \t 311299-0000 ;APS;000;;;OPLØST EFTER FUSION;0\r\n" +
		"99002913;\"To\r\nlinjer\";F.M.B.A.;360;236100;ANTAL_50_99;UNDER KONKURS;0\n" +
		"99004851;Enk\"elt;ENK;411;236100;-3;UNDER FRIVILLIG LIKVIDATION;ja"
	im.same(im.counts(utf8), "4 0 0 0 0")
	im.same(im.company("99000007"), crm.Company{CVR: "99000007", Name: `Købmand "Ærø"; I/S`, Key: register.Fold(`Købmand "Ærø"; I/S`), Form: "I/S", Municipality: "360", Place: "Lolland", Industry: "011110", Employees: 20, Status: crm.CompanyActive, AdProtected: true})
	im.same(im.company("99001941"), crm.Company{CVR: "99001941", Name: "Bygma [CPR]", Key: register.Fold("Bygma [CPR]"), Form: "ApS", Employees: -1, Status: crm.CompanyEnded})
	im.same(im.company("99002913"), crm.Company{CVR: "99002913", Name: "To linjer", Key: "to linjer", Form: "F.m.b.a.", Municipality: "360", Place: "Lolland", Industry: "236100", Employees: 50, Status: crm.CompanyBankruptcy})
	im.same(im.company("99004851").Name, `Enk"elt`)
	im.same(im.counts(utf8), "0 0 4 0 0")

	// The same in Windows-1252, with other columns in another order, changes nothing.
	im.same(im.counts(header+"99000007;\"K\xf8bmand \"\"\xc6r\xf8\"\"; I/S\";I/S;360;011110;20;NORMAL;1\n"), "0 0 1 0 0")
	im.same(im.counts("\ufeffnavn;x;CVR;status; kommunekode;branchekode;virksomhedsform;reklamebeskyttet;antal_ansatte;by\nTo linjer;;99002913;UNDER KONKURS;360;236100;152;0;50;Rødby\n"), "0 0 1 0 0")
}

func TestImportRefusesLines(t *testing.T) {
	im := newImporter(t)
	content := "\ufeff" + header +
		"99000007;Godt A/S;A/S;360;236100;1;NORMAL;0\n" + // 2
		"x;Navn;A/S;360;236100;1;NORMAL;0\n" +
		"99000008;Navn;A/S;360;236100;1;NORMAL;0\n" +
		"99001941;  ;A/S;360;236100;1;NORMAL;0\n" + // 5
		"99001941;311299-0000;A/S;360;236100;1;SOVER;0\n" +
		"99001941;Navn;A/S;360;236100;1;NORMAL;9\n" +
		"99001941;Navn;A/S;360\n" +
		"99001941;K\xf8ge;A/S;360;236100;1;NORMAL;0\n" +
		"99001941;\"Uden slut;A/S;360;236100;1;NORMAL;0\n" + // 10
		"99001941;" + strings.Repeat("lang ", 50_000) + ";A/S;360;236100;1;NORMAL;0\n" +
		"99002913;Også godt A/S;A/S;360;236100;1;NORMAL;0\n"
	im.same(im.counts(content), "2 0 0 0 9")
	im.same(im.why, []string{
		"3  not a CVR number", "4  the CVR number's check digit does not fit", "5 99001941 no name", "6 99001941 unknown status",
		"7 99001941 reklamebeskyttet is neither 0 nor 1", "8  4 columns instead of 8", "9 99001941 characters that are not UTF-8",
		"10  a quotation mark is missing", "11  the line is too long"})
}

func zipped(content string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(content))
	w.Close()
	return b.String()
}

// many is a register of n companies with real check digits.
func many(n int, change func(i int, cvr string) string) string {
	var b strings.Builder
	b.WriteString(header)
	for i, cvr := 0, 70_000_000; i < n; cvr++ {
		if s := fmt.Sprint(cvr); register.CheckDigit(s) {
			b.WriteString(change(i, s))
			i++
		}
	}
	return b.String()
}

func firm(i int, cvr string) string {
	return fmt.Sprintf("%s;Firma %d;APS;360;236100;%d;NORMAL;0\n", cvr, i, i)
}

func TestImportOfNonsenseChangesNothing(t *testing.T) {
	im := newImporter(t)
	im.same(im.counts(many(10, firm)), "10 0 0 0 0")
	before, err := im.st.RegisterState(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	whole := zipped(many(5000, firm))
	im.o.Replace = true
	for content, says := range map[string]string{
		"": "is empty", "\r\n \n": "is empty", header: "is empty", zipped(""): "is empty",
		"<!DOCTYPE html><html>": "a web page", zipped(" <html>"): "a web page",
		"cvr;navn\n99000007;A\n":                   "lacks the columns virksomhedsform, kommunekode, branchekode, antal_ansatte, status, reklamebeskyttet",
		"Hej\nmed\ndig\n":                          "lacks the columns",
		"PK\x03\x04abc":                            "neither text nor gzip",
		"\xff\xfec\x00v\x00r\x00":                  "UTF-16",
		whole[:len(whole)/2]:                       "not whole",
		"\x1f\x8b":                                 "not whole",
		whole[:200] + "xxxxxxxxxxxx" + whole[212:]: "damaged",
		many(7, firm):                              "only 7 lines",
	} {
		if _, err := im.read(content); !crm.IsKind(err, crm.Invalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%.20q: %v", content, err)
		}
	}
	after, err := im.st.RegisterState(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	im.same(after, before)
	if _, err := register.ImportFile(t.Context(), im.st, im.dir+"/none", im.o); !crm.IsKind(err, crm.Invalid) {
		t.Error(err)
	}
}

func TestImportReplaces(t *testing.T) {
	im := newImporter(t)
	w := storetest.Fill(t, im.st) // two more companies, one of them ended already
	k, err := im.st.LogContact(t.Context(), storetest.Entry(w.Anna), w.Contact(), []crm.FollowUp{{Due: w.Contact().Date, Text: "ring"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := im.st.AddCompany(t.Context(), storetest.Entry(w.Anna), crm.Company{CVR: "98000003", Name: "Skrevet", Key: "skrevet"}); err != nil {
		t.Fatal(err)
	}
	im.same(im.counts(many(10, firm)), "10 0 0 0 0")
	im.o.Replace = true
	im.same(im.counts(zipped(many(9, firm))), "0 0 9 2 0")
	if got := im.company(w.Crane.CVR); got.Status != crm.CompanyEnded || len(got.Sites) != 2 {
		t.Errorf("%+v", got)
	}
	if got := im.company("98000003"); got.Status != crm.CompanyActive {
		t.Error("a company that a person wrote has ended with the register")
	}
	if _, err := im.st.Contact(t.Context(), k.ID); err != nil {
		t.Error(err)
	}
	im.same(im.counts(many(10, firm)), "0 1 9 0 0") // it is back
	// Nine lines, but most of them of no use: what they were about has not ended.
	_, err = im.read(many(9, func(i int, cvr string) string { return firm(i, fmt.Sprint(cvr, strings.Repeat("x", i/5))) }))
	if !crm.IsKind(err, crm.Invalid) || !strings.Contains(err.Error(), "5 of the register's 10 companies") {
		t.Error(err)
	}
	// A company of which the line cannot be used is there all the same.
	im.same(im.counts(many(10, func(i int, cvr string) string { return strings.Replace(firm(i, cvr), "NORMAL", "SOVER", i/9) })), "0 0 9 0 1")
	im.o.Force = true
	im.same(im.counts(many(5, firm)), "0 0 5 5 0")
}

// An import that is broken off goes on where it was, and what the file had before counts in a replacement.
func TestImportGoesOn(t *testing.T) {
	im := newImporter(t)
	im.o.Replace = true
	ctx, cancel := context.WithCancel(t.Context())
	im.o.Progress = func(p register.ImportProgress) {
		if p.Read >= 8000 {
			cancel()
		}
	}
	file := im.write("r", zipped(many(20_000, func(i int, cvr string) string {
		if i%1000 == 1 {
			cvr = "12345678"
		}
		return firm(i, cvr)
	})))
	_, err := register.ImportFile(ctx, im.st, file, im.o)
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	im.o.Progress, im.why = nil, nil
	p, err := register.ImportFile(t.Context(), im.st, file, im.o)
	if err != nil {
		t.Fatal(err)
	}
	if p.Resumed < 8000 || p.Resumed >= 20_000 {
		t.Errorf("went on after %d", p.Resumed)
	}
	im.same(p.Counts, crm.ImportCounts{Added: 19_980})
	im.same([]any{p.Read, p.Refused, len(im.why)}, []any{int64(20_000), int64(20), 20})
}

// Two imports at once: one works, the other says so.
func TestImportOneAtATime(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the other import, twelve seconds")
	}
	im := newImporter(t)
	file, other := im.write("a", many(5000, firm)), im.write("b", many(10, firm))
	inside, outside := make(chan struct{}), make(chan struct{})
	o := im.o
	o.Progress = func(register.ImportProgress) {
		if inside != nil {
			close(inside)
			inside = nil
			<-outside
		}
	}
	ended, begun := make(chan error), inside
	go func() {
		_, err := register.ImportFile(t.Context(), im.st, file, o)
		ended <- err
	}()
	<-begun
	if _, err := register.ImportFile(t.Context(), im.st, other, im.o); !crm.IsKind(err, crm.Conflict) {
		t.Error(err)
	}
	close(outside)
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
