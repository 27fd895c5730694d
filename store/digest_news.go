package store

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// The statements of a digest, each with a place for which companies count. A test reads their query plans.
const (
	freshContacts = contactSelect + `
		WHERE c.deleted_at IS NULL AND (c.created_at, c.id) < (?, ?) AND c.created_at >= ? AND c.status IN ('done', 'planned')`
	freshOrder = ` ORDER BY c.created_at DESC, c.id DESC LIMIT ?`
	// The condition on asked_for is that of the index; a plan is asked about only when its day has passed.
	plansAhead = contactSelect + `
		WHERE c.deleted_at IS NULL AND c.status = 'planned' AND (c.asked_for IS NULL OR c.asked_for <> c.date)
			AND c.date BETWEEN ? AND ?`
	plansOrder   = ` ORDER BY c.date, c.start_clock, c.id LIMIT ?`
	freshProject = newProposalSelect + ` WHERE q.shared_at >= ? AND q.shared_at < ? AND q.deleted_at IS NULL AND q.stage <> 'draft' ORDER BY q.shared_at, q.id LIMIT ?`
)

// FreshContacts gives at most limit contacts of companies in the scope that were written from that moment on and before
// the cursor (moment and id), newest first: completed and planned ones of other organisations than those of the scope,
// or of one of these where another of them was in contact with the company.
func (s *Store) FreshContacts(ctx context.Context, scope crm.DigestScope, from time.Time, before time.Time, beforeID int64, limit int) (found []crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		where, args := scopeOf(scope, false)
		query := freshContacts + where + freshOrder
		found, err = c.contacts(ctx, limit, query, append(append([]any{millis(before), beforeID, millis(from)}, args...), limit)...)
		return err
	})
	return found, err
}

// PlansAhead gives at most limit planned contacts of those days, soonest first: of the organisations of the scope, and of
// others with companies in the scope.
func (s *Store) PlansAhead(ctx context.Context, scope crm.DigestScope, from, to when.Date, limit int) (found []crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		where, args := scopeOf(scope, true)
		found, err = c.contacts(ctx, limit, plansAhead+where+plansOrder, append(append([]any{from, to}, args...), limit)...)
		return err
	})
	return found, err
}

// scopeOf is the condition on which contacts count.
func scopeOf(scope crm.DigestScope, own bool) (where string, args []any) {
	orgs, ids := among(scope.Orgs)
	theirs := `EXISTS (SELECT 1 FROM contact m WHERE m.company_id = c.company_id AND m.deleted_at IS NULL AND m.date >= ? AND m.org_id <> c.org_id AND m.org_id IN ` + orgs + `)`
	args = append([]any{scope.Since}, ids...)
	if len(scope.Municipalities) > 0 {
		places, codes := among(scope.Municipalities)
		theirs = `co.municipality IN ` + places + ` AND c.org_id NOT IN ` + orgs
		args = append(codes, ids...)
	}
	if len(scope.Companies) > 0 {
		followed, companies := among(scope.Companies)
		theirs += ` OR c.company_id IN ` + followed + ` AND c.org_id NOT IN ` + orgs
		args = append(append(args, companies...), ids...)
	}
	if own {
		theirs += ` OR c.org_id IN ` + orgs
		args = append(args, ids...)
	}
	return ` AND (` + theirs + `)`, args
}

// The plus in ContactsOfOrgs keeps a database from reading all of a large organisation's.
const contactsOfOrgs = contactSelect + ` WHERE c.deleted_at IS NULL AND c.date >= ? AND c.company_id IN `

// ContactsOfOrgs gives the contacts since that day of those organisations with those companies.
func (s *Store) ContactsOfOrgs(ctx context.Context, orgs, companies []int64, since when.Date) (found []crm.Contact, err error) {
	if len(orgs) == 0 || len(companies) == 0 {
		return nil, nil
	}
	err = s.view(ctx, func(c conn) error {
		which, ids := among(companies)
		whose, more := among(orgs)
		found, err = c.contacts(ctx, 1<<20, contactsOfOrgs+which+` AND +c.org_id IN `+whose+` ORDER BY c.date DESC, c.id DESC`,
			append(append([]any{since}, ids...), more...)...)
		return err
	})
	return found, err
}

// CompaniesByIDs gives the companies with those ids, without sites and other names, in any order.
func (s *Store) CompaniesByIDs(ctx context.Context, ids []int64) ([]crm.Company, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	in, args := among(ids)
	all, err := list(ctx, s.single(), companyFields, companySelect+` WHERE co.id IN `+in, args...)
	return all, s.dialect.translate(err)
}

// PromiseCounts counts the open follow-ups of an organisation that are due by that day, and of those the ones due before.
func (s *Store) PromiseCounts(ctx context.Context, orgID int64, before, by when.Date) (due, overdue int, err error) {
	err = s.single().row(ctx, []any{&due, &overdue}, `
		SELECT count(*), COALESCE(sum(CASE WHEN due < ? THEN 1 ELSE 0 END), 0) FROM follow_up WHERE org_id = ? AND state = 'open' AND due <= ?`,
		before, orgID, by)
	return due, overdue, s.dialect.translate(err)
}
