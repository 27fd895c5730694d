package store

import (
	"context"

	"samspil/internal/crm"
)

const promiseSelect = `
	SELECT f.id, COALESCE(f.contact_id, 0), f.company_id, f.org_id, f.owner_id, f.due, f.due_text, f.text, f.state,
		f.created_at, f.closed_at, f.version, f.reminded, co.id, co.cvr, co.name,
		p.id, p.team_id, p.user_id, p.name, p.title, p.lang, p.active, p.org_id, COALESCE(b.name, '')
	FROM follow_up f JOIN company co ON co.id = f.company_id JOIN person p ON p.id = f.owner_id
		LEFT JOIN person b ON b.id = f.closed_by`

const (
	// The plus keeps the databases from reading all of a large organisation's by its index, instead of one person's.
	promisesOfPerson = promiseSelect + `
		WHERE f.owner_id = ? AND +f.org_id = ? AND f.state = 'open' ORDER BY f.due, f.id LIMIT ?`
	promisesOfOrg = promiseSelect + ` WHERE f.org_id = ? AND f.state = 'open' ORDER BY f.due, f.id LIMIT ?`
)

func promiseFields(p *crm.Promise) []any {
	return append(followUpFields(&p.FollowUp), &p.Version, &p.Reminded, &p.Company.ID, &p.Company.CVR, &p.Company.Name,
		&p.Owner.ID, &p.Owner.Team, &p.Owner.User, &p.Owner.Name, &p.Owner.Title, &p.Owner.Lang, &p.Owner.Active, &p.Owner.Org.ID, &p.ClosedBy)
}

// PromisesOfPerson gives the open follow-ups that a person owns for their organisation, by due date, at most limit.
func (s *Store) PromisesOfPerson(ctx context.Context, p crm.Person, limit int) ([]crm.Promise, error) {
	all, err := list(ctx, s.single(), promiseFields, promisesOfPerson, p.ID, p.Org.ID, limit)
	return all, s.dialect.translate(err)
}

// PromisesOfOrg gives the open follow-ups of an organisation, by due date, at most limit.
func (s *Store) PromisesOfOrg(ctx context.Context, orgID int64, limit int) ([]crm.Promise, error) {
	all, err := list(ctx, s.single(), promiseFields, promisesOfOrg, orgID, limit)
	return all, s.dialect.translate(err)
}

// Promises gives the follow-ups with those ids, closed ones too, in the order of ids; those that do not exist are left
// out.
func (s *Store) Promises(ctx context.Context, ids []int64) (found []crm.Promise, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	in, args := among(ids)
	all, err := list(ctx, s.single(), promiseFields, promiseSelect+` WHERE f.id IN `+in, args...)
	return inOrder(all, ids), s.dialect.translate(err)
}

func inOrder(all []crm.Promise, ids []int64) []crm.Promise {
	byID := map[int64]crm.Promise{}
	for _, p := range all {
		byID[p.ID] = p
	}
	var ordered []crm.Promise
	for _, id := range ids {
		if p, ok := byID[id]; ok {
			ordered = append(ordered, p)
		}
	}
	return ordered
}

// promises reads them in this transaction, in the order of ids.
func (c conn) promises(ctx context.Context, ids []int64) ([]crm.Promise, error) {
	in, args := among(ids)
	all, err := list(ctx, c, promiseFields, promiseSelect+` WHERE f.id IN `+in, args...)
	return inOrder(all, ids), err
}
