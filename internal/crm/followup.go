package crm

import (
	"time"

	"samspil/internal/when"
)

// Reminders of what is due are sent on workdays from 08:30, and what was missed (the program was down) no later than
// 18:00: nobody is woken at night.
const (
	reminderHour, reminderMinute = 8, 30
	reminderEnds                 = 18
)

// MostReminders is how many reminders one follow-up has for one due day and owner; then it is only shown as overdue.
const MostReminders = 3

// AskWithin is how many days back the program looks for what it has not reminded of or asked about: after an upgrade or
// a long stop nobody is flooded with old matters.
const AskWithin = 30

// ReminderSlot is the day whose reminders are to be sent at that moment, and since when they are: from 08:30 to 18:00 in
// Copenhagen on workdays. ok is false at any other time.
func ReminderSlot(now time.Time) (day when.Date, since time.Time, ok bool) {
	day = when.DateOf(now)
	since = day.At(reminderHour, reminderMinute)
	return day, since, when.IsWorkday(day) && !now.Before(since) && now.Before(day.At(reminderEnds, 0))
}

// Promise is a follow-up with what there is to say of it.
type Promise struct {
	FollowUp
	Version  int     // 1, and one more at every change
	Reminded int     // how often the owner was reminded of this due day
	Company  Company // ID, CVR and Name, as it is called now
	Owner    Person  // without the organisation's names
	ClosedBy string  // the name of who closed it; "" while it is open, and where nobody in particular did
}

// CanChange reports whether the person may see and change the follow-up: its owner and colleagues of the same
// organisation may, to anybody else it does not exist.
func (f FollowUp) CanChange(p Person) bool { return p.Active && f.OrgID == p.Org.ID }

// ReminderDay is the day on which the owner is first reminded: the promised day, or the workday after it.
func (f FollowUp) ReminderDay() when.Date { return when.NextWorkday(f.Due) }

// Overdue reports whether the follow-up is still open after the workday on which it was to be done.
func (f FollowUp) Overdue(today when.Date) bool {
	return f.State == FollowUpOpen && f.ReminderDay().Before(today)
}

// FollowUpAct is what somebody does to a follow-up.
type FollowUpAct string

// The acts.
const (
	FollowUpAdded  FollowUpAct = "added"
	FollowUpClosed FollowUpAct = "done"
	FollowUpMoved  FollowUpAct = "moved"
	FollowUpGiven  FollowUpAct = "given" // to another owner
	FollowUpUndone FollowUpAct = "undone"
)

// FollowUpEdit is one act on one open follow-up.
type FollowUpEdit struct {
	ID      int64
	Version int // the one that was read; 0 for whichever there is
	Act     FollowUpAct
	Due     when.Date // FollowUpMoved
	DueText string    // FollowUpMoved: the words, "uge 1"; "" when a day was stated
	OwnerID int64     // FollowUpGiven
}
