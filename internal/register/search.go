package register

import (
	"context"
	"log/slog"
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
		if err != nil || len(found) > 0 || name == "" || !s.Ready() {
			return found[:min(limit, len(found))], err
		}
		found, err = s.search(ctx, name, evidence, limit, known, false)
		return unsure(found), err
	}
	if !s.Ready() {
		return s.lookup.FindKnown(ctx, query, limit, known)
	}
	return s.search(ctx, query, evidence, limit, known, false)
}

// Suggest gives the companies whose names a text may be the beginning of: its last word need not be whole. Until the
// index is there it gives those whose name begins with the text.
func (s *Search) Suggest(ctx context.Context, text string, limit int, known func(crm.Company) bool) ([]Candidate, error) {
	if numbers, _ := withoutNumbers(text); len(numbers) > 0 || !s.Ready() {
		return s.lookup.FindKnown(ctx, text, limit, known)
	}
	return s.search(ctx, text, Evidence{}, limit, known, true)
}

// unsure makes Same candidates Likely: the number beside the name is not theirs.
func unsure(found []Candidate) []Candidate {
	for i := range found {
		if found[i].Verdict == Same {
			found[i].Verdict, found[i].Score = Likely, 0.5
		}
	}
	return found
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
