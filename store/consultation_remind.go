package store

import (
	"context"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// UnansweredConsultations gives the open consultations whose deadline is not before that day and in which somebody has not
// answered, by deadline, at most limit.
func (s *Store) UnansweredConsultations(ctx context.Context, day when.Date, limit int) (all []crm.Consultation, err error) {
	err = s.view(ctx, func(c conn) error {
		all, err = list(ctx, c, consultationFields, consultationSelect+`
			WHERE c.state = 'open' AND c.deadline >= ?
				AND EXISTS (SELECT 1 FROM consultation_org h WHERE h.consultation_id = c.id AND h.position = '')
			ORDER BY c.deadline, c.id LIMIT ?`, day, limit)
		for i := range all {
			if err == nil {
				err = c.fill(ctx, &all[i])
			}
		}
		return err
	})
	return all, err
}

// WaitingConsultations gives the open consultations whose deadline is not before that day and in which the organisation is
// heard and has not answered, by deadline, at most limit. Those on a deleted proposal wait for nobody.
func (s *Store) WaitingConsultations(ctx context.Context, orgID int64, day when.Date, limit int) (all []crm.Consultation, err error) {
	err = s.view(ctx, func(c conn) error {
		all, err = list(ctx, c, consultationFields, consultationSelect+`
			WHERE c.state = 'open' AND c.deadline >= ?
				AND EXISTS (SELECT 1 FROM consultation_org h WHERE h.consultation_id = c.id AND h.org_id = ? AND h.position = '')
				AND EXISTS (SELECT 1 FROM proposal q WHERE q.id = c.proposal_id AND q.deleted_at IS NULL)
			ORDER BY c.deadline, c.id LIMIT ?`, day, orgID, limit)
		for i := range all {
			if err == nil {
				err = c.fill(ctx, &all[i])
			}
		}
		return err
	})
	return all, err
}

// RemindHeard claims the reminder of that day for the organisation and stores its jobs. first is false, and nothing is
// stored, where it was reminded that day, has answered, or the consultation has ended: of several programs one gets it.
func (s *Store) RemindHeard(ctx context.Context, id, orgID int64, day when.Date, jobs []crm.Job) (first bool, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `
			UPDATE consultation_org SET reminded = reminded + 1, reminded_on = ?
			WHERE consultation_id = ? AND org_id = ? AND position = '' AND reminded < 3 AND (reminded_on IS NULL OR reminded_on < ?)
				AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.state = 'open' AND c.deadline >= ?)`,
			day, id, orgID, day, day)
		if first = n > 0; err != nil || !first {
			return err
		}
		return c.enqueue(ctx, jobs)
	})
	return first && err == nil, err
}
