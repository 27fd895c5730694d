package followup

import (
	"context"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/register"
)

// give hands what the line means over to a colleague, who is told.
func (f *feature) give(ctx context.Context, req commands.Request, line asked) (commands.Reply, error) {
	found, question, err := f.pick(ctx, req, line)
	if err != nil || question != nil {
		return asking(question), err
	}
	if strings.TrimSpace(line.to) == "" {
		if len(found) == 1 {
			return giveForm(req, found[0], page{}), nil
		}
		return commands.Reply{}, crm.Errorf(crm.Invalid, errWhom)
	}
	to, err := f.person(ctx, req, line.to, line.user)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.handOver(ctx, req, page{}, found, to, 0)
}

// handOver gives them to a colleague; version is the one that was read, 0 for any.
func (f *feature) handOver(ctx context.Context, req commands.Request, shown page, found []crm.Promise, to crm.Person, version int) (commands.Reply, error) {
	var theirs []crm.Promise
	for _, p := range found {
		if p.OwnerID != to.ID {
			theirs = append(theirs, p)
		}
	}
	if len(theirs) == 0 {
		return commands.Reply{}, crm.Errorf(crm.Conflict, errTheirsAlready, to.Name)
	}
	var jobs []crm.Job
	if to.ID != req.Person.ID {
		job, err := handed(req, to, theirs).Job()
		if err != nil {
			return commands.Reply{}, err
		}
		jobs = append(jobs, job)
	}
	return f.apply(ctx, req, shown, theirs, func(p crm.Promise) crm.FollowUpEdit {
		return crm.FollowUpEdit{ID: p.ID, Version: version, Act: crm.FollowUpGiven, OwnerID: to.ID}
	}, jobs...)
}

// person finds whom the words mean among the active colleagues of the asker's organisation: by user, by name, or by the
// beginning of a name where only one has it.
func (f *feature) person(ctx context.Context, req commands.Request, words string, user bool) (crm.Person, error) {
	if !user && selfWords[strings.ToLower(words)] {
		return req.Person, nil
	}
	all, err := f.store.People(ctx)
	if err != nil {
		return crm.Person{}, err
	}
	var like []crm.Person
	folded := register.Fold(words)
	for _, p := range all {
		name := register.Fold(p.Name)
		switch {
		case !p.Active || p.Org.ID != req.Person.Org.ID || p.Team != req.Person.Team:
		case user && p.User == words, !user && folded != "" && name == folded:
			return p, nil
		case !user && folded != "" && strings.HasPrefix(name+" ", folded+" "):
			like = append(like, p)
		}
	}
	switch {
	case len(like) == 1:
		return like[0], nil
	case len(like) > 1:
		return crm.Person{}, crm.Errorf(crm.Invalid, errSeveralPeople, words, names(req.Lang, like))
	case user:
		return crm.Person{}, crm.Errorf(crm.Invalid, errNotColleague)
	}
	return crm.Person{}, crm.Errorf(crm.NotFound, errNobody, words)
}
