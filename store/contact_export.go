package store

import (
	"context"
	"math"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// exportedAtOnce is how many contacts of an export are in memory.
const exportedAtOnce = 500

// ExportContacts gives the contacts of the organisation from one day to another, but for deleted ones, by date and id,
// with all that hangs on them. A zero day is no limit. Before the first, begin is told the most follow-ups that one of
// them has. All is as it was at one moment. An error of theirs ends it.
func (s *Store) ExportContacts(ctx context.Context, orgID int64, from, to when.Date, begin func(followUps int) error, each func(crm.WholeContact) error) error {
	if from.IsZero() {
		from = when.Date{Year: 1, Month: 1, Day: 1}
	}
	if to.IsZero() {
		to = when.Date{Year: 9999, Month: 12, Day: 31}
	}
	return s.view(ctx, func(c conn) error {
		most := 0
		if err := c.row(ctx, []any{&most}, `
			SELECT COALESCE(MAX(n), 0) FROM (SELECT COUNT(*) AS n FROM follow_up f JOIN contact c ON c.id = f.contact_id
				WHERE c.org_id = ? AND c.deleted_at IS NULL AND c.date >= ? AND c.date <= ? AND f.state <> 'dropped' GROUP BY f.contact_id) counted`,
			orgID, from, to); err != nil {
			return err
		}
		if err := begin(most); err != nil {
			return err
		}
		at := crm.Cursor{Date: from, ID: math.MinInt64}
		for {
			page, err := c.contacts(ctx, exportedAtOnce, contactSelect+`
				WHERE c.org_id = ? AND c.deleted_at IS NULL AND (c.date, c.id) > (?, ?) AND c.date <= ? ORDER BY c.date, c.id LIMIT ?`,
				orgID, at.Date, at.ID, to, exportedAtOnce)
			if err != nil || len(page) == 0 {
				return err
			}
			at = crm.CursorAt(page[len(page)-1])
			whole, err := c.whole(ctx, page)
			if err != nil {
				return err
			}
			for _, k := range whole {
				if err := each(k); err != nil {
					return err
				}
			}
		}
	})
}

// whole reads what hangs on the contacts.
func (c conn) whole(ctx context.Context, page []crm.Contact) ([]crm.WholeContact, error) {
	all := make([]crm.WholeContact, len(page))
	at := make(map[int64]*crm.WholeContact, len(page))
	ids := make([]int64, len(page))
	for i, k := range page {
		all[i].Contact = k
		ids[i], at[k.ID] = k.ID, &all[i]
	}
	in, args := among(ids)
	var id int64
	var p string
	err := c.each(ctx, func(r scanner) error {
		err := r.Scan(&id, &p)
		if err == nil {
			at[id].PNumber = p
		}
		return err
	}, `SELECT c.id, s.p_number FROM contact c JOIN site s ON s.id = c.site_id WHERE c.id IN `+in, args...)
	if err != nil {
		return nil, err
	}
	return all, c.each(ctx, func(r scanner) error {
		var f crm.Promise
		err := r.Scan(&id, &f.ID, &f.Due, &f.DueText, &f.Text, &f.State, &f.Owner.ID, &f.Owner.Name)
		if err == nil {
			at[id].FollowUps = append(at[id].FollowUps, f)
		}
		return err
	}, `SELECT f.contact_id, f.id, f.due, f.due_text, f.text, f.state, f.owner_id, p.name FROM follow_up f JOIN person p ON p.id = f.owner_id
		WHERE f.state <> 'dropped' AND f.contact_id IN `+in+` ORDER BY f.contact_id, f.due, f.id`, args...)
}
