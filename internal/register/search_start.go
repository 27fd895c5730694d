package register

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"runtime/debug"
	"time"

	"samspil/internal/crm"
)

// Start gives a Search at once, whose index is loaded or made in the background. The work in the background ends with
// the context.
func Start(ctx context.Context, o Options) *Search {
	s := &Search{src: o.Source, lookup: NewLookup(o.Source), path: o.Path, log: o.Log, wake: make(chan struct{}, 1),
		ready: make(chan struct{}), done: make(chan struct{}), failed: make(chan error, 1)}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	go s.run(ctx)
	return s
}

// retry is how long a failed attempt to make the index rests.
const retry = time.Minute

func (s *Search) run(ctx context.Context) {
	defer close(s.done)
	if !s.load(ctx) {
		s.rebuild()
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		err := s.build(ctx)
		if err == nil || ctx.Err() != nil {
			continue
		}
		s.log.Error("name index", "error", err)
		select {
		case s.failed <- err:
		default: // nobody has asked for the one before
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(retry):
			s.rebuild()
		}
	}
}

// load takes the index from its file, when that belongs to the source.
func (s *Search) load(ctx context.Context) bool {
	if s.path == "" {
		return false
	}
	x, err := openIndex(s.path)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			s.log.Warn("name index file", "error", err)
		}
		return false
	}
	state, err := s.src.RegisterState(ctx)
	if err != nil || !x.belongsTo(state) {
		s.log.Info("name index file is out of date", "error", err)
		return false
	}
	s.use(x)
	return true
}

// belongsTo reports whether the index can serve: it was made of this register, and what changed since can be found out.
func (x *nameIndex) belongsTo(state crm.RegisterState) bool {
	if state.Changed.UnixMilli() == x.changed {
		return state.Companies == int(x.companies)
	}
	return state.Changed.UnixMilli() > x.changed && state.Companies >= int(x.companies) && state.Companies-int(x.companies) <= mostFresh
}

// use answers with this index from now on. What changed while it was made is fetched with the next search.
func (s *Search) use(x *nameIndex) {
	s.fresh.lock.Lock()
	defer s.fresh.lock.Unlock()
	s.names.Store(x)
	s.fresh.companies = nil
	s.fresh.now.Store(noneFresh)
	s.fresh.upTo = time.UnixMilli(x.changed)
	s.once.Do(func() { close(s.ready) })
}

// build makes the index of the source, and its file.
func (s *Search) build(ctx context.Context) error {
	x, err := s.read(ctx)
	if err != nil {
		return err
	}
	companies, names := x.companies, x.size()
	if s.path != "" {
		if err := x.write(s.path); err != nil {
			s.log.Warn("name index file cannot be written", "error", err)
		} else {
			x = s.fromFile(x)
		}
	}
	s.use(x)
	s.log.Info("name index made", "companies", companies, "names", names)
	debug.FreeOSMemory() // what making it took, at least as much as the index itself
	return nil
}

// read makes the index in memory.
func (s *Search) read(ctx context.Context) (*nameIndex, error) {
	state, err := s.src.RegisterState(ctx)
	if err != nil {
		return nil, err
	}
	// Each company is garbage as soon as it is taken in: collecting it sooner keeps the program small.
	defer debug.SetGCPercent(debug.SetGCPercent(buildGC))
	b := newIndexer()
	b.expect(state.Companies)
	err = s.src.EachCompany(ctx, func(c crm.Company) error {
		b.add(c)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	x := b.index()
	x.changed = state.Changed.UnixMilli()
	return x, nil
}

// buildGC is how much garbage there may be while an index is made, in percent of what is in use.
const buildGC = 20

// fromFile gives the index as it is in its file, which costs no memory of the program's own; where that does not work,
// the one that was made.
func (s *Search) fromFile(made *nameIndex) *nameIndex {
	kept, err := openIndex(s.path)
	if err != nil {
		s.log.Warn("name index file cannot be read", "error", err)
		return made
	}
	return kept
}
