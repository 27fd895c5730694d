package register

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// Saver keeps companies that were looked up: the store.
type Saver interface {
	SaveCompanies(ctx context.Context, companies []crm.Company, now time.Time) error
}

// WithVirk is a Source that asks the distributor for a number that src does not know, and saves what it says. A number
// that neither knows is NotFound. So is one that src does not know while the distributor is down, with a sentence that says
// since when, which DownSince gives too: the work goes on without it.
func WithVirk(src Source, v *Virk, saver Saver) Source { return &virkSource{src, v, saver} }

type virkSource struct {
	Source
	virk  *Virk
	saver Saver
}

// CompanyByCVR looks in the register at hand first.
func (s *virkSource) CompanyByCVR(ctx context.Context, cvr string) (crm.Company, error) {
	co, err := s.Source.CompanyByCVR(ctx, cvr)
	if !crm.IsKind(err, crm.NotFound) || !CheckDigit(cvr) {
		return co, err
	}
	return s.fetch(ctx, cvr, err, s.virk.Company, s.Source.CompanyByCVR)
}

// CompanyByPNumber looks in the register at hand first.
func (s *virkSource) CompanyByPNumber(ctx context.Context, pNumber string) (crm.Company, error) {
	co, err := s.Source.CompanyByPNumber(ctx, pNumber)
	if !crm.IsKind(err, crm.NotFound) || !ValidPNumber(pNumber) {
		return co, err
	}
	return s.fetch(ctx, pNumber, err, s.virk.CompanyByPNumber, s.Source.CompanyByPNumber)
}

type byNumber = func(ctx context.Context, number string) (crm.Company, error)

// fetch asks, saves, and reads what was saved. absent is what is said when there is nothing to save.
func (s *virkSource) fetch(ctx context.Context, number string, absent error, ask, read byNumber) (crm.Company, error) {
	co, err := ask(ctx, number)
	if crm.IsKind(err, crm.NotFound) {
		return crm.Company{}, absent
	}
	if since, down := DownSince(err); down {
		return crm.Company{}, crm.Errorf(crm.NotFound, errUnknownAndDown, number, clock(since)).Because(err)
	}
	if err != nil {
		return crm.Company{}, err
	}
	if err := s.saver.SaveCompanies(ctx, []crm.Company{co}, s.virk.o.Now()); err != nil {
		return crm.Company{}, err
	}
	return read(ctx, number)
}

// clock is a time of day in Denmark.
func clock(t time.Time) string { return t.In(when.Copenhagen).Format("15:04") }
