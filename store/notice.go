package store

import (
	"context"

	"samspil/internal/crm"
)

const noticeSelect = `
	SELECT n.id, n.company_id, n.kind, n.from_day, n.until_day, n.org_id, o.code, o.name_da, o.name_en, o.public
	FROM notice n JOIN org o ON o.id = n.org_id`

const noticesOfCompany = noticeSelect + ` WHERE n.company_id = ? ORDER BY n.from_day, n.id`

func noticeFields(n *crm.Notice) []any {
	return []any{&n.ID, &n.CompanyID, &n.Kind, &n.From, &n.Until, &n.Org.ID, &n.Org.Code, &n.Org.NameDA, &n.Org.NameEN, &n.Org.Public}
}

// AddNotice stores a warning about a company and gives it with its id and its organisation's names. A company
// or an organisation that does not exist is Invalid.
func (s *Store) AddNotice(ctx context.Context, n crm.Notice) (saved crm.Notice, err error) {
	err = s.update(ctx, func(c conn) error {
		var id int64
		err := c.row(ctx, []any{&id}, `
			INSERT INTO notice (company_id, kind, from_day, until_day, org_id) VALUES (?, ?, ?, ?, ?) RETURNING id`,
			n.CompanyID, n.Kind, n.From, n.Until, n.Org.ID)
		if err != nil {
			return err
		}
		saved, err = one(ctx, c, noticeFields, noticeSelect+` WHERE n.id = ?`, id)
		return err
	})
	return saved, err
}

// Notices gives every warning about the company, past and future ones too, in the order they begin.
func (s *Store) Notices(ctx context.Context, companyID int64) ([]crm.Notice, error) {
	all, err := list(ctx, s.single(), noticeFields, noticesOfCompany, companyID)
	return all, s.dialect.translate(err)
}
