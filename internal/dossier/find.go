package dossier

import (
	"context"
	"slices"

	"samspil/internal/crm"
	"samspil/internal/register"
)

// choices is how many companies a person is asked to choose from.
const choices = 5

// Finder finds companies by number and by name, among those that known does not refuse; it is asked only about companies
// that people wrote. *register.Search is one.
type Finder interface {
	// Match gives the best first, and those too unlike to be offered (register.None) last.
	Match(ctx context.Context, query string, evidence register.Evidence, limit int, known func(crm.Company) bool) ([]register.Candidate, error)
	// Suggest gives those whose names the text may be the beginning of.
	Suggest(ctx context.Context, text string, limit int, known func(crm.Company) bool) ([]register.Candidate, error)
	// Named reports whether a company has exactly this name, but for its spelling.
	Named(ctx context.Context, name string, known func(crm.Company) bool) (bool, error)
	// Ready reports whether misspelt names can be found yet.
	Ready() bool
}

// Find gives the companies that the words may mean and that the viewer may know of, best first. place is where one of them
// is said to be, "" for anywhere.
func Find(ctx context.Context, rec Records, finder Finder, words, place string, viewer crm.Org) ([]register.Candidate, error) {
	k := knower{ctx: ctx, rec: rec, viewer: viewer}
	found, err := finder.Match(ctx, words, register.Evidence{Place: place}, choices, k.knows)
	if err == nil {
		err = k.err
	}
	return likely(found), err
}

// likely leaves out those too unlike to be offered.
func likely(found []register.Candidate) []register.Candidate {
	return slices.DeleteFunc(found, func(c register.Candidate) bool { return c.Verdict == register.None })
}

// lettersShort is how many letters the words may lack of a name that is taken without asking: a typing error or two, but not
// a name broken off ("hjørring høvl").
const lettersShort = 2

// Sure reports whether the first of the companies may be written to without asking: it is the same, and the words are
// not merely the beginning or a part of its name.
func Sure(words string, found []register.Candidate) bool {
	if len(found) == 0 || found[0].Verdict != register.Same {
		return false
	}
	switch best := found[0]; best.Reason {
	case register.ByNumber:
		return true
	case register.ByBeginning, register.ByPart:
		return false
	default:
		return len(register.Fold(words))+lettersShort >= len(best.Company.Key) || best.Exact()
	}
}

// Named reports whether the words are the whole of the name of a company that the viewer may know of.
func Named(ctx context.Context, rec Records, finder Finder, words string, viewer crm.Org) bool {
	k := knower{ctx: ctx, rec: rec, viewer: viewer}
	yes, err := finder.Named(ctx, words, k.knows)
	return yes && err == nil && k.err == nil
}

// knower answers which companies the viewer may know of. The agreements are read when a company depends on them.
type knower struct {
	ctx    context.Context
	rec    Records
	viewer crm.Org
	agreed crm.Agreements
	err    error
}

func (k *knower) knows(c crm.Company) bool {
	if k.agreed == nil && k.err == nil {
		if k.agreed, k.err = k.rec.Agreements(k.ctx); k.agreed == nil {
			k.agreed = crm.Agreements{}
		}
	}
	return k.err == nil && c.KnownTo(k.viewer, k.agreed)
}
