package register

import (
	"context"
	"log/slog"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"samspil/internal/crm"
)

// NameSource is where the names come from. The store is one; Companies is another.
type NameSource interface {
	Source
	// EachCompany calls fn for every company, with its other names.
	EachCompany(ctx context.Context, fn func(crm.Company) error) error
	// RegisterState says when the register last changed.
	RegisterState(ctx context.Context) (crm.RegisterState, error)
	// CompaniesChangedSince gives companies changed after since, and the moment up to which these are all.
	CompaniesChangedSince(ctx context.Context, since time.Time, limit int) ([]crm.Company, time.Time, error)
	// CompaniesByCVRs gives those that there are, in any order.
	CompaniesByCVRs(ctx context.Context, cvrs []string) ([]crm.Company, error)
}

// Options say what a Search works with.
type Options struct {
	Source NameSource
	Path   string       // file that keeps the index between runs; "" for none
	Log    *slog.Logger // nil for none; it never holds a name
}

// Search is a Finder that knows misspelt, shortened and partial names. It is a Lookup for numbers, and until its index
// is there. It may be used by many at once.
type Search struct {
	src    NameSource
	lookup *Lookup
	path   string
	log    *slog.Logger
	names  atomic.Pointer[nameIndex]
	fresh  overlay
	memory sync.Pool // of *scratch
	wake   chan struct{}
	ready  chan struct{} // closed with the first index
	once   sync.Once
	done   chan struct{}
	failed chan error // why the index could not be made, for who waits
}

// Ready reports whether the index is there.
func (s *Search) Ready() bool { return s.names.Load() != nil }

// Done is closed when the work in the background has ended, after the context of Start.
func (s *Search) Done() <-chan struct{} { return s.done }

// WaitReady waits for the index, or until it could not be made; then more attempts follow in the background.
func (s *Search) WaitReady(ctx context.Context) error {
	select {
	case <-s.ready:
		return nil
	case err := <-s.failed:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Find gives the companies that the query may mean, best first: those that are Same or Likely.
func (s *Search) Find(ctx context.Context, query string, limit int) ([]Candidate, error) {
	return s.FindKnown(ctx, query, limit, nil)
}

// FindKnown is Find among the companies that the viewer may know of: one that known refuses neither appears nor makes
// the others less sure. known is asked only about companies that people wrote; nil knows all.
func (s *Search) FindKnown(ctx context.Context, query string, limit int, known func(crm.Company) bool) ([]Candidate, error) {
	all, err := s.Match(ctx, query, Evidence{}, limit, known)
	for i, c := range all {
		if c.Verdict == None {
			return all[:i], err
		}
	}
	return all, err
}

// Match is FindKnown with what else is known of the company, and with candidates that are too unlike to be offered,
// whose Verdict is None; those come last.
func (s *Search) Match(ctx context.Context, query string, evidence Evidence, limit int, known func(crm.Company) bool) ([]Candidate, error) {
	numbers, name := withoutNumbers(query)
	if len(numbers) > 0 {
		found, err := s.byNumber(ctx, numbers[0], name, evidence, known)
		if err != nil || len(found) > 0 || name == "" {
			return found[:min(limit, len(found))], err
		}
		query = name
	}
	if !s.Ready() {
		found, err := s.lookup.Find(ctx, query, limit)
		return knownTo(found, known), err
	}
	return s.search(ctx, query, evidence, limit, known, false)
}

// Suggest gives the companies whose names a text may be the beginning of: its last word need not be whole. Until the
// index is there it gives those whose name begins with the text.
func (s *Search) Suggest(ctx context.Context, text string, limit int, known func(crm.Company) bool) ([]Candidate, error) {
	if numbers, _ := withoutNumbers(text); len(numbers) > 0 || !s.Ready() {
		found, err := s.lookup.Find(ctx, text, limit)
		return knownTo(found, known), err
	}
	return s.search(ctx, text, Evidence{}, limit, known, true)
}

func knownTo(found []Candidate, known func(crm.Company) bool) (kept []Candidate) {
	for _, c := range found {
		if known == nil || c.Company.AddedBy.ID == 0 || known(c.Company) {
			kept = append(kept, c)
		}
	}
	return kept
}

// withoutNumbers gives the company numbers in a query, and the query without them.
func withoutNumbers(query string) (numbers []Number, name string) {
	at := 0
	var rest strings.Builder
	for _, n := range ScanNumbers(query) {
		if n.Kind != KindPhone {
			numbers = append(numbers, n)
			rest.WriteString(query[at:n.Start])
			at = n.End
		}
	}
	rest.WriteString(query[at:])
	return numbers, strings.TrimSpace(rest.String())
}

// search looks in the index.
func (s *Search) search(ctx context.Context, query string, evidence Evidence, limit int, known func(crm.Company) bool, typing bool) ([]Candidate, error) {
	if err := s.refresh(ctx); err != nil {
		return nil, err
	}
	names := s.names.Load()
	defer runtime.KeepAlive(names) // strings of hits lie in its file
	q := names.ask(query, evidence, typing)
	hits, err := s.known(ctx, s.hits(names, &q), known)
	if err != nil {
		return nil, err
	}
	decide(hits, &q)
	hits = mixed(hits)
	return s.candidates(ctx, hits, &q, limit)
}

// mostHits is how many companies are looked at to decide about the best of them.
const mostHits = 40

// hits are the best of the index and of what changed since.
func (s *Search) hits(names *nameIndex, q *question) []hit {
	mem, _ := s.memory.Get().(*scratch)
	if mem == nil {
		mem = new(scratch)
	}
	defer s.memory.Put(mem)
	fresh := s.fresh.load()
	hits := names.hits(names.rank(q, mem), mostHits, fresh.has)
	if fresh.index.size() > 0 {
		again := q.in(fresh.index)
		hits = append(hits, fresh.index.hits(fresh.index.rank(&again, mem), mostHits, nil)...)
	}
	return hits
}

// known takes out the companies that known refuses.
func (s *Search) known(ctx context.Context, hits []hit, known func(crm.Company) bool) ([]hit, error) {
	if known == nil {
		return hits, nil
	}
	kept := hits[:0]
	for _, h := range hits {
		if h.from.marks[h.entry]&markWritten != 0 {
			list, err := s.src.CompaniesByCVRs(ctx, []string{h.number()})
			if err != nil {
				return nil, err
			}
			if len(list) != 1 || !known(list[0]) {
				continue
			}
		}
		kept = append(kept, h)
	}
	return kept, nil
}

func (h *hit) number() string { return strconv.FormatUint(uint64(h.cvr), 10) }

// candidates fetches the companies of the best hits. One that is no longer there is left out.
func (s *Search) candidates(ctx context.Context, hits []hit, q *question, limit int) ([]Candidate, error) {
	var numbers []string
	for i := range hits[:min(len(hits), limit)] {
		numbers = append(numbers, hits[i].number())
	}
	if len(numbers) == 0 {
		return nil, nil
	}
	list, err := s.src.CompaniesByCVRs(ctx, numbers)
	if err != nil {
		return nil, err
	}
	companies := make(map[string]crm.Company, len(list))
	for _, c := range list {
		companies[c.CVR] = c
	}
	var found []Candidate
	for i, number := range numbers {
		if c, ok := companies[number]; ok {
			found = append(found, Candidate{Company: c, Score: hits[i].chance, Verdict: hits[i].verdict, Reason: hits[i].reason})
		}
	}
	return found, nil
}
