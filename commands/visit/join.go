package visit

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
)

// joinLine reads "join 12", "deltag i besøg 12", "leave 12" and "meld fra 12".
var joinLine = regexp.MustCompile(`(?i)^(join|deltag|leave|meld fra)\s+(?:(?:in|i|visit|besøg|kontakt|contact|nr\.?|no\.?)\s+)*#?(\d{1,18})$`)

// joinCommand answers a line of joinLine; ok is false for any other.
func (f *feature) joinCommand(ctx context.Context, req commands.Request, line string) (reply commands.Reply, ok bool, err error) {
	m := joinLine.FindStringSubmatch(line)
	if m == nil {
		return commands.Reply{}, false, nil
	}
	req.Value = m[2]
	if w := strings.ToLower(m[1]); w == "join" || w == "deltag" {
		reply, err = f.join(ctx, req)
		reply.Understood = commands.Understood{Intent: "visit.join", Slots: map[string]any{"id": m[2]}}
	} else {
		reply, err = f.leave(ctx, req)
		reply.Understood = commands.Understood{Intent: "visit.leave", Slots: map[string]any{"id": m[2]}}
	}
	return reply, true, err
}

// numbers are those of a button's value, "12" or "12:34".
func numbers(value string) (first, second int64, err error) {
	a, b, two := strings.Cut(value, ":")
	if first, err = strconv.ParseInt(a, 10, 64); err == nil && two {
		second, err = strconv.ParseInt(b, 10, 64)
	}
	if err != nil {
		err = crm.Errorf(crm.Invalid, textOldButton).Because(err)
	}
	return first, second, err
}

// join has the person's organisation take part in another's planned contact, and tells who planned it. The button may name
// a plan of the person's own, which it takes the place of.
func (f *feature) join(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, instead, err := numbers(req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	c, err := f.store.Contact(ctx, id)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return commands.Reply{}, err
	}
	if err != nil {
		c = crm.Contact{ID: id, Share: crm.ShareNothing} // which nobody may see
	}
	agreed, err := f.store.Agreements(ctx)
	if err != nil {
		return commands.Reply{}, err
	}
	if _, err := crm.Joinable(c, req.Person.Org, agreed, today(req)); err != nil {
		return commands.Reply{}, err
	}
	planner, err := f.store.PersonByID(ctx, c.Person.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	e := entry(req)
	if e.Jobs, err = f.toPlanner(ctx, req, planner, c, crm.Joining{Org: req.Person.Org, Person: req.Person}); err != nil {
		return commands.Reply{}, err
	}
	joined, err := f.store.JoinContact(ctx, e, id, req.Person.Org.Name(langOf(planner)))
	if err != nil {
		return commands.Reply{}, err
	}
	page := commands.NewPage().Lead(headline(textJoined, req.Lang, joined)).Para(textGoesWith.In(req.Lang, planner.Name, joined.Org.Name(req.Lang)))
	if !planner.SpeaksFor(joined.Org) {
		page.Para(textPlannerGone.In(req.Lang, planner.Name, joined.Org.Name(req.Lang)))
	}
	gone, err := f.instead(ctx, req, instead, joined)
	if gone.ID != 0 {
		page.Para(textInstead.In(req.Lang, gone.ID))
	}
	if said, briefErr := f.brief(ctx, req.Lang, req.Person.Org, req, joined); briefErr == nil {
		page.List(textBrief.In(req.Lang), said)
	} else if err == nil {
		err = briefErr // the organisation is in: an error would have the person join again
	}
	page.Small(textPlannerTold.In(req.Lang, planner.Name) + " " + textLeaveAny.In(req.Lang))
	value := strconv.FormatInt(id, 10)
	reply := page.Buttons(commands.Button{ID: "visit.bring", Value: value, Label: buttonBring.In(req.Lang)},
		commands.Button{ID: "visit.ask", Value: value, Label: buttonAsk.In(req.Lang)},
		commands.Button{ID: "visit.leave", Value: value, Label: buttonLeave.In(req.Lang)}).Reply()
	reply.Trouble = err
	return reply, nil
}

// instead takes back the plan of the person's own that the joint visit is in the place of, while it can be undone.
func (f *feature) instead(ctx context.Context, req commands.Request, id int64, joined crm.Contact) (gone crm.Contact, err error) {
	if id == 0 {
		return crm.Contact{}, nil
	}
	own, err := f.own(ctx, req, id)
	if err != nil || !own.CanUndo(req.Person, req.Now) || own.Company.ID != joined.Company.ID {
		return crm.Contact{}, err
	}
	e := entry(req)
	if e.Delivery != "" {
		e.Delivery += "/instead" // one delivery does both
	}
	return f.store.DeleteContact(ctx, e, id, "undo")
}

// leave takes the person's organisation out of a contact that it has joined, and says so to who planned it.
func (f *feature) leave(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, _, err := numbers(req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	c, _, planner, err := f.joined(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	e := entry(req)
	message := commands.NewMessage(planner, "", langOf(planner), commands.NewPage().Lead(
		headline(textLeftTold, langOf(planner), c, req.Person.Name, req.Person.Org.Name(langOf(planner)))).Reply())
	if message.Key = joinKey(id, req.Person.Org.ID); planner.SpeaksFor(c.Org) && c.Status == crm.Planned && c.DeletedAt.IsZero() {
		if e.Jobs, err = jobsOf(message); err != nil {
			return commands.Reply{}, err
		}
	}
	if c, err = f.store.LeaveContact(ctx, e, id); err != nil {
		return commands.Reply{}, err
	}
	lead := textLeftHidden.In(req.Lang, c.Org.Name(req.Lang))
	if f.shown(ctx, req, c) {
		lead = headline(textLeft, req.Lang, c)
	}
	reply := commands.NewPage().Lead(lead).Small(textBy.In(req.Lang, req.Person.Name, text.Time(req.Lang, req.Now))).
		Buttons(commands.Button{ID: "visit.join", Value: strconv.FormatInt(id, 10), Label: buttonJoinAgain.In(req.Lang)}).Reply()
	reply.Replace = req.Action != ""
	return reply, nil
}

// shown reports whether the person may know the fact of the contact: who planned it may have narrowed it since.
func (f *feature) shown(ctx context.Context, req commands.Request, c crm.Contact) bool {
	agreed, err := f.store.Agreements(ctx)
	d, ok := crm.Disclose(c, req.Person.Org, agreed)
	return err == nil && ok && d.Tier >= crm.TierFact
}

// joined is a contact that the person's organisation has joined, with who planned it. One it has not joined does not exist.
func (f *feature) joined(ctx context.Context, req commands.Request, id int64) (c crm.Contact, j crm.Joining, planner crm.Person, err error) {
	all, err := f.store.JoiningsOf(ctx, id)
	if err != nil {
		return c, j, planner, err
	}
	for _, one := range all {
		if one.Org.ID == req.Person.Org.ID {
			j = one
		}
	}
	if j.ContactID == 0 {
		return c, j, planner, crm.Errorf(crm.NotFound, textNotJoined, id)
	}
	if c, err = f.store.Contact(ctx, id); err == nil {
		planner, err = f.store.PersonByID(ctx, c.Person.ID)
	}
	return c, j, planner, err
}

// brief is what somebody who goes along should know: what was promised, who was there last, who else comes and with what.
func (f *feature) brief(ctx context.Context, lang text.Lang, viewer crm.Org, req commands.Request, c crm.Contact) ([]string, error) {
	company, err := f.store.CompanyByID(ctx, c.Company.ID)
	if err != nil {
		return nil, err
	}
	checked, err := dossier.Gather(ctx, f.store, company, viewer, req.Now, c.Date)
	if err != nil {
		return nil, err
	}
	joinings, err := f.store.JoiningsOf(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	if viewer.ID != c.Org.ID { // who planned it knows who comes; the others, those whose contacts they are told of
		agreed, err := f.store.Agreements(ctx)
		if err != nil {
			return nil, err
		}
		joinings = slices.DeleteFunc(joinings, func(j crm.Joining) bool { return j.Org.ID != viewer.ID && !crm.KnowsOf(j.Org, viewer, agreed) })
	}
	return briefLines(lang, viewer, checked, joinings), nil
}
