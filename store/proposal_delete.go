package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

// restored is the change that only a deleted proposal can have.
const restored = "restored"

// DeleteProposal deletes a proposal that nobody else has seen; one that is shared is a Conflict that says so. The rows
// stay, as those of contacts do. Version as in SetProposalStage.
func (s *Store) DeleteProposal(ctx context.Context, e crm.Entry, id int64, version int) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, id, version, "deleted", func(c conn, now crm.Proposal, _ int) (map[string]string, error) {
		if !now.SharedAt.IsZero() {
			return nil, crm.Errorf(crm.Conflict, errProposalSeen, id)
		}
		_, err := c.exec(ctx, `UPDATE proposal SET deleted_at = ? WHERE id = ?`, millis(e.Now), id)
		return nil, err
	})
}

// RestoreProposal takes the deletion of a proposal of the person's own organisation back, if it was made at since or later.
// One of another organisation, and one that is not deleted, is NotFound.
func (s *Store) RestoreProposal(ctx context.Context, e crm.Entry, id int64, since time.Time) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, id, 0, restored, func(c conn, now crm.Proposal, _ int) (map[string]string, error) {
		switch {
		case now.Org.ID != e.Person.Org.ID:
			return nil, crm.Errorf(crm.NotFound, errNoProposal, id)
		case now.DeletedAt.Before(since):
			return nil, crm.Errorf(crm.Invalid, errProposalGone, id)
		}
		_, err := c.exec(ctx, `UPDATE proposal SET deleted_at = NULL WHERE id = ?`, id)
		return nil, err
	})
}
