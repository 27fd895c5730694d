package consultation

import (
	"cmp"
	"context"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Due is where those who have not answered come from. Each reminder is claimed in the transaction that stores its message:
// however many programs look at the same time, one of them sends it, once.
type Due interface {
	UnansweredConsultations(ctx context.Context, day when.Date, limit int) ([]crm.Consultation, error)
	ConsultedProposal(ctx context.Context, id int64) (crm.Proposal, error)
	RemindHeard(ctx context.Context, id, orgID int64, day when.Date, jobs []crm.Job) (first bool, err error)
}

// dueAtOnce is how many consultations are looked at.
const dueAtOnce = 500

// Remind stores the reminders that are due at that moment, each in the thread of its organisation's card, and gives how
// many. Outside the hours of crm.ReminderSlot it does nothing.
func Remind(ctx context.Context, due Due, now time.Time) (sent int, err error) {
	day, _, ok := crm.ReminderSlot(now)
	if !ok {
		return 0, nil
	}
	open, err := due.UnansweredConsultations(ctx, day, dueAtOnce)
	if err != nil {
		return 0, err
	}
	for _, c := range open {
		n, err := remindHeard(ctx, due, c, day)
		if sent += n; err != nil {
			return sent, err
		}
	}
	return sent, nil
}

func remindHeard(ctx context.Context, due Due, c crm.Consultation, day when.Date) (sent int, err error) {
	for _, h := range c.Heard {
		if h.Channel == "" || !c.RemindsOn(h, day) {
			continue
		}
		p, err := due.ConsultedProposal(ctx, c.ProposalID)
		if crm.IsKind(err, crm.NotFound) { // deleted meanwhile: nothing to answer
			return sent, nil
		}
		if err != nil {
			return sent, err
		}
		job, err := reminder(c, p, h, day).Job()
		if err != nil {
			return sent, err
		}
		first, err := due.RemindHeard(ctx, c.ID, h.Org.ID, day, []crm.Job{job})
		if err != nil {
			return sent, err
		}
		if first {
			sent++
		}
	}
	return sent, nil
}

// reminder stands in the thread of the card.
func reminder(c crm.Consultation, p crm.Proposal, h crm.Heard, day when.Date) commands.Message {
	lang := cmp.Or(h.Lang, text.Danish)
	lead := textRemind.In(lang, text.Date(lang, c.Deadline), p.ID, p.Title)
	if day == c.Deadline {
		lead = textRemindToday.In(lang, p.ID, p.Title)
	}
	r := commands.NewPage().Lead(lead).Para(textYouSilent.In(lang)).Buttons(positionButtons(lang, c.ID, h)...).Reply()
	m := commands.NewMessage(crm.Person{Team: h.Team}, h.Channel, lang, r)
	m.Under, m.Readers = cardKey(c.ID, h.Org.ID), readers(c, p)
	return m
}
