package store

import (
	"context"

	"samspil/internal/crm"
	"samspil/internal/when"
)

const joiningSelect = `
	SELECT j.contact_id, j.brings, j.known, j.day, j.start, j.joined_at,
		p.id, p.team_id, p.user_id, p.name, p.title, p.role, p.lang, p.active, p.org_id, ` + orgColumns + `
	FROM joining j JOIN person p ON p.id = j.person_id JOIN org o ON o.id = j.org_id
	WHERE j.left_at IS NULL AND `

func joiningFields(j *crm.Joining) []any {
	p := &j.Person
	return append([]any{&j.ContactID, &j.Brings, &j.Knows.Known, &j.Knows.Day, &j.Knows.Start, moment{&j.JoinedAt},
		&p.ID, &p.Team, &p.User, &p.Name, &p.Title, &p.Role, &p.Lang, &p.Active, &p.Org.ID}, orgFields(&j.Org)...)
}

// JoinContact adds the organisation of the entry to those that take part in a planned contact, under that name, and gives
// the contact as it stands. Its person is told of changes. Conflict when the contact is no longer planned, or the
// organisation takes part already.
func (s *Store) JoinContact(ctx context.Context, e crm.Entry, id int64, name string) (crm.Contact, error) {
	org := e.Person.Org.ID
	return s.change(ctx, e, id, "contact.join", "edited", func(c conn, k *crm.Contact) error {
		switch {
		case !k.DeletedAt.IsZero():
			return crm.Errorf(crm.Conflict, errDeleted)
		case k.Status != crm.Planned:
			return crm.Errorf(crm.Conflict, errNotPlanned)
		case k.TakesPart(org):
			return crm.Errorf(crm.Conflict, errTakesPart)
		}
		k.With = append(k.With, crm.Participant{OrgID: org, Name: name})
		_, err := c.exec(ctx, `INSERT INTO contact_participant (contact_id, position, org_id, name)
			VALUES (?, (SELECT COALESCE(MAX(position) + 1, 0) FROM contact_participant WHERE contact_id = ?), ?, ?)`, id, id, org, name)
		if err != nil {
			return err
		}
		knows := crm.AppointmentOf(*k, org)
		_, err = c.exec(ctx, `INSERT INTO joining (contact_id, org_id, person_id, brings, known, day, start, joined_at) VALUES (?, ?, ?, '', ?, ?, ?, ?)
			ON CONFLICT (contact_id, org_id) DO UPDATE SET person_id = excluded.person_id, brings = '', known = excluded.known, day = excluded.day,
				start = excluded.start, joined_at = excluded.joined_at, left_at = NULL`,
			id, org, e.Person.ID, knows.Known, knows.Day, knows.Start, millis(e.Now))
		return err
	})
}

// LeaveContact takes JoinContact back. Conflict when the organisation has not joined by itself, or is out already.
func (s *Store) LeaveContact(ctx context.Context, e crm.Entry, id int64) (crm.Contact, error) {
	org := e.Person.Org.ID
	return s.change(ctx, e, id, "contact.leave", "edited", func(c conn, k *crm.Contact) error {
		n, err := c.exec(ctx, `UPDATE joining SET left_at = ? WHERE contact_id = ? AND org_id = ? AND left_at IS NULL`, millis(e.Now), id, org)
		if err != nil {
			return err
		}
		if n == 0 {
			return crm.Errorf(crm.Conflict, errNotJoined)
		}
		var left []crm.Participant
		for _, p := range k.With {
			if p.OrgID != org {
				left = append(left, p)
			}
		}
		k.With = left
		_, err = c.exec(ctx, `DELETE FROM contact_participant WHERE contact_id = ? AND org_id = ?`, id, org)
		return err
	})
}

// SetBrings notes what the organisation of the entry brings to a contact that it has joined, and stores the entry's jobs.
// Conflict when it has not joined. A delivery that comes twice changes it once.
func (s *Store) SetBrings(ctx context.Context, e crm.Entry, id int64, brings string) error {
	return s.update(ctx, func(c conn) error {
		if done, err := c.claim(ctx, e); err != nil || done == id {
			return err
		}
		n, err := c.exec(ctx, `UPDATE joining SET brings = ? WHERE contact_id = ? AND org_id = ? AND left_at IS NULL`, brings, id, e.Person.Org.ID)
		if err != nil {
			return err
		}
		if n == 0 {
			return crm.Errorf(crm.Conflict, errNotJoined)
		}
		return c.noted(ctx, e, id, "contact.bring")
	})
}

// AskPlanner puts a question about a contact on record, without its words, and stores the entry's jobs, which hold it.
// A delivery that comes twice asks once.
func (s *Store) AskPlanner(ctx context.Context, e crm.Entry, id int64) error {
	return s.update(ctx, func(c conn) error {
		if done, err := c.claim(ctx, e); err != nil || done == id {
			return err
		}
		return c.noted(ctx, e, id, "contact.ask")
	})
}

// noted ends what was done about a contact without changing it: audit, delivery, jobs.
func (c conn) noted(ctx context.Context, e crm.Entry, id int64, action string) error {
	k, err := c.contact(ctx, id)
	if err != nil {
		return err
	}
	if err := c.auditContact(ctx, e, action, k); err != nil {
		return err
	}
	if err := c.settle(ctx, e, id); err != nil {
		return err
	}
	return c.enqueue(ctx, e.Jobs)
}

// JoiningsOf gives who has joined the contact, the first first.
func (s *Store) JoiningsOf(ctx context.Context, contactID int64) ([]crm.Joining, error) {
	all, err := list(ctx, s.single(), joiningFields, joiningSelect+`j.contact_id = ? ORDER BY j.joined_at, j.org_id`, contactID)
	return all, s.dialect.translate(err)
}

// joiningsAhead are the joinings of which something may have changed since their person was told; what has happened is no
// news. AppointmentOf says how it stands.
const joiningsAhead = joiningSelect + `j.day >= ? AND EXISTS (SELECT 1 FROM contact c WHERE c.id = j.contact_id AND (c.date <> j.day OR c.start_clock <> j.start
		OR j.known <> CASE WHEN c.deleted_at IS NOT NULL THEN 'deleted'
			WHEN NOT EXISTS (SELECT 1 FROM contact_participant y WHERE y.contact_id = c.id AND y.org_id = j.org_id) THEN 'parted' ELSE c.status END))
	ORDER BY j.day, j.contact_id, j.org_id LIMIT ?`

// JoiningsToTell gives at most limit joinings of contacts, for that day or later as their person knows it, that stand
// otherwise than that person knows.
func (s *Store) JoiningsToTell(ctx context.Context, from when.Date, limit int) ([]crm.Joining, error) {
	all, err := list(ctx, s.single(), joiningFields, joiningsAhead, from, limit)
	return all, s.dialect.translate(err)
}

// TellJoining notes what the person of a joining knows now, and stores the jobs that tell it; told is false where another
// program has done so since it was read.
func (s *Store) TellJoining(ctx context.Context, j crm.Joining, now crm.Appointment, jobs []crm.Job) (told bool, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `UPDATE joining SET known = ?, day = ?, start = ?
			WHERE contact_id = ? AND org_id = ? AND left_at IS NULL AND known = ? AND day = ? AND start = ?`,
			now.Known, now.Day, now.Start, j.ContactID, j.Org.ID, j.Knows.Known, j.Knows.Day, j.Knows.Start)
		if told = n > 0; err != nil || !told {
			return err
		}
		return c.enqueue(ctx, jobs)
	})
	return told, err
}
