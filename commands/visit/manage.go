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
	"samspil/internal/dossier"
	"samspil/internal/privacy"
	"samspil/internal/register"
	"samspil/internal/sentence"
	"samspil/internal/text"
)

// listLength is how many of a person's contacts the list shows.
const listLength = 15

func (f *feature) list(ctx context.Context, req commands.Request) (commands.Reply, error) {
	coming, err := f.store.PlannedByPerson(ctx, req.Person, today(req), listLength)
	if err != nil {
		return commands.Reply{}, err
	}
	latest, err := f.store.ContactsOfPerson(ctx, req.Person, 2*listLength)
	if err != nil {
		return commands.Reply{}, err
	}
	latest = slices.DeleteFunc(latest, func(c crm.Contact) bool { return planned(c) && !c.Date.Before(today(req)) })
	reply := showList(req, coming, latest[:min(len(latest), listLength)])
	reply.Understood = commands.Understood{Intent: "visit.list", Slots: map[string]any{}}
	return reply, nil
}

// home shows a person what they have planned, promised and logged, with a way to log and to check.
func (f *feature) home(ctx context.Context, req commands.Request) (commands.Reply, error) {
	list, err := f.list(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	open, err := f.store.FollowUpsOfPerson(ctx, req.Person.ID, listLength)
	if err != nil {
		return commands.Reply{}, err
	}
	promised := make([]promise, len(open))
	for i, p := range open {
		company, err := f.store.CompanyByID(ctx, p.CompanyID)
		if err != nil {
			return commands.Reply{}, err
		}
		promised[i] = promise{p, company}
	}
	return showHome(req, list, promised), nil
}

// promise is an open follow-up with its company.
type promise struct {
	crm.FollowUp
	company crm.Company
}

// own gives the contact with that number if the person may change it; to everybody else it does not exist.
func (f *feature) own(ctx context.Context, req commands.Request, id int64) (crm.Contact, error) {
	c, err := f.store.Contact(ctx, id)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return crm.Contact{}, err
	}
	if err != nil || !c.CanEdit(req.Person) {
		return crm.Contact{}, crm.Errorf(crm.NotFound, textNoContact, id)
	}
	return c, nil
}

// target finds the contact that the words mean: by its number, by its company, its day, or "the last one". What is
// only looked at before it is saved (an edit) may be the last one without being called so.
func (f *feature) target(ctx context.Context, req commands.Request, read sentence.Contact) (crm.Contact, error) {
	if read.MoreIDs {
		return crm.Contact{}, crm.Errorf(crm.Invalid, textOneAtATime)
	}
	if read.ID != 0 {
		return f.own(ctx, req, read.ID)
	}
	contacts, err := f.store.ContactsOfPerson(ctx, req.Person, 200)
	if err != nil {
		return crm.Contact{}, err
	}
	words := read.Company
	if read.CompanyFrom != "" {
		words = read.CompanyFrom
	}
	if len(read.Numbers) > 0 {
		words = read.Numbers[0].Value
	}
	looked := read.Intent == sentence.UpdateVisit
	if words == "" && !read.Last && !looked && read.Date.IsZero() && read.Stated == nil {
		return crm.Contact{}, crm.Errorf(crm.Invalid, textWhichContact)
	}
	var named []crm.Contact
	for _, c := range contacts {
		if (words == "" || names(c, words)) && (looked || onDay(c, read)) {
			named = append(named, c)
		}
	}
	return choose(req.Lang, named, read, words)
}

// choose takes the newest of the contacts that the words fit, or asks where they are with different companies.
func choose(lang text.Lang, named []crm.Contact, read sentence.Contact, words string) (crm.Contact, error) {
	if read.Intent == sentence.CancelVisit && slices.ContainsFunc(named, planned) {
		named = slices.DeleteFunc(named, func(c crm.Contact) bool { return !planned(c) })
	}
	switch {
	case len(named) == 0 && words == "":
		return crm.Contact{}, crm.Errorf(crm.NotFound, textNoneYet)
	case len(named) == 0:
		return crm.Contact{}, crm.Errorf(crm.NotFound, textNoneWith, words)
	case !read.Last && slices.ContainsFunc(named, func(c crm.Contact) bool { return c.Company.ID != named[0].Company.ID }):
		var list []string
		for _, c := range named[:min(len(named), 5)] {
			list = append(list, fmt.Sprintf("#%d %s, %s", c.ID, c.Company.Name, text.Date(lang, c.Date)))
		}
		return crm.Contact{}, crm.Errorf(crm.Invalid, textSeveral, text.OneOf(lang, list), named[0].ID)
	}
	return named[0], nil
}

// onDay reports whether the contact is on the day that the words name, if they name one.
func onDay(c crm.Contact, read sentence.Contact) bool {
	if read.Stated != nil {
		return !c.Date.Before(read.Stated.From) && !c.Date.After(read.Stated.To) || slices.Contains(read.Stated.Candidates, c.Date)
	}
	return read.Date.IsZero() || c.Date == read.Date
}

func planned(c crm.Contact) bool { return c.Status == crm.Planned }

// names reports whether the words name the contact's company: its number, or the beginning of its name.
func names(c crm.Contact, words string) bool {
	folded := register.Fold(words)
	return c.Company.CVR == words || folded != "" && strings.HasPrefix(register.Fold(c.Company.Name), folded)
}

// undoCommand takes back what the words name, or what the person logged last.
func (f *feature) undoCommand(ctx context.Context, req commands.Request, words string) (commands.Reply, error) {
	read := sentence.Contact{Intent: sentence.DeleteVisit, Last: true}
	if words != "" {
		read = sentence.ReadContact("slet "+words, req.Now, f.known(ctx, req))
	}
	c, err := f.target(ctx, req, read)
	if err != nil {
		return commands.Reply{}, err
	}
	reply, err := f.undo(ctx, req, c)
	reply.Understood = commands.Understood{Intent: string(sentence.DeleteVisit), Slots: map[string]any{"target": "last_by_self"}}
	if words != "" {
		reply.Understood = understood(read)
	}
	return reply, err
}

func (f *feature) undo(ctx context.Context, req commands.Request, c crm.Contact) (commands.Reply, error) {
	switch {
	case !c.DeletedAt.IsZero():
		return commands.Reply{}, crm.Errorf(crm.Conflict, textAlreadyGone, c.ID)
	case !c.CanUndo(req.Person, req.Now):
		return commands.Reply{}, crm.Errorf(crm.Invalid, textTooLate, c.ID)
	}
	return f.remove(ctx, req, c, "undo")
}

func (f *feature) remove(ctx context.Context, req commands.Request, c crm.Contact, what string) (commands.Reply, error) {
	gone, err := f.store.DeleteContact(ctx, entry(req), c.ID, what)
	if err != nil {
		return commands.Reply{}, err
	}
	return showGone(req, gone), nil
}

func (f *feature) delete(ctx context.Context, req commands.Request, read sentence.Contact) (commands.Reply, error) {
	c, err := f.target(ctx, req, read)
	if err != nil {
		return commands.Reply{}, err
	}
	if !c.DeletedAt.IsZero() {
		return commands.Reply{}, crm.Errorf(crm.Conflict, textAlreadyGone, c.ID)
	}
	return f.remove(ctx, req, c, "delete")
}

func (f *feature) cancel(ctx context.Context, req commands.Request, read sentence.Contact) (commands.Reply, error) {
	c, err := f.target(ctx, req, read)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.setCancelled(ctx, req, c)
}

func (f *feature) setCancelled(ctx context.Context, req commands.Request, c crm.Contact) (commands.Reply, error) {
	if !c.DeletedAt.IsZero() {
		return commands.Reply{}, crm.Errorf(crm.Conflict, textAlreadyGone, c.ID)
	}
	if c.Status != crm.Planned {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textNotPlanned, c.ID, c.Status.Name(req.Lang))
	}
	cancelled, err := f.store.SetStatus(ctx, entry(req), c.ID, c.Version, crm.Cancelled)
	if err != nil {
		return commands.Reply{}, err
	}
	return showCancelled(req, cancelled), nil
}

// edit opens the form with the contact's values and the changes that the words state.
func (f *feature) edit(ctx context.Context, req commands.Request, read sentence.Contact) (commands.Reply, error) {
	c, err := f.target(ctx, req, read)
	if err != nil {
		return commands.Reply{}, err
	}
	d, err := f.existing(ctx, c)
	if err != nil {
		return commands.Reply{}, err
	}
	if read.Channel == crm.Visit {
		read.Channel = "" // "besøg" here is the record, not a change of channel
	}
	apply(&d.contact, read)
	d.contact.Note = strings.TrimSpace(strings.Join([]string{c.Note, read.Note}, "\n"))
	d.told = d.told && personOf(d.contact) == personOf(c)
	for _, name := range read.With {
		d.contact.With = append(d.contact.With, f.participant(ctx, name, d.contact.Date, req))
	}
	if read.FollowUp != nil {
		changed := followUpFor(*read.FollowUp)
		if old := d.followUp; old != nil {
			changed.ID, changed.OwnerID, changed.Text = old.ID, old.OwnerID, old.Text
		}
		d.followUp = changed
	}
	if read.CompanyTo != "" {
		if err := f.otherCompany(ctx, req, &d, read.CompanyTo); err != nil {
			return commands.Reply{}, err
		}
	}
	return form(req, d), nil
}

// otherCompany puts the contact with the company that the words name, or leaves the choice to the form.
func (f *feature) otherCompany(ctx context.Context, req commands.Request, d *draft, words string) error {
	found, doubt, err := f.find(ctx, req, words, nil)
	if err != nil {
		return err
	}
	d.contact.Company, d.contact.SiteID, d.company, d.candidates = crm.Company{}, 0, words, found
	if doubt == "" {
		d.contact.Company, d.company, d.candidates = found[0], "", nil
	} else {
		d.doubts = append(d.doubts, doubt)
	}
	return nil
}

// existing is a saved contact as a draft.
func (f *feature) existing(ctx context.Context, c crm.Contact) (draft, error) {
	if !c.DeletedAt.IsZero() {
		return draft{}, crm.Errorf(crm.Conflict, textAlreadyGone, c.ID)
	}
	d := draft{contact: c, told: personOf(c).named()}
	list, err := f.store.FollowUpsOfContact(ctx, c.ID)
	for _, fu := range list {
		if fu.State == crm.FollowUpOpen {
			d.followUp = &fu
			break
		}
	}
	return d, err
}

// buttonContact is the contact whose number a button carries, optionally with a word behind a colon.
func (f *feature) buttonContact(ctx context.Context, req commands.Request) (crm.Contact, string, error) {
	number, word, _ := strings.Cut(req.Value, ":")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return crm.Contact{}, "", crm.Errorf(crm.Invalid, textOldButton).Because(err)
	}
	c, err := f.own(ctx, req, id)
	return c, word, err
}

func (f *feature) listButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.list(ctx, req)
}

func (f *feature) undoButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, _, err := f.buttonContact(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.undo(ctx, req, c)
}

func (f *feature) editButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, _, err := f.buttonContact(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	d, err := f.existing(ctx, c)
	if err != nil {
		return commands.Reply{}, err
	}
	return form(req, d), nil
}

func (f *feature) cancelButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, _, err := f.buttonContact(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.setCancelled(ctx, req, c)
}

// restoreButton brings back a deleted or cancelled contact.
func (f *feature) restoreButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, _, err := f.buttonContact(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	var back crm.Contact
	switch {
	case !c.DeletedAt.IsZero():
		back, err = f.store.RestoreContact(ctx, entry(req), c.ID)
	case c.Status == crm.Cancelled:
		back, err = f.store.SetStatus(ctx, entry(req), c.ID, c.Version, crm.Planned)
	default:
		return commands.Reply{}, crm.Errorf(crm.Conflict, textStillThere, c.ID)
	}
	if err != nil {
		return commands.Reply{}, err
	}
	return showBack(req, back), nil
}

// reasonButton notes why the person went ahead despite an overlap.
func (f *feature) reasonButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, word, err := f.buttonContact(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	code, carried, _ := strings.Cut(word, ":")
	reason, ok := crm.Find(crm.OverlapReasons, code)
	if !ok {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textOldButton)
	}
	var untold person // whom another button of the receipt asks about
	if err := json.Unmarshal([]byte(carried), &untold); err != nil && carried != "" {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textOldButton).Because(err)
	}
	return f.change(ctx, req, c, func(c *crm.Contact) { c.OverlapWhy = reason.Code }, receipt{person: untold})
}

// toldButton stores the contact person, whom the button carries until then.
func (f *feature) toldButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	c, word, err := f.buttonContact(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	var p person
	if err := json.Unmarshal([]byte(word), &p); err != nil || !p.named() {
		return commands.Reply{}, crm.Errorf(crm.Invalid, textOldButton).Because(err)
	}
	if personOf(c).named() && personOf(c) != p {
		return commands.Reply{}, crm.Errorf(crm.Conflict, textOtherPerson, c.ID)
	}
	keep := func(c *crm.Contact) { c.ContactName, c.ContactMail, c.ContactTel = p.Name, p.Mail, p.Tel }
	return f.change(ctx, req, c, keep, receipt{said: textPersonKept.In(req.Lang, p.words())})
}

// change edits one contact on the spot; the receipt whose button was pressed then says so.
func (f *feature) change(ctx context.Context, req commands.Request, c crm.Contact, edit func(*crm.Contact), out receipt) (commands.Reply, error) {
	if !c.DeletedAt.IsZero() {
		return commands.Reply{}, crm.Errorf(crm.Conflict, textAlreadyGone, c.ID)
	}
	d, err := f.existing(ctx, c)
	if err != nil {
		return commands.Reply{}, err
	}
	edit(&d.contact)
	saved, followUp, err := f.write(ctx, req, d.contact, d.followUp)
	if err != nil {
		return commands.Reply{}, err
	}
	out.contact, out.followUp, out.edited = saved, followUp, !saved.CanUndo(req.Person, req.Now)
	out.warnings = privacy.Kinds(warningsOf(saved))
	out.checked, err = dossier.Gather(ctx, f.store, saved.Company, req.Person.Org, req.Now, saved.Date)
	out.unchecked = err != nil
	reply := showReceipt(req, out)
	reply.Replace, reply.Trouble = true, err
	return reply, nil
}
