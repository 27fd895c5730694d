package main

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"samspil/internal/crm"
	"samspil/internal/register"
)

// nameTable is a table with a line of column names.
type nameTable struct {
	header []string
	rows   [][]string
	comma  rune // what separated the cells
	query  int  // the columns
	place  int  // -1 for none
	post   int  // -1 for none
}

// The names of the columns that are looked at, in small letters.
//
//house:typed
var (
	queryColumns = []string{"query", "name", "navn", "virksomhed", "virksomhedsnavn", "firma", "company"}
	placeColumns = []string{"place", "by", "sted", "town", "city", "bynavn", "postdistrikt", "kommune", "municipality"}
	postColumns  = []string{"postcode", "postnr", "postnr.", "postnummer", "zip"}
)

// mostInput is the most bytes that are read.
const mostInput = 256 << 20

// readSheet reads all of a table.
func readSheet(from io.Reader, format string) (nameTable, error) {
	content, err := io.ReadAll(io.LimitReader(from, mostInput))
	if err != nil {
		return nameTable{}, err
	}
	var s nameTable
	if format == "xlsx" {
		s.rows, err = readWorkbook(content)
	} else {
		s.comma, s.rows, err = readLines(decoded(content), format)
	}
	if err != nil {
		return nameTable{}, usageError{crm.Errorf(crm.Invalid, errMatchInput, format).Because(err)}
	}
	return s, s.columns()
}

// decoded gives UTF-8 without a mark at the beginning; what is not UTF-8 is taken for Windows-1252, as Excel saves it.
func decoded(content []byte) []byte {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if utf8.Valid(content) {
		return content
	}
	if text, err := charmap.Windows1252.NewDecoder().Bytes(content); err == nil {
		return text
	}
	return bytes.ToValidUTF8(content, []byte("\ufffd"))
}

func readLines(content []byte, format string) (comma rune, rows [][]string, err error) {
	if format == "tsv" {
		for line := range strings.Lines(string(content)) {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
		}
		return '\t', rows, nil
	}
	header, _, _ := bytes.Cut(content, []byte("\n"))
	comma = ';'
	for _, other := range []rune{',', '\t'} {
		if bytes.Count(header, []byte(string(other))) > bytes.Count(header, []byte(string(comma))) {
			comma = other
		}
	}
	r := csv.NewReader(bytes.NewReader(content))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	rows, err = r.ReadAll()
	return comma, rows, err
}

// readWorkbook reads the first sheet of a workbook.
func readWorkbook(content []byte) ([][]string, error) {
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: 4 * mostInput})
	if err != nil {
		return nil, err
	}
	defer book.Close()
	return book.GetRows(book.GetSheetName(0))
}

// columns takes the first row for the names of the columns.
func (s *nameTable) columns() error {
	if len(s.rows) > 0 {
		s.header, s.rows = s.rows[0], s.rows[1:]
	}
	find := func(names []string) int {
		return slices.IndexFunc(s.header, func(h string) bool { return slices.Contains(names, strings.ToLower(strings.TrimSpace(h))) })
	}
	s.query, s.place, s.post = find(queryColumns), find(placeColumns), find(postColumns)
	if s.query < 0 {
		return wrongUse(errMatchColumns, strings.Join(queryColumns[:4], ", "))
	}
	return nil
}

func (s *nameTable) cell(row, column int) string {
	if column < 0 || column >= len(s.rows[row]) {
		return ""
	}
	return s.rows[row][column]
}

// ask is the name to be looked for and what else the row says.
func (s *nameTable) ask(row int) (string, register.Evidence) {
	return s.cell(row, s.query), register.Evidence{Place: strings.TrimSpace(s.cell(row, s.place)), Postcode: strings.TrimSpace(s.cell(row, s.post))}
}
