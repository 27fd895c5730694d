package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Book is a workbook being written. Rows go to temporary files until Close, which writes the workbook itself.
type Book struct {
	out    io.Writer
	lang   text.Lang
	file   *excelize.File
	date   int // styles
	head   int
	sheets []*xlsxWriter
}

// NewXLSX begins a workbook. Its last sheet, which Close adds, explains every column in that language.
func NewXLSX(out io.Writer, lang text.Lang) (*Book, error) {
	b := &Book{out: out, lang: lang, file: excelize.NewFile()}
	format := "yyyy-mm-dd"
	if lang == text.Danish {
		format = "dd-mm-yyyy"
	}
	var dateErr, headErr error
	b.date, dateErr = b.file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	b.head, headErr = b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err := errors.Join(dateErr, headErr); err != nil {
		return nil, errors.Join(err, b.file.Close())
	}
	return b, nil
}

// Sheet begins a table on a sheet of its own, with a frozen first row and a filter on each column. The name has at most
// 31 characters and none of :\/?*[]. One table after the other or all at once, as they come.
func (b *Book) Sheet(name string, columns []Column) (Writer, error) {
	var err error
	if len(b.sheets) == 0 {
		err = b.file.SetSheetName(b.file.GetSheetName(0), name)
	} else {
		_, err = b.file.NewSheet(name)
	}
	if err != nil {
		return nil, err
	}
	to, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	w := &xlsxWriter{book: b, name: name, columns: columns, to: to}
	b.sheets = append(b.sheets, w)
	return w, w.begin()
}

// Close adds the sheet that explains the columns and writes the workbook. Tables that are not closed are.
func (b *Book) Close() (err error) {
	defer func() { err = errors.Join(err, b.file.Close()) }()
	if err := b.explain(); err != nil {
		return err
	}
	for _, w := range b.sheets {
		if err := w.Close(); err != nil {
			return err
		}
	}
	// The library would gather the whole file in memory; this way it goes where it is meant to.
	b.file.ZipWriter = func(io.Writer) excelize.ZipWriter { return zip.NewWriter(b.out) }
	_, err = b.file.WriteTo(io.Discard)
	return err
}

func (b *Book) explain() error {
	tables := b.sheets
	w, err := b.Sheet(explainSheet.In(b.lang), []Column{{Name: explainTable.In(b.lang)}, {Name: explainColumn.In(b.lang)}, {Name: explainMeans.In(b.lang)}})
	if err != nil {
		return err
	}
	for _, t := range tables {
		for _, c := range t.columns {
			if err := w.Row(t.name, c.Name, c.Explain); err != nil {
				return err
			}
		}
	}
	return nil
}

// xlsxWriter writes one sheet of a Book.
type xlsxWriter struct {
	book    *Book
	name    string
	columns []Column
	to      *excelize.StreamWriter
	rows    int
	closed  bool
}

// Widths of columns, in characters.
const (
	dateWidth   = 12
	numberWidth = 10
	textWidth   = 24
)

func (w *xlsxWriter) begin() error {
	for i, c := range w.columns {
		width := map[Kind]float64{Text: textWidth, Date: dateWidth, Number: numberWidth}[c.Kind]
		if err := w.to.SetColWidth(i+1, i+1, max(width, float64(len([]rune(c.Name))+4))); err != nil {
			return err
		}
	}
	err := w.to.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	names := make([]any, len(w.columns))
	for i, c := range w.columns {
		names[i] = excelize.Cell{StyleID: w.book.head, Value: Harmless(c.Name)}
	}
	return w.set(names)
}

// Row implements Writer.
func (w *xlsxWriter) Row(cells ...any) error {
	if len(cells) != len(w.columns) {
		return fmt.Errorf("sheet: %d cells for %d columns", len(cells), len(w.columns))
	}
	row := make([]any, len(cells))
	for i, c := range cells {
		row[i] = w.cell(c)
	}
	return w.set(row)
}

func (w *xlsxWriter) cell(c any) any {
	switch v := c.(type) {
	case nil, int, int64, float64:
		return v
	case when.Date:
		if v.IsZero() {
			return nil
		}
		if v.Year < 1900 { // Excel has no earlier dates
			return v.String()
		}
		return excelize.Cell{StyleID: w.book.date, Value: time.Date(v.Year, v.Month, v.Day, 0, 0, 0, 0, time.UTC)}
	case string:
		if v == "" {
			return nil
		}
	}
	return written(c)
}

func (w *xlsxWriter) set(row []any) error {
	if w.rows == excelize.TotalRows {
		return crm.Errorf(crm.Invalid, errManyRows, text.Number(w.book.lang, excelize.TotalRows-1))
	}
	w.rows++
	return w.to.SetRow(fmt.Sprint("A", w.rows), row)
}

// Close implements Writer.
func (w *xlsxWriter) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	last, err := excelize.CoordinatesToCellName(len(w.columns), w.rows)
	if err == nil {
		err = w.book.file.AutoFilter(w.name, "A1:"+last, nil)
	}
	if err != nil {
		return err
	}
	return w.to.Flush()
}
