package slackfake

// payload is what all interactions tell: who, where, on what. The lock is held.
// https://docs.slack.dev/reference/interaction-payloads
func (u *User) payload(kind string, on any) reply {
	s := u.srv
	team := u.Team
	out := reply{}
	switch on := on.(type) {
	case *Message:
		team = on.team
		m := s.message(on.Channel, on.TS)
		r := s.world.channels[on.Channel]
		h := hook{team: team, channel: on.Channel, user: u.ID, message: on.TS}
		out["channel"] = reply{"id": r.id, "name": u.channelName(r)}
		out["container"] = reply{"type": "message", "message_ts": on.TS, "channel_id": r.id, "is_ephemeral": on.For != ""}
		out["response_url"] = s.newHook(h)
		out["state"] = reply{"values": m.state(u.ID)}
		if on.For == "" { // the payload of an ephemeral message does not repeat it
			out["message"] = m.json()
		}
	case *View:
		v := s.modals.all[on.ID]
		team = v.Team
		out["container"] = reply{"type": "view", "view_id": v.ID}
		out["view"] = v.json()
	}
	out["type"], out["api_app_id"], out["token"] = kind, s.app.ID, "none"
	out["team"] = reply{"id": team, "domain": s.world.teams[team].Domain}
	out["user"] = reply{"id": u.ID, "username": u.Name, "name": u.Name, "team_id": u.Team}
	out["enterprise"], out["is_enterprise_install"] = nil, false
	out["trigger_id"] = s.newTrigger(u.ID, team)
	return out
}

// UsesShortcut chooses a global shortcut: there is no channel and no response_url in it.
// https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
func (u *User) UsesShortcut(callbackID string) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	s.did(u.ID, "uses the shortcut "+callbackID)
	payload := u.payload("shortcut", nil)
	payload["callback_id"], payload["action_ts"] = callbackID, s.stamp()
	delete(payload, "container")
	return u.uses(callbackID, payload)
}

// UsesMessageShortcut chooses a shortcut in the menu of a message, anybody's. Only users of a workspace that has the app
// find it there: https://docs.slack.dev/apis/slack-connect
func (u *User) UsesMessageShortcut(m *Message, callbackID string) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	if r := s.world.channels[m.Channel]; !r.members[u.ID] || m.For != "" {
		s.fatalf("%s finds no shortcut at this message", u.Name)
	}
	s.did(u.ID, "uses the shortcut "+callbackID+" on a message")
	own := *m
	own.team = u.Team
	payload := u.payload("message_action", &own)
	payload["callback_id"], payload["action_ts"], payload["message_ts"] = callbackID, s.stamp(), m.TS
	delete(payload, "container")
	delete(payload, "state")
	return u.uses(callbackID, payload)
}

// uses sends a shortcut. The lock is held.
func (u *User) uses(callbackID string, payload reply) *Answer {
	s := u.srv
	if in := s.world.installs[u.Team]; in == nil || in.gone != "" || !has(in, "commands") {
		s.fatalf("%s has no shortcuts: the app is not installed in %s, or without commands", u.Name, u.Team)
	}
	return s.asks("the shortcut "+callbackID, &delivery{kind: kindInteraction, payload: payload}).silent()
}
