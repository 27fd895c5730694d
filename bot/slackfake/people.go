package slackfake

import (
	"slices"
	"strconv"
)

// authTest: https://docs.slack.dev/reference/methods/auth.test
func (c *call) authTest() (reply, *refusal) {
	team := c.srv.world.teams[c.install.Team]
	return reply{"url": "https://" + team.Domain + ".slack.com/", "team": team.Name, "team_id": team.ID, "user": "samspil",
		"user_id": c.install.BotUser, "bot_id": c.install.BotID, "is_enterprise_install": false}, nil
}

// teamInfo: https://docs.slack.dev/reference/methods/team.info
func (c *call) teamInfo() (reply, *refusal) {
	team := c.srv.world.teams[or(c.text("team"), c.install.Team)]
	if team == nil || team.ID != c.install.Team {
		return nil, refused("team_not_found")
	}
	return reply{"team": reply{"id": team.ID, "name": team.Name, "domain": team.Domain}}, nil
}

// userInfo tells a user's language only to the user's own workspace: https://docs.slack.dev/apis/slack-connect
func (c *call) userInfo() (reply, *refusal) {
	p := c.srv.world.people[c.text("user")]
	if p == nil || p.Team != c.install.Team && !c.srv.meets(p.ID, c.install.Team) {
		return nil, refused("user_not_found")
	}
	profile := reply{"real_name": p.RealName, "display_name": p.Name, "team": p.Team}
	user := reply{"id": p.ID, "team_id": p.Team, "name": p.Name, "real_name": p.RealName, "deleted": p.Deleted, "is_bot": p.Bot, "profile": profile}
	if p.Team != c.install.Team {
		user["is_stranger"] = true
		return reply{"user": user}, nil
	}
	user["is_admin"], user["is_restricted"], user["is_ultra_restricted"] = p.Admin, p.Restricted || p.UltraRestricted, p.UltraRestricted
	user["tz"] = p.TZ
	if yes := c.truth("include_locale"); yes != nil && *yes {
		user["locale"] = p.Locale
	}
	if slices.Contains(c.install.Scopes, "users:read.email") && p.Email != "" {
		profile["email"] = p.Email
	}
	return reply{"user": user}, nil
}

// meets reports whether the person is in a channel that the team shares. The lock is held.
func (s *Server) meets(person, team string) bool {
	for _, r := range s.world.channels {
		if r.of(team) && r.members[person] {
			return true
		}
	}
	return false
}

// readable is the channel that the call may read about.
func (c *call) readable() (*room, *refusal) {
	r := c.srv.world.channels[c.text("channel")]
	if r == nil || !r.of(c.install.Team) || r.private && !r.members[c.install.BotUser] {
		return nil, refused("channel_not_found")
	}
	return r, c.need(r.scope())
}

// conversationInfo: https://docs.slack.dev/reference/methods/conversations.info
func (c *call) conversationInfo() (reply, *refusal) {
	r, no := c.readable()
	if no != nil {
		return nil, no
	}
	shared := len(r.connected) > 0
	channel := reply{"id": r.id, "is_archived": r.archived, "is_mpim": false, "is_im": r.direct != "", "is_private": r.private, "is_channel": r.direct == "",
		"is_shared": shared, "is_ext_shared": shared, "is_org_shared": false, "context_team_id": c.install.Team, "is_member": r.members[c.install.BotUser]}
	if r.direct != "" {
		channel["user"] = r.direct
	} else {
		channel["name"], channel["name_normalized"] = r.name, r.name
	}
	if shared {
		channel["connected_team_ids"], channel["shared_team_ids"], channel["conversation_host_id"] = r.connected, r.teams(), r.team
	}
	if yes := c.truth("include_num_members"); yes != nil && *yes {
		channel["num_members"] = len(r.members)
	}
	return reply{"channel": channel}, nil
}

// conversationMembers gives pages of at most limit members, 100 unless told:
// https://docs.slack.dev/reference/methods/conversations.members
func (c *call) conversationMembers() (reply, *refusal) {
	r, no := c.readable()
	if no != nil {
		return nil, no
	}
	all, from, limit := r.people(), 0, 100
	if s := c.text("limit"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 1000 {
			return nil, broke("invalid_limit")
		}
		limit = n
	}
	if s := c.text("cursor"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 || n > len(all) {
			return nil, broke("invalid_cursor")
		}
		from = n
	}
	to, cursor := min(from+limit, len(all)), ""
	if to < len(all) {
		cursor = strconv.Itoa(to)
	}
	return reply{"members": all[from:to], "response_metadata": reply{"next_cursor": cursor}}, nil
}

// openConversation opens the direct message with one user: https://docs.slack.dev/reference/methods/conversations.open
func (c *call) openConversation() (reply, *refusal) {
	if no := c.need("im:write"); no != nil {
		return nil, no
	}
	p := c.srv.world.people[c.text("users")]
	if p == nil || p.Bot || p.Team != c.install.Team && !c.srv.meets(p.ID, c.install.Team) {
		return nil, refused("user_not_found")
	}
	return reply{"channel": reply{"id": c.srv.directRoom(c.install, p.ID).id, "is_im": true, "user": p.ID}}, nil
}
