// Package documenttest makes files for tests: PDF by hand, so that each can be wrong in one way, and packed documents.
package documenttest

import (
	"bytes"
	"fmt"
	"strings"
)

// PDF is a PDF that is being written, object by object. Object 1 is its catalogue and 2 its tree of pages.
type PDF struct {
	objects []string
	pages   []int
	Trailer string // further entries of the trailer, such as /Encrypt
	Catalog string // further entries of the catalogue
	Title   string
	lock    *lock
}

// NewPDF begins a PDF with the fonts F1 (Helvetica) and F2 (Times), in the character set of Windows-1252.
func NewPDF() *PDF {
	p := &PDF{objects: []string{"", ""}}
	for _, font := range []string{"Helvetica", "Times-Roman"} {
		p.Add("<</Type/Font/Subtype/Type1/BaseFont/" + font + "/Encoding/WinAnsiEncoding>>")
	}
	p.Add(Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x80"))
	return p
}

// Stream is a stream object with these entries.
func Stream(entries, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(content), content)
}

// Add adds an object and gives its number.
func (p *PDF) Add(object string) int {
	p.objects = append(p.objects, object)
	return len(p.objects)
}

// Page adds a page of A4 with this content; further are entries of the page, such as /Annots.
func (p *PDF) Page(content string, further ...string) *PDF {
	stream := p.Add(Stream("", content))
	p.pages = append(p.pages, p.Add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"+
		"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</Im 5 0 R>>>>%s>>", stream, strings.Join(further, ""))))
	return p
}

// Bytes is the file.
func (p *PDF) Bytes() []byte {
	kids := make([]string, len(p.pages))
	for i, n := range p.pages {
		kids[i] = fmt.Sprintf("%d 0 R", n)
	}
	p.objects[0] = "<</Type/Catalog/Pages 2 0 R" + p.Catalog + ">>"
	if p.objects[1] == "" {
		p.objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids))
	}
	trailer := p.Trailer
	if p.Title != "" {
		trailer += fmt.Sprintf("/Info %d 0 R", p.Add("<</Title"+String(p.Title)+">>"))
	}
	if p.lock != nil {
		trailer += fmt.Sprintf("/Encrypt %s/ID[<%x><%[2]x>]", p.lock.entry(), fileID)
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(p.objects))
	for i, o := range p.objects {
		o = p.lock.object(o, i+1)
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(p.objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(p.objects)+1, trailer, xref)
	return b.Bytes()
}

// SetObject replaces an object, to make loops and other errors.
func (p *PDF) SetObject(number int, object string) { p.objects[number-1] = object }

// Lines is content that writes lines from the top down, in 11 points.
func Lines(lines ...string) string {
	var b strings.Builder
	b.WriteString("BT /F1 11 Tf 14 TL 60 780 Td\n")
	for _, line := range lines {
		fmt.Fprintf(&b, "%s Tj T*\n", String(line))
	}
	return b.String() + "ET\n"
}

// At is content that writes one line at a place, after the operators before it ("1 g" is white, "3 Tr" invisible).
func At(x, y, size float64, operators, line string) string {
	return fmt.Sprintf("q BT %s /F1 %g Tf %g %g Td %s Tj ET Q\n", operators, size, x, y, String(line))
}

// Picture is content that paints a grey picture over the whole page.
const Picture = "q 595 0 0 842 0 0 cm /Im Do Q\n"

// String is a string of PDF in Windows-1252; characters beyond Latin-1 are question marks, but for the dash.
func String(s string) string {
	var b strings.Builder
	b.WriteByte('(')
	for _, r := range s {
		switch {
		case r == '–':
			b.WriteString(`\226`)
		case strings.ContainsRune(`()\`, r):
			b.WriteString(`\` + string(r))
		case r > 255:
			b.WriteByte('?')
		default:
			b.WriteByte(byte(r))
		}
	}
	return b.String() + ")"
}
