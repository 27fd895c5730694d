package slackfake

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// checker holds blocks against the limits, and collects what is wrong in Slack's words.
type checker struct {
	on       surface
	wrong    []string
	blockIDs map[string]bool
	chars    int // of all texts
	markdown int // of markdown blocks
	table    int // of table cells
	tables   int
	charts   int
	data     int // of data_table cells
	inputs   int
	focused  int
}

func newChecker(on surface) *checker { return &checker{on: on, blockIDs: map[string]bool{}} }

func (c *checker) bad(at, format string, args ...any) {
	c.wrong = append(c.wrong, sprintf(format, args...)+" [json-pointer:"+at+"]")
}

// rule is one field of an object.
type rule struct {
	name string
	need bool
	test func(c *checker, v any, at string)
}

// must makes the field one that cannot be left out.
func (r rule) must() rule { r.need = true; return r }

// object holds v against the fields it may have. Slack refuses those it does not know.
func (c *checker) object(v any, at string, fields []rule) map[string]any {
	o, ok := v.(map[string]any)
	if !ok {
		c.bad(at, "must provide an object")
		return nil
	}
	for _, name := range sortedKeys(o) {
		if !slices.ContainsFunc(fields, func(r rule) bool { return r.name == name }) {
			c.bad(at, "invalid additional property: %s", name)
		}
	}
	for _, r := range fields {
		value, there := o[r.name]
		switch {
		case there && value != nil:
			r.test(c, value, at+"/"+r.name)
		case r.need:
			c.bad(at, "missing required field: %s", r.name)
		}
	}
	return o
}

func sortedKeys(o map[string]any) []string {
	list := make([]string, 0, len(o))
	for k := range o {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// length holds a text against its limit, in characters.
func (c *checker) length(s, at string, limit int) {
	switch n := utf8.RuneCountInString(s); {
	case n == 0:
		c.bad(at, "must be more than 0 characters")
	case n > limit:
		c.bad(at, "must be less than %d characters", limit+1)
	}
}

func str(name string, limit int) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		if s, ok := v.(string); ok {
			c.length(s, at, limit)
		} else {
			c.bad(at, "must provide a string")
		}
	}}
}

func oneOf(name string, allowed ...string) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		if s, ok := v.(string); !ok || !slices.Contains(allowed, s) {
			c.bad(at, "must be one of: %s", strings.Join(allowed, ", "))
		}
	}}
}

func flag(name string) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		if _, ok := v.(bool); !ok {
			c.bad(at, "must provide a boolean")
		}
	}}
}

func whole(name string, least, most int) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		n, ok := v.(float64)
		switch {
		case !ok || n != float64(int64(n)):
			c.bad(at, "must provide an integer")
		case int64(n) < int64(least):
			c.bad(at, "must be greater than %d", least-1)
		case int64(n) > int64(most):
			c.bad(at, "must be less than %d", most+1)
		}
	}}
}

func list(name string, least, most int, each func(c *checker, v any, at string)) rule {
	return rule{name: name, test: func(c *checker, v any, at string) {
		items, ok := v.([]any)
		switch {
		case !ok:
			c.bad(at, "must provide an array")
		case len(items) < least:
			c.bad(at, "no less than %d items allowed", least)
		case len(items) > most:
			c.bad(at, "no more than %d items allowed", most)
		}
		for i, item := range items {
			each(c, item, sprintf("%s/%d", at, i))
		}
	}}
}

func anything(name string) rule { return rule{name: name, test: func(*checker, any, string) {}} }
