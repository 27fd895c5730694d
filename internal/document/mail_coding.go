package document

import (
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"net/textproto"
	"regexp"
	"strings"
	"sync"
)

// unencoded undoes what mail does to text on the way.
func unencoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &letters{body})
	}
	return body
}

// letters leaves out what is no letter of base64; line ends and spaces are everywhere.
type letters struct{ from io.Reader }

func (l *letters) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	kept := 0
	for _, c := range p[:n] {
		if c > ' ' {
			p[kept] = c
			kept++
		}
	}
	return kept, err
}

// mailHeaders are the headers of which a message file has some, as its first lines.
var mailHeaders = map[string]bool{"From": true, "To": true, "Subject": true, "Date": true, "Received": true, "Return-Path": true,
	"Message-Id": true, "Mime-Version": true, "Delivered-To": true, "Content-Type": true, "Cc": true, "Reply-To": true, "X-Mailer": true}

// isMessage reports whether the text begins with the headers of a message file: at least three known ones, one of
// which is From, and nothing else before the empty line.
func isMessage(s string) bool {
	known, from := 0, false
	for line := range strings.Lines(s[:min(len(s), 64<<10)]) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		name, _, ok := strings.Cut(line, ":")
		switch {
		case line[0] == ' ' || line[0] == '\t':
		case !ok || strings.ContainsAny(name, " \t"):
			return false
		default:
			name = textproto.CanonicalMIMEHeaderKey(name)
			if mailHeaders[name] {
				known++
			}
			from = from || name == "From"
		}
	}
	return from && known >= 3
}

// The lines that a mail program puts above a message when it is copied.
//
//house:typed
var (
	pastedSubject = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?im)^[ \t>]*(?:emne|subject)[ \t]*:[ \t]*(.+)$`) })
	pastedFrom    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?im)^[ \t>]*(?:fra|from)[ \t]*:[ \t]*\S`) })
	pastedSent    = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?im)^[ \t>]*(?:sendt|dato|til|sent|date|to)[ \t]*:[ \t]*\S`)
	})
)

// isPasted reports whether a text is a message that was pasted: lines of from, to or date, and subject near its top.
func isPasted(s string) bool {
	head := s[:min(len(s), 2000)]
	return pastedFrom().MatchString(head) && pastedSent().MatchString(head) && pastedSubject().MatchString(head)
}

// subject is the title of a text: the subject of a pasted mail, else none.
func subject(s string, kind Kind) string {
	if kind != Mail {
		return ""
	}
	if m := pastedSubject().FindStringSubmatch(s[:min(len(s), 2000)]); m != nil {
		return m[1]
	}
	return ""
}
