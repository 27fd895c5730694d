package followup

import (
	"cmp"
	"context"
	"errors"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Due is where what is to be reminded of and asked about comes from. Each is claimed in the transaction that stores its
// message: however many programs look at the same time, one of them sends it, once.
type Due interface {
	RemindersDue(ctx context.Context, from, day when.Date, since time.Time, limit int) ([]crm.Promise, error)
	Remind(ctx context.Context, day when.Date, of []crm.Promise, compose func([]crm.Promise) ([]crm.Job, error)) (claimed int, err error)
	UnaskedPlans(ctx context.Context, from, before when.Date, limit int) ([]crm.Contact, error)
	AskOutcome(ctx context.Context, c crm.Contact, jobs []crm.Job) (first bool, err error)
	PersonByID(ctx context.Context, id int64) (crm.Person, error)
}

// dueAtOnce is how many rows are read at once.
const dueAtOnce = 500

// Remind stores the messages that are due at that moment and gives how many: to each owner one with what is due today or
// late, and to each planner a question about what was planned before today. Outside the hours of crm.ReminderSlot it does
// nothing. It is called again and again, by several programs, and looks at so many rows at once.
func Remind(ctx context.Context, due Due, now time.Time) (sent int, err error) {
	day, since, ok := crm.ReminderSlot(now)
	if !ok {
		return 0, nil
	}
	reminded, err1 := remindOwners(ctx, due, day, since)
	asked, err2 := askPlanners(ctx, due, day)
	return reminded + asked, errors.Join(err1, err2)
}

func remindOwners(ctx context.Context, due Due, day when.Date, since time.Time) (sent int, err error) {
	list, err := due.RemindersDue(ctx, day.AddDays(-crm.AskWithin), day, since, dueAtOnce)
	if err != nil {
		return 0, err
	}
	more := len(list) == dueAtOnce
	for len(list) > 0 {
		n := ownersRun(list)
		if more && n == len(list) && sent > 0 {
			break // there may be more of this owner's: the next look has them all
		}
		claimed, err := due.Remind(ctx, day, list[:n], func(got []crm.Promise) ([]crm.Job, error) { return jobOf(reminder(day, got)) })
		if err != nil {
			return sent, err
		}
		if claimed > 0 {
			sent++
		}
		list = list[n:]
	}
	return sent, nil
}

// ownersRun is how many of the first ones have the same owner.
func ownersRun(list []crm.Promise) int {
	n := 1
	for n < len(list) && list[n].OwnerID == list[0].OwnerID {
		n++
	}
	return n
}

func jobOf(m commands.Message) ([]crm.Job, error) {
	job, err := m.Job()
	return []crm.Job{job}, err
}

// reminder is the message to the owner of all of them.
func reminder(day when.Date, list []crm.Promise) commands.Message {
	owner := list[0].Owner
	lang := langOf(owner)
	to := commands.NewPage().Lead(textDue.In(lang, len(list)))
	addRows(to, lang, day, list, page{rows: idsOf(list)})
	last := 0
	for _, p := range list {
		if p.Reminded == crm.MostReminders-1 {
			last++
		}
	}
	if last > 0 {
		to.Small(textLast.In(lang, last))
	}
	return commands.NewMessage(owner, "", lang, to.Reply())
}

// handed is the message to a colleague who got them.
func handed(req commands.Request, to crm.Person, list []crm.Promise) commands.Message {
	lang := langOf(to)
	note := commands.NewPage().Lead(textHanded.In(lang, len(list), req.Person.Name))
	addRows(note, lang, today(req), list, page{rows: idsOf(list)})
	return commands.NewMessage(to, "", lang, note.Reply())
}

// langOf is the language a person chose, else Danish: what Slack is set to is not known here.
func langOf(p crm.Person) text.Lang { return cmp.Or(p.Lang, text.Danish) }

func askPlanners(ctx context.Context, due Due, day when.Date) (sent int, err error) {
	plans, err := due.UnaskedPlans(ctx, day.AddDays(-crm.AskWithin), day, dueAtOnce)
	if err != nil {
		return 0, err
	}
	for _, c := range plans {
		planner, err := due.PersonByID(ctx, c.Person.ID)
		if err != nil {
			return sent, err
		}
		jobs, err := jobOf(question(planner, c))
		if err != nil {
			return sent, err
		}
		first, err := due.AskOutcome(ctx, c, jobs)
		if err != nil {
			return sent, err
		}
		if first {
			sent++
		}
	}
	return sent, nil
}
