package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

const followUpSelect = `
	SELECT f.id, COALESCE(f.contact_id, 0), f.company_id, f.org_id, f.owner_id, f.due, f.due_text, f.text, f.state,
		f.created_at, f.closed_at
	FROM follow_up f`

const (
	followUpsOfContact = followUpSelect + ` WHERE f.contact_id = ? ORDER BY f.due, f.id`
	followUpsOfPerson  = followUpSelect + ` WHERE f.owner_id = ? AND f.state = 'open'
		AND f.org_id = (SELECT p.org_id FROM person p WHERE p.id = f.owner_id) ORDER BY f.due, f.id LIMIT ?`
	followUpsOfCompany = followUpSelect + ` WHERE f.company_id = ? AND f.state = 'open' ORDER BY f.due, f.id`
)

func followUpFields(f *crm.FollowUp) []any {
	return []any{&f.ID, &f.ContactID, &f.CompanyID, &f.OrgID, &f.OwnerID, &f.Due, &f.DueText, &f.Text, &f.State,
		moment{&f.CreatedAt}, moment{&f.DoneAt}}
}

// FollowUpsOfContact gives every follow-up of the contact, done and dropped ones too, by due date. DoneAt is when
// it was done or dropped.
func (s *Store) FollowUpsOfContact(ctx context.Context, id int64) ([]crm.FollowUp, error) {
	all, err := list(ctx, s.single(), followUpFields, followUpsOfContact, id)
	return all, s.dialect.translate(err)
}

// FollowUpsOfCompany gives the open follow-ups of every organisation with the company, by due date.
func (s *Store) FollowUpsOfCompany(ctx context.Context, companyID int64) ([]crm.FollowUp, error) {
	all, err := list(ctx, s.single(), followUpFields, followUpsOfCompany, companyID)
	return all, s.dialect.translate(err)
}

// FollowUpsOfPerson gives the open follow-ups that a person owns in their present organisation, by due date, at most limit.
func (s *Store) FollowUpsOfPerson(ctx context.Context, personID int64, limit int) ([]crm.FollowUp, error) {
	all, err := list(ctx, s.single(), followUpFields, followUpsOfPerson, personID, limit)
	return all, s.dialect.translate(err)
}

// saveFollowUps stores follow-ups of the contact and gives their ids. One with an id is changed if it is open and
// the contact's own, else left alone; one without is added, for the contact's organisation and the person of the
// entry unless it says otherwise.
func (c conn) saveFollowUps(ctx context.Context, e crm.Entry, k crm.Contact, given []crm.FollowUp) ([]int64, error) {
	var ids []int64
	for _, f := range given {
		f.ContactID, f.CompanyID = k.ID, k.Company.ID
		if f.OrgID == 0 {
			f.OrgID = k.Org.ID
		}
		if f.OwnerID == 0 {
			f.OwnerID = e.Person.ID
		}
		store := c.changeFollowUp
		if f.ID == 0 {
			f.State, f.CreatedAt = crm.FollowUpOpen, e.Now
			store = func(ctx context.Context, f *crm.FollowUp, _ time.Time) error { return c.insertFollowUp(ctx, f) }
		}
		if err := store(ctx, &f, e.Now); err != nil {
			return nil, err
		}
		ids = append(ids, f.ID)
	}
	return ids, nil
}

// replaceFollowUps makes the given follow-ups the open ones of the contact; an open one not given is dropped.
func (c conn) replaceFollowUps(ctx context.Context, e crm.Entry, k crm.Contact, given []crm.FollowUp) error {
	keep, err := c.saveFollowUps(ctx, e, k, given)
	if err != nil {
		return err
	}
	in, ids := among(append(keep, 0)) // no row is 0; the list must not be empty
	args := append([]any{crm.FollowUpDropped, millis(e.Now), ref(e.Person.ID), k.ID, crm.FollowUpOpen}, ids...)
	_, err = c.exec(ctx, `
		UPDATE follow_up SET state = ?, closed_at = ?, closed_by = ?, version = version + 1 WHERE contact_id = ? AND state = ? AND id NOT IN `+in, args...)
	return err
}

func (c conn) insertFollowUp(ctx context.Context, f *crm.FollowUp) error {
	return c.row(ctx, []any{&f.ID}, `
		INSERT INTO follow_up (contact_id, company_id, org_id, owner_id, due, due_text, text, state, created_at, set_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
		ref(f.ContactID), f.CompanyID, f.OrgID, f.OwnerID, f.Due, f.DueText, f.Text, f.State, millis(f.CreatedAt), millis(f.CreatedAt))
}

// changeFollowUp stores the follow-up as its contact was edited. Another day or owner is reminded of anew.
func (c conn) changeFollowUp(ctx context.Context, f *crm.FollowUp, now time.Time) error {
	if _, err := c.exec(ctx, `
		UPDATE follow_up SET reminded = 0, set_at = ?
		WHERE id = ? AND contact_id = ? AND state = 'open' AND (due <> ? OR owner_id <> ?)`,
		millis(now), f.ID, f.ContactID, f.Due, f.OwnerID); err != nil {
		return err
	}
	_, err := c.exec(ctx, `
		UPDATE follow_up SET company_id = ?, org_id = ?, owner_id = ?, due = ?, due_text = ?, text = ?, version = version + 1
		WHERE id = ? AND contact_id = ? AND state = 'open'`,
		f.CompanyID, f.OrgID, f.OwnerID, f.Due, f.DueText, f.Text, f.ID, f.ContactID)
	return err
}
