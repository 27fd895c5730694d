package bot

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// Accounts is what the bot asks of Slack about a user. *slack.Client is one.
type Accounts interface {
	GetUserInfoContext(ctx context.Context, user string, options ...slack.GetUserInfoOption) (*slack.User, error)
}

// Staff is where the people are kept.
type Staff interface {
	Person(ctx context.Context, team, user string) (crm.Person, error)
	// Workspace gives the workspace of that team, or NotFound.
	Workspace(ctx context.Context, team string) (crm.Workspace, error)
	// AddPerson makes the person unless there is one, and gives the row as it stands.
	AddPerson(ctx context.Context, p crm.Person) (crm.Person, error)
	// People gives everybody, those no longer active too.
	People(ctx context.Context) ([]crm.Person, error)
}

const (
	// accountKept is how long what Slack says of an account is believed.
	accountKept = time.Hour
	// accountAgain is how soon Slack is asked again where it did not answer.
	accountAgain = time.Minute
	// accountWithin is how long Slack may take to say it: a command waits for it.
	accountWithin = 700 * time.Millisecond
	// accountsKept is how many accounts are remembered at once.
	accountsKept = 20_000
)

var errWhoNow = text.New("Slack svarer ikke lige nu, så jeg kan ikke se, hvem du er. Prøv igen om lidt.", "Slack does not answer just now, so I cannot see who you are. Try again in a moment.")

var errGuest = text.New(
	"Du er gæst i dette arbejdsområde, så jeg kan hverken vise eller gemme noget for dig. Bed en kollega i en af aktørerne om hjælp.",
	"You are a guest in this workspace, so I can neither show nor save anything for you. Ask a colleague in one of the organisations for help.")

// Members are the people behind the accounts of a workspace. Slack is asked what kind of account it is: guests and
// closed accounts get nothing, and a full member of a workspace that has an organisation speaks for it until an
// administrator says otherwise. Where Slack does not answer, those known already go on.
type Members struct {
	staff Staff
	slack Accounts
	now   func() time.Time

	mu   sync.Mutex
	kept map[string]account // by team and user
}

// NewMembers makes Members.
func NewMembers(staff Staff, accounts Accounts) *Members {
	return &Members{staff: staff, slack: accounts, now: time.Now, kept: map[string]account{}}
}

// account is what Slack says of a user.
type account struct {
	known  bool // Slack knows it
	failed bool // Slack did not say
	team   string
	name   string
	lang   text.Lang // of its Slack; "" for one the program does not speak
	guest  bool
	closed bool
	robot  bool
	until  time.Time
}

// Person gives the person behind the account, as People says. A guest is a crm.Error of kind Forbidden.
func (m *Members) Person(ctx context.Context, team, user string) (crm.Person, error) {
	p, err := m.staff.Person(ctx, team, user)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return p, err
	}
	a := m.account(ctx, team, user)
	switch {
	case a.guest:
		return crm.Person{}, crm.Errorf(crm.Forbidden, errGuest)
	case a.closed || a.robot:
		return crm.Person{}, crm.Errorf(crm.Forbidden, errInactive)
	case err != nil && a.failed:
		return crm.Person{}, crm.Errorf(crm.Unavailable, errWhoNow)
	case err != nil:
		if p, err = m.admit(ctx, team, user, a); err != nil {
			return p, err
		}
	}
	if p.Lang == "" {
		p.Lang = a.lang
	}
	return p, nil
}

// Name gives the name on a member's profile; ok is false for guests, robots and closed accounts, and where Slack does
// not say.
func (m *Members) Name(ctx context.Context, team, user string) (name string, ok bool) {
	a := m.account(ctx, team, user)
	if !a.known || a.team != team || a.guest || a.closed || a.robot {
		return "", false
	}
	name, _ = Presentable(a.name)
	return text.Cut(name, nameLimit), name != ""
}

// nameLimit is how many characters of a name are kept.
const nameLimit = 80

// admit makes a full member a person of the workspace's organisation, if it has one.
func (m *Members) admit(ctx context.Context, team, user string, a account) (crm.Person, error) {
	org, err := m.byDefault(ctx, team, a)
	if err != nil {
		return crm.Person{}, err
	}
	if org.ID == 0 {
		return crm.Person{}, crm.Errorf(crm.NotFound, errStranger)
	}
	name, _ := Presentable(a.name)
	if name == "" {
		name = user
	}
	return m.staff.AddPerson(ctx, crm.Person{Team: team, User: user, Name: text.Cut(name, nameLimit), Org: org, Role: crm.Caseworker, Active: true})
}

// byDefault is the organisation that a full member of the workspace speaks for; the zero Org for nobody.
func (m *Members) byDefault(ctx context.Context, team string, a account) (crm.Org, error) {
	if !a.known || a.team != team {
		return crm.Org{}, nil
	}
	w, err := m.staff.Workspace(ctx, team)
	if crm.IsKind(err, crm.NotFound) || w.Gone {
		return crm.Org{}, nil
	}
	return w.Org, err
}

// Speaks tells for whom a reader of a channel speaks; the zero Org where nobody knows. reads is false for robots and
// closed accounts, which read nothing. team is the workspace the channel is in.
func (m *Members) Speaks(ctx context.Context, team, user string) (org crm.Org, reads bool, err error) {
	a := m.account(ctx, team, user)
	if a.robot || a.closed {
		return crm.Org{}, false, nil
	}
	if a.failed && !a.known {
		return crm.Org{}, true, errSilent
	}
	if !a.known || a.guest {
		return crm.Org{}, true, nil
	}
	p, err := m.staff.Person(ctx, a.team, user)
	switch {
	case crm.IsKind(err, crm.NotFound):
		org, err = m.byDefault(ctx, a.team, a)
		return org, true, err
	case err != nil:
		return crm.Org{}, true, err
	case !p.Active:
		return crm.Org{}, true, nil
	}
	return p.Org, true, nil
}

// account gives what Slack says of a user, remembered for a while.
func (m *Members) account(ctx context.Context, team, user string) account {
	key := team + "/" + user
	m.mu.Lock()
	a, ok := m.kept[key]
	m.mu.Unlock()
	if ok && m.now().Before(a.until) {
		return a
	}
	old := a
	if a = m.ask(ctx, team, user); a.failed {
		if ctx.Err() != nil { // the asker was in a hurry, not Slack slow
			return old.orElse(a)
		}
		a = old.orElse(a)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.kept) >= accountsKept {
		clear(m.kept)
	}
	m.kept[key] = a
	return a
}

// orElse is what Slack said of the account before, for a little longer, where it says nothing now.
func (a account) orElse(failed account) account {
	if !a.known {
		return failed
	}
	a.failed, a.until = true, failed.until
	return a
}

// errSilent is a Slack that did not answer.
var errSilent = errors.New("Slack does not say whose account it is")

func (m *Members) ask(ctx context.Context, team, user string) account {
	ctx, cancel := context.WithTimeout(ctx, accountWithin)
	defer cancel()
	u, err := m.slack.GetUserInfoContext(ctx, user, slack.GetUserInfoOptionIncludeLocale(true))
	if isSlackError(err, "user_not_found", "user_not_visible") {
		return account{known: false, until: m.now().Add(accountKept)}
	}
	if err != nil {
		return account{failed: true, until: m.now().Add(accountAgain)}
	}
	a := account{known: true, team: u.TeamID, name: realName(u), guest: u.IsRestricted || u.IsUltraRestricted,
		closed: u.Deleted, robot: u.IsBot || user == "USLACKBOT", until: m.now().Add(accountKept)}
	if a.team == "" {
		a.team = team
	}
	if lang, ok := text.ParseLang(u.Locale); ok {
		a.lang = lang
	}
	return a
}

func realName(u *slack.User) string {
	for _, name := range []string{u.Profile.RealName, u.RealName, u.Name} {
		if name != "" {
			return name
		}
	}
	return ""
}

// isSlackError reports whether Slack answered with one of these errors.
func isSlackError(err error, codes ...string) bool {
	refused, ok := errors.AsType[slack.SlackErrorResponse](err)
	return ok && slices.Contains(codes, refused.Err)
}
