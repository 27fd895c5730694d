package slackfake

import (
	"slices"
	"strings"
)

// entry is one thing in what a user sees, as it was then.
type entry struct {
	did     string
	note    string
	message *Message
	view    *View
	room    string
}

// did takes down what a user does. The lock is held.
func (s *Server) did(user, what string) { s.note(user, entry{did: what}) }

// sees takes down something short that a user sees. The lock is held.
func (s *Server) sees(user, what string) { s.note(user, entry{note: what}) }

func (s *Server) note(user string, e entry) {
	if s.keep {
		s.posts.journal[user] = append(s.posts.journal[user], e)
	}
}

// show takes down a message for everybody who sees it. The lock is held.
func (s *Server) show(m *Message, how string) {
	r := s.world.channels[m.Channel]
	for _, id := range r.people() {
		if s.world.people[id].Bot || m.For != "" && m.For != id || !m.bot && m.User == id && m.Text != "" && m.Via == "typed" {
			continue
		}
		s.note(id, entry{message: m, note: how, room: s.name(m.Channel)})
	}
}

// What a user sees of a view.
const (
	opens     = "a form opens"
	changes   = "the form changes"
	complains = "the form stays, with sentences at its fields"
	homeTab   = "the home tab"
)

// showView takes down a view. The lock is held.
func (s *Server) showView(v *View, how string) { s.note(v.User, entry{view: v, note: how}) }

// ordered puts what came between two things the user did in an order that does not hang on who was faster: short notes,
// forms, messages, each in the order in which they came.
func ordered(all []entry) []entry {
	list := slices.Clone(all)
	step := make([]int, len(list))
	n := 0
	for i := range list {
		if list[i].did != "" {
			n++
		}
		step[i] = n
	}
	rank := func(e entry) int {
		switch {
		case e.did != "":
			return 0
		case e.message != nil:
			return 3
		case e.view != nil:
			return 2
		}
		return 1
	}
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if step[a] != step[b] {
			return step[a] - step[b]
		}
		return rank(list[a]) - rank(list[b])
	})
	for i, from := range order {
		list[i] = all[from]
	}
	return list
}

// Transcript is what the user did and saw, from the beginning, as text for a golden file. All of it is now looked at.
// Where the app answers after its acknowledgement, wait for that before the user goes on.
func (s *Server) Transcript(u *User) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var b strings.Builder
	for _, e := range ordered(s.posts.journal[u.ID]) {
		switch {
		case e.did != "":
			b.WriteString("\n" + u.Name + " " + e.did + "\n")
		case e.message != nil:
			e.message.seen = true
			b.WriteString(indent(s.heading(e), e.body()))
		case e.view != nil:
			s.look(e.view)
			b.WriteString(indent(e.note, e.view.String()))
		default:
			b.WriteString("  " + e.note + "\n")
		}
	}
	return strings.TrimPrefix(b.String(), "\n")
}

func (e entry) body() string {
	if e.message.deleted {
		return ""
	}
	return e.message.String()
}

// heading says where a message stands, and for whom.
func (s *Server) heading(e entry) string {
	var about []string
	if e.message.For != "" {
		about = append(about, "only visible to you")
	}
	if e.message.ThreadTS != "" {
		about = append(about, "in a thread")
	}
	if e.note != "" {
		about = append(about, e.note)
	}
	head := s.name(e.message.User) + " in " + e.room
	if len(about) > 0 {
		head += " (" + strings.Join(about, ", ") + ")"
	}
	return head
}

// look takes a view, and the state it is in now where nothing came after, as looked at.
func (s *Server) look(v *View) {
	v.seen = true
	if now := s.modals.all[v.ID]; now != nil && now.Hash == v.Hash {
		now.seen = true
	}
}

func indent(head, body string) string {
	out := "  " + head + "\n"
	for line := range strings.Lines(body) {
		out += strings.TrimRight("    "+strings.TrimRight(line, "\n"), " ") + "\n"
	}
	return out
}

// Screen is what stands before the user now: the channels with their messages, the open forms, the home tab. All of it
// is now looked at.
func (s *Server) Screen(u *User) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var b strings.Builder
	for _, id := range sortedIDs(s.world.channels) {
		r := s.world.channels[id]
		if !r.members[u.ID] {
			continue
		}
		b.WriteString(s.name(id) + "\n")
		for _, m := range s.posts.all {
			if m.Channel == id && !m.deleted && (m.For == "" || m.For == u.ID) {
				m.seen = true
				b.WriteString(indent(s.heading(entry{message: m, room: s.name(id)}), m.String()))
			}
		}
	}
	views := slices.Clone(s.modals.stacks[u.ID])
	if home := s.modals.homes[u.Team+"/"+u.ID]; home != "" {
		views = append([]string{home}, views...)
	}
	for _, id := range views {
		v := s.modals.all[id]
		v.seen = true
		b.WriteString(indent(v.Type, v.String()))
	}
	return b.String()
}
