package register

import (
	"context"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"samspil/internal/crm"
)

// mostFresh is how many changed companies are kept beside the index before it is made anew.
const mostFresh = 5000

// overlay holds the companies that changed after the index was made.
type overlay struct {
	lock      sync.Mutex // for changing
	upTo      time.Time  // all changes up to here are in it
	companies map[uint32]crm.Company
	now       atomic.Pointer[freshNames]
}

// freshNames is an overlay as it was at one moment.
type freshNames struct {
	index *nameIndex
	cvrs  map[uint32]bool
}

func (f *freshNames) has(cvr uint32) bool { return f.cvrs[cvr] }

var noneFresh = &freshNames{index: &nameIndex{}}

func (o *overlay) load() *freshNames {
	if f := o.now.Load(); f != nil {
		return f
	}
	return noneFresh
}

// put takes companies in; the lock is held.
func (o *overlay) put(companies []crm.Company, weigher *nameIndex) {
	if o.companies == nil {
		o.companies = map[uint32]crm.Company{}
	}
	for _, c := range companies {
		if cvr, err := strconv.ParseUint(c.CVR, 10, 32); err == nil {
			o.companies[uint32(cvr)] = c
		}
	}
	b := newIndexer()
	b.weigher = weigher
	fresh := &freshNames{cvrs: make(map[uint32]bool, len(o.companies))}
	for cvr, c := range o.companies {
		b.add(c)
		fresh.cvrs[cvr] = true
	}
	fresh.index = b.index()
	o.now.Store(fresh)
}

// Add makes a company found at once. Without it the next search finds what the source says has changed.
func (s *Search) Add(c crm.Company) {
	names := s.names.Load()
	if names == nil {
		return // the index will have it
	}
	s.fresh.lock.Lock()
	defer s.fresh.lock.Unlock()
	s.fresh.put([]crm.Company{c}, names)
}

// refresh takes in what changed, unless another search is about it.
func (s *Search) refresh(ctx context.Context) error {
	if !s.fresh.lock.TryLock() {
		return nil
	}
	defer s.fresh.lock.Unlock()
	names := s.names.Load()
	if len(s.fresh.companies) >= mostFresh {
		s.rebuild()
		return nil
	}
	changed, upTo, err := s.src.CompaniesChangedSince(ctx, s.fresh.upTo, mostFresh)
	if err != nil || len(changed) == 0 {
		return err
	}
	s.fresh.put(changed, names)
	s.fresh.upTo = upTo
	return nil
}

// rebuild has the index made anew in the background.
func (s *Search) rebuild() {
	select {
	case s.wake <- struct{}{}:
	default: // it is going to be
	}
}
