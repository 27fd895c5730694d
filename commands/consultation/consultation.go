// Package consultation is the command for consultations on proposals: who is heard, what each says, who is reminded, and
// the note in which it ends.
package consultation

import (
	"context"
	"strings"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/note"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows. compose makes the messages of a change; they are stored with it. What is
// not there is crm.NotFound; what somebody did first is crm.Conflict, in a sentence that says who.
type Store interface {
	Orgs(ctx context.Context) ([]crm.Org, error)
	HearingChannels(ctx context.Context) ([]crm.Heard, error)
	ConsultedProposal(ctx context.Context, id int64) (crm.Proposal, error)
	Consultation(ctx context.Context, id int64) (crm.Consultation, error)
	LatestConsultation(ctx context.Context, proposalID int64) (crm.Consultation, error)
	ConsultationsOf(ctx context.Context, orgID int64, limit int) ([]crm.Consultation, error)
	WaitingConsultations(ctx context.Context, orgID int64, day when.Date, limit int) ([]crm.Consultation, error)
	StartConsultation(ctx context.Context, e crm.Entry, c crm.Consultation, compose func(crm.Consultation) ([]crm.Job, error)) (crm.Consultation, error)
	AnswerConsultation(ctx context.Context, e crm.Entry, id int64, version int, said crm.Heard, compose func(crm.Consultation) ([]crm.Job, error)) (crm.Consultation, error)
	CommentConsultation(ctx context.Context, e crm.Entry, id int64, k crm.ConsultationComment, compose func(crm.Consultation) ([]crm.Job, error)) (crm.Consultation, error)
	EndConsultation(ctx context.Context, e crm.Entry, id int64, write note.Writer, compose func(crm.Consultation) ([]crm.Job, error)) (crm.Consultation, error)
	MoveDeadline(ctx context.Context, e crm.Entry, id int64, version int, deadline when.Date, compose func(crm.Consultation) ([]crm.Job, error)) (crm.Consultation, error)
	CancelConsultation(ctx context.Context, e crm.Entry, id int64, version int, why string, compose func(crm.Consultation) ([]crm.Job, error)) (crm.Consultation, error)
	MarkUndelivered(ctx context.Context, id, orgID int64, reason string, now time.Time, compose func(crm.Consultation) ([]crm.Job, error)) (bool, error)
	SignNote(ctx context.Context, e crm.Entry, id int64) (crm.Consultation, error)
}

type feature struct {
	store    Store
	channels commands.Channels
	clock    func() time.Time
}

// New makes the feature. clock tells when Slack refused a message: that is no request, which would have its own time.
func New(store Store, channels commands.Channels, clock func() time.Time) commands.Feature {
	f := &feature{store, channels, clock}
	actions := map[string]commands.Handler{
		"start": f.startButton, "end": f.endButton, "note": f.noteButton, "sign": f.signButton, "attach": f.attach, "position": f.positionButton,
		"move": f.moveButton, "cancel": f.cancelButton,
	}
	for _, p := range crm.Positions {
		actions[p.Code] = f.answerButton
	}
	return commands.Feature{
		Name:     "consultation",
		Words:    []string{"consultation", "hoering"},
		Also:     []string{"høring", "høringer", "consultations"},
		Summary:  textSummary,
		Hint:     textHint,
		Examples: textExamples,
		Handle:   f.handle,
		Actions:  actions,
		Forms:    map[string]commands.Handler{"start": f.submitStart, "words": f.submitWords, "attach": f.submitAttach, "end": f.submitEnd, "move": f.submitMove, "cancel": f.submitCancel},
		Searches: map[string]commands.Handler{"org": f.suggest},
		Home:     f.home,
		Opens:    opens,

		Undelivered: f.undelivered,
	}
}

// handle answers one line.
func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	line := read(req.Text)
	if line.verb == verbList {
		return f.list(ctx, req)
	}
	if line.verb == "" || line.proposal == 0 {
		return commands.Sentence(textHow.In(req.Lang)), nil
	}
	if line.verb == verbStart {
		return f.startForm(ctx, req, line.proposal)
	}
	c, p, err := f.latest(ctx, req, line.proposal)
	if err != nil {
		return commands.Reply{}, err
	}
	switch line.verb {
	case verbAnswer:
		return f.answerLine(ctx, req, c, p, line.rest)
	case verbComment:
		return f.comment(ctx, req, c, p, crm.ConsultationComment{Author: req.Person.Name, Text: line.rest})
	case verbMove:
		return f.moveForm(req, c, p)
	case verbCancel:
		return f.cancelForm(req, c, p)
	case verbEnd:
		return f.end(ctx, req, c, p)
	case verbNote:
		return f.note(req, c)
	case verbSign:
		return f.sign(ctx, req, c)
	}
	return f.show(req, c, p), nil
}

// latest gives the newest consultation on the proposal. To those who neither ask nor are heard there is none.
func (f *feature) latest(ctx context.Context, req commands.Request, proposalID int64) (crm.Consultation, crm.Proposal, error) {
	c, err := f.store.LatestConsultation(ctx, proposalID)
	return f.seen(ctx, req, c, err, crm.Errorf(crm.NotFound, errNone, proposalID))
}

// byID is latest for what a button or form carries.
func (f *feature) byID(ctx context.Context, req commands.Request, id int64) (crm.Consultation, crm.Proposal, error) {
	c, err := f.store.Consultation(ctx, id)
	return f.seen(ctx, req, c, err, crm.Errorf(crm.NotFound, errOldButton))
}

func (f *feature) seen(ctx context.Context, req commands.Request, c crm.Consultation, err error, none *crm.Error) (crm.Consultation, crm.Proposal, error) {
	if crm.IsKind(err, crm.NotFound) || err == nil && !c.CanSee(req.Person) {
		return crm.Consultation{}, crm.Proposal{}, none
	}
	if err != nil {
		return crm.Consultation{}, crm.Proposal{}, err
	}
	p, err := f.store.ConsultedProposal(ctx, c.ProposalID)
	return c, p, err
}

// opens reports what opens a form at once.
func opens(req commands.Request) bool {
	switch req.Action {
	case "start", "attach", "move", "cancel", string(crm.SupportsWithComments), string(crm.Concerns):
		return true
	}
	return req.Action == "" && req.Form == "" && read(req.Text).verb == verbStart
}

func entry(req commands.Request) crm.Entry {
	return crm.Entry{RequestID: req.ID, Delivery: req.Delivery, Now: req.Now, Person: req.Person}
}

func today(req commands.Request) when.Date { return when.DateOf(req.Now) }

func value(req commands.Request, field string) string {
	return strings.TrimSpace(strings.Join(req.Values[field], ""))
}
