package bot

import "context"

// happened deals with an event, and gives the body of the acknowledgement.
func (e *Edge) happened(ctx context.Context, ev event) any {
	switch ev.Event.Type {
	case "app_home_opened":
		if ev.Event.Tab == "home" {
			e.work.Go(func() { e.showHome(context.WithoutCancel(ctx), ev.TeamID, ev.Event.User) })
		}
		return nil
	case "app_uninstalled", "tokens_revoked":
		e.failed(ctx, "uninstalled", e.Gone(ctx, ev.TeamID))
		return nil
	case "channel_id_changed":
		if ev.Event.OldChannel != "" && ev.Event.NewChannel != "" {
			e.failed(ctx, "channel", e.Moves.MoveChannel(ctx, ev.TeamID, ev.Event.OldChannel, ev.Event.NewChannel, e.Now()))
		}
		return nil
	}
	if env, ok := ev.sentence(e.Now()); ok {
		return e.Take(ctx, env)
	}
	return nil
}
