package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

// pastAct is a line of follow_up_change.
type pastAct struct {
	kept
	at time.Time
}

func pastActFields(a *pastAct) []any {
	return []any{&a.ID, &a.version, moment{&a.at}, &a.State, &a.Due, &a.DueText, &a.OwnerID, &a.reminded}
}

// UndoFollowUps takes back what one person did at once, and gives those follow-ups as they stand, in the order of their
// ids; what was changed again since stays as it is and counts as left. batch is what ActOnFollowUps or AddFollowUp gave.
// NotFound when the person did no such thing, Invalid when it was before since, Conflict when nothing is
// left to undo. A delivery that has undone them already changes nothing more.
func (s *Store) UndoFollowUps(ctx context.Context, e crm.Entry, batch string, since time.Time) (undone []crm.Promise, left int, err error) {
	err = s.update(ctx, func(c conn) error {
		undone, left = nil, 0
		if done, ids, err := c.actedBefore(ctx, e); err != nil || done != "" {
			if err == nil {
				undone, err = c.promises(ctx, ids)
			}
			return err
		}
		acts, err := list(ctx, c, pastActFields, `
			SELECT follow_up_id, version, at, state, due, due_text, owner_id, reminded
			FROM follow_up_change WHERE batch = ? AND person_id = ? AND what <> 'undone' ORDER BY follow_up_id`, batch, e.Person.ID)
		switch {
		case err != nil:
			return err
		case len(acts) == 0:
			return crm.Errorf(crm.NotFound, errNothingToUndo)
		case acts[0].at.Before(since):
			return crm.Errorf(crm.Invalid, errUndoLate)
		}
		var ids []int64
		for _, a := range acts {
			back, err := c.undo(ctx, e, batch, a)
			if err != nil {
				return err
			}
			if back {
				ids = append(ids, a.ID)
			}
		}
		if left = len(acts) - len(ids); len(ids) == 0 {
			return crm.Errorf(crm.Conflict, errUndoChanged)
		}
		undone, err = c.promises(ctx, ids)
		return err
	})
	return undone, left, err
}

// undo puts one follow-up back as it was, unless it was changed again or its contact is gone.
func (c conn) undo(ctx context.Context, e crm.Entry, batch string, a pastAct) (bool, error) {
	now, err := one(ctx, c, keptFields, keptSelect+c.d.forRow, a.ID)
	if err != nil || now.version != a.version {
		return false, err
	}
	var gone int
	err = c.row(ctx, []any{&gone}, `SELECT count(*) FROM contact WHERE id = ? AND deleted_at IS NOT NULL`, now.ContactID)
	if err != nil || gone > 0 {
		return false, err
	}
	back := now
	back.State, back.Due, back.DueText, back.OwnerID, back.reminded = a.State, a.Due, a.DueText, a.OwnerID, a.reminded
	back.version++
	back.DoneAt = time.Time{}
	var closer int64
	if back.State != crm.FollowUpOpen {
		back.DoneAt, closer = e.Now, e.Person.ID
	}
	if err := c.rewriteFollowUp(ctx, back, closer, e.Now); err != nil {
		return false, err
	}
	if err := c.writeAct(ctx, e, batch, crm.FollowUpUndone, now, back.version); err != nil {
		return false, err
	}
	return true, c.auditFollowUp(ctx, e, crm.FollowUpUndone, back.FollowUp)
}
