package slackfake

import (
	"encoding/json"
	"unicode/utf8"
)

// checkMessage holds a message against the limits.
func checkMessage(text string, blocks []any) *refusal {
	switch {
	case text == "" && len(blocks) == 0:
		return broke("no_text")
	case utf8.RuneCountInString(text) > maxMessageText:
		return broke("msg_too_long")
	}
	c := newChecker(onMessage)
	c.blocks(blocks, "/blocks")
	switch {
	case len(c.wrong) > 0:
		return broke("invalid_blocks", c.wrong...)
	case c.chars > maxBlockText:
		return broke("msg_blocks_too_long")
	}
	return nil
}

// checkView holds a modal or home view against the limits. Slack names what is wrong in a view invalid_arguments, with
// pointers below /view. https://docs.slack.dev/reference/views
func checkView(v any, on surface) *refusal {
	raw, err := json.Marshal(v)
	if err != nil || v == nil {
		return broke("invalid_arguments", "missing required field: view [json-pointer:/view]")
	}
	if len(raw) > maxViewBytes {
		return broke("view_too_large")
	}
	c := newChecker(on)
	fields := []rule{oneOf("type", string(on)).must(), anything("blocks").must(), optional("private_metadata", maxPrivateMetadata), optional("callback_id", maxID),
		optional("external_id", maxID)}
	if on == onModal {
		fields = append(fields, plain("title", maxViewTitle).must(), plain("submit", maxViewTitle), plain("close", maxViewTitle),
			flag("clear_on_close"), flag("notify_on_close"), flag("submit_disabled"))
	}
	o := c.object(v, "/view", fields)
	blocks, ok := o["blocks"].([]any)
	if !ok {
		c.bad("/view/blocks", "must provide an array")
	}
	c.blocks(blocks, "/view/blocks")
	if on == onModal && c.inputs > 0 && o["submit"] == nil {
		c.bad("/view", "a view with input blocks must have a submit button")
	}
	if len(c.wrong) > 0 {
		return broke("invalid_arguments", c.wrong...)
	}
	return nil
}

// optional is a string that may be empty.
func optional(name string, limit int) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		s, ok := v.(string)
		switch {
		case !ok:
			c.bad(at, "must provide a string")
		case utf8.RuneCountInString(s) > limit:
			c.bad(at, "must be less than %d characters", limit+1)
		}
	}}
}
