package store

import (
	"context"
	"encoding/json"
	"strconv"

	"samspil/internal/crm"
)

// untouched are the contacts of an import that nobody has changed since, nor what was promised in them.
const untouched = `
	FROM contact c WHERE c.import_id = ? AND c.deleted_at IS NULL AND c.version = 1
	AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.contact_id = c.id AND f.version > 1)`

// UndoContactImport takes an import back: it marks at most limit of its contacts deleted that nobody has changed since,
// drops their open follow-ups, and says how many there were. 0 is the end. Each has a line of history, which is its
// person's, and an audit line. NotFound when there is no such import.
func (s *Store) UndoContactImport(ctx context.Context, e crm.Entry, id int64, limit int) (removed int, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `UPDATE import_batch SET undone_at = COALESCE(undone_at, ?) WHERE id = ?`, millis(e.Now), id)
		if err == nil && n == 0 {
			err = crm.Errorf(crm.NotFound, errNoImport, id)
		}
		if err != nil {
			return err
		}
		var ids []int64
		err = c.each(ctx, func(r scanner) error {
			var contact int64
			err := r.Scan(&contact)
			ids = append(ids, contact)
			return err
		}, `SELECT c.id`+untouched+` ORDER BY c.id LIMIT ?`+c.d.forRow, id, limit)
		if err != nil {
			return err
		}
		removed = len(ids)
		for part := range inParts(ids) {
			if err := c.deleteImported(ctx, e, id, part); err != nil {
				return err
			}
		}
		_, err = c.exec(ctx, `UPDATE import_batch SET removed = removed + ? WHERE id = ?`, removed, id)
		return err
	})
	return removed, err
}

func (c conn) deleteImported(ctx context.Context, e crm.Entry, id int64, contacts []int64) error {
	in, args := among(contacts)
	before, err := c.contacts(ctx, len(contacts), contactSelect+` WHERE c.id IN `+in, args...)
	if err != nil {
		return err
	}
	var history, audit [][]any
	for _, k := range before {
		was, err := json.Marshal(k)
		if err != nil {
			return err
		}
		history = append(history, []any{k.ID, k.Version + 1, millis(e.Now), k.Person.ID, "deleted", string(was)})
		details, err := json.Marshal(map[string]string{"date": k.Date.String(), "version": strconv.Itoa(k.Version + 1), "import": strconv.FormatInt(id, 10)})
		if err != nil {
			return err
		}
		audit = append(audit, []any{millis(e.Now), e.RequestID, ref(e.Person.ID), ref(k.Org.ID), "contact.import_undo", "contact", k.ID, k.Company.CVR, string(details)})
	}
	_, err = c.exec(ctx, `UPDATE contact SET deleted_at = ?, updated_at = ?, version = version + 1 WHERE id IN `+in,
		append([]any{millis(e.Now), millis(e.Now)}, args...)...)
	if err != nil {
		return err
	}
	_, err = c.exec(ctx, `UPDATE follow_up SET state = ?, closed_at = ? WHERE state = ? AND contact_id IN `+in,
		append([]any{crm.FollowUpDropped, millis(e.Now), crm.FollowUpOpen}, args...)...)
	if err != nil {
		return err
	}
	if err := c.insertRows(ctx, `INSERT INTO contact_history (contact_id, version, at, person_id, what, before) VALUES `, "", history); err != nil {
		return err
	}
	return c.insertRows(ctx, `INSERT INTO audit (at, request_id, person_id, org_id, action, subject_kind, subject_id, subject, details) VALUES `, "", audit)
}

// ContactsOfImport gives at most limit contacts of the import that are not deleted, by id.
func (s *Store) ContactsOfImport(ctx context.Context, id int64, limit int) (found []crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		found, err = c.contacts(ctx, limit, contactSelect+` WHERE c.import_id = ? AND c.deleted_at IS NULL ORDER BY c.id LIMIT ?`, id, limit)
		return err
	})
	return found, err
}
