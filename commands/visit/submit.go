package visit

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
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

// openFor opens the form for the company whose number the button carries, if any.
func (f *feature) openFor(ctx context.Context, req commands.Request, day when.Date) (commands.Reply, error) {
	d := draft{contact: crm.Contact{Org: req.Person.Org, Person: req.Person, Source: "form", Share: crm.ShareDefault,
		Channel: crm.Visit, Date: day, Start: crm.NoClock, End: crm.NoClock}}
	d.contact.Status = crm.StatusFor(day, today(req))
	if req.Value != "" {
		found, _, err := f.find(ctx, req.Lang, req.Value, register.ScanNumbers(req.Value))
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
	in := input{req: req, errors: map[string]string{}}
	if err := f.readCompany(ctx, &in, &d); err != nil {
		return commands.Reply{}, err
	}
	in.readContact(&d.contact)
	d.told = in.value("told") != ""
	if (person{d.contact.ContactName, d.contact.ContactMail, d.contact.ContactTel}).named() && !d.told {
		in.errors["told"] = errTold.In(req.Lang)
	}
	d.followUp = in.followUp(carry)
	d.contact.With = f.readWith(ctx, req, d.contact)
	if len(in.errors) > 0 {
		return commands.Reply{Errors: in.errors}, nil
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

// readCompany finds the company named in the form. A number with a name behind it that nobody knows yet is added.
func (f *feature) readCompany(ctx context.Context, in *input, d *draft) error {
	field := "company"
	words := in.value(field)
	if other := in.value("company_other"); other != "" {
		field, words = "company_other", other
	}
	numbers := register.ScanNumbers(words)
	if len(numbers) == 0 && words == "" {
		in.errors[field] = errChoose.In(in.req.Lang)
		return nil
	}
	search := words
	if len(numbers) > 0 {
		search = numbers[0].Value
	}
	found, doubt, err := f.find(ctx, in.req.Lang, search, nil)
	if err != nil {
		return err
	}
	switch {
	case doubt == "" && len(found) == 1:
		d.contact.Company = found[0]
	case len(numbers) > 0 && len(found) == 0:
		return f.addCompany(ctx, in, d, field, words, numbers[0])
	case len(found) > 0:
		names := make([]string, len(found))
		for i, c := range found {
			names[i] = choice(c)
		}
		in.errors[field] = textWhichOne.In(in.req.Lang, words) + " " + text.List(in.req.Lang, names)
	default:
		in.errors[field] = doubt
	}
	return nil
}

// addCompany adds a company that the register does not have yet, from "99020009 Nyt Firma ApS".
func (f *feature) addCompany(ctx context.Context, in *input, d *draft, field, words string, n register.Number) error {
	name := strings.TrimSpace(words[:n.Start] + words[n.End:])
	if n.Kind == register.KindPNumber || name == "" {
		in.errors[field] = unknownNumber(in.req.Lang, n)
		return nil
	}
	company := crm.Company{CVR: n.Value, Name: name, Key: register.Fold(name), Form: register.LegalForm(name), Employees: -1, Status: crm.CompanyActive}
	if err := f.store.SaveCompanies(ctx, []crm.Company{company}, in.req.Now); err != nil {
		return err
	}
	found, _, err := f.find(ctx, in.req.Lang, n.Value, nil)
	if err != nil {
		return err
	}
	if len(found) != 1 {
		return fmt.Errorf("company %s was added but is not found", n.Value)
	}
	d.contact.Company = found[0]
	return nil
}

func (f *feature) readWith(ctx context.Context, req commands.Request, c crm.Contact) []crm.Participant {
	var list []crm.Participant
	for _, name := range strings.Split(strings.Join(req.Values["with"], ","), ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		// A name that was resolved before keeps its organisation: "Erhvervshus Sjælland" as it was called then.
		known := slices.IndexFunc(c.With, func(p crm.Participant) bool { return p.Name == name })
		if known >= 0 {
			list = append(list, c.With[known])
		} else {
			list = append(list, f.participant(ctx, name, c.Date, req))
		}
	}
	return list
}

// input reads the submitted values and collects a sentence for each field that is wrong.
type input struct {
	req    commands.Request
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

func (in *input) followUp(carry carried) *crm.FollowUp {
	due := in.date("follow_up")
	if due.IsZero() {
		return nil
	}
	f := &crm.FollowUp{Due: due, Text: in.value("follow_text"), State: crm.FollowUpOpen}
	if due == carry.Due {
		f.DueText = carry.DueText
	}
	return f
}
