package help

import (
	"context"
	"strings"
	"testing"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

var some = []commands.Feature{
	{Name: "visit", Words: []string{"visit", "besoeg"}, Also: []string{"besøg"}, Summary: text.New("Notér", "Log"), Examples: []text.Text{text.New("/besoeg x", "/visit x")}},
	{Name: "check", Words: []string{"check", "tjek"}, Summary: text.New("Tjek", "Check")},
}

type settings map[int64]text.Lang

func (s settings) SetLang(_ context.Context, id int64, lang text.Lang) error {
	s[id] = lang
	return nil
}

func (settings) AccessRequests(_ context.Context, team string) ([]crm.AccessRequest, error) {
	return []crm.AccessRequest{{ID: 3, Team: team, Name: "Nina <Ny>"}}, nil
}

func (s settings) DecideAccess(_ context.Context, e crm.Entry, id int64, accept bool, role crm.Role) (crm.AccessRequest, error) {
	if accept && role == crm.Caseworker {
		s[id] = "in"
	}
	return crm.AccessRequest{ID: id, Name: "Nina Ny"}, nil
}

func (s settings) AssignPerson(_ context.Context, e crm.Entry, p crm.Person) (crm.Person, error) {
	p.Org = e.Person.Org
	s[99] = text.Lang(string(p.Role) + " " + p.Name + " " + p.Title)
	return p, nil
}

// profiles are the names on the members' profiles.
type profiles map[string]string

func (p profiles) Name(_ context.Context, _, user string) (string, bool) {
	name, ok := p[user]
	return name, ok
}

func asks(t *testing.T, set settings, lang text.Lang, words string) (commands.Reply, error) {
	t.Helper()
	return New(set, profiles{}, some).Handle(context.Background(), commands.Request{Lang: lang, Text: words, Person: crm.Person{ID: 7}})
}

// TestAboutOne: a command's word alone asks what may follow it.
func TestAboutOne(t *testing.T) {
	for _, word := range []string{"visit", "besøg", "Besoeg"} {
		reply, err := asks(t, nil, text.English, word)
		if err != nil || !strings.Contains(reply.Text, "/visit x") || strings.Contains(reply.Text, "Check") {
			t.Errorf("%q: %v\n%s", word, err, reply.Text)
		}
	}
}

func TestOverview(t *testing.T) {
	for _, words := range []string{"", "help", "hjælp", "hjælp?? hvordan skriver jeg et besøg ind / how do i log a visit"} {
		reply, err := asks(t, nil, text.English, words)
		if err != nil || !strings.Contains(reply.Text, "Three things to try") || !strings.Contains(reply.Text, "/visit x") || len(reply.Blocks) < 4 {
			t.Errorf("%q: %v\n%s", words, err, reply.Text)
		}
		if reply.Understood.Intent != "help" {
			t.Errorf("%q: intent %q", words, reply.Understood.Intent)
		}
	}
	reply, _ := asks(t, nil, text.Danish, "hvordan logger jeg et besøg")
	if reply.Understood.Slots["topic"] != "visit.log" {
		t.Errorf("topic %v", reply.Understood.Slots)
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"vist": "visit", "chekc": "check", "besog": "besoeg", "tjekk": "tjek", "besoge": "besoeg", "xyz": "", "elephant": "", "": "",
		strings.Repeat("v", 50_000): ""} {
		if got := nearest(word, some); got != want {
			t.Errorf("%.20q: %q, want %q", word, got, want)
		}
	}
}

func TestUnknownNamesTheNearest(t *testing.T) {
	reply, err := asks(t, nil, text.Danish, "tjekk 99000007")
	if err != nil || !strings.Contains(reply.Text, "Mener du /tjek?") {
		t.Errorf("%v %s", err, reply.Text)
	}
}

func TestLanguage(t *testing.T) {
	set := settings{}
	reply, err := asks(t, set, text.Danish, "sprog engelsk")
	if err != nil || set[7] != text.English || !strings.Contains(reply.Text, "in English") {
		t.Errorf("%v %v %s", err, set, reply.Text)
	}
	if _, err := asks(t, set, text.Danish, "sprog klingon"); !crm.IsKind(err, crm.Invalid) || set[7] != text.English {
		t.Errorf("%v %v", err, set)
	}
}

func TestPrivacy(t *testing.T) {
	if reply, err := asks(t, nil, text.English, "privacy"); err != nil || !strings.Contains(reply.Text, "CPR numbers are masked") {
		t.Errorf("%v %s", err, reply.Text)
	}
}

func TestAccess(t *testing.T) {
	set := settings{}
	feature := New(set, profiles{"UADA": "Ada"}, some)
	ask := func(role crm.Role, action, value string) (commands.Reply, error) {
		req := commands.Request{Lang: text.English, Text: "access", Value: value, Person: crm.Person{ID: 7, Role: role, Org: crm.Org{NameDA: "Jobcenter"}}}
		if action == "" {
			return feature.Handle(context.Background(), req)
		}
		return feature.Actions[action](context.Background(), req)
	}
	for _, action := range []string{"", "accept", "decline"} {
		if _, err := ask(crm.Manager, action, "3"); !crm.IsKind(err, crm.Forbidden) {
			t.Errorf("a manager did %q: %v", action, err)
		}
	}
	list, err := ask(crm.Administrator, "", "")
	if err != nil || !strings.Contains(list.Text, "Nina <Ny>, since") || len(list.Blocks) != 4 {
		t.Errorf("%v %s", err, list.Text)
	}
	if said, err := ask(crm.Administrator, "decline", "3"); err != nil || set[3] != "" || !said.Replace || !strings.Contains(said.Text, "was not let in") {
		t.Errorf("%v %s %v", err, said.Text, set)
	}
	if said, err := ask(crm.Administrator, "accept", "3"); err != nil || set[3] != "in" || !strings.Contains(said.Text, "Nina Ny now has access") {
		t.Errorf("%v %s %v", err, said.Text, set)
	}
	if _, err := ask(crm.Administrator, "accept", "x"); !crm.IsKind(err, crm.Invalid) {
		t.Errorf("a broken button: %v", err)
	}
}

func TestPerson(t *testing.T) {
	set := settings{}
	feature := New(set, profiles{"UADA": "Ada <Ny>"}, some)
	admin := crm.Person{ID: 7, Role: crm.Administrator, Org: crm.Org{ID: 3, NameDA: "Jobcenter"}}
	form, err := feature.Handle(context.Background(), commands.Request{Lang: text.Danish, Text: "medarbejder", Person: admin})
	if err != nil || form.View == nil || len(form.View.Blocks.BlockSet) != 5 || !strings.Contains(form.Text, "Hvem repræsenterer Jobcenter") {
		t.Fatalf("%v %+v", err, form)
	}
	submit := func(p crm.Person, values map[string][]string) (commands.Reply, error) {
		return feature.Forms["person"](context.Background(), commands.Request{Lang: text.Danish, Person: p, Values: values})
	}
	good := map[string][]string{"user": {"UADA"}, "role": {"manager"}, "title": {"chef"}, "access": {"on"}}
	if said, err := submit(admin, good); err != nil || said.Text != "Ada <Ny> repræsenterer nu Jobcenter som leder." || set[99] != "manager Ada <Ny> chef" {
		t.Errorf("%v %s %v", err, said.Text, set)
	}
	manager := admin
	manager.Role = crm.Manager
	if _, err := submit(manager, good); !crm.IsKind(err, crm.Forbidden) {
		t.Errorf("a manager assigns: %v", err)
	}
	if _, err := feature.Handle(context.Background(), commands.Request{Text: "person", Person: manager}); !crm.IsKind(err, crm.Forbidden) {
		t.Errorf("a manager opens the form: %v", err)
	}
	for field, values := range map[string]map[string][]string{"user": {"user": {"UGUEST"}, "role": {"manager"}}, "role": {"user": {"UADA"}, "role": {"king"}}} {
		if said, err := submit(admin, values); err != nil || said.Errors[field] == "" {
			t.Errorf("%s: %v %+v", field, err, said)
		}
	}
	if said, err := submit(admin, map[string][]string{"user": {"UGONE"}, "role": {"caseworker"}, "access": {"off"}}); err != nil || said.Text != "Adgangen er lukket for UGONE." {
		t.Errorf("%v %s", err, said.Text)
	}
}
