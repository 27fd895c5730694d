// Package check is the command that tells who has been in contact with a company.
package check

import (
	"context"
	"errors"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/privacy"
	"samspil/internal/register"
	"samspil/internal/sentence"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows.
type Store interface {
	dossier.Records
	// Audit notes that somebody looked the subject up: the law lets people ask who did, and when.
	Audit(ctx context.Context, entry crm.Entry, action, subject string, details map[string]string) error
	// SaveCorrection keeps which company was found for some words, and which was meant.
	SaveCorrection(ctx context.Context, c crm.Correction) error
	// AuditOnce is Audit for what is done once for the entry's Delivery; first is false where it was done before.
	AuditOnce(ctx context.Context, entry crm.Entry, action, subject string, details map[string]string) (first bool, err error)
}

type feature struct {
	store    Store
	finder   dossier.Finder
	channels commands.Channels
}

// New makes the feature.
func New(store Store, finder dossier.Finder, channels commands.Channels) commands.Feature {
	f := &feature{store, finder, channels}
	return commands.Feature{
		Name:     "check",
		Words:    []string{"check", "tjek"},
		Also:     []string{"slå", "tjekke"},
		Summary:  textSummary,
		Hint:     textHint,
		Examples: textExamples,
		Handle:   f.handle,
		Actions: map[string]commands.Handler{"show": f.show, "again": f.show, "choose": f.choose, "wrong": f.wrong, "new": f.openForm,
			"share": f.preview, "post": f.post, "keep": f.keep},
		Forms:    map[string]commands.Handler{"form": f.submit},
		Searches: map[string]commands.Handler{"company": f.suggest},
		Opens:    opens,
		Claims:   sentence.ClaimsQuestion,
	}
}

func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	if strings.TrimSpace(req.Text) == "" {
		return f.openForm(ctx, req)
	}
	if req.Masked > 0 && strings.Trim(req.Text, " []") == strings.Trim(privacy.Masked, "[]") {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textNoCPR)
	}
	question := sentence.ReadQuestion(req.Text, req.Now)
	reply, err := f.answer(ctx, req, question)
	reply.Understood = commands.Understood{Intent: string(question.Intent), Slots: question.Slots()}
	return reply, err
}

// show answers the button of one company.
func (f *feature) show(ctx context.Context, req commands.Request) (commands.Reply, error) {
	req.Text = req.Value
	return f.handle(ctx, req)
}

func opens(req commands.Request) bool {
	return req.Action == "new" || req.Action == "" && req.Form == "" && strings.TrimSpace(req.Text) == ""
}

func (f *feature) openForm(_ context.Context, req commands.Request) (commands.Reply, error) {
	reply := searchForm(req)
	reply.Understood = commands.Understood{Intent: string(sentence.CheckCompany), Slots: map[string]any{}}
	return reply, nil
}

func (f *feature) submit(ctx context.Context, req commands.Request) (commands.Reply, error) {
	req.Text = strings.Join(req.Values["company"], ", ")
	return f.handle(ctx, req)
}

// suggest offers companies while somebody types in the form.
func (f *feature) suggest(ctx context.Context, req commands.Request) (commands.Reply, error) {
	found, err := dossier.Suggest(ctx, f.store, f.finder, req.Text, req.Person.Org, req.Lang)
	return commands.Offer(found), err
}

// subject is what was found for one of the companies asked about.
type subject struct {
	asked      sentence.Subject
	checked    *crm.Checked // nil when no company is certain
	candidates []register.Candidate
	byName     bool       // the company was found by its name
	trouble    *crm.Error // why nothing is known, where more than that can be said
}

// found reports whether the words fit any company.
func (s subject) found() bool { return s.checked != nil || len(s.candidates) > 0 }

// exact reports whether the words are the whole of a company's name or number.
func (s subject) exact() bool { return s.checked != nil || s.found() && s.candidates[0].Exact() }

// words are those that were asked about.
func (s subject) words() string {
	if s.asked.Number != nil {
		return s.asked.Number.Value
	}
	return s.asked.Name
}

// answer looks up every company asked about.
func (f *feature) answer(ctx context.Context, req commands.Request, q sentence.Question) (commands.Reply, error) {
	var found []subject
	for _, asked := range q.Subjects {
		subjects, err := f.lookAll(ctx, req, asked)
		if err != nil {
			return commands.Reply{}, err
		}
		found = append(found, subjects...)
	}
	switch {
	case len(found) == 0 && q.Phone != "":
		return showPhone(req, q.Phone), nil
	case len(found) == 0:
		return showNothingAsked(req), nil
	}
	reply := showAnswer(req, q, found)
	if !f.finder.Ready() && slices.ContainsFunc(found, func(s subject) bool { return s.asked.Number == nil }) {
		reply = commands.NewPage().Append(reply).Small(textNotReady.In(req.Lang)).Reply()
	}
	return reply, nil
}

// lookAll looks a subject up; where no company has exactly the whole of the words, the names they are made of, if those
// fit better.
func (f *feature) lookAll(ctx context.Context, req commands.Request, asked sentence.Subject) ([]subject, error) {
	whole, err := f.look(ctx, req, asked)
	if err != nil || whole.exact() {
		return []subject{whole}, err
	}
	var rest []sentence.Subject
	for _, name := range asked.Parts {
		rest = append(rest, sentence.Subject{Name: name})
	}
	if len(rest) == 0 && asked.Base != "" {
		rest = []sentence.Subject{{Name: asked.Base, Place: asked.Place}}
	}
	var parts []subject
	for _, name := range rest {
		s, err := f.look(ctx, req, name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	better := !whole.found() && slices.ContainsFunc(parts, subject.found) ||
		len(parts) > 0 && !slices.ContainsFunc(parts, func(s subject) bool { return !s.exact() })
	if !better {
		return []subject{whole}, nil
	}
	return parts, nil
}

// inPlace keeps the companies of a place that was named beside their common name, if there are any.
func inPlace(found []register.Candidate, place string) []register.Candidate {
	there := slices.DeleteFunc(slices.Clone(found), func(c register.Candidate) bool {
		return register.Fold(c.Company.Place) != register.Fold(place)
	})
	if place == "" || len(there) == 0 {
		return found
	}
	if len(there) == 1 && there[0].Reason == register.ByShared {
		there[0].Verdict = register.Same // the place tells it from those it shares its name with
	}
	return there
}

func (f *feature) look(ctx context.Context, req commands.Request, asked sentence.Subject) (subject, error) {
	words := asked.Name
	if asked.Number != nil {
		words = asked.Number.Value
		if asked.Number.Kind == register.KindPNumber {
			words = "P-nr. " + words
		}
	}
	s := subject{asked: asked}
	candidates, err := dossier.Find(ctx, f.store, f.finder, words, asked.Place, req.Person.Org)
	if absent, ok := errors.AsType[*crm.Error](err); ok && absent.Kind == crm.NotFound {
		s.trouble = absent
		return s, nil
	}
	if err != nil {
		return subject{}, err
	}
	candidates = inPlace(candidates, asked.Place)
	if len(candidates) == 0 || candidates[0].Verdict != register.Same {
		s.candidates = candidates
		return s, nil
	}
	company := candidates[0].Company
	audited := f.audit(ctx, req, company)
	checked, err := dossier.Gather(ctx, f.store, company, req.Person.Org, req.Now, when.DateOf(req.Now))
	s.checked, s.byName = &checked, candidates[0].Reason != register.ByNumber
	return s, errors.Join(err, <-audited)
}

// audit notes the look-up while the rows are read: it waits for the disk, and they do not.
func (f *feature) audit(ctx context.Context, req commands.Request, company crm.Company) <-chan error {
	done := make(chan error, 1)
	go func() {
		entry := crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person}
		done <- f.store.Audit(ctx, entry, "company.check", company.CVR, nil)
	}()
	return done
}
