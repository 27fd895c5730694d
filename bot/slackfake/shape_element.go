package slackfake

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// element is what is known of one type of element: https://docs.slack.dev/reference/block-kit/block-elements
type element struct {
	fields []rule
	where  []string // the blocks it may stand in
	on     []surface
	also   func(c *checker, o map[string]any, at string)
}

var (
	buttons   = []string{"section", "actions"}
	pickers   = []string{"section", "actions", "input"}
	inputOnly = []string{"input"}
	anywhere  = []surface{onMessage, onModal, onHome}
	modalOnly = []surface{onModal}
)

// elements are those of the fake; others are refused as Slack refuses unknown ones.
var elements map[string]element

func init() {
	style := oneOf("style", "primary", "danger")
	value := str("value", maxButtonValue)
	label := str("accessibility_label", maxButtonText)
	users := anything("visible_to_user_ids")
	elements = map[string]element{
		"button": {fields: []rule{plain("text", maxButtonText).must(), actionID(), value, str("url", maxURL), style, confirm(), label, users,
			anything("agent_prompt"), anything("agent_prompt_display")}, where: buttons, on: anywhere},
		"icon_button": {fields: []rule{str("icon", maxID).must(), plain("text", maxButtonText).must(), actionID(), value, confirm(), label, users},
			where: []string{"context_actions"}, on: []surface{onMessage}},
		"feedback_buttons": {fields: []rule{actionID(), feedback("positive_button").must(), feedback("negative_button").must()},
			where: []string{"context_actions"}, on: []surface{onMessage}},
		"image": {fields: []rule{str("image_url", maxImageURL), anything("slack_file"), str("alt_text", maxAltText).must()},
			where: []string{"section", "context"}, on: anywhere, also: needsPicture},
		"overflow": {fields: []rule{actionID(), list("options", 1, maxOverflow, option(false, true)).must(), confirm()}, where: buttons, on: anywhere},
		"checkboxes": {fields: []rule{actionID(), list("options", 1, maxChoices, option(true, false)).must(), confirm(), focus(), users, anything("initial_options")},
			where: pickers, on: anywhere, also: initialsAreOptions},
		"radio_buttons": {fields: []rule{actionID(), list("options", 1, maxChoices, option(true, false)).must(), confirm(), focus(), anything("initial_option")},
			where: pickers, on: anywhere, also: initialsAreOptions},
		"datepicker":     {fields: []rule{actionID(), placeholder(), confirm(), focus(), stamp("initial_date", time.DateOnly)}, where: pickers, on: anywhere},
		"timepicker":     {fields: []rule{actionID(), placeholder(), confirm(), focus(), stamp("initial_time", "15:04"), str("timezone", maxID)}, where: pickers, on: anywhere},
		"datetimepicker": {fields: []rule{actionID(), confirm(), focus(), whole("initial_date_time", 1e9, 9999999999)}, where: pickers, on: anywhere},
		"plain_text_input": {fields: []rule{actionID(), placeholder(), focus(), onDispatch(), flag("multiline"), str("initial_value", maxInputLength),
			whole("min_length", 0, maxInputLength), whole("max_length", 1, maxInputLength)}, where: inputOnly, on: anywhere, also: initialFits},
		"email_text_input": {fields: []rule{actionID(), placeholder(), focus(), onDispatch(), str("initial_value", maxInputLength)}, where: inputOnly, on: modalOnly},
		"url_text_input":   {fields: []rule{actionID(), placeholder(), focus(), onDispatch(), str("initial_value", maxInputLength)}, where: inputOnly, on: modalOnly},
		"number_input": {fields: []rule{actionID(), placeholder(), focus(), onDispatch(), flag("is_decimal_allowed").must(), number("initial_value"),
			number("min_value"), number("max_value")}, where: inputOnly, on: modalOnly},
		"file_input": {fields: []rule{actionID(), anything("filetypes"), whole("max_files", 1, maxInputFiles)}, where: inputOnly, on: modalOnly},
	}
	for kind, e := range menus() {
		elements[kind] = e
	}
}

// element holds an element against its rules and against the place it stands in.
func (c *checker) element(v any, at, block string) {
	o, _ := v.(map[string]any)
	kind, _ := o["type"].(string)
	e, known := elements[kind]
	switch {
	case !known:
		c.bad(at, "unsupported type: %s", kind)
		return
	case !slices.Contains(e.where, block) || !slices.Contains(e.on, c.on):
		c.bad(at, "invalid element: %s is not for %s in a %s", kind, block, c.on)
	}
	c.object(v, at, append([]rule{anything("type")}, e.fields...))
	if e.also != nil {
		e.also(c, o, at)
	}
}

func feedback(name string) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		c.object(v, at, []rule{plain("text", maxButtonText).must(), str("value", maxButtonValue).must(), str("accessibility_label", maxButtonText)})
	}}
}

// stamp is a date or a time of day.
func stamp(name, layout string) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		s, _ := v.(string)
		if _, err := time.Parse(layout, s); err != nil {
			c.bad(at, "must match the format %s", strings.NewReplacer("2006", "YYYY", "01", "MM", "02", "DD", "15", "HH", "04", "mm").Replace(layout))
		}
	}}
}

// number is a number in a string.
func number(name string) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		s, _ := v.(string)
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			c.bad(at, "must be a number in a string")
		}
	}}
}

func needsPicture(c *checker, o map[string]any, at string) {
	if o["image_url"] == nil && o["slack_file"] == nil {
		c.bad(at, "missing required field: image_url")
	}
}
