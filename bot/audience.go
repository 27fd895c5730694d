package bot

import (
	"context"
	"slices"
	"sync"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// Channels is what the bot asks of Slack about a channel. *slack.Client is one.
type Channels interface {
	GetConversationInfoContext(ctx context.Context, input *slack.GetConversationInfoInput) (*slack.Channel, error)
	GetUsersInConversationContext(ctx context.Context, params *slack.GetUsersInConversationParameters) ([]string, string, error)
}

// membersRead is how many members of a channel are looked at: a larger one has readers nobody can vouch for.
const membersRead = 1000

var (
	errAlone        = text.New("Her er kun du og jeg. Skriv kommandoen i den kanal, hvor du vil dele.", "Only you and I are here. Type the command in the channel where you want to share.")
	errOutside      = text.New("Jeg er ikke med i kanalen og kan ikke se, hvem der læser den. Skriv /invite @Samspil i kanalen, og prøv igen.", "I am not in this channel and cannot see who reads it. Type /invite @Samspil in the channel and try again.")
	errNoChannel    = text.New("Her kan jeg ikke se, hvem der læser med. Del i en kanal i stedet.", "I cannot see who reads this. Share in a channel instead.")
	errPublicShared = text.New("Kanalen er offentlig og deles med andre arbejdsområder, så jeg kan ikke se, hvem der læser den. Del i en privat kanal.", "This channel is public and shared with other workspaces, so I cannot see who reads it. Share in a private channel.")
	errReaders      = text.New("Jeg kunne ikke finde ud af, hvem der læser kanalen, så intet er delt. Prøv igen om lidt.", "I could not find out who reads this channel, so nothing was shared. Try again in a moment.")
)

// Readers finds out who reads a channel.
type Readers struct {
	Slack Channels
	*Members
}

// Audience gives who reads the channel. A person's own channel is a crm.Error of kind Invalid, one that the bot is not
// in of kind Forbidden, and a Slack that does not say of kind Unavailable.
func (r Readers) Audience(ctx context.Context, asker crm.Person, channel string) (crm.Audience, error) {
	if channel == "" {
		return crm.Audience{}, crm.Errorf(crm.Invalid, errAlone)
	}
	if channel[0] == 'D' { // a direct message, about which no scope of ours may ask
		return crm.Audience{}, crm.Errorf(crm.Invalid, errAlone)
	}
	info, err := r.Slack.GetConversationInfoContext(ctx, &slack.GetConversationInfoInput{ChannelID: channel})
	switch {
	case isSlackError(err, "missing_scope"): // a group's direct message
		return crm.Audience{}, crm.Errorf(crm.Forbidden, errNoChannel)
	case isSlackError(err, "channel_not_found", "not_in_channel"):
		return crm.Audience{}, crm.Errorf(crm.Forbidden, errOutside)
	case err != nil:
		return crm.Audience{}, crm.Errorf(crm.Unavailable, errReaders).Because(err)
	case info.IsIM:
		return crm.Audience{}, crm.Errorf(crm.Invalid, errAlone)
	case !info.IsMember:
		return crm.Audience{}, crm.Errorf(crm.Forbidden, errOutside)
	}
	if !info.IsPrivate && info.IsExtShared {
		return crm.Audience{}, crm.Errorf(crm.Forbidden, errPublicShared)
	}
	members, partial, err := r.list(ctx, channel)
	if err != nil {
		return crm.Audience{}, crm.Errorf(crm.Unavailable, errReaders).Because(err)
	}
	a, err := r.of(ctx, asker.Team, members, partial)
	if err == nil && !info.IsPrivate { // every member of the workspace can read it
		err = r.everybody(ctx, asker.Team, &a)
	}
	return a, err
}

// everybody adds those for whom anybody in the workspace speaks. Where the workspace has no organisation its members can be
// anybody's, as can those whose access was closed while their account is open.
func (r Readers) everybody(ctx context.Context, team string, a *crm.Audience) error {
	w, err := r.staff.Workspace(ctx, team)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return err
	}
	if w.Org.ID != 0 {
		add(a, w.Org)
	} else {
		a.Unknown++
	}
	people, err := r.staff.People(ctx)
	var closed []string
	for _, p := range people {
		switch {
		case p.Team != team:
		case p.Active:
			add(a, p.Org)
		default:
			closed = append(closed, p.User)
		}
	}
	if err != nil || len(closed) == 0 {
		return err
	}
	still, err := r.of(ctx, team, closed, false)
	a.Unknown += still.Unknown
	return err
}

func add(a *crm.Audience, org crm.Org) {
	if !slices.ContainsFunc(a.Orgs, func(o crm.Org) bool { return o.ID == org.ID }) {
		a.Orgs = append(a.Orgs, org)
	}
}

// list gives the members' user ids; partial says that there are more.
func (r Readers) list(ctx context.Context, channel string) (members []string, partial bool, err error) {
	params := &slack.GetUsersInConversationParameters{ChannelID: channel, Limit: 200}
	for {
		page, next, err := r.Slack.GetUsersInConversationContext(ctx, params)
		if err != nil {
			return nil, false, err
		}
		members = append(members, page...)
		if next == "" || len(members) > membersRead {
			return members, len(members) > membersRead, nil
		}
		params.Cursor = next
	}
}

func (r Readers) of(ctx context.Context, team string, members []string, partial bool) (crm.Audience, error) {
	a := crm.Audience{Partial: partial}
	if partial {
		return a, nil
	}
	readers := make([]reader, len(members))
	var group sync.WaitGroup
	turn := make(chan struct{}, askedAtOnce)
	for i, user := range members {
		group.Go(func() {
			turn <- struct{}{}
			defer func() { <-turn }()
			readers[i].org, readers[i].reads, readers[i].err = r.Speaks(ctx, team, user)
		})
	}
	group.Wait()
	for _, one := range readers {
		switch {
		case one.err != nil:
			return crm.Audience{}, crm.Errorf(crm.Unavailable, errReaders).Because(one.err)
		case !one.reads:
		case one.org.ID == 0:
			a.Unknown++
		default:
			add(&a, one.org)
		}
	}
	return a, nil
}

// askedAtOnce is how many accounts Slack is asked about at the same time.
const askedAtOnce = 8

// reader is one member of a channel.
type reader struct {
	org   crm.Org
	reads bool
	err   error
}
