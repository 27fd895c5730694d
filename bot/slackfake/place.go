package slackfake

import (
	"maps"
	"slices"
)

// placed is an element with where it stands.
type placed struct {
	element map[string]any
	kind    string
	block   string // block_id
	action  string // action_id
	label   string // of the input block around it, or its own
	input   map[string]any
}

// placedIn gives all elements of blocks, in order.
func placedIn(blocks []any) []placed {
	var list []placed
	for _, v := range blocks {
		b, _ := v.(map[string]any)
		add := func(v any, label string, input map[string]any) {
			if e, ok := v.(map[string]any); ok {
				list = append(list, placed{element: e, kind: textOf(e["type"]), block: textOf(b["block_id"]), action: textOf(e["action_id"]), label: label, input: input})
			}
		}
		switch b["type"] {
		case "actions", "context_actions":
			elements, _ := b["elements"].([]any)
			for _, e := range elements {
				add(e, ownLabel(e), nil)
			}
		case "section":
			add(b["accessory"], or(ownLabel(b["accessory"]), plainText(b["text"])), nil)
		case "input":
			add(b["element"], plainText(b["label"]), b)
		case "container":
			children, _ := b["child_blocks"].([]any)
			list = append(list, placedIn(children)...)
		}
	}
	return list
}

func ownLabel(v any) string {
	e, _ := v.(map[string]any)
	if e["text"] != nil {
		return plainText(e["text"])
	}
	return plainText(e["placeholder"])
}

// plainText is the text of a text object.
func plainText(v any) string {
	o, _ := v.(map[string]any)
	return textOf(o["text"])
}

// values are a view's state: block id, action id, value.
type values map[string]map[string]map[string]any

func (v values) clone() values {
	out := values{}
	for block, actions := range v {
		out[block] = maps.Clone(actions)
	}
	return out
}

// keep takes over what was filled in at fields that are still there: same block and action id.
// https://docs.slack.dev/surfaces/modals
func (v values) keep(old values) {
	for block, actions := range v {
		for action, now := range actions {
			if before, ok := old[block][action]; ok && before["type"] == now["type"] {
				actions[action] = before
			}
		}
	}
}

func (v values) set(p placed, value map[string]any) {
	if v[p.block] == nil {
		v[p.block] = map[string]map[string]any{}
	}
	v[p.block][p.action] = value
}

// stateField is where the state holds the value of a type of element, and what it is when empty.
// https://docs.slack.dev/reference/views/view-object
func stateField(kind string) (field, initial string, empty any) {
	switch kind {
	case "plain_text_input", "email_text_input", "url_text_input", "number_input":
		return "value", "initial_value", nil
	case "static_select", "external_select", "radio_buttons":
		return "selected_option", "initial_option", nil
	case "multi_static_select", "multi_external_select", "checkboxes":
		return "selected_options", "initial_options", []any{}
	case "datepicker":
		return "selected_date", "initial_date", nil
	case "timepicker":
		return "selected_time", "initial_time", nil
	case "datetimepicker":
		return "selected_date_time", "initial_date_time", nil
	case "file_input":
		return "files", "", []any{}
	}
	for _, of := range []string{"user", "conversation", "channel"} {
		switch kind {
		case of + "s_select":
			return "selected_" + of, "initial_" + of, nil
		case "multi_" + of + "s_select":
			return "selected_" + of + "s", "initial_" + of + "s", []any{}
		}
	}
	return "", "", nil
}

// initialValues is the state before anybody has touched it.
func initialValues(blocks []any) values {
	v := values{}
	for _, p := range placedIn(blocks) {
		field, initial, empty := stateField(p.kind)
		if field == "" {
			continue
		}
		value := p.element[initial]
		if value == nil {
			value = empty
		}
		v.set(p, map[string]any{"type": p.kind, field: value})
	}
	return v
}

// find gives the elements that a word means: by action id first, else by label, else by block id.
func find(all []placed, word string) []placed {
	for _, same := range []func(placed) bool{
		func(p placed) bool { return p.action == word },
		func(p placed) bool { return p.label == word },
		func(p placed) bool { return p.block == word },
	} {
		var hits []placed
		for _, p := range all {
			if same(p) {
				hits = append(hits, p)
			}
		}
		if len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// labels are what there is to find, for a message that says so.
func labels(all []placed) []string {
	var list []string
	for _, p := range all {
		list = append(list, p.label+" ("+p.block+"/"+p.action+")")
	}
	slices.Sort(list)
	return list
}
