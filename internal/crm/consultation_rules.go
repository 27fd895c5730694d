package crm

import (
	"slices"
	"time"

	"samspil/internal/text"
	"samspil/internal/when"
)

// consultationWorkdays is how many workdays a consultation lasts unless somebody says otherwise.
const consultationWorkdays = 10

// reminderBefore are the workdays before the deadline on which those who have not answered are reminded.
var reminderBefore = []int{5, 1, 0}

var (
	errDeadlinePast   = text.New("Fristen %s er passeret. Vælg i dag eller en senere dag.", "The deadline %s has passed. Choose today or a later day.")
	errDeadlineClosed = text.New("Den %s har kontorerne lukket. Den næste arbejdsdag er %s.", "Offices are closed on %s. The next workday is %s.")
)

// ConsultationDeadline is the deadline that is suggested on that day.
func ConsultationDeadline(today when.Date) when.Date {
	return when.AddWorkdays(today, consultationWorkdays)
}

// CheckDeadline refuses, as Invalid, a deadline before today or on a day on which offices are closed.
func CheckDeadline(lang text.Lang, deadline, today when.Date) *Error {
	switch next := when.NextWorkday(deadline); {
	case deadline.Before(today):
		return Errorf(Invalid, errDeadlinePast, text.ShortDate(lang, deadline))
	case next != deadline:
		return Errorf(Invalid, errDeadlineClosed, text.ShortDate(lang, deadline), text.ShortDate(lang, next))
	}
	return nil
}

// CanBeHeard reports whether a consultation on the proposal may begin: it is registered and not decided yet.
func (p Proposal) CanBeHeard() bool {
	return p.DeletedAt.IsZero() && slices.Contains([]Stage{StageIdea, StageEarlyNotice, StageConsultation, StageRecommendation}, p.Stage)
}

// CanConsult reports whether the person may start, end and sign a consultation: secretariat, managers and administrators
// of the proposal's own organisation.
func (p Proposal) CanConsult(who Person) bool { return p.CanDecide(who) }

// CanManage is CanConsult, asked of the consultation.
func (c Consultation) CanManage(who Person) bool {
	return who.SpeaksFor(c.Org) && who.Role != Caseworker
}

// CanSee reports whether the person may see the consultation and what was said in it: those who ask, and those heard. To
// anybody else it does not exist.
func (c Consultation) CanSee(who Person) bool { return who.Active && c.SeenBy(who.Org) }

// SeenBy reports whether the organisation asks or is heard.
func (c Consultation) SeenBy(o Org) bool {
	_, heard := c.Of(o.ID)
	return heard || c.Org.ID == o.ID
}

// SeenByAll reports whether each of the organisations asks or is heard.
func (c Consultation) SeenByAll(orgs []Org) bool {
	return !slices.ContainsFunc(orgs, func(o Org) bool { return !c.SeenBy(o) })
}

// Of is what the organisation says; ok is false when it is not heard.
func (c Consultation) Of(orgID int64) (Heard, bool) {
	i := slices.IndexFunc(c.Heard, func(h Heard) bool { return h.Org.ID == orgID })
	if i < 0 {
		return Heard{}, false
	}
	return c.Heard[i], true
}

// Silent are those who have not answered.
func (c Consultation) Silent() []Heard {
	return slices.DeleteFunc(slices.Clone(c.Heard), func(h Heard) bool { return h.Position != "" })
}

// Takes reports whether a position given at that moment counts: until the end of the deadline day in Copenhagen.
func (c Consultation) Takes(now time.Time) bool {
	return c.State == ConsultationOpen && !when.DateOf(now).After(c.Deadline)
}

// NeedsWords reports whether the position says nothing without words.
func (p Position) NeedsWords() bool { return p == SupportsWithComments || p == Concerns }

// Known reports whether it is one of Positions.
func (p Position) Known() bool {
	return slices.ContainsFunc(Positions, func(t Term) bool { return t.Code == string(p) })
}

// ConsultationReminderDays are the days on which those who have not answered are reminded: five workdays and one workday
// before the deadline and on the day itself, those after the day it was opened.
func ConsultationReminderDays(opened, deadline when.Date) []when.Date {
	var days []when.Date
	for _, n := range reminderBefore {
		if day := when.AddWorkdays(deadline, -n); day.After(opened) {
			days = append(days, day)
		}
	}
	return days
}

// RemindsOn reports whether the organisation is to be reminded on that day. A reminder day that was missed, because the
// program was down, is made up for on the next workday, once.
func (c Consultation) RemindsOn(h Heard, day when.Date) bool {
	if c.State != ConsultationOpen || h.Position != "" || h.Reminded >= MostReminders || day.After(c.Deadline) || !when.IsWorkday(day) {
		return false
	}
	return slices.ContainsFunc(ConsultationReminderDays(when.DateOf(c.OpenedAt), c.Deadline), func(d when.Date) bool {
		return !d.After(day) && (h.RemindedOn.IsZero() || h.RemindedOn.Before(d))
	})
}
