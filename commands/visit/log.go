package visit

import (
	"context"
	"errors"
	"slices"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/register"
	"samspil/internal/sentence"
	"samspil/internal/text"
	"samspil/internal/when"
)

// confirmAfter is how many days back a contact may lie before the writer is asked whether the date is right.
const confirmAfter = 2 * 365

// confirmAhead is how many days ahead a plan may lie before the writer is asked: further on, "20/11" written on
// 23 November more likely meant the one just past.
const confirmAhead = 270

// draft is a contact on its way to be saved, with what is not certain about it.
type draft struct {
	contact    crm.Contact
	followUp   *crm.FollowUp
	company    string // the words for the company, when it is not certain
	candidates []crm.Company
	doubts     []string  // sentences about what must be settled first
	told       bool      // the contact person knows that they are noted
	stated     when.Date // a likely day that was not certain
}

// log saves what is sure and opens the form, filled with what was understood, for what is not.
func (f *feature) log(ctx context.Context, req commands.Request, read sentence.Contact) (commands.Reply, error) {
	d, err := f.draft(ctx, req, read)
	if err != nil {
		return commands.Reply{}, err
	}
	if d.contact.Date.After(today(req)) {
		read.Intent = sentence.PlanVisit
	}
	var reply commands.Reply
	if read.Empty || len(d.doubts) > 0 {
		reply = form(req, d)
	} else if reply, err = f.save(ctx, req, d); err != nil {
		return commands.Reply{}, err
	}
	reply.Understood = understood(read)
	return reply, nil
}

// draft turns the words into a contact.
func (f *feature) draft(ctx context.Context, req commands.Request, read sentence.Contact) (draft, error) {
	c := crm.Contact{Org: req.Person.Org, Person: req.Person, Source: "command", Share: crm.ShareDefault}
	d := draft{}
	apply(&c, read)
	for _, name := range read.With {
		c.With = append(c.With, f.participant(ctx, name, c.Date, req))
	}
	d.contact = c
	if read.Empty {
		d.contact.Channel = crm.Visit
		return d, nil
	}
	if err := f.company(ctx, req, &d, read); err != nil {
		return d, err
	}
	d.date(req, read)
	if read.FollowUp != nil {
		d.followUp = followUpFor(*read.FollowUp)
	}
	if read.FollowUpAsk != nil {
		d.doubts = append(d.doubts, textWhichFollowUp.In(req.Lang, read.FollowUpAsk.Text))
	}
	d.contact.NoteHeld = len(warningsOf(d.contact)) > 0
	if read.Doubtful {
		d.doubts = append(d.doubts, textNegated.In(req.Lang))
	}
	for _, p := range d.contact.Purposes {
		if day := d.contact.Date; !day.IsZero() && !p.ValidOn(day) {
			d.doubts = append(d.doubts, textNotInUse.In(req.Lang, p.Name(req.Lang)))
		}
	}
	if utf8.RuneCountInString(c.Note) > crm.NoteLimit { // the form has no room for it either
		return d, d.contact.Validate(req.Lang, today(req))
	}
	return d, nil
}

// apply copies what the words state; fields the words do not mention are left as they are.
func apply(c *crm.Contact, read sentence.Contact) {
	set(&c.Date, read.Date)
	set(&c.Channel, read.Channel)
	set(&c.Minutes, read.Minutes)
	set(&c.Outcome, read.Outcome)
	set(&c.Trade, read.Trade)
	set(&c.Headcount, read.Headcount)
	set(&c.NeedFrom, read.NeedFrom)
	set(&c.ContactName, read.ContactName)
	set(&c.ContactMail, read.ContactMail)
	set(&c.ContactTel, read.ContactTel)
	set(&c.Note, read.Note)
	if len(read.Purposes) > 0 {
		c.Purposes = read.Purposes
	}
	if c.ID == 0 || read.Start != crm.NoClock {
		c.Start, c.End = read.Start, read.End
	}
}

// set overwrites the field when the value is not the zero value.
func set[T comparable](field *T, value T) {
	var zero T
	if value != zero {
		*field = value
	}
}

func (f *feature) participant(ctx context.Context, name string, on when.Date, req commands.Request) crm.Participant {
	if on.IsZero() {
		on = today(req)
	}
	if org, ok := f.orgs(ctx, name, on, req.Person.Org); ok {
		return crm.Participant{OrgID: org.ID, Name: org.Name(req.Lang)}
	}
	return crm.Participant{Name: name}
}

// date settles the status, and what is doubtful about the day.
func (d *draft) date(req commands.Request, read sentence.Contact) {
	c, now := &d.contact, today(req)
	switch {
	case c.Date.IsZero() && read.Stated != nil:
		d.doubts = append(d.doubts, doubtDate(req.Lang, *read.Stated))
		if !read.Stated.Ambiguous {
			d.stated = read.Stated.From
		}
	case c.Date.IsZero():
		d.doubts = append(d.doubts, textNoDate.In(req.Lang))
	case read.Intent == sentence.PlanVisit && c.Date.Before(now):
		d.doubts = append(d.doubts, textPlanPast.In(req.Lang, text.Date(req.Lang, c.Date)))
	case c.Date.Sub(now) > confirmAhead:
		d.doubts = append(d.doubts, textFarAhead.In(req.Lang, text.Date(req.Lang, c.Date)))
	case now.Sub(c.Date) > confirmAfter:
		d.doubts = append(d.doubts, textLongAgo.In(req.Lang, text.Date(req.Lang, c.Date)))
	}
	c.Status = crm.StatusFor(c.Date, now)
	if read.NoShow && !c.Date.After(now) {
		c.Status = crm.NoShow
	}
	if read.Intent == sentence.PlanVisit && !c.Date.Before(now) {
		c.Status = crm.Planned
	}
}

// followUpFor is due on the first workday of what was said: "uge 50" is due on its Monday. The words are kept.
func followUpFor(e when.Expr) *crm.FollowUp {
	f := &crm.FollowUp{Due: when.NextWorkday(e.From), State: crm.FollowUpOpen}
	if e.Precision == when.PrecisionDay {
		f.Due = e.From // the promised day stays, also on a weekend
	} else {
		f.DueText = e.Text
	}
	return f
}

// company finds the company, or says what is doubtful about it.
func (f *feature) company(ctx context.Context, req commands.Request, d *draft, read sentence.Contact) error {
	lang, words := req.Lang, read.Company
	if len(read.Numbers) > 0 {
		words = read.Numbers[0].Value
		if read.Company != "" {
			d.company = words + " " + read.Company
		}
	}
	found, doubt, err := f.find(ctx, req, words, read.Numbers)
	if err != nil {
		return err
	}
	if len(cvrs(read.Numbers)) > 1 || len(read.Others) > 0 {
		found, doubt = nil, textOneCompany.In(lang)
	}
	if doubt == "" && len(read.Numbers) > 0 && read.Company != "" {
		if doubt, err = f.disagree(ctx, req, found[0], read.Company); err != nil {
			return err
		}
	}
	if doubt == "" && len(found) == 1 {
		d.contact.Company, d.company = found[0], ""
		d.contact.SiteID = siteOf(found[0], read.Numbers)
		return nil
	}
	if d.company == "" {
		d.company = words
	}
	d.candidates = found
	d.doubts = append(d.doubts, doubt)
	return nil
}

// disagree says that the name beside a company's number is another company's; "" where it is not.
func (f *feature) disagree(ctx context.Context, req commands.Request, c crm.Company, name string) (string, error) {
	named, err := dossier.Find(ctx, f.store, f.finder, name, "", req.Person.Org)
	if err != nil || len(named) == 0 || !named[0].Exact() {
		return "", err
	}
	if slices.ContainsFunc(named, func(n register.Candidate) bool { return n.Company.ID == c.ID }) {
		return "", nil
	}
	return textOtherName.In(req.Lang, c.CVR, c.Name, named[0].Company.Name), nil
}

// cvrs are the different company numbers among the numbers.
func cvrs(list []register.Number) map[string]bool {
	set := map[string]bool{}
	for _, n := range list {
		if n.Kind != register.KindPNumber {
			set[n.Value] = true
		}
	}
	return set
}

func siteOf(c crm.Company, numbers []register.Number) int64 {
	for _, n := range numbers {
		for _, s := range c.Sites {
			if n.Kind == register.KindPNumber && s.PNumber == n.Value {
				return s.ID
			}
		}
	}
	return 0
}

// find looks the company up. With no doubt there is exactly one; otherwise the doubt says what is the matter.
func (f *feature) find(ctx context.Context, req commands.Request, words string, numbers []register.Number) ([]crm.Company, string, error) {
	lang := req.Lang
	if words == "" {
		return nil, textNoCompany.In(lang), nil
	}
	candidates, err := dossier.Find(ctx, f.store, f.finder, words, "", req.Person.Org)
	if absent, ok := errors.AsType[*crm.Error](err); ok && absent.Kind == crm.NotFound {
		return nil, absent.In(lang), nil
	}
	if err != nil {
		return nil, "", err
	}
	var found []crm.Company
	for _, c := range candidates {
		found = append(found, c.Company)
	}
	switch {
	case len(numbers) > 0 && len(found) == 0:
		return nil, unknownNumber(lang, numbers[0]), nil
	case len(numbers) > 0 && numbers[0].Kind == register.KindUnsure:
		return found, textMaybePhone.In(lang, words), nil
	case len(found) == 0:
		return nil, textUnknownName.In(lang, words), nil
	case dossier.Sure(words, candidates):
		return found[:1], "", nil
	case len(found) == 1:
		return found, textOneLike.In(lang, words, found[0].Name), nil
	}
	return found, textWhichOne.In(lang, words), nil
}

func unknownNumber(lang text.Lang, n register.Number) string {
	switch {
	case n.Kind == register.KindPNumber:
		return textUnknownP.In(lang, n.Value)
	case !n.Valid:
		return textBadNumber.In(lang, n.Value)
	}
	return textUnknownCVR.In(lang, n.Value)
}

func doubtDate(lang text.Lang, e when.Expr) string {
	if len(e.Candidates) < 2 {
		return textWhichDay.In(lang, e.Text)
	}
	days := make([]string, len(e.Candidates))
	for i, d := range e.Candidates {
		days[i] = text.Date(lang, d)
	}
	return textWhichDate.In(lang, e.Text, text.OneOf(lang, days))
}
