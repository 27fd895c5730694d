package slackfake

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// suggestions asks the app, unless too little was typed. The lock is held, but not meanwhile.
func (s *Server) suggestions(u *User, on any, p placed, typed string) *Answer {
	did := "searching " + p.label
	least := 3
	if n, ok := p.element["min_query_length"].(float64); ok {
		least = int(n)
	}
	if utf8.RuneCountInString(typed) < least {
		return &Answer{srv: s, did: did}
	}
	payload := u.payload("block_suggestion", on)
	payload["block_id"], payload["action_id"], payload["value"] = p.block, p.action, typed
	for _, key := range []string{"trigger_id", "response_url", "state"} { // none of them comes with a search
		delete(payload, key)
	}
	a := s.asks(did, &delivery{kind: kindOptions, payload: payload})
	if a.failed == "" {
		a.choices = s.offered(a)
		s.keepShown(u, on, p, a.choices)
	}
	return a
}

// keepShown remembers what a search offered. The lock is held.
func (s *Server) keepShown(u *User, on any, p placed, offered []Choice) {
	switch on := on.(type) {
	case *View:
		s.step(s.modals.all[on.ID], func(v *View) { v.shown[p.block+"/"+p.action] = offered })
	case *Message:
		if m := s.message(on.Channel, on.TS); m != nil { // it may have been deleted meanwhile
			m.offer(u.ID, p, offered)
		}
	}
}

// lastShown is what the user's last search in the menu offered. The lock is held.
func (s *Server) lastShown(u *User, on any, p placed) []Choice {
	if m, ok := on.(*Message); ok {
		return s.message(m.Channel, m.TS).menusOf(u.ID).shown[p.block+"/"+p.action]
	}
	return s.modals.all[on.(*View).ID].shown[p.block+"/"+p.action]
}

func pick(offered []Choice, word string) *Choice {
	for _, c := range offered {
		if c.Text == word || c.Value == word {
			return &c
		}
	}
	return nil
}

// searched is the option that a search offers under that text or value. Unless the last search of the menu offered it,
// w is typed, and must find it or one thing alone.
func (s *Server) searched(u *User, on any, p placed, w string) (any, string) {
	c := pick(s.lastShown(u, on, p), w)
	if c == nil {
		offered := s.suggestions(u, on, p, w).choices
		if c = pick(offered, w); c == nil && len(offered) == 1 {
			c = &offered[0]
		}
	}
	if c == nil {
		return nil, "the search for " + w + " did not find it"
	}
	return map[string]any{"text": map[string]any{"type": "plain_text", "text": c.Text, "emoji": true}, "value": c.Value}, ""
}

// offered reads the options, within the limits that they have everywhere.
func (s *Server) offered(a *Answer) []Choice {
	var o map[string]any
	if len(strings.TrimSpace(string(a.body))) == 0 {
		return nil
	}
	if json.Unmarshal(a.body, &o) != nil {
		s.found.problem("%s was answered with what is no JSON: %.200s", a.did, a.body)
		return nil
	}
	if wrong := wrongOptions(o); len(wrong) > 0 {
		s.found.refuse(Refusal{Method: "the answer to " + a.did, Error: "invalid_options", Messages: wrong})
		return nil
	}
	var all []Choice
	for _, option := range optionsOf(map[string]any{"options": o["options"]}) {
		all = append(all, Choice{Text: plainText(option["text"]), Value: textOf(option["value"])})
	}
	list, _ := o["option_groups"].([]any)
	for _, g := range list {
		group, _ := g.(map[string]any)
		for _, option := range optionsOf(map[string]any{"options": group["options"]}) {
			all = append(all, Choice{plainText(option["text"]), textOf(option["value"]), plainText(group["label"])})
		}
	}
	return all
}

// wrongOptions holds the answer to a search against the limits: it has either options or groups of them.
func wrongOptions(o map[string]any) []string {
	c := newChecker(onModal)
	groups := groups()
	groups.test = emptyToo(groups.test)
	c.object(o, "", []rule{list("options", 0, maxOptions, option(false, false)), groups})
	if (o["options"] == nil) == (o["option_groups"] == nil) {
		c.bad("", "must have either options or option_groups")
	}
	return c.wrong
}

// emptyToo lets an empty list through: a search may find nothing.
func emptyToo(test func(*checker, any, string)) func(*checker, any, string) {
	return func(c *checker, v any, at string) {
		if list, ok := v.([]any); !ok || len(list) > 0 {
			test(c, v, at)
		}
	}
}
