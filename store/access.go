package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"samspil/internal/crm"
)

const accessSelect = `SELECT a.id, a.team_id, a.user_id, a.name, a.asked_at, a.state FROM access_request a`

func accessFields(a *crm.AccessRequest) []any {
	return []any{&a.ID, &a.Team, &a.User, &a.Name, moment{&a.AskedAt}, &a.State}
}

// AskAccess notes that somebody unknown wants to be let in, and gives the open request. fresh is false when they had
// asked before and nobody has answered yet; only a fresh one causes the jobs.
func (s *Store) AskAccess(ctx context.Context, team, user, name string, now time.Time, jobs ...crm.Job) (request crm.AccessRequest, fresh bool, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `
			INSERT INTO access_request (team_id, user_id, name, asked_at, state) VALUES (?, ?, ?, ?, 'open')
			ON CONFLICT (team_id, user_id) WHERE state = 'open' DO NOTHING`, team, user, name, millis(now))
		if err != nil {
			return err
		}
		if fresh = n > 0; fresh {
			if err := c.enqueue(ctx, jobs); err != nil {
				return err
			}
		}
		request, err = one(ctx, c, accessFields, accessSelect+` WHERE a.team_id = ? AND a.user_id = ? AND a.state = 'open'`, team, user)
		return err
	})
	return request, fresh, err
}

// AccessRequests gives the open requests of a workspace, the longest waiting first.
func (s *Store) AccessRequests(ctx context.Context, team string) ([]crm.AccessRequest, error) {
	all, err := list(ctx, s.single(), accessFields, accessSelect+` WHERE a.team_id = ? AND a.state = 'open' ORDER BY a.asked_at, a.id`, team)
	return all, s.dialect.translate(err)
}

// DecideAccess answers a request of the decider's own workspace. When it is accepted, the person is made, with that
// role in the decider's organisation. NotFound when there is no such request there, Conflict when somebody has
// answered it already.
func (s *Store) DecideAccess(ctx context.Context, e crm.Entry, id int64, accept bool, role crm.Role) (request crm.AccessRequest, err error) {
	err = s.update(ctx, func(c conn) error {
		request, err = one(ctx, c, accessFields, accessSelect+` WHERE a.id = ? AND a.team_id = ?`+c.d.forRow, id, e.Person.Team)
		if err != nil {
			return absent(err, errNoRequest)
		}
		if request.State != crm.AccessOpen {
			return crm.Errorf(crm.Conflict, errDecided)
		}
		request.State = crm.AccessDeclined
		if accept {
			if err := c.admissible(ctx, request, e.Person.Org.ID); err != nil {
				return err
			}
			request.State = crm.AccessAccepted
			if err := c.admit(ctx, request, e.Person.Org.ID, role); err != nil {
				return err
			}
		}
		_, err := c.exec(ctx, `UPDATE access_request SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?`,
			request.State, e.Person.ID, millis(e.Now), id)
		if err != nil {
			return err
		}
		details := map[string]string{"answer": string(request.State), "role": string(role)}
		if err := c.audit(ctx, e, "access.decide", id, strconv.FormatInt(id, 10), details); err != nil {
			return err
		}
		return c.enqueue(ctx, e.Jobs)
	})
	return request, err
}

// admissible refuses somebody who has access meanwhile, or belongs to another organisation.
func (c conn) admissible(ctx context.Context, a crm.AccessRequest, orgID int64) error {
	p, err := one(ctx, c, personFields, personSelect+` WHERE p.team_id = ? AND p.user_id = ?`, a.Team, a.User)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	case p.Org.ID != orgID:
		return crm.Errorf(crm.Forbidden, errOtherOrg, p.Name)
	case p.Active:
		return crm.Errorf(crm.Conflict, errHasAccess, p.Name)
	}
	return nil
}

// admit makes the person, or lets one back in whose access had been closed.
func (c conn) admit(ctx context.Context, a crm.AccessRequest, orgID int64, role crm.Role) error {
	_, err := c.exec(ctx, `
		INSERT INTO person (team_id, user_id, name, title, org_id, role, lang, active) VALUES (?, ?, ?, '', ?, ?, '', 1)
		ON CONFLICT (team_id, user_id) DO UPDATE SET org_id = excluded.org_id, role = excluded.role, active = 1`,
		a.Team, a.User, a.Name, orgID, role)
	return err
}
