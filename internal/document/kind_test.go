package document

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"samspil/internal/document/documenttest"
	"samspil/internal/text"
)

func ole(stream string) []byte {
	b := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500))
	for _, u := range utf16.Encode([]rune(stream)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return append(b, 0, 0)
}

func TestRefusals(t *testing.T) {
	small := DefaultLimits
	small.Bytes = 1 << 20
	docx := documenttest.DOCX(wp(wr("tekst")), nil)
	opendocument := func(kind string) []byte {
		return documenttest.Pack(map[string]string{"mimetype": "application/vnd.oasis.opendocument." + kind, "content.xml": "<x/>"})
	}
	for _, c := range []struct {
		name    string
		content []byte
		want    Refusal
	}{
		{"nothing", nil, Empty}, {"spaces", []byte(" \n\t "), Empty},
		{"too large", make([]byte, 1<<20+1), TooLarge},
		{"Word 97", ole("WordDocument"), OldWord}, {"RTF", []byte(`{\rtf1\ansi hej}`), OldWord},
		{"Excel 97", ole("Workbook"), Sheet}, {"PowerPoint 97", ole("PowerPoint Document"), Slides}, {"an encrypted DOCX", ole("EncryptedPackage"), Password}, {"another compound file", ole("Thing"), Unknown},
		{"XLSX", documenttest.Pack(map[string]string{"xl/workbook.xml": "<x/>"}), Sheet}, {"PPTX", documenttest.Pack(map[string]string{"ppt/presentation.xml": "<x/>"}), Slides},
		{"ODS", opendocument("spreadsheet"), Sheet}, {"ODP", opendocument("presentation"), Slides}, {"ODG", opendocument("graphics"), Unknown},
		{"an encrypted ODT", documenttest.ODT("", tp("x"), map[string]string{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), Password},
		{"a zip", documenttest.Pack(map[string]string{"a.docx": string(docx)}), Archive}, {"gzip", []byte("\x1f\x8b\x08aaaa"), Archive},
		{"PNG", []byte("\x89PNG\r\n\x1a\nxxx"), Image}, {"JPEG", []byte("\xff\xd8\xff\xe0xxx"), Image}, {"HEIC", []byte("\x00\x00\x00\x18ftypheic"), Image},
		{"BMP", []byte("BM\x00\x01\x00\x00\x00\x00"), Image}, {"words that begin so", []byte("BMX-bane i Køge"), ""}, {"a program", []byte("\x7fELF\x02\x01"), Unknown}, {"noise", bytes.Repeat([]byte{0, 1, 2, 255, 200}, 100), Unknown},
		{"half a DOCX", docx[:len(docx)/2], Corrupt}, {"a DOCX of broken XML", documenttest.DOCX("<w:p><w:r>", nil), Corrupt},
		{"an ODT of broken XML", documenttest.ODT("", "<text:p></text:h", nil), Corrupt},
		{"an empty DOCX", documenttest.DOCX(wp(""), nil), NoText}, {"an empty page", []byte("<html><body></body></html>"), NoText},
	} {
		t.Run(c.name, func(t *testing.T) {
			same(t, refusal(t, c.content, small), c.want)
		})
	}
}

// TestSentences: every refusal and concern has words of its own, in both languages.
func TestSentences(t *testing.T) {
	seen := map[string]bool{}
	for _, why := range []Refusal{Empty, TooLarge, TooLong, Password, Corrupt, Scanned, NoText, OldWord, Sheet, Slides, Image, Archive, Slow, Exhausted, Unsafe, Unknown, Failed} {
		e := Sentence(refused(why, 10000, 200))
		for _, lang := range []text.Lang{text.Danish, text.English} {
			s := e.In(lang)
			if why != TooLarge && why != TooLong {
				s = Sentence(refused(why)).In(lang)
			}
			if seen[s] || s == "" || strings.Contains(s, "%!(MISSING") {
				t.Errorf("%s: %q", why, s)
			}
			seen[s] = true
		}
	}
	if len(refusals) != 17 {
		t.Errorf("%d refusals", len(refusals))
	}
	same(t, Sentence(refused(TooLong, 10000, 200)).In(text.Danish), "Filen har 10.000 sider, og der læses højst 200. Send den del, det drejer sig om.")
	for c := range concerns {
		w := Warning{Concern: c, Pages: []int{3}, Passage: "99 % <!channel>"}
		if s := w.In(text.English); !strings.HasSuffix(s, ` (page 3): "99 % <!channel>"`) {
			t.Errorf("%s: %q", c, s)
		}
	}
	same(t, Warning{Concern: Picture, Pages: []int{1, 2, 3, 4, 5, 6, 7, 8, 9}}.In(text.Danish), "Sider, der er billeder uden tekst, er ikke læst (siderne 1, 2, 3, 4, 5, 6, 7, 8, …).")
}

func TestPlainText(t *testing.T) {
	want := "Løn og år\n€ 4,2 mio."
	units := binary.LittleEndian.AppendUint16(nil, 0xfeff)
	var bare []byte
	for _, u := range utf16.Encode([]rune(want)) {
		units = binary.LittleEndian.AppendUint16(units, u)
		bare = binary.BigEndian.AppendUint16(bare, u)
	}
	for name, content := range map[string][]byte{
		"UTF-8": []byte("\ufeffLøn og år\r\n€ 4,2 mio.\r\n"), "Windows-1252": []byte("L\xf8n og \xe5r\r\n\x80 4,2 mio."), "UTF-16": units,
	} {
		d := extracted(t, content)
		if d.Pages[0].Text != want || d.Kind != Text {
			t.Errorf("%s: %+v", name, d)
		}
	}
	_ = bare
	d := extracted(t, []byte("et\n\nto 121290-1234\n"))
	same(t, d.Pages[0].Anchors, []Anchor{{0, 1, ""}, {3, 2, ""}})
	same(t, d.Pages[0].Text, "et\nto [CPR]")
	same(t, d.Masked, 1)
}

func TestTruncated(t *testing.T) {
	limits := DefaultLimits
	limits.Runes = 10
	d, err := Extract(t.Context(), []byte("æøåæøå\nabcdefgh\nmere"), limits, nil)
	if err != nil || !d.Truncated {
		t.Fatalf("%v %+v", err, d)
	}
	same(t, d.Pages[0].Text, "æøåæøå\nabcd…")
	same(t, d.Warnings, []Warning{{Concern: Cut}})
}
