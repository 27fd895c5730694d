package bot

import (
	"context"
	"errors"

	"samspil/internal/crm"
)

// errNotKept is an event of which no note could be made: Slack is to send it again.
var errNotKept = errors.New("the event could not be noted")

// happened deals with an event, and gives the body of the acknowledgement. An error is an event that must come again.
func (e *Edge) happened(ctx context.Context, ev event) (any, error) {
	switch ev.Event.Type {
	case "app_home_opened":
		if ev.Event.Tab == "home" {
			e.work.Go(func() { e.showHome(context.WithoutCancel(ctx), ev.TeamID, ev.Event.User) })
		}
		return nil, nil
	case "tokens_revoked":
		if len(ev.Event.Tokens.Bot) == 0 { // those of people, whom the program has no tokens of
			return nil, nil
		}
		return nil, e.noted(ctx, e.Gone(ctx, ev.TeamID))
	case "app_uninstalled":
		return nil, e.noted(ctx, e.Gone(ctx, ev.TeamID))
	case "channel_id_changed":
		if ev.Event.OldChannel == "" || ev.Event.NewChannel == "" {
			return nil, nil
		}
		return nil, e.noted(ctx, e.Moves.MoveChannel(ctx, ev.TeamID, ev.Event.OldChannel, ev.Event.NewChannel, e.Now()))
	}
	if env, ok := ev.sentence(e.Now()); ok {
		return e.Take(ctx, env), nil
	}
	return nil, nil
}

func (e *Edge) noted(ctx context.Context, err error) error {
	if err == nil || crm.IsKind(err, crm.NotFound) {
		return nil
	}
	e.failed(ctx, "event", err)
	return errNotKept
}
