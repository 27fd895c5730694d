package register

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"

	"samspil/internal/crm"
)

// Columns are those that a CSV file of companies must have, in any order; others are passed over, but for Town.
//
//house:typed
var Columns = []string{"cvr", "navn", "virksomhedsform", "kommunekode", "branchekode", "antal_ansatte", "status", "reklamebeskyttet"}

// Town is the column, by any of these names, with the town; without it, a company's place is its municipality.
//
//house:typed
var Town = []string{"by", "bynavn", "postdistrikt"}

// The columns in the order of Columns; town comes after them.
const (
	colCVR = iota
	colName
	colForm
	colMunicipality
	colIndustry
	colEmployees
	colStatus
	colProtected
	colTown
)

// csvRecords reads a CSV file with a line of column names.
type csvRecords struct {
	lines lineReader
	enc   encoding
	sep   string
	width int   // columns of the file
	at    []int // where each of Columns stands, and the town; -1 for none
}

// newCSV reads the line of column names.
func newCSV(content io.Reader) (*csvRecords, error) {
	c := &csvRecords{lines: lineReader{from: bufio.NewReaderSize(content, maxLine)}}
	first := c.lines.next()
	if first.err != nil && !errors.Is(first.err, errLong) {
		return nil, damaged(first.err)
	}
	header := first.text
	if after, ok := strings.CutPrefix(header, bom); ok {
		header, c.enc = after, encodingUTF8
	}
	for _, sep := range []string{";", "\t", ","} {
		c.sep = sep
		if missing := c.columns(header); len(missing) == 0 {
			return c, nil
		}
	}
	c.sep = ";"
	return nil, crm.Errorf(crm.Invalid, errColumns, strings.Join(c.columns(header), ", "), strings.Join(Columns, ";"))
}

// columns finds out where the columns stand, and gives those that are missing.
func (c *csvRecords) columns(header string) (missing []string) {
	names, _ := cells(header, c.sep)
	for i, n := range names {
		names[i] = strings.ToLower(strings.TrimSpace(n))
	}
	c.width, c.at = len(names), nil
	for _, column := range Columns {
		i := slices.Index(names, column)
		if i < 0 {
			missing = append(missing, column)
		}
		c.at = append(c.at, i)
	}
	c.at = append(c.at, slices.IndexFunc(names, func(n string) bool { return slices.Contains(Town, n) }))
	return missing
}

// next gives the next line that is not empty. A line that cannot be used says why.
func (c *csvRecords) next() (record, error) {
	line, err := c.lines.row(c.sep)
	r := record{line: c.lines.first}
	switch {
	case errors.Is(err, errLong):
		r.why = crm.Errorf(crm.Invalid, whyLong)
		return r, nil
	case errors.Is(err, errQuotes):
		r.why = crm.Errorf(crm.Invalid, whyQuotes)
		return r, nil
	case err != nil:
		return r, damagedBelow(err)
	}
	row, ok := cells(line, c.sep)
	if !ok {
		r.why = crm.Errorf(crm.Invalid, whyQuotes)
		return r, nil
	}
	if len(row) != c.width {
		r.why = crm.Errorf(crm.Invalid, whyCells, len(row), c.width)
		return r, nil
	}
	r.company, r.why = c.company(row)
	return r, nil
}

// company reads the cells of a row.
func (c *csvRecords) company(row []string) (co crm.Company, why *crm.Error) {
	cell := func(column int) string {
		if c.at[column] < 0 {
			return ""
		}
		return row[c.at[column]]
	}
	cvr, ok := cvrOf(cell(colCVR))
	if !ok {
		return co, crm.Errorf(crm.Invalid, whyNoCVR)
	}
	if !CheckDigit(cvr) {
		return co, crm.Errorf(crm.Invalid, whyCheck)
	}
	co.CVR = cvr
	for _, column := range []int{colName, colStatus, colTown, colForm} {
		if i := c.at[column]; i >= 0 {
			if row[i], ok = c.enc.text(row[i]); !ok {
				return co, crm.Errorf(crm.Invalid, whyEncoding)
			}
		}
	}
	if co.Name, co.Key = named(cell(colName)); co.Key == "" {
		return co, crm.Errorf(crm.Invalid, whyNoName)
	}
	if co.Status, ok = statusOf(cell(colStatus)); !ok {
		return co, crm.Errorf(crm.Invalid, whyStatus)
	}
	if co.AdProtected, ok = yes(cell(colProtected)); !ok {
		return co, crm.Errorf(crm.Invalid, whyProtected)
	}
	co.Form, co.Municipality = formWord(cell(colForm)), municipalityOf(cell(colMunicipality))
	co.Industry, co.Employees = industryOf(cell(colIndustry)), employeesOf(cell(colEmployees))
	if co.Place, _ = named(cell(colTown)); co.Place == "" {
		co.Place = municipalityNames[co.Municipality]
	}
	return co, nil
}

// yes reads a truth value.
func yes(s string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "1", "true", "ja":
		return true, true
	case "0", "false", "nej":
		return false, true
	}
	return false, false
}
