package document

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
)

// What a message may be made of.
const (
	mostNested = 8
	mostBodies = 200
	mostNamed  = 30 // attachments
)

// message is a mail that is being read.
type message struct {
	paragraphs
	parts int
	named int
	plain strings.Builder
	html  strings.Builder
}

// readMail reads a message file (RFC 5322): who, to whom, when and what about, then its plain text, or its HTML where
// there is no other. Attachments are named and not opened.
func readMail(content []byte, limits Limits) (Document, error) {
	m, err := mail.ReadMessage(bytes.NewReader(content))
	if err != nil {
		return Document{}, refused(Corrupt)
	}
	r := &message{paragraphs: paragraphs{limits: limits}}
	for _, name := range []string{"From", "To", "Cc", "Date", "Subject"} {
		if value := header(m.Header.Get(name)); value != "" {
			r.add(name+": "+value, false)
		}
	}
	if err := r.read(partHeader(m.Header), m.Body, 0); err != nil {
		return Document{}, err
	}
	return r.finish(header(m.Header.Get("Subject")))
}

func (r *message) finish(title string) (Document, error) {
	if strings.TrimSpace(r.plain.String()) != "" {
		return r.text(r.plain.String(), Mail, title)
	}
	h := newHTML(r.limits)
	h.paragraphs = r.paragraphs
	if err := h.read(r.html.String()); err != nil {
		return Document{}, err
	}
	return h.document(Mail, title)
}

// words decodes a header written in another character set ("=?iso-8859-1?q?...?=").
var words = mime.WordDecoder{CharsetReader: charset}

func header(s string) string {
	if decodedHeader, err := words.DecodeHeader(s); err == nil {
		s = decodedHeader
	}
	return oneLine(cleanLine(decoded([]byte(s))))
}

// partHeader is what the headers of a message and of a part have in common.
type partHeader map[string][]string

func (h partHeader) get(name string) string {
	if v := h[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// read reads a part, and the parts within it.
func (r *message) read(h partHeader, body io.Reader, depth int) error {
	if r.parts++; r.parts > mostBodies || depth > mostNested {
		return refused(Unsafe)
	}
	kind, params, err := mime.ParseMediaType(h.get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	disposition, dparams, _ := mime.ParseMediaType(h.get("Content-Disposition"))
	name := header(dparams["filename"])
	if name == "" {
		name = header(params["name"])
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		return r.readParts(multipart.NewReader(body, params["boundary"]), depth)
	case disposition == "attachment" || dparams["filename"] != "" || kind != "text/plain" && kind != "text/html":
		r.attachment(name, kind)
		return nil
	}
	return r.body(kind, params["charset"], unencoded(h.get("Content-Transfer-Encoding"), body))
}

func (r *message) attachment(name, kind string) {
	if name == "" {
		name = kind
	}
	if r.named++; r.named <= mostNamed {
		r.warnings.add(Attachment, 0, name)
	}
}

func (r *message) readParts(parts *multipart.Reader, depth int) error {
	for {
		p, err := parts.NextRawPart()
		if err != nil {
			return nil // its end, or a message cut off; what came before counts
		}
		if err := r.read(partHeader(p.Header), p, depth+1); err != nil {
			return err
		}
	}
}

func (r *message) body(kind, set string, encoded io.Reader) error {
	content, _ := io.ReadAll(encoded) // of a damaged one, what could be read
	if set == "" {
		set = "unknown"
	}
	text, err := charset(set, bytes.NewReader(content))
	if err != nil {
		return refused(Corrupt)
	}
	into := &r.plain
	if kind == "text/html" {
		into = &r.html
	}
	if into.Len() > 0 {
		into.WriteString("\n\n")
	}
	_, err = io.Copy(into, text)
	return err
}
