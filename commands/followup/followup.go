// Package followup is the command for what was promised to companies: who owes what and by when, and the reminders of it.
package followup

import (
	"context"
	"strings"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows. Acts on follow-ups give crm.NotFound when there is no such one and
// crm.Conflict, in a sentence that says who was first, when somebody closed or changed it.
type Store interface {
	dossier.Records
	Promises(ctx context.Context, ids []int64) ([]crm.Promise, error)
	PromisesOfPerson(ctx context.Context, p crm.Person, limit int) ([]crm.Promise, error)
	PromisesOfOrg(ctx context.Context, orgID int64, limit int) ([]crm.Promise, error)
	AddFollowUp(ctx context.Context, e crm.Entry, f crm.FollowUp) (batch string, added crm.Promise, err error)
	ActOnFollowUps(ctx context.Context, e crm.Entry, edits []crm.FollowUpEdit) (batch string, after []crm.Promise, err error)
	UndoFollowUps(ctx context.Context, e crm.Entry, batch string, since time.Time) (undone []crm.Promise, left int, err error)
	People(ctx context.Context) ([]crm.Person, error)
	Contact(ctx context.Context, id int64) (crm.Contact, error)
	SetStatus(ctx context.Context, e crm.Entry, id int64, version int, status crm.Status) (crm.Contact, error)
}

// Orgs finds an organisation by the words people type for it; ok is false unless exactly one is meant.
type Orgs func(ctx context.Context, words string, on when.Date, near crm.Org) (org crm.Org, ok bool)

type feature struct {
	store  Store
	finder dossier.Finder
	orgs   Orgs
}

// New makes the feature.
func New(store Store, finder dossier.Finder, orgs Orgs) commands.Feature {
	f := &feature{store, finder, orgs}
	return commands.Feature{
		Name:     "followup",
		Words:    []string{"followup", "opfoelgning"},
		Also:     []string{"opfølgning", "opfølgninger", "follow-up", "follow-ups", "followups"},
		Summary:  textSummary,
		Hint:     textHint,
		Examples: textExamples,
		Handle:   f.handle,
		Actions: map[string]commands.Handler{
			"list": f.listButton, "new": f.newForm, "done": f.doneButton, "move": f.moveButton, "give": f.giveButton, "undo": f.undoButton,
			"happened": f.happened, "missed": f.missed, "cancelled": f.cancelled, "noshow": f.noShow, "planned": f.plannedAgain,
		},
		Forms:    map[string]commands.Handler{"form": f.submitNew, "moved": f.submitMove, "given": f.submitGive},
		Opens:    opens,
		Searches: map[string]commands.Handler{"company": f.suggest},
		Claims:   claims,
	}
}

// handle answers one line.
func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	line := read(req.Text, req.Now)
	var reply commands.Reply
	var err error
	switch line.act {
	case actNew:
		return f.create(ctx, req, line.text)
	case actDone:
		reply, err = f.done(ctx, req, line)
	case actMove:
		reply, err = f.move(ctx, req, line)
	case actGive:
		reply, err = f.give(ctx, req, line)
	case actUnclear:
		reply = commands.Sentence(textUnclear.In(req.Lang))
	default:
		return f.list(ctx, req, line)
	}
	reply.Understood = line.understood()
	return reply, err
}

// opens reports the buttons that open a form at once.
func opens(req commands.Request) bool {
	return req.Action == "new" || req.Action == "move" || req.Action == "give"
}

// suggest offers companies while somebody types in the form.
func (f *feature) suggest(ctx context.Context, req commands.Request) (commands.Reply, error) {
	found, err := dossier.Suggest(ctx, f.store, f.finder, req.Text, req.Person.Org, req.Lang)
	return commands.Offer(found), err
}

func entry(req commands.Request, jobs ...crm.Job) crm.Entry {
	return crm.Entry{RequestID: req.ID, Delivery: req.Delivery, Now: req.Now, Person: req.Person, Jobs: jobs}
}

func today(req commands.Request) when.Date { return when.DateOf(req.Now) }

// claims is how well a sentence without a command word fits: it begins as a wish to be reminded, or asks what is to be
// followed up. "Besøgte … følger op i uge 50" is a contact.
func claims(sentence string) float64 {
	words := lower(strings.Fields(sentence))
	if _, ok := afterNew(words); ok && (words[0] == "mind" || words[0] == "remind") {
		return 0.9
	}
	asks := strings.Contains(" "+strings.Join(words, " ")+" ", " følge op ") || strings.Contains(strings.Join(words, " "), "follow up")
	_, verb := verbs[first(words)]
	switch {
	case len(words) > 0 && questionWords[words[0]] && asks:
		return 0.85
	case len(words) > 0 && (stateWords[words[0]] != "" || verb) && (asks || mentionsPromise(words)):
		return 0.8
	case verb && verbs[words[0]] == actDone && len(words) > 1 && (words[1] == "med" || words[1] == "with"):
		return 0.7
	}
	return 0
}
