package register

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"samspil/internal/crm"
)

// The formats of a file of companies.
const (
	FormatAuto = "auto" // by how the file begins
	FormatCSV  = "csv"
	FormatVirk = "virk" // Virk's documents, one a line
)

// survey is what is known of a file once it was read from end to end.
type survey struct {
	format string
	sum    string // SHA-256 of the file as it is, in hexadecimal
	size   int64
	lines  int64 // without the line of column names
}

// surveyFile reads the whole file before anything is saved: one that is damaged or no register changes nothing.
func surveyFile(ctx context.Context, name, format string) (s survey, err error) {
	raw, err := os.Open(name)
	if err != nil {
		return s, crm.Errorf(crm.Invalid, errNoFile, name).Because(err)
	}
	defer raw.Close()
	sum := sha256.New()
	counting := &counter{from: io.TeeReader(raw, sum)}
	content, err := unzipped(counting)
	if err != nil {
		return s, damaged(err)
	}
	if s.format, err = formatOf(content, format); err != nil {
		return s, err
	}
	if s.lines, err = countLines(ctx, content); err != nil {
		return s, damaged(err)
	}
	if _, err := io.Copy(io.Discard, counting); err != nil { // gzip may leave bytes behind
		return s, damaged(err)
	}
	s.sum, s.size = hex.EncodeToString(sum.Sum(nil)), counting.n
	if s.format == FormatCSV {
		s.lines--
	}
	if s.lines < 1 {
		return s, crm.Errorf(crm.Invalid, errNoLines)
	}
	return s, s.columns(name)
}

// columns makes sure that a CSV file has those that are needed.
func (s survey) columns(name string) error {
	file, err := openFile(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = s.records(file)
	return err
}

func (s survey) records(file io.Reader) (records, error) {
	if s.format == FormatCSV {
		return newCSV(file)
	}
	return newVirkLines(file), nil
}

// counter counts the bytes that were read.
type counter struct {
	from io.Reader
	n    int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

// opened is a file and what is in it.
type opened struct {
	*bufio.Reader
	file *os.File
}

// Close closes the file.
func (o opened) Close() error { return o.file.Close() }

func openFile(name string) (opened, error) {
	file, err := os.Open(name)
	if err != nil {
		return opened{}, crm.Errorf(crm.Invalid, errNoFile, name).Because(err)
	}
	content, err := unzipped(file)
	if err != nil {
		return opened{}, errors.Join(damaged(err), file.Close())
	}
	return opened{content, file}, nil
}

// unzipped is what a file has, whether it is compressed by gzip or not.
func unzipped(r io.Reader) (*bufio.Reader, error) {
	buffered := bufio.NewReaderSize(r, 1<<16)
	if start, _ := buffered.Peek(2); !bytes.Equal(start, []byte{0x1f, 0x8b}) {
		return buffered, nil
	}
	zipped, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(zipped, 1<<16), nil
}

// damaged says what a failure to read a file means; a crm.Error and the end of a context stay.
func damaged(err error) error {
	var shown *crm.Error
	switch {
	case err == nil, errors.As(err, &shown), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return crm.Errorf(crm.Invalid, errCutOff)
	}
	return crm.Errorf(crm.Invalid, errDamaged).Because(err)
}

// formatOf says what a file is by how it begins, or that it is nothing that can be read in.
func formatOf(content *bufio.Reader, asked string) (string, error) {
	start, err := content.Peek(1 << 10)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return "", damaged(err)
	}
	if bytes.HasPrefix(start, []byte{0xff, 0xfe}) || bytes.HasPrefix(start, []byte{0xfe, 0xff}) {
		return "", crm.Errorf(crm.Invalid, errUTF16)
	}
	text := bytes.TrimSpace(bytes.TrimPrefix(start, []byte(bom)))
	switch {
	case len(text) == 0:
		return "", crm.Errorf(crm.Invalid, errNoLines)
	case text[0] == '<':
		return "", crm.Errorf(crm.Invalid, errHTML)
	case bytes.ContainsRune(text, 0) || bytes.HasPrefix(text, []byte("PK\x03\x04")):
		return "", crm.Errorf(crm.Invalid, errBinary)
	case asked != FormatAuto && asked != "":
		return asked, nil
	case text[0] == '{':
		return FormatVirk, nil
	}
	return FormatCSV, nil
}

// countLines counts the lines that are not empty.
func countLines(ctx context.Context, content *bufio.Reader) (n int64, err error) {
	used, read := false, 0
	for {
		part, err := content.ReadSlice('\n')
		used = used || len(bytes.TrimSpace(part)) > 0
		if read++; read%10_000 == 0 && ctx.Err() != nil {
			return n, ctx.Err()
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return n, err
		}
		if used {
			n++
		}
		if used = false; err != nil {
			return n, nil
		}
	}
}
