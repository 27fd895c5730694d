package slackfake

import (
	"strings"
	"time"
)

// await waits until done says so, for as long as the patience lasts. done is called under the lock.
func (s *Server) await(done func() bool) bool {
	end := time.NewTimer(s.patience)
	defer end.Stop()
	for {
		s.mu.Lock()
		good, news := done(), s.news
		s.mu.Unlock()
		if good {
			return true
		}
		select {
		case <-news:
		case <-end.C:
			return false
		}
	}
}

// Match says whether a message is the one waited for.
type Match func(*Message) bool

// In matches what was sent to a channel, by whatever way.
func In(c *Channel) Match { return func(m *Message) bool { return m.Channel == c.ID } }

// OnlyTo matches an ephemeral message to the user.
func OnlyTo(u *User) Match { return func(m *Message) bool { return m.For == u.ID } }

// Public matches what all in the channel see.
func Public() Match { return func(m *Message) bool { return m.For == "" } }

// Saying matches by what is read in the message.
func Saying(s string) Match { return func(m *Message) bool { return strings.Contains(m.String(), s) } }

// WaitMessage waits for a message by the app that nobody has looked at and that all matches hold for, the oldest first.
// It is now looked at. Without one, the test ends.
func (s *Server) WaitMessage(matches ...Match) *Message {
	var found *Message
	if !s.await(func() bool { found = s.unseen(matches); return found != nil }) {
		s.fatalf("no such message came; %s", strings.Join(append([]string{"what nobody looked at:"}, s.Unexpected()...), "\n"))
	}
	return found
}

// unseen takes the oldest new message for which the matches hold. The lock is held.
func (s *Server) unseen(matches []Match) *Message {
	for _, m := range s.posts.all {
		if !m.bot || m.seen || m.deleted {
			continue
		}
		good := true
		for _, match := range matches {
			good = good && match(m)
		}
		if good {
			m.seen = true
			return m
		}
	}
	return nil
}

// Current is the message as it stands now; nil when it is deleted. It is now looked at.
func (s *Server) Current(m *Message) *Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.message(m.Channel, m.TS)
	if now != nil {
		now.seen = true
	}
	return now
}

// WaitReplaced waits until the message has been updated since m, and gives what it says now.
func (s *Server) WaitReplaced(m *Message) *Message {
	var now *Message
	changed := func() bool {
		now = s.message(m.Channel, m.TS)
		return now != m
	}
	if !s.await(changed) {
		s.fatalf("this message was not updated:\n%s", m)
	}
	return s.Current(m)
}

// View waits until the user has a form open, and gives the topmost. It is now looked at.
func (s *Server) View(u *User) *View {
	return s.waitView(u, "form", func(v *View) bool { return true })
}

// NextView is View for one that nobody has looked at: another, or the same with something else in it.
func (s *Server) NextView(u *User) *View {
	return s.waitView(u, "new form", func(v *View) bool { return !v.seen })
}

func (s *Server) waitView(u *User, what string, good func(*View) bool) *View {
	var v *View
	open := func() bool {
		stack := s.modals.stacks[u.ID]
		if len(stack) == 0 {
			return false
		}
		v = s.modals.all[stack[len(stack)-1]]
		if good(v) {
			v.seen = true
			return true
		}
		return false
	}
	if !s.await(open) {
		s.fatalf("%s has no %s open", u.Name, what)
	}
	return v
}

// HasView reports whether the user has a form open now.
func (s *Server) HasView(u *User) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.modals.stacks[u.ID]) > 0
}

// Home waits until the app has published a home tab for the user in the user's workspace. It is now looked at.
func (s *Server) Home(u *User) *View {
	return s.waitHome(u, "home tab", func(*View) bool { return true })
}

// NextHome is Home for one that nobody has looked at.
func (s *Server) NextHome(u *User) *View {
	return s.waitHome(u, "new home tab", func(v *View) bool { return !v.seen })
}

func (s *Server) waitHome(u *User, what string, good func(*View) bool) *View {
	var v *View
	published := func() bool {
		v = s.modals.all[s.modals.homes[u.Team+"/"+u.ID]]
		if v == nil || !good(v) {
			return false
		}
		v.seen = true
		return true
	}
	if !s.await(published) {
		s.fatalf("%s has no %s", u.Name, what)
	}
	return v
}
