package dossier

import (
	"context"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// GatherShared works out what everybody who reads a channel may see of a company; ok is false where one of them may not
// even know of it.
func GatherShared(ctx context.Context, rec Records, company crm.Company, viewers []crm.Org, today when.Date) (shared crm.Shared, ok bool, err error) {
	in := crm.ShareInput{Company: company, Viewers: viewers, Today: today}
	if in.Agreed, err = rec.Agreements(ctx); err != nil {
		return crm.Shared{}, false, err
	}
	if !company.KnownToAll(viewers, in.Agreed) {
		return crm.Shared{}, false, nil
	}
	if in.Contacts, err = sharedContacts(ctx, rec, in); err != nil {
		return crm.Shared{}, false, err
	}
	in.Notices, err = rec.Notices(ctx, company.ID)
	return crm.ShareWith(in), true, err
}

// sharedContacts gives the newest contacts that all may see, enough of them to show.
func sharedContacts(ctx context.Context, rec Records, in crm.ShareInput) (visible []crm.Contact, err error) {
	var after crm.Cursor
	for {
		page, err := rec.ContactsOfCompany(ctx, in.Company.ID, after, pageSize)
		if err != nil {
			return nil, err
		}
		for _, c := range page {
			if _, ok := crm.DiscloseToAll(c, in.Viewers, in.Agreed); ok && c.Counts() {
				visible = append(visible, c)
			}
		}
		if len(visible) >= enough || len(page) < pageSize {
			return visible, nil
		}
		after = crm.CursorAt(page[len(page)-1])
	}
}
