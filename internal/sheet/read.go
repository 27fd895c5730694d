package sheet

import (
	"bytes"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// Limits bound what is read. A file beyond them is refused; a row beyond Cell is Broken.
type Limits struct {
	Bytes    int64 // of the file
	Unpacked int64 // of a workbook's tables
	Columns  int
	Record   int // bytes of one row of CSV, or of one cell of a workbook
	Cell     int // characters of one cell
	Strings  int // elements of a workbook's list of texts, two or more for each different text
}

// Ordinary are limits that hold a million rows of a register of contacts.
var Ordinary = Limits{Bytes: 512 << 20, Unpacked: 1 << 30, Columns: 500, Record: 4 << 20, Cell: 32_767, Strings: 4_000_000}

// Row is one row of a table that is not empty.
type Row struct {
	Number int      // of the line or the row in the file; the first is 1
	Cells  []string // as many as the table has columns, Plain, without blanks around; a workbook's dates as Serial reads them
	Broken text.Text
}

// Reader reads a table row by row.
type Reader struct {
	Format   string   // "csv" or "xlsx"
	Encoding string   // "UTF-8", "Windows-1252" or "UTF-16"; "" for xlsx
	Comma    rune     // what separates the cells; 0 for xlsx
	Sheet    string   // the sheet that is read; "" for csv
	Others   []string // the other sheets that can be seen
	From1904 bool     // the workbook counts days from 1904; see Serial
	Header   []string // the first row that is not empty
	limits   Limits
	next     func() (number int, cells []string, err error) // io.EOF at the end
	close    func() error
}

// Open opens a table and reads its header. What the file is shows from its content, not from its name.
func Open(name string, limits Limits) (r *Reader, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, crm.Errorf(crm.NotFound, errNoFile, name).Because(err)
	}
	defer func() {
		if err != nil {
			file.Close()
		}
	}()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, crm.Errorf(crm.Invalid, errNoFile, name)
	case info.Size() == 0:
		return nil, crm.Errorf(crm.Invalid, errEmpty)
	case info.Size() > limits.Bytes:
		return nil, crm.Errorf(crm.Invalid, errLarge, limits.Bytes>>20)
	}
	if r, err = read(file, info.Size(), limits); err != nil {
		return nil, err
	}
	if err = r.readHeader(); err != nil {
		r.close()
	}
	return r, err
}

// Beginnings of files that people take for tables.
const (
	zipMark  = "PK\x03\x04"
	zipEmpty = "PK\x05\x06"
	oleMark  = "\xd0\xcf\x11\xe0" // .xls, and workbooks with a password
)

func read(file *os.File, size int64, limits Limits) (*Reader, error) {
	head := make([]byte, 512)
	n, err := file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	head = head[:n]
	small := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte(markUTF8)), " \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte(zipMark)), bytes.HasPrefix(head, []byte(zipEmpty)):
		return readXLSX(file, size, limits)
	case bytes.HasPrefix(head, []byte(oleMark)):
		return nil, crm.Errorf(crm.Invalid, errOld)
	case bytes.HasPrefix(small, []byte("<")):
		return nil, crm.Errorf(crm.Invalid, errWeb)
	}
	return readCSV(file, head, limits)
}

func (r *Reader) readHeader() error {
	_, cells, err := r.filled()
	if err == io.EOF {
		return crm.Errorf(crm.Invalid, errEmpty)
	}
	if err != nil {
		return err
	}
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > r.limits.Columns {
		return crm.Errorf(crm.Invalid, errColumns, len(cells), r.limits.Columns)
	}
	for _, c := range cells {
		name := strings.Join(strings.Fields(Plain(c)), " ")
		if utf8.RuneCountInString(name) > mostHeader {
			return crm.Errorf(crm.Invalid, errHeader, mostHeader)
		}
		r.Header = append(r.Header, name)
	}
	return nil
}

// mostHeader is how many characters the name of a column has at most: more is a text, and the file has no header.
const mostHeader = 200

// filled is the next row that is not empty.
func (r *Reader) filled() (int, []string, error) {
	for {
		number, cells, err := r.next()
		if err != nil {
			return 0, nil, err
		}
		for _, c := range cells {
			if strings.TrimSpace(c) != "" {
				return number, cells, nil
			}
		}
	}
}

// Next gives the next row that is not empty, or io.EOF. The row is the caller's.
func (r *Reader) Next() (Row, error) {
	number, cells, err := r.filled()
	if err != nil {
		return Row{}, err
	}
	row := Row{Number: number, Cells: make([]string, len(r.Header))}
	for i, c := range cells {
		c = strings.TrimSpace(c)
		switch {
		case i >= len(r.Header) && c != "":
			row.Broken = whyMoreCells
		case i >= len(r.Header):
		case len(c) > r.limits.Cell && utf8.RuneCountInString(c) > r.limits.Cell:
			row.Broken = whyLongCell
		default:
			row.Cells[i] = Plain(c)
		}
	}
	return row, nil
}

// Close ends reading.
func (r *Reader) Close() error { return r.close() }
