package bot

import (
	"context"
	"slices"

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
	errAlone   = text.New("Her er kun du og jeg. Skriv kommandoen i den kanal, hvor du vil dele.", "Only you and I are here. Type the command in the channel where you want to share.")
	errOutside = text.New("Jeg er ikke med i kanalen og kan ikke se, hvem der læser den. Skriv /invite @Samspil i kanalen, og prøv igen.", "I am not in this channel and cannot see who reads it. Type /invite @Samspil in the channel and try again.")
	errReaders = text.New("Jeg kunne ikke finde ud af, hvem der læser kanalen, så intet er delt. Prøv igen om lidt.", "I could not find out who reads this channel, so nothing was shared. Try again in a moment.")
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
	info, err := r.Slack.GetConversationInfoContext(ctx, &slack.GetConversationInfoInput{ChannelID: channel})
	switch {
	case isSlackError(err, "channel_not_found", "not_in_channel", "missing_scope"):
		return crm.Audience{}, crm.Errorf(crm.Forbidden, errOutside)
	case err != nil:
		return crm.Audience{}, crm.Errorf(crm.Unavailable, errReaders).Because(err)
	case info.IsIM:
		return crm.Audience{}, crm.Errorf(crm.Invalid, errAlone)
	case !info.IsMember:
		return crm.Audience{}, crm.Errorf(crm.Forbidden, errOutside)
	}
	members, partial, err := r.list(ctx, channel)
	if err != nil {
		return crm.Audience{}, crm.Errorf(crm.Unavailable, errReaders).Because(err)
	}
	return r.of(ctx, asker.Team, members, partial)
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
	for _, user := range members {
		org, reads, err := r.Members.Speaks(ctx, team, user)
		switch {
		case err != nil:
			return crm.Audience{}, crm.Errorf(crm.Unavailable, errReaders).Because(err)
		case !reads:
		case org.ID == 0:
			a.Unknown++
		case !slices.ContainsFunc(a.Orgs, func(o crm.Org) bool { return o.ID == org.ID }):
			a.Orgs = append(a.Orgs, org)
		}
	}
	return a, nil
}
