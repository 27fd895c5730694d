// Package sheet writes and reads tables: CSV as Danish Excel opens it, and XLSX. It knows rows and columns, not what
// they are about.
//
// Writing takes no more memory than a row, whatever the number of rows. Reading trusts no file: whatever it is, it ends
// in rows, in a Broken row, or in a crm.Error of one sentence, within Limits.
package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"samspil/internal/when"
)

// Kind is what the cells of a column hold.
type Kind int

// The kinds.
const (
	Text   Kind = iota
	Date        // a when.Date; the zero Date is an empty cell
	Number      // an int, int64 or float64
)

// Column is one column of a table.
type Column struct {
	Name    string // in the first row; unlike every other of the table
	Kind    Kind
	Explain string // what the column holds, for the sheet that explains them all
}

// Writer takes the rows of one table. Row takes a cell for each column: a string, a when.Date, an int, int64 or float64,
// or nil for an empty one. Close ends the table.
type Writer interface {
	Row(cells ...any) error
	Close() error
}

// written is the cell as text, for files that have nothing else: dates as 2026-11-23, which Excel knows for a date in
// every country, and fractions with a comma, as Danish Excel reads them.
func written(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return Harmless(v)
	case when.Date:
		return v.String()
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
	}
	panic(fmt.Sprintf("sheet: a cell of %T", cell))
}
