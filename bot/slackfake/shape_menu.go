package slackfake

import (
	"reflect"
	"unicode/utf8"
)

// menus are the select menus: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element and
// multi-select-menu-element.
func menus() map[string]element {
	table := map[string]element{}
	for kind, initial := range map[string]string{"external": "option", "users": "user", "conversations": "conversation", "channels": "channel", "static": "option"} {
		one := []rule{actionID(), placeholder(), confirm(), focus(), anything("initial_" + initial)}
		many := []rule{actionID(), placeholder(), confirm(), focus(), anything("initial_" + initial + "s"), whole("max_selected_items", 1, maxOptions)}
		own, also := menuFields(kind), initialsAreOptions
		if kind != "static" {
			also = nil
		}
		if kind == "conversations" || kind == "channels" {
			one = append(one, flag("response_url_enabled"))
		}
		table[kind+"_select"] = element{fields: append(one, own...), where: pickers, on: anywhere, also: also}
		table["multi_"+kind+"_select"] = element{fields: append(many, own...), where: []string{"section", "input"}, on: anywhere, also: also}
	}
	return table
}

func menuFields(kind string) []rule {
	switch kind {
	case "static":
		return []rule{list("options", 1, maxOptions, option(false, false)), groups()}
	case "external":
		return []rule{whole("min_query_length", 0, maxInputLength)}
	case "conversations":
		return []rule{flag("default_to_current_conversation"), anything("filter")}
	}
	return nil
}

// initialsAreOptions: what is chosen from the start must be one of the options, to the letter; and a menu has either
// options or groups of them.
func initialsAreOptions(c *checker, o map[string]any, at string) {
	all := optionsOf(o)
	if len(all) == 0 || o["options"] != nil && o["option_groups"] != nil {
		c.bad(at, "must have either options or option_groups")
	}
	initial, _ := o["initial_options"].([]any)
	pointer := at + "/initial_options"
	if one := o["initial_option"]; one != nil {
		initial, pointer = []any{one}, at+"/initial_option"
	}
	if o["initial_options"] != nil && len(initial) == 0 {
		c.bad(pointer, "no less than 1 items allowed")
	}
	for _, i := range initial {
		found := false
		for _, option := range all {
			found = found || reflect.DeepEqual(option, i)
		}
		if !found {
			c.bad(pointer, "the initial option is not among the options")
		}
	}
}

// optionsOf are the options of a menu, those in groups too.
func optionsOf(o map[string]any) []map[string]any {
	var all []map[string]any
	add := func(v any) {
		options, _ := v.([]any)
		for _, option := range options {
			if m, ok := option.(map[string]any); ok {
				all = append(all, m)
			}
		}
	}
	add(o["options"])
	groups, _ := o["option_groups"].([]any)
	for _, g := range groups {
		if m, ok := g.(map[string]any); ok {
			add(m["options"])
		}
	}
	return all
}

// initialFits: the text a field starts with must be one that could be typed there.
func initialFits(c *checker, o map[string]any, at string) {
	s, _ := o["initial_value"].(string)
	least, _ := o["min_length"].(float64)
	most, limited := o["max_length"].(float64)
	n := float64(utf8.RuneCountInString(s))
	switch {
	case limited && least > most:
		c.bad(at+"/min_length", "must be less than max_length")
	case s != "" && limited && n > most:
		c.bad(at+"/initial_value", "must be less than %d characters", int(most)+1)
	case s != "" && n < least:
		c.bad(at+"/initial_value", "must be more than %d characters", int(least)-1)
	}
}
