package followup

import (
	"context"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/when"
)

const (
	// mostOpen is how many open follow-ups of one person or organisation are read.
	mostOpen = 2000
	// mostAtOnce is how many follow-ups one line changes.
	mostAtOnce = 200
)

// own gives the follow-ups with those numbers if the person may change them all; to everybody else they do not exist.
func (f *feature) own(ctx context.Context, req commands.Request, ids []int64) ([]crm.Promise, error) {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) > mostAtOnce {
		return nil, crm.Errorf(crm.Invalid, errTooMany, mostAtOnce)
	}
	found, err := f.store.Promises(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(found, func(p crm.Promise) bool { return p.ID == id && p.CanChange(req.Person) }) {
			return nil, crm.Errorf(crm.NotFound, errNone, id)
		}
	}
	return found, nil
}

// pick finds the follow-ups that a line means: by their numbers, all of some days, or the only one that its words fit. A
// reply with blocks asks which one is meant.
func (f *feature) pick(ctx context.Context, req commands.Request, line asked) ([]crm.Promise, *commands.Reply, error) {
	if len(line.ids) > 0 {
		found, err := f.own(ctx, req, line.ids)
		return found, nil, err
	}
	mine, err := f.store.PromisesOfPerson(ctx, req.Person, mostOpen)
	if err != nil {
		return nil, nil, err
	}
	fitting := line.narrow(mine, req)
	switch {
	case line.all && len(fitting) > mostAtOnce:
		return nil, nil, crm.Errorf(crm.Invalid, errTooMany, mostAtOnce)
	case len(fitting) == 1 && line.narrows(), line.all && len(fitting) > 0:
		return fitting, nil, nil
	case len(fitting) > 0:
		return nil, ask(req, fitting, false), nil
	case len(mine) == 0 || line.name == "":
		return nil, nil, crm.Errorf(crm.NotFound, errNoneFit)
	}
	return f.colleagues(ctx, req, line)
}

// colleagues asks about those of the organisation's other follow-ups that the words fit: one is not changed by its
// company's name alone where it is somebody else's.
func (f *feature) colleagues(ctx context.Context, req commands.Request, line asked) ([]crm.Promise, *commands.Reply, error) {
	all, err := f.store.PromisesOfOrg(ctx, req.Person.Org.ID, mostOpen)
	if err != nil {
		return nil, nil, err
	}
	fitting := line.narrow(all, req)
	if len(fitting) == 0 {
		return nil, nil, crm.Errorf(crm.NotFound, errNoneWith, line.name)
	}
	return nil, ask(req, fitting, true), nil
}

func (a asked) narrows() bool { return a.name != "" || a.period != nil || a.state != "" }

// narrow keeps those that the line's days, state and words fit.
func (a asked) narrow(all []crm.Promise, req commands.Request) []crm.Promise {
	var fit []crm.Promise
	for _, p := range all {
		in := a.period == nil || !p.Due.Before(a.period.From) && !p.Due.After(a.period.To)
		if in && (a.state == "" || p.Overdue(today(req))) && fits(p, a.name) {
			fit = append(fit, p)
		}
	}
	return fit
}

// waiting are those of narrow; a list of today also has what is late.
func (a asked) waiting(all []crm.Promise, req commands.Request) []crm.Promise {
	if a.period != nil && a.period.From == today(req) && a.period.To == today(req) {
		days := *a.period
		days.From = when.Date{}
		a.period = &days
	}
	return a.narrow(all, req)
}

// fits reports whether the words name the follow-up's company, by number or by the beginning of a word of its name, or
// else all stand in its text.
func fits(p crm.Promise, words string) bool {
	folded := register.Fold(words)
	if words == "" || words == p.Company.CVR {
		return true
	}
	name := " " + register.Fold(p.Company.Name)
	if folded == "" {
		return false
	}
	if strings.Contains(name, " "+folded) {
		return true
	}
	said := name + " " + register.Fold(p.Text) + " "
	for w := range strings.FieldsSeq(folded) {
		if !strings.Contains(said, " "+w) {
			return false
		}
	}
	return true
}
