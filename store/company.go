package store

import (
	"context"
	"strconv"

	"samspil/internal/crm"
)

const companySelect = `
	SELECT co.id, co.cvr, co.name, co.name_key, co.form, co.municipality, co.place, co.industry, co.employees,
		co.status, co.ended_on, co.successor_cvr, co.ad_protected, COALESCE(co.added_by, 0), COALESCE(adder.public, 0)
	FROM company co LEFT JOIN org adder ON adder.id = co.added_by`

// The statements that a check waits for. A test reads their query plans. The names are searched as a range, because
// LIKE uses the index on neither database without settings of its own.
const (
	companyByCVR      = companySelect + ` WHERE co.cvr = ?`
	companyByPNumber  = companySelect + ` WHERE co.id = (SELECT company_id FROM site WHERE p_number = ?)`
	companiesByPrefix = companySelect + ` WHERE co.name_key >= ? AND co.name_key < ? ORDER BY co.name_key, co.cvr LIMIT ?`
	sitesOfCompany    = `
		SELECT id, company_id, p_number, name, place, municipality FROM site WHERE company_id = ? ORDER BY p_number`
	namesOfCompany = `SELECT name, name_key, kind FROM company_name WHERE company_id = ? ORDER BY name`
)

func companyFields(co *crm.Company) []any {
	return []any{&co.ID, &co.CVR, &co.Name, &co.Key, &co.Form, &co.Municipality, &co.Place, &co.Industry, &co.Employees,
		&co.Status, &co.EndedOn, &co.SuccessorCVR, &co.AdProtected, &co.AddedBy.ID, &co.AddedBy.Public}
}

func nameFields(n *crm.CompanyName) []any { return []any{&n.Name, &n.Key, &n.Kind} }

func siteFields(si *crm.Site) []any {
	return []any{&si.ID, &si.CompanyID, &si.PNumber, &si.Name, &si.Place, &si.Municipality}
}

// AddCompany stores a company that the register does not have yet, as written by the person of the entry, and gives
// the row as it stands. One that exists already stays as it is; when another organisation wrote it, two know of it,
// and AddedBy becomes empty.
func (s *Store) AddCompany(ctx context.Context, e crm.Entry, co crm.Company) (added crm.Company, err error) {
	err = s.update(ctx, func(c conn) error {
		stamp, err := c.nextChange(ctx, e.Now)
		if err != nil {
			return err
		}
		rows, err := c.exec(ctx, `
			INSERT INTO company (cvr, name, name_key, form, municipality, place, industry, employees, status, ended_on,
				successor_cvr, ad_protected, updated_at, added_by)
			VALUES (?, ?, ?, ?, '', '', '', -1, ?, NULL, '', 0, ?, ?)
			ON CONFLICT (cvr) DO UPDATE SET added_by = NULL, updated_at = excluded.updated_at
			WHERE company.added_by IS NOT NULL AND company.added_by <> excluded.added_by`,
			co.CVR, co.Name, co.Key, co.Form, crm.CompanyActive, stamp, e.Person.Org.ID)
		if err == nil && rows > 0 {
			err = c.changedAt(ctx, stamp)
		}
		if err != nil {
			return err
		}
		if added, err = one(ctx, c, companyFields, companyByCVR, co.CVR); err != nil {
			return err
		}
		if err := c.fillCompany(ctx, &added); err != nil {
			return err
		}
		if err := c.audit(ctx, e, "company.add", added.ID, added.CVR, nil); err != nil {
			return err
		}
		return c.enqueue(ctx, e.Jobs)
	})
	return added, err
}

// CompanyByCVR gives the company with that CVR number, its sites filled by P-number and its other names, or NotFound.
func (s *Store) CompanyByCVR(ctx context.Context, cvr string) (crm.Company, error) {
	return s.company(ctx, cvr, companyByCVR, cvr)
}

// CompanyByPNumber gives the company that has the site with that P-number, all its sites filled and its other names, or NotFound.
func (s *Store) CompanyByPNumber(ctx context.Context, pNumber string) (crm.Company, error) {
	return s.company(ctx, pNumber, companyByPNumber, pNumber)
}

// CompanyByID gives the company with that id, its sites filled by P-number and its other names, or NotFound.
func (s *Store) CompanyByID(ctx context.Context, id int64) (crm.Company, error) {
	return s.company(ctx, strconv.FormatInt(id, 10), companySelect+` WHERE co.id = ?`, id)
}

func (s *Store) company(ctx context.Context, asked, query string, arg any) (co crm.Company, err error) {
	err = s.view(ctx, func(c conn) error {
		if co, err = one(ctx, c, companyFields, query, arg); err != nil {
			return absent(err, errNoCompany, asked)
		}
		return c.fillCompany(ctx, &co)
	})
	return co, err
}

// fillCompany reads what a company has more than one of.
func (c conn) fillCompany(ctx context.Context, co *crm.Company) (err error) {
	if co.Sites, err = list(ctx, c, siteFields, sitesOfCompany, co.ID); err != nil {
		return err
	}
	co.Also, err = list(ctx, c, nameFields, namesOfCompany, co.ID)
	return err
}

// CompaniesByKey gives the companies whose folded name is key, by CVR number, without sites; none is no error.
func (s *Store) CompaniesByKey(ctx context.Context, key string, limit int) ([]crm.Company, error) {
	all, err := list(ctx, s.single(), companyFields, companySelect+` WHERE co.name_key = ? ORDER BY co.cvr LIMIT ?`, key, limit)
	return all, s.dialect.translate(err)
}

// lastRune is greater than any character a folded name holds.
const lastRune = "\U0010FFFF"

// CompaniesByKeyPrefix gives the companies whose folded name begins with prefix, by that name and then by CVR
// number, without sites; none is no error.
func (s *Store) CompaniesByKeyPrefix(ctx context.Context, prefix string, limit int) ([]crm.Company, error) {
	all, err := list(ctx, s.single(), companyFields, companiesByPrefix, prefix, prefix+lastRune, limit)
	return all, s.dialect.translate(err)
}
