package store

import (
	"context"
	"strings"
	"time"

	"samspil/internal/crm"
)

// UpdateContact changes the contact with that id if it still has that Version, and gives it as it stands, one
// version on. Organisation, writer, source and time of logging stay; the given follow-ups take the place of its
// open ones: those with an id are changed, those without are added, open ones not given are dropped.
// NotFound when there is no such contact, Conflict when it is deleted or was changed meanwhile, Invalid when a
// constraint refuses a value.
func (s *Store) UpdateContact(ctx context.Context, e crm.Entry, in crm.Contact, followUps []crm.FollowUp) (crm.Contact, error) {
	return s.change(ctx, e, in.ID, "contact.edit", "edited", func(c conn, k *crm.Contact) error {
		if err := unchanged(*k, in.Version); err != nil {
			return err
		}
		in.Org, in.Person, in.Source, in.CreatedAt, in.DeletedAt = k.Org, k.Person, k.Source, k.CreatedAt, k.DeletedAt
		if in.Company.ID == k.Company.ID {
			in.Company.Name = k.Company.Name // as it was on the day
		}
		if err := c.nameContact(ctx, &in); err != nil {
			return err
		}
		if in.Company.ID != k.Company.ID || in.SiteID != k.SiteID {
			if err := c.siteFits(ctx, in); err != nil {
				return err
			}
		}
		if _, err := c.exec(ctx, `DELETE FROM contact_purpose WHERE contact_id = ?`, in.ID); err != nil {
			return err
		}
		if _, err := c.exec(ctx, `DELETE FROM contact_participant WHERE contact_id = ?`, in.ID); err != nil {
			return err
		}
		if err := c.insertDetails(ctx, in); err != nil {
			return err
		}
		*k = in
		return c.replaceFollowUps(ctx, e, in, followUps)
	})
}

// SetStatus gives the contact another status if it still has that version. Follow-ups stay as they are. Errors as
// in UpdateContact.
func (s *Store) SetStatus(ctx context.Context, e crm.Entry, id int64, version int, status crm.Status) (crm.Contact, error) {
	what := "edited"
	if status == crm.Cancelled {
		what = "cancelled"
	}
	return s.change(ctx, e, id, "contact.status", what, func(_ conn, k *crm.Contact) error {
		k.Status = status
		return unchanged(*k, version)
	})
}

// DeleteContact marks the contact deleted and drops its open follow-ups. what names the action in the audit log:
// "delete" (also when empty) or "undo". NotFound when there is no such contact, Conflict when it is deleted
// already.
func (s *Store) DeleteContact(ctx context.Context, e crm.Entry, id int64, what string) (crm.Contact, error) {
	if what == "" {
		what = "delete"
	}
	action := "contact." + strings.TrimPrefix(what, "contact.")
	return s.change(ctx, e, id, action, "deleted", func(c conn, k *crm.Contact) error {
		if !k.DeletedAt.IsZero() {
			return crm.Errorf(crm.Conflict, errDeleted)
		}
		// Later than every follow-up that was closed before: RestoreContact knows those of the deletion by its time.
		var closed int64
		if err := c.row(ctx, []any{&closed}, `SELECT COALESCE(MAX(closed_at), 0) FROM follow_up WHERE contact_id = ?`, id); err != nil {
			return err
		}
		k.DeletedAt = time.UnixMilli(max(e.Now.UnixMilli(), closed+1)).UTC()
		_, err := c.exec(ctx, `UPDATE follow_up SET state = ?, closed_at = ? WHERE contact_id = ? AND state = ?`,
			crm.FollowUpDropped, millis(k.DeletedAt), id, crm.FollowUpOpen)
		return err
	})
}

// RestoreContact takes a deletion back, and opens the follow-ups that were dropped with it. NotFound when there is
// no such contact, Conflict when it is not deleted.
func (s *Store) RestoreContact(ctx context.Context, e crm.Entry, id int64) (crm.Contact, error) {
	return s.change(ctx, e, id, "contact.restore", "restored", func(c conn, k *crm.Contact) error {
		if k.DeletedAt.IsZero() {
			return crm.Errorf(crm.Conflict, errNotGone)
		}
		_, err := c.exec(ctx, `
			UPDATE follow_up SET state = ?, closed_at = NULL WHERE contact_id = ? AND state = ? AND closed_at = ?`,
			crm.FollowUpOpen, id, crm.FollowUpDropped, millis(k.DeletedAt))
		k.DeletedAt = time.Time{}
		return err
	})
}

// unchanged refuses a contact that is deleted or has another version than the one that was read.
func unchanged(k crm.Contact, version int) error {
	switch {
	case !k.DeletedAt.IsZero():
		return crm.Errorf(crm.Conflict, errDeleted)
	case k.Version != version:
		return crm.Errorf(crm.Conflict, errChanged)
	}
	return nil
}

// change lets edit alter the contact, stores it one version on, and writes history and audit. A delivery that has
// done so already changes nothing more: the contact is given as it stands.
func (s *Store) change(ctx context.Context, e crm.Entry, id int64, action, what string, edit func(conn, *crm.Contact) error) (after crm.Contact, err error) {
	err = s.update(ctx, func(c conn) error {
		if done, err := c.claim(ctx, e); err != nil || done == id {
			if err == nil {
				after, err = c.contact(ctx, id)
			}
			return err
		}
		// First hold the row, then read it: on PostgreSQL a statement that waited for another transaction would
		// mix its new row with old purposes.
		if err := c.row(ctx, []any{new(int64)}, `SELECT id FROM contact WHERE id = ?`+c.d.forRow, id); err != nil {
			return absent(err, errNoContact, id)
		}
		before, err := c.contact(ctx, id)
		if err != nil {
			return err
		}
		k := before
		if err := edit(c, &k); err != nil {
			return err
		}
		k.Version, k.UpdatedAt = before.Version+1, e.Now
		if err := c.rewriteContact(ctx, k); err != nil {
			return err
		}
		if err := c.writeHistory(ctx, e, k, what, &before); err != nil {
			return err
		}
		if err := c.auditContact(ctx, e, action, k); err != nil {
			return err
		}
		if err := c.settle(ctx, e, id); err != nil {
			return err
		}
		if err := c.enqueue(ctx, e.Jobs); err != nil {
			return err
		}
		after, err = c.contact(ctx, id)
		return err
	})
	return after, err
}

func (c conn) rewriteContact(ctx context.Context, k crm.Contact) error {
	_, err := c.exec(ctx, `
		UPDATE contact SET company_id = ?, company_name = ?, site_id = ?, status = ?, channel = ?, date = ?,
			start_clock = ?, end_clock = ?, minutes = ?, purposes = ?, outcome = ?, note = ?, note_held = ?, share = ?,
			contact_name = ?, contact_mail = ?, contact_tel = ?, trade = ?, headcount = ?, need_from = ?,
			overlap_why = ?, updated_at = ?, deleted_at = ?, version = ?
		WHERE id = ?`,
		k.Company.ID, k.Company.Name, ref(k.SiteID), k.Status, k.Channel, k.Date,
		k.Start, k.End, k.Minutes, purposes{&k.Purposes}, k.Outcome, k.Note, k.NoteHeld, k.Share,
		k.ContactName, k.ContactMail, k.ContactTel, k.Trade, k.Headcount, k.NeedFrom,
		k.OverlapWhy, millis(k.UpdatedAt), millis(k.DeletedAt), k.Version, k.ID)
	return err
}
