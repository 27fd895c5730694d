package slackfake

import "unicode/utf8"

// The text object and what is made of it: https://docs.slack.dev/reference/block-kit/composition-objects

// plain is a field with a plain_text object.
func plain(name string, limit int) rule {
	return rule{name: name, test: func(c *checker, v any, at string) { c.textObject(v, at, limit, false) }}
}

// words is a field with a text object of either type.
func words(name string, limit int) rule {
	return rule{name: name, test: func(c *checker, v any, at string) { c.textObject(v, at, limit, true) }}
}

// textObject: emoji is for plain_text, verbatim for mrkdwn alone.
func (c *checker) textObject(v any, at string, limit int, mrkdwn bool) {
	fields, kinds := []rule{str("text", limit).must()}, []string{"plain_text"}
	o, _ := v.(map[string]any)
	if mrkdwn {
		kinds = append(kinds, "mrkdwn")
	}
	if o["type"] == "mrkdwn" {
		fields = append(fields, flag("verbatim"))
	} else {
		fields = append(fields, flag("emoji"))
	}
	before := len(c.wrong)
	c.object(v, at, append(fields, oneOf("type", kinds...).must()))
	if len(c.wrong) > before {
		c.bad(at, "failed to match all allowed schemas")
	}
	s, _ := o["text"].(string)
	c.chars += utf8.RuneCountInString(s)
}

// confirm: https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
func confirm() rule {
	return rule{name: "confirm", test: func(c *checker, v any, at string) {
		c.object(v, at, []rule{plain("title", maxConfirmTitle).must(), words("text", maxConfirmText).must(), plain("confirm", maxConfirmButton).must(),
			plain("deny", maxConfirmButton), oneOf("style", "primary", "danger")})
	}}
}

// option is one option. Where it stands decides whether its text may be mrkdwn and whether it may have an address.
func option(mrkdwn, url bool) func(*checker, any, string) {
	return func(c *checker, v any, at string) {
		fields := []rule{plain("text", maxOptionText).must(), str("value", maxOptionValue).must(), plain("description", maxOptionText)}
		if mrkdwn {
			fields[0], fields[2] = words("text", maxOptionText).must(), words("description", maxOptionText)
		}
		if url {
			fields = append(fields, str("url", maxURL))
		}
		c.object(v, at, fields)
	}
}

// groups: https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object
func groups() rule {
	return list("option_groups", 1, maxOptions, func(c *checker, v any, at string) {
		c.object(v, at, []rule{plain("label", maxOptionText).must(), list("options", 1, maxOptions, option(false, false)).must()})
	})
}

// placeholder is every input's.
func placeholder() rule { return plain("placeholder", maxPlaceholder) }

// actionID is every interactive element's.
func actionID() rule { return str("action_id", maxID) }

// focus may be on one element of a view.
func focus() rule {
	return rule{name: "focus_on_load", test: func(c *checker, v any, at string) {
		if v == true {
			c.focused++
		}
		if c.focused > 1 {
			c.bad(at, "only one element may have focus_on_load")
		}
	}}
}

// onDispatch: https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
func onDispatch() rule {
	return rule{name: "dispatch_action_config", test: func(c *checker, v any, at string) {
		c.object(v, at, []rule{list("trigger_actions_on", 1, 2, func(c *checker, v any, at string) {
			if v != "on_enter_pressed" && v != "on_character_entered" {
				c.bad(at, "must be one of: on_enter_pressed, on_character_entered")
			}
		})})
	}}
}
