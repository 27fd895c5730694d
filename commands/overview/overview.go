// Package overview is the command for the figures: what was done in a period, by whom and where, beside the period before.
package overview

import (
	"context"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows. What it gives holds nothing that q.Viewer may not see.
type Store interface {
	Figures(ctx context.Context, q crm.FiguresQuery) ([]crm.Figures, error)
	MostContacted(ctx context.Context, q crm.FiguresQuery, byContacts bool, atLeast, limit int) ([]crm.CompanyLoad, error)
	Untouched(ctx context.Context, q crm.FiguresQuery, since when.Date, limit int) (all, untouched int, found []crm.Company, err error)
	OverlapsMade(ctx context.Context, q crm.FiguresQuery, limit int) ([]crm.Contact, error)
	Ceilings(ctx context.Context) (crm.Ceilings, error)
	SetCeiling(ctx context.Context, e crm.Entry, region string, contacts int) error
	PromisesOfOrg(ctx context.Context, orgID int64, limit int) ([]crm.Promise, error)
	Agreements(ctx context.Context) (crm.Agreements, error)
	People(ctx context.Context) ([]crm.Person, error)
	OrgByCode(ctx context.Context, code string) (crm.Org, error)
}

// Orgs finds an organisation by the words people type for it; ok is false unless exactly one is meant.
type Orgs func(ctx context.Context, words string, on when.Date, near crm.Org) (org crm.Org, ok bool)

type feature struct {
	store Store
	orgs  Orgs
}

// New makes the feature.
func New(store Store, orgs Orgs) commands.Feature {
	f := &feature{store, orgs}
	return commands.Feature{
		Name:     "overview",
		Words:    []string{"overview", "overblik"},
		Also:     []string{"status", "nøgletal", "figures"},
		Summary:  textSummary,
		Hint:     textHint,
		Examples: textExamples,
		Handle:   f.handle,
		Actions: map[string]commands.Handler{"show": f.button(f.handle), "explain": f.button(f.explain), "lists": f.button(f.lists),
			"csv": f.export("csv"), "xlsx": f.export("xlsx")},
		Home:   f.home,
		Claims: claims,
	}
}

// button gives a handler the words that the button carries.
func (f *feature) button(h commands.Handler) commands.Handler {
	return func(ctx context.Context, req commands.Request) (commands.Reply, error) {
		req.Text = req.Value
		return h(ctx, req)
	}
}

// answer is what was asked, and what it came to.
type answer struct {
	asked
	now, before crm.Figures
}

func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	if rest, ok := ceilingLine(req.Text); ok {
		return f.ceiling(ctx, req, rest)
	}
	a, err := f.figures(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	reply := show(req, a)
	reply.Understood = a.understood()
	return reply, nil
}

// figures reads the words and counts.
func (f *feature) figures(ctx context.Context, req commands.Request) (answer, error) {
	a := answer{}
	var err error
	if a.asked, err = f.read(ctx, req); err != nil {
		return answer{}, err
	}
	all, err := f.store.Figures(ctx, a.query(req))
	if err != nil {
		return answer{}, err
	}
	a.now, a.before = all[0], all[1]
	return a, nil
}

// query is the question to the store: the period, and the one beside it.
func (a asked) query(req commands.Request) crm.FiguresQuery {
	return crm.FiguresQuery{Scope: a.scope, Periods: []crm.Period{a.period, a.beside}, Viewer: req.Person.Org, Today: when.DateOf(req.Now), Window: crm.DefaultWindow}
}

// home is the managers' part of the Home tab: the month of their organisation.
func (f *feature) home(ctx context.Context, req commands.Request) (commands.Reply, error) {
	if req.Person.Role != crm.Manager {
		return commands.Reply{}, nil
	}
	a, err := f.figures(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	return showHome(req, a), nil
}

// claims is how well a sentence without a command word fits: it asks how it goes somewhere.
func claims(sentence string) float64 {
	said := " " + strings.ToLower(strings.TrimRight(sentence, " ?!.")) + " "
	asks := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(said, " "+w+" ") })
	}
	switch {
	case asks(questions...):
		return 0.9
	case asks("hvor mange", "how many") && (strings.Contains(said, "besøg") || strings.Contains(said, "kontakter") || strings.Contains(said, "visits") || strings.Contains(said, "contacts")):
		return 0.85
	}
	return 0
}
