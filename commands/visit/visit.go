// Package visit is the command that logs and plans contacts with companies: in one line, or with a form.
package visit

import (
	"context"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/sentence"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows. Methods on contacts give crm.NotFound when there is no such
// contact and crm.Conflict when somebody changed it first.
type Store interface {
	dossier.Records
	CompanyByID(ctx context.Context, id int64) (crm.Company, error)
	AddCompany(ctx context.Context, entry crm.Entry, c crm.Company) (crm.Company, error)
	LogContact(ctx context.Context, entry crm.Entry, c crm.Contact, f []crm.FollowUp) (crm.Contact, error)
	Contact(ctx context.Context, id int64) (crm.Contact, error)
	ContactsOfPerson(ctx context.Context, p crm.Person, limit int) ([]crm.Contact, error)
	PlannedByPerson(ctx context.Context, p crm.Person, from when.Date, limit int) ([]crm.Contact, error)
	FollowUpsOfPerson(ctx context.Context, personID int64, limit int) ([]crm.FollowUp, error)
	FollowUpsOfContact(ctx context.Context, id int64) ([]crm.FollowUp, error)
	UpdateContact(ctx context.Context, entry crm.Entry, c crm.Contact, f []crm.FollowUp) (crm.Contact, error)
	SetStatus(ctx context.Context, entry crm.Entry, id int64, version int, status crm.Status) (crm.Contact, error)
	DeleteContact(ctx context.Context, entry crm.Entry, id int64, what string) (crm.Contact, error)
	RestoreContact(ctx context.Context, entry crm.Entry, id int64) (crm.Contact, error)
	JoinContact(ctx context.Context, entry crm.Entry, id int64, name string) (crm.Contact, error)
	LeaveContact(ctx context.Context, entry crm.Entry, id int64) (crm.Contact, error)
	SetBrings(ctx context.Context, entry crm.Entry, id int64, brings string) error
	AskPlanner(ctx context.Context, entry crm.Entry, id int64) error
	JoiningsOf(ctx context.Context, contactID int64) ([]crm.Joining, error)
	PersonByID(ctx context.Context, id int64) (crm.Person, error)
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
		Name:     "visit",
		Words:    []string{"visit", "besoeg"},
		Also:     []string{"besøg", "log", "planlæg", "plan", "book"},
		Summary:  textSummary,
		Hint:     textHint,
		Examples: textExamples,
		Handle:   f.handle,
		Actions: map[string]commands.Handler{
			"new": f.newForm, "undo": f.undoButton, "edit": f.editButton, "restore": f.restoreButton,
			"cancel": f.cancelButton, "reason": f.reasonButton, "told": f.toldButton, "plan": f.planForm, "list": f.listButton,
			"frommessage": f.fromMessage, "again": f.again,
			"join": f.join, "leave": f.leave, "bring": f.bringForm, "ask": f.askForm, "answer": f.answerForm,
		},
		Forms:    map[string]commands.Handler{"form": f.submit, "bring": f.bring, "ask": f.ask, "answer": f.answer},
		Home:     f.home,
		Opens:    opens,
		Searches: map[string]commands.Handler{"company": f.suggest},
		Claims:   claims,
	}
}

// listWords show the list when they stand alone; a company may begin with them ("Vis Byg ApS").
var listWords = map[string]bool{"list": true, "liste": true, "mine": true, "vis": true, "vis mine": true, "mine kontakter": true, "my contacts": true}

var undoWords = map[string]bool{"undo": true, "fortryd": true}

func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	line := strings.TrimSpace(req.Text)
	first, rest, _ := strings.Cut(line, " ")
	switch {
	case listWords[strings.ToLower(line)]:
		return f.list(ctx, req)
	case undoWords[strings.ToLower(first)]:
		return f.undoCommand(ctx, req, strings.TrimSpace(rest))
	}
	if reply, ok, err := f.joinCommand(ctx, req, line); ok {
		return reply, err
	}
	words := req.Text
	if planCommand[strings.ToLower(req.Command)] {
		words = req.Command + " " + words // "planlæg" and "book" say what the line is about
	}
	read := sentence.ReadContact(words, req.Now, f.known(ctx, req))
	if read.Intent == sentence.LogVisit && req.Command != "" && editWords[strings.ToLower(first)] {
		read = f.edits(ctx, req, read, rest)
	}
	var reply commands.Reply
	var err error
	switch read.Intent {
	case sentence.DeleteVisit:
		reply, err = f.delete(ctx, req, read)
	case sentence.CancelVisit:
		reply, err = f.cancel(ctx, req, read)
	case sentence.UpdateVisit:
		reply, err = f.edit(ctx, req, read)
	default:
		return f.log(ctx, req, read)
	}
	reply.Understood = understood(read)
	return reply, err
}

// editWords begin an edit also where a name of one's own follows that no register has as a whole: "/visit ret nakskov
// 1½ time". In a sentence without the command they are ordinary words.
var editWords = map[string]bool{"ret": true, "rediger": true, "edit": true}

// edits reads the line as an edit if that names a contact of the person's, else leaves it as it was read.
func (f *feature) edits(ctx context.Context, req commands.Request, read sentence.Contact, rest string) sentence.Contact {
	again := sentence.ReadContact(strings.Join([]string{"ret", "kontakt", "hos", rest}, " "), req.Now, f.known(ctx, req))
	if _, err := f.target(ctx, req, again); err != nil || again.Company == "" {
		return read
	}
	return again
}

var planCommand = map[string]bool{"planlæg": true, "plan": true, "book": true}

func understood(read sentence.Contact) commands.Understood {
	return commands.Understood{Intent: string(read.Intent), Slots: read.Slots()}
}

// known tells the reader which words are the name of a company.
func (f *feature) known(ctx context.Context, req commands.Request) sentence.Known {
	return func(name string) bool { return dossier.Named(ctx, f.store, f.finder, name, req.Person.Org) }
}

// opens reports the buttons and the bare command that open a form at once.
func opens(req commands.Request) bool {
	switch req.Action {
	case "new", "plan", "edit", "frommessage", "bring", "ask", "answer":
		return true
	}
	return req.Action == "" && req.Form == "" && strings.TrimSpace(req.Text) == ""
}

// suggest offers companies while somebody types in the form.
func (f *feature) suggest(ctx context.Context, req commands.Request) (commands.Reply, error) {
	found, err := dossier.Suggest(ctx, f.store, f.finder, req.Text, req.Person.Org, req.Lang)
	return commands.Offer(found), err
}

func entry(req commands.Request) crm.Entry {
	return crm.Entry{RequestID: req.ID, Delivery: req.Delivery, Now: req.Now, Person: req.Person}
}

func today(req commands.Request) when.Date { return when.DateOf(req.Now) }

// claims is how well a sentence without a command word fits: it speaks of contact with a company.
func claims(words string) float64 { return sentence.ClaimsContact(words) }
