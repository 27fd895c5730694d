package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"samspil/internal/crm"
)

// HistoryEntry is one change of a contact.
type HistoryEntry struct {
	ContactID int64
	Version   int // the contact's version after the change
	At        time.Time
	PersonID  int64
	Person    string       // name
	What      string       // "created", "edited", "cancelled", "deleted" or "restored"
	Before    *crm.Contact // as it was before the change; nil for "created"
}

// History gives the changes of a contact, oldest first; none when there is no such contact.
func (s *Store) History(ctx context.Context, id int64) ([]HistoryEntry, error) {
	all, err := list(ctx, s.single(), historyFields, `
		SELECT h.contact_id, h.version, h.at, h.person_id, p.name, h.what, h.before
		FROM contact_history h JOIN person p ON p.id = h.person_id
		WHERE h.contact_id = ? ORDER BY h.version`, id)
	return all, s.dialect.translate(err)
}

func historyFields(h *HistoryEntry) []any {
	return []any{&h.ContactID, &h.Version, moment{&h.At}, &h.PersonID, &h.Person, &h.What, snapshot{&h.Before}}
}

// snapshot reads a contact stored as JSON, or NULL.
type snapshot struct{ k **crm.Contact }

// Scan implements sql.Scanner.
func (s snapshot) Scan(src any) error {
	var b []byte
	switch v := src.(type) {
	case nil:
		return nil
	case string:
		b = []byte(v)
	case []byte:
		b = v
	default:
		return fmt.Errorf("cannot read a contact from %T", src)
	}
	*s.k = new(crm.Contact)
	return json.Unmarshal(b, *s.k)
}

// writeHistory stores the change that led to k. What is stored is the whole contact as JSON, by the names of
// crm.Contact's fields.
func (c conn) writeHistory(ctx context.Context, e crm.Entry, k crm.Contact, what string, before *crm.Contact) error {
	var stored any
	if before != nil {
		b, err := json.Marshal(before)
		if err != nil {
			return err
		}
		stored = string(b)
	}
	_, err := c.exec(ctx, `
		INSERT INTO contact_history (contact_id, version, at, person_id, what, before) VALUES (?, ?, ?, ?, ?, ?)`,
		k.ID, k.Version, millis(e.Now), e.Person.ID, what, stored)
	return err
}
