package sheet

import (
	"encoding/csv"
	"fmt"
	"io"
)

// csvWriter writes CSV as Danish Excel opens it by a double click: a mark for UTF-8, semicolons, CRLF.
type csvWriter struct {
	to      *csv.Writer
	columns int
	line    []string
}

// NewCSV begins a table in CSV: UTF-8 with its mark, semicolons, lines that end in CRLF, dates as 2026-11-23, texts as
// Harmless makes them.
func NewCSV(out io.Writer, columns []Column) (Writer, error) {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return nil, err
	}
	w := &csvWriter{to: csv.NewWriter(out), columns: len(columns), line: make([]string, 0, len(columns))}
	w.to.Comma, w.to.UseCRLF = ';', true
	names := make([]any, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	return w, w.Row(names...)
}

// Row implements Writer.
func (w *csvWriter) Row(cells ...any) error {
	if len(cells) != w.columns {
		return fmt.Errorf("sheet: %d cells for %d columns", len(cells), w.columns)
	}
	w.line = w.line[:0]
	for _, c := range cells {
		w.line = append(w.line, written(c))
	}
	return w.to.Write(w.line)
}

// Close implements Writer.
func (w *csvWriter) Close() error {
	w.to.Flush()
	return w.to.Error()
}
