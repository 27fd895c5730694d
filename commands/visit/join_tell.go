package visit

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Joinings is what TellJoined needs of the rows.
type Joinings interface {
	JoiningsToTell(ctx context.Context, from when.Date, limit int) ([]crm.Joining, error)
	TellJoining(ctx context.Context, j crm.Joining, now crm.Appointment, jobs []crm.Job) (bool, error)
	Contact(ctx context.Context, id int64) (crm.Contact, error)
	Agreements(ctx context.Context) (crm.Agreements, error)
}

// told at once, at most; the others come with the next look.
const tellAtOnce = 100

// TellJoined tells those who joined a contact that it was moved, called off, or goes on without them, each once whatever
// number of programs look, and gives how many were told. What happened as planned is no news.
func TellJoined(ctx context.Context, rows Joinings, now time.Time) (sent int, err error) {
	list, err := rows.JoiningsToTell(ctx, when.DateOf(now), tellAtOnce)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	agreed, err := rows.Agreements(ctx)
	if err != nil {
		return 0, err
	}
	for _, j := range list {
		c, err := rows.Contact(ctx, j.ContactID)
		if err != nil {
			return sent, err
		}
		stands := crm.AppointmentOf(c, j.Org.ID)
		if d, ok := crm.Disclose(c, j.Org, agreed); !ok || d.Tier < crm.TierFact {
			stands.Known = crm.AppointmentParted // what they may no longer see goes on without them
		}
		if stands == j.Knows {
			continue
		}
		var jobs []crm.Job
		if page := changed(langOf(j.Person), j, c, stands); page != nil && j.Person.SpeaksFor(j.Org) {
			if jobs, err = jobsOf(commands.NewMessage(j.Person, "", langOf(j.Person), page.Reply())); err != nil {
				return sent, err
			}
		}
		told, err := rows.TellJoining(ctx, j, stands, jobs)
		if err != nil {
			return sent, err
		}
		if told && len(jobs) > 0 {
			sent++
		}
	}
	return sent, nil
}

// changed is what who joined is told; nil for no news.
func changed(lang text.Lang, j crm.Joining, c crm.Contact, stands crm.Appointment) *commands.Page {
	page := commands.NewPage()
	switch stands.Known {
	case string(crm.Cancelled), crm.AppointmentDeleted:
		c.Date, c.Start, c.End = j.Knows.Day, j.Knows.Start, crm.NoClock // as they know it
		return page.Lead(headline(textJointOff, lang, c, c.Person.Name, c.Org.Name(lang))).
			Buttons(commands.Button{ID: "visit.plan", Value: c.Company.CVR, Label: buttonPlanOwn.In(lang)})
	case crm.AppointmentParted:
		return page.Lead(textParted.In(lang, c.Org.Name(lang), text.Date(lang, j.Knows.Day)))
	case string(crm.Planned):
		if j.Knows.Known != string(crm.Planned) {
			return page.Lead(headline(textJointOn, lang, c, c.Person.Name, c.Org.Name(lang))).Buttons(leaveButton(lang, c.ID))
		}
		return page.Lead(headline(textJointMoved, lang, c, c.Person.Name, c.Org.Name(lang))).
			Small(textJointBefore.In(lang, text.Date(lang, j.Knows.Day)+dossier.Clock(lang, j.Knows.Start, crm.NoClock))).Buttons(leaveButton(lang, c.ID))
	}
	return nil // it was held, or nobody was there: the planner notes that
}

func leaveButton(lang text.Lang, id int64) commands.Button {
	return commands.Button{ID: "visit.leave", Value: strconv.FormatInt(id, 10), Label: buttonLeave.In(lang)}
}

// joinKey names the message that tells a planner that an organisation goes along.
func joinKey(contactID, orgID int64) string { return fmt.Sprintf("visit.join.%d.%d", contactID, orgID) }

// toPlanner tells who planned the contact that an organisation goes along, and what it brings: one message, changed in place.
func (f *feature) toPlanner(ctx context.Context, req commands.Request, planner crm.Person, c crm.Contact, j crm.Joining) ([]crm.Job, error) {
	if !planner.SpeaksFor(c.Org) {
		return nil, nil
	}
	lang := langOf(planner)
	page := commands.NewPage().Lead(headline(textJoins, lang, c, j.Person.Name, j.Org.Name(lang)))
	if j.Brings != "" {
		page.Para(itemBrings.In(lang, j.Org.Name(lang), j.Brings))
	}
	said, err := f.brief(ctx, lang, c.Org, req, c)
	if err != nil {
		return nil, err
	}
	if j.Brings == "" { // the second message says what is new, in the place of the first
		page.List(textBrief.In(lang), said)
	}
	page.Buttons(commands.Button{ID: "check.show", Value: c.Company.CVR, Label: buttonCheck.In(lang)},
		commands.Button{ID: "visit.answer", Value: fmt.Sprintf("%d:%d", c.ID, j.Person.ID), Label: buttonWrite.In(lang, j.Person.Name)})
	m := commands.NewMessage(planner, "", lang, page.Reply())
	m.Key = joinKey(c.ID, j.Org.ID)
	return jobsOf(m)
}

// briefLines puts the brief in words, as the viewer may see it.
func briefLines(lang text.Lang, viewer crm.Org, checked crm.Checked, joinings []crm.Joining) (said []string) {
	const promises, earlier = 3, 2
	if checked.Standing == crm.AskedNot {
		said = append(said, textAskedNot.In(lang))
	}
	for _, p := range checked.FollowUps[:min(promises, len(checked.FollowUps))] {
		said = append(said, itemPromised.In(lang, due(lang, p)))
	}
	var latest []crm.Disclosed
	if checked.Last != nil {
		latest = append(latest, *checked.Last)
	}
	latest = append(latest, checked.Others...)
	for _, line := range lines(lang, latest, earlier) {
		said = append(said, itemBefore.In(lang, line))
	}
	for _, j := range joinings {
		if j.Brings != "" && j.Org.ID != viewer.ID {
			said = append(said, itemBrings.In(lang, j.Org.Name(lang), j.Brings))
		}
	}
	if len(said) == 0 {
		said = append(said, textNothingBefore.In(lang))
	}
	return said
}

func langOf(p crm.Person) text.Lang { return cmp.Or(p.Lang, text.Danish) }

func jobsOf(m commands.Message) ([]crm.Job, error) {
	job, err := m.Job()
	return []crm.Job{job}, err
}
