package slackfake

import "strings"

// Choice is one option that a search offers.
type Choice struct{ Text, Value, Group string }

// Searches types into a menu that asks the app for its options (external_select), in a view or a message, found by
// label, action id or block id, and gives what it offers.
func (u *User) Searches(on any, field, typed string) []Choice {
	return u.Suggests(on, field, typed).Choices()
}

// Suggests is Searches, for who wants to know how the app answered as well. Slack asks from min_query_length characters
// on, 3 unless told; with fewer, the answer is not Sent.
// https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
func (u *User) Suggests(on any, field, typed string) *Answer {
	s := u.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.searchable(u, on, field)
	s.did(u.ID, sprintf("searches in %s: %s", p.label, typed))
	a := s.suggestions(u, on, p, typed)
	var texts []string
	for _, c := range a.choices {
		texts = append(texts, c.Text)
	}
	s.sees(u.ID, "offered: "+or(strings.Join(texts, " | "), "nothing"))
	return a
}

// searchable is the one menu of that name that asks the app for its options. The lock is held.
func (s *Server) searchable(u *User, on any, field string) placed {
	all := s.surface(u, on)
	hits := find(all, field)
	if len(hits) != 1 || !strings.HasSuffix(hits[0].kind, "external_select") {
		s.fatalf("%d fields to search in are %q; there are %s", len(hits), field, strings.Join(labels(all), ", "))
	}
	return hits[0]
}

// Choices are what a search offers.
func (a *Answer) Choices() []Choice { return a.choices }

// Search is Searches by the form's own user, and gives the labels.
func (v *View) Search(field, typed string) []string {
	var texts []string
	for _, c := range v.user().Searches(v, field, typed) {
		texts = append(texts, c.Text)
	}
	return texts
}

// Choose picks one of what Search offered last in the field, by its label or value, and gives the form as it then stands.
// What was not offered cannot be chosen.
func (v *View) Choose(field, label string) *View {
	u := v.user()
	if !v.srv.isOffered(u, v, field, label) {
		v.srv.fatalf("%s: %q was not offered", field, label)
	}
	return u.Fills(v, Fields{field: label})
}

func (s *Server) isOffered(u *User, v *View, field, label string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return pick(s.lastShown(u, v, s.searchable(u, v, field)), label) != nil
}

// user is who has the view before them.
func (v *View) user() *User {
	v.srv.mu.Lock()
	defer v.srv.mu.Unlock()
	p := v.srv.world.people[v.User]
	return &User{srv: v.srv, ID: p.ID, Team: p.Team, Name: p.Name}
}
