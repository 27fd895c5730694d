package console

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"samspil/bot"
)

// table lays out a table in columns.
func table(b *slack.TableBlock) string {
	var rows [][]string
	var widths []int
	for _, cells := range b.Rows {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = strings.ReplaceAll(bot.Clean(cell(c)), "\n", " ")
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
		rows = append(rows, row)
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		for i, c := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(c))
			if i < len(b.ColumnSettings) && b.ColumnSettings[i].Align == slack.ColumnAlignmentRight {
				c, pad = pad+c, ""
			}
			lines[n] += c + pad + "  "
		}
		lines[n] = strings.TrimRight(lines[n], " ")
	}
	return strings.Join(lines, "\n")
}

func cell(c slack.TableCell) string {
	switch c := c.(type) {
	case *slack.TableRawTextCell:
		return c.Text
	case *slack.TableRawNumberCell:
		if c.Text != "" {
			return c.Text
		}
		return strconv.FormatFloat(c.Value, 'f', -1, 64)
	case *slack.TableRichTextCell:
		return richText(c.Elements)
	}
	return ""
}

// richText is the letters of rich text, which is how Slack makes a table's heading bold.
func richText(elements []slack.RichTextElement) string {
	var b strings.Builder
	for _, e := range elements {
		section, ok := e.(*slack.RichTextSection)
		if !ok {
			continue
		}
		for _, part := range section.Elements {
			if t, ok := part.(*slack.RichTextSectionTextElement); ok {
				b.WriteString(t.Text)
			}
		}
	}
	return b.String()
}
