package slackfake

import (
	"strings"
)

// String is the message as a user reads it: its blocks, or its text where there are none. Headings begin with "# ",
// small print with "~ ", buttons and menus stand in brackets.
func (m *Message) String() string {
	if len(m.Blocks) == 0 {
		return m.srv.legible(m.Text)
	}
	return m.srv.renderBlocks(m.Blocks, nil, nil)
}

// String is the view as a user reads it, its fields with what is filled in: "Label*: [value]", the star for required.
func (v *View) String() string {
	out := v.srv.renderBlocks(v.Blocks(), v.values, v.Errors)
	if v.Type != string(onModal) {
		return out
	}
	foot := ""
	for _, b := range []string{plainText(v.JSON["close"]), plainText(v.JSON["submit"])} {
		if b != "" {
			foot += " [" + b + "]"
		}
	}
	return "== " + plainText(v.JSON["title"]) + " ==\n" + out + "\n" + strings.TrimSpace(foot)
}

func (s *Server) renderBlocks(blocks []any, filled values, errors map[string]string) string {
	var lines []string
	for _, b := range blocks {
		o, _ := b.(map[string]any)
		lines = append(lines, s.renderBlock(o, filled, errors))
	}
	return strings.Join(lines, "\n")
}

func (s *Server) renderBlock(b map[string]any, filled values, errors map[string]string) string {
	switch b["type"] {
	case "header":
		return "# " + plainText(b["text"])
	case "divider":
		return "---"
	case "section":
		return s.renderSection(b, filled)
	case "context":
		return "~ " + s.inline(b["elements"], " ")
	case "actions", "context_actions":
		return s.inline(b["elements"], " ")
	case "image":
		return "(image: " + textOf(b["alt_text"]) + ")"
	case "input":
		return s.renderInput(b, filled, errors)
	case "table", "data_table":
		return s.renderTable(b)
	case "data_visualization":
		return "(chart: " + textOf(b["title"]) + ")"
	case "container":
		children, _ := b["child_blocks"].([]any)
		return "# " + plainText(b["title"]) + "\n" + s.renderBlocks(children, filled, errors)
	}
	return s.legible(allText(b)) // markdown, rich_text, alert
}

func (s *Server) renderSection(b map[string]any, filled values) string {
	var lines []string
	if b["text"] != nil {
		lines = append(lines, s.textObject(b["text"]))
	}
	if b["fields"] != nil {
		lines = append(lines, "· "+s.inline(b["fields"], "\n· "))
	}
	out := strings.Join(lines, "\n")
	if e, ok := b["accessory"].(map[string]any); ok {
		out += " " + s.renderElement(e, filled[textOf(b["block_id"])][textOf(e["action_id"])])
	}
	return out
}

// inline renders elements and texts one beside the other.
func (s *Server) inline(v any, between string) string {
	list, _ := v.([]any)
	var parts []string
	for _, e := range list {
		o, _ := e.(map[string]any)
		if t := textOf(o["type"]); t == "mrkdwn" || t == "plain_text" {
			parts = append(parts, s.textObject(o))
		} else {
			parts = append(parts, s.renderElement(o, nil))
		}
	}
	return strings.Join(parts, between)
}

func (s *Server) renderInput(b map[string]any, filled values, errors map[string]string) string {
	e, _ := b["element"].(map[string]any)
	id := textOf(b["block_id"])
	star := "*"
	if b["optional"] == true {
		star = ""
	}
	out := plainText(b["label"]) + star + ": " + s.renderElement(e, filled[id][textOf(e["action_id"])])
	if hint := plainText(b["hint"]); hint != "" {
		out += "\n  ~ " + hint
	}
	if errors[id] != "" {
		out += "\n  ! " + errors[id]
	}
	return out
}

func (s *Server) renderTable(b map[string]any) string {
	rows, _ := b["rows"].([]any)
	var lines []string
	for _, row := range rows {
		cells, _ := row.([]any)
		var parts []string
		for _, c := range cells {
			parts = append(parts, allText(c))
		}
		lines = append(lines, "| "+strings.Join(parts, " | ")+" |")
	}
	return strings.Join(lines, "\n")
}
