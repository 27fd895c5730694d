// Package dossier gathers what is on file about a company for one viewer, and says a contact in words, so that
// every feature shows the same facts in the same way.
package dossier

import (
	"context"
	"slices"
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
	// pageSize is how many contacts are read at a time, and enough how many visible ones an answer is made from: it
	// shows a few of each kind, and every row costs some ten microseconds.
	pageSize = 32
	enough   = 16
)

// Gather works out what a check of one company shows. day is the one on which somebody thinks of contacting the
// company: today for a check, the day of the contact for a receipt.
func Gather(ctx context.Context, rec Records, company crm.Company, viewer crm.Org, now time.Time, day when.Date) (crm.Checked, error) {
	in := crm.CheckInput{Company: company, Viewer: viewer, Today: when.DateOf(now), Day: day}
	var err error
	if in.Agreed, err = rec.Agreements(ctx); err != nil {
		return crm.Checked{}, err
	}
	if in.Contacts, in.Older, err = contacts(ctx, rec, in); err != nil {
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

// contacts gives the visible contacts: enough of them to show, and as many more as it takes to know whether another
// organisation's is among those inside the window; older says that the viewer may see more. It reads past every
// contact that is hidden from the viewer, so that those neither crowd out the visible ones nor show through older.
func contacts(ctx context.Context, rec Records, in crm.CheckInput) (visible []crm.Contact, older bool, err error) {
	since := in.Day.AddDays(-in.Windows.Longest() - longestMonth)
	overlaps := false
	var after crm.Cursor
	for {
		page, err := rec.ContactsOfCompany(ctx, in.Company.ID, after, pageSize)
		if err != nil {
			return nil, false, err
		}
		visible = slices.Grow(visible, len(page))
		for _, c := range page {
			if crm.TierOf(c, in.Viewer, in.Agreed) == crm.TierNothing {
				continue
			}
			if len(visible) >= enough && (overlaps || c.Date.Before(since)) {
				return visible, true, nil
			}
			visible = append(visible, c)
			overlaps = overlaps || crm.Overlap(c, in.Viewer.ID, in.Day, in.Windows)
		}
		if len(page) < pageSize {
			return visible, false, nil
		}
		after = crm.CursorAt(page[len(page)-1])
	}
}

// longestMonth is how many days the day of a contact may lie from the month that is shown of it.
const longestMonth = 31
