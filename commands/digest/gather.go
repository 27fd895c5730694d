package digest

import (
	"context"
	"errors"
	"slices"
	"time"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Rows is where a digest's news comes from.
type Rows interface {
	Agreements(ctx context.Context) (crm.Agreements, error)
	CompaniesByCVRs(ctx context.Context, cvrs []string) ([]crm.Company, error)
	CompaniesByIDs(ctx context.Context, ids []int64) ([]crm.Company, error)
	FreshContacts(ctx context.Context, scope crm.DigestScope, from, before time.Time, beforeID int64, limit int) ([]crm.Contact, error)
	PlansAhead(ctx context.Context, scope crm.DigestScope, from, to when.Date, limit int) ([]crm.Contact, error)
	ContactsOfOrgs(ctx context.Context, orgs, companies []int64, since when.Date) ([]crm.Contact, error)
	FreshProposals(ctx context.Context, from, to time.Time, limit int) ([]crm.Proposal, map[int64][]int64, error)
	OpenConsultations(ctx context.Context, day when.Date, limit int) ([]crm.OpenConsultation, error)
	PromiseCounts(ctx context.Context, orgID int64, before, by when.Date) (due, overdue int, err error)
	PromisesOfOrg(ctx context.Context, orgID int64, limit int) ([]crm.Promise, error)
}

// How much is read at most: more than anybody reads in a morning.
const (
	pageRows    = 200
	mostPages   = 25
	mostItems   = 100
	mostPlans   = 1000
	mostMatters = 200 // proposals, consultations
	caresFor    = 365 // days for which a contact makes a company theirs
)

// item is one contact as everybody in the channel may see it.
type item struct {
	company crm.Company
	crm.Disclosed
	beside *crm.Disclosed // the channel's own contact that it overlaps; nil for none
}

// news is what a digest tells. It holds nothing that one of the viewers may not see.
type news struct {
	contacts, plans []item
	proposals       []crm.Proposal
	consultations   []crm.OpenConsultation
	promises        []crm.Promise
	due, overdue    int
	readers         int         // organisations
	missing         []text.Text // sources that could not be read
	troubles        []error     // why
}

// empty reports whether there is nothing to say.
func (n news) empty() bool {
	return len(n.contacts)+len(n.plans)+len(n.proposals)+len(n.consultations)+n.due == 0
}

func (n news) overlaps() (list []item) {
	for _, i := range n.contacts {
		if i.beside != nil {
			list = append(list, i)
		}
	}
	return list
}

// look is one look at the rows for a digest.
type look struct {
	rows     Rows
	digest   crm.Digest
	viewers  []crm.Org
	from, to time.Time
	today    when.Date
	agreed   crm.Agreements
	scope    crm.DigestScope
}

// gather reads what happened from one moment to another and what waits after it, as all viewers may see it. A source that
// fails is named, and the others are told all the same.
func gather(ctx context.Context, rows Rows, d crm.Digest, viewers []crm.Org, from, to time.Time) (n news) {
	l := &look{rows: rows, digest: d, viewers: viewers, from: from, to: to, today: when.DateOf(to)}
	n.readers = len(viewers)
	try := func(source text.Text, err error) {
		if err != nil {
			n.missing, n.troubles = append(n.missing, source), append(n.troubles, err)
		}
	}
	if err := l.prepare(ctx); err != nil {
		try(sourceContacts, err)
	} else {
		n.contacts, err = l.contacts(ctx)
		try(sourceContacts, err)
		n.plans, err = l.plans(ctx)
		try(sourcePlans, err)
	}
	var err error
	n.proposals, err = l.proposals(ctx)
	try(sourceProposals, err)
	n.consultations, err = l.consultations(ctx)
	try(sourceConsultations, err)
	n.promises, n.due, n.overdue, err = l.promises(ctx)
	try(sourcePromises, err)
	return n
}

// prepare finds out which companies count.
func (l *look) prepare(ctx context.Context) (err error) {
	f := l.digest.Filter
	l.scope = crm.DigestScope{Orgs: l.digest.For(), Since: l.today.AddDays(-caresFor), Municipalities: slices.Clone(f.Municipalities)}
	for _, m := range directory.Municipalities() {
		its := directory.RegionOn(m.Code, l.today)
		if slices.ContainsFunc(f.Regions, func(code string) bool { return directory.RegionOn(code, l.today) == its }) {
			l.scope.Municipalities = append(l.scope.Municipalities, m.Code)
		}
	}
	companies, err1 := l.rows.CompaniesByCVRs(ctx, f.Companies)
	for _, c := range companies {
		l.scope.Companies = append(l.scope.Companies, c.ID)
	}
	agreed, err2 := l.rows.Agreements(ctx)
	l.agreed = agreed
	return errors.Join(err1, err2)
}

// contacts reads what others wrote, newest first.
func (l *look) contacts(ctx context.Context) (all []item, err error) {
	before, id := l.to, int64(0)
	for range mostPages {
		page, err := l.rows.FreshContacts(ctx, l.scope, l.from, before, id, pageRows)
		if err != nil {
			return nil, err
		}
		seen, err := l.visible(ctx, page)
		if err != nil {
			return nil, err
		}
		all = append(all, seen...)
		if len(page) < pageRows || len(all) >= mostItems {
			break
		}
		before, id = page[len(page)-1].CreatedAt, page[len(page)-1].ID
	}
	ahead := when.AddWorkdays(l.today, crm.DigestAhead)
	all = slices.DeleteFunc(all, func(i item) bool {
		return i.Status == crm.Planned && (i.Date.Before(l.today) || !i.Date.After(ahead)) // told of among the planned ones
	})
	return all[:min(len(all), mostItems)], nil
}

func (l *look) plans(ctx context.Context) ([]item, error) {
	rows, err := l.rows.PlansAhead(ctx, l.scope, l.today, when.AddWorkdays(l.today, crm.DigestAhead), mostPlans)
	if err != nil {
		return nil, err
	}
	seen, err := l.visible(ctx, rows)
	return seen[:min(len(seen), mostItems)], err
}

func (l *look) proposals(ctx context.Context) (seen []crm.Proposal, err error) {
	all, heard, err := l.rows.FreshProposals(ctx, l.from, l.to, mostMatters)
	for _, p := range all {
		if p.SeenByAll(l.viewers, heard[p.ID]) {
			seen = append(seen, p)
		}
	}
	return seen, err
}

// consultations are those in which the channel's organisations ask or are asked, and those that were opened since.
func (l *look) consultations(ctx context.Context) (seen []crm.OpenConsultation, err error) {
	all, err := l.rows.OpenConsultations(ctx, l.today, mostMatters)
	for _, c := range all {
		var heard []int64
		for _, h := range c.Heard {
			heard = append(heard, h.Org.ID)
		}
		if (c.Concerns(l.digest.For()) || !c.OpenedAt.Before(l.from)) && c.Proposal.SeenByAll(l.viewers, heard) {
			if !c.SeenByAll(l.viewers) {
				c.Heard = nil // who is heard, and who is silent, is for those who ask and are heard
			}
			seen = append(seen, c)
		}
	}
	return seen, err
}

// promises are the organisation's follow-ups, where nobody of another organisation reads the channel: they are nobody
// else's business, not even how many there are.
func (l *look) promises(ctx context.Context) (first []crm.Promise, due, overdue int, err error) {
	id := l.digest.Org.ID
	if len(l.viewers) != 1 || l.viewers[0].ID != id {
		return nil, 0, 0, nil
	}
	// One is overdue when the workday on which it was to be done has passed.
	last := when.AddWorkdays(l.today, -1)
	due, overdue, err = l.rows.PromiseCounts(ctx, id, last.AddDays(1), l.today)
	if err != nil || due == 0 {
		return nil, 0, 0, err
	}
	list, err := l.rows.PromisesOfOrg(ctx, id, mostItems)
	for _, p := range list {
		if !p.Due.After(l.today) {
			first = append(first, p)
		}
	}
	overdue = min(overdue, due)
	return first, due, overdue, err
}
