package register

import (
	"context"

	"samspil/internal/crm"
)

// Named reports whether a company that known does not refuse has exactly this name, but for its spelling. It is much
// cheaper than Match, for asking about many groups of words.
func (s *Search) Named(ctx context.Context, name string, known func(crm.Company) bool) (bool, error) {
	return s.lookup.Named(ctx, name, known)
}

// Named reports whether a company that known does not refuse has exactly this name, but for its spelling.
func (l *Lookup) Named(ctx context.Context, name string, known func(crm.Company) bool) (bool, error) {
	key := Fold(name)
	if key == "" {
		return false, nil
	}
	found, err := l.src.CompaniesByKey(ctx, key, sharing)
	for _, c := range found {
		if known == nil || c.AddedBy.ID == 0 || known(c) {
			return true, err
		}
	}
	return false, err
}
