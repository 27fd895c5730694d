package document

import (
	"strings"
	"unicode/utf8"
)

// tables puts together the rows of tables, and of tables within cells.
type tables struct{ open []*row }

// row is the row of a table that is being read; there is one for each open table, also between its rows.
type row struct {
	cells      []string
	cell       []string // paragraphs of the cell that is being read
	begun      bool     // the cell is
	cellShaded bool
	shaded     bool // the whole table may be
	dropped    bool
}

func (t *tables) inside() bool { return len(t.open) > 0 }

func (t *tables) begin() { t.open = append(t.open, new(row)) }

// top is the innermost row; nil outside of tables.
func (t *tables) top() *row {
	if len(t.open) == 0 {
		return nil
	}
	return t.open[len(t.open)-1]
}

func (t *tables) end() {
	if len(t.open) > 0 {
		t.open = t.open[:len(t.open)-1]
	}
}

// shortCell is how many characters a cell may have for its paragraphs to be put in one line.
const shortCell = 120

// endCell closes a cell. The paragraphs of a short one stand in one line, so that a label and its figure stay
// together; in a long one they stay paragraphs.
func (t *tables) endCell() {
	r := t.top()
	if r == nil {
		return
	}
	separator := "\n"
	if n := utf8.RuneCountInString(strings.Join(r.cell, " ")); n <= shortCell && !strings.Contains(strings.Join(r.cell, ""), "\t") {
		separator = " "
	}
	r.cells = append(r.cells, strings.Join(r.cell, separator))
	r.cell, r.begun = nil, false
}

// endRow gives the text of a row, cells apart by tabs and empty ones at its end left out; it goes into the cell
// around it where there is one, and then nothing is given.
func (t *tables) endRow() (text string) {
	r := t.top()
	if r == nil {
		return ""
	}
	text = strings.TrimRight(strings.Join(r.cells, "\t"), "\t\n ")
	if r.dropped {
		text = ""
	}
	*r = row{shaded: r.shaded}
	if len(t.open) > 1 {
		outer := t.open[len(t.open)-2]
		if text != "" {
			outer.cell = append(outer.cell, text)
		}
		return ""
	}
	return text
}

// rest closes all that is open and gives what it holds, where reading stopped midway.
func (t *tables) rest() (text string) {
	for len(t.open) > 0 {
		t.endCell()
		text = t.endRow()
		t.end()
	}
	return text
}
