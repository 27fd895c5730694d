package bot

import (
	"context"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/text"
)

// happened deals with an event, and gives the body of the acknowledgement.
func (e *Edge) happened(ctx context.Context, ev event) any {
	switch ev.Event.Type {
	case "app_home_opened":
		if ev.Event.Tab == "home" {
			e.work.Go(func() { e.home(context.WithoutCancel(ctx), ev) })
		}
		return nil
	case "app_uninstalled", "tokens_revoked":
		e.failed(ctx, "uninstalled", e.Gone(ctx, ev.TeamID))
		return nil
	}
	if env, ok := ev.sentence(e.Now()); ok {
		return e.Take(ctx, env)
	}
	return nil
}

// ownContacts is the button that lists a person's own contacts.
const ownContacts = "visit.list"

var (
	homeVisit = text.New("Notér en kontakt", "Log a contact")
	homeCheck = text.New("Tjek en virksomhed", "Check a company")
)

// home shows a person their own contacts on the app's Home tab, with a way to log and to check; somebody unknown is
// told how to be let in.
func (e *Edge) home(ctx context.Context, ev event) {
	ctx, cancel := context.WithTimeout(ctx, workWithin)
	defer cancel()
	in := Inbound{Team: ev.TeamID, User: ev.Event.User, Kind: Action, Action: ownContacts, Now: e.Now()}
	out := e.Bot.Handle(ctx, in)
	blocks := out.Reply.Blocks
	if out.Err == nil {
		ways := commands.NewPage().Buttons(
			commands.Button{ID: "visit.new", Label: homeVisit.In(out.Lang), Primary: true},
			commands.Button{ID: "check.new", Label: homeCheck.In(out.Lang)}).Reply()
		blocks = append(ways.Blocks, blocks...)
	}
	view := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: clampBlocks(out.Lang, blocks, limitViewBlocks, limitViewBytes)}}
	_, err := e.Slack.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: in.User, View: view})
	e.failed(ctx, "home", err)
}
