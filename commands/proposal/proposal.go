// Package proposal is the command for project proposals: the card that is made of a document, the list, comments and
// decisions, and the early notice by which the secretariats around a proposal hear of it.
package proposal

import (
	"context"
	"strconv"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows. What changes a proposal gives crm.Conflict, in a sentence that says who was
// first, when somebody else changed it since the version given; version 0 is as it stands.
type Store interface {
	AddProposal(ctx context.Context, e crm.Entry, p crm.Proposal, documents []crm.ProposalDocument) (crm.Proposal, error)
	Proposal(ctx context.Context, id int64) (crm.Proposal, error)
	Proposals(ctx context.Context, f crm.ProposalFilter) ([]crm.Proposal, error)
	CorrectProposal(ctx context.Context, e crm.Entry, p crm.Proposal, fields []crm.ProposalField) (crm.Proposal, error)
	SetProposalStage(ctx context.Context, e crm.Entry, id int64, version int, stage crm.Stage) (crm.Proposal, error)
	DeleteProposal(ctx context.Context, e crm.Entry, id int64, version int) (crm.Proposal, error)
	RestoreProposal(ctx context.Context, e crm.Entry, id int64, since time.Time) (crm.Proposal, error)
	UndoProposal(ctx context.Context, e crm.Entry, id int64, version int, since time.Time) (crm.Proposal, error)
	DecideProposal(ctx context.Context, e crm.Entry, id int64, version int, d crm.Decision, on when.Date, words string) (crm.Proposal, error)
	ShareProposal(ctx context.Context, e crm.Entry, id int64, version int, told []int64) (crm.Proposal, error)
	ProposalNotices(ctx context.Context, id int64) ([]crm.ProposalNotice, error)
	AddProposalComment(ctx context.Context, e crm.Entry, id int64, words string) (crm.ProposalComment, error)
	ProposalComments(ctx context.Context, id int64) ([]crm.ProposalComment, error)
	SimilarProposals(ctx context.Context, p crm.Proposal, viewer crm.Org, limit int) ([]crm.SimilarProposal, error)
	Orgs(ctx context.Context) ([]crm.Org, error)
	OrgChannels(ctx context.Context) ([]crm.OrgChannel, error)
	SetOrgChannel(ctx context.Context, e crm.Entry, ch crm.OrgChannel) error
	SetOrgModel(ctx context.Context, e crm.Entry, orgID int64, on bool) error
	OrgUsesModel(ctx context.Context, orgID int64) (bool, error)
}

// Source is what a card is made from.
type Source struct {
	Files []commands.File // as they came with the request
	Text  string          // pasted, or of the message; "" for none
	Model bool            // a language model may draft the card
}

// Made is a card with what it was read from.
type Made struct {
	Card      summary.Card
	Documents []crm.ProposalDocument
	How       string    // as crm.Proposal.Made: "extract" or "draft"
	Refused   []Refused // files that could not be read; the rest were used
}

// Refused is a file that was not read, and why: a crm.Error with its sentence.
type Refused struct {
	Name string
	Why  *crm.Error
}

// Maker reads files and text and makes the card of what they say. An error is about all of it; nothing was read then.
type Maker interface {
	Make(ctx context.Context, from Source, on when.Date) (Made, error)
	// Drafts reports whether a language model is set up at all.
	Drafts() bool
}

type feature struct {
	store    Store
	maker    Maker
	channels commands.Channels
}

// New makes the feature.
func New(store Store, maker Maker, channels commands.Channels) commands.Feature {
	f := &feature{store, maker, channels}
	return commands.Feature{
		Name:       "proposal",
		TakesFiles: true,
		Words:      []string{"proposal", "projekt"},
		Also:       []string{"projektforslag", "proposals", "projekter", "forslag"},
		Summary:    textSummary,
		Hint:       textHint,
		Examples:   textExamples,
		Handle:     f.handle,
		Actions: map[string]commands.Handler{
			"summarise": f.summarise, "new": f.newForm, "list": f.listButton, "show": f.showButton, "edit": f.editButton,
			"register": f.registerButton, "similar": f.similarButton, "comment": f.commentButton, "undo": f.undo, "restore": f.restore,
		},
		Forms:  map[string]commands.Handler{"form": f.submitNew, "edited": f.submitEdit, "commented": f.submitComment},
		Slow:   map[string]text.Text{"form": textReading},
		Opens:  opens,
		Claims: claims,
	}
}

// handle answers one line.
func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	line := read(req.Text)
	if len(req.Files) > 0 && !line.numbered() {
		line = asked{act: actDraft, text: req.Text}
	}
	reply, err := f.answer(ctx, req, line)
	reply.Understood = line.understood()
	return reply, err
}

func (f *feature) answer(ctx context.Context, req commands.Request, line asked) (commands.Reply, error) {
	if line.numbered() && line.id == 0 {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errWhich)
	}
	switch line.act {
	case actForm:
		return newForm(req), nil
	case actDraft:
		return f.draft(ctx, req, Source{Files: req.Files, Text: line.text}, extra{ideaOn: today(req)})
	case actShow:
		return f.show(ctx, req, line.id)
	case actEdit:
		return f.edit(ctx, req, line.id)
	case actComment:
		return f.comment(ctx, req, line.id, line.text)
	case actDecide:
		return f.decide(ctx, req, line.id, line.text)
	case actStage:
		return f.stage(ctx, req, line.id, line.text)
	case actDelete:
		return f.delete(ctx, req, line.id)
	case actRegister:
		return f.register(ctx, req, line.id)
	case actSimilar:
		return f.similar(ctx, req, line.id)
	case actChannel:
		return f.channel(ctx, req, line.text)
	case actModel:
		return f.model(ctx, req, line.text)
	}
	return f.list(ctx, req, line.text)
}

// opens reports the buttons that open a form at once.
func opens(req commands.Request) bool {
	return req.Action == "new" || req.Action == "edit" || req.Action == "comment"
}

// visible reads a proposal. One that the person may not see does not exist, in the same words.
func (f *feature) visible(ctx context.Context, req commands.Request, id int64) (crm.Proposal, error) {
	p, err := f.store.Proposal(ctx, id)
	if crm.IsKind(err, crm.NotFound) || err == nil && !p.CanSee(req.Person) {
		return crm.Proposal{}, crm.Errorf(crm.NotFound, errNone, id)
	}
	return p, err
}

// own reads a proposal that the person may change.
func (f *feature) own(ctx context.Context, req commands.Request, id int64) (crm.Proposal, error) {
	p, err := f.visible(ctx, req, id)
	if err == nil && !p.CanChange(req.Person) {
		err = crm.Errorf(crm.Forbidden, errOtherOrg, id, p.Org.Name(req.Lang))
	}
	return p, err
}

// pressed is the number a button carries.
func pressed(req commands.Request) (int64, error) {
	id, err := strconv.ParseInt(req.Value, 10, 64)
	if err != nil {
		return 0, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	return id, nil
}

func entry(req commands.Request, jobs ...crm.Job) crm.Entry {
	return crm.Entry{RequestID: req.ID, Delivery: req.Delivery, Now: req.Now, Person: req.Person, Jobs: jobs}
}

func today(req commands.Request) when.Date { return when.DateOf(req.Now) }
