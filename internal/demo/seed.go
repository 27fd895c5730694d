package demo

import (
	"context"
	"fmt"
	"time"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/when"
)

// Store is what Seed needs of the program's store.
type Store interface {
	SaveOrgs(ctx context.Context, list []crm.Org) error
	// SavePerson finds the organisation by its code and gives the row as it stands, with both IDs.
	SavePerson(ctx context.Context, p crm.Person) (crm.Person, error)
	SaveCompanies(ctx context.Context, list []crm.Company, now time.Time) error
	CompanyByCVR(ctx context.Context, cvr string) (crm.Company, error)
	AddNotice(ctx context.Context, n crm.Notice) (crm.Notice, error)
	LogContact(ctx context.Context, e crm.Entry, c crm.Contact, followUps []crm.FollowUp) (crm.Contact, error)
}

// requestID stands in the audit trail for everything Seed logs.
const requestID = "demo"

// NoticeRecord is a standing warning of the demo; By is the Slack user id of who was told.
type NoticeRecord struct {
	CVR    string
	By     string
	Notice crm.Notice
}

// Notices is the demo's standing warnings: one company asks to be left alone for some weeks, one is in conflict.
func Notices(now time.Time) []NoticeRecord {
	d := days{when.DateOf(now)}
	return []NoticeRecord{
		{sakskoebing, anna, crm.Notice{Kind: crm.NoticeNotBefore, From: d.back(31), Until: d.ahead(35)}},
		{guldborgAuto, mette, crm.Notice{Kind: crm.NoticeConflict, From: d.back(10)}},
	}
}

// Seed fills an empty store with every organisation and the demo. Doing it twice stores the contacts and notices
// twice: the caller asks first whether the store is empty.
func Seed(ctx context.Context, st Store, now time.Time) error {
	if err := st.SaveOrgs(ctx, append(directory.Orgs(), Orgs()...)); err != nil {
		return fmt.Errorf("demo organisations: %w", err)
	}
	people := map[string]crm.Person{}
	for _, p := range People() {
		saved, err := st.SavePerson(ctx, p)
		if err != nil {
			return fmt.Errorf("demo person %s: %w", p.User, err)
		}
		people[p.User] = saved
	}
	if err := st.SaveCompanies(ctx, Companies(), now); err != nil {
		return fmt.Errorf("demo companies: %w", err)
	}
	companies := map[string]crm.Company{}
	for _, c := range Companies() {
		saved, err := st.CompanyByCVR(ctx, c.CVR)
		if err != nil {
			return fmt.Errorf("demo company %s: %w", c.CVR, err)
		}
		companies[c.CVR] = saved
	}
	for _, n := range Notices(now) {
		n.Notice.CompanyID, n.Notice.Org = companies[n.CVR].ID, people[n.By].Org
		if _, err := st.AddNotice(ctx, n.Notice); err != nil {
			return fmt.Errorf("demo notice on %s: %w", n.CVR, err)
		}
	}
	for _, r := range Contacts(now) {
		c, followUps := r.resolved(people, companies)
		entry := crm.Entry{RequestID: requestID, Now: r.At, Person: people[r.By]}
		if _, err := st.LogContact(ctx, entry, c, followUps); err != nil {
			return fmt.Errorf("demo contact of %s with %s: %w", r.By, r.Contact.Company.CVR, err)
		}
	}
	return nil
}

// resolved puts the stored people, organisations and companies in place of their codes.
func (r Record) resolved(people map[string]crm.Person, companies map[string]crm.Company) (crm.Contact, []crm.FollowUp) {
	c, who := r.Contact, people[r.By]
	c.Company, c.Org, c.Person = companies[c.Company.CVR], who.Org, who
	for _, code := range r.With {
		for _, p := range people {
			if p.Org.Code == code {
				c.With = append(c.With, crm.Participant{OrgID: p.Org.ID, Name: p.Org.NameDA})
				break
			}
		}
	}
	followUps := make([]crm.FollowUp, len(r.FollowUps))
	for i, f := range r.FollowUps {
		f.CompanyID, f.OrgID, f.OwnerID, f.State, f.CreatedAt = c.Company.ID, who.Org.ID, who.ID, crm.FollowUpOpen, r.At
		followUps[i] = f
	}
	return c, followUps
}
