package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"samspil/internal/crm"
)

// LogContact stores a new contact with its purposes, participants and follow-ups, its first line of history and
// its audit line, and gives it as it stands, with id and Version 1. An empty Org or Person is the entry's; names
// not given are those the company and the organisation have now. Times and Version of the argument do not count.
// A delivery that has logged a contact already logs no second: the contact is given as it stands.
// NotFound when company or organisation do not exist, Invalid when a constraint refuses a value.
func (s *Store) LogContact(ctx context.Context, e crm.Entry, in crm.Contact, followUps []crm.FollowUp) (logged crm.Contact, err error) {
	err = s.update(ctx, func(c conn) error {
		logged, err = c.logContact(ctx, e, in, followUps)
		return err
	})
	return logged, err
}

func (c conn) logContact(ctx context.Context, e crm.Entry, k crm.Contact, followUps []crm.FollowUp) (crm.Contact, error) {
	if done, err := c.claim(ctx, e); err != nil || done != 0 {
		if err != nil {
			return k, err
		}
		return c.contact(ctx, done)
	}
	if k.Org.ID == 0 {
		k.Org = e.Person.Org
	}
	if k.Person.ID == 0 {
		k.Person = e.Person
	}
	if err := c.nameContact(ctx, &k); err != nil {
		return k, err
	}
	if err := c.siteFits(ctx, k); err != nil {
		return k, err
	}
	k.Version = 1
	k.CreatedAt, k.UpdatedAt, k.DeletedAt = e.Now, e.Now, time.Time{}
	if err := c.insertContact(ctx, &k); err != nil {
		return k, err
	}
	if err := c.insertDetails(ctx, k); err != nil {
		return k, err
	}
	if _, err := c.saveFollowUps(ctx, e, k, followUps); err != nil {
		return k, err
	}
	if err := c.writeHistory(ctx, e, k, "created", nil); err != nil {
		return k, err
	}
	if err := c.auditContact(ctx, e, "contact.log", k); err != nil {
		return k, err
	}
	if err := c.settle(ctx, e, k.ID); err != nil {
		return k, err
	}
	if err := c.enqueue(ctx, e.Jobs); err != nil {
		return k, err
	}
	return c.contact(ctx, k.ID)
}

// nameContact fills the names that the contact keeps as they are on its day, where they were not given.
func (c conn) nameContact(ctx context.Context, k *crm.Contact) error {
	asked := k.Company.CVR
	if asked == "" {
		asked = strconv.FormatInt(k.Company.ID, 10)
	}
	var company, nameDA, nameEN string
	err := c.row(ctx, []any{&company, &k.Company.CVR}, `SELECT name, cvr FROM company WHERE id = ?`, k.Company.ID)
	if err != nil {
		return absent(err, errNoCompany, asked)
	}
	err = c.row(ctx, []any{&nameDA, &nameEN}, `SELECT name_da, name_en FROM org WHERE id = ?`, k.Org.ID)
	if err != nil {
		return absent(err, errNoOrgID)
	}
	if k.Company.Name == "" {
		k.Company.Name = company
	}
	if k.Org.NameDA == "" {
		k.Org.NameDA, k.Org.NameEN = nameDA, nameEN
	}
	if k.Share == "" {
		k.Share = crm.ShareDefault
	}
	return nil
}

// siteFits refuses a site that is not the company's.
func (c conn) siteFits(ctx context.Context, k crm.Contact) error {
	if k.SiteID == 0 {
		return nil
	}
	err := c.row(ctx, []any{new(int64)}, `SELECT id FROM site WHERE id = ? AND company_id = ?`, k.SiteID, k.Company.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return crm.Errorf(crm.Invalid, errSite)
	}
	return err
}

func (c conn) insertContact(ctx context.Context, k *crm.Contact) error {
	return c.row(ctx, []any{&k.ID}, `
		INSERT INTO contact (company_id, company_name, site_id, org_id, org_name_da, org_name_en, person_id, status,
			channel, date, start_clock, end_clock, minutes, purposes, outcome, note, note_held, share, contact_name,
			contact_mail, contact_tel, trade, headcount, need_from, overlap_why, source, created_at, updated_at,
			version)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		RETURNING id`,
		k.Company.ID, k.Company.Name, ref(k.SiteID), k.Org.ID, k.Org.NameDA, k.Org.NameEN, k.Person.ID, k.Status,
		k.Channel, k.Date, k.Start, k.End, k.Minutes, purposes{&k.Purposes}, k.Outcome, k.Note, k.NoteHeld, k.Share, k.ContactName,
		k.ContactMail, k.ContactTel, k.Trade, k.Headcount, k.NeedFrom, k.OverlapWhy, k.Source, millis(k.CreatedAt), millis(k.UpdatedAt),
		k.Version)
}

// insertDetails stores the contact's purposes (one by one, for counting; its own row has them for reading) and its
// participants.
func (c conn) insertDetails(ctx context.Context, k crm.Contact) error {
	for i, p := range k.Purposes {
		_, err := c.exec(ctx, `INSERT INTO contact_purpose (contact_id, position, purpose) VALUES (?, ?, ?)`, k.ID, i, p)
		if err != nil {
			return err
		}
	}
	for i, p := range k.With {
		_, err := c.exec(ctx, `INSERT INTO contact_participant (contact_id, position, org_id, name) VALUES (?, ?, ?, ?)`,
			k.ID, i, ref(p.OrgID), p.Name)
		if err != nil {
			return err
		}
	}
	return nil
}
