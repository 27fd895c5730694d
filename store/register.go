package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"time"

	"samspil/internal/crm"
)

const (
	companiesNamed = `
		SELECT co.id, co.cvr, co.name, co.name_key, co.form, co.municipality, co.place, co.industry, co.employees,
			co.status, co.ended_on, co.successor_cvr, co.ad_protected, COALESCE(co.added_by, 0), COALESCE(adder.public, 0),
			COALESCE(n.name, ''), COALESCE(n.name_key, ''), COALESCE(n.kind, '')
		FROM company co LEFT JOIN org adder ON adder.id = co.added_by LEFT JOIN company_name n ON n.company_id = co.id`
	companiesChanged = companiesNamed + ` WHERE co.updated_at > ? AND co.updated_at <= ? ORDER BY co.updated_at, co.id, n.name`
	// lastOfPage is the moment of the last of a number of changes.
	lastOfPage = `SELECT updated_at FROM company WHERE updated_at > ? ORDER BY updated_at LIMIT 1 OFFSET ?`
)

// EachCompany calls fn for every company, by row number, with its other names and without sites, until fn fails. All are
// of one moment. The memory it takes does not grow with the register; on SQLite nobody waits for it, but the write-ahead
// log grows until it ends.
func (s *Store) EachCompany(ctx context.Context, fn func(crm.Company) error) error {
	return s.view(ctx, func(c conn) error {
		return c.eachCompany(ctx, fn, companiesNamed+` ORDER BY co.id, n.name`)
	})
}

// eachCompany puts the rows of one company together, which stand beside each other.
func (c conn) eachCompany(ctx context.Context, fn func(crm.Company) error, query string, args ...any) error {
	var co, row crm.Company
	var name crm.CompanyName
	into := append(companyFields(&row), &name.Name, &name.Key, &name.Kind)
	err := c.each(ctx, func(r scanner) error {
		if err := r.Scan(into...); err != nil {
			return err
		}
		if row.ID != co.ID {
			if co.ID != 0 {
				if err := fn(co); err != nil {
					return err
				}
			}
			co = row
		}
		if name.Name != "" {
			co.Also = append(co.Also, name)
		}
		return nil
	}, query, args...)
	if err != nil || co.ID == 0 {
		return err
	}
	return fn(co)
}

// CompaniesChangedSince gives companies that were made or changed after since, in the order of their changes, with other
// names and without sites, and the moment up to which these are all: ask from there for the next ones, until there are
// none. They are at most limit and those of the same transaction as the last, which have one moment.
func (s *Store) CompaniesChangedSince(ctx context.Context, since time.Time, limit int) (list []crm.Company, upTo time.Time, err error) {
	upTo = since
	err = s.view(ctx, func(c conn) error {
		state, err := c.registerState(ctx)
		if err != nil || !state.Changed.After(since) {
			return err
		}
		last := state.Changed
		err = c.row(ctx, []any{moment{&last}}, lastOfPage, since.UnixMilli(), max(limit, 1)-1)
		if err != nil && !errors.Is(err, sql.ErrNoRows) { // no row: the last page
			return err
		}
		err = c.eachCompany(ctx, func(co crm.Company) error {
			list = append(list, co)
			return nil
		}, companiesChanged, since.UnixMilli(), last.UnixMilli())
		upTo = last
		return err
	})
	return list, upTo, err
}

// CompaniesByCVRs gives those of the companies that are known, in any order, with other names and without sites.
func (s *Store) CompaniesByCVRs(ctx context.Context, cvrs []string) (list []crm.Company, err error) {
	err = s.view(ctx, func(c conn) error {
		list, err = c.companiesByCVRs(ctx, cvrs)
		return err
	})
	return list, err
}

func (c conn) companiesByCVRs(ctx context.Context, cvrs []string) (all []crm.Company, err error) {
	for part := range inParts(cvrs) {
		in, args := padded(part)
		err := c.eachCompany(ctx, func(co crm.Company) error {
			all = append(all, co)
			return nil
		}, companiesNamed+` WHERE co.cvr IN `+in+` ORDER BY co.id`, args...)
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// askAtOnce is how many rows one statement asks for by their keys.
const askAtOnce = 512

func inParts[T any](list []T) iter.Seq[[]T] { return slices.Chunk(list, askAtOnce) }

// padded is among for keys of any type.
func padded[T any](keys []T) (string, []any) {
	n := 1 << bits.Len(uint(len(keys)-1))
	args := make([]any, n)
	for i := range args {
		args[i] = keys[min(i, len(keys)-1)]
	}
	return "(?" + strings.Repeat(",?", n-1) + ")", args
}

// placesOf gives the ids of companies, and where in the list each stands.
func placesOf(companies []crm.Company) (at map[int64]int, ids []int64) {
	at = make(map[int64]int, len(companies))
	for i, co := range companies {
		at[co.ID] = i
		ids = append(ids, co.ID)
	}
	return at, ids
}
