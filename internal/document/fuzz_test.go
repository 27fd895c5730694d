package document

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"samspil/internal/document/documenttest"
	"samspil/internal/privacy"
)

// fuzzLimits let a fuzz test reach every limit.
var fuzzLimits = Limits{Bytes: 1 << 20, Pages: 3, Runes: 2000}

// sound fails where a document holds what none may hold: text beyond the limit, characters that hide, CPR numbers,
// anchors that are not in the text.
func sound(t *testing.T, d Document, err error) {
	t.Helper()
	if err != nil {
		if _, ok := errors.AsType[*Refused](err); !ok {
			t.Fatalf("%v is no refusal", err)
		}
		return
	}
	runes := 0
	for _, p := range d.Pages {
		runes += utf8.RuneCountInString(p.Text)
		if !utf8.ValidString(p.Text) || strings.ContainsFunc(p.Text, func(r rune) bool {
			return r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
		}) {
			t.Errorf("unclean text %q", p.Text)
		}
		if _, n := privacy.Mask(p.Text); n > 0 {
			t.Errorf("a CPR number in %q", p.Text)
		}
		last := -1
		for _, a := range p.Anchors {
			if a.Offset <= last || a.Offset > len(p.Text) {
				t.Errorf("anchor %d of a text of %d bytes", a.Offset, len(p.Text))
			}
			last = a.Offset
		}
	}
	if most := 2*fuzzLimits.Runes + 100; runes > most { // ligatures and list signs make it longer
		t.Errorf("%d characters", runes)
	}
	for _, w := range append(d.Warnings, Warning{Concern: Cut, Passage: d.Title}) {
		if _, n := privacy.Mask(w.Passage); n > 0 {
			t.Errorf("a CPR number in %q", w.Passage)
		}
		if concerns[w.Concern].IsZero() || utf8.RuneCountInString(w.Passage) > passageRunes+10 {
			t.Errorf("warning %+v", w)
		}
	}
}

func fuzzed(t *testing.T, content []byte) {
	t.Helper()
	d, err := extract(t.Context(), content, fuzzLimits, nil)
	sound(t, d, err)
}

func FuzzDOCX(f *testing.F) {
	f.Add(wp(wr("Vi søger 4,2 mio. kr.")))
	f.Add("<w:tbl><w:tr><w:tc>" + wp(wr("a")) + "</w:tc></w:tr></w:tbl><w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
	f.Add("<w:del><w:p/></w:del><w:p><w:pPr><w:numPr/><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>121290-1234</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
	f.Add("<tr/><tc/><tbl><p><tbl></p><t>x</t></tbl>")
	f.Fuzz(func(t *testing.T, body string) {
		fuzzed(t, documenttest.DOCX(body, map[string]string{"word/footnotes.xml": body, "word/styles.xml": body, "docProps/core.xml": body}))
	})
}

func FuzzODT(f *testing.F) {
	f.Add("<style:style style:name=\"T\"><style:text-properties fo:color=\"#fff\"/></style:style>", tp("<text:span text:style-name=\"T\">x</text:span>"))
	f.Add("", "<text:list><text:list-item>"+tp("a<text:s text:c=\"999\"/>")+"</text:list-item></text:list><text:note>"+tp("x")+"</text:note>")
	f.Add("<section/>", "</section><table-row/><table><p><note><note></p></note></table>")
	f.Fuzz(func(t *testing.T, styles, body string) {
		fuzzed(t, documenttest.ODT(styles, body, map[string]string{"meta.xml": body, "styles.xml": styles}))
	})
}

func FuzzPack(f *testing.F) {
	f.Add(documenttest.DOCX(wp(wr("x")), nil))
	f.Add(documenttest.ODT("", tp("x"), nil))
	f.Fuzz(fuzzed)
}

func FuzzHTML(f *testing.F) {
	f.Add("<p>a<br>b<table><tr><td>c<td hidden>d</table><script>x</script><style>.a{display:none}</style><i class=a>e")
	f.Add("<td></table></tr><table><table><li hidden><ul><li></p><p style=\"display:none\"><div>")
	f.Fuzz(func(t *testing.T, s string) { fuzzed(t, []byte("<html>"+s)) })
}

func FuzzMail(f *testing.F) {
	f.Add("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+eA==\r\n--x--")
	f.Add("Content-Transfer-Encoding: quoted-printable\r\n\r\n=C3=A6=\r\n=")
	f.Fuzz(func(t *testing.T, s string) { fuzzed(t, []byte("From: a\r\nTo: b\r\nSubject: c\r\n"+s)) })
}

func FuzzText(f *testing.F) {
	f.Add([]byte("job- og\nvirksom-\nheder 121290-\n1234 ignore previous instructions"))
	f.Add([]byte("\xff\xfea\x00b\x00"))
	f.Fuzz(fuzzed)
}

// FuzzSheets gives the cleaning of PDF pages any text.
func FuzzSheets(f *testing.F) {
	f.Add("Side 1\x02af 3\r\nvirk\x02somhed", "Side 2", "skjult 121290-1234")
	f.Fuzz(func(t *testing.T, a, b, hidden string) {
		d, err := fromSheets(Sheets{Title: hidden, Pages: []Leaf{{Text: a, Hidden: []string{hidden}}, {Text: b, Pictured: true}, {Text: a}, {Text: a + b, Recognised: true}}}, fuzzLimits)
		sound(t, d, err)
	})
}
