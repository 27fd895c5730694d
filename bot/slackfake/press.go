package slackfake

import (
	"slices"
	"strings"
)

// Presses presses a button of a message or a view, or chooses an entry of an overflow menu, by its label or action id,
// and says yes where it asks. The message or view is now looked at.
func (u *User) Presses(on any, label string) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	p, value := u.button(s.surface(u, on), label)
	s.did(u.ID, "presses ["+buttonLabel(p, value)+"]")
	return u.acts(on, p, value)
}

// Cancels presses a button and says no to its question, which it gives. Nothing is sent.
func (u *User) Cancels(on any, label string) *Dialog {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	p, _ := u.button(s.surface(u, on), label)
	d := dialogOf(p)
	if d == nil {
		s.fatalf("[%s] asks nothing", label)
	}
	s.did(u.ID, "presses ["+label+"] and then ["+d.Deny+"]")
	return d
}

// Chooses picks a value in a menu, a date, or boxes outside the fields of a form.
func (u *User) Chooses(on any, element string, value any) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	hits := find(s.surface(u, on), element)
	if len(hits) != 1 {
		s.fatalf("%d elements are %q", len(hits), element)
	}
	state, why := s.fill(u, on, hits[0], value)
	if why != "" {
		s.fatalf("%s: %s", element, why)
	}
	s.did(u.ID, sprintf("chooses %s: %v", hits[0].label, value))
	switch on := on.(type) {
	case *View:
		s.step(s.modals.all[on.ID], func(v *View) { v.values.set(hits[0], state) })
	case *Message:
		s.message(on.Channel, on.TS).choose(u.ID, hits[0], state)
	}
	return u.acts(on, hits[0], state)
}

// surface is what the user has before them in its present state, now looked at. The lock is held.
func (s *Server) surface(u *User, on any) []placed {
	switch on := on.(type) {
	case *Message:
		m := s.message(on.Channel, on.TS)
		if on.For != "" && on.For != u.ID || m == nil || !s.world.channels[on.Channel].members[u.ID] {
			s.fatalf("%s does not see this message:\n%s", u.Name, on)
		}
		m.seen, on.seen = true, true
		return placedIn(m.Blocks)
	case *View:
		v := s.modals.all[on.ID]
		if v == nil || v.User != u.ID || v.Type == string(onModal) && !s.isTop(v) {
			s.fatalf("%s does not have this view open:\n%s", u.Name, on)
		}
		v.seen, on.seen = true, true
		return placedIn(v.Blocks())
	}
	s.fatalf("%s can act on a *Message or a *View, not on %T", u.Name, on)
	return nil
}

func (s *Server) isTop(v *View) bool {
	stack := s.modals.stacks[v.User]
	return len(stack) > 0 && stack[len(stack)-1] == v.ID
}

// button finds a button, or an entry of an overflow menu, which is the value.
func (u *User) button(all []placed, label string) (placed, map[string]any) {
	var pressable []placed
	for _, p := range all {
		users, limited := p.element["visible_to_user_ids"].([]any)
		if limited && !slices.Contains(users, any(u.ID)) {
			continue
		}
		if p.kind == "overflow" {
			for _, o := range optionsOf(p.element) {
				if plainText(o["text"]) == label {
					return p, map[string]any{"type": "overflow", "selected_option": o}
				}
			}
		}
		if p.kind == "button" || p.kind == "icon_button" {
			pressable = append(pressable, p)
		}
	}
	hits := find(pressable, label)
	if len(hits) != 1 {
		u.srv.fatalf("%d buttons are %q; there are %s", len(hits), label, strings.Join(labels(all), ", "))
	}
	value := map[string]any{"type": hits[0].kind, "text": hits[0].element["text"]}
	if v := textOf(hits[0].element["value"]); v != "" {
		value["value"] = v
	}
	return hits[0], value
}

func buttonLabel(p placed, value map[string]any) string {
	if o, ok := value["selected_option"].(map[string]any); ok {
		return plainText(o["text"])
	}
	return p.label
}

func dialogOf(p placed) *Dialog {
	c, ok := p.element["confirm"].(map[string]any)
	if !ok {
		return nil
	}
	return &Dialog{plainText(c["title"]), plainText(c["text"]), plainText(c["confirm"]), or(plainText(c["deny"]), "Cancel")}
}

// acts sends block_actions: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. The lock is
// held, but not while the app answers.
func (u *User) acts(on any, p placed, value map[string]any) *Answer {
	s := u.srv
	action := reply{"action_id": p.action, "block_id": p.block, "action_ts": s.stamp()}
	for key, v := range value {
		action[key] = v
	}
	payload := u.payload("block_actions", on)
	payload["actions"] = []any{action}
	a := s.asks(sprintf("pressing %s", p.label), &delivery{kind: kindInteraction, payload: payload}).silent()
	a.dialog = dialogOf(p)
	if a.failed != "" {
		s.sees(u.ID, "error: "+a.failed)
	}
	return a
}
