package slackfake

import (
	"slices"
	"strings"
)

// world is who and what there is.
type world struct {
	teams    map[string]*Workspace
	installs map[string]*Installation // by team
	people   map[string]*Person       // by id, bots among them
	channels map[string]*room         // by id
	files    map[string]File
	uploads  map[string]upload // begun, by file id
	shared   []Shared
}

func newWorld() world {
	return world{map[string]*Workspace{}, map[string]*Installation{}, map[string]*Person{}, map[string]*room{}, map[string]File{}, map[string]upload{}, nil}
}

// Workspace is a team in Slack.
type Workspace struct{ ID, Name, Domain string }

// Installation is the app in one workspace.
type Installation struct {
	Team     string
	BotToken string
	BotUser  string // the bot's user id
	BotID    string
	Scopes   []string
	gone     string // the error its token has met with since it was taken away
}

// Scopes are those the app asks for when it is installed without others named.
var Scopes = []string{"app_mentions:read", "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:read", "im:history", "users:read"}

// Person is a user as users.info tells it. The zero values of Locale, TZ and RealName are filled in.
type Person struct {
	ID, Team, Name, RealName string
	Locale                   string // "da-DK" unless told
	TZ                       string // "Europe/Copenhagen" unless told
	Email                    string
	Restricted               bool // a guest in several channels
	UltraRestricted          bool // a guest in one
	Deleted, Bot, Admin      bool
}

// Workspace makes a workspace, or gives it when there is one with that id.
func (s *Server) Workspace(id, name string) *Workspace {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w, ok := s.world.teams[id]; ok {
		return w
	}
	w := &Workspace{ID: id, Name: name, Domain: strings.ToLower(idPart(name))}
	s.world.teams[id] = w
	return w
}

// Install puts the app into a workspace, with Scopes unless others are named. Installed again, it gets a new token
// beside a bot user that stays.
func (s *Server) Install(team string, scopes ...string) *Installation {
	if len(scopes) == 0 {
		scopes = slices.Clone(Scopes)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.needTeam(team)
	in := &Installation{Team: team, BotToken: sprintf("xoxb-%s-%d", team, s.next()), BotUser: "U" + idPart(team) + "BOT", BotID: "B" + idPart(team) + "BOT", Scopes: scopes}
	s.world.installs[team] = in
	s.names.Store(in.BotUser, "samspil")
	s.world.people[in.BotUser] = &Person{ID: in.BotUser, Team: team, Name: "samspil", RealName: "Samspil", Bot: true}
	return in
}

// needTeam ends the test unless there is such a workspace. The lock is held; the callers' deferred unlocks run all the
// same when the test ends here.
func (s *Server) needTeam(team string) {
	if s.world.teams[team] == nil {
		s.fatalf("there is no workspace %s", team)
	}
}

// User gives the user of that name in the workspace; there is one from now on. Its id is made from both.
func (s *Server) User(team, name string) *User {
	return s.AddUser(Person{Team: team, Name: name})
}

// AddUser makes a user, or gives the one that has this id or, without an id, this name in the team.
func (s *Server) AddUser(p Person) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.needTeam(p.Team)
	if p.ID == "" {
		p.ID = "U" + strings.TrimPrefix(idPart(p.Team), "T") + idPart(p.Name)
	}
	if s.world.people[p.ID] == nil {
		p.Locale, p.TZ, p.RealName = or(p.Locale, "da-DK"), or(p.TZ, "Europe/Copenhagen"), or(p.RealName, p.Name)
		s.world.people[p.ID] = &p
		s.names.Store(p.ID, p.Name)
	}
	return &User{srv: s, ID: p.ID, Team: p.Team, Name: p.Name}
}

// Change alters what Slack knows of the user: a locale, a deactivation.
func (u *User) Change(change func(*Person)) {
	u.srv.mu.Lock()
	defer u.srv.mu.Unlock()
	change(u.srv.world.people[u.ID])
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// idPart keeps what Slack's ids are made of: capital letters and digits.
func idPart(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToUpper(strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "ae", "Ø", "oe", "Å", "aa").Replace(s)))
}
