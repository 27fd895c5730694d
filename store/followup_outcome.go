package store

import (
	"context"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// unasked are planned contacts of days whose planner was not asked yet what became of them.
const unasked = contactSelect + `
	WHERE c.deleted_at IS NULL AND c.status = 'planned' AND (c.asked_for IS NULL OR c.asked_for <> c.date)
		AND c.date >= ? AND c.date < ? AND p.active = 1 AND p.org_id = c.org_id
	ORDER BY c.date, c.id LIMIT ?`

// UnaskedPlans gives the planned contacts from that day and before the other whose planner is active, still of its organisation, and was not asked
// yet what became of them, the earliest first, at most limit, without participants.
func (s *Store) UnaskedPlans(ctx context.Context, from, before when.Date, limit int) ([]crm.Contact, error) {
	all, err := list(ctx, s.single(), contactFields, unasked, from, before, limit)
	return all, s.dialect.translate(err)
}

// AskOutcome notes that the planner is asked what became of the contact, and stores the jobs that ask. first is false,
// and nothing is stored, where they were asked about that day already or it is not planned for it any more.
func (s *Store) AskOutcome(ctx context.Context, k crm.Contact, jobs []crm.Job) (first bool, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `
			UPDATE contact SET asked_for = date
			WHERE id = ? AND date = ? AND status = 'planned' AND deleted_at IS NULL AND (asked_for IS NULL OR asked_for <> date)`,
			k.ID, k.Date)
		if first = n > 0; err != nil || !first {
			return err
		}
		return c.enqueue(ctx, jobs)
	})
	return first && err == nil, err
}

// PersonByID gives the person, or NotFound. The organisation is filled as in Person.
func (s *Store) PersonByID(ctx context.Context, id int64) (crm.Person, error) {
	p, err := one(ctx, s.single(), personFields, personSelect+` WHERE p.id = ?`, id)
	return p, s.dialect.translate(absent(err, errNoPerson))
}
