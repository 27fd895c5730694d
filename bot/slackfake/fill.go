package slackfake

import (
	"strconv"
	"strings"
	"time"
)

// fill makes the state of an element with that value, or says why nobody could fill in such a thing. The lock is held,
// but not while the app is asked for options.
func (s *Server) fill(u *User, on any, p placed, value any) (map[string]any, string) {
	field, _, empty := stateField(p.kind)
	wanted := wantedOf(value)
	state := map[string]any{"type": p.kind, field: empty}
	switch {
	case field == "":
		return nil, "a " + p.kind + " takes no value"
	case len(wanted) == 0:
		return state, ""
	}
	var got []any
	for _, w := range wanted {
		v, why := s.choose(u, on, p, w)
		if why != "" {
			return nil, why
		}
		got = append(got, v)
	}
	_, many := empty.([]any)
	switch most, limited := p.element["max_selected_items"].(float64); {
	case many && limited && len(got) > int(most):
		return nil, "no more than " + strconv.Itoa(int(most)) + " can be chosen"
	case many:
		state[field] = got
	case len(got) > 1:
		return nil, "only one value can be chosen"
	default:
		state[field] = got[0]
	}
	return state, ""
}

func wantedOf(value any) []string {
	switch v := value.(type) {
	case nil:
		return nil
	case string:
		if v == "" {
			return nil
		}
		return []string{v}
	case []string:
		return v
	case Choice:
		return []string{v.Value}
	}
	return []string{sprintf("%v", value)}
}

// choose is one value as the state holds it.
func (s *Server) choose(u *User, on any, p placed, w string) (any, string) {
	switch p.kind {
	case "plain_text_input", "email_text_input", "url_text_input", "number_input":
		if strings.Contains(w, "\n") && p.element["multiline"] != true {
			return nil, "the field has one line"
		}
		return w, ""
	case "datepicker":
		_, err := time.Parse(time.DateOnly, w)
		return w, unless(err == nil, "a date is YYYY-MM-DD")
	case "timepicker":
		_, err := time.Parse("15:04", w)
		return w, unless(err == nil, "a time is HH:MM")
	case "datetimepicker":
		n, err := strconv.ParseInt(w, 10, 64)
		return n, unless(err == nil, "a moment is in Unix seconds")
	case "external_select", "multi_external_select":
		return s.searched(u, on, p, w)
	case "file_input":
		f, ok := s.world.files[w]
		return s.fileJSON(f), unless(ok, "there is no file "+w)
	}
	if of, ok := strings.CutSuffix(strings.TrimPrefix(p.kind, "multi_"), "s_select"); ok {
		return s.named(u, of, w)
	}
	for _, o := range optionsOf(p.element) {
		if plainText(o["text"]) == w || o["value"] == w {
			return o, ""
		}
	}
	return nil, "there is no option " + w
}

func unless(good bool, why string) string {
	if good {
		return ""
	}
	return why
}

// named is the id of a person or channel, given by id or name.
func (s *Server) named(u *User, of, w string) (any, string) {
	if of == "user" {
		for _, id := range sortedIDs(s.world.people) {
			if p := s.world.people[id]; id == w || p.Name == w && p.Team == u.Team {
				return id, ""
			}
		}
	}
	for _, id := range sortedIDs(s.world.channels) {
		if r := s.world.channels[id]; of != "user" && (id == w || "#"+r.name == w || r.name == w) && r.of(u.Team) {
			return id, ""
		}
	}
	return nil, "there is no " + of + " " + w
}

func sortedIDs[T any](m map[string]T) []string {
	o := make(map[string]any, len(m))
	for id := range m {
		o[id] = nil
	}
	return sortedKeys(o)
}
