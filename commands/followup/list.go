package followup

import (
	"context"
	"slices"

	"samspil/commands"
	"samspil/internal/crm"
)

// listLength is how many follow-ups one list shows, each with its buttons.
const listLength = 12

// list shows the person's own open follow-ups, or with "alle" those of the whole organisation, narrowed by what the line
// says.
func (f *feature) list(ctx context.Context, req commands.Request, line asked) (commands.Reply, error) {
	slots := map[string]any{"state": string(crm.FollowUpOpen)}
	if line.state != "" {
		slots["state"] = line.state
	}
	if line.period != nil {
		slots["period_text"] = line.period.Text
	}
	if line.act == actShow {
		found, err := f.own(ctx, req, line.ids)
		reply := showRows(req, "", found, page{rows: idsOf(found), wide: true})
		reply.Understood = commands.Understood{Intent: "followup.list", Slots: map[string]any{"followup": line.ids}}
		return reply, err
	}
	wide, err := f.actor(ctx, req, &line, slots)
	if err != nil {
		return commands.Reply{Understood: commands.Understood{Intent: "followup.list", Slots: slots}}, err
	}
	var open []crm.Promise
	if wide {
		open, err = f.store.PromisesOfOrg(ctx, req.Person.Org.ID, mostOpen)
	} else {
		slots["owner"] = "@self"
		open, err = f.store.PromisesOfPerson(ctx, req.Person, mostOpen)
	}
	if err != nil {
		return commands.Reply{}, err
	}
	fitting := line.waiting(open, req)
	if len(fitting) == 0 && line.name != "" && line.period != nil {
		if reply, ok, err := f.perhapsNew(ctx, req, line.said); err != nil || ok {
			return reply, err
		}
	}
	reply := showList(req, line, fitting, wide)
	reply.Understood = commands.Understood{Intent: "followup.list", Slots: slots}
	return reply, nil
}

// perhapsNew opens the form where a line that no follow-up fits names a company and a day: "ring til Køge Korn på
// torsdag" without "ny" may be meant as a new one.
func (f *feature) perhapsNew(ctx context.Context, req commands.Request, words string) (commands.Reply, bool, error) {
	d, slots, err := f.draft(ctx, req, words)
	if err != nil || d.company.ID == 0 {
		return commands.Reply{}, false, err
	}
	reply := newForm(req, d)
	reply.Understood = commands.Understood{Intent: createIntent, Slots: slots}
	return reply, true, nil
}

// actor reports whether the list is the whole organisation's. Where the words name an organisation they are taken away;
// another's follow-ups are not shown.
func (f *feature) actor(ctx context.Context, req commands.Request, line *asked, slots map[string]any) (wide bool, err error) {
	if line.name == "" {
		return line.all, nil
	}
	org, ok := f.orgs(ctx, line.name, today(req), req.Person.Org)
	if !ok {
		slots["company"] = line.name
		return line.all, nil
	}
	slots["actor"] = line.name
	if org.ID != req.Person.Org.ID {
		return false, crm.Errorf(crm.Forbidden, errOtherOrg, org.Name(req.Lang))
	}
	line.name = ""
	return true, nil
}

func (f *feature) listButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.list(ctx, req, read(req.Value, req.Now))
}

func idsOf(list []crm.Promise) []int64 {
	var ids []int64
	for _, p := range list {
		ids = append(ids, p.ID)
	}
	return ids
}

// rows reads those that a message shows as they stand now; what the person may not see any more is left out.
func (f *feature) rows(ctx context.Context, req commands.Request, ids []int64) ([]crm.Promise, error) {
	found, err := f.store.Promises(ctx, ids)
	return slices.DeleteFunc(found, func(p crm.Promise) bool { return !p.CanChange(req.Person) }), err
}
