package store

import (
	"context"
	"slices"
	"time"

	"samspil/internal/crm"
)

// SaveCompanies makes or changes companies by CVR number, and their sites by P-number (a site may move to another
// company). Sites not given stay, and so do the name and place of one given by number only; other names not given (nil) stay, else they are replaced. A company that people wrote
// first is the register's from now on. A company that is already so is left alone, and does not count as changed. now is
// the moment the register was read.
func (s *Store) SaveCompanies(ctx context.Context, companies []crm.Company, now time.Time) error {
	return s.update(ctx, func(c conn) error {
		_, err := c.saveCompanies(ctx, companies, false, now)
		return err
	})
}

// saveCompanies writes what differs. partial is as in crm.RegisterImport. Of a company without a name only the sites are
// told; it must be known.
func (c conn) saveCompanies(ctx context.Context, given []crm.Company, partial bool, now time.Time) (counts crm.ImportCounts, err error) {
	stamp, err := c.nextChange(ctx, now)
	if err != nil {
		return counts, err
	}
	given = lastOfEach(given)
	known, err := c.companiesKnown(ctx, given)
	if err != nil {
		return counts, err
	}
	var write []crm.Company
	for _, co := range given {
		old, ok := known[co.CVR]
		switch {
		case co.Name == "" && !ok:
			continue
		case co.Name == "":
			sites := co.Sites
			co = old
			co.Sites, co.Also = sites, nil
		case ok && partial:
			co = co.Keeping(old)
		}
		switch {
		case !ok:
			counts.Added++
		case sameCompany(old, co):
			counts.Unchanged++
			continue
		default:
			counts.Changed++
		}
		write = append(write, co)
	}
	if len(write) == 0 {
		return counts, nil
	}
	if err := c.writeCompanies(ctx, write, stamp); err != nil {
		return counts, err
	}
	return counts, c.changedAt(ctx, stamp)
}

// lastOfEach leaves out what a later company of the same number says anew, but for the sites: a statement changes a row
// once.
func lastOfEach(given []crm.Company) []crm.Company {
	at := make(map[string]int, len(given))
	kept := make([]crm.Company, 0, len(given))
	for _, co := range given {
		if i, ok := at[co.CVR]; ok {
			if co.Name == "" {
				co, kept[i] = kept[i], co
			}
			co.Sites = append(slices.Clone(co.Sites), kept[i].Sites...)
			kept[i] = co
			continue
		}
		at[co.CVR] = len(kept)
		kept = append(kept, co)
	}
	return kept
}

// companiesKnown gives those of the companies that are stored, with other names and, where any are given, sites.
func (c conn) companiesKnown(ctx context.Context, given []crm.Company) (map[string]crm.Company, error) {
	cvrs := make([]string, len(given))
	sites := false
	for i, co := range given {
		cvrs[i] = co.CVR
		sites = sites || len(co.Sites) > 0
	}
	found, err := c.companiesByCVRs(ctx, cvrs)
	if err != nil {
		return nil, err
	}
	if sites {
		if err := c.addSites(ctx, found); err != nil {
			return nil, err
		}
	}
	known := make(map[string]crm.Company, len(found))
	for _, co := range found {
		known[co.CVR] = co
	}
	return known, nil
}

// addSites reads the sites of companies.
func (c conn) addSites(ctx context.Context, companies []crm.Company) error {
	for part := range inParts(companies) {
		at, ids := placesOf(part)
		in, args := padded(ids)
		all, err := list(ctx, c, siteFields, `SELECT id, company_id, p_number, name, place, municipality FROM site WHERE company_id IN `+in, args...)
		if err != nil {
			return err
		}
		for _, si := range all {
			co := &part[at[si.CompanyID]]
			co.Sites = append(co.Sites, si)
		}
	}
	return nil
}
