package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"math"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
)

const contactSelect = `
	SELECT c.id, c.company_id, co.cvr, c.company_name, COALESCE(c.site_id, 0),
		c.org_id, o.code, c.org_name_da, c.org_name_en, o.public, c.person_id, p.name, p.title,
		c.status, c.channel, c.date, c.start_clock, c.end_clock, c.minutes, c.purposes, c.outcome, c.note, c.note_held, c.share,
		c.contact_name, c.contact_mail, c.contact_tel, c.trade, c.headcount, c.need_from, c.overlap_why, c.source,
		c.created_at, c.updated_at, c.deleted_at, c.version
	FROM contact c JOIN company co ON co.id = c.company_id JOIN org o ON o.id = c.org_id JOIN person p ON p.id = c.person_id`

// The statements that a check waits for. A test reads their query plans.
const (
	contactsOfCompany = contactSelect + `
		WHERE c.company_id = ? AND c.deleted_at IS NULL AND (c.date, c.id) < (?, ?)
		ORDER BY c.date DESC, c.id DESC LIMIT ?`
	contactsOfPerson = contactSelect + `
		WHERE c.person_id = ? AND c.org_id = ? AND c.deleted_at IS NULL
		ORDER BY c.created_at DESC, c.id DESC LIMIT ?`
	plannedByPerson = contactSelect + `
		WHERE c.person_id = ? AND c.org_id = ? AND c.deleted_at IS NULL AND c.status = 'planned' AND c.date >= ?
		ORDER BY c.date, c.id LIMIT ?`
)

func contactFields(c *crm.Contact) []any {
	return []any{&c.ID, &c.Company.ID, &c.Company.CVR, &c.Company.Name, &c.SiteID,
		&c.Org.ID, &c.Org.Code, &c.Org.NameDA, &c.Org.NameEN, &c.Org.Public, &c.Person.ID, &c.Person.Name, &c.Person.Title,
		&c.Status, &c.Channel, &c.Date, &c.Start, &c.End, &c.Minutes, purposes{&c.Purposes}, &c.Outcome, &c.Note, &c.NoteHeld, &c.Share,
		&c.ContactName, &c.ContactMail, &c.ContactTel, &c.Trade, &c.Headcount, &c.NeedFrom, &c.OverlapWhy, &c.Source,
		moment{&c.CreatedAt}, moment{&c.UpdatedAt}, moment{&c.DeletedAt}, &c.Version}
}

// purposes stands for a contact's purposes in its own row: codes with commas between.
type purposes struct{ list *[]crm.Purpose }

// Value implements driver.Valuer.
func (p purposes) Value() (driver.Value, error) {
	codes := make([]string, len(*p.list))
	for i, code := range *p.list {
		codes[i] = string(code)
	}
	return strings.Join(codes, ","), nil
}

// Scan implements sql.Scanner.
func (p purposes) Scan(src any) error {
	codes, ok := src.(string)
	if !ok {
		return fmt.Errorf("cannot read purposes from %T", src)
	}
	*p.list = nil
	if codes == "" {
		return nil
	}
	for code := range strings.SplitSeq(codes, ",") {
		*p.list = append(*p.list, crm.Purpose(code))
	}
	return nil
}

// Contact gives the contact with that id, a deleted one too (DeletedAt says so), or NotFound.
func (s *Store) Contact(ctx context.Context, id int64) (found crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		found, err = c.contact(ctx, id)
		return err
	})
	return found, err
}

func (c conn) contact(ctx context.Context, id int64) (crm.Contact, error) {
	all, err := c.contacts(ctx, 1, contactSelect+` WHERE c.id = ?`, id)
	if err == nil && len(all) == 0 {
		return crm.Contact{}, crm.Errorf(crm.NotFound, errNoContact, id)
	}
	if err != nil {
		return crm.Contact{}, err
	}
	return all[0], nil
}

// ContactsOfCompany gives at most limit contacts with the company that are not deleted and come after the cursor,
// newest first by date and then by id. Planned, cancelled and missed ones are among them.
func (s *Store) ContactsOfCompany(ctx context.Context, companyID int64, before crm.Cursor, limit int) (found []crm.Contact, err error) {
	if before.Date.IsZero() {
		before = crm.Cursor{Date: when.Date{Year: 9999, Month: 12, Day: 31}, ID: math.MaxInt64}
	}
	err = s.view(ctx, func(c conn) error {
		found, err = c.contacts(ctx, limit, contactsOfCompany, companyID, before.Date, before.ID, limit)
		return err
	})
	return found, err
}

// ContactsOfPerson gives at most limit contacts that the person logged for the organisation they belong to now and
// that are not deleted, the most recently logged first.
func (s *Store) ContactsOfPerson(ctx context.Context, p crm.Person, limit int) (found []crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		found, err = c.contacts(ctx, limit, contactsOfPerson, p.ID, p.Org.ID, limit)
		return err
	})
	return found, err
}

// PlannedByPerson gives at most limit contacts that the person has planned, for the organisation they belong to now,
// from that day on, the soonest first.
func (s *Store) PlannedByPerson(ctx context.Context, p crm.Person, from when.Date, limit int) (found []crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		found, err = c.contacts(ctx, limit, plannedByPerson, p.ID, p.Org.ID, from, limit)
		return err
	})
	return found, err
}

// contacts gives the contacts of the query, most of them at most, with their participants.
func (c conn) contacts(ctx context.Context, most int, query string, args ...any) ([]crm.Contact, error) {
	all, err := upTo(ctx, c, most, contactFields, query, args...)
	if err != nil {
		return nil, err
	}
	for part := range inParts(all) {
		if err := c.addParticipants(ctx, part); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// addParticipants reads who took part in the contacts.
func (c conn) addParticipants(ctx context.Context, all []crm.Contact) error {
	at := make(map[int64]*crm.Contact, len(all))
	ids := make([]int64, len(all))
	for i := range all {
		ids[i], at[all[i].ID] = all[i].ID, &all[i]
	}
	in, args := among(ids)
	var id int64
	return c.each(ctx, func(r scanner) error {
		var p crm.Participant
		err := r.Scan(&id, &p.OrgID, &p.Name, &p.Public)
		if err == nil {
			at[id].With = append(at[id].With, p)
		}
		return err
	}, `SELECT t.contact_id, COALESCE(t.org_id, 0), t.name, COALESCE(o.public, 0)
		FROM contact_participant t LEFT JOIN org o ON o.id = t.org_id
		WHERE t.contact_id IN `+in+` ORDER BY t.contact_id, t.position`, args...)
}
