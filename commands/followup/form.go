package followup

import (
	"context"
	"encoding/json"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// carried is what a form about one follow-up takes along.
type carried struct {
	ID      int64   `json:"id"`
	Version int     `json:"v"`
	Rows    []int64 `json:"r,omitempty"` // of the message that opened it
	Wide    bool    `json:"w,omitempty"`
}

func (c carried) page() page { return page{rows: c.Rows, wide: c.Wide} }

// newForm opens the form of a new follow-up, for the company whose number the button carries, if any.
func (f *feature) newForm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	d := draft{due: when.NextWorkday(today(req).AddDays(1)), named: req.Value}
	if req.Value != "" {
		found, sure, err := f.find(ctx, req, req.Value)
		if err != nil {
			return commands.Reply{}, err
		}
		if sure {
			d.company = found
		}
	}
	return newForm(req, d), nil
}

// submitted reads what a form about one follow-up carried.
func (f *feature) submitted(ctx context.Context, req commands.Request) (crm.Promise, carried, error) {
	var c carried
	if err := json.Unmarshal([]byte(req.Metadata), &c); err != nil || len(c.Rows) > listLength {
		return crm.Promise{}, c, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	found, err := f.own(ctx, req, []int64{c.ID})
	if err != nil {
		return crm.Promise{}, c, err
	}
	return found[0], c, nil
}

func value(req commands.Request, field string) string {
	return strings.TrimSpace(strings.Join(req.Values[field], ""))
}

// day reads a day that is not past; wrong has the sentence for its field.
func day(req commands.Request, field string, wrong map[string]string) when.Date {
	d, err := when.ParseISO(value(req, field))
	switch {
	case err != nil:
		wrong[field] = errDay.In(req.Lang)
	case d.Before(today(req)):
		wrong[field] = errPast.In(req.Lang)
	}
	return d
}

func (f *feature) submitMove(ctx context.Context, req commands.Request) (commands.Reply, error) {
	p, c, err := f.submitted(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	wrong := map[string]string{}
	due := day(req, "due", wrong)
	if len(wrong) > 0 {
		return commands.Reply{Errors: wrong}, nil
	}
	reply, err := f.apply(ctx, req, c.page(), []crm.Promise{p}, func(p crm.Promise) crm.FollowUpEdit {
		return crm.FollowUpEdit{ID: p.ID, Version: c.Version, Act: crm.FollowUpMoved, Due: due}
	})
	reply.Understood = commands.Understood{Intent: intents[actMove], Slots: map[string]any{"followup": []int64{p.ID}, "date": due.String()}}
	return reply, err
}

func (f *feature) submitGive(ctx context.Context, req commands.Request) (commands.Reply, error) {
	p, c, err := f.submitted(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	to, err := f.person(ctx, req, value(req, "owner"), true)
	if crm.IsKind(err, crm.Invalid) {
		return commands.Reply{Errors: map[string]string{"owner": errNotColleague.In(req.Lang)}}, nil
	}
	if err != nil {
		return commands.Reply{}, err
	}
	reply, err := f.handOver(ctx, req, c.page(), []crm.Promise{p}, to, c.Version)
	reply.Understood = commands.Understood{Intent: intents[actGive], Slots: map[string]any{"followup": []int64{p.ID}}}
	return reply, err
}

// submitNew saves what the form holds, or names what is wrong at the field where it is wrong.
func (f *feature) submitNew(ctx context.Context, req commands.Request) (commands.Reply, error) {
	wrong := map[string]string{}
	d := draft{text: value(req, "text"), due: day(req, "due", wrong)}
	named := value(req, "company")
	found, sure, err := f.find(ctx, req, named)
	if err != nil {
		return commands.Reply{}, err
	}
	if d.company = found; !sure {
		wrong["company"] = textUnsureCompany.In(req.Lang, named)
	}
	owner := req.Person
	if user := value(req, "owner"); user != "" {
		if owner, err = f.person(ctx, req, user, true); crm.IsKind(err, crm.Invalid) {
			wrong["owner"] = errNotColleague.In(req.Lang)
		} else if err != nil {
			return commands.Reply{}, err
		}
	}
	if len(wrong) > 0 {
		return commands.Reply{Errors: wrong}, nil
	}
	reply, err := f.save(ctx, req, d, owner.ID)
	reply.Understood = commands.Understood{Intent: createIntent, Slots: map[string]any{"company": d.company.CVR, "date": d.due.String()}}
	return reply, err
}
