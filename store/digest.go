package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"samspil/internal/crm"
)

const digestSelect = `
	SELECT d.id, d.team_id, d.channel_id, d.at_clock, d.weekly, d.lang, d.filter, d.readers, d.is_on, d.why, d.set_at, d.version,
		p.id, p.team_id, p.user_id, p.name, p.role, p.lang, p.active, p.org_id,
		(SELECT max(s.day) FROM digest_sent s WHERE s.digest_id = d.id), (SELECT max(s.to_at) FROM digest_sent s WHERE s.digest_id = d.id),
		` + orgColumns + `
	FROM digest d JOIN person p ON p.id = d.person_id JOIN org o ON o.id = d.org_id`

// A channel that got another id is the same channel.
const digestOf = digestSelect + `
	WHERE d.team_id = ? AND (d.channel_id = ? OR d.channel_id IN (SELECT old_id FROM channel_alias WHERE team_id = ? AND new_id = ?))
	ORDER BY d.is_on DESC, d.id DESC LIMIT 1`

func digestFields(d *crm.Digest) []any {
	return append([]any{&d.ID, &d.Team, &d.Channel, &d.At, &d.Weekly, &d.Lang, jsonColumn{&d.Filter}, jsonColumn{&d.Readers}, &d.On, &d.Why, moment{&d.SetAt}, &d.Version,
		&d.Person.ID, &d.Person.Team, &d.Person.User, &d.Person.Name, &d.Person.Role, &d.Person.Lang, &d.Person.Active, &d.Person.Org.ID,
		&d.LastDay, moment{&d.LastTo}}, orgFields(&d.Org)...)
}

// jsonColumn is a value that is stored as JSON.
type jsonColumn struct{ v any }

// Value implements driver.Valuer.
func (j jsonColumn) Value() (driver.Value, error) {
	b, err := json.Marshal(j.v)
	return string(b), err
}

// Scan implements sql.Scanner.
func (j jsonColumn) Scan(src any) error {
	switch v := src.(type) {
	case string:
		return json.Unmarshal([]byte(v), j.v)
	case []byte:
		return json.Unmarshal(v, j.v)
	}
	return fmt.Errorf("cannot read JSON from %T", src)
}

// SaveDigest makes or changes the digest of a channel, by the person of the entry, and gives the row as it stands. Version
// is the one that was read, 0 for a new one; Conflict when it is another by now. A delivery that comes twice changes it
// once.
func (s *Store) SaveDigest(ctx context.Context, e crm.Entry, d crm.Digest) (saved crm.Digest, err error) {
	err = s.update(ctx, func(c conn) error {
		fresh := true
		if e.Delivery != "" {
			if fresh, err = c.arrive(ctx, e); err != nil {
				return err
			}
		}
		if fresh {
			if d.ID, err = c.writeDigest(ctx, e, d); err != nil {
				return err
			}
			what := map[string]string{"on": strconv.FormatBool(d.On), "at": strconv.Itoa(int(d.At)), "weekly": strconv.Itoa(d.Weekly)}
			if err := c.audit(ctx, e, "digest.set", d.ID, d.Channel, what); err != nil {
				return err
			}
			if err := c.enqueue(ctx, e.Jobs); err != nil {
				return err
			}
		}
		saved, err = one(ctx, c, digestFields, digestOf, d.Team, d.Channel, d.Team, d.Channel)
		return absent(err, errNoDigest)
	})
	return saved, err
}

// writeDigest gives the digest's id.
func (c conn) writeDigest(ctx context.Context, e crm.Entry, d crm.Digest) (id int64, err error) {
	if d.Version == 0 {
		err = c.row(ctx, []any{&id}, `
			INSERT INTO digest (team_id, channel_id, org_id, person_id, at_clock, weekly, lang, filter, readers, is_on, why, set_at, version)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (team_id, channel_id) DO NOTHING RETURNING id`,
			d.Team, d.Channel, d.Org.ID, e.Person.ID, d.At, d.Weekly, d.Lang, jsonColumn{d.Filter}, jsonColumn{d.Readers}, d.On, d.Why, millis(d.SetAt))
	} else {
		err = c.row(ctx, []any{&id}, `
			UPDATE digest SET channel_id = ?, person_id = ?, at_clock = ?, weekly = ?, lang = ?, filter = ?, readers = ?, is_on = ?, why = ?, set_at = ?, version = version + 1
			WHERE id = ? AND version = ? RETURNING id`,
			d.Channel, e.Person.ID, d.At, d.Weekly, d.Lang, jsonColumn{d.Filter}, jsonColumn{d.Readers}, d.On, d.Why, millis(d.SetAt), d.ID, d.Version)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return 0, crm.Errorf(crm.Conflict, errDigestChanged)
	}
	return id, err
}

// DigestOf gives the digest of a channel, also one that is off, and one set up before Slack gave the channel another id.
// NotFound when there is none.
func (s *Store) DigestOf(ctx context.Context, team, channel string) (found crm.Digest, err error) {
	found, err = one(ctx, s.single(), digestFields, digestOf, team, channel, team, channel)
	return found, s.dialect.translate(absent(err, errNoDigest))
}

// DigestsOn gives every digest that is on, by id.
func (s *Store) DigestsOn(ctx context.Context) ([]crm.Digest, error) {
	all, err := list(ctx, s.single(), digestFields, digestSelect+` WHERE d.is_on = 1 ORDER BY d.id`)
	return all, s.dialect.translate(err)
}

// SendDigest claims a digest's day and stores the jobs with which it is sent, none for a day with nothing to say. first is
// false where that day, or a later one, was claimed before, or the digest was changed or turned off since it was read.
func (s *Store) SendDigest(ctx context.Context, d crm.Digest, sent crm.DigestSent, jobs []crm.Job) (first bool, err error) {
	err = s.update(ctx, func(c conn) error {
		first = false
		n := 0 // FOR UPDATE holds the digest until the day is claimed
		err := c.row(ctx, []any{&n}, `SELECT version FROM digest WHERE id = ? AND version = ? AND is_on = 1`+c.d.forRow, d.ID, d.Version)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := c.row(ctx, []any{&n}, `SELECT count(*) FROM digest_sent WHERE digest_id = ? AND day >= ?`, d.ID, sent.Day); err != nil || n > 0 {
			return err
		}
		_, err = c.exec(ctx, `INSERT INTO digest_sent (digest_id, day, at, from_at, to_at, by_program) VALUES (?, ?, ?, ?, ?, ?)`,
			d.ID, sent.Day, millis(sent.At), millis(sent.From), millis(sent.To), sent.By)
		if err != nil {
			return err
		}
		first = true
		return c.enqueue(ctx, jobs)
	})
	return first && err == nil, err
}

// StopDigest turns a digest off for that reason and stores the jobs that tell of it; stopped is false where it was off.
func (s *Store) StopDigest(ctx context.Context, id int64, why crm.DigestWhy, now time.Time, jobs []crm.Job) (stopped bool, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `UPDATE digest SET is_on = 0, why = ?, version = version + 1 WHERE id = ? AND is_on = 1`, why, id)
		if stopped = n > 0; err != nil || !stopped {
			return err
		}
		if err := c.audit(ctx, crm.Entry{Now: now}, "digest.stop", id, "", map[string]string{"why": string(why)}); err != nil {
			return err
		}
		return c.enqueue(ctx, jobs)
	})
	return stopped && err == nil, err
}
