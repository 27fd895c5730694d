package digest

import (
	"context"
	"slices"

	"samspil/internal/crm"
)

// visible gives the contacts of which all viewers may know the fact, as they may see them. One of which only the month
// may be known is left out: that it stands in today's digest would tell the day.
func (l *look) visible(ctx context.Context, contacts []crm.Contact) ([]item, error) {
	var ids []int64
	for _, c := range contacts {
		if !slices.Contains(ids, c.Company.ID) {
			ids = append(ids, c.Company.ID)
		}
	}
	companies, err := l.companies(ctx, ids)
	if err != nil || len(companies) == 0 {
		return nil, err
	}
	own, err := l.ownContacts(ctx, ids)
	if err != nil {
		return nil, err
	}
	var seen []item
	for _, c := range contacts {
		company, known := companies[c.Company.ID]
		d, ok := crm.DiscloseToAll(c, l.viewers, l.agreed)
		if !known || !ok || d.Tier < crm.TierFact || !l.wanted(d) || !l.theirs(c, company, own[company.ID]) {
			continue
		}
		seen = append(seen, item{company, d, l.beside(c, own[company.ID])})
	}
	return seen, nil
}

// companies are those of which all viewers may know, by id.
func (l *look) companies(ctx context.Context, ids []int64) (map[int64]crm.Company, error) {
	list, err := l.rows.CompaniesByIDs(ctx, ids)
	known := map[int64]crm.Company{}
	for _, c := range list {
		if c.KnownToAll(l.viewers, l.agreed) {
			known[c.ID] = c
		}
	}
	return known, err
}

// ownContact is a contact of one of the digest's organisations with what all may see of it.
type ownContact struct {
	crm.Contact
	seen crm.Disclosed
}

// ownContacts are the contacts of the digest's own organisations of which all viewers may know the fact, by company. Only
// these may decide what is told: that a company counts as theirs tells of a contact with it.
func (l *look) ownContacts(ctx context.Context, companies []int64) (map[int64][]ownContact, error) {
	list, err := l.rows.ContactsOfOrgs(ctx, l.scope.Orgs, companies, l.scope.Since)
	own := map[int64][]ownContact{}
	for _, c := range list {
		if d, ok := crm.DiscloseToAll(c, l.viewers, l.agreed); ok && d.Tier >= crm.TierFact && c.Counts() {
			own[c.Company.ID] = append(own[c.Company.ID], ownContact{c, d})
		}
	}
	return own, err
}

// wanted reports whether the channel asked for that purpose.
func (l *look) wanted(d crm.Disclosed) bool {
	return len(l.digest.Filter.Purposes) == 0 ||
		slices.ContainsFunc(d.Purposes, func(p crm.Purpose) bool { return slices.Contains(l.digest.Filter.Purposes, string(p)) })
}

// theirs reports whether the contact is one for this channel.
func (l *look) theirs(c crm.Contact, company crm.Company, own []ownContact) bool {
	switch {
	case slices.Contains(l.scope.Orgs, c.Org.ID) && c.Status == crm.Planned, slices.Contains(l.scope.Companies, company.ID):
		return true
	case len(l.scope.Municipalities) > 0:
		return slices.Contains(l.scope.Municipalities, company.Municipality)
	}
	return slices.ContainsFunc(own, func(o ownContact) bool { return o.Org.ID != c.Org.ID })
}

// beside is the own contact that c overlaps; nil for none.
func (l *look) beside(c crm.Contact, own []ownContact) *crm.Disclosed {
	for _, o := range own {
		if crm.Overlap(c, o.Org.ID, o.Date, crm.Windows{}) {
			return &o.seen
		}
	}
	return nil
}
