package followup

import (
	"context"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
)

// done closes what the line means.
func (f *feature) done(ctx context.Context, req commands.Request, line asked) (commands.Reply, error) {
	found, question, err := f.pick(ctx, req, line)
	if err != nil || question != nil {
		return asking(question), err
	}
	return f.apply(ctx, req, page{}, found, func(p crm.Promise) crm.FollowUpEdit {
		return crm.FollowUpEdit{ID: p.ID, Act: crm.FollowUpClosed}
	})
}

// apply does one act to each of them and answers with the receipt; where a message of several rows led to it, with those
// rows as they stand then.
func (f *feature) apply(ctx context.Context, req commands.Request, shown page, found []crm.Promise, edit func(crm.Promise) crm.FollowUpEdit, jobs ...crm.Job) (commands.Reply, error) {
	edits := make([]crm.FollowUpEdit, len(found))
	for i, p := range found {
		edits[i] = edit(p)
	}
	batch, after, err := f.store.ActOnFollowUps(ctx, entry(req, jobs...), edits)
	if err != nil {
		return commands.Reply{}, err
	}
	if len(shown.rows) == 0 {
		return showReceipt(req, edits[0].Act, batch, after), nil
	}
	rows, err := f.rows(ctx, req, shown.rows)
	if err != nil {
		return commands.Reply{}, err
	}
	return showAfter(req, said(req.Lang, edits[0].Act, after), batch, after[0].ID, rows, shown), nil
}

// undo takes back what a button names, within ten minutes.
func (f *feature) undo(ctx context.Context, req commands.Request, batch string) ([]crm.Promise, int, error) {
	return f.store.UndoFollowUps(ctx, entry(req), batch, req.Now.Add(-crm.UndoWindow).Truncate(time.Millisecond))
}

func asking(question *commands.Reply) commands.Reply {
	if question == nil {
		return commands.Reply{}
	}
	return *question
}
