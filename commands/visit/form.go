package visit

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
	"samspil/internal/when"
)

// carried is what the form takes along unseen. It holds no words of the note and no person.
type carried struct {
	ID      int64     `json:"id,omitempty"` // the contact that is edited
	Version int       `json:"v,omitempty"`
	Due     when.Date `json:"due,omitzero"` // the follow-up as it was, so that its words stay with it
	DueText string    `json:"dt,omitempty"`
	SiteID  int64     `json:"s,omitempty"`
	// Status is what the line called it, which the date alone does not tell: a plan for today, or a no-show.
	Status crm.Status `json:"st,omitempty"`
}

// noteField is how many characters a Slack text field holds; a longer note goes on in a second field.
const noteField = 3000

// form is the reply that opens the form, filled with what the draft knows.
func form(req commands.Request, d draft) commands.Reply {
	lang, c := req.Lang, d.contact
	carry := carried{ID: c.ID, Version: c.Version, SiteID: c.SiteID, Status: c.Status}
	if d.followUp != nil {
		carry.Due, carry.DueText = d.followUp.Due, d.followUp.DueText
	}
	metadata, _ := json.Marshal(carry) // plain numbers and short words: cannot fail
	title, intro := textFormNew, textOpenForm
	switch {
	case c.ID != 0:
		title, intro = textFormEdit, textOpenEdit
	case c.Status == crm.Planned && c.Date.After(today(req)):
		title = textFormPlan
	}
	sentences := append([]string{}, d.doubts...)
	if len(sentences) > 0 && c.ID == 0 {
		intro = textAskForm
	}
	sentences = append([]string{intro.In(lang)}, sentences...)
	f := commands.Form{ID: "visit.form", Title: title.In(lang), Submit: textSave.In(lang), Metadata: string(metadata),
		Intro: strings.Join(sentences, "\n"), Fields: fields(lang, d)}
	reply := commands.Sentence(strings.Join(sentences, "\n"))
	reply.View = f.View(lang)
	return reply
}

func fields(lang text.Lang, d draft) []commands.Field {
	c := d.contact
	note, more := []rune(c.Note), ""
	if len(note) > noteField {
		more, note = string(note[noteField:]), note[:noteField]
	}
	day := c.Date
	if day.IsZero() {
		day = d.stated
	}
	list := append(companyFields(lang, d), []commands.Field{
		{Name: "date", Label: labelDate.In(lang), Kind: commands.FieldDate, Required: true, Values: one(day.String())},
		{Name: "channel", Label: labelChannel.In(lang), Kind: commands.FieldOne, Required: true, Options: options(lang, crm.Channels, when.Date{}), Values: one(string(c.Channel))},
		{Name: "purposes", Label: labelPurposes.In(lang), Kind: commands.FieldMany, Options: options(lang, crm.Purposes, day), Values: purposeValues(c.Purposes)},
		{Name: "note", Label: labelNote.In(lang), Hint: hintNote.In(lang), Kind: commands.FieldLong, Values: one(string(note))},
	}...)
	if more != "" {
		list = append(list, commands.Field{Name: "note_more", Label: labelNoteMore.In(lang), Kind: commands.FieldLong, Values: one(more)})
	}
	list = append(list,
		commands.Field{Name: "time", Label: labelStart.In(lang), Kind: commands.FieldClock, Values: one(clock(c.Start))},
		commands.Field{Name: "time_end", Label: labelEnd.In(lang), Kind: commands.FieldClock, Values: one(clock(c.End))},
		commands.Field{Name: "minutes", Label: labelMinutes.In(lang), Kind: commands.FieldNumber, Values: one(number(c.Minutes))},
		commands.Field{Name: "with", Label: labelWith.In(lang), Values: one(strings.Join(withNames(c), ", "))},
		commands.Field{Name: "trade", Label: labelTrade.In(lang), Kind: commands.FieldOne, Options: options(lang, crm.Trades, when.Date{}), Values: one(c.Trade)},
		commands.Field{Name: "headcount", Label: labelHeadcount.In(lang), Kind: commands.FieldNumber, Values: one(number(c.Headcount))},
		commands.Field{Name: "need_from", Label: labelNeedFrom.In(lang), Kind: commands.FieldDate, Values: one(c.NeedFrom.String())},
		commands.Field{Name: "outcome", Label: labelOutcome.In(lang), Kind: commands.FieldOne, Options: options(lang, crm.Outcomes, when.Date{}), Values: one(string(c.Outcome))},
		commands.Field{Name: "contact_name", Label: labelContactName.In(lang), Values: one(c.ContactName)},
		commands.Field{Name: "contact_mail", Label: labelContactMail.In(lang), Values: one(c.ContactMail)},
		commands.Field{Name: "contact_tel", Label: labelContactTel.In(lang), Values: one(c.ContactTel)},
		commands.Field{Name: "told", Label: labelTold.In(lang), Kind: commands.FieldTick, Options: []commands.Option{{Value: "yes", Label: optionTold.In(lang)}}, Values: tick(d.told)},
	)
	list = append(list, followUpFields(lang, d.followUp)...)
	if c.ID != 0 {
		list = append(list, commands.Field{Name: "status", Label: labelStatus.In(lang), Kind: commands.FieldOne, Required: true, Options: options(lang, crm.Statuses, when.Date{}), Values: one(string(c.Status))})
	}
	return append(list, commands.Field{Name: "share", Label: labelShare.In(lang), Kind: commands.FieldOne, Required: true, Options: shareOptions(lang), Values: one(string(c.Share))})
}

// companyFields searches for the company, or is a choice where several fit, with a search beside it for none of them.
func companyFields(lang text.Lang, d draft) []commands.Field {
	field := commands.Field{Name: "company", Label: labelCompany.In(lang), Hint: hintCompany.In(lang), Required: true,
		Kind: commands.FieldSearch, Search: "visit.company"}
	if c := d.contact.Company; c.ID != 0 {
		return []commands.Field{field.Chosen(c.CVR, dossier.Choice(c))}
	}
	if len(d.candidates) == 0 {
		return []commands.Field{field.Chosen(text.Cut(d.company, 75), d.company)}
	}
	other := field
	other.Name, other.Label, other.Required = "company_other", labelOther.In(lang), false
	field.Kind, field.Search, field.Hint, field.Required = commands.FieldOne, "", "", false
	for _, c := range d.candidates {
		field.Options = append(field.Options, commands.Option{Value: c.CVR, Label: dossier.Choice(c)})
	}
	return []commands.Field{field, other}
}

func followUpFields(lang text.Lang, f *crm.FollowUp) []commands.Field {
	var day, words string
	if f != nil {
		day, words = f.Due.String(), f.Text
	}
	return []commands.Field{
		{Name: "follow_up", Label: labelFollowUp.In(lang), Kind: commands.FieldDate, Values: one(day)},
		{Name: "follow_text", Label: labelFollowText.In(lang), Values: one(words), MaxRunes: 500},
	}
}

func shareOptions(lang text.Lang) []commands.Option {
	return []commands.Option{
		{Value: string(crm.ShareDefault), Label: shareDefault.In(lang)},
		{Value: string(crm.ShareNote), Label: shareNote.In(lang)},
		{Value: string(crm.ShareMonth), Label: shareMonth.In(lang)},
		{Value: string(crm.ShareNothing), Label: shareNothing.In(lang)},
	}
}

// options are the terms in use on that day; all of them when the day is not known.
func options(lang text.Lang, terms []crm.Term, on when.Date) []commands.Option {
	var list []commands.Option
	for _, t := range terms {
		if on.IsZero() || t.ValidOn(on) {
			list = append(list, commands.Option{Value: t.Code, Label: t.Name(lang)})
		}
	}
	return list
}

func purposeValues(purposes []crm.Purpose) []string {
	list := make([]string, len(purposes))
	for i, p := range purposes {
		list[i] = string(p)
	}
	return list
}

func withNames(c crm.Contact) []string {
	names := make([]string, len(c.With))
	for i, p := range c.With {
		names[i] = p.Name
	}
	return names
}

// one is the list of a single value, empty for "".
func one(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func clock(c when.Clock) string {
	if c < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c/60, c%60)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func tick(on bool) []string {
	if on {
		return []string{"yes"}
	}
	return nil
}
