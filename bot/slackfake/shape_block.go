package slackfake

import (
	"slices"
	"unicode/utf8"
)

// kind is what is known of one type of block: https://docs.slack.dev/reference/block-kit/blocks
type kind struct {
	fields []rule
	on     []surface
	also   func(c *checker, o map[string]any, at string)
}

// kinds are the blocks of the fake. Those of agents, calls, files and video are not among them, and refused.
var kinds map[string]kind

func init() {
	kinds = map[string]kind{
		"section": {fields: []rule{words("text", maxSectionText), list("fields", 1, maxFields, fieldText), in("accessory", "section"), flag("expand")},
			on: anywhere, also: needsText},
		"divider": {on: anywhere},
		"image": {fields: []rule{str("image_url", maxImageURL), anything("slack_file"), str("alt_text", maxAltText).must(), plain("title", maxAltText)},
			on: anywhere, also: needsPicture},
		"actions":         {fields: []rule{list("elements", 1, maxActions, standing("actions")).must()}, on: anywhere, also: uniqueActions},
		"context":         {fields: []rule{list("elements", 1, maxContext, contextElement).must()}, on: anywhere},
		"context_actions": {fields: []rule{list("elements", 1, maxFeedback, standing("context_actions")).must()}, on: []surface{onMessage}, also: uniqueActions},
		"header":          {fields: []rule{plain("text", maxHeader).must(), whole("level", 1, 4)}, on: anywhere},
		"input": {fields: []rule{plain("label", maxInputLabel).must(), in("element", "input").must(), plain("hint", maxInputLabel), flag("optional"),
			flag("dispatch_action")}, on: []surface{onModal, onHome}, also: func(c *checker, _ map[string]any, _ string) { c.inputs++ }},
		"rich_text":          {fields: []rule{list("elements", 1, maxOptions, func(*checker, any, string) {}).must()}, on: anywhere},
		"markdown":           {fields: []rule{str("text", maxMarkdown).must()}, on: []surface{onMessage}, also: allMarkdown},
		"table":              {fields: []rule{anything("rows").must(), list("column_settings", 0, maxTableCells, columnSetting)}, on: []surface{onMessage}, also: tableRows},
		"data_table":         {fields: []rule{str("caption", maxText).must(), anything("rows").must(), whole("page_size", 1, 100), whole("row_header_column_index", 0, maxTableCells)}, on: []surface{onMessage}, also: dataRows},
		"data_visualization": {fields: []rule{str("title", maxChartTitle).must(), anything("chart").must()}, on: []surface{onMessage}, also: chart},
		"alert":              {fields: []rule{words("text", maxText).must(), oneOf("level", "default", "info", "warning", "error", "success")}, on: modalOnly},
		"container": {fields: []rule{plain("title", maxTitle), anything("rich_text_title"), words("subtitle", maxTitle), anything("icon"), anything("width"), flag("is_collapsible"),
			flag("default_collapsed"), flag("has_header_divider"), list("child_blocks", 1, maxContainer, (*checker).block).must()}, on: []surface{onMessage}},
	}
}

// blocks checks all blocks of a message or view.
func (c *checker) blocks(blocks []any, at string) {
	most := maxViewBlocks
	if c.on == onMessage {
		most = maxMessageBlocks
	}
	if len(blocks) > most {
		c.bad(at, "no more than %d items allowed", most)
	}
	for i, b := range blocks {
		c.block(b, sprintf("%s/%d", at, i))
	}
}

func (c *checker) block(v any, at string) {
	o, ok := v.(map[string]any)
	if !ok {
		c.bad(at, "must provide an object")
		return
	}
	name, _ := o["type"].(string)
	k, known := kinds[name]
	if !known || !slices.Contains(k.on, c.on) {
		c.bad(at+"/type", "unsupported type: %s", name)
		return
	}
	if id, _ := o["block_id"].(string); id != "" {
		if c.blockIDs[id] {
			c.bad(at+"/block_id", "block_id already exists")
		}
		c.blockIDs[id] = true
	}
	c.object(v, at, append([]rule{anything("type"), str("block_id", maxID)}, k.fields...))
	if k.also != nil {
		k.also(c, o, at)
	}
}

func fieldText(c *checker, v any, at string) { c.textObject(v, at, maxFieldText, true) }

// in is a field with one element, in a block of that type.
func in(name, block string) rule { return rule{name: name, test: standing(block)} }

func standing(block string) func(*checker, any, string) {
	return func(c *checker, v any, at string) { c.element(v, at, block) }
}

func contextElement(c *checker, v any, at string) {
	if o, _ := v.(map[string]any); o["type"] == "image" {
		c.element(v, at, "context")
		return
	}
	c.textObject(v, at, maxText, true)
}

func needsText(c *checker, o map[string]any, at string) {
	if o["text"] == nil && o["fields"] == nil {
		c.bad(at, "missing required field: text")
	}
}

// uniqueActions: an action_id names one element of its block.
func uniqueActions(c *checker, o map[string]any, at string) {
	seen := map[string]bool{}
	list, _ := o["elements"].([]any)
	for i, e := range list {
		m, _ := e.(map[string]any)
		id, _ := m["action_id"].(string)
		if id != "" && seen[id] {
			c.bad(sprintf("%s/elements/%d/action_id", at, i), "action_id already exists")
		}
		seen[id] = true
	}
}

func allMarkdown(c *checker, o map[string]any, at string) {
	s, _ := o["text"].(string)
	c.chars += utf8.RuneCountInString(s)
	if c.markdown += utf8.RuneCountInString(s); c.markdown > maxMarkdown {
		c.bad(at+"/text", "all markdown blocks together must be less than %d characters", maxMarkdown+1)
	}
}
