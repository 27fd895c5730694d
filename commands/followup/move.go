package followup

import (
	"context"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// move gives another day to what the line means. Where no certain day was said, it asks: with the form for one, in words
// for several.
func (f *feature) move(ctx context.Context, req commands.Request, line asked) (commands.Reply, error) {
	found, question, err := f.pick(ctx, req, line)
	if err != nil || question != nil {
		return asking(question), err
	}
	doubt := textWhereTo.In(req.Lang)
	if line.target != nil {
		doubt = doubtful(req, *line.target)
	}
	switch {
	case doubt == "":
		return f.apply(ctx, req, page{}, found, func(p crm.Promise) crm.FollowUpEdit { return moved(p, line) })
	case len(found) == 1:
		return moveForm(req, found[0], page{}, line.target, doubt), nil
	}
	return commands.Reply{}, crm.Errorf(crm.Invalid, textDoubt, doubt)
}

// farAhead is how many days ahead a day may lie when only the missing year puts it there: further on, "20/11" written on
// 23 November more likely is a slip.
const farAhead = 270

// doubtful says why the day cannot be taken as it stands; "" when it can.
func doubtful(req commands.Request, e when.Expr) string {
	lang, now := req.Lang, today(req)
	back, ok := when.Parse(e.Text, req.Now, when.Past)
	switch {
	case e.Ambiguous && len(e.Candidates) > 1:
		days := make([]string, len(e.Candidates))
		for i, d := range e.Candidates {
			days[i] = text.Date(lang, d)
		}
		return textWhichDay.In(lang, e.Text, text.OneOf(lang, days))
	case e.Ambiguous:
		return textWhereTo.In(lang)
	case e.To.Before(now):
		return textPast.In(lang, text.Date(lang, e.From))
	case ok && back.From != e.From && e.From.Sub(now) > farAhead:
		return textFar.In(lang, text.Date(lang, e.From))
	}
	return ""
}

// dueOn is the day of an expression, and its words where no single day was stated: "uge 1" is due on the first workday of
// it that has not passed. A day that was stated stays, also on a weekend.
func dueOn(e when.Expr, now when.Date) (when.Date, string) {
	if day, ok := e.Day(); ok {
		return day, ""
	}
	from := e.From
	if from.Before(now) {
		from = now
	}
	if day := when.NextWorkday(from); !day.After(e.To) {
		return day, e.Text
	}
	return from, e.Text
}

// moved is the edit that moves one follow-up. From one week to another a stated day keeps its weekday.
func moved(p crm.Promise, line asked) crm.FollowUpEdit {
	edit := crm.FollowUpEdit{ID: p.ID, Act: crm.FollowUpMoved}
	edit.Due, edit.DueText = dueOn(*line.target, line.now)
	week := line.target.Precision == when.PrecisionWeek && line.period != nil && line.period.Precision == when.PrecisionWeek
	if week && p.DueText == "" {
		same := when.MondayOf(line.target.From).AddDays(p.Due.Sub(when.MondayOf(p.Due)))
		if !same.Before(line.now) {
			edit.Due, edit.DueText = same, ""
		}
	}
	return edit
}
