package moving

import (
	"context"
	"slices"
	"strings"
	"sync"

	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/register"
	"samspil/internal/text"
)

// Finder finds companies by name. *register.Search is one.
type Finder interface {
	Match(ctx context.Context, query string, evidence register.Evidence, limit int, known func(crm.Company) bool) ([]register.Candidate, error)
}

// asked is what a row says of its company.
type asked struct{ cvr, pNumber, name, place, postcode string }

// answer is the company that a row means, or why none is certain.
type answer struct {
	company    crm.Company // ID 0 where it is new: a valid number and a name that the register does not have
	site       int64
	found      bool
	fresh      bool
	candidates []crm.Company
	why        text.Text // of no certain company
}

var (
	whyNoCompany  = text.New("virksomheden er ikke angivet", "the company is not stated")
	whyBadNumber  = text.New("CVR-nummeret passer ikke: kontrolcifferet er forkert", "the CVR number is wrong: its check digit does not fit")
	whyNoNumber   = text.New("CVR-nummeret findes ikke i registret, og der er intet navn", "the register does not have the CVR number, and there is no name")
	whyNoSite     = text.New("P-nummeret findes ikke i registret", "the register does not have the P-number")
	whyTwo        = text.New("CVR-nummer og P-nummer hører til hver sin virksomhed", "the CVR number and the P-number belong to different companies")
	whyUnsure     = text.New("navnet passer ikke sikkert på én virksomhed", "the name does not certainly mean one company")
	whyUnknown    = text.New("ingen virksomhed ligner navnet", "no company is like the name")
	whyOtherOwner = text.New("nummeret findes ikke i registret, men navnet gør", "the register does not have the number, but it has the name")
)

// companies finds companies, and remembers what it found.
type companies struct {
	rec    Records
	finder Finder
	knows  func(crm.Company) bool
	mu     sync.Mutex
	known  map[asked]answer
}

// mostRemembered is how many answers are kept: a file names the same companies again and again.
const mostRemembered = 50_000

// candidatesAtMost is how many companies a row is told it may mean.
const candidatesAtMost = 3

func (c *companies) remembered(q asked) (answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	a, ok := c.known[q]
	return a, ok
}

// find gives the company, from memory where it was asked for before.
func (c *companies) find(ctx context.Context, q asked) (answer, error) {
	if a, ok := c.remembered(q); ok {
		return a, nil
	}
	a, err := c.look(ctx, q)
	if err != nil {
		return a, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= mostRemembered {
		clear(c.known)
	}
	c.known[q] = a
	return a, nil
}

// look finds a company by number, else by name with the thresholds of every other search. It never chooses between two.
func (c *companies) look(ctx context.Context, q asked) (answer, error) {
	cvr, p := digits(q.cvr), digits(q.pNumber)
	var byCVR, bySite *crm.Company
	var err error
	switch {
	case cvr == "" && p == "" && q.name == "":
		return answer{why: whyNoCompany}, nil
	case cvr != "" && !register.CheckDigit(cvr):
		return c.byName(ctx, q, whyBadNumber)
	case cvr != "":
		if byCVR, err = c.one(ctx, c.rec.CompanyByCVR, cvr); err != nil {
			return answer{}, err
		}
	}
	if p != "" {
		if bySite, err = c.one(ctx, c.rec.CompanyByPNumber, p); err != nil {
			return answer{}, err
		}
	}
	switch {
	case byCVR != nil && bySite != nil && byCVR.ID != bySite.ID:
		return answer{why: whyTwo, candidates: []crm.Company{*byCVR, *bySite}}, nil
	case bySite != nil && (cvr == "" || byCVR != nil):
		i := slices.IndexFunc(bySite.Sites, func(s crm.Site) bool { return s.PNumber == p })
		return answer{company: *bySite, site: bySite.Sites[i].ID, found: true}, nil
	case byCVR != nil:
		return answer{company: *byCVR, found: true}, nil
	case cvr != "":
		return c.fresh(ctx, q, cvr)
	case p != "":
		return c.byName(ctx, q, whyNoSite)
	}
	return c.byName(ctx, q, text.Text{})
}

// one gives the company with that number, nil for none that the organisation may know of.
func (c *companies) one(ctx context.Context, get func(context.Context, string) (crm.Company, error), number string) (*crm.Company, error) {
	co, err := get(ctx, number)
	switch {
	case crm.IsKind(err, crm.NotFound):
		return nil, nil
	case err != nil:
		return nil, err
	case !c.knows(co):
		return nil, nil
	}
	return &co, nil
}

// fresh is a company that the register does not have, unless it has the name under another number.
func (c *companies) fresh(ctx context.Context, q asked, cvr string) (answer, error) {
	if q.name == "" {
		return answer{why: whyNoNumber}, nil
	}
	a, err := c.byName(ctx, q, whyOtherOwner)
	if err != nil || a.why == whyOtherOwner && len(a.candidates) > 0 {
		return a, err
	}
	name := text.Cut(q.name, 200)
	return answer{company: crm.Company{CVR: cvr, Name: name, Key: register.Fold(name), Form: register.LegalForm(name)}, fresh: register.Fold(name) != "", why: whyNoNumber}, nil
}

// byName finds the company by its name. doubt says why it is not certain, whatever is found; with whyOtherOwner only a
// certain find is a candidate.
func (c *companies) byName(ctx context.Context, q asked, doubt text.Text) (answer, error) {
	if q.name == "" {
		return answer{why: doubt}, nil
	}
	found, err := c.finder.Match(ctx, q.name, register.Evidence{Place: q.place, Postcode: q.postcode}, candidatesAtMost+2, c.knows)
	if err != nil {
		return answer{}, err
	}
	sure := dossier.Sure(q.name, found)
	if sure && doubt.IsZero() {
		return answer{company: found[0].Company, found: true}, nil
	}
	a := answer{why: doubt}
	for _, f := range found {
		if f.Verdict != register.None && len(a.candidates) < candidatesAtMost && (doubt != whyOtherOwner || sure) {
			a.candidates = append(a.candidates, f.Company)
		}
	}
	switch {
	case !doubt.IsZero():
	case len(a.candidates) > 0:
		a.why = whyUnsure
	default:
		a.why = whyUnknown
	}
	return a, nil
}

// digits are those of a number as people and spreadsheets write it: "DK 99 00 00 07", "99000007.0".
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, strings.TrimSuffix(s, ".0"))
}
