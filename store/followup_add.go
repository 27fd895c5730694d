package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"strconv"

	"samspil/internal/crm"
)

// AddFollowUp stores a follow-up that stands alone, for the person of the entry and their organisation unless it says
// otherwise, and gives it as it stands. batch is what UndoFollowUps takes. A delivery that has done so already adds no
// second. Invalid when company or owner do not exist.
func (s *Store) AddFollowUp(ctx context.Context, e crm.Entry, f crm.FollowUp) (batch string, added crm.Promise, err error) {
	err = s.update(ctx, func(c conn) error {
		done, ids, err := c.actedBefore(ctx, e)
		if err != nil {
			return err
		}
		if batch = done; batch == "" {
			batch = rand.Text()
			f.OrgID, f.OwnerID = cmp.Or(f.OrgID, e.Person.Org.ID), cmp.Or(f.OwnerID, e.Person.ID)
			f.State, f.CreatedAt = crm.FollowUpOpen, e.Now
			if err := c.insertFollowUp(ctx, &f); err != nil {
				return err
			}
			before := kept{FollowUp: f}
			before.State = crm.FollowUpDropped // what undoing makes of it
			if err := c.writeAct(ctx, e, batch, crm.FollowUpAdded, before, 1); err != nil {
				return err
			}
			if err := c.auditFollowUp(ctx, e, crm.FollowUpAdded, f); err != nil {
				return err
			}
			if err := c.enqueue(ctx, e.Jobs); err != nil {
				return err
			}
			ids = []int64{f.ID}
		}
		all, err := c.promises(ctx, ids)
		if err == nil {
			added = all[0]
		}
		return err
	})
	return batch, added, err
}

// writeAct writes the line of one act, which made that version out of before.
func (c conn) writeAct(ctx context.Context, e crm.Entry, batch string, act crm.FollowUpAct, before kept, version int) error {
	_, err := c.exec(ctx, `
		INSERT INTO follow_up_change (batch, follow_up_id, version, at, person_id, delivery, what, state, due, due_text, owner_id, reminded)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		batch, before.ID, version, millis(e.Now), e.Person.ID, e.Delivery, act, before.State, before.Due, before.DueText, before.OwnerID, before.reminded)
	return err
}

// actedBefore gives the batch that an earlier copy of the entry's delivery made, and its follow-ups; "" for none.
func (c conn) actedBefore(ctx context.Context, e crm.Entry) (batch string, ids []int64, err error) {
	if e.Delivery == "" {
		return "", nil, nil
	}
	if _, err := c.claim(ctx, e); err != nil {
		return "", nil, err
	}
	err = c.each(ctx, func(r scanner) error {
		var id int64
		err := r.Scan(&batch, &id)
		ids = append(ids, id)
		return err
	}, `SELECT batch, follow_up_id FROM follow_up_change WHERE delivery = ? AND delivery <> '' ORDER BY id`, e.Delivery)
	return batch, ids, err
}

// auditFollowUp says what was done to a follow-up, and never what it says.
func (c conn) auditFollowUp(ctx context.Context, e crm.Entry, act crm.FollowUpAct, f crm.FollowUp) error {
	var cvr string
	if err := c.row(ctx, []any{&cvr}, `SELECT cvr FROM company WHERE id = ?`, f.CompanyID); err != nil {
		return err
	}
	return c.audit(ctx, e, "followup."+string(act), f.ID, cvr, map[string]string{"due": f.Due.String(), "owner": strconv.FormatInt(f.OwnerID, 10)})
}
