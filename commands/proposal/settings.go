package proposal

import (
	"context"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
)

// channel makes this channel the one in which the person's organisation is told of proposals and heard; "off" leaves it
// without.
func (f *feature) channel(ctx context.Context, req commands.Request, line string) (commands.Reply, error) {
	org, on := req.Person.Org, onOff(line)
	switch {
	case !req.Person.Active || req.Person.Role == crm.Caseworker:
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errChannelRole)
	case line != "" && on == nil:
		return commands.Reply{}, crm.Errorf(crm.Invalid, errChannelWords)
	case on != nil && !*on:
		if err := f.store.SetOrgChannel(ctx, entry(req), crm.OrgChannel{Org: org}); err != nil {
			return commands.Reply{}, err
		}
		return commands.Sentence(textChannelOff.In(req.Lang, org.Name(req.Lang))), nil
	case req.Channel == "" || strings.HasPrefix(req.Channel, "D"): // a conversation with the program itself
		return commands.Reply{}, crm.Errorf(crm.Invalid, errChannelDirect)
	}
	if err := f.mayBeTold(ctx, req); err != nil {
		return commands.Reply{}, err
	}
	err := f.store.SetOrgChannel(ctx, entry(req), crm.OrgChannel{Org: org, Team: req.Person.Team, Channel: req.Channel, Lang: req.Lang})
	if err != nil {
		return commands.Reply{}, err
	}
	return commands.NewPage().Lead(textChannelOn.In(req.Lang, org.Name(req.Lang))).Small(textChannelWho.In(req.Lang)).Reply(), nil
}

// mayBeTold reports why this channel cannot be told of proposals: somebody reads it who may not see what the person's
// organisation is shown. Public bodies see each other's proposals.
func (f *feature) mayBeTold(ctx context.Context, req commands.Request) error {
	a, err := f.channels.Audience(ctx, req.Person, req.Channel)
	switch {
	case err != nil:
		return err
	case !a.Certain():
		return crm.Errorf(crm.Forbidden, errChannelReaders)
	}
	own := req.Person.Org
	if others := a.Others(commands.Readers{Orgs: []int64{own.ID}, Public: own.Public}.May); len(others) > 0 {
		return crm.Errorf(crm.Forbidden, errChannelOthers, others[0].Name(req.Lang), own.Name(req.Lang))
	}
	return nil
}

// model says whether a language model may draft the cards of the organisation's proposals.
func (f *feature) model(ctx context.Context, req commands.Request, line string) (commands.Reply, error) {
	org, on := req.Person.Org, onOff(line)
	if on == nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errModelWords)
	}
	if !req.Person.Active || req.Person.Role != crm.Manager && req.Person.Role != crm.Administrator {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errModelRole)
	}
	if err := f.store.SetOrgModel(ctx, entry(req), org.ID, *on); err != nil {
		return commands.Reply{}, err
	}
	if *on && !f.maker.Drafts() {
		return commands.Sentence(textModelNone.In(req.Lang, org.Name(req.Lang))), nil
	}
	if *on {
		return commands.Sentence(textModelOn.In(req.Lang, org.Name(req.Lang))), nil
	}
	return commands.Sentence(textModelOff.In(req.Lang, org.Name(req.Lang))), nil
}
