package store

import (
	"context"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// seen is how much of each organisation's contacts the viewer may see where the writer decided nothing: crm.TierOf as a
// table. Its two arguments are the viewer's id.
const seen = `seen AS (
	SELECT o.id, CASE WHEN o.id = ? THEN 1 ELSE 0 END AS own,
		COALESCE(a.tier, CASE WHEN o.public = 1 AND v.public = 1 THEN 2 ELSE 0 END) AS tier
	FROM org v CROSS JOIN org o LEFT JOIN agreement a ON a.owner_id = o.id AND a.viewer_id = v.id
	WHERE v.id = ?)`

// factOf is the condition that the viewer may see the fact of contact c, whose organisation is s of seen. TakesPart is
// asked last: it reads another table.
const factOf = `(s.own = 1 OR s.tier >= 2 AND c.share IN ('default', 'fact', 'note') OR s.tier = 1 AND c.share IN ('fact', 'note')
	OR c.share NOT IN ('nothing', 'month') AND EXISTS (
		SELECT 1 FROM contact_participant t JOIN seen me ON me.id = t.org_id WHERE t.contact_id = c.id AND me.own = 1))`

// figures holds one question, with the arguments of its statements in the order of their text.
type figures struct {
	crm.FiguresQuery
	period crm.Period
	orgs   []crm.Org
}

// Figures gives the figures of each period, in their order, as the database is at one moment. See crm.Figures for what is
// counted.
func (s *Store) Figures(ctx context.Context, q crm.FiguresQuery) (all []crm.Figures, err error) {
	err = s.view(ctx, func(c conn) error {
		orgs, err := list(ctx, c, orgFields, `SELECT `+orgColumns+` FROM org o`)
		if err != nil {
			return err
		}
		all = make([]crm.Figures, len(q.Periods))
		for i, period := range q.Periods {
			f := figures{q, period, orgs}
			for _, fill := range []func(context.Context, conn, *crm.Figures) error{f.contacts, f.companies, f.purposes, f.overlaps, f.months, f.promised, f.proposals, f.heard, f.rate} {
				if err := fill(ctx, c, &all[i]); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return all, err
}

// shown is the table of what is counted: the completed contacts of the scope and period of which the viewer may see the
// fact, with the arguments of seen and of its own.
func (f figures) shown(columns string) (string, []any) {
	where, args := f.scope()
	text := `WITH ` + seen + `, shown AS (
		SELECT ` + columns + `
		FROM seen s CROSS JOIN contact c JOIN company co ON co.id = c.company_id
		WHERE c.org_id = s.id AND c.deleted_at IS NULL AND c.status = 'done' AND c.date >= ? AND c.date <= ? AND ` + factOf + where + `)`
	return text, append([]any{f.Viewer.ID, f.Viewer.ID, f.period.From, f.period.To}, args...)
}

// scope is the further conditions on c and its company co.
func (f figures) scope() (string, []any) {
	var where strings.Builder
	var args []any
	if n := len(f.Scope.Orgs); n > 0 {
		where.WriteString(` AND c.org_id IN (?` + strings.Repeat(`, ?`, n-1) + `)`)
		for _, o := range f.Scope.Orgs {
			args = append(args, o.ID)
		}
	}
	if n := len(f.Scope.Municipalities); n > 0 {
		where.WriteString(` AND co.municipality IN (?` + strings.Repeat(`, ?`, n-1) + `)`)
		for _, code := range f.Scope.Municipalities {
			args = append(args, code)
		}
	}
	if f.Scope.Purpose != "" {
		where.WriteString(` AND EXISTS (SELECT 1 FROM contact_purpose p WHERE p.contact_id = c.id AND p.purpose = ?)`)
		args = append(args, f.Scope.Purpose)
	}
	if f.Scope.Person.ID != 0 {
		where.WriteString(` AND c.person_id = ? AND s.own = 1`)
		args = append(args, f.Scope.Person.ID)
	}
	return where.String(), args
}

// known says that the viewer may know that t took part in contact c: as crm's withFor, but that a name in words counts in the
// viewer's own contacts only.
const known = `(COALESCE(t.org_id, 0) <> c.org_id AND (c.own = 1 OR EXISTS (
	SELECT 1 FROM seen w WHERE w.id = t.org_id AND (w.own = 1 OR w.tier >= 2))))`

// contacts counts contacts, visits and joint visits, by organisation, municipality and week.
func (f figures) contacts(ctx context.Context, c conn, out *crm.Figures) error {
	with, args := f.shown(`c.id, c.org_id, c.date, c.channel, co.municipality, s.own`)
	byOrg, byPlace, byWeek := map[int64]crm.Count{}, map[string]crm.Count{}, map[orgWeek]crm.Count{}
	err := c.each(ctx, func(r scanner) error {
		var org int64
		var own, contacts, visits, joint int
		var place string
		var day when.Date
		if err := r.Scan(&org, &own, &place, &day, &contacts, &visits, &joint); err != nil {
			return err
		}
		of := func(n int) crm.Count { return crm.Count{N: n, Own: n * own} }
		out.Contacts, out.Visits, out.JointVisits = out.Contacts.Add(of(contacts)), out.Visits.Add(of(visits)), out.JointVisits.Add(of(joint))
		week := orgWeek{org, day.AddDays(-(int(day.Weekday()) + 6) % 7)}
		byOrg[org], byPlace[place], byWeek[week] = byOrg[org].Add(of(contacts)), byPlace[place].Add(of(contacts)), byWeek[week].Add(of(contacts))
		return nil
	}, with+` SELECT c.org_id, c.own, c.municipality, c.date, count(*), sum(CASE WHEN c.channel = 'visit' THEN 1 ELSE 0 END),
			sum(CASE WHEN c.channel = 'visit' AND EXISTS (SELECT 1 FROM contact_participant t WHERE t.contact_id = c.id AND `+known+`) THEN 1 ELSE 0 END)
		FROM shown c GROUP BY c.org_id, c.own, c.municipality, c.date`, args...)
	out.ByOrg, out.ByWeek = f.named(byOrg), f.weeks(byWeek)
	for code, n := range byPlace {
		out.ByMunicipality = append(out.ByMunicipality, crm.Cell{Key: code, Now: n})
	}
	crm.SortCells(out.ByMunicipality)
	return err
}

// companies counts the different companies, and those that nobody in the scope had contacted before.
func (f figures) companies(ctx context.Context, c conn, out *crm.Figures) error {
	with, args := f.shown(`c.company_id, s.own`)
	where, more := f.scope()
	args = append(append(args, f.period.From), more...)
	return c.row(ctx, []any{&out.Companies.N, &out.Companies.Own, &out.FirstTime.N, &out.FirstTime.Own}, with+`,
		once AS (SELECT company_id, max(own) AS own FROM shown GROUP BY company_id),
		aged AS (SELECT g.own, CASE WHEN EXISTS (
				SELECT 1 FROM contact c JOIN seen s ON s.id = c.org_id JOIN company co ON co.id = c.company_id
				WHERE c.company_id = g.company_id AND c.deleted_at IS NULL AND c.date < ? AND c.status = 'done' AND `+factOf+where+`)
			THEN 0 ELSE 1 END AS fresh FROM once g)
		SELECT count(*), COALESCE(sum(own), 0), COALESCE(sum(fresh), 0), COALESCE(sum(own * fresh), 0) FROM aged`, args...)
}

// purposes counts by purpose.
func (f figures) purposes(ctx context.Context, c conn, out *crm.Figures) (err error) {
	with, args := f.shown(`c.id, s.own`)
	out.ByPurpose, err = list(ctx, c, func(cell *crm.Cell) []any { return []any{&cell.Key, &cell.Now.N, &cell.Now.Own} }, with+`
		SELECT p.purpose, count(*), sum(c.own) FROM shown c JOIN contact_purpose p ON p.contact_id = c.id GROUP BY p.purpose`, args...)
	crm.SortCells(out.ByPurpose)
	return err
}
