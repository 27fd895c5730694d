package store

import (
	"context"
	"time"
)

// MoveChannel notes that Slack gave a channel another id, as it does when a channel becomes a shared one. A channel that
// moves back has its first id again.
func (s *Store) MoveChannel(ctx context.Context, team, from, to string, now time.Time) error {
	return s.update(ctx, func(c conn) error {
		if _, err := c.exec(ctx, `DELETE FROM channel_alias WHERE team_id = ? AND old_id = ? AND new_id = ?`, team, to, from); err != nil || from == to {
			return err
		}
		_, err := c.exec(ctx, `
			INSERT INTO channel_alias (team_id, old_id, new_id, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (team_id, old_id) DO UPDATE SET new_id = excluded.new_id, at = excluded.at`, team, from, to, millis(now))
		return err
	})
}

// mostMoves is how often one channel is followed: nobody moves it so often, and a circle must end.
const mostMoves = 10

// CurrentChannel gives the id a channel has now; its own where it never got another.
func (s *Store) CurrentChannel(ctx context.Context, team, id string) (string, error) {
	for range mostMoves {
		next := ""
		err := s.single().row(ctx, []any{&next}, `SELECT COALESCE(MAX(new_id), '') FROM channel_alias WHERE team_id = ? AND old_id = ?`, team, id)
		if err != nil || next == "" {
			return id, s.dialect.translate(err)
		}
		id = next
	}
	return id, nil
}
