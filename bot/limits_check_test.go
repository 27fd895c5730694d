package bot_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The limits as Slack's pages have them, by the kind of thing and its field ("*" for any kind): a checker that reads the
// JSON that would be sent, and shares nothing with the code.
var (
	mostLetters = map[string]int{
		"header.text": 150, "section.text": 3000, "section.fields": 2000, "context.elements": 3000, "button.text": 75, "input.label": 2000,
		"input.hint": 2000, "image.title": 2000, "option.text": 75, "option.description": 75, "group.label": 75, "*.placeholder": 150,
		"confirm.title": 100, "confirm.text": 300, "confirm.confirm": 30, "confirm.deny": 30, "modal.title": 24, "modal.submit": 24, "modal.close": 24,
		"markdown.text": 12000, "cell.text": 10000, "button.value": 2000, "button.accessibility_label": 75, "*.url": 3000, "*.action_id": 255, "*.block_id": 255,
		"option.value": 75, "image.image_url": 3000, "image.alt_text": 2000, "*.initial_value": 3000, "*.private_metadata": 3000, "*.callback_id": 255, "*.external_id": 255,
	}
	mostItems = map[string]int{
		"section.fields": 10, "context.elements": 10, "actions.elements": 25, "overflow.options": 5, "checkboxes.options": 10, "radio_buttons.options": 10,
		"*.options": 100, "*.option_groups": 100, "table.rows": 100, "table.cells": 20, "table.column_settings": 20, "rich_text.elements": 100,
	}
	needed = map[string][]string{
		"header": {"text"}, "input": {"label", "element"}, "image": {"alt_text"}, "button": {"text"}, "option": {"text", "value"}, "group": {"label", "options"},
		"confirm": {"title", "text", "confirm"}, "context": {"elements"}, "actions": {"elements"}, "markdown": {"text"}, "table": {"rows"}, "overflow": {"options"},
		"checkboxes": {"options"}, "radio_buttons": {"options"}, "modal": {"title", "blocks"}, "home": {"blocks"}, "rich_text": {"elements"},
	}
	notIn = map[string][]string{"message": {"input"}, "modal": {"markdown", "table"}, "home": {"markdown", "table"}}
)

// inspector walks through JSON and lists what Slack would refuse.
type inspector struct {
	surface                       string
	wrong                         []string
	ids                           map[string]bool
	letters, markdown, cells, foc int
	tables                        int
}

func (n *inspector) bad(format string, args ...any) {
	n.wrong = append(n.wrong, fmt.Sprintf(format, args...))
}

func limitOf(table map[string]int, kind, field string) (int, bool) {
	if most, is := table[kind+"."+field]; is {
		return most, true
	}
	most, is := table["*."+field]
	return most, is
}

func (n *inspector) object(kind string, o map[string]any) {
	for _, name := range needed[kind] {
		if o[name] == nil {
			n.bad("%s has no %s", kind, name)
		}
	}
	if kind == "section" && o["text"] == nil && o["fields"] == nil {
		n.bad("a section says nothing")
	}
	if kind == "static_select" && (o["options"] == nil) == (o["option_groups"] == nil) {
		n.bad("a menu needs options or groups")
	}
	for name, v := range o {
		n.field(kind, name, v)
	}
	if o["focus_on_load"] == true {
		if n.foc++; n.foc > 1 {
			n.bad("two foci")
		}
	}
	n.initial(kind, o)
}

func (n *inspector) field(kind, name string, v any) {
	switch v := v.(type) {
	case string:
		n.text(kind, name, v)
	case map[string]any:
		n.inner(kind, name, v)
	case []any:
		if most, known := limitOf(mostItems, kind, name); known && len(v) > most || len(v) == 0 && kind != "modal" && kind != "home" {
			n.bad("%s.%s has %d", kind, name, len(v))
		}
		ids := map[string]bool{}
		for _, e := range v {
			o, _ := e.(map[string]any)
			if id, _ := o["action_id"].(string); id != "" && ids[id] {
				n.bad("action_id %.20s twice in %s", id, kind)
			} else {
				ids[id] = true
			}
			switch {
			case name == "rows":
				n.field("table", "cells", e)
			case o != nil:
				n.inner(kind, name, o)
			default:
				n.bad("%s.%s holds %v", kind, name, e)
			}
		}
	case nil:
		n.bad("%s.%s is null", kind, name)
	}
}

// inner is an object in a field.
func (n *inspector) inner(kind, name string, o map[string]any) {
	of, _ := o["type"].(string)
	switch {
	case of == "plain_text" || of == "mrkdwn":
		n.words(kind, name, of, o)
	case name == "confirm":
		n.object("confirm", o)
	case o["url"] != nil && strings.HasPrefix(name, "option") && kind != "overflow":
		n.bad("an option of %s has an address", kind)
	case name == "options", name == "initial_option", name == "initial_options":
		n.object("option", o)
	case name == "option_groups":
		n.object("group", o)
	case name == "cells":
		if of != "raw_text" && of != "rich_text" {
			n.bad("a cell of %s", of)
		}
		n.object("cell", o)
		s, _ := o["text"].(string)
		if n.cells += utf8.RuneCountInString(s); n.cells > 10_000 {
			n.bad("tables of %d", n.cells)
		}
	case name == "elements" || name == "element" || name == "accessory":
		n.object(of, o)
	}
}

// words is a text object: its kind, its length, and that an escape in it is whole.
func (n *inspector) words(kind, name, of string, o map[string]any) {
	s, _ := o["text"].(string)
	n.letters += utf8.RuneCountInString(s)
	most, known := limitOf(mostLetters, kind, name)
	_, emoji := o["emoji"]
	_, verbatim := o["verbatim"]
	mrkdwn := slices.Contains([]string{"section.text", "section.fields", "context.elements", "confirm.text", "option.text", "option.description"}, kind+"."+name)
	switch size := utf8.RuneCountInString(s); {
	case !known || size > most || strings.TrimSpace(s) == "":
		n.bad("%s.%s is %d of %d", kind, name, size, most)
	case of == "mrkdwn" && (!mrkdwn || emoji) || of == "plain_text" && verbatim:
		n.bad("%s.%s is %s", kind, name, of)
	case of == "mrkdwn" && strings.Contains(strings.NewReplacer("&amp;", "", "&lt;", "", "&gt;", "").Replace(s), "&"):
		n.bad("%s.%s has half an escape", kind, name)
	}
}

// text is a string of its own.
func (n *inspector) text(kind, name, s string) {
	size := utf8.RuneCountInString(s)
	if most, known := limitOf(mostLetters, kind, name); known && (size > most || s == "" && name != "private_metadata" && name != "callback_id") {
		n.bad("%s.%s is %d of %d", kind, name, size, most)
	}
	if kind == "markdown" && name == "text" {
		n.letters += size
		if n.markdown += size; n.markdown > 12_000 {
			n.bad("markdown of %d", n.markdown)
		}
	}
	if kind == "cell" && name == "text" {
		n.letters += size
	}
}

// initial holds what is chosen against what is offered.
func (n *inspector) initial(kind string, o map[string]any) {
	if !slices.Contains([]string{"static_select", "multi_static_select", "checkboxes", "radio_buttons"}, kind) {
		return
	}
	var offered []string
	list, _ := o["options"].([]any)
	groups, _ := o["option_groups"].([]any)
	for _, g := range groups {
		more, _ := g.(map[string]any)["options"].([]any)
		list = append(list, more...)
	}
	for _, option := range list {
		offered = append(offered, fmt.Sprint(option))
	}
	chosen, _ := o["initial_options"].([]any)
	if one := o["initial_option"]; one != nil {
		chosen = append(chosen, one)
	}
	for _, c := range chosen {
		if !slices.Contains(offered, fmt.Sprint(c)) {
			n.bad("%s starts with what it does not offer", kind)
		}
	}
}

func (n *inspector) blocks(list []any) {
	most := 100
	if n.surface == "message" {
		most = 50
	}
	if len(list) > most {
		n.bad("%d blocks", len(list))
	}
	for _, v := range list {
		b, _ := v.(map[string]any)
		kind, _ := b["type"].(string)
		if id, _ := b["block_id"].(string); id != "" && n.ids[id] {
			n.bad("two blocks are %.20s", id)
		} else {
			n.ids[id] = true
		}
		if n.tables += strings.Count(kind, "table"); n.tables > 1 || kind == "" || slices.Contains(notIn[n.surface], kind) {
			n.bad("a %q too many", kind)
		}
		n.object(kind, b)
	}
	if n.surface == "message" && n.letters > 13_000 {
		n.bad("all text together is %d", n.letters)
	}
}

// refusedBlocks lists what Slack would refuse in the blocks of a message or a Home tab.
func refusedBlocks(t *testing.T, surface string, blocks any) []string {
	t.Helper()
	n := &inspector{surface: surface, ids: map[string]bool{}}
	var list []any
	if err := json.Unmarshal([]byte(jsonOf(t, blocks)), &list); err != nil {
		t.Fatal(err)
	}
	n.blocks(list)
	return n.wrong
}

// refusedView lists what Slack would refuse in a form.
func refusedView(t *testing.T, view any) []string {
	t.Helper()
	raw := jsonOf(t, view)
	n := &inspector{surface: "modal", ids: map[string]bool{}}
	var o map[string]any
	if err := json.Unmarshal([]byte(raw), &o); err != nil {
		t.Fatal(err)
	}
	list, is := o["blocks"].([]any)
	if !is || len(raw) > 250_000 || o["submit"] == nil && strings.Contains(raw, `"type":"input"`) {
		n.bad("%d bytes, blocks: %v, submit: %v", len(raw), is, o["submit"])
	}
	delete(o, "blocks")
	o["blocks"] = map[string]any{}
	n.object("modal", o)
	n.blocks(list)
	return n.wrong
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
