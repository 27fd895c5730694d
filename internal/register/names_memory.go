package register

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"samspil/internal/crm"
)

// Companies is a NameSource in memory, by CVR number. It never changes.
type Companies []crm.Company

// ReadCompanies reads a file of companies as samspil register import does: CSV, or Virk's documents one a line, gzip
// or plain. Lines that name no company are passed over.
func ReadCompanies(ctx context.Context, name string) (Companies, error) {
	s, err := surveyFile(ctx, name, "")
	if err != nil {
		return nil, err
	}
	file, err := openFile(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	from, err := s.records(file)
	if err != nil {
		return nil, err
	}
	var list Companies
	for ctx.Err() == nil {
		r, err := from.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if r.why == nil {
			list = append(list, r.company)
		}
	}
	slices.SortStableFunc(list, func(a, b crm.Company) int { return strings.Compare(a.CVR, b.CVR) })
	return list, ctx.Err()
}

func (list Companies) at(cvr string) (int, bool) {
	return slices.BinarySearchFunc(list, cvr, func(c crm.Company, cvr string) int { return strings.Compare(c.CVR, cvr) })
}

// CompanyByCVR is as Source says.
func (list Companies) CompanyByCVR(_ context.Context, cvr string) (crm.Company, error) {
	if i, ok := list.at(cvr); ok {
		return list[i], nil
	}
	return crm.Company{}, crm.Errorf(crm.NotFound, errUnknown, cvr)
}

// CompanyByPNumber is as Source says.
func (list Companies) CompanyByPNumber(_ context.Context, number string) (crm.Company, error) {
	for _, c := range list {
		if slices.ContainsFunc(c.Sites, func(s crm.Site) bool { return s.PNumber == number }) {
			return c, nil
		}
	}
	return crm.Company{}, crm.Errorf(crm.NotFound, errUnknown, number)
}

// CompaniesByKey is as Source says. It looks at all companies.
func (list Companies) CompaniesByKey(_ context.Context, key string, limit int) ([]crm.Company, error) {
	return list.which(limit, func(c crm.Company) bool { return c.Key == key }), nil
}

// CompaniesByKeyPrefix is as Source says. It looks at all companies.
func (list Companies) CompaniesByKeyPrefix(_ context.Context, prefix string, limit int) ([]crm.Company, error) {
	return list.which(limit, func(c crm.Company) bool { return strings.HasPrefix(c.Key, prefix) }), nil
}

func (list Companies) which(limit int, is func(crm.Company) bool) (found []crm.Company) {
	for _, c := range list {
		if len(found) < limit && is(c) {
			found = append(found, c)
		}
	}
	return found
}

// EachCompany is as NameSource says.
func (list Companies) EachCompany(_ context.Context, fn func(crm.Company) error) error {
	for _, c := range list {
		if err := fn(c); err != nil {
			return err
		}
	}
	return nil
}

// RegisterState is as NameSource says.
func (list Companies) RegisterState(context.Context) (crm.RegisterState, error) {
	return crm.RegisterState{Companies: len(list)}, nil
}

// CompaniesChangedSince gives none.
func (list Companies) CompaniesChangedSince(_ context.Context, since time.Time, _ int) ([]crm.Company, time.Time, error) {
	return nil, since, nil
}

// CompaniesByCVRs is as NameSource says.
func (list Companies) CompaniesByCVRs(_ context.Context, cvrs []string) (found []crm.Company, err error) {
	for _, cvr := range cvrs {
		if i, ok := list.at(cvr); ok {
			found = append(found, list[i])
		}
	}
	return found, nil
}
