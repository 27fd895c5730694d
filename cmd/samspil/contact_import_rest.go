package main

import (
	"errors"
	"os"
	"time"

	"samspil/internal/crm"
	"samspil/internal/moving"
	"samspil/internal/privacy"
	"samspil/internal/sheet"
	"samspil/internal/text"
)

// restFile is the file of rows that were not taken: as they were, with the reason in a column of its own. It is made with
// the first of them, and is there when it is whole.
type restFile struct {
	name     string
	lang     text.Lang
	mapping  moving.Mapping
	from1904 bool
	file     *os.File
	to       sheet.Writer
}

func (f *restFile) add(header []string, d moving.Decision) (err error) {
	if f.to == nil {
		if f.file, err = os.OpenFile(f.name+".part", os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600); err != nil {
			return crm.Errorf(crm.Unavailable, errWrite, f.name).Because(err)
		}
		var columns []sheet.Column
		for i, h := range header {
			if f.mapping.Columns[i].Field != moving.Reason {
				columns = append(columns, sheet.Column{Name: h})
			}
		}
		if f.to, err = sheet.NewCSV(f.file, append(columns, sheet.Column{Name: restColumn.In(f.lang)})); err != nil {
			return err
		}
	}
	var cells []any
	for i, c := range f.mapping.Columns {
		if c.Field != moving.Reason {
			cells = append(cells, f.cell(c.Field, d.Row.Cells[i]))
		}
	}
	cells = append(cells, d.Why)
	for _, more := range d.Row.Cells[len(f.mapping.Columns):] { // so that nobody takes the row as it is
		cells = append(cells, f.cell(moving.Unread, more))
	}
	return f.to.Row(cells...)
}

// cell is the cell as people can correct it: a day as a day, and CPR numbers masked as they would be in a note.
func (f *restFile) cell(field moving.Field, cell string) any {
	switch field {
	case moving.Date, moving.NeedFrom, moving.FollowDue:
		if day, clock, ok := sheet.Serial(cell, f.from1904); ok && clock < 0 {
			return day
		} else if ok {
			return day.At(int(clock)/60, int(clock)%60).Format(time.DateTime)
		}
		return cell
	case moving.CVR, moving.PNumber, moving.Number, moving.ContactTel:
		return cell
	}
	masked, _ := privacy.Mask(cell)
	return masked
}

func (f *restFile) close(whole bool) error {
	if f.file == nil {
		return nil
	}
	var err error
	if f.to != nil {
		err = f.to.Close()
	}
	if err = errors.Join(err, f.file.Close()); err == nil && whole {
		return os.Rename(f.name+".part", f.name)
	}
	return errors.Join(err, os.Remove(f.name+".part"))
}
