package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"slices"
	"time"

	"samspil/internal/crm"
)

// ActOnFollowUps closes, moves or hands over open follow-ups, all of them or none, and gives them as they stand, in the
// order of edits. batch is what UndoFollowUps takes. A delivery that has done so already changes nothing more. NotFound
// when there is no such follow-up, Conflict when one is closed already or has another version.
func (s *Store) ActOnFollowUps(ctx context.Context, e crm.Entry, edits []crm.FollowUpEdit) (batch string, after []crm.Promise, err error) {
	var ids []int64
	for _, edit := range edits {
		ids = append(ids, edit.ID)
	}
	err = s.update(ctx, func(c conn) error {
		done, _, err := c.actedBefore(ctx, e)
		if err != nil {
			return err
		}
		if batch = done; batch == "" {
			batch = rand.Text()
			if err := c.actAll(ctx, e, batch, edits); err != nil {
				return err
			}
		}
		after, err = c.promises(ctx, ids)
		return err
	})
	return batch, after, err
}

func (c conn) actAll(ctx context.Context, e crm.Entry, batch string, edits []crm.FollowUpEdit) error {
	// In the order of their ids, so that two who change the same ones do not wait for each other.
	sorted := slices.SortedFunc(slices.Values(edits), func(a, b crm.FollowUpEdit) int { return cmp.Compare(a.ID, b.ID) })
	for _, edit := range sorted {
		if err := c.act(ctx, e, batch, edit); err != nil {
			return err
		}
	}
	return c.enqueue(ctx, e.Jobs)
}

// kept is a follow-up with what is kept of it beside.
type kept struct {
	crm.FollowUp
	version  int
	reminded int
}

func keptFields(k *kept) []any { return append(followUpFields(&k.FollowUp), &k.version, &k.reminded) }

const keptSelect = `
	SELECT f.id, COALESCE(f.contact_id, 0), f.company_id, f.org_id, f.owner_id, f.due, f.due_text, f.text, f.state,
		f.created_at, f.closed_at, f.version, f.reminded
	FROM follow_up f WHERE f.id = ?`

func (c conn) act(ctx context.Context, e crm.Entry, batch string, edit crm.FollowUpEdit) error {
	before, err := one(ctx, c, keptFields, keptSelect+c.d.forRow, edit.ID)
	if err != nil {
		return absent(err, errNoFollowUp, edit.ID)
	}
	if err := c.stillOpen(ctx, before, edit.Version); err != nil {
		return err
	}
	after := before
	after.version++
	var closer int64
	switch edit.Act {
	case crm.FollowUpClosed:
		after.State, after.DoneAt, closer = crm.FollowUpDone, e.Now, e.Person.ID
	case crm.FollowUpMoved:
		after.Due, after.DueText, after.reminded = edit.Due, edit.DueText, 0
	case crm.FollowUpGiven:
		after.OwnerID, after.reminded = edit.OwnerID, 0
	}
	if err := c.rewriteFollowUp(ctx, after, closer, e.Now); err != nil {
		return err
	}
	if err := c.writeAct(ctx, e, batch, edit.Act, before, after.version); err != nil {
		return err
	}
	return c.auditFollowUp(ctx, e, edit.Act, after.FollowUp)
}

// stillOpen refuses one that is closed, by whom it says, or has another version than the one that was read.
func (c conn) stillOpen(ctx context.Context, f kept, version int) error {
	switch {
	case f.State == crm.FollowUpDone:
		all, err := c.promises(ctx, []int64{f.ID})
		if err != nil {
			return err
		}
		return crm.Errorf(crm.Conflict, errFollowUpDone, f.ID, all[0].ClosedBy)
	case f.State != crm.FollowUpOpen:
		return crm.Errorf(crm.Conflict, errFollowUpClosed, f.ID)
	case version != 0 && f.version != version:
		return crm.Errorf(crm.Conflict, errFollowUpChanged, f.ID)
	}
	return nil
}

func (c conn) rewriteFollowUp(ctx context.Context, f kept, closer int64, now time.Time) error {
	_, err := c.exec(ctx, `
		UPDATE follow_up SET owner_id = ?, due = ?, due_text = ?, state = ?, closed_at = ?, closed_by = ?, version = ?,
			reminded = ?, set_at = ?
		WHERE id = ?`,
		f.OwnerID, f.Due, f.DueText, f.State, millis(f.DoneAt), ref(closer), f.version, f.reminded, millis(now), f.ID)
	return err
}
