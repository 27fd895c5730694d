package bot

import (
	"context"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
)

// homeFeature is what the log calls the Home tab.
const homeFeature = "home"

// home is a person's Home tab: each feature's part, in the order of the list.
func (b *Bot) home(ctx context.Context, in Inbound, person crm.Person, out *Outcome) (commands.Reply, error) {
	page := commands.NewPage()
	for _, f := range b.routes.features {
		if f.Home == nil {
			continue
		}
		part, err := f.Home(ctx, fill(commands.Request{}, in, person, out))
		if err != nil {
			return commands.Reply{}, err
		}
		page.Append(part)
	}
	return page.Reply(), nil
}

// showHome publishes a person's Home tab anew. Somebody unknown is told how to be let in.
func (e *Edge) showHome(ctx context.Context, team, user string) {
	ctx, cancel := context.WithTimeout(ctx, workWithin)
	defer cancel()
	out := e.Bot.Handle(ctx, Inbound{Team: team, User: user, Kind: Home, Now: e.Now()})
	view := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: ClampHome(out.Lang, out.Reply.Blocks)}}
	_, err := e.Slack.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: user, View: view})
	if refusesView(err) {
		e.failed(ctx, "home", err)
		view.Blocks.BlockSet = plainBlocks(out)
		_, err = e.Slack.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: user, View: view})
	}
	e.failed(ctx, "home", err)
}
