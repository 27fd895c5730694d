package console

import (
	"context"
	"strings"

	"samspil/bot"
	"samspil/internal/crm"
)

// speakAs lets the console speak for somebody else. A form belongs to who opened it.
func (s *session) speakAs(_ context.Context, name string) error {
	if name == "" {
		return crm.Errorf(crm.Invalid, errNoName, s.names())
	}
	who, err := s.person(name)
	if err != nil {
		return err
	}
	s.leaveForm()
	s.who, s.buttons = who, nil
	s.say(nowAs.In(s.lang(), who.Name))
	return nil
}

// person finds somebody by user id, name, first name or the start of a name; "" is the first of all. Nobody, or
// more than one by the start of a name, is a crm.Error that lists the names.
func (s *session) person(name string) (Person, error) {
	if name == "" && len(s.People) > 0 {
		return s.People[0], nil
	}
	wanted := strings.ToLower(name)
	var found []Person
	for _, p := range s.People {
		full := strings.ToLower(p.Name)
		if strings.EqualFold(p.User, name) || full == wanted || shortName(full) == wanted {
			return p, nil
		}
		if wanted != "" && strings.HasPrefix(full, wanted) {
			found = append(found, p)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return Person{}, crm.Errorf(crm.NotFound, errPerson, shown(name), s.names())
}

func (s *session) names() string {
	names := make([]string, len(s.People))
	for i, p := range s.People {
		names[i] = bot.Clean(p.Name)
	}
	return strings.Join(names, ", ")
}

// shortName is the first word of a name.
func shortName(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return strings.ToLower(first)
}

// shown is what somebody typed as it may be shown: masked, on one line, and not endless.
func shown(s string) string {
	s, _ = bot.Presentable(s)
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return string(runes)
}
