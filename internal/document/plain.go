package document

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decoded gives text as UTF-8: UTF-16 with or without its mark, UTF-8, and else Windows-1252, which is what older
// Danish programs wrote (and holds all of ISO-8859-1 that can be seen).
func decoded(content []byte) string {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")), looksWide(content, 1):
		return wide(content, binary.LittleEndian)
	case bytes.HasPrefix(content, []byte("\xfe\xff")), looksWide(content, 0):
		return wide(content, binary.BigEndian)
	case utf8.Valid(content):
		return string(bytes.TrimPrefix(content, []byte("\ufeff")))
	}
	return western(content)
}

func western(content []byte) string {
	s, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return string(bytes.ToValidUTF8(content, []byte("\ufffd")))
	}
	return string(s)
}

// looksWide reports whether nearly every second byte of the beginning is zero, as in UTF-16 of European languages.
func looksWide(content []byte, zeroAt int) bool {
	head := content[:min(len(content), 400)&^1]
	zeros, others := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i+zeroAt] == 0 {
			zeros++
		}
		if head[i+1-zeroAt] == 0 {
			others++
		}
	}
	return zeros > 8 && others == 0 && 10*zeros >= 9*len(head)/2
}

func wide(content []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(content)/2)
	for i := range units {
		units[i] = order.Uint16(content[2*i:])
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}

// charset reads the character sets that Danish mail and web pages come in. What it does not know it takes for UTF-8
// where that is valid, and else for Windows-1252.
func charset(name string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return r, nil
	case "iso-8859-15", "iso8859-15", "latin9":
		return charmap.ISO8859_15.NewDecoder().Reader(r), nil
	case "iso-8859-1", "latin1", "windows-1252", "cp1252":
		return charmap.Windows1252.NewDecoder().Reader(r), nil
	}
	content, err := io.ReadAll(r)
	return strings.NewReader(decoded(content)), err
}

// readText makes a paragraph of each line; an empty line is between paragraphs, not one itself.
func readText(s string, kind Kind, limits Limits) (Document, error) {
	ps := &paragraphs{limits: limits}
	return ps.text(s, kind, subject(s, kind))
}

// text adds all of a plain text. Lines stay lines, but a word divided at a line end is mended.
func (ps *paragraphs) text(s string, kind Kind, title string) (Document, error) {
	if most := 8 * ps.limits.Runes; len(s) > most { // more than is kept, in characters of four bytes with line ends
		s = s[:most]
		ps.cut = true
	}
	for _, line := range tidy(lines(s)) {
		if err := ps.add(line, false); err != nil {
			break
		}
	}
	return ps.document(kind, title)
}
