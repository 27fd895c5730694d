package store

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// remindersDue are the follow-ups to remind of on a day: due, with reminders left, none sent that day, and set before the
// moment from which the day's reminders are sent.
const remindersDue = promiseSelect + `
	WHERE f.state = 'open' AND f.reminded < 3 AND f.due <= ? AND f.due >= ? AND p.active = 1 AND p.org_id = f.org_id AND f.set_at < ?
		AND (f.reminded_on IS NULL OR f.reminded_on < ?)
	ORDER BY f.owner_id, f.due, f.id LIMIT ?`

// RemindersDue gives the follow-ups of which the owner is to be reminded on that day, by owner and due date, at most
// limit: open ones, due by then and not before from, whose day and owner were set before since, whose owner is active
// and still of its organisation,
// with fewer than crm.MostReminders reminders and none on that day.
func (s *Store) RemindersDue(ctx context.Context, from, day when.Date, since time.Time, limit int) ([]crm.Promise, error) {
	all, err := list(ctx, s.single(), promiseFields, remindersDue, day, from, millis(since), day, limit)
	return all, s.dialect.translate(err)
}

// Remind claims the reminder of that day for each follow-up that still stands as it was read (open, due then, that
// owner, with a reminder left and none that day), and stores the jobs that compose makes of those it got; of two
// programs only one gets each. It gives how many it got; compose is not called for none, and may be called again when
// the database asks for the transaction once more.
func (s *Store) Remind(ctx context.Context, day when.Date, of []crm.Promise, compose func([]crm.Promise) ([]crm.Job, error)) (claimed int, err error) {
	err = s.update(ctx, func(c conn) error {
		var got []crm.Promise
		for _, p := range of {
			n, err := c.exec(ctx, `
				UPDATE follow_up SET reminded = reminded + 1, reminded_on = ?
				WHERE id = ? AND state = 'open' AND due = ? AND owner_id = ? AND reminded < 3 AND (reminded_on IS NULL OR reminded_on < ?)`,
				day, p.ID, p.Due, p.OwnerID, day)
			if err != nil {
				return err
			}
			if n > 0 {
				got = append(got, p)
			}
		}
		if claimed = len(got); claimed == 0 {
			return nil
		}
		jobs, err := compose(got)
		if err != nil {
			return err
		}
		return c.enqueue(ctx, jobs)
	})
	if err != nil {
		claimed = 0
	}
	return claimed, err
}
