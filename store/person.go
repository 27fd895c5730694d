package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"samspil/internal/crm"
	"samspil/internal/text"
)

const personSelect = `
	SELECT p.id, p.team_id, p.user_id, p.name, p.title, p.role, p.lang, p.active, ` + orgColumns + `
	FROM person p JOIN org o ON o.id = p.org_id`

func personFields(p *crm.Person) []any {
	return append([]any{&p.ID, &p.Team, &p.User, &p.Name, &p.Title, &p.Role, &p.Lang, &p.Active}, orgFields(&p.Org)...)
}

// SavePerson makes or changes the person with that team and user, and gives the row as it stands. The organisation
// is the one with p.Org.ID, else with p.Org.Code; NotFound when there is none. A Lang of "" keeps the language the
// person once chose.
func (s *Store) SavePerson(ctx context.Context, p crm.Person) (saved crm.Person, err error) {
	err = s.update(ctx, func(c conn) error {
		orgID, err := c.orgID(ctx, p.Org)
		if err != nil {
			return err
		}
		_, err = c.exec(ctx, `
			INSERT INTO person (team_id, user_id, name, title, org_id, role, lang, active)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (team_id, user_id) DO UPDATE SET name = excluded.name, title = excluded.title,
				org_id = excluded.org_id, role = excluded.role, active = excluded.active,
				lang = CASE WHEN excluded.lang = '' THEN person.lang ELSE excluded.lang END`,
			p.Team, p.User, p.Name, p.Title, orgID, p.Role, p.Lang, p.Active)
		if err != nil {
			return err
		}
		saved, err = one(ctx, c, personFields, personSelect+` WHERE p.team_id = ? AND p.user_id = ?`, p.Team, p.User)
		return err
	})
	return saved, err
}

// AddPerson makes the person unless there is one with that team and user, and gives the row as it stands. The
// organisation is the one with p.Org.ID.
func (s *Store) AddPerson(ctx context.Context, p crm.Person) (added crm.Person, err error) {
	err = s.update(ctx, func(c conn) error {
		_, err := c.exec(ctx, `
			INSERT INTO person (team_id, user_id, name, title, org_id, role, lang, active)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (team_id, user_id) DO NOTHING`,
			p.Team, p.User, p.Name, p.Title, p.Org.ID, p.Role, p.Lang, p.Active)
		if err != nil {
			return err
		}
		added, err = one(ctx, c, personFields, personSelect+` WHERE p.team_id = ? AND p.user_id = ?`, p.Team, p.User)
		return err
	})
	return added, err
}

// AssignPerson makes or changes a person of the administrator's own organisation, and gives the row as it stands. The
// name and language of somebody known stay, and the title where none is given; an open request for access is answered. Forbidden when the person belongs to another organisation, Conflict when
// the organisation would have no administrator left in that workspace.
func (s *Store) AssignPerson(ctx context.Context, e crm.Entry, p crm.Person) (saved crm.Person, err error) {
	err = s.update(ctx, func(c conn) error {
		org := e.Person.Org.ID
		// Held until the end, so that two administrators cannot both leave.
		if err := c.row(ctx, []any{new(int64)}, `SELECT id FROM org WHERE id = ?`+c.d.forRow, org); err != nil {
			return absent(err, errNoOrgID)
		}
		old, err := one(ctx, c, personFields, personSelect+` WHERE p.team_id = ? AND p.user_id = ?`, p.Team, p.User)
		switch {
		case err == nil && old.Org.ID != org:
			return crm.Errorf(crm.Forbidden, errOtherOrg, old.Name)
		case err != nil && !errors.Is(err, sql.ErrNoRows):
			return err
		}
		_, err = c.exec(ctx, `
			INSERT INTO person (team_id, user_id, name, title, org_id, role, lang, active) VALUES (?, ?, ?, ?, ?, ?, '', ?)
			ON CONFLICT (team_id, user_id) DO UPDATE SET role = excluded.role, active = excluded.active,
				title = CASE WHEN excluded.title = '' THEN person.title ELSE excluded.title END`,
			p.Team, p.User, p.Name, p.Title, org, p.Role, p.Active)
		if err != nil {
			return err
		}
		_, err = c.exec(ctx, `
			UPDATE access_request SET state = 'accepted', decided_by = ?, decided_at = ? WHERE team_id = ? AND user_id = ? AND state = 'open'`,
			e.Person.ID, millis(e.Now), p.Team, p.User)
		if err != nil {
			return err
		}
		if err := c.someAdministrator(ctx, p.Team, org); err != nil {
			return err
		}
		saved, err = one(ctx, c, personFields, personSelect+` WHERE p.team_id = ? AND p.user_id = ?`, p.Team, p.User)
		if err != nil {
			return err
		}
		return c.audit(ctx, e, "person.assign", saved.ID, p.User, map[string]string{"role": string(p.Role), "active": strconv.FormatBool(p.Active)})
	})
	return saved, err
}

// someAdministrator is Conflict where the organisation has no administrator in the workspace.
func (c conn) someAdministrator(ctx context.Context, team string, orgID int64) error {
	var left int
	err := c.row(ctx, []any{&left}, `
		SELECT count(*) FROM person WHERE team_id = ? AND org_id = ? AND role = 'administrator' AND active = 1`, team, orgID)
	if err == nil && left == 0 {
		return crm.Errorf(crm.Conflict, errLastAdmin)
	}
	return err
}

// Administrators gives the active administrators of a workspace, by user.
func (s *Store) Administrators(ctx context.Context, team string) ([]crm.Person, error) {
	all, err := list(ctx, s.single(), personFields, personSelect+`
		WHERE p.team_id = ? AND p.role = 'administrator' AND p.active = 1 ORDER BY p.user_id`, team)
	return all, s.dialect.translate(err)
}

// orgID finds the organisation by id, else by code; NotFound when there is none.
func (c conn) orgID(ctx context.Context, o crm.Org) (id int64, err error) {
	if o.ID == 0 {
		err = c.row(ctx, []any{&id}, `SELECT id FROM org WHERE code = ?`, o.Code)
		return id, absent(err, errNoOrg, o.Code)
	}
	err = c.row(ctx, []any{&id}, `SELECT id FROM org WHERE id = ?`, o.ID)
	return id, absent(err, errNoOrgID)
}

// Person gives the person with that Slack team and user, or NotFound. The organisation is filled but for its
// aliases and successors.
func (s *Store) Person(ctx context.Context, team, user string) (crm.Person, error) {
	p, err := one(ctx, s.single(), personFields, personSelect+` WHERE p.team_id = ? AND p.user_id = ?`, team, user)
	return p, s.dialect.translate(absent(err, errNoPerson))
}

// People gives everybody, those no longer active too, by team and user. Organisations as in Person.
func (s *Store) People(ctx context.Context) ([]crm.Person, error) {
	all, err := list(ctx, s.single(), personFields, personSelect+` ORDER BY p.team_id, p.user_id`)
	return all, s.dialect.translate(err)
}

// SetLang stores the language a person chose; NotFound when there is no such person.
func (s *Store) SetLang(ctx context.Context, personID int64, lang text.Lang) error {
	return s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `UPDATE person SET lang = ? WHERE id = ?`, lang, personID)
		if err == nil && n == 0 {
			return crm.Errorf(crm.NotFound, errNoPerson)
		}
		return err
	})
}
