// Package dossier gathers what is on file about a company for one viewer, and says a contact in words, so that
// every feature shows the same facts in the same way.
package dossier

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// Records is where the rows come from. Contacts come newest first, deleted ones left out.
type Records interface {
	ContactsOfCompany(ctx context.Context, companyID int64, after crm.Cursor, limit int) ([]crm.Contact, error)
	Notices(ctx context.Context, companyID int64) ([]crm.Notice, error)
	FollowUpsOfCompany(ctx context.Context, companyID int64) ([]crm.FollowUp, error)
	Agreements(ctx context.Context) (crm.Agreements, error)
}

const (
	// pageSize is how many contacts are read at a time.
	pageSize = 100
	// maxPages bounds the reading where nearly everything is hidden from the viewer.
	maxPages = 10
)

// Gather works out the check of one company. It reads on until a page's worth of contacts may be shown, so that
// contacts hidden from the viewer do not crowd out the visible ones behind them.
func Gather(ctx context.Context, rec Records, company crm.Company, viewer crm.Org, now time.Time) (crm.Checked, error) {
	in := crm.CheckInput{Company: company, Viewer: viewer, Today: when.DateOf(now)}
	var err error
	if in.Agreed, err = rec.Agreements(ctx); err != nil {
		return crm.Checked{}, err
	}
	if in.Contacts, err = contacts(ctx, rec, in); err != nil {
		return crm.Checked{}, err
	}
	if in.Notices, err = rec.Notices(ctx, company.ID); err != nil {
		return crm.Checked{}, err
	}
	if in.FollowUps, err = rec.FollowUpsOfCompany(ctx, company.ID); err != nil {
		return crm.Checked{}, err
	}
	return crm.Check(in), nil
}

func contacts(ctx context.Context, rec Records, in crm.CheckInput) ([]crm.Contact, error) {
	var visible []crm.Contact
	var after crm.Cursor
	for range maxPages {
		page, err := rec.ContactsOfCompany(ctx, in.Company.ID, after, pageSize)
		if err != nil {
			return nil, err
		}
		for _, c := range page {
			if crm.TierOf(c, in.Viewer, in.Agreed) > crm.TierNothing {
				visible = append(visible, c)
			}
		}
		if len(page) < pageSize || len(visible) >= pageSize {
			return visible, nil
		}
		after = crm.CursorAt(page[len(page)-1])
	}
	return visible, nil
}
