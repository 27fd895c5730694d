package slackfake

import "unicode/utf8"

// columnSetting: https://docs.slack.dev/reference/block-kit/blocks/table-block
func columnSetting(c *checker, v any, at string) {
	if v != nil {
		c.object(v, at, []rule{oneOf("align", "left", "center", "right"), flag("is_wrapped")})
	}
}

// tableRows holds a table against its limits: one in a message, 100 rows of 20 cells, 10,000 characters.
func tableRows(c *checker, o map[string]any, at string) {
	if c.tables++; c.tables > 1 {
		c.bad(at, "only_one_table_allowed")
	}
	c.table += c.cells(o, at, maxTableRows, func(cell map[string]any, at string, _ int) {
		switch cell["type"] {
		case "raw_text":
			c.object(cell, at, []rule{anything("type"), str("text", maxTableText).must()})
		case "raw_number": // refused in practice, whatever the page says
			c.bad(at, "unsupported type: raw_number")
		case "rich_text":
		default:
			c.bad(at, "unsupported type: %v", cell["type"])
		}
	})
	if c.table > maxTableText {
		c.bad(at+"/rows", "must be less than %d characters", maxTableText+1)
	}
}

// dataRows: https://docs.slack.dev/reference/block-kit/blocks/data-table-block; its first row is the header.
func dataRows(c *checker, o map[string]any, at string) {
	c.data += c.cells(o, at, maxDataTableRows, func(cell map[string]any, at string, row int) {
		switch cell["type"] {
		case "raw_text", "raw_number", "action_cell":
		case "rich_text":
			if row == 0 {
				c.bad(at, "a header cell cannot be rich_text")
			}
		default:
			c.bad(at, "unsupported type: %v", cell["type"])
		}
	})
	if rows, _ := o["rows"].([]any); len(rows) < 2 {
		c.bad(at+"/rows", "no less than 2 items allowed")
	}
	if c.data > maxDataTableText {
		c.bad(at+"/rows", "must be less than %d characters", maxDataTableText+1)
	}
}

// cells goes through a table and gives the number of its characters.
func (c *checker) cells(o map[string]any, at string, most int, each func(cell map[string]any, at string, row int)) int {
	rows, ok := o["rows"].([]any)
	if !ok || len(rows) == 0 {
		c.bad(at+"/rows", "no less than 1 items allowed")
	}
	if len(rows) > most {
		c.bad(at+"/rows", "no more than %d items allowed", most)
	}
	total := 0
	for i, row := range rows {
		cells, _ := row.([]any)
		here := sprintf("%s/rows/%d", at, i)
		if len(cells) == 0 {
			c.bad(here, "no less than 1 items allowed")
		}
		if len(cells) > maxTableCells {
			c.bad(here, "no more than %d items allowed", maxTableCells)
		}
		for j, v := range cells {
			cell, _ := v.(map[string]any)
			each(cell, sprintf("%s/%d", here, j), i)
			total += utf8.RuneCountInString(allText(cell))
		}
	}
	c.chars += total
	return total
}

// allText is every "text" string within v, one after another.
func allText(v any) string {
	switch v := v.(type) {
	case []any:
		s := ""
		for _, e := range v {
			s += allText(e)
		}
		return s
	case map[string]any:
		if s, ok := v["text"].(string); ok {
			return s
		}
		s := ""
		for _, key := range sortedKeys(v) {
			s += allText(v[key])
		}
		return s
	}
	return ""
}
