package document

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// headBytes is how far into a file its kind is looked for; a PDF may have that much before its mark (ISO 32000-1,
// annex H.3.4.1).
const headBytes = 1024

// kindOf tells what a file is by its content. What is not read is a Refused.
func kindOf(content []byte) (Kind, error) {
	head := content[:min(len(content), headBytes)]
	switch {
	case len(bytes.TrimSpace(content)) == 0:
		return "", refused(Empty)
	case bytes.HasPrefix(content, []byte("PK\x03\x04")), bytes.HasPrefix(content, []byte("PK\x05\x06")):
		return packed(content)
	case bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "", refused(oldOffice(content))
	case bytes.HasPrefix(bytes.TrimSpace(head), []byte(`{\rtf`)):
		return "", refused(OldWord)
	}
	for _, mark := range otherMarks {
		if at := mark.at; len(head) > at && bytes.HasPrefix(head[at:], []byte(mark.bytes)) && (len(mark.bytes) > 2 || !isText(content)) {
			return "", refused(mark.why)
		}
	}
	if at := bytes.Index(head, []byte("%PDF-")); at >= 0 && (at < 8 || !isText(content)) {
		return PDF, nil
	}
	if !isText(content) {
		return "", refused(Unknown)
	}
	return textKind(decoded(content[:min(len(content), 64<<10)])), nil
}

// mark is what files of a kind have at a place.
type mark struct {
	at    int
	bytes string
	why   Refusal
}

var otherMarks = []mark{
	{0, "\x89PNG\r\n\x1a\n", Image}, {0, "\xff\xd8\xff", Image}, {0, "GIF8", Image}, {0, "II*\x00", Image}, {0, "MM\x00*", Image},
	{0, "BM", Image}, {8, "WEBP", Image}, {4, "ftypheic", Image}, {4, "ftypmif1", Image}, {4, "ftypavif", Image},
	{0, "Rar!\x1a\x07", Archive}, {0, "7z\xbc\xaf\x27\x1c", Archive}, {0, "\x1f\x8b\x08", Archive}, {257, "ustar", Archive},
	{0, "MZ", Unknown}, {0, "\x7fELF", Unknown},
}

// packed tells what a zip file holds. The part names are those of ECMA-376 and ISO/IEC 26300.
func packed(content []byte) (Kind, error) {
	p, err := openPack(content)
	switch {
	case err != nil:
		return "", err
	case p.has("word/document.xml"), p.has("word/document2.xml"):
		return DOCX, nil
	case p.hasIn("xl"):
		return "", refused(Sheet)
	case p.hasIn("ppt"):
		return "", refused(Slides)
	case !p.has("mimetype") || !p.has("content.xml"):
		return "", refused(Archive)
	case p.isEncrypted():
		return "", refused(Password)
	}
	r, err := p.open("mimetype")
	if err != nil {
		return "", err
	}
	defer r.Close()
	name := make([]byte, 100)
	n, _ := r.Read(name)
	switch kind := string(name[:n]); {
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
		return ODT, nil
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.spreadsheet"):
		return "", refused(Sheet)
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.presentation"):
		return "", refused(Slides)
	}
	return "", refused(Unknown)
}

// oldOffice tells what a compound file holds by the names of its streams, which are UTF-16.
func oldOffice(content []byte) Refusal {
	for _, stream := range []struct {
		name string
		why  Refusal
	}{{"EncryptedPackage", Password}, {"WordDocument", OldWord}, {"Workbook", Sheet}, {"PowerPoint Document", Slides}} {
		if bytes.Contains(content, []byte(strings.Join(strings.Split(stream.name, ""), "\x00")+"\x00")) {
			return stream.why
		}
	}
	return Unknown
}

// isText reports whether the beginning of a file is text: hardly any control characters, in UTF-8, UTF-16 or a
// character set of one byte.
func isText(content []byte) bool {
	head := content[:min(len(content), 16<<10)]
	for cut := 0; cut < utf8.UTFMax && len(head) < len(content) && !utf8.Valid(head); cut++ { // a character may be cut in two
		head = head[:len(head)-1]
	}
	s := decoded(head)
	controls, runes := 0, 0
	for _, r := range s {
		runes++
		if r < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1b", r) || r == utf8.RuneError || r >= 0x7f && r < 0xa0 {
			controls++
		}
	}
	return runes > 0 && 100*controls <= runes && !strings.Contains(s, "\x00")
}

var htmlStart = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|table|h1|span|title)\b`)
})

func textKind(s string) Kind {
	switch {
	case htmlStart().MatchString(s[:min(len(s), 8<<10)]):
		return HTML
	case isMessage(s), isPasted(s):
		return Mail
	}
	return Text
}
