package consultation

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/privacy"
	"samspil/internal/text"
)

// mostWhy is how many characters the reason of a cancellation holds.
const mostWhy = 1000

// mayChange says why the person cannot move or cancel the consultation; nil when they can.
func mayChange(req commands.Request, c crm.Consultation) error {
	switch {
	case !c.CanManage(req.Person):
		return crm.Errorf(crm.Forbidden, errNotYours, c.Org.Name(req.Lang))
	case c.State == crm.ConsultationCancelled:
		return crm.Errorf(crm.Conflict, errCancelled, c.EndedBy, text.Time(req.Lang, c.EndedAt))
	case c.State != crm.ConsultationOpen:
		return crm.Errorf(crm.Conflict, errEnded, c.EndedBy, noteID(c))
	}
	return nil
}

// carried is the consultation and the version a form was opened with.
func carried(c crm.Consultation) string { return fmt.Sprintf("%d|%d", c.ID, c.Version) }

// changing is the consultation of a form's metadata, at the version that the form was opened with.
func (f *feature) changing(ctx context.Context, req commands.Request) (crm.Consultation, crm.Proposal, error) {
	id, version, _ := strings.Cut(req.Metadata, "|")
	c, p, err := f.pressed(ctx, req, id)
	if err != nil {
		return c, p, err
	}
	if c.Version, err = strconv.Atoi(version); err != nil {
		return c, p, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	return c, p, mayChange(req, c)
}

func (f *feature) moveButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, p, err := f.pressed(ctx, req, req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.moveForm(req, c, p)
}

func (f *feature) moveForm(req commands.Request, c crm.Consultation, p crm.Proposal) (commands.Reply, error) {
	if err := mayChange(req, c); err != nil {
		return commands.Reply{}, err
	}
	form := commands.Form{ID: "consultation.move", Title: titleMove.In(req.Lang), Submit: buttonMove.In(req.Lang), Metadata: carried(c),
		Intro: introMove.In(req.Lang, p.ID, p.Title, text.Date(req.Lang, c.Deadline)),
		Fields: []commands.Field{{Name: "deadline", Label: labelDeadline.In(req.Lang), Hint: hintDeadline.In(req.Lang), Kind: commands.FieldDate, Required: true,
			Values: []string{c.Deadline.String()}}}}
	return form.Reply(req.Lang), nil
}

// submitMove gives the consultation another deadline; the cards of all who are heard say so.
func (f *feature) submitMove(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, p, err := f.changing(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	wrong := map[string]string{}
	day := deadlineOf(req, wrong)
	if len(wrong) == 0 && day == c.Deadline {
		wrong["deadline"] = errSameDay.In(req.Lang)
	}
	if len(wrong) > 0 {
		return commands.Reply{Errors: wrong}, nil
	}
	c, err = f.store.MoveDeadline(ctx, entry(req), c.ID, c.Version, day, told(p, idsOf(c.Heard)...))
	if err != nil {
		return commands.Reply{}, err
	}
	return commands.NewPage().Lead(textMoved.In(req.Lang, p.ID, text.Date(req.Lang, c.Deadline))).Small(whoSees(req.Lang, c)).Reply(), nil
}

// whoSees says who can see a change in their channel, and who has none.
func whoSees(lang text.Lang, c crm.Consultation) string {
	var without []string
	for _, h := range c.Heard {
		if h.Channel == "" {
			without = append(without, h.Org.Name(lang))
		}
	}
	switch len(without) {
	case 0:
		return textAllTold.In(lang)
	case len(c.Heard):
		return textNoneTold.In(lang, text.List(lang, without))
	}
	return textSomeTold.In(lang, text.List(lang, without))
}

func (f *feature) cancelButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, p, err := f.pressed(ctx, req, req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.cancelForm(req, c, p)
}

func (f *feature) cancelForm(req commands.Request, c crm.Consultation, p crm.Proposal) (commands.Reply, error) {
	if err := mayChange(req, c); err != nil {
		return commands.Reply{}, err
	}
	form := commands.Form{ID: "consultation.cancel", Title: titleCancel.In(req.Lang), Submit: buttonCancel.In(req.Lang), Metadata: carried(c),
		Intro:  introCancel.In(req.Lang, p.ID, p.Title),
		Fields: []commands.Field{{Name: "why", Label: labelWhy.In(req.Lang), Hint: hintWhy.In(req.Lang), Kind: commands.FieldLong, Required: true, MaxRunes: mostWhy}}}
	return form.Reply(req.Lang), nil
}

// submitCancel calls the consultation off. What was said is kept, there is no note, and all who were asked are told why.
func (f *feature) submitCancel(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, p, err := f.changing(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	why, _ := privacy.Mask(value(req, "why"))
	switch {
	case why == "":
		return commands.Reply{Errors: map[string]string{"why": errWhy.In(req.Lang)}}, nil
	case utf8.RuneCountInString(why) > mostWhy:
		return commands.Reply{Errors: map[string]string{"why": errWhyLong.In(req.Lang)}}, nil
	}
	c, err = f.store.CancelConsultation(ctx, entry(req), c.ID, c.Version, why, told(p, idsOf(c.Heard)...))
	if err != nil {
		return commands.Reply{}, err
	}
	again := commands.Button{ID: "consultation.start", Value: strconv.FormatInt(p.ID, 10), Label: buttonStartAgain.In(req.Lang)}
	return commands.NewPage().Lead(textOff.In(req.Lang, p.ID, p.Title)).Para(why).Small(whoSees(req.Lang, c)).Buttons(again).Reply(), nil
}

// undelivered notes that an organisation cannot be told in its channel, and tells who started the consultation, once.
func (f *feature) undelivered(ctx context.Context, m commands.Message, reason string) error {
	parts := strings.Split(m.Key, ".")
	if len(parts) != 3 {
		return nil // the status with who started it: there is nobody else to tell
	}
	id, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return nil // no key of a consultation
	}
	orgID := int64(0)
	if parts[2] != "status" {
		if orgID, err = strconv.ParseInt(parts[2], 10, 64); err != nil {
			return nil
		}
	}
	c, err := f.store.Consultation(ctx, id)
	if crm.IsKind(err, crm.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := f.store.ConsultedProposal(ctx, c.ProposalID)
	if crm.IsKind(err, crm.NotFound) { // deleted: nobody waits for it
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.store.MarkUndelivered(ctx, id, orgID, reason, f.clock(), func(c crm.Consultation) ([]crm.Job, error) {
		jobs, err := told(p)(c)
		h, heard := c.Of(orgID)
		if err != nil || !heard || !c.Person.SpeaksFor(c.Org) {
			return jobs, err
		}
		job, err := untold(c, p, h).Job()
		return append(jobs, job), err
	})
	return err
}

// untold tells who started the consultation that an organisation was not reached.
func untold(c crm.Consultation, p crm.Proposal, h crm.Heard) commands.Message {
	lang := langOf(c.Person)
	r := commands.NewPage().Lead(textNotReached.In(lang, h.Org.Name(lang), p.ID, p.Title)).Para(textUntold.In(lang, p.ID)).Reply()
	return commands.NewMessage(c.Person, "", lang, r)
}
