package note

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"samspil/internal/text"
)

// The fixed parts of a Word document (ECMA-376, parts 1 and 2): what the parts are, how they hang together, and the
// styles the lines are written in.
const (
	contentTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
	packageRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`

	wordSpace    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	documentHead = xml.Header + `<w:document ` + wordSpace + `><w:body>`
	documentTail = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>` // A4
)

// bullet stands in front of an item: real numbering would need a part of its own.
const bullet = "•\t"

// DOCX is the note as a Word document: the same bytes whenever the same note is written.
func (n Note) DOCX(lang text.Lang, s Sign) ([]byte, error) {
	var body strings.Builder
	body.WriteString(documentHead)
	for _, l := range n.lines(lang, s) {
		paragraph(&body, l)
	}
	body.WriteString(documentTail)
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRels}, {"word/document.xml", body.String()},
		{"word/_rels/document.xml.rels", documentRels}, {"word/styles.xml", styles(lang)},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate}) // no time: the bytes must not differ
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.content)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// paragraph writes a line; the line breaks of its words stay.
func paragraph(b *strings.Builder, l line) {
	words := l.text
	if l.style == itemStyle {
		words = bullet + words
	}
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r>`, l.style)
	for i, part := range strings.Split(strings.ReplaceAll(words, "\r", ""), "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		for k, run := range strings.Split(part, "\t") {
			if k > 0 {
				b.WriteString(`<w:tab/>`)
			}
			b.WriteString(`<w:t xml:space="preserve">`)
			_ = xml.EscapeText(b, []byte(run)) // a Builder takes everything; what XML cannot hold becomes U+FFFD
			b.WriteString(`</w:t>`)
		}
	}
	b.WriteString(`</w:r></w:p>`)
}

// styles are those of the lines. Headings are real ones, so that a screen reader finds its way.
func styles(lang text.Lang) string {
	locale := "da-DK"
	if lang == text.English {
		locale = "en-GB"
	}
	var b strings.Builder
	b.WriteString(xml.Header + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="` + locale + `"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	for _, s := range []struct {
		id             style
		name, pPr, rPr string
		isDefault      string
	}{
		{id: bodyStyle, name: "Normal", isDefault: ` w:default="1"`},
		{id: titleStyle, name: "Title", rPr: `<w:b/><w:sz w:val="36"/>`},
		{id: headingStyle, name: "heading 1", pPr: `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>`, rPr: `<w:b/><w:sz w:val="28"/>`},
		{id: itemStyle, name: "List Bullet", pPr: `<w:ind w:left="284" w:hanging="284"/>`},
		{id: quoteStyle, name: "Quote", pPr: `<w:ind w:left="567"/>`, rPr: `<w:i/>`},
	} {
		fmt.Fprintf(&b, `<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>`, s.isDefault, s.id, s.name)
		if s.id != bodyStyle {
			fmt.Fprintf(&b, `<w:basedOn w:val="%s"/>`, bodyStyle)
		}
		fmt.Fprintf(&b, `<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, s.pPr, s.rPr)
	}
	return b.String() + `</w:styles>`
}
