package followup

import (
	"context"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
)

// page is what a message shows, as each of its buttons carries it: after one is pressed the same rows are shown as they
// stand then.
type page struct {
	rows []int64
	wide bool // names the owners
}

// value is a button's value: what it is about, the rows of the message, and "w" where owners are named.
func (p page) value(subject string) string {
	rows := make([]string, 0, listLength)
	for _, id := range p.rows[:min(len(p.rows), listLength)] {
		rows = append(rows, strconv.FormatInt(id, 10))
	}
	value := subject + "|" + strings.Join(rows, ",")
	if p.wide {
		value += "|w"
	}
	return value
}

// pressed reads a button's value.
func pressed(req commands.Request) (subject string, p page, err error) {
	subject, rest, _ := strings.Cut(req.Value, "|")
	rows, flag, _ := strings.Cut(rest, "|")
	p.wide = flag == "w"
	for part := range strings.SplitSeq(rows, ",") {
		id, err := strconv.ParseInt(part, 10, 64)
		if err != nil && rows != "" || len(p.rows) >= listLength {
			return "", page{}, crm.Errorf(crm.Invalid, errOldButton)
		}
		if rows != "" {
			p.rows = append(p.rows, id)
		}
	}
	return subject, p, nil
}

// pressedOn is the follow-up that a button is about.
func (f *feature) pressedOn(ctx context.Context, req commands.Request) (crm.Promise, page, error) {
	subject, p, err := pressed(req)
	if err != nil {
		return crm.Promise{}, p, err
	}
	id, err := strconv.ParseInt(subject, 10, 64)
	if err != nil {
		return crm.Promise{}, p, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	found, err := f.own(ctx, req, []int64{id})
	if err != nil {
		return crm.Promise{}, p, err
	}
	return found[0], p, nil
}

// doneButton closes one; its row turns into what happened.
func (f *feature) doneButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	p, shown, err := f.pressedOn(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	reply, err := f.apply(ctx, req, shown, []crm.Promise{p}, func(p crm.Promise) crm.FollowUpEdit {
		return crm.FollowUpEdit{ID: p.ID, Act: crm.FollowUpClosed}
	})
	reply.Replace = true
	return reply, err
}

// undoButton takes back what its message says was done.
func (f *feature) undoButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	batch, shown, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	undone, left, err := f.undo(ctx, req, batch)
	if err != nil {
		return commands.Reply{}, err
	}
	rows, err := f.rows(ctx, req, shown.rows)
	if err != nil {
		return commands.Reply{}, err
	}
	reply := showAfter(req, sayUndone(req.Lang, undone, left), "", 0, rows, shown)
	reply.Replace = true
	return reply, nil
}

func (f *feature) moveButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	p, shown, err := f.pressedOn(ctx, req)
	if err == nil {
		err = stillOpen(p)
	}
	if err != nil {
		return commands.Reply{}, err
	}
	return moveForm(req, p, shown, nil, ""), nil
}

func (f *feature) giveButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	p, shown, err := f.pressedOn(ctx, req)
	if err == nil {
		err = stillOpen(p)
	}
	if err != nil {
		return commands.Reply{}, err
	}
	return giveForm(req, p, shown), nil
}

// stillOpen says who was first where it is not open any more.
func stillOpen(p crm.Promise) error {
	switch {
	case p.State == crm.FollowUpDone && p.ClosedBy != "":
		return crm.Errorf(crm.Conflict, errDoneBy, p.ID, p.ClosedBy)
	case p.State != crm.FollowUpOpen:
		return crm.Errorf(crm.Conflict, errNotOpen, p.ID)
	}
	return nil
}
