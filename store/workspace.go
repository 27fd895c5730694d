package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

const workspaceSelect = `
	SELECT w.team_id, w.name, w.bot_user_id, CASE WHEN w.state = 'gone' THEN 1 ELSE 0 END,
		COALESCE(o.id, 0), COALESCE(o.code, ''), COALESCE(o.name_da, ''), COALESCE(o.name_en, ''), COALESCE(o.public, 0)
	FROM workspace w LEFT JOIN org o ON o.id = w.org_id`

func workspaceFields(w *crm.Workspace) []any {
	return []any{&w.Team, &w.Name, &w.BotUser, &w.Gone, &w.Org.ID, &w.Org.Code, &w.Org.NameDA, &w.Org.NameEN, &w.Org.Public}
}

// SaveWorkspace makes or changes the workspace of that team, and gives the row as it stands. Its organisation is the
// one with w.Org.ID, else with w.Org.Code, NotFound when there is none; the zero Org is nobody.
func (s *Store) SaveWorkspace(ctx context.Context, w crm.Workspace, now time.Time) (saved crm.Workspace, err error) {
	err = s.update(ctx, func(c conn) error {
		var orgID int64
		var err error
		if w.Org.ID != 0 || w.Org.Code != "" {
			if orgID, err = c.orgID(ctx, w.Org); err != nil {
				return err
			}
		}
		state := "active"
		if w.Gone {
			state = "gone"
		}
		_, err = c.exec(ctx, `
			INSERT INTO workspace (team_id, name, org_id, bot_user_id, state, updated_at) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (team_id) DO UPDATE SET name = excluded.name, org_id = excluded.org_id,
				bot_user_id = excluded.bot_user_id, state = excluded.state, updated_at = excluded.updated_at`,
			w.Team, w.Name, ref(orgID), w.BotUser, state, millis(now))
		if err != nil {
			return err
		}
		saved, err = one(ctx, c, workspaceFields, workspaceSelect+` WHERE w.team_id = ?`, w.Team)
		return err
	})
	return saved, err
}

// Workspace gives the workspace of that team, or NotFound.
func (s *Store) Workspace(ctx context.Context, team string) (crm.Workspace, error) {
	w, err := one(ctx, s.single(), workspaceFields, workspaceSelect+` WHERE w.team_id = ?`, team)
	return w, s.dialect.translate(absent(err, errNoWorkspace, team))
}

// Workspaces gives every workspace by team, those gone too.
func (s *Store) Workspaces(ctx context.Context) ([]crm.Workspace, error) {
	all, err := list(ctx, s.single(), workspaceFields, workspaceSelect+` ORDER BY w.team_id`)
	return all, s.dialect.translate(err)
}
