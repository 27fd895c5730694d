package register

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"samspil/internal/crm"
)

// Verdict says how sure a match is.
type Verdict int

// The verdicts.
const (
	None   Verdict = iota // not similar enough to mention
	Likely                // ask "did you mean?"
	Same                  // sure enough to show another organisation's contacts
)

// Reason says in which way the query and the company agree.
type Reason int

// The reasons.
const (
	ByNumber       Reason = iota + 1 // the CVR or P-number
	ByName                           // the folded name, which no other living company shares
	ByShared                         // the folded name, which several companies share
	ByBeginning                      // the company's name begins with the words
	ByPart                           // the words are part of the name
	BySpelling                       // the name, spelt differently
	ByOtherForm                      // the folded name, but the query has another legal form
	ByNameAndPlace                   // the name, and the company is where the query says
	BySecondary                      // a secondary name
	ByFormer                         // a former name
)

// Candidate is a company that a query may mean.
type Candidate struct {
	Company crm.Company
	Score   float64 // 0 to 1
	Verdict Verdict
	Reason  Reason
}

// Exact reports whether the words are the whole of the company's name or number, as far as Fold tells.
func (c Candidate) Exact() bool {
	return c.Reason == ByNumber || c.Reason == ByName || c.Reason == ByShared || c.Reason == ByOtherForm
}

// Finder finds the companies that a text may mean, best first, at most limit.
type Finder interface {
	Find(ctx context.Context, query string, limit int) ([]Candidate, error)
}

// KnownFinder is a Finder that looks only among the companies a viewer may know of, so that others fill their places.
// known is asked about companies that people wrote; nil knows all.
type KnownFinder interface {
	Finder
	FindKnown(ctx context.Context, query string, limit int, known func(crm.Company) bool) ([]Candidate, error)
}

// Source is where the companies come from. The single look-ups give crm.NotFound when there is none.
type Source interface {
	CompanyByCVR(ctx context.Context, cvr string) (crm.Company, error)
	CompanyByPNumber(ctx context.Context, pNumber string) (crm.Company, error)
	CompaniesByKey(ctx context.Context, key string, limit int) ([]crm.Company, error)
	CompaniesByKeyPrefix(ctx context.Context, prefix string, limit int) ([]crm.Company, error)
}

// Lookup is a Finder by number, exact folded name, and beginning of the name.
type Lookup struct{ src Source }

// NewLookup makes a Lookup.
func NewLookup(src Source) *Lookup { return &Lookup{src} }

const (
	// shortest is how many letters the beginning of a name must have.
	shortest = 3
	// sharing is how many companies of one name are looked at.
	sharing = 50
)

// Find looks by number where the query has one, else by name.
func (l *Lookup) Find(ctx context.Context, query string, limit int) ([]Candidate, error) {
	for _, n := range ScanNumbers(query) {
		if n.Kind != KindPhone {
			return l.byNumber(ctx, n)
		}
	}
	key := Fold(query)
	if key == "" {
		return nil, nil
	}
	found, err := l.byKey(ctx, query, key)
	if err != nil || len(found) > 0 {
		return found[:min(limit, len(found))], err
	}
	if utf8.RuneCountInString(key) < shortest {
		return nil, nil
	}
	return l.byPrefix(ctx, key, limit)
}

// FindKnown is as KnownFinder says. Whether a name is shared is decided among all companies.
func (l *Lookup) FindKnown(ctx context.Context, query string, limit int, known func(crm.Company) bool) ([]Candidate, error) {
	found, err := l.Find(ctx, query, max(limit, sharing))
	found = knownTo(found, known)
	return found[:min(limit, len(found))], err
}

func (l *Lookup) byNumber(ctx context.Context, n Number) ([]Candidate, error) {
	look := l.src.CompanyByCVR
	if n.Kind == KindPNumber {
		look = l.src.CompanyByPNumber
	}
	company, err := look(ctx, n.Value)
	if _, down := DownSince(err); !down && crm.IsKind(err, crm.NotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return []Candidate{{company, 1, Same, ByNumber}}, nil
}

// byKey finds the companies with exactly this name. One is Same only where the query's legal form does not
// contradict it and either no other living company shares the name or that form singles it out. Where so many share
// it that not all were read, none is.
func (l *Lookup) byKey(ctx context.Context, query, key string) ([]Candidate, error) {
	companies, err := l.src.CompaniesByKey(ctx, key, sharing)
	if err != nil {
		return nil, err
	}
	companies = livingFirst(companies)
	form := LegalForm(query)
	only := singled(companies, form)
	var found []Candidate
	for i, c := range companies {
		if i == only {
			found = append([]Candidate{{c, 0.99, Same, ByName}}, found...)
		} else {
			found = append(found, Candidate{c, 0.8, Likely, ByShared})
		}
	}
	return found, nil
}

// singled is the place of the one company that is meant among those of one name, the living first; -1 for none.
func singled(companies []crm.Company, form string) int {
	only, ofForm, living := -1, 0, 0
	for i, c := range companies {
		living += 1 - ended(c)
		if form != "" && formOf(c) == form {
			only, ofForm = i, ofForm+1
		}
	}
	switch {
	case len(companies) == 0 || len(companies) == sharing:
		return -1
	case ofForm == 1:
		return only
	case form != "" && formOf(companies[0]) != "" && formOf(companies[0]) != form:
		return -1
	case len(companies) == 1 || living == 1:
		return 0
	}
	return -1
}

func formOf(c crm.Company) string {
	if c.Form != "" {
		return c.Form
	}
	return LegalForm(c.Name)
}

func (l *Lookup) byPrefix(ctx context.Context, key string, limit int) ([]Candidate, error) {
	companies, err := l.src.CompaniesByKeyPrefix(ctx, key, max(limit*4, sharing))
	if err != nil {
		return nil, err
	}
	companies = livingFirst(companies)
	// Whole words go before a word that merely begins alike: "Køge Kran" before "Køge Kranservice".
	slices.SortStableFunc(companies, func(a, b crm.Company) int { return wholeWords(b, key) - wholeWords(a, key) })
	var found []Candidate
	for _, c := range companies[:min(limit, len(companies))] {
		found = append(found, Candidate{c, 0.5 + 0.4*float64(len(key))/float64(max(len(c.Key), len(key))), Likely, ByBeginning})
	}
	return found, nil
}

func wholeWords(c crm.Company, key string) int {
	if strings.HasPrefix(c.Key, key+" ") {
		return 1
	}
	return 0
}

func livingFirst(list []crm.Company) []crm.Company {
	slices.SortStableFunc(list, func(a, b crm.Company) int { return ended(a) - ended(b) })
	return list
}

func ended(c crm.Company) int {
	if c.Status == crm.CompanyEnded {
		return 1
	}
	return 0
}
