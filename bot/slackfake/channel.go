package slackfake

import (
	"slices"
	"sort"
)

// room is a channel as Slack keeps it.
type room struct {
	id, name  string
	team      string   // that made it
	connected []string // the other workspaces it is shared with
	private   bool
	direct    string // the person the bot talks to here; "" for a channel
	archived  bool
	members   map[string]bool
}

// Channel is a channel, private channel or direct message.
type Channel struct {
	ID, Name string
	srv      *Server
}

// AddChannel makes a public channel of a workspace with these members.
func (s *Server) AddChannel(team, name string, members ...*User) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.needTeam(team)
	r := &room{id: "C" + idPart(team) + idPart(name), name: name, team: team, members: map[string]bool{}}
	for _, u := range members {
		r.members[u.ID] = true
	}
	s.world.channels[r.id] = r
	s.names.Store(r.id, "#"+name)
	return &Channel{ID: r.id, Name: name, srv: s}
}

// change alters the channel under the lock.
func (c *Channel) change(change func(*room)) *Channel {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	change(c.srv.world.channels[c.ID])
	return c
}

// Private makes it a private channel.
func (c *Channel) Private() *Channel { return c.change(func(r *room) { r.private = true }) }

// Archive closes it.
func (c *Channel) Archive() *Channel { return c.change(func(r *room) { r.archived = true }) }

// ConnectTo shares it with another workspace (Slack Connect): https://docs.slack.dev/apis/slack-connect
func (c *Channel) ConnectTo(team string) *Channel {
	return c.change(func(r *room) {
		if !slices.Contains(r.connected, team) {
			r.connected = append(r.connected, team)
		}
	})
}

// InviteBot makes the app's bot users of all its workspaces members.
func (c *Channel) InviteBot() *Channel {
	return c.change(func(r *room) {
		for _, team := range r.teams() {
			if in := c.srv.world.installs[team]; in != nil {
				r.members[in.BotUser] = true
			}
		}
	})
}

// Join makes the user a member.
func (c *Channel) Join(u *User) *Channel {
	return c.change(func(r *room) { r.members[u.ID] = true })
}

// Leave ends the membership of a user, or of a bot by its user id.
func (c *Channel) Leave(user string) *Channel {
	return c.change(func(r *room) { delete(r.members, user) })
}

// teams are all workspaces the channel belongs to.
func (r *room) teams() []string { return append([]string{r.team}, r.connected...) }

func (r *room) of(team string) bool { return slices.Contains(r.teams(), team) }

// people are the members' ids in order.
func (r *room) people() []string {
	list := make([]string, 0, len(r.members))
	for id := range r.members {
		list = append(list, id)
	}
	sort.Strings(list)
	return list
}

// scope is the one that reading about this kind of channel takes.
func (r *room) scope() string {
	switch {
	case r.direct != "":
		return "im:read"
	case r.private:
		return "groups:read"
	}
	return "channels:read"
}

// directRoom is the direct message between an installation's bot and a person. The lock is held.
func (s *Server) directRoom(in *Installation, person string) *room {
	id := "D" + idPart(in.Team) + person[1:]
	r, ok := s.world.channels[id]
	if !ok {
		r = &room{id: id, name: "directmessage", team: in.Team, private: true, direct: person, members: map[string]bool{person: true, in.BotUser: true}}
		s.world.channels[id] = r
		s.names.Store(id, "the direct message with "+s.name(person))
	}
	return r
}

// Direct is the direct message between the user and the bot of its workspace.
func (u *User) Direct() *Channel {
	u.srv.mu.Lock()
	defer u.srv.mu.Unlock()
	in := u.srv.world.installs[u.Team]
	if in == nil {
		u.srv.fatalf("the app is not installed in %s", u.Team)
	}
	r := u.srv.directRoom(in, u.ID)
	return &Channel{ID: r.id, Name: r.name, srv: u.srv}
}
