package store

import (
	"context"

	"samspil/internal/crm"
)

const orgColumns = `o.id, o.code, o.name_da, o.name_en, o.type, o.region, o.valid_from, o.valid_to, o.public`

func orgFields(o *crm.Org) []any {
	return []any{&o.ID, &o.Code, &o.NameDA, &o.NameEN, &o.Type, &o.Region, &o.ValidFrom, &o.ValidTo, &o.Public}
}

// SaveOrgs makes or changes organisations by their code. The aliases and successors of each one given become
// exactly those given; organisations not given stay. A successor whose code nobody has is Invalid.
func (s *Store) SaveOrgs(ctx context.Context, orgs []crm.Org) error {
	return s.update(ctx, func(c conn) error {
		ids := make([]int64, len(orgs))
		for i, o := range orgs {
			id, err := c.saveOrg(ctx, o)
			if err != nil {
				return err
			}
			ids[i] = id
		}
		// Successors may be any of those above.
		for i, o := range orgs {
			if err := c.saveOrgWords(ctx, ids[i], o); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c conn) saveOrg(ctx context.Context, o crm.Org) (id int64, err error) {
	return id, c.row(ctx, []any{&id}, `
		INSERT INTO org (code, name_da, name_en, type, region, valid_from, valid_to, public)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (code) DO UPDATE SET name_da = excluded.name_da, name_en = excluded.name_en,
			type = excluded.type, region = excluded.region, valid_from = excluded.valid_from,
			valid_to = excluded.valid_to, public = excluded.public
		RETURNING id`,
		o.Code, o.NameDA, o.NameEN, o.Type, o.Region, o.ValidFrom, o.ValidTo, o.Public)
}

func (c conn) saveOrgWords(ctx context.Context, id int64, o crm.Org) error {
	if _, err := c.exec(ctx, `DELETE FROM org_alias WHERE org_id = ?`, id); err != nil {
		return err
	}
	for i, alias := range o.Aliases {
		if _, err := c.exec(ctx, `INSERT INTO org_alias (org_id, position, alias) VALUES (?, ?, ?)`, id, i, alias); err != nil {
			return err
		}
	}
	if _, err := c.exec(ctx, `DELETE FROM org_successor WHERE org_id = ?`, id); err != nil {
		return err
	}
	for i, code := range o.Successors {
		if _, err := c.exec(ctx, `INSERT INTO org_successor (org_id, position, successor_code) VALUES (?, ?, ?)`, id, i, code); err != nil {
			return err
		}
	}
	return nil
}

// Orgs gives every organisation, by code, past ones too.
func (s *Store) Orgs(ctx context.Context) (orgs []crm.Org, err error) {
	err = s.view(ctx, func(c conn) error {
		orgs, err = c.orgs(ctx, `SELECT `+orgColumns+` FROM org o ORDER BY o.code`)
		return err
	})
	return orgs, err
}

// OrgByCode gives the organisation with that code, or NotFound.
func (s *Store) OrgByCode(ctx context.Context, code string) (o crm.Org, err error) {
	err = s.view(ctx, func(c conn) error {
		orgs, err := c.orgs(ctx, `SELECT `+orgColumns+` FROM org o WHERE o.code = ?`, code)
		if err == nil && len(orgs) == 0 {
			return crm.Errorf(crm.NotFound, errNoOrg, code)
		}
		if err == nil {
			o = orgs[0]
		}
		return err
	})
	return o, err
}

// orgs gives the organisations of the query with their aliases and successors.
func (c conn) orgs(ctx context.Context, query string, args ...any) ([]crm.Org, error) {
	all, err := list(ctx, c, orgFields, query, args...)
	if err != nil || len(all) == 0 {
		return all, err
	}
	at := make(map[int64]*crm.Org, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	var id int64
	var word string
	err = c.each(ctx, func(r scanner) error {
		err := r.Scan(&id, &word)
		if o := at[id]; o != nil {
			o.Aliases = append(o.Aliases, word)
		}
		return err
	}, `SELECT org_id, alias FROM org_alias ORDER BY org_id, position`)
	if err != nil {
		return nil, err
	}
	return all, c.each(ctx, func(r scanner) error {
		err := r.Scan(&id, &word)
		if o := at[id]; o != nil {
			o.Successors = append(o.Successors, word)
		}
		return err
	}, `SELECT org_id, successor_code FROM org_successor ORDER BY org_id, position`)
}
