package bot

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// staff is people, workspaces and accounts in memory.
type staff struct {
	people     map[string]crm.Person
	workspaces map[string]crm.Workspace
	accounts   map[string]slack.User
	down       bool
	asked      atomic.Int64 // several are asked of at once
}

var errAbsent = crm.Errorf(crm.NotFound, text.New("nej", "no"))

func (s *staff) Person(_ context.Context, team, user string) (crm.Person, error) {
	if p, ok := s.people[team+user]; ok {
		return p, nil
	}
	return crm.Person{}, errAbsent
}

func (s *staff) AddPerson(_ context.Context, p crm.Person) (crm.Person, error) {
	p.ID = int64(len(s.people) + 1)
	s.people[p.Team+p.User] = p
	return p, nil
}

func (s *staff) People(context.Context) (list []crm.Person, err error) {
	for key, p := range s.people {
		p.Team = key[:1]
		if strings.HasPrefix(key, "TFAR") {
			p.Team = "TFAR"
		}
		list = append(list, p)
	}
	return list, nil
}

func (s *staff) Workspace(_ context.Context, team string) (crm.Workspace, error) {
	if w, ok := s.workspaces[team]; ok {
		return w, nil
	}
	return crm.Workspace{}, errAbsent
}

func (s *staff) GetUserInfoContext(_ context.Context, user string, _ ...slack.GetUserInfoOption) (*slack.User, error) {
	s.asked.Add(1)
	if s.down {
		return nil, errors.New("no route")
	}
	u, ok := s.accounts[user]
	if !ok {
		return nil, slack.SlackErrorResponse{Err: "user_not_found"}
	}
	return &u, nil
}

func newStaff() (*staff, *Members) {
	s := &staff{
		people:     map[string]crm.Person{"TUANNA": {ID: 1, Name: "Anna", Org: crm.Org{ID: 7}, Active: true}, "TUGUEST": {Name: "Gæst", Active: true, Org: crm.Org{ID: 7}}, "TFARUFAR": {Name: "Fjern", Org: crm.Org{ID: 9}, Active: true}},
		workspaces: map[string]crm.Workspace{"T": {Team: "T", Org: crm.Org{ID: 8}}, "TNONE": {Team: "TNONE"}},
		accounts: map[string]slack.User{
			"UANNA": {TeamID: "T", Locale: "en-GB"}, "UNEW": {TeamID: "T", RealName: "Nina <Ny>", Locale: "de-DE"},
			"UGUEST": {TeamID: "T", IsRestricted: true}, "UGONE": {TeamID: "T", Deleted: true}, "UBOT": {TeamID: "T", IsBot: true}, "UFAR": {TeamID: "TFAR"}, "UFARNEW": {TeamID: "TFAR"}},
	}
	return s, NewMembers(s, s)
}

func TestMembers(t *testing.T) {
	s, m := newStaff()
	anna, err := m.Person(t.Context(), "T", "UANNA")
	if err != nil || anna.Lang != text.English || anna.Org.ID != 7 {
		t.Errorf("Anna: %+v %v", anna, err)
	}
	nina, err := m.Person(t.Context(), "T", "UNEW")
	if err != nil || nina.Org.ID != 8 || nina.Name != "Nina <Ny>" || nina.Role != crm.Caseworker || !nina.Active || nina.Lang != "" {
		t.Errorf("a full member nobody has added: %+v %v", nina, err)
	}
	for user, kind := range map[string]crm.Kind{"UGUEST": crm.Forbidden, "UGONE": crm.Forbidden, "UBOT": crm.Forbidden, "UFARNEW": crm.NotFound, "UNOBODY": crm.NotFound} {
		if p, err := m.Person(t.Context(), "T", user); !crm.IsKind(err, kind) {
			t.Errorf("%s: %+v %v", user, p, err)
		}
	}
	if len(s.people) != 4 {
		t.Errorf("people were added: %v", s.people)
	}
	before := s.asked.Load()
	if _, err := m.Person(t.Context(), "T", "UANNA"); err != nil || s.asked.Load() != before {
		t.Errorf("Slack was asked again within the hour: %v", err)
	}
	m.now = func() time.Time { return time.Now().Add(2 * time.Hour) }
	s.down = true
	if p, err := m.Person(t.Context(), "T", "UANNA"); err != nil || p.ID != 1 || s.asked.Load() != before+1 {
		t.Errorf("without Slack somebody known goes on: %+v %v", p, err)
	}
	if _, err := m.Person(t.Context(), "T", "UOTHER"); !crm.IsKind(err, crm.Unavailable) {
		t.Errorf("without Slack nobody can say who somebody unknown is: %v", err)
	}
	if _, err := m.Person(t.Context(), "T", "UGUEST"); !crm.IsKind(err, crm.Forbidden) {
		t.Errorf("a guest stays one while Slack does not answer: %v", err)
	}
	if _, _, err := m.Speaks(t.Context(), "T", "UELSE"); err == nil {
		t.Error("a reader of whom Slack says nothing is taken for somebody unknown")
	}
}

func TestSpeaks(t *testing.T) {
	_, m := newStaff()
	for user, want := range map[string]struct {
		org   int64
		reads bool
	}{"UANNA": {7, true}, "UNEW": {8, true}, "UGUEST": {0, true}, "UGONE": {0, false}, "UBOT": {0, false}, "UFAR": {9, true}, "UFARNEW": {0, true}, "UNOBODY": {0, true}} {
		org, reads, err := m.Speaks(t.Context(), "T", user)
		if err != nil || org.ID != want.org || reads != want.reads {
			t.Errorf("%s: %d %v %v", user, org.ID, reads, err)
		}
	}
}

// rooms is one channel.
type rooms struct {
	info    slack.Channel
	members []string
	err     error
}

func (r rooms) GetConversationInfoContext(context.Context, *slack.GetConversationInfoInput) (*slack.Channel, error) {
	return &r.info, r.err
}

func (r rooms) GetUsersInConversationContext(_ context.Context, p *slack.GetUsersInConversationParameters) ([]string, string, error) {
	half := len(r.members) / 2
	if p.Cursor == "" {
		return r.members[:half], "more", nil
	}
	return r.members[half:], "", nil
}

func TestAudience(t *testing.T) {
	_, m := newStaff()
	room := rooms{members: []string{"UANNA", "UBOT", "UNEW", "UGONE", "UFAR", "UANNA"}}
	room.info.IsMember, room.info.IsPrivate = true, true
	a, err := Readers{room, m}.Audience(t.Context(), crm.Person{Team: "T"}, "C1")
	if err != nil || len(a.Orgs) != 3 || !a.Certain() {
		t.Errorf("%+v %v", a, err)
	}
	room.members = append(room.members, "UGUEST", "UNOBODY")
	if a, err := (Readers{room, m}).Audience(t.Context(), crm.Person{Team: "T"}, "C1"); err != nil || a.Unknown != 2 || a.Certain() {
		t.Errorf("with a guest and somebody unknown: %+v %v", a, err)
	}
	room.members = make([]string, 3*membersRead)
	if a, err := (Readers{room, m}).Audience(t.Context(), crm.Person{Team: "T"}, "C1"); err != nil || !a.Partial || a.Certain() {
		t.Errorf("too many: %+v %v", a, err)
	}
	open := rooms{info: room.info, members: []string{"UFAR"}}
	open.info.IsPrivate = false
	if a, err := (Readers{open, m}).Audience(t.Context(), crm.Person{Team: "T"}, "C1"); err != nil || len(a.Orgs) != 3 || !a.Certain() {
		t.Errorf("a public channel is read by the whole workspace: %+v %v", a, err)
	}
	open.info.IsExtShared = true
	outside, direct, slow := room, room, room
	outside.info.IsMember = false
	direct.info.IsIM = true
	slow.err = errors.New("timeout")
	hidden := rooms{err: slack.SlackErrorResponse{Err: "channel_not_found"}}
	for _, c := range []struct {
		rooms
		channel string
		kind    crm.Kind
	}{{outside, "C1", crm.Forbidden}, {hidden, "C1", crm.Forbidden}, {direct, "D1", crm.Invalid}, {room, "", crm.Invalid}, {room, "D1", crm.Invalid}, {open, "C1", crm.Forbidden}, {rooms{err: slack.SlackErrorResponse{Err: "missing_scope"}}, "G1", crm.Forbidden}, {slow, "C1", crm.Unavailable}} {
		if _, err := (Readers{c.rooms, m}).Audience(t.Context(), crm.Person{Team: "T"}, c.channel); !crm.IsKind(err, c.kind) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
