package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

const importSelect = `
	SELECT id, source, file, sum, size, replacing, started_at, finished_at, position, added, changed, unchanged, ended
	FROM register_import`

func importFields(im *crm.RegisterImport) []any {
	return []any{&im.ID, &im.Source, &im.File, &im.Sum, &im.Size, &im.Replace, moment{&im.Started}, moment{&im.Finished}, &im.Position,
		&im.Counts.Added, &im.Counts.Changed, &im.Counts.Unchanged, &im.Counts.Ended}
}

// RegisterState gives what is known of the register.
func (s *Store) RegisterState(ctx context.Context) (state crm.RegisterState, err error) {
	err = s.view(ctx, func(c conn) error {
		if state, err = c.registerState(ctx); err != nil {
			return err
		}
		if err := c.row(ctx, []any{&state.Companies}, `SELECT count(*) FROM company`); err != nil {
			return err
		}
		all, err := list(ctx, c, importFields, importSelect+` WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, id DESC LIMIT 1`)
		if err == nil && len(all) > 0 {
			state.Import = all[0]
		}
		return err
	})
	return state, err
}

// registerState reads the one row of the table of that name.
func (c conn) registerState(ctx context.Context) (state crm.RegisterState, err error) {
	err = c.row(ctx, []any{moment{&state.Changed}}, `SELECT changed_at FROM register_state WHERE id = 1`)
	if state.Changed.UnixMilli() == 0 {
		state.Changed = time.Time{}
	}
	return state, err
}

// nextChange holds the row that whoever writes companies holds, and gives the moment of this transaction's changes in
// milliseconds: now, or just after the change before.
func (c conn) nextChange(ctx context.Context, now time.Time) (stamp int64, err error) {
	err = c.row(ctx, []any{&stamp}, `SELECT changed_at FROM register_state WHERE id = 1`+c.d.forRow)
	return max(stamp+1, now.UnixMilli()), err
}

// changedAt says that companies changed at that moment, as nextChange gave it.
func (c conn) changedAt(ctx context.Context, stamp int64) error {
	_, err := c.exec(ctx, `UPDATE register_state SET changed_at = ? WHERE id = 1`, stamp)
	return err
}
