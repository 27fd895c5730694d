package slackfake

import (
	"regexp"
	"strings"
)

// renderElement is an element with what is filled in.
func (s *Server) renderElement(e map[string]any, state map[string]any) string {
	kind := textOf(e["type"])
	switch kind {
	case "image":
		return "(image: " + textOf(e["alt_text"]) + ")"
	case "button", "icon_button":
		return "[" + plainText(e["text"]) + "]"
	case "overflow":
		var entries []string
		for _, o := range optionsOf(e) {
			entries = append(entries, plainText(o["text"]))
		}
		return "[… " + strings.Join(entries, " | ") + "]"
	case "checkboxes", "radio_buttons":
		return s.renderBoxes(e, state)
	case "feedback_buttons":
		good, _ := e["positive_button"].(map[string]any)
		bad, _ := e["negative_button"].(map[string]any)
		return "[" + plainText(good["text"]) + "] [" + plainText(bad["text"]) + "]"
	}
	field, initial, _ := stateField(kind)
	value, known := state[field]
	if !known {
		value = e[initial]
	}
	shown := s.renderValue(value)
	if shown == "" {
		shown = plainText(e["placeholder"])
		if shown != "" {
			shown = "(" + shown + ")"
		}
	}
	if strings.HasSuffix(kind, "select") {
		shown += " ▾"
	}
	return "[" + strings.TrimSpace(shown) + "]"
}

// renderBoxes shows all boxes, the ticked ones with an x.
func (s *Server) renderBoxes(e, state map[string]any) string {
	ticked := map[string]bool{}
	chosen, _ := state["selected_options"].([]any)
	if one := state["selected_option"]; one != nil {
		chosen = []any{one}
	}
	if state == nil {
		chosen, _ = e["initial_options"].([]any)
	}
	for _, c := range chosen {
		o, _ := c.(map[string]any)
		ticked[textOf(o["value"])] = true
	}
	var parts []string
	for _, o := range optionsOf(e) {
		mark := "( ) "
		if ticked[textOf(o["value"])] {
			mark = "(x) "
		}
		parts = append(parts, mark+s.textObject(o["text"]))
	}
	return strings.Join(parts, " ")
}

// renderValue is a chosen or typed value.
func (s *Server) renderValue(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return s.name(v)
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, s.renderValue(e))
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return or(plainText(v["text"]), textOf(v["name"]))
	case reply:
		return textOf(v["name"])
	}
	return sprintf("%v", v)
}

func (s *Server) textObject(v any) string {
	o, _ := v.(map[string]any)
	if o["type"] == "plain_text" {
		return textOf(o["text"])
	}
	return s.legible(textOf(o["text"]))
}

var angled = regexp.MustCompile(`<([^<>]+)>`)

// legible is mrkdwn as a reader sees it, its marks for bold and the like left in.
// https://docs.slack.dev/messaging/formatting-message-text
func (s *Server) legible(text string) string {
	text = angled.ReplaceAllStringFunc(text, func(hit string) string {
		inner, label, labelled := strings.Cut(hit[1:len(hit)-1], "|")
		switch {
		case strings.HasPrefix(inner, "@"):
			return "@" + s.name(inner[1:])
		case strings.HasPrefix(inner, "#"):
			return s.name(inner[1:])
		case strings.HasPrefix(inner, "!date^"):
			return label
		case strings.HasPrefix(inner, "!"):
			return "@" + inner[1:]
		case labelled:
			return label + " (" + inner + ")"
		}
		return inner
	})
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(text)
}

// String is a dialog as a user reads it.
func (d *Dialog) String() string {
	return "== " + d.Title + " ==\n" + d.Text + "\n[" + d.Deny + "] [" + d.Confirm + "]"
}
