package followup

import (
	"context"
	"strconv"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
)

// question asks the planner what became of a contact, on the workday after it.
func question(to crm.Person, c crm.Contact) commands.Message {
	lang := langOf(to)
	return commands.NewMessage(to, "", lang, outcomeQuestion(lang, c))
}

func outcomeQuestion(lang text.Lang, c crm.Contact) commands.Reply {
	id := strconv.FormatInt(c.ID, 10)
	return commands.NewPage().Lead(textBecame.In(lang, inWords(lang, c))).Buttons(
		commands.Button{ID: "followup.happened", Value: id, Label: buttonHappened.In(lang), Primary: true},
		commands.Button{ID: "visit.edit", Value: id, Label: buttonMoved.In(lang)},
		commands.Button{ID: "followup.missed", Value: id, Label: buttonMissed.In(lang)}).Reply()
}

// inWords is the contact in words: channel, company, day.
func inWords(lang text.Lang, c crm.Contact) string {
	return textContact.In(lang, c.Channel.Name(lang), c.Company.Name, text.Date(lang, c.Date)+dossier.Clock(lang, c.Start, c.End))
}

// plan is the contact whose number the button carries if the person may change it; to everybody else it does not exist.
func (f *feature) plan(ctx context.Context, req commands.Request) (crm.Contact, error) {
	id, err := strconv.ParseInt(req.Value, 10, 64)
	if err != nil {
		return crm.Contact{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	c, err := f.store.Contact(ctx, id)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return crm.Contact{}, err
	}
	if err != nil || !c.CanEdit(req.Person) {
		return crm.Contact{}, crm.Errorf(crm.NotFound, errNoContact, id)
	}
	return c, nil
}

// stillPlanned is the contact of plan, unless it is settled already or lies ahead again.
func (f *feature) stillPlanned(ctx context.Context, req commands.Request) (crm.Contact, error) {
	c, err := f.plan(ctx, req)
	switch {
	case err != nil:
		return crm.Contact{}, err
	case !c.DeletedAt.IsZero():
		return crm.Contact{}, crm.Errorf(crm.Conflict, errContactGone)
	case c.Status != crm.Planned:
		return crm.Contact{}, crm.Errorf(crm.Conflict, errSettled, c.Status.Name(req.Lang))
	case c.Date.After(today(req)):
		return crm.Contact{}, crm.Errorf(crm.Conflict, errAhead, text.Date(req.Lang, c.Date))
	}
	return c, nil
}

func (f *feature) happened(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.settle(ctx, req, crm.Done)
}

func (f *feature) cancelled(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.settle(ctx, req, crm.Cancelled)
}

func (f *feature) noShow(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.settle(ctx, req, crm.NoShow)
}

// missed asks why it did not happen.
func (f *feature) missed(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, err := f.stillPlanned(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	lang, id := req.Lang, strconv.FormatInt(c.ID, 10)
	reply := commands.NewPage().Lead(textWhy.In(lang, inWords(lang, c))).Buttons(
		commands.Button{ID: "followup.cancelled", Value: id, Label: buttonCancelled.In(lang)},
		commands.Button{ID: "followup.noshow", Value: id, Label: buttonNoShow.In(lang)},
		commands.Button{ID: "visit.edit", Value: id, Label: buttonMoved.In(lang)}).Reply()
	reply.Replace = true
	return reply, nil
}

// settle notes what became of it; the question turns into that.
func (f *feature) settle(ctx context.Context, req commands.Request, status crm.Status) (commands.Reply, error) {
	c, err := f.stillPlanned(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	c, err = f.store.SetStatus(ctx, entry(req), c.ID, c.Version, status)
	if err != nil {
		return commands.Reply{}, err
	}
	lang, id := req.Lang, strconv.FormatInt(c.ID, 10)
	buttons := []commands.Button{{ID: "followup.planned", Value: id, Label: buttonUndo.In(lang)}}
	if status == crm.Done {
		buttons = append(buttons, commands.Button{ID: "visit.edit", Value: id, Label: buttonNote.In(lang)},
			commands.Button{ID: "followup.new", Value: c.Company.CVR, Label: buttonNew.In(lang)})
	} else {
		buttons = append(buttons, commands.Button{ID: "visit.plan", Value: c.Company.CVR, Label: buttonPlan.In(lang)})
	}
	reply := commands.NewPage().Lead(textSettled.In(lang, c.Status.Name(lang), inWords(lang, c))).
		Small(textBy.In(lang, req.Person.Name, text.Time(lang, req.Now)) + " " + textUndoable.In(lang)).Buttons(buttons...).Reply()
	reply.Replace = true
	return reply, nil
}

// plannedAgain takes an answer back, within ten minutes.
func (f *feature) plannedAgain(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, err := f.plan(ctx, req)
	switch {
	case err != nil:
		return commands.Reply{}, err
	case c.Status == crm.Planned:
		return commands.Reply{}, crm.Errorf(crm.Conflict, errSettled, c.Status.Name(req.Lang))
	case req.Now.Sub(c.UpdatedAt) > crm.UndoWindow:
		return commands.Reply{}, crm.Errorf(crm.Invalid, errUndoLate)
	}
	c, err = f.store.SetStatus(ctx, entry(req), c.ID, c.Version, crm.Planned)
	if err != nil {
		return commands.Reply{}, err
	}
	reply := outcomeQuestion(req.Lang, c)
	reply.Replace = true
	return reply, nil
}
