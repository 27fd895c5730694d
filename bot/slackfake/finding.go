package slackfake

import (
	"slices"
	"strings"
)

// Refusal is a call that broke a rule: a limit, a missing scope, a method that is not Slack's or not the bot's.
type Refusal struct {
	Method, Error string
	Needed        string   // the missing scope
	Messages      []string // each with a JSON pointer
}

func (r Refusal) String() string {
	s := r.Method + " was refused: " + r.Error
	if r.Needed != "" {
		s += ", needed " + r.Needed
	}
	if len(r.Messages) > 0 {
		s += ": " + strings.Join(r.Messages, "; ")
	}
	return s
}

// findings are what the test must not end with.
type findings struct {
	refusals []Refusal
	problems []string
	failed   []*Answer
	ignore   []func(*Message) bool
	noViews  bool
}

func (f *findings) refuse(r Refusal) { f.refusals = append(f.refusals, r) }

func (f *findings) problem(format string, args ...any) {
	f.problems = append(f.problems, sprintf(format, args...))
}

// broadcast: a bot that calls a whole channel is never meant to.
func (f *findings) broadcast(m *Message) {
	for _, p := range m.Pings() {
		if strings.HasPrefix(p, "!") {
			f.problem("a message by %s calls everybody with %s: %q", m.Via, p, m.Text)
		}
	}
}

// Refusals gives the refused calls so far, and takes them as looked at.
func (s *Server) Refusals() []Refusal {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.found.refusals
	s.found.refusals = nil
	return list
}

// Problems gives what the app did that Slack would not have shown as meant, and takes it as looked at.
func (s *Server) Problems() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.found.problems
	s.found.problems = nil
	return list
}

// Ignore takes the messages for which it is true as looked at, those to come as well.
func (s *Server) Ignore(match func(*Message) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found.ignore = append(s.found.ignore, match)
}

// IgnoreMessages takes all messages as looked at.
func (s *Server) IgnoreMessages() { s.Ignore(func(*Message) bool { return true }) }

// IgnoreViews takes all modals and home tabs as looked at.
func (s *Server) IgnoreViews() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found.noViews = true
}

// Unexpected gives what nobody looked at: messages, views, refused calls, and deliveries that failed without the test
// asking for that. New fails the test with it.
func (s *Server) Unexpected() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []string
	for _, m := range s.posts.all {
		if m.bot && !m.seen && !s.ignored(m) {
			list = append(list, sprintf("nobody looked at this message in %s by %s:\n%s", s.name(m.Channel), m.Via, m))
		}
	}
	for _, id := range s.viewIDs() {
		if v := s.modals.all[id]; !v.seen && !v.closed && !s.found.noViews {
			list = append(list, sprintf("nobody looked at this %s of %s:\n%s", v.Type, s.name(v.User), v))
		}
	}
	for _, r := range s.found.refusals {
		list = append(list, r.String())
	}
	for _, a := range s.found.failed {
		if !a.asked {
			list = append(list, sprintf("%s failed: %s", a.did, a.failed))
		}
	}
	return append(list, s.found.problems...)
}

func (s *Server) viewIDs() []string {
	ids := make([]string, 0, len(s.modals.all))
	for id := range s.modals.all {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func (s *Server) ignored(m *Message) bool {
	return slices.ContainsFunc(s.found.ignore, func(match func(*Message) bool) bool { return match(m) })
}

// name is what people call a person or a channel, by its id. It needs no lock.
func (s *Server) name(id string) string {
	if name, ok := s.names.Load(id); ok {
		return name.(string)
	}
	return id
}
