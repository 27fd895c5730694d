package store

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// MoveDeadline gives an open consultation another deadline, for which those who have not answered are reminded anew, and
// gives it as it stands. version is the one that was read; Conflict when it is another by now, or the consultation is over.
func (s *Store) MoveDeadline(ctx context.Context, e crm.Entry, id int64, version int, deadline when.Date, compose Compose) (crm.Consultation, error) {
	return s.changeConsultation(ctx, e, id, version, compose, func(c conn, k crm.Consultation) error {
		_, err := c.exec(ctx, `UPDATE consultation SET deadline = ?, first_deadline = COALESCE(first_deadline, deadline), version = version + 1 WHERE id = ?`, deadline, id)
		if err != nil {
			return err
		}
		if _, err := c.exec(ctx, `UPDATE consultation_org SET reminded = 0 WHERE consultation_id = ? AND position = ''`, id); err != nil {
			return err
		}
		return c.auditConsultation(ctx, e, "move", id, k.ProposalID, map[string]string{"from": k.Deadline.String(), "to": deadline.String()})
	})
}

// CancelConsultation calls an open consultation off: there is no note, what was said stays, and the proposal goes back to
// early notice. Errors as in MoveDeadline.
func (s *Store) CancelConsultation(ctx context.Context, e crm.Entry, id int64, version int, why string, compose Compose) (crm.Consultation, error) {
	return s.changeConsultation(ctx, e, id, version, compose, func(c conn, k crm.Consultation) error {
		_, err := c.exec(ctx, `UPDATE consultation SET state = 'cancelled', ended_at = ?, ended_by = ?, ended_why = ?, version = version + 1 WHERE id = ?`,
			millis(e.Now), e.Person.ID, why, id)
		if err != nil {
			return err
		}
		if err := c.leaveConsultation(ctx, e, k.ProposalID, crm.StageEarlyNotice); err != nil {
			return err
		}
		return c.auditConsultation(ctx, e, "cancel", id, k.ProposalID, nil)
	})
}

func (s *Store) changeConsultation(ctx context.Context, e crm.Entry, id int64, version int, compose Compose, edit func(conn, crm.Consultation) error) (after crm.Consultation, err error) {
	err = s.update(ctx, func(c conn) error {
		before, again, err := c.heldOnce(ctx, e, id)
		if err != nil || again {
			after = before
			return err
		}
		switch {
		case before.State != crm.ConsultationOpen:
			return crm.Errorf(crm.Conflict, errConsultationOver)
		case before.Version != version:
			return crm.Errorf(crm.Conflict, errConsultationChanged)
		}
		if err := edit(c, before); err != nil {
			return err
		}
		if after, err = c.held(ctx, id); err != nil {
			return err
		}
		return c.tell(ctx, e, after, compose)
	})
	return after, err
}

// MarkUndelivered notes that Slack will not take what is for an organisation's channel, or, where orgID is 0, for the
// channel in which the consultation was asked for: its status then goes to who started it. compose makes the messages of
// that; first is false where it was known already.
func (s *Store) MarkUndelivered(ctx context.Context, id, orgID int64, reason string, now time.Time, compose Compose) (first bool, err error) {
	err = s.update(ctx, func(c conn) error {
		query, args := `UPDATE consultation_org SET undelivered = ? WHERE consultation_id = ? AND org_id = ? AND undelivered = ''`, []any{reason, id, orgID}
		if orgID == 0 {
			query, args = `UPDATE consultation SET channel_id = '' WHERE id = ? AND channel_id <> ''`, []any{id}
		}
		n, err := c.exec(ctx, query, args...)
		if first = n > 0; err != nil || !first {
			return err
		}
		k, err := c.held(ctx, id)
		if err != nil {
			return err
		}
		e := crm.Entry{Now: now, Person: k.Person}
		if err := c.auditConsultation(ctx, e, "undelivered", id, k.ProposalID, map[string]string{"reason": reason}); err != nil {
			return err
		}
		return c.tell(ctx, e, k, compose)
	})
	return first, err
}
