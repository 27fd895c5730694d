package sheet

import (
	"io"
	"os"
	"slices"

	"github.com/xuri/excelize/v2"

	"samspil/internal/crm"
)

// inMemory is how large a part of a workbook is kept in memory; larger ones go to temporary files.
const inMemory = 1 << 20

// readXLSX reads the first sheet that can be seen. The library gets only what looked over has passed.
func readXLSX(file *os.File, size int64, limits Limits) (*Reader, error) {
	if err := lookOver(file, size, limits); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(io.NewSectionReader(file, 0, size), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: limits.Unpacked + mostBeside, UnzipXMLSizeLimit: inMemory})
	if err != nil {
		return nil, crm.Errorf(crm.Invalid, errDamaged).Because(err)
	}
	r := &Reader{Format: "xlsx", limits: limits, close: func() error { file.Close(); return book.Close() }}
	seen := slices.DeleteFunc(book.GetSheetList(), func(name string) bool {
		visible, err := book.GetSheetVisible(name)
		return err == nil && !visible
	})
	if len(seen) == 0 {
		r.close()
		return nil, crm.Errorf(crm.Invalid, errEmpty)
	}
	r.Sheet, r.Others = seen[0], seen[1:]
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.From1904 = *props.Date1904
	}
	rows, err := book.Rows(r.Sheet)
	if err != nil {
		r.close()
		return nil, crm.Errorf(crm.Invalid, errDamaged).Because(err)
	}
	number := 0
	r.next = func() (int, []string, error) {
		if !rows.Next() {
			if err := rows.Error(); err != nil {
				return 0, nil, crm.Errorf(crm.Invalid, errDamaged).Because(err)
			}
			return 0, nil, io.EOF
		}
		number++
		cells, err := rows.Columns()
		if err != nil {
			return 0, nil, crm.Errorf(crm.Invalid, errDamaged).Because(err)
		}
		return number, cells, nil
	}
	return r, nil
}
