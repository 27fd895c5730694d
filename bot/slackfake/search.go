package slackfake

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Choice is one option that a search offers.
type Choice struct{ Text, Value, Group string }

// Searches types into a menu that asks the app for its options (external_select), found by label, action id or block
// id, and gives what it offers. Slack asks from min_query_length characters on, 3 unless told.
// https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
func (u *User) Searches(v *View, field, typed string) []Choice {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.surface(u, v)
	hits := find(all, field)
	if len(hits) != 1 || !strings.HasSuffix(hits[0].kind, "external_select") {
		s.fatalf("%d fields to search in are %q; there are %s", len(hits), field, strings.Join(labels(all), ", "))
	}
	s.did(u.ID, sprintf("searches in %s: %s", hits[0].label, typed))
	offered := s.suggestions(u, v, hits[0], typed)
	var texts []string
	for _, c := range offered {
		texts = append(texts, c.Text)
	}
	s.sees(u.ID, "offered: "+or(strings.Join(texts, " | "), "nothing"))
	return offered
}

// suggestions asks the app. The lock is held, but not meanwhile.
func (s *Server) suggestions(u *User, v *View, p placed, typed string) []Choice {
	least := 3
	if n, ok := p.element["min_query_length"].(float64); ok {
		least = int(n)
	}
	if utf8.RuneCountInString(typed) < least {
		return nil
	}
	payload := u.payload("block_suggestion", v)
	payload["block_id"], payload["action_id"], payload["value"] = p.block, p.action, typed
	delete(payload, "trigger_id")
	a := s.asks("searching "+p.label, &delivery{kind: kindOptions, payload: payload})
	if a.failed != "" {
		return nil
	}
	offered := s.offered(a)
	s.step(s.modals.all[v.ID], func(v *View) { v.shown[p.block] = offered })
	return offered
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
	c := newChecker(onModal)
	groups := groups()
	groups.test = emptyToo(groups.test)
	c.object(o, "", []rule{list("options", 0, maxOptions, option(false, false)), groups})
	if len(c.wrong) > 0 {
		s.found.refuse(Refusal{Method: "the answer to " + a.did, Error: "invalid_options", Messages: c.wrong})
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

// emptyToo lets an empty list through: a search may find nothing.
func emptyToo(test func(*checker, any, string)) func(*checker, any, string) {
	return func(c *checker, v any, at string) {
		if list, ok := v.([]any); !ok || len(list) > 0 {
			test(c, v, at)
		}
	}
}

// searched is the option that a search offers under that text or value. Unless the last search of the block offered
// it, w is typed, and must find it or one thing alone.
func (s *Server) searched(u *User, on any, p placed, w string) (any, string) {
	v, ok := on.(*View)
	if !ok {
		return nil, "only forms can be searched in"
	}
	pick := func(offered []Choice) *Choice {
		for _, c := range offered {
			if c.Text == w || c.Value == w {
				return &c
			}
		}
		return nil
	}
	c := pick(s.modals.all[v.ID].shown[p.block])
	if c == nil {
		offered := s.suggestions(u, v, p, w)
		if c = pick(offered); c == nil && len(offered) == 1 {
			c = &offered[0]
		}
	}
	if c == nil {
		return nil, "the search for " + w + " did not find it"
	}
	return map[string]any{"text": map[string]any{"type": "plain_text", "text": c.Text, "emoji": true}, "value": c.Value}, ""
}
