package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"samspil/internal/crm"
)

const (
	markUTF8 = "\ufeff"
	markLE   = "\xff\xfe" // of UTF-16
	markBE   = "\xfe\xff"
)

// readCSV finds out how the text is encoded and what separates its cells.
func readCSV(file *os.File, head []byte, limits Limits) (*Reader, error) {
	r := &Reader{Format: "csv", limits: limits, close: file.Close}
	var from io.Reader = file
	switch {
	case bytes.HasPrefix(head, []byte(markLE)), bytes.HasPrefix(head, []byte(markBE)):
		r.Encoding = "UTF-16"
		from = transform.NewReader(file, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	default:
		utf8, err := isUTF8(file)
		if err != nil {
			return nil, err
		}
		if r.Encoding = "UTF-8"; !utf8 {
			r.Encoding = "Windows-1252"
			from = transform.NewReader(file, charmap.Windows1252.NewDecoder())
		}
	}
	meter := &metered{from: from}
	lines := bufio.NewReaderSize(meter, 64<<10)
	meter.left = limits.Record
	if mark, _ := lines.Peek(len(markUTF8)); string(mark) == markUTF8 {
		lines.Discard(len(markUTF8))
	}
	first, _ := lines.Peek(32 << 10)
	line, _, _ := strings.Cut(string(first), "\n")
	skipped := 0
	if sep, ok := strings.CutPrefix(strings.TrimRight(line, "\r"), "sep="); ok && utf8.RuneCountInString(sep) == 1 {
		r.Comma, _ = utf8.DecodeRuneInString(sep) // a line that Excel writes and reads
		lines.Discard(len(line) + 1)
		skipped = 1
	} else {
		r.Comma = separator(line)
	}
	r.records(lines, meter, skipped)
	return r, nil
}

// records reads the rows. The meter is filled for each, so that a quotation mark that is never closed does not swallow
// the file.
func (r *Reader) records(lines io.Reader, meter *metered, skipped int) {
	records := csv.NewReader(lines)
	records.Comma, records.FieldsPerRecord, records.LazyQuotes = r.Comma, -1, true
	last := skipped
	r.next = func() (int, []string, error) {
		meter.left = r.limits.Record
		cells, err := records.Read()
		if errors.Is(err, errMeter) {
			return 0, nil, crm.Errorf(crm.Invalid, errLongRow, last+1, r.limits.Record>>20)
		}
		if err != nil {
			return 0, nil, err
		}
		line, _ := records.FieldPos(0)
		last = line + skipped
		return last, cells, nil
	}
}

// isUTF8 reports whether the whole file is. A text has no zero bytes.
func isUTF8(file *os.File) (bool, error) {
	defer file.Seek(0, io.SeekStart)
	buf := make([]byte, 64<<10)
	kept, valid := 0, true
	for {
		n, err := file.Read(buf[kept:])
		part := buf[:kept+n]
		if bytes.IndexByte(part, 0) >= 0 {
			return false, crm.Errorf(crm.Invalid, errBinary)
		}
		end := len(part)
		if err == nil { // the last character may go on in the next part
			for end > 0 && end > len(part)-utf8.UTFMax && !utf8.RuneStart(part[end-1]) {
				end--
			}
			end = max(end-1, 0)
		}
		valid = valid && utf8.Valid(part[:end])
		kept = copy(buf, part[end:])
		switch {
		case err == io.EOF:
			return valid, nil
		case err != nil:
			return false, err
		}
	}
}

// separator is what separates the names of the columns: what of the usual ones there is most of outside quotes.
func separator(header string) rune {
	best, most := ';', 0
	for _, comma := range ";\t,|" {
		n, quoted := 0, false
		for _, ch := range header {
			switch {
			case ch == '"':
				quoted = !quoted
			case ch == comma && !quoted:
				n++
			}
		}
		if n > most {
			best, most = comma, n
		}
	}
	return best
}

var errMeter = errors.New("sheet: a record is too long")

// metered refuses to give more than it is filled with.
type metered struct {
	from io.Reader
	left int
}

func (m *metered) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, errMeter
	}
	n, err := m.from.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}
