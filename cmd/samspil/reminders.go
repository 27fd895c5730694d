package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"samspil/bot"
	"samspil/bot/console"
	"samspil/commands/consultation"
	"samspil/commands/followup"
	"samspil/commands/visit"
	"samspil/internal/crm"
	"samspil/store"
)

// remindEvery is how often the program looks for what is due: reminders come no later than this after half past eight.
const remindEvery = 20 * time.Second

// remind sends the reminders that are due, at once and again and again until ctx ends.
func remind(ctx context.Context, st *store.Store, logger *slog.Logger) {
	often := time.NewTicker(remindEvery)
	defer often.Stop()
	for {
		sent, err := remindAll(ctx, st, time.Now())
		if err != nil && ctx.Err() == nil {
			logger.Warn("reminders", "cause", err)
		}
		if sent > 0 {
			logger.Info("reminders", "messages", sent)
		}
		select {
		case <-ctx.Done():
			return
		case <-often.C:
		}
	}
}

// remindAll stores what is due at that moment: follow-ups, consultations that wait for an answer, and news of joint visits.
func remindAll(ctx context.Context, st *store.Store, now time.Time) (sent int, err error) {
	ofFollowUps, err1 := followup.Remind(ctx, st, now)
	ofConsultations, err2 := consultation.Remind(ctx, st, now)
	ofVisits, err3 := visit.TellJoined(ctx, st, now)
	return ofFollowUps + ofConsultations + ofVisits, errors.Join(err1, err2, err3)
}

// alarm is the console's: its clock is where the lines say it is, so what is due is looked for after each line. What was
// due before the console began is let be: the demo is filled with matters of the days before.
type alarm struct {
	console.Handler
	st         *store.Store
	began, now time.Time
}

// Handle implements console.Handler, and notes what time it is.
func (a *alarm) Handle(ctx context.Context, in bot.Inbound) bot.Outcome {
	if a.now = in.Now; a.began.IsZero() {
		a.began = in.Now
	}
	return a.Handler.Handle(ctx, in)
}

// ring stores the reminders that have become due.
func (a *alarm) ring(ctx context.Context) error {
	if _, since, ok := crm.ReminderSlot(a.now); !ok || !since.After(a.began) {
		_, err := visit.TellJoined(ctx, a.st, a.now) // news does not wait for the morning
		return err
	}
	_, err := remindAll(ctx, a.st, a.now)
	return err
}
