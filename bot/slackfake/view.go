package slackfake

import (
	"encoding/json"
	"maps"
	"slices"
)

// View is a modal or a home tab as it stood when it was looked up: an update or a filled field makes another one.
type View struct {
	ID, Team, User string
	Type           string // "modal" or "home"
	CallbackID     string
	Metadata       string // private_metadata
	ExternalID     string
	Hash           string
	JSON           map[string]any    // as sent, with the ids that Slack fills in
	Errors         map[string]string // at the fields, by block id, since it was last submitted

	srv      *Server
	root     string
	previous string
	values   values
	shown    map[string][]Choice // what the last search in a menu offered, by block and action id
	seen     bool
	closed   bool
}

// modals are the views.
type modals struct {
	all    map[string]*View
	stacks map[string][]string // open modals by user, the top last
	homes  map[string]string   // by installation and user
}

func newModals() modals {
	return modals{map[string]*View{}, map[string][]string{}, map[string]string{}}
}

// Blocks are the view's.
func (v *View) Blocks() []any {
	blocks, _ := v.JSON["blocks"].([]any)
	return blocks
}

// newView makes a view of what an app sent and of what its user had filled in before. The lock is held.
func (s *Server) newView(team, user string, sent map[string]any, old *View) *View {
	v := &View{Team: team, User: user, Type: textOf(sent["type"]), CallbackID: textOf(sent["callback_id"]), Metadata: textOf(sent["private_metadata"]),
		ExternalID: textOf(sent["external_id"]), JSON: sent, srv: s, shown: map[string][]Choice{}}
	v.ID = sprintf("V%09d", s.next())
	v.root = v.ID
	if old != nil {
		v.ID, v.root, v.previous, v.shown = old.ID, old.root, old.previous, old.shown
	}
	s.fillIDs(v.Blocks())
	v.values = initialValues(v.Blocks())
	if old != nil {
		v.values.keep(old.values)
	}
	v.Hash = sprintf("%d.%08x", s.Now().Unix(), s.next())
	s.modals.all[v.ID] = v
	return v
}

// step makes the next state of a view and shows it. The lock is held.
func (s *Server) step(v *View, change func(*View)) *View {
	next := *v
	next.values, next.shown = v.values.clone(), maps.Clone(v.shown)
	change(&next)
	s.modals.all[v.ID] = &next
	s.changed()
	return &next
}

// sent copies what the app sent, so that nothing else holds it.
func sent(v any) map[string]any {
	raw, _ := json.Marshal(v)
	var out map[string]any
	_ = json.Unmarshal(raw, &out)
	return out
}

// open shows a modal on top of the user's, or in the place of all of them.
func (s *Server) open(v *View, push bool) {
	if !push {
		s.closeAll(v.User)
	}
	stack := s.modals.stacks[v.User]
	if len(stack) > 0 {
		below := s.modals.all[stack[len(stack)-1]]
		v.root, v.previous = below.root, below.ID
	}
	s.modals.stacks[v.User] = append(stack, v.ID)
	s.showView(v, opens)
	s.changed()
}

func (s *Server) closeAll(user string) {
	for _, id := range s.modals.stacks[user] {
		s.modals.all[id].closed = true
	}
	delete(s.modals.stacks, user)
	s.changed()
}

// closeTop closes the user's topmost modal.
func (s *Server) closeTop(user string) {
	stack := s.modals.stacks[user]
	if len(stack) > 0 {
		s.modals.all[stack[len(stack)-1]].closed = true
		s.modals.stacks[user] = stack[:len(stack)-1]
	}
	s.changed()
}

// isOpen reports whether a modal is one of its user's.
func (s *Server) isOpen(v *View) bool { return slices.Contains(s.modals.stacks[v.User], v.ID) }

// json is the view as payloads and answers show it.
func (v *View) json() reply {
	in := v.srv.world.installs[v.Team]
	out := reply{"id": v.ID, "team_id": v.Team, "app_id": v.srv.app.ID, "app_installed_team_id": v.Team, "bot_id": in.BotID, "hash": v.Hash,
		"root_view_id": v.root, "previous_view_id": nil, "state": reply{"values": v.values}}
	if v.previous != "" {
		out["previous_view_id"] = v.previous
	}
	for _, key := range []string{"title", "submit", "close", "blocks", "type"} {
		out[key] = v.JSON[key]
	}
	for _, key := range []string{"callback_id", "private_metadata", "external_id"} {
		out[key] = textOf(v.JSON[key])
	}
	for _, key := range []string{"clear_on_close", "notify_on_close"} {
		out[key] = v.JSON[key] == true
	}
	return out
}
