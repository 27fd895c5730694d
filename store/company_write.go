package store

import (
	"context"
	"strings"

	"samspil/internal/crm"
)

// rowsAtOnce is how many rows a statement writes at most: far below the 32,766 parameters that SQLite takes, and more
// makes it no quicker.
const rowsAtOnce = 128

const (
	companyInsert = `
		INSERT INTO company (cvr, name, name_key, form, municipality, place, industry, employees, status, ended_on,
			successor_cvr, ad_protected, updated_at) VALUES `
	companyReplace = `
		ON CONFLICT (cvr) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, form = excluded.form,
			municipality = excluded.municipality, place = excluded.place, industry = excluded.industry,
			employees = excluded.employees, status = excluded.status, ended_on = excluded.ended_on,
			successor_cvr = excluded.successor_cvr, ad_protected = excluded.ad_protected,
			updated_at = excluded.updated_at, added_by = NULL`
	nameInsert = `INSERT INTO company_name (company_id, name, name_key, kind) VALUES `
)

// writeCompanies stores companies of different numbers as changed at stamp.
func (c conn) writeCompanies(ctx context.Context, companies []crm.Company, stamp int64) error {
	rows := make([][]any, len(companies))
	for i, co := range companies {
		rows[i] = []any{co.CVR, co.Name, co.Key, co.Form, co.Municipality, co.Place, co.Industry, co.Employees, co.Status, co.EndedOn,
			co.SuccessorCVR, co.AdProtected, stamp}
	}
	if err := c.insertRows(ctx, companyInsert, companyReplace, rows); err != nil {
		return err
	}
	return c.writeParts(ctx, companies)
}

// insertRows writes rows of equal length.
func (c conn) insertRows(ctx context.Context, head, tail string, rows [][]any) error {
	return statements(rows, func(values string, args []any) error {
		_, err := c.exec(ctx, head+values+tail, args...)
		return err
	})
}

// statements gives the values and arguments of the statements that write rows of equal length. The number of rows in a
// statement halves towards the end, so that a database has few different ones to prepare.
func statements(rows [][]any, run func(values string, args []any) error) error {
	for n := rowsAtOnce; len(rows) > 0; {
		for n > len(rows) {
			n /= 2
		}
		row := "(?" + strings.Repeat(",?", len(rows[0])-1) + ")"
		args := make([]any, 0, n*len(rows[0]))
		for _, r := range rows[:n] {
			args = append(args, r...)
		}
		if err := run(row+strings.Repeat(","+row, n-1), args); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// writeParts stores the other names and the sites of companies that have just been written.
func (c conn) writeParts(ctx context.Context, companies []crm.Company) error {
	parts := map[string]crm.Company{}
	var cvrs []string
	for _, co := range companies {
		if co.Also != nil || len(co.Sites) > 0 {
			parts[co.CVR] = co
			cvrs = append(cvrs, co.CVR)
		}
	}
	stored, err := c.companiesByCVRs(ctx, cvrs)
	if err != nil {
		return err
	}
	for _, row := range stored {
		co := parts[row.CVR]
		co.ID = row.ID
		if co.Also != nil {
			if err := c.writeNames(ctx, co, row.Also); err != nil {
				return err
			}
		}
		for _, si := range co.Sites {
			if err := c.writeSite(ctx, co.ID, si); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c conn) writeNames(ctx context.Context, co crm.Company, old []crm.CompanyName) error {
	if len(old) > 0 {
		if _, err := c.exec(ctx, `DELETE FROM company_name WHERE company_id = ?`, co.ID); err != nil {
			return err
		}
	}
	var rows [][]any
	for _, n := range distinct(co, co.Also) {
		rows = append(rows, []any{co.ID, n.Name, n.Key, n.Kind})
	}
	return c.insertRows(ctx, nameInsert, "", rows)
}

// writeSite stores a site; of one that is given as no more than a number, the name and place that are known stay.
func (c conn) writeSite(ctx context.Context, company int64, si crm.Site) error {
	change := `company_id = excluded.company_id`
	if said(si) {
		change += `, name = excluded.name, place = excluded.place, municipality = excluded.municipality`
	}
	_, err := c.exec(ctx, `INSERT INTO site (company_id, p_number, name, place, municipality) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (p_number) DO UPDATE SET `+change, company, si.PNumber, si.Name, si.Place, si.Municipality)
	return err
}

// said reports whether more than the number of a site is given.
func said(si crm.Site) bool { return si.Name != "" || si.Place != "" || si.Municipality != "" }
