package bot

import (
	"github.com/slack-go/slack"
)

// limitCell leaves room for a whole row in limitTableText.
const limitCell = limitTableText / limitTableCells

// tableBlock keeps the first table of a message, and of it the rows and columns there is room for.
func (c *clamper) tableBlock(b *slack.TableBlock) []slack.Block {
	if c.on != onMessage || c.table {
		c.short = true
		return nil
	}
	n := *b
	n.Rows = nil
	left := limitTableText
	for _, row := range b.Rows {
		cells := c.cells(row)
		if len(cells) == 0 {
			continue
		}
		if left -= textIn(cells); left < 0 || len(n.Rows) == limitTableRows {
			c.short = true
			break
		}
		n.Rows = append(n.Rows, cells)
	}
	if len(n.Rows) == 0 {
		return nil
	}
	n.ColumnSettings = b.ColumnSettings[:min(len(b.ColumnSettings), limitTableCells)]
	n.BlockID, c.table = c.id(b.BlockID), true
	return []slack.Block{&n}
}

func (c *clamper) cells(row []slack.TableCell) []slack.TableCell {
	if len(row) > limitTableCells {
		row, c.short = row[:limitTableCells], true
	}
	var cells []slack.TableCell
	for _, cell := range row {
		cells = append(cells, clampCell(cell))
	}
	return cells
}

// clampCell gives a cell of text. Slack takes no empty one, and has refused those of a number.
func clampCell(cell slack.TableCell) slack.TableCell {
	cell, is := pointer(cell)
	if !is {
		return slack.NewTableRawTextCell("–")
	}
	switch cell := cell.(type) {
	case *slack.TableRawTextCell:
		if !isBlank(cell.Text) {
			return slack.NewTableRawTextCell(clipRaw(cell.Text, limitCell))
		}
	case *slack.TableRawNumberCell:
		if isBlank(cell.Text) {
			return slack.NewTableRawTextCell(jsonOf(cell.Value))
		}
		return slack.NewTableRawTextCell(clipRaw(cell.Text, limitCell))
	case *slack.TableRichTextCell:
		if len(cell.Elements) > 0 && textIn(cell) <= limitCell {
			return cell
		}
	}
	return slack.NewTableRawTextCell("–")
}
