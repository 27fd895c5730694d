package consultation

import (
	"context"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// listLength is how many consultations a list shows.
const listLength = 20

// list shows the consultations that wait for the person's organisation, and those it has begun.
func (f *feature) list(ctx context.Context, req commands.Request) (commands.Reply, error) {
	all, err := f.store.ConsultationsOf(ctx, req.Person.Org.ID, listLength)
	if err != nil {
		return commands.Reply{}, err
	}
	var asked, own []string
	for _, c := range all {
		if !c.CanSee(req.Person) {
			continue
		}
		p, err := f.store.ConsultedProposal(ctx, c.ProposalID)
		if err != nil {
			return commands.Reply{}, err
		}
		row := rowList.In(req.Lang, p.ID, p.Title, text.ShortDate(req.Lang, c.Deadline), len(c.Heard)-len(c.Silent()), len(c.Heard))
		if c.State == crm.ConsultationEnded {
			row = rowUnsigned.In(req.Lang, p.ID, p.Title, noteID(c))
		}
		if h, ok := c.Of(req.Person.Org.ID); ok {
			asked = append(asked, row+" · "+ours(req.Lang, h))
		} else {
			own = append(own, row)
		}
	}
	to := commands.NewPage().Heading(headList.In(req.Lang))
	if len(asked)+len(own) == 0 {
		to.Para(textNothing.In(req.Lang))
	}
	to.List(labelAsked.In(req.Lang), asked).List(labelOwn.In(req.Lang), own)
	return to.Small(textHow.In(req.Lang)).Reply(), nil
}

func ours(lang text.Lang, h crm.Heard) string {
	if h.Position == "" {
		return textYouSilent.In(lang)
	}
	return textYours.In(lang, h.Position.Name(lang))
}

// show says everything that was said so far, to those who ask and those heard.
func (f *feature) show(req commands.Request, c crm.Consultation, p crm.Proposal) commands.Reply {
	lang, to := req.Lang, commands.NewPage()
	to.Heading(headConsultation.In(lang, p.ID, p.Title))
	to.Para(stateLine(lang, c) + "\n" + facts(lang, p))
	if c.Question != "" {
		to.Para(textQuestion.In(lang, c.Question))
	}
	for _, h := range c.Heard {
		to.Para(said(lang, h, len(h.Words)+1))
	}
	for _, k := range c.Comments {
		to.Para(rowComment.In(lang, k.Author, k.Org.Name(lang), strings.Join(strings.Fields(k.Text), " "))) // a second line would look like an answer
	}
	if h, ok := c.Of(req.Person.Org.ID); ok && c.Takes(req.Now) {
		to.Buttons(positionButtons(lang, c.ID, h)...)
	}
	switch {
	case c.NoteNumber != 0:
		to.Buttons(button(lang, "note", c.ID, buttonNote))
	case c.CanManage(req.Person):
		to.Buttons(button(lang, "end", c.ID, buttonEnd), button(lang, "move", c.ID, buttonMove), button(lang, "cancel", c.ID, buttonCancel))
	}
	return to.Reply()
}
