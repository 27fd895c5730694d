package store

import (
	"context"
	"time"
)

// Posted gives where our message with that key stands: Slack's channel and timestamp, both "" where it was never sent.
func (s *Store) Posted(ctx context.Context, team, key string) (channel, ts string, err error) {
	err = s.single().row(ctx, []any{&channel, &ts}, `
		SELECT COALESCE(MAX(channel_id), ''), COALESCE(MAX(ts), '') FROM posted WHERE team_id = ? AND key = ?`, team, key)
	return channel, ts, s.dialect.translate(err)
}

// NotePosted notes where our message with that key stands now.
func (s *Store) NotePosted(ctx context.Context, team, key, channel, ts string, now time.Time) error {
	return s.update(ctx, func(c conn) error {
		_, err := c.exec(ctx, `
			INSERT INTO posted (team_id, key, channel_id, ts, at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (team_id, key) DO UPDATE SET channel_id = excluded.channel_id, ts = excluded.ts, at = excluded.at`,
			team, key, channel, ts, millis(now))
		return err
	})
}
