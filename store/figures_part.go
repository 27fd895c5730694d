package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// orgWeek is an organisation's id and the Monday of a week.
type orgWeek struct {
	org    int64
	monday when.Date
}

// org is the organisation with that id.
func (f figures) org(id int64) crm.Org {
	i := slices.IndexFunc(f.orgs, func(o crm.Org) bool { return o.ID == id })
	return f.orgs[i]
}

func (f figures) named(byOrg map[int64]crm.Count) []crm.Cell {
	var cells []crm.Cell
	for id, n := range byOrg {
		o := f.org(id)
		cells = append(cells, crm.Cell{Key: o.Code, Name: o, Now: n})
	}
	crm.SortCells(cells)
	return cells
}

func (f figures) weeks(byWeek map[orgWeek]crm.Count) []crm.WeekCell {
	var cells []crm.WeekCell
	for k, n := range byWeek {
		cells = append(cells, crm.WeekCell{Monday: k.monday, Org: f.org(k.org).Code, Count: n})
	}
	slices.SortFunc(cells, func(a, b crm.WeekCell) int {
		return cmp.Or(a.Monday.Sub(b.Monday), cmp.Compare(a.Org, b.Org))
	})
	return cells
}

// before is another organisation's contact x within the window before c, or earlier on its day, of which the viewer may
// see the fact and in which c's organisation took no part.
func (f figures) before() string {
	return `x.company_id = c.company_id AND x.org_id <> c.org_id AND x.deleted_at IS NULL AND x.status = 'done'
		AND x.date >= c.since AND (x.date, x.id) < (c.date, c.id) AND ` + f.may.sees() + `
		AND NOT EXISTS (SELECT 1 FROM contact_participant y WHERE y.contact_id = x.id AND y.org_id = c.org_id)`
}

// flagged is shown with whether each contact met another organisation's just before, and whether it was then made together
// with that organisation (joined; of those that met only). Contact x is found by its company: an organisation has far too
// many.
func (f figures) flagged(d *dialect) (string, []any) {
	with, args := f.shown(`c.id, c.org_id, c.company_id, c.date, c.channel, co.municipality, s.own, ` + fmt.Sprintf(d.earlier, "c.date") + ` AS since`)
	with += `, flagged AS MATERIALIZED (
		SELECT c.id, c.org_id, c.own, c.company_id, c.municipality, c.date, c.channel,
			CASE WHEN EXISTS (SELECT 1 FROM contact x WHERE ` + f.before() + `) THEN 1 ELSE 0 END AS met,
			CASE WHEN EXISTS (SELECT 1 FROM contact_participant t CROSS JOIN contact x
				WHERE t.contact_id = c.id AND +x.org_id = t.org_id AND ` + f.may.knows() + ` AND ` + f.before() + `) THEN 1 ELSE 0 END AS joined
		FROM shown c)`
	return with, slices.Insert(args, 2, any(f.Window)) // behind those of seen
}

// months counts the contacts of which the viewer may know the month only, where the period consists of whole months and
// nothing asks for more than where the company is. Planned ones count: at that tier nobody knows what has been.
func (f figures) months(ctx context.Context, c conn, out *crm.Figures) error {
	s := f.Scope
	if f.period.Months() == 0 || len(s.Orgs) > 0 || s.Purpose != "" || s.Person.ID != 0 || f.period.From.After(f.Today) {
		return nil
	}
	where, args := f.scope("c")
	last := crm.LastOfMonth(f.Today)
	if f.period.To.Before(last) {
		last = f.period.To
	}
	args = append([]any{f.Viewer.ID, f.Viewer.ID, f.period.From, last}, args...)
	return c.row(ctx, []any{&out.MonthOnly}, `WITH `+seen+`
		SELECT count(*) FROM seen s CROSS JOIN contact c JOIN company co ON co.id = c.company_id
		WHERE c.org_id = s.id AND c.deleted_at IS NULL AND c.status IN ('done', 'planned') AND c.date >= ? AND c.date <= ?
			AND s.own = 0 AND (s.tier = 1 AND c.share IN ('default', 'month') OR s.tier >= 2 AND c.share = 'month')
			AND NOT `+factOf+where, args...)
}

// promised counts the follow-ups of the viewer's own organisation, or of one person there.
func (f figures) promised(ctx context.Context, c conn, out *crm.Figures) error {
	s := f.Scope
	own := s.OwnOf(f.Viewer.ID) && len(s.Municipalities) == 0 && s.Purpose == ""
	if !own {
		return nil
	}
	late := f.Today.AddDays(-1) // the last due day whose workday is over
	for !when.NextWorkday(late).Before(f.Today) {
		late = late.AddDays(-1)
	}
	n := new(crm.FollowUpFigures)
	out.FollowUps = n
	err := c.row(ctx, []any{&n.Open, &n.Overdue}, `
		SELECT count(*), COALESCE(sum(CASE WHEN due <= ? THEN 1 ELSE 0 END), 0) FROM follow_up
		WHERE org_id = ? AND state = 'open' AND (? = 0 OR owner_id = ?)`, late, f.Viewer.ID, s.Person.ID, s.Person.ID)
	if err != nil {
		return err
	}
	return c.each(ctx, func(r scanner) error {
		var due when.Date
		var closed time.Time
		err := r.Scan(&due, moment{&closed})
		n.Closed++
		if !when.DateOf(closed).After(when.NextWorkday(due)) {
			n.OnTime++
		}
		return err
	}, `SELECT due, closed_at FROM follow_up WHERE org_id = ? AND state = 'done' AND closed_at >= ? AND closed_at < ? AND (? = 0 OR owner_id = ?)`,
		f.Viewer.ID, millis(f.period.From.At(0, 0)), millis(f.period.To.AddDays(1).At(0, 0)), s.Person.ID, s.Person.ID)
}

// rate finds what the contact rate is counted against: only where every municipality of the scope has it for the year in
// which the period ends.
func (f figures) rate(ctx context.Context, c conn, out *crm.Figures) error {
	codes := f.Scope.Municipalities
	if len(codes) == 0 {
		return nil
	}
	where, args := ` FROM denominator WHERE year = ? AND municipality IN (?`+strings.Repeat(`, ?`, len(codes)-1)+`)`, []any{f.period.To.Year}
	for _, code := range codes {
		args = append(args, code)
	}
	var have int
	var d crm.Denominator
	err := c.row(ctx, []any{&have, &d.Companies, &d.AsOf, &d.Sources, &d.Source}, `
		SELECT count(*), sum(companies), min(as_of), count(DISTINCT source), (SELECT source`+where+` ORDER BY as_of, municipality LIMIT 1)`+where+`
		HAVING count(*) > 0`, append(args, args...)...)
	if errors.Is(err, sql.ErrNoRows) || err == nil && have < len(codes) {
		return nil
	}
	d.Year = f.period.To.Year
	out.Denominator = &d
	return err
}
