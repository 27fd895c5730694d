package document

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
)

func TestMail(t *testing.T) {
	head := "From: =?iso-8859-1?Q?S=F8ren?= <s@example.dk>\r\nTo: forum@example.dk\r\nSubject: =?utf-8?B?" +
		base64.StdEncoding.EncodeToString([]byte("Ansøgning om støtte")) + "?=\r\nMIME-Version: 1.0\r\n"
	top := "From: Søren <s@example.dk>\nTo: forum@example.dk\nSubject: Ansøgning om støtte\n"
	mixed := "Content-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\n"
	for _, c := range []struct{ name, rest, want, attached string }{
		{"quoted-printable", "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nVi s=F8ger 4,2 mio. kr. til opkvali=\r\nficering\r\n", "Vi søger 4,2 mio. kr. til opkvalificering", ""},
		{"base64", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nVmkgc8O4\r\nZ2Vy\r\n", "Vi søger", ""},
		{"plain before HTML", "Content-Type: multipart/alternative; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\nren\r\n--xx\r\nContent-Type: text/html\r\n\r\n<p>html\r\n--xx--\r\n", "ren", ""},
		{"HTML alone", "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Vi <b>søger</b><p style=\"display:none\">skjult", "Vi søger", ""},
		{"HTML with a menu that never ends", "Content-Type: text/html; charset=utf-8\r\n\r\n<nav>Nyheder<p>Vi søger", "Nyheder\nVi søger", ""},
		{"an attachment", mixed + "Content-Type: text/plain\r\n\r\nse bilag\r\n--xx\r\nContent-Type: application/pdf; name=\"budget 1212901234.pdf\"\r\nContent-Disposition: attachment; filename=\"budget 1212901234.pdf\"\r\n\r\n%PDF\r\n--xx--\r\n", "se bilag", "budget [CPR].pdf"},
		{"a message in it", mixed + "Content-Type: text/plain\r\n\r\nvs\r\n--xx\r\nContent-Type: message/rfc822\r\n\r\nFrom: x\r\n\r\nhemmelig\r\n--xx--\r\n", "vs", "message/rfc822"},
		{"cut off", mixed + "Content-Type: text/plain\r\n\r\nbegyndelsen\r\nog", "begyndelsen\nog", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, []byte(head+c.rest))
			same(t, d.Kind, Mail)
			same(t, d.Pages[0].Text, top+c.want)
			same(t, d.Title, "Ansøgning om støtte")
			attached := ""
			for _, w := range d.Warnings {
				if w.Concern == Attachment {
					attached += w.Passage
				}
			}
			same(t, attached, c.attached)
		})
	}
}

func TestPastedMail(t *testing.T) {
	d := extracted(t, []byte("Fra: Nina Holm\nSendt: 23. november 2026\nTil: sekretariatet\nEmne: SV: Fyrtårn Femern\n\nKære alle\nVi søger."))
	same(t, d.Kind, Mail)
	same(t, d.Title, "SV: Fyrtårn Femern")
	d = extracted(t, []byte("Ansøgning\nFra: 2026 til 2027\nBeløb: 4 mio."))
	same(t, d.Kind, Text)
}

func TestMailNested(t *testing.T) {
	var b strings.Builder
	b.WriteString("From: a\r\nTo: b\r\nSubject: c\r\n")
	for i := range 40 {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=x%dx\r\n\r\n--x%[1]dx\r\n", i)
	}
	same(t, refusal(t, []byte(b.String()), DefaultLimits), Unsafe)
}
