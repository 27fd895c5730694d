package slackfake

import (
	"slices"
)

// trouble is what Slack says when it cannot follow the app.
func (a *Answer) trouble(u *User, why string) {
	a.failed = "We had some trouble connecting. Try again?"
	a.srv.found.failed = append(a.srv.found.failed, a)
	a.srv.found.problem("%s: the acknowledgement is not one Slack follows: %s", a.did, why)
	a.srv.sees(u.ID, "error: "+a.failed)
}

// atFields shows the app's sentences at the fields; only input blocks have a place for them.
func (a *Answer) atFields(u *User, v *View, errors map[string]string) {
	if len(errors) == 0 {
		a.trouble(u, "no errors")
		return
	}
	for block, sentence := range errors {
		there := slices.ContainsFunc(placedIn(v.Blocks()), func(p placed) bool { return p.block == block && p.input != nil })
		if !there || sentence == "" {
			a.trouble(u, "an error at "+block+", which is no input block, or an empty one")
			return
		}
	}
	a.errors = errors
	v = a.srv.step(v, func(v *View) { v.Errors = errors })
	a.srv.showView(v, complains)
}

// nextView puts a view in the place of the submitted one, or on top.
func (a *Answer) nextView(u *User, v *View, b viewAck) {
	s := a.srv
	if no := checkView(b.View, onModal); no != nil {
		s.found.refuse(Refusal{Method: "the acknowledgement of " + a.did, Error: no.code, Messages: no.messages})
		a.trouble(u, no.code)
		return
	}
	if b.Action == "update" {
		a.view = s.newView(v.Team, u.ID, sent(b.View), v)
		s.showView(a.view, changes)
		s.changed()
		return
	}
	if len(s.modals.stacks[u.ID]) >= maxViewStack {
		a.trouble(u, "push_limit_reached")
		return
	}
	a.view = s.newView(v.Team, u.ID, sent(b.View), nil)
	s.open(a.view, true)
}

// Closes closes the topmost form, which the app hears of only where the form says notify_on_close; else the answer is
// not Sent.
func (u *User) Closes(v *View) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	s.surface(u, v)
	now := s.modals.all[v.ID]
	s.did(u.ID, "closes the form")
	payload := u.payload("view_closed", now)
	payload["is_cleared"] = false
	delete(payload, "container")
	delete(payload, "trigger_id")
	s.closeTop(u.ID)
	if now.JSON["notify_on_close"] != true {
		return &Answer{srv: s, did: "closing"}
	}
	return s.asks("closing "+now.CallbackID, &delivery{kind: kindInteraction, payload: payload}).silent()
}
