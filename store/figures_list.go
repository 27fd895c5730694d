package store

import (
	"cmp"
	"context"
	"slices"

	"samspil/internal/crm"
	"samspil/internal/when"
)

func loadFields(l *crm.CompanyLoad) []any {
	return []any{&l.Company.ID, &l.Company.CVR, &l.Company.Name, &l.Orgs, &l.Contacts.N, &l.Contacts.Own}
}

// MostContacted gives the companies of the scope that were contacted in the period by the most organisations, or most
// often where byContacts, with at least that many contacts.
func (s *Store) MostContacted(ctx context.Context, q crm.FiguresQuery, byContacts bool, atLeast, limit int) (all []crm.CompanyLoad, err error) {
	f := figures{FiguresQuery: q, period: q.Periods[0]}
	with, args := f.shown(`c.org_id, c.company_id, s.own`)
	order := `orgs DESC, contacts DESC`
	if byContacts {
		order = `contacts DESC, orgs DESC`
	}
	err = s.survey(ctx, func(c conn) (err error) {
		all, err = list(ctx, c, loadFields, with+`,
		load AS (SELECT company_id, count(DISTINCT org_id) AS orgs, count(*) AS contacts, sum(own) AS own FROM shown GROUP BY company_id)
		SELECT co.id, co.cvr, co.name, l.orgs, l.contacts, l.own FROM load l JOIN company co ON co.id = l.company_id
		WHERE l.contacts >= ? ORDER BY `+order+`, co.cvr LIMIT ?`, append(args, atLeast, limit)...)
		return err
	})
	return all, err
}

// Untouched gives how many active companies with employees the municipalities have, as far as the register says and the
// viewer may know, with how many of them no contact was made since that day of which the viewer may know, and at most
// limit of those, the largest first. Companies protected against advertising are counted and not listed.
func (s *Store) Untouched(ctx context.Context, q crm.FiguresQuery, since when.Date, limit int) (all, untouched int, found []crm.Company, err error) {
	f := figures{FiguresQuery: q}
	f.Scope = crm.Scope{Municipalities: q.Scope.Municipalities}
	where, places := f.scope("c")
	args := append([]any{q.Viewer.ID, q.Viewer.ID, since, q.Today}, places...)
	err = s.survey(ctx, func(c conn) (err error) {
		found = nil
		if f.may, err = disclosedTo(ctx, c, q.Viewer.ID); err != nil {
			return err
		}
		return c.each(ctx, func(r scanner) error {
			var k crm.Company
			var here, left int
			if err := r.Scan(&here, &left, &k.ID, &k.CVR, &k.Name, &k.Employees); err != nil {
				return err
			}
			if k.ID == 0 {
				all, untouched = here, left
			} else {
				found = append(found, k)
			}
			return nil
		}, `WITH `+seen+`, local AS MATERIALIZED (SELECT co.id, co.cvr, co.employees, co.ad_protected, CASE WHEN EXISTS (
				SELECT 1 FROM contact x WHERE x.company_id = co.id
					AND x.deleted_at IS NULL AND x.date >= ? AND x.date <= ? AND x.status = 'done' AND `+f.may.sees()+`)
			THEN 0 ELSE 1 END AS untouched
			FROM company co WHERE co.status = 'active' AND co.employees >= 1
				AND (co.added_by IS NULL OR EXISTS (SELECT 1 FROM seen k WHERE k.id = co.added_by AND (k.own = 1 OR k.tier >= 2)))`+where+`),
			largest AS (SELECT id FROM local WHERE untouched = 1 AND ad_protected = 0 ORDER BY employees DESC, cvr LIMIT ?)
			SELECT count(*), COALESCE(sum(untouched), 0), 0, '', '', 0 FROM local
			UNION ALL SELECT 0, 0, co.id, co.cvr, co.name, co.employees FROM largest l JOIN company co ON co.id = l.id`, append(args, limit)...)
	})
	slices.SortFunc(found, func(a, b crm.Company) int {
		return cmp.Or(cmp.Compare(b.Employees, a.Employees), cmp.Compare(a.CVR, b.CVR))
	})
	return all, untouched, found, err
}

// OverlapsMade gives at most limit contacts of the scope and period that were made although another organisation had
// been there, or together with it, newest first. The viewer may see the fact of each.
func (s *Store) OverlapsMade(ctx context.Context, q crm.FiguresQuery, limit int) (found []crm.Contact, err error) {
	f := figures{FiguresQuery: q, period: q.Periods[0]}
	err = s.survey(ctx, func(c conn) (err error) {
		if f.may, err = disclosedTo(ctx, c, q.Viewer.ID); err != nil {
			return err
		}
		with, args := f.flagged(c.d)
		var ids []int64
		err = c.each(ctx, func(r scanner) error {
			var id int64
			err := r.Scan(&id)
			ids = append(ids, id)
			return err
		}, with+` SELECT id FROM flagged WHERE met = 1 ORDER BY date DESC, id DESC LIMIT ?`, append(args, limit)...)
		if err != nil || len(ids) == 0 {
			return err
		}
		in, args := among(ids)
		found, err = c.contacts(ctx, limit, contactSelect+` WHERE c.id IN `+in+` ORDER BY c.date DESC, c.id DESC`, args...)
		return err
	})
	return found, err
}

// SaveDenominator sets how many companies with at least one employee a municipality has in a year.
func (s *Store) SaveDenominator(ctx context.Context, municipality string, d crm.Denominator) error {
	return s.update(ctx, func(c conn) error {
		_, err := c.exec(ctx, `
			INSERT INTO denominator (municipality, year, companies, source, as_of) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (municipality, year) DO UPDATE SET companies = excluded.companies, source = excluded.source, as_of = excluded.as_of`,
			municipality, d.Year, d.Companies, d.Source, d.AsOf)
		return err
	})
}
