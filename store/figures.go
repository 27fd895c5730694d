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
	may    disclosed
}

// Figures gives the figures of each period, in their order, as the database is at one moment. See crm.Figures for what is
// counted.
func (s *Store) Figures(ctx context.Context, q crm.FiguresQuery) (all []crm.Figures, err error) {
	err = s.survey(ctx, func(c conn) error {
		orgs, err := list(ctx, c, orgFields, `SELECT `+orgColumns+` FROM org o`)
		if err != nil {
			return err
		}
		may, err := disclosedTo(ctx, c, q.Viewer.ID)
		if err != nil {
			return err
		}
		all = make([]crm.Figures, len(q.Periods))
		return s.alike(ctx, c, len(q.Periods), func(i int, c conn) error {
			return figures{q, q.Periods[i], orgs, may}.fill(ctx, c, &all[i])
		})
	})
	return all, err
}

func (f figures) fill(ctx context.Context, c conn, out *crm.Figures) error {
	for _, part := range []func(context.Context, conn, *crm.Figures) error{f.contacts, f.months, f.promised, f.proposals, f.heard, f.rate} {
		if err := part(ctx, c, out); err != nil {
			return err
		}
	}
	return nil
}

// shown is the table of what is counted: the completed contacts of the scope and period of which the viewer may see the
// fact, with the arguments of seen and of its own.
func (f figures) shown(columns string) (string, []any) {
	where, args := f.scope("c")
	text := `WITH ` + seen + `, shown AS (
		SELECT ` + columns + `
		FROM seen s CROSS JOIN contact c JOIN company co ON co.id = c.company_id
		WHERE c.org_id = s.id AND c.deleted_at IS NULL AND c.status = 'done' AND c.date >= ? AND c.date <= ? AND ` + factOf + where + `)`
	return text, append([]any{f.Viewer.ID, f.Viewer.ID, f.period.From, f.period.To}, args...)
}

// scope is the further conditions on contact c, by whatever name, and its company co.
func (f figures) scope(c string) (string, []any) {
	var where strings.Builder
	var args []any
	if n := len(f.Scope.Orgs); n > 0 {
		where.WriteString(` AND ` + c + `.org_id IN (?` + strings.Repeat(`, ?`, n-1) + `)`)
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
		where.WriteString(` AND EXISTS (SELECT 1 FROM contact_purpose p WHERE p.contact_id = ` + c + `.id AND p.purpose = ?)`)
		args = append(args, f.Scope.Purpose)
	}
	if f.Scope.Person.ID != 0 {
		where.WriteString(` AND ` + c + `.person_id = ? AND ` + c + `.org_id = ?`)
		args = append(args, f.Scope.Person.ID, f.Viewer.ID)
	}
	return where.String(), args
}

// tally is one line of counts: of the contacts of an organisation on a day, of those in a municipality or with a purpose, or
// of the companies.
type tally struct {
	of, key string // of is "contacts", "place" with a municipality as key, "purpose" with that, or "companies"
	org     int64
	own     int
	day     when.Date
	n       [6]int
}

// contacts counts contacts, visits, joint visits, and overlaps with what was done about them; contacts also by organisation,
// municipality, week and purpose; and the different companies, with those that nobody in the scope had contacted before.
// It is one statement, as finding what may be seen costs more than counting it.
func (f figures) contacts(ctx context.Context, c conn, out *crm.Figures) error {
	with, args := f.flagged(c.d)
	where, more := f.scope("x")
	args = append(append(args, f.period.From), more...)
	byOrg, byWeek := map[int64]crm.Count{}, map[orgWeek]crm.Count{}
	err := c.each(ctx, func(r scanner) error {
		var t tally
		n := &t.n
		if err := r.Scan(&t.of, &t.key, &t.org, &t.own, &t.day, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5]); err != nil {
			return err
		}
		switch t.of {
		case "place":
			out.ByMunicipality = append(out.ByMunicipality, crm.Cell{Key: t.key, Now: crm.Count{N: n[0], Own: n[1]}})
			return nil
		case "purpose":
			out.ByPurpose = append(out.ByPurpose, crm.Cell{Key: t.key, Now: crm.Count{N: n[0], Own: n[1]}})
			return nil
		case "companies":
			out.Companies, out.FirstTime = crm.Count{N: n[0], Own: n[1]}, crm.Count{N: n[2], Own: n[3]}
			return nil
		}
		for i, to := range []*crm.Count{&out.Contacts, &out.Visits, &out.JointVisits, &out.Overlaps, &out.Joined} {
			*to = to.Add(crm.Count{N: n[i], Own: n[i] * t.own})
		}
		out.Reasoned += n[5]
		made, week := crm.Count{N: n[0], Own: n[0] * t.own}, orgWeek{t.org, t.day.AddDays(-(int(t.day.Weekday()) + 6) % 7)}
		byOrg[t.org], byWeek[week] = byOrg[t.org].Add(made), byWeek[week].Add(made)
		return nil
	}, with+`, once AS (SELECT company_id, max(own) AS own FROM flagged GROUP BY company_id),
		aged AS MATERIALIZED (SELECT g.own, CASE WHEN EXISTS (
				SELECT 1 FROM contact x JOIN company co ON co.id = x.company_id
				WHERE x.company_id = g.company_id AND x.deleted_at IS NULL AND x.date < ? AND x.status = 'done' AND `+f.may.sees()+where+`)
			THEN 0 ELSE 1 END AS fresh FROM once g)
		SELECT 'contacts', '', c.org_id, c.own, c.date, count(*), sum(CASE WHEN c.channel = 'visit' THEN 1 ELSE 0 END),
			sum(CASE WHEN c.channel = 'visit' AND EXISTS (SELECT 1 FROM contact_participant t WHERE t.contact_id = c.id AND `+f.may.knows()+`) THEN 1 ELSE 0 END),
			sum(c.met), sum(c.joined), sum(CASE WHEN c.own = 1 AND c.met = 1 AND c.joined = 0
				AND EXISTS (SELECT 1 FROM contact k WHERE k.id = c.id AND k.overlap_why <> '') THEN 1 ELSE 0 END)
		FROM flagged c GROUP BY c.org_id, c.own, c.date
		UNION ALL SELECT 'place', c.municipality, 0, 0, NULL, count(*), sum(c.own), 0, 0, 0, 0 FROM flagged c GROUP BY c.municipality
		UNION ALL SELECT 'purpose', p.purpose, 0, 0, NULL, count(*), sum(c.own), 0, 0, 0, 0
		FROM flagged c JOIN contact_purpose p ON p.contact_id = c.id GROUP BY p.purpose
		UNION ALL SELECT 'companies', '', 0, 0, NULL, count(*), COALESCE(sum(own), 0), COALESCE(sum(fresh), 0), COALESCE(sum(own * fresh), 0), 0, 0
		FROM aged`, args...)
	out.ByOrg, out.ByWeek = f.named(byOrg), f.weeks(byWeek)
	crm.SortCells(out.ByMunicipality)
	crm.SortCells(out.ByPurpose)
	return err
}
