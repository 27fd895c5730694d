package followup

import (
	"context"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// textLimit is how many characters the words of a follow-up have.
const textLimit = 500

// draft is a follow-up on its way to be saved, with what is not certain about it.
type draft struct {
	company crm.Company // ID 0 while it is not certain
	named   string      // the words for the company, when it is not certain
	due     when.Date
	dueText string
	text    string
	doubts  []string
}

// create saves a follow-up when company and day are certain, else opens the form with what was understood.
func (f *feature) create(ctx context.Context, req commands.Request, words string) (commands.Reply, error) {
	d, slots, err := f.draft(ctx, req, words)
	if err != nil {
		return commands.Reply{}, err
	}
	var reply commands.Reply
	if len(d.doubts) > 0 {
		reply = newForm(req, d)
	} else {
		reply, err = f.save(ctx, req, d, req.Person.ID)
	}
	reply.Understood = commands.Understood{Intent: createIntent, Slots: slots}
	return reply, err
}

func (f *feature) draft(ctx context.Context, req commands.Request, words string) (d draft, slots map[string]any, err error) {
	slots = map[string]any{}
	if n := utf8.RuneCountInString(words); n > textLimit {
		return d, slots, crm.Errorf(crm.Invalid, errLong, n, textLimit)
	}
	d.text = d.day(req, words)
	if !d.due.IsZero() {
		slots["date"] = d.due.String()
		if warn := closedWhy(d.due); warn != "" {
			slots["suggest_date"], slots["warn"] = when.NextWorkday(d.due).String(), warn
		}
	}
	if calls(words) {
		slots["channel"] = string(crm.Phone)
	}
	err = f.company(ctx, req, &d, words, slots)
	return d, slots, err
}

// day reads the day it is due and gives the words without it.
func (d *draft) day(req commands.Request, words string) string {
	var dates []when.Expr
	for _, e := range when.Scan(words, req.Now, when.Future) {
		if e.Kind == when.KindDate {
			dates = append(dates, e)
		}
	}
	if len(dates) != 1 {
		d.doubts = append(d.doubts, textWhen.In(req.Lang))
		return words
	}
	e := dates[0]
	if doubt := doubtful(req, e); doubt != "" {
		d.doubts = append(d.doubts, doubt)
	} else {
		d.due, d.dueText = dueOn(e, today(req))
	}
	rest := strings.TrimSpace(words[:e.Start]) + " " + strings.TrimSpace(words[e.End:])
	return strings.Trim(rest, " ,;:-–")
}

// save stores the follow-up and answers with the receipt.
func (f *feature) save(ctx context.Context, req commands.Request, d draft, owner int64, jobs ...crm.Job) (commands.Reply, error) {
	batch, added, err := f.store.AddFollowUp(ctx, entry(req, jobs...), crm.FollowUp{
		CompanyID: d.company.ID, OrgID: req.Person.Org.ID, OwnerID: owner, Due: d.due, DueText: d.dueText, Text: d.text})
	if err != nil {
		return commands.Reply{}, err
	}
	return showReceipt(req, crm.FollowUpAdded, batch, []crm.Promise{added}), nil
}

// closedWhy is why nobody is reminded on that day itself: "weekend", "holiday" or "closed"; "" on a workday.
func closedWhy(d when.Date) string {
	if _, _, ok := when.Holiday(d); ok {
		return "holiday"
	}
	if _, _, ok := when.Closed(d); ok {
		return "closed"
	}
	if !when.IsWorkday(d) {
		return "weekend"
	}
	return ""
}

var callWords = wordSet("ring", "ringe", "ringer", "call", "phone", "telefon", "telefonisk")

func calls(words string) bool {
	for _, w := range lower(strings.Fields(words)) {
		if callWords[w] {
			return true
		}
	}
	return false
}
