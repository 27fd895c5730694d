package consultation

import (
	"context"
	"strconv"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/note"
	"samspil/internal/text"
)

// pressed is the consultation that a button's value or a form's metadata names.
func (f *feature) pressed(ctx context.Context, req commands.Request, id string) (crm.Consultation, crm.Proposal, error) {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return crm.Consultation{}, crm.Proposal{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	return f.byID(ctx, req, n)
}

func (f *feature) endButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, p, err := f.pressed(ctx, req, req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.end(ctx, req, c, p)
}

// end ends the consultation after its deadline; before, it asks first.
func (f *feature) end(ctx context.Context, req commands.Request, c crm.Consultation, p crm.Proposal) (commands.Reply, error) {
	if !c.CanManage(req.Person) {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errNotYours, c.Org.Name(req.Lang))
	}
	if c.State == crm.ConsultationCancelled {
		return commands.Reply{}, mayChange(req, c)
	}
	if c.Takes(req.Now) {
		intro := introEnd.In(req.Lang, p.ID, p.Title, text.Date(req.Lang, c.Deadline))
		if silent := c.Silent(); len(silent) > 0 {
			intro += "\n" + textStillSilent.In(req.Lang, text.List(req.Lang, names(req.Lang, silent)))
		}
		form := commands.Form{ID: "consultation.end", Title: titleEnd.In(req.Lang), Submit: buttonEnd.In(req.Lang), Metadata: strconv.FormatInt(c.ID, 10), Intro: intro,
			Fields: []commands.Field{{Name: "sure", Label: labelSure.In(req.Lang), Kind: commands.FieldTick, Required: true, Options: []commands.Option{{Value: "yes", Label: optionSure.In(req.Lang)}}}}}
		return form.Reply(req.Lang), nil
	}
	return f.finish(ctx, req, c, p)
}

func names(lang text.Lang, heard []crm.Heard) []string {
	var all []string
	for _, h := range heard {
		all = append(all, h.Org.Name(lang))
	}
	return all
}

func (f *feature) submitEnd(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, p, err := f.pressed(ctx, req, req.Metadata)
	if err != nil {
		return commands.Reply{}, err
	}
	if !c.CanManage(req.Person) {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errNotYours, c.Org.Name(req.Lang))
	}
	if value(req, "sure") == "" {
		return commands.Reply{Errors: map[string]string{"sure": errNotSure.In(req.Lang)}}, nil
	}
	return f.finish(ctx, req, c, p)
}

// finish makes the note. All who were asked are shown that it is over.
func (f *feature) finish(ctx context.Context, req commands.Request, c crm.Consultation, p crm.Proposal) (commands.Reply, error) {
	c, err := f.store.EndConsultation(ctx, entry(req), c.ID, note.Write, told(p, idsOf(c.Heard)...))
	if err != nil {
		return commands.Reply{}, err
	}
	return showNote(req, c, textEndedNow.In(req.Lang, p.ID, noteID(c)))
}

func (f *feature) noteButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, _, err := f.pressed(ctx, req, req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.note(req, c)
}

func (f *feature) note(req commands.Request, c crm.Consultation) (commands.Reply, error) {
	if c.NoteNumber == 0 {
		return commands.Reply{}, crm.Errorf(crm.NotFound, errNoNote)
	}
	return showNote(req, c, "")
}

// showNote gives the note as text and as a Word document, if it is still the one that was made, below what was just done.
func showNote(req commands.Request, c crm.Consultation, done string) (commands.Reply, error) {
	n, unchanged, err := note.Decode(c.Note, c.NoteHash)
	if err == nil && !unchanged {
		return commands.Reply{}, crm.Errorf(crm.Unavailable, errTouched, noteID(c))
	}
	if err != nil {
		return commands.Reply{}, err
	}
	sign := note.Sign{Hash: c.NoteHash, By: c.SignedBy, At: c.SignedAt}
	file, err := n.DOCX(req.Lang, sign)
	if err != nil {
		return commands.Reply{}, err
	}
	to := commands.NewPage()
	if done != "" {
		to.Lead(done)
	}
	to.Para(n.Text(req.Lang, sign)).Small(textChecked.In(req.Lang))
	if c.SignedBy == "" && c.CanManage(req.Person) {
		to.Buttons(button(req.Lang, "sign", c.ID, buttonSign))
	}
	reply := to.Reply()
	reply.Files = []commands.File{{Name: n.ID() + ".docx", Size: int64(len(file)), Data: file}}
	return reply, nil
}

func (f *feature) signButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, _, err := f.pressed(ctx, req, req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.sign(ctx, req, c)
}

// sign notes who has signed the note off.
func (f *feature) sign(ctx context.Context, req commands.Request, c crm.Consultation) (commands.Reply, error) {
	if !c.CanManage(req.Person) {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errNotYours, c.Org.Name(req.Lang))
	}
	signed, err := f.store.SignNote(ctx, entry(req), c.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	return showNote(req, signed, textSigned.In(req.Lang, noteID(signed)))
}
