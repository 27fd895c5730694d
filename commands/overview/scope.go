package overview

import (
	"context"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
)

func (a *asked) org(o crm.Org) {
	if !slices.ContainsFunc(a.scope.Orgs, func(have crm.Org) bool { return have.ID == o.ID }) {
		a.scope.Orgs = append(a.scope.Orgs, o)
	}
}

// place reports whether the words are the name of a region or a municipality, and adds it.
func (a *asked) place(lang text.Lang, words string) bool {
	if r, ok := directory.FindRegion(words); ok {
		a.region(r, lang)
		return true
	}
	m, ok := directory.FindMunicipality(words)
	if ok {
		a.places(m.Code)
		a.title = join(a.title, textMunicipality.In(lang, m.Name))
	}
	return ok
}

// places adds municipalities, each once.
func (a *asked) places(codes ...string) {
	for _, code := range codes {
		if !slices.Contains(a.scope.Municipalities, code) {
			a.scope.Municipalities = append(a.scope.Municipalities, code)
		}
	}
}

// region adds the region's municipalities. They are the same in every year, whichever regions there were.
func (a *asked) region(r directory.Region, lang text.Lang) {
	a.places(r.Municipalities...)
	a.title = join(a.title, r.Org.Name(lang))
	if !r.Org.ExistsOn(a.period.To) || !r.Org.ExistsOn(a.period.From) {
		a.hints = append(a.hints, textOtherScheme.In(lang, r.Org.Name(lang), len(r.Municipalities)))
	}
}

// person reads "person NAME": managers may ask for the colleagues of their own organisation.
func (f *feature) person(ctx context.Context, req commands.Request, a *asked, tokens []string) (int, error) {
	if req.Person.Role != crm.Manager {
		return 0, crm.Errorf(crm.Forbidden, errManagers)
	}
	all, err := f.store.People(ctx)
	if err != nil {
		return 0, err
	}
	for n := min(len(tokens)-1, mostNamed); n > 0; n-- {
		name := strings.ToLower(strings.Join(tokens[1:1+n], " "))
		var found []crm.Person
		for _, p := range all {
			whole := strings.ToLower(p.Name)
			if p.Org.ID == req.Person.Org.ID && (whole == name || strings.HasPrefix(whole, name+" ")) {
				found = append(found, p)
			}
		}
		if len(found) > 1 {
			return 0, crm.Errorf(crm.Invalid, errSeveral, name)
		}
		if len(found) == 1 {
			a.scope.Person = found[0]
			return 1 + n, nil
		}
	}
	return 0, crm.Errorf(crm.NotFound, errNobody, strings.Join(tokens[1:], " "))
}

// whose completes the scope: where nothing names a place or an organisation, it is the asker's own.
func (f *feature) whose(ctx context.Context, req commands.Request, a *asked) {
	if a.scope.Person.ID != 0 {
		a.scope.Orgs = []crm.Org{req.Person.Org}
		a.title = join(a.scope.Person.Name, a.title)
	}
	if len(a.scope.Orgs) == 0 && len(a.scope.Municipalities) == 0 {
		a.scope.Orgs = []crm.Org{req.Person.Org}
		a.title = req.Person.Org.Name(req.Lang)
	}
	a.scope.Regions = directory.WholeRegions(a.scope.Municipalities)
	if a.scope.Purpose != "" {
		a.title = join(a.title, a.scope.Purpose.Name(req.Lang))
	}
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}
