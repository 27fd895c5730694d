package register

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"samspil/internal/crm"
)

const (
	bom = "\ufeff"
	// maxLine is the most bytes of one line: Virk's largest companies take a few megabytes.
	maxLine = 1 << 16
	// rowLines is over how many lines a cell in quotation marks may go: a mark that is missing must not swallow the file.
	rowLines = 20
)

// errLong is a line of more bytes than the reader holds. The line has been passed over.
var errLong = errors.New("line too long")

// errQuotes is a row in which a cell in quotation marks does not end.
var errQuotes = errors.New("quotation mark missing")

// lineReader gives the lines of a text and counts them.
type lineReader struct {
	from  *bufio.Reader
	line  int64 // the last one that was read, from 1
	first int64 // the first of the last row
	ahead []line
}

// line is one that was read, or why it was not.
type line struct {
	text string
	err  error
}

// next gives a line without its end, or io.EOF.
func (l *lineReader) next() line {
	if len(l.ahead) > 0 {
		next := l.ahead[0]
		l.ahead = l.ahead[1:]
		l.line++
		return next
	}
	part, err := l.from.ReadSlice('\n')
	if err != nil && !errors.Is(err, bufio.ErrBufferFull) && (len(part) == 0 || !errors.Is(err, io.EOF)) {
		return line{err: err}
	}
	l.line++
	if !errors.Is(err, bufio.ErrBufferFull) {
		return line{text: strings.TrimRight(string(part), "\r\n")}
	}
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = l.from.ReadSlice('\n')
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return line{err: err}
	}
	return line{err: errLong}
}

// row gives the next line that is not empty, and the lines after it where a cell in quotation marks goes on there.
func (l *lineReader) row(sep string) (string, error) {
	var row line
	for strings.TrimSpace(row.text) == "" {
		if row = l.next(); row.err != nil {
			l.first = l.line
			return "", row.err
		}
	}
	l.first = l.line
	whole := row.text
	var taken []line
	for unclosed(whole, sep) {
		if len(taken) == rowLines || len(taken) > 0 && taken[len(taken)-1].err != nil {
			// The mark is a stray one: the lines after it are rows of their own.
			l.ahead = append(taken, l.ahead...)
			l.line = l.first
			return "", errQuotes
		}
		next := l.next()
		taken = append(taken, next)
		whole += "\n" + next.text
	}
	return whole, nil
}

// unclosed reports whether a row ends within a cell in quotation marks. A mark in the middle of a cell is one of its
// characters.
func unclosed(row, sep string) bool {
	if !strings.Contains(row, `"`) {
		return false
	}
	quoted, start := false, true
	for i := range len(row) {
		switch ch := row[i]; {
		case ch == '"' && (quoted || start):
			quoted = !quoted
			start = !quoted // a doubled mark opens the cell anew
		case !quoted:
			start = ch == sep[0] || ch == '\n'
		}
	}
	return quoted
}

// cells splits a row. ok is false when a quotation mark is missing.
func cells(row, sep string) (list []string, ok bool) {
	if !strings.Contains(row, `"`) {
		return strings.Split(row, sep), true
	}
	r := csv.NewReader(strings.NewReader(row))
	r.Comma, r.LazyQuotes = rune(sep[0]), true
	list, err := r.Read()
	if err != nil {
		return nil, false
	}
	_, err = r.Read()
	return list, errors.Is(err, io.EOF)
}

// encoding is what the characters of a file are; the first ones that are not ASCII tell.
type encoding int

const (
	encodingUnknown encoding = iota
	encodingUTF8
	encodingWindows // Windows-1252
)

// text is a cell in UTF-8. ok is false when it is not of the file's encoding.
func (e *encoding) text(cell string) (string, bool) {
	if ascii(cell) {
		return cell, true
	}
	valid := utf8.ValidString(cell)
	if *e == encodingUnknown {
		*e = encodingWindows
		if valid {
			*e = encodingUTF8
		}
	}
	if *e == encodingUTF8 {
		return cell, valid
	}
	text, err := charmap.Windows1252.NewDecoder().String(cell)
	return text, err == nil
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// damagedBelow is damaged for a file that was whole when it was looked through.
func damagedBelow(err error) error {
	if errors.Is(err, io.EOF) {
		return err
	}
	return crm.Errorf(crm.Invalid, errDamaged).Because(err)
}
