package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"samspil/internal/register"
	"samspil/internal/text"
)

// verdictWords are for programs, and the same in each language.
var verdictWords = map[register.Verdict]string{register.Same: "same", register.Likely: "likely", register.None: "none"}

// matchLines writes a line for each candidate: tab-separated, as the names were given.
type matchLines struct {
	out   io.Writer
	begun bool
}

var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

func (m *matchLines) add(_ int, query string, found []register.Candidate) error {
	if err := m.begin(); err != nil {
		return err
	}
	query = oneLine.Replace(query)
	if len(found) == 0 {
		_, err := fmt.Fprintf(m.out, "%s\t\t\t\t\tnone\n", query)
		return err
	}
	for i, c := range found {
		_, err := fmt.Fprintf(m.out, "%s\t%d\t%s\t%s\t%.3f\t%s\n", query, i+1, c.Company.CVR, oneLine.Replace(c.Company.Name), c.Score, verdictWords[c.Verdict])
		if err != nil {
			return err
		}
	}
	return nil
}

func (m *matchLines) begin() (err error) {
	if !m.begun {
		m.begun = true
		_, err = fmt.Fprintln(m.out, "query\trank\tcvr\tname\tscore\tverdict")
	}
	return err
}

func (m *matchLines) close() error { return m.begin() }

// matchSheet writes the table that was read with the best match beside each row, and the other candidates in one cell.
type matchSheet struct {
	out  io.Writer
	in   nameTable
	lang text.Lang
	more [][]string
}

func (m *matchSheet) add(_ int, _ string, found []register.Candidate) error {
	if len(found) == 0 {
		m.more = append(m.more, []string{"", "", "", verdictWords[register.None], ""})
		return nil
	}
	var others []string
	for _, c := range found[1:] {
		others = append(others, c.Company.CVR+" "+c.Company.Name)
	}
	best := found[0]
	m.more = append(m.more, []string{best.Company.CVR, best.Company.Name, strconv.FormatFloat(best.Score, 'f', 3, 64), verdictWords[best.Verdict], strings.Join(others, " | ")})
	return nil
}

func (m *matchSheet) close() error {
	width := len(m.in.header)
	for _, row := range m.in.rows {
		width = max(width, len(row))
	}
	all := [][]string{slices.Concat(wide(m.in.header, width), strings.Split(matchHeader.In(m.lang), "|"))}
	for i, row := range m.in.rows {
		all = append(all, slices.Concat(wide(row, width), m.more[i]))
	}
	for _, row := range all {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
	}
	if m.in.comma == 0 {
		return writeWorkbook(m.out, all)
	}
	if _, err := io.WriteString(m.out, "\ufeff"); err != nil { // Excel knows UTF-8 by it
		return err
	}
	w := csv.NewWriter(m.out)
	w.Comma = m.in.comma
	return w.WriteAll(all)
}

// wide is a row with at least so many cells.
func wide(row []string, width int) []string {
	return append(slices.Clone(row), make([]string, max(0, width-len(row)))...)
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula; numbers stay.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(strings.ReplaceAll(cell, ",", "."), 64); err == nil {
		return cell
	}
	return "'" + cell
}

func writeWorkbook(out io.Writer, rows [][]string) error {
	book := excelize.NewFile()
	defer book.Close()
	w, err := book.NewStreamWriter(book.GetSheetName(0))
	if err != nil {
		return err
	}
	for i, row := range rows {
		cells := make([]any, len(row))
		for j, cell := range row {
			cells[j] = cell
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return book.Write(out)
}
