package visit

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/privacy"
	"samspil/internal/register"
	"samspil/internal/sentence"
	"samspil/internal/text"
	"samspil/internal/when"
)

// newForm opens an empty form.
func (f *feature) newForm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.openFor(ctx, req, when.Date{})
}

// planForm opens the form for a visit that lies ahead.
func (f *feature) planForm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.openFor(ctx, req, when.NextWorkday(today(req).AddDays(1)))
}

// fromMessage opens the form, filled with what a message says. It is not saved unseen: the message is somebody
// else's, or was written for something else.
func (f *feature) fromMessage(ctx context.Context, req commands.Request) (commands.Reply, error) {
	read := sentence.ReadContact(req.Text, req.Now, f.known(ctx, req))
	read.Intent = sentence.LogVisit
	d, err := f.draft(ctx, req, read)
	if err != nil {
		return commands.Reply{}, err
	}
	d.contact.Source = "message"
	reply := form(req, d)
	reply.Understood = understood(read)
	return reply, nil
}

// again reads the button's value as what was typed, where a form could not be opened at once.
func (f *feature) again(ctx context.Context, req commands.Request) (commands.Reply, error) {
	req.Text = req.Value
	return f.handle(ctx, req)
}

// openFor opens the form for the company whose number the button carries, if any.
func (f *feature) openFor(ctx context.Context, req commands.Request, day when.Date) (commands.Reply, error) {
	d := draft{contact: crm.Contact{Org: req.Person.Org, Person: req.Person, Source: "form", Share: crm.ShareDefault,
		Channel: crm.Visit, Date: day, Start: crm.NoClock, End: crm.NoClock}}
	d.contact.Status = crm.StatusFor(day, today(req))
	if req.Value != "" {
		found, _, err := f.find(ctx, req, req.Value, register.ScanNumbers(req.Value))
		if err != nil {
			return commands.Reply{}, err
		}
		if d.company = req.Value; len(found) == 1 {
			d.contact.Company = found[0]
		}
	}
	return form(req, d), nil
}

// submit saves what the form holds, or names what is wrong at the field where it is wrong.
func (f *feature) submit(ctx context.Context, req commands.Request) (commands.Reply, error) {
	var carry carried
	if err := json.Unmarshal([]byte(req.Metadata), &carry); err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textOldButton).Because(err)
	}
	d, err := f.base(ctx, req, carry)
	if err != nil {
		return commands.Reply{}, err
	}
	in := input{req: req, carry: carry, errors: map[string]string{}}
	unknown, err := f.readCompany(ctx, &in, &d)
	if err != nil {
		return commands.Reply{}, err
	}
	before := personOf(d.contact)
	in.readContact(&d.contact)
	in.told(&d, before)
	d.followUp = in.followUp(d.followUp)
	d.contact.With = f.readWith(ctx, req, d.contact)
	if len(in.errors) > 0 {
		return commands.Reply{Errors: in.errors}, nil
	}
	if unknown != nil {
		if err := f.addCompany(ctx, req, &d, *unknown); err != nil {
			return commands.Reply{}, err
		}
	}
	reply, err := f.save(ctx, req, d)
	if err != nil {
		return commands.Reply{}, err
	}
	reply.Understood = commands.Understood{Intent: string(intentOf(d.contact)), Slots: slots(d.contact)}
	return reply, nil
}

// slots are the essentials of a submitted form, under the names that a line's slots have.
func slots(c crm.Contact) map[string]any {
	s := map[string]any{"cvr": c.Company.CVR, "date": c.Date.String(), "channel": string(c.Channel)}
	if len(c.Purposes) > 0 {
		s["purpose"] = c.Purposes
	}
	return s
}

func intentOf(c crm.Contact) sentence.Intent {
	switch {
	case c.ID != 0:
		return sentence.UpdateVisit
	case c.Status == crm.Planned:
		return sentence.PlanVisit
	}
	return sentence.LogVisit
}

// base is the contact that is edited, at the version the form was opened with, or a new one.
func (f *feature) base(ctx context.Context, req commands.Request, carry carried) (draft, error) {
	if carry.ID == 0 {
		return draft{contact: crm.Contact{Org: req.Person.Org, Person: req.Person, Source: "form", SiteID: carry.SiteID}}, nil
	}
	c, err := f.own(ctx, req, carry.ID)
	if err != nil {
		return draft{}, err
	}
	d, err := f.existing(ctx, c)
	d.contact.Version = carry.Version
	return d, err
}

// readCompany finds the company named in the form. unknown is one that nobody knows yet, from a number with a name
// behind it; it is added once the whole form is right.
func (f *feature) readCompany(ctx context.Context, in *input, d *draft) (unknown *crm.Company, err error) {
	field := "company"
	words := in.value(field)
	if other := in.value("company_other"); other != "" {
		field, words = "company_other", other
	}
	numbers := register.ScanNumbers(words)
	if len(numbers) == 0 && words == "" {
		in.errors[field] = errChoose.In(in.req.Lang)
		return nil, nil
	}
	search := words
	if len(numbers) > 0 {
		search = numbers[0].Value
		if numbers[0].Kind == register.KindPNumber {
			search = "P-nr. " + search
		}
	}
	found, doubt, err := f.find(ctx, in.req, search, nil)
	switch {
	case err != nil:
		return nil, err
	case doubt == "" && len(found) == 1:
		d.move(found[0], numbers)
	case len(numbers) > 0 && len(found) == 0:
		return in.unknownCompany(field, words, numbers[0]), nil
	case len(found) > 0:
		names := make([]string, len(found))
		for i, c := range found {
			names[i] = dossier.Choice(c)
		}
		in.errors[field] = textWhichOne.In(in.req.Lang, words) + " " + text.List(in.req.Lang, names)
	default:
		in.errors[field] = doubt
	}
	return nil, nil
}

// move puts the contact with a company, and with the site that the words named. With the company it was with
// already, the name of the day and the site stay.
func (d *draft) move(c crm.Company, numbers []register.Number) {
	site := siteOf(c, numbers)
	if c.ID == d.contact.Company.ID {
		c.Name = d.contact.Company.Name
	}
	if site != 0 || !slices.ContainsFunc(c.Sites, func(s crm.Site) bool { return s.ID == d.contact.SiteID }) {
		d.contact.SiteID = site
	}
	d.contact.Company = c
}

// unknownCompany reads "99020009 Nyt Firma ApS".
func (in *input) unknownCompany(field, words string, n register.Number) *crm.Company {
	name, _ := privacy.Mask(strings.Trim(words[:n.Start]+words[n.End:], " ·,"))
	if n.Kind == register.KindPNumber || name == "" {
		in.errors[field] = unknownNumber(in.req.Lang, n)
		return nil
	}
	return &crm.Company{CVR: n.Value, Name: name, Key: register.Fold(name), Form: register.LegalForm(name)}
}

// addCompany adds a company that the register does not have yet, unless the contact could not be saved anyway.
func (f *feature) addCompany(ctx context.Context, req commands.Request, d *draft, unknown crm.Company) error {
	probe := d.contact
	probe.Company.ID = -1
	if err := probe.Validate(req.Lang, today(req)); err != nil {
		return err
	}
	added, err := f.store.AddCompany(ctx, entry(req), unknown)
	if err == nil {
		d.move(added, nil)
		d.contact.Company.Name = unknown.Name
	}
	return err
}

// readWith reads who took part. Names that were resolved before keep their organisation, also those with a comma in
// them: "Ministry of Industry, Business and Financial Affairs".
func (f *feature) readWith(ctx context.Context, req commands.Request, c crm.Contact) []crm.Participant {
	rest := "," + strings.Join(req.Values["with"], ",") + ","
	var list []crm.Participant
	known := slices.Clone(c.With)
	slices.SortStableFunc(known, func(a, b crm.Participant) int { return len(b.Name) - len(a.Name) })
	for _, p := range known {
		for _, gap := range []string{",", ", "} {
			if before, after, ok := strings.Cut(rest, gap+p.Name+","); ok {
				rest = before + "," + after
				list = append(list, p)
				break
			}
		}
	}
	for name := range strings.SplitSeq(rest, ",") {
		if name = strings.TrimSpace(name); name != "" {
			list = append(list, f.participant(ctx, name, c.Date, req))
		}
	}
	return list
}

// input reads the submitted values and collects a sentence for each field that is wrong.
type input struct {
	req    commands.Request
	carry  carried
	errors map[string]string
}

func (in *input) value(field string) string {
	return strings.TrimSpace(strings.Join(in.req.Values[field], ""))
}

// readContact fills everything but company and participants.
func (in *input) readContact(c *crm.Contact) {
	c.Date = in.date("date")
	if c.Date.IsZero() && in.errors["date"] == "" {
		in.errors["date"] = errDate.In(in.req.Lang)
	}
	c.Status = in.status(*c)
	c.Channel = crm.Channel(in.value("channel"))
	c.Purposes = nil
	for _, p := range in.req.Values["purposes"] {
		c.Purposes = append(c.Purposes, crm.Purpose(p))
	}
	c.Start, c.End = in.clock("time"), in.clock("time_end")
	if c.Start < 0 && c.End >= 0 {
		in.errors["time"] = errClock.In(in.req.Lang)
	}
	c.Minutes, c.Headcount = in.number("minutes"), in.number("headcount")
	c.Outcome, c.Trade = crm.Outcome(in.value("outcome")), in.value("trade")
	c.NeedFrom = in.date("need_from")
	c.Note = strings.TrimSpace(strings.Join(slices.Concat(in.req.Values["note"], in.req.Values["note_more"]), ""))
	c.ContactName, c.ContactMail, c.ContactTel = in.value("contact_name"), in.value("contact_mail"), in.value("contact_tel")
	c.Share = crm.Share(in.value("share"))
	if c.Share == "" {
		c.Share = crm.ShareDefault
	}
}

// status follows the date, except where the writer chose that it was cancelled, missed or is still planned.
func (in *input) status(c crm.Contact) crm.Status {
	chosen := crm.Status(in.value("status"))
	now := today(in.req)
	if said := in.carry.Status; chosen == "" && (said == crm.Planned && c.Date == now || said == crm.NoShow && !c.Date.After(now)) {
		return said
	}
	if chosen == "" {
		return crm.StatusFor(c.Date, today(in.req))
	}
	if chosen == crm.Done && c.Status == crm.Done {
		return crm.StatusFor(c.Date, today(in.req))
	}
	return chosen
}

func (in *input) date(field string) when.Date {
	day, err := when.ParseISO(in.value(field))
	if err != nil && in.value(field) != "" {
		in.errors[field] = errDate.In(in.req.Lang)
	}
	return day
}

func (in *input) clock(field string) when.Clock {
	hour, minute, ok := strings.Cut(in.value(field), ":")
	h, err1 := strconv.Atoi(hour)
	m, err2 := strconv.Atoi(minute)
	if !ok || err1 != nil || err2 != nil {
		return crm.NoClock
	}
	return when.Clock(h*60 + m)
}

func (in *input) number(field string) int {
	words := in.value(field)
	if words == "" {
		return 0
	}
	n, err := strconv.Atoi(words)
	if err != nil || n < 0 {
		in.errors[field] = errNumber.In(in.req.Lang)
	}
	return n
}

// told reads whether the contact person knows that they are noted. The box of a person noted before is ticked when
// the form opens; it does not speak for somebody else, whom the receipt asks about.
func (in *input) told(d *draft, before person) {
	now, ticked := personOf(d.contact), in.value("told") != ""
	if now.named() && !ticked {
		in.errors["told"] = errTold.In(in.req.Lang)
	}
	d.told = ticked && (!before.named() || now == before)
}

// followUp reads the follow-up; old is the one the contact has.
func (in *input) followUp(old *crm.FollowUp) *crm.FollowUp {
	due := in.date("follow_up")
	if due.IsZero() {
		if in.value("follow_text") != "" && in.errors["follow_up"] == "" {
			in.errors["follow_up"] = errFollowDate.In(in.req.Lang)
		}
		return nil
	}
	f := &crm.FollowUp{Due: due, Text: in.value("follow_text"), State: crm.FollowUpOpen}
	if old != nil {
		f.ID, f.OwnerID = old.ID, old.OwnerID
	}
	if due == in.carry.Due {
		f.DueText = in.carry.DueText
	}
	return f
}
