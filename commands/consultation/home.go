package consultation

import (
	"context"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
)

// homeLength is how many consultations the Home tab shows.
const homeLength = 5

// home is the part of the Home tab of those who speak for their organisation: the consultations that wait for it, each with
// the buttons to answer.
func (f *feature) home(ctx context.Context, req commands.Request) (commands.Reply, error) {
	if req.Person.Role == crm.Caseworker {
		return commands.Reply{}, nil
	}
	all, err := f.store.WaitingConsultations(ctx, req.Person.Org.ID, today(req), homeLength+1)
	if err != nil || len(all) == 0 {
		return commands.Reply{}, err
	}
	lang, to := req.Lang, commands.NewPage().Heading(headWaiting.In(req.Lang, req.Person.Org.Name(req.Lang)))
	for _, c := range all[:min(len(all), homeLength)] {
		p, err := f.store.ConsultedProposal(ctx, c.ProposalID)
		if err != nil {
			return commands.Reply{}, err
		}
		h, _ := c.Of(req.Person.Org.ID)
		to.Para(textWaits.In(lang, p.ID, p.Title, c.Org.Name(lang), text.Date(lang, c.Deadline), dossier.Distance(lang, c.Deadline, today(req))))
		if c.Question != "" {
			to.Para(textQuestion.In(lang, c.Question))
		}
		to.Buttons(positionButtons(lang, c.ID, h)...)
	}
	if len(all) > homeLength {
		to.Small(textMoreWait.In(lang))
	}
	return to.Reply(), nil
}
