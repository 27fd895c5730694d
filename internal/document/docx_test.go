package document

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/document/documenttest"
)

// extracted is the text of a file without PDF.
func extracted(t *testing.T, content []byte) Document {
	t.Helper()
	d, err := Extract(context.Background(), content, DefaultLimits, nil)
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
	return d
}

// refusal is why a file is refused; "" when it is read.
func refusal(t *testing.T, content []byte, limits Limits) Refusal {
	t.Helper()
	_, err := Extract(context.Background(), content, limits, nil)
	if err == nil {
		return ""
	}
	r, ok := errors.AsType[*Refused](err)
	if !ok {
		t.Fatalf("%v is no refusal", err)
	}
	return r.Why
}

func same(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func wp(runs string) string { return "<w:p>" + runs + "</w:p>" }
func wr(text string) string { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>" }
func wprop(prop, text string) string {
	return "<w:r><w:rPr>" + prop + "</w:rPr><w:t>" + text + "</w:t></w:r>"
}

func TestDOCX(t *testing.T) {
	cell := func(s string) string { return "<w:tc>" + wp(wr(s)) + "</w:tc>" }
	for _, c := range []struct{ name, body, want string }{
		{"runs are one word", wp(wr("opkvali") + wr("ficering")), "opkvalificering"},
		{"tabs and breaks", wp("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + wr("Beløb") + "<w:r><w:tab/><w:t>4,2 mio. kr.</w:t><w:br/><w:t>i alt</w:t></w:r>"), "Beløb\t4,2 mio. kr.\ni alt"},
		{"hyphens", wp("<w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>midler, virk</w:t><w:softHyphen/><w:t>somheder</w:t></w:r>"), "EU-midler, virksomheder"},
		{"a list", wp("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + wr("Første punkt")), "• Første punkt"},
		{"a table", "<w:tbl><w:tr>" + cell("Ansøgt") + cell("985.500") + cell("") + "</w:tr><w:tr>" + cell("") + cell("I alt") + "</w:tr></w:tbl>" + wp(wr("efter")), "Ansøgt\t985.500\n\tI alt\nefter"},
		{"a short cell of two paragraphs", "<w:tbl><w:tr><w:tc>" + wp(wr("Ansøgt")) + wp(wr("beløb")) + "</w:tc>" + cell("1 mio.") + "</w:tr></w:tbl>", "Ansøgt beløb\t1 mio."},
		{"a table in a cell", "<w:tbl><w:tr><w:tc>" + wp(wr("ude")) + "<w:tbl><w:tr>" + cell("a") + cell("b") + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>", "ude\na\tb"},
		{"insertions count, deletions do not", wp(wr("Vi søger ") + "<w:ins>" + wr("25") + "</w:ins><w:del><w:r><w:delText>52</w:delText></w:r></w:del><w:moveFrom>" + wr(" væk") + "</w:moveFrom><w:moveTo>" + wr(" hen") + "</w:moveTo>"), "Vi søger 25 hen"},
		{"a deleted row", "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("væk") + "</w:tr><w:tr>" + cell("her") + "</w:tr></w:tbl>", "her"},
		{"field codes", wp("<w:r><w:instrText>PAGE</w:instrText></w:r>" + wr("3")), "3"},
		{"a text box comes once", wp(wr("om") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + wp(wr("boks")) + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + wp(wr("boks")) + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"), "boks\nom"},
		{"a form's box", wp("<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar><w:t> ja</w:t></w:r>" + "<w:r><w:sym w:char=\"F0A8\"/><w:t> nej</w:t></w:r>"), "☒ ja☐ nej"},
		{"entities of XML", wp(wr("A &amp; B &lt;c&gt; &#230;")), "A & B <c> æ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, documenttest.DOCX(c.body, nil))
			same(t, d.Pages[0].Text, c.want)
			same(t, d.Kind, DOCX)
		})
	}
}

func TestDOCXHidden(t *testing.T) {
	styles := map[string]string{"word/styles.xml": `<w:styles><w:style w:styleId="Skjult"><w:name w:val="hid"/><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:styleId="Tabel"><w:tblStylePr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style></w:styles>`}
	for _, c := range []struct {
		name, body string
		hidden     bool
	}{
		{"vanish", wp(wprop("<w:vanish/>", "xyz")), true},
		{"not vanish", wp(wprop("<w:vanish w:val=\"0\"/>", "xyz")), false},
		{"white", wp(wprop("<w:color w:val=\"FFFFFF\"/>", "xyz")), true},
		{"nearly white", wp(wprop("<w:color w:val=\"FDFEFD\"/>", "xyz")), true},
		{"white on dark", wp(wprop("<w:color w:val=\"FFFFFF\"/><w:shd w:fill=\"003366\"/>", "xyz")), false},
		{"white in a dark paragraph", wp("<w:pPr><w:shd w:fill=\"003366\"/></w:pPr>" + wprop("<w:color w:val=\"FFFFFF\"/>", "xyz")), false},
		{"white in a dark cell", "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"003366\"/></w:tcPr>" + wp(wprop("<w:color w:val=\"FFFFFF\"/>", "xyz")) + "</w:tc></w:tr></w:tbl>", false},
		{"white in a plain cell", "<w:tbl><w:tr><w:tc>" + wp(wprop("<w:color w:val=\"FFFFFF\"/>", "xyz")) + "</w:tc></w:tr></w:tbl>", true},
		{"white in a styled table", "<w:tbl><w:tblPr><w:tblStyle w:val=\"Tabel\"/></w:tblPr><w:tr><w:tc>" + wp(wprop("<w:color w:val=\"FFFFFF\"/>", "xyz")) + "</w:tc></w:tr></w:tbl>", false},
		{"tiny", wp(wprop("<w:sz w:val=\"2\"/>", "xyz")), true},
		{"small print", wp(wprop("<w:sz w:val=\"12\"/>", "xyz")), false},
		{"a hidden style of letters", wp(wprop("<w:rStyle w:val=\"Skjult\"/>", "xyz")), true},
		{"a hidden style of paragraphs", wp("<w:pPr><w:pStyle w:val=\"Skjult\"/></w:pPr>" + wr("xyz")), true},
		{"how it looked before a change", wp("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>xyz</w:t></w:r>"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, documenttest.DOCX(wp(wr("Synlig"))+c.body, styles))
			if got := !strings.Contains(d.Pages[0].Text, "xyz"); got != c.hidden {
				t.Errorf("left out: %t; text %q", got, d.Pages[0].Text)
			}
			warned := len(d.Warnings) == 1 && d.Warnings[0].Concern == Hidden && d.Warnings[0].Passage == "xyz"
			if warned != c.hidden {
				t.Errorf("warnings %v", d.Warnings)
			}
		})
	}
}

func TestDOCXAnchors(t *testing.T) {
	body := wp("<w:pPr><w:pStyle w:val=\"Overskrift1\"/></w:pPr>"+wr("Formål")) + wp("") + wp(wr("Flere i job.<w:br/>")) +
		wp("<w:pPr><w:pStyle w:val=\"a3\"/></w:pPr>"+wr("Økonomi")) + "<w:tbl><w:tr><w:tc>" + wp(wr("I alt")) + "</w:tc></w:tr></w:tbl>"
	d := extracted(t, documenttest.DOCX(body, map[string]string{
		"word/styles.xml":   `<w:styles><w:style w:styleId="a3"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"docProps/core.xml": `<cp:coreProperties><dc:title>Fyrtårn Femern</dc:title></cp:coreProperties>`,
	}))
	same(t, d.Title, "Fyrtårn Femern")
	same(t, d.Pages[0].Anchors, []Anchor{{0, 1, ""}, {8, 2, "Formål"}, {21, 3, "Formål"}, {30, 4, "Økonomi"}})
	a, ok := d.Pages[0].At(strings.Index(d.Pages[0].Text, "alt"))
	same(t, a.Paragraph, 4)
	same(t, ok, true)
	if _, ok := (Page{}).At(3); ok {
		t.Error("a page without anchors has one")
	}
}

func TestDOCXNotes(t *testing.T) {
	notes := map[string]string{"word/footnotes.xml": `<w:footnotes><w:footnote w:type="separator" w:id="0">` + wp(wr("----")) + `</w:footnote><w:footnote w:id="7">` +
		wp(wr("Jf. bekendtgørelse 12")) + `</w:footnote><w:footnote w:id="8">` + wp(wr("Ikke nævnt")) + `</w:footnote></w:footnotes>`,
		"word/endnotes.xml": `<w:endnotes><w:endnote w:id="7">` + wp(wr("Slutnote")) + `</w:endnote></w:endnotes>`}
	d := extracted(t, documenttest.DOCX(wp(wr("120 årsværk")+`<w:r><w:footnoteReference w:id="7"/></w:r>`)+wp(wr("og")+`<w:r><w:endnoteReference w:id="7"/></w:r>`), notes))
	same(t, d.Pages[0].Text, "120 årsværk[1]\nog[2]\n[1] Jf. bekendtgørelse 12\n[2] Slutnote")
}

// TestCutTable: of a table that is too long, its beginning is kept.
func TestCutTable(t *testing.T) {
	limits := DefaultLimits
	limits.Runes = 10
	notes := map[string]string{"word/footnotes.xml": `<w:footnotes><w:footnote w:id="7">` + wp(wr("Kort note")) + `</w:footnote></w:footnotes>`}
	cells := wp(`<w:r><w:footnoteReference w:id="7"/></w:r>`) + strings.Repeat("<w:tc>"+wp(wr("celle"))+"</w:tc>", 20)
	d, err := Extract(t.Context(), documenttest.DOCX("<w:tbl><w:tr>"+cells+"</w:tr></w:tbl>", notes), limits, nil)
	if err != nil || !d.Truncated || d.Pages[0].Text != "[1] celle…" {
		t.Errorf("%+v, %v", d, err)
	}
}
