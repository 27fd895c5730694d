package slackfake

// openView: https://docs.slack.dev/reference/methods/views.open
func (c *call) openView() (reply, *refusal) { return c.showModal(false) }

// pushView: https://docs.slack.dev/reference/methods/views.push
func (c *call) pushView() (reply, *refusal) { return c.showModal(true) }

// showModal takes a trigger for a view. A view that breaks a limit leaves the trigger unused.
func (c *call) showModal(push bool) (reply, *refusal) {
	t, no := c.exchange()
	if no != nil {
		return nil, no
	}
	view, no := c.view(onModal)
	if no != nil {
		return nil, no
	}
	stack := len(c.srv.modals.stacks[t.user])
	switch {
	case push && stack == 0:
		return nil, refused("not_found")
	case push && stack >= maxViewStack:
		return nil, broke("push_limit_reached")
	}
	if id := textOf(view["external_id"]); id != "" && c.external(id) != nil {
		return nil, broke("duplicate_external_id")
	}
	t.used = true
	v := c.srv.newView(c.install.Team, t.user, view, nil)
	c.srv.open(v, push)
	return reply{"view": v.json()}, nil
}

// view is the argument, checked.
func (c *call) view(on surface) (map[string]any, *refusal) {
	v, ok := c.structure("view")
	if !ok {
		return nil, broke("invalid_arguments", "must provide an object [json-pointer:/view]")
	}
	if no := checkView(v, on); no != nil {
		return nil, no
	}
	return sent(v), nil
}

// external is the open view with that external_id.
func (c *call) external(id string) *View {
	for _, v := range c.srv.modals.all {
		if v.ExternalID == id && v.Team == c.install.Team && !v.closed {
			return v
		}
	}
	return nil
}

// updateView: https://docs.slack.dev/reference/methods/views.update
func (c *call) updateView() (reply, *refusal) {
	old := c.srv.modals.all[c.text("view_id")]
	if id := c.text("external_id"); id != "" {
		old = c.external(id)
	}
	if old == nil || old.Team != c.install.Team || old.Type == string(onModal) && !c.srv.isOpen(old) {
		return nil, refused("not_found")
	}
	if hash := c.text("hash"); hash != "" && hash != old.Hash {
		return nil, refused("hash_conflict")
	}
	view, no := c.view(surface(old.Type))
	if no != nil {
		return nil, no
	}
	v := c.srv.newView(old.Team, old.User, view, old)
	how := changes
	if v.Type == string(onHome) {
		how = homeTab
	}
	c.srv.showView(v, how)
	return reply{"view": v.json()}, nil
}

// publishView shows a user's home tab: https://docs.slack.dev/reference/methods/views.publish
func (c *call) publishView() (reply, *refusal) {
	p := c.srv.world.people[c.text("user_id")]
	if p == nil || p.Bot || p.Deleted || p.Team != c.install.Team && !c.srv.meets(p.ID, c.install.Team) {
		return nil, refused("user_not_found")
	}
	key := c.install.Team + "/" + p.ID
	old := c.srv.modals.all[c.srv.modals.homes[key]]
	if hash := c.text("hash"); hash != "" && (old == nil || hash != old.Hash) {
		return nil, refused("hash_conflict")
	}
	view, no := c.view(onHome)
	if no != nil {
		return nil, no
	}
	v := c.srv.newView(c.install.Team, p.ID, view, old)
	c.srv.modals.homes[key] = v.ID
	c.srv.showView(v, homeTab)
	return reply{"view": v.json()}, nil
}
