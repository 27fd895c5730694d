package demo

import (
	"context"
	"errors"
	"testing"
	"time"

	"samspil/internal/crm"
)

// memory is a store that keeps everything in lists and gives ids as a database does.
type memory struct {
	orgs      []crm.Org
	companies []crm.Company
	people    []crm.Person
	notices   []crm.Notice
	contacts  []crm.Contact
	owed      []crm.FollowUp
	fail      error
}

func (m *memory) SaveOrgs(_ context.Context, list []crm.Org) error {
	for _, o := range list {
		o.ID = int64(len(m.orgs) + 1)
		m.orgs = append(m.orgs, o)
	}
	return m.fail
}

func (m *memory) SavePerson(_ context.Context, p crm.Person) (crm.Person, error) {
	p.ID = int64(len(m.people) + 1)
	for _, o := range m.orgs {
		if o.Code == p.Org.Code {
			p.Org = o
		}
	}
	m.people = append(m.people, p)
	return p, nil
}

func (m *memory) SaveCompanies(_ context.Context, list []crm.Company, _ time.Time) error {
	for _, c := range list {
		c.ID = int64(len(m.companies) + 1)
		m.companies = append(m.companies, c)
	}
	return nil
}

func (m *memory) CompanyByCVR(_ context.Context, cvr string) (crm.Company, error) {
	for _, c := range m.companies {
		if c.CVR == cvr {
			return c, nil
		}
	}
	return crm.Company{}, errors.New("no such company")
}

func (m *memory) AddNotice(_ context.Context, n crm.Notice) (crm.Notice, error) {
	m.notices = append(m.notices, n)
	return n, nil
}

func (m *memory) LogContact(_ context.Context, e crm.Entry, c crm.Contact, list []crm.FollowUp) (crm.Contact, error) {
	if e.Person.ID == 0 || e.Now.IsZero() || e.RequestID == "" {
		return c, errors.New("nobody knows who logged a contact, or when")
	}
	m.contacts, m.owed = append(m.contacts, c), append(m.owed, list...)
	return c, nil
}

func TestSeedResolvesEveryReference(t *testing.T) {
	now := moments[0]
	var m memory
	if err := Seed(context.Background(), &m, now); err != nil {
		t.Fatal(err)
	}
	if len(m.contacts) != len(Contacts(now)) || len(m.contacts) < 40 || len(m.notices) != len(Notices(now)) {
		t.Errorf("%d contacts, %d notices", len(m.contacts), len(m.notices))
	}
	for _, c := range m.contacts {
		if c.Company.ID == 0 || c.Company.Name == "" || c.Org.ID == 0 || c.Person.ID == 0 || c.Person.Org.ID != c.Org.ID {
			t.Errorf("something is not resolved: %+v", c)
		}
		for _, p := range c.With {
			if p.OrgID == 0 || p.OrgID == c.Org.ID || p.Name == "" {
				t.Errorf("a participant is not resolved: %+v", p)
			}
		}
	}
	for _, f := range m.owed {
		if f.CompanyID == 0 || f.OrgID == 0 || f.OwnerID == 0 || f.State != crm.FollowUpOpen || f.CreatedAt.IsZero() {
			t.Errorf("a follow-up is not resolved: %+v", f)
		}
	}
	for _, n := range m.notices {
		if n.CompanyID == 0 || n.Org.ID == 0 || n.Org.NameDA == "" {
			t.Errorf("a notice is not resolved: %+v", n)
		}
	}
}

func TestSeedSaysWhatFailed(t *testing.T) {
	m := memory{fail: errors.New("disk full")}
	if err := Seed(context.Background(), &m, moments[0]); !errors.Is(err, m.fail) {
		t.Errorf("Seed gave %v", err)
	}
}
