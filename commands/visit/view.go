package visit

import (
	"encoding/json"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/privacy"
	"samspil/internal/text"
	"samspil/internal/when"
)

// headline fills a first line: channel, company, day, and what else it takes.
func headline(t text.Text, lang text.Lang, c crm.Contact, more ...any) string {
	return t.In(lang, append([]any{c.Channel.Name(lang), c.Company.Name, text.Date(lang, c.Date) + dossier.Clock(lang, c.Start, c.End)}, more...)...)
}

func showReceipt(req commands.Request, r receipt) commands.Reply {
	lang, c := req.Lang, r.contact
	first := textLogged
	switch {
	case r.edited:
		first = textChanged
	case c.Status == crm.Planned:
		first = textPlanned
	}
	page := commands.NewPage().Lead(headline(first, lang, c))
	if r.said != "" {
		page.Para(r.said)
	}
	if said := facts(lang, r); len(said) > 0 {
		page.List(textCase.In(lang, c.ID), said)
	} else {
		page.Para(textCase.In(lang, c.ID))
	}
	warn(page, lang, r)
	page.Small(textBy.In(lang, req.Person.Name, text.Time(lang, req.Now)) + " " + visibility(lang, c) + r.undoable(lang))
	id := strconv.FormatInt(c.ID, 10)
	buttons := []commands.Button{{ID: "visit.undo", Value: id, Label: buttonUndo.In(lang)}, {ID: "visit.edit", Value: id, Label: buttonEdit.In(lang)}}
	if r.edited {
		buttons = buttons[1:] // ten minutes count from the first log; an edit is mended by another edit
	}
	if c.Status == crm.Planned {
		buttons = append(buttons, commands.Button{ID: "visit.cancel", Value: id, Label: buttonCancel.In(lang)})
	}
	return page.Buttons(buttons...).Reply()
}

// facts lists what was saved, so that the writer sees how they were understood.
func facts(lang text.Lang, r receipt) []string {
	c := r.contact
	var list []string
	add := func(t text.Text, value string) {
		if value != "" {
			list = append(list, t.In(lang, value))
		}
	}
	if c.Status == crm.Cancelled || c.Status == crm.NoShow {
		add(itemStatus, c.Status.Name(lang))
	}
	add(itemPurposes, dossier.PurposeNames(lang, c.Purposes))
	if c.Outcome != "" {
		add(itemOutcome, c.Outcome.Name(lang))
	}
	add(itemNeed, need(lang, c))
	if c.Minutes > 0 {
		add(itemLength, lengthMinutes.In(lang, c.Minutes))
	}
	if r.followUp != nil {
		add(itemFollowUp, due(lang, *r.followUp))
	}
	names := make([]string, len(c.With))
	for i, p := range c.With {
		names[i] = p.Name
	}
	add(itemWith, text.List(lang, names))
	add(itemPerson, personOf(c).words())
	add(itemNote, c.Note)
	return list
}

func due(lang text.Lang, f crm.FollowUp) string {
	words := text.Date(lang, f.Due)
	if f.DueText != "" {
		words = f.DueText + " (" + words + ")"
	}
	return strings.TrimSpace(words + " " + f.Text)
}

func need(lang text.Lang, c crm.Contact) string {
	var parts []string
	if t, ok := crm.Find(crm.Trades, c.Trade); ok {
		parts = append(parts, t.Name(lang))
	}
	if c.Headcount > 0 {
		parts = append(parts, needPeople.In(lang, c.Headcount))
	}
	if !c.NeedFrom.IsZero() {
		parts = append(parts, needFrom.In(lang, text.Date(lang, c.NeedFrom)))
	}
	return strings.Join(parts, " · ")
}

func (p person) words() string {
	var parts []string
	for _, s := range []string{p.Name, p.Mail, p.Tel} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// undoable says how long one button undoes it; "" for an edit, which another edit mends.
func (r receipt) undoable(lang text.Lang) string {
	if r.edited {
		return ""
	}
	return " " + textUndoable.In(lang)
}

// warn adds what the writer must know: overlaps, the company's own wishes, an untold contact person, a held note.
func warn(page *commands.Page, lang text.Lang, r receipt) {
	id := strconv.FormatInt(r.contact.ID, 10)
	if r.checked.Standing == crm.AskedNot {
		page.Lead(textAskedNot.In(lang))
	}
	if c := r.contact.Company; c.Status == crm.CompanyEnded && c.EndedOn.IsZero() {
		page.Lead(textEnded.In(lang))
	} else if c.Status == crm.CompanyEnded {
		page.Lead(textEndedOn.In(lang, text.Date(lang, c.EndedOn)))
	}
	if r.unchecked {
		page.Lead(textUnchecked.In(lang))
		page.Buttons(commands.Button{ID: "check.show", Value: r.contact.Company.CVR, Label: buttonCheck.In(lang)})
	}
	if len(r.checked.Overlaps) > 0 {
		page.Lead(textOverlap.In(lang))
		overlaps(page, lang, r, id)
	}
	if r.person.named() {
		page.Para(textTold.In(lang, r.person.words()))
		if carried, err := json.Marshal(r.person); err == nil && len(carried) < carriedLimit {
			page.Buttons(commands.Button{ID: "visit.told", Value: id + ":" + string(carried), Label: buttonTold.In(lang)})
		}
	}
	if len(r.warnings) > 0 && r.contact.NoteHeld {
		page.Para(textHeld.In(lang, warningNames(lang, r.warnings)))
	}
}

// carriedLimit is how many bytes of a contact person a button carries: Slack takes 2,000 characters in all.
const carriedLimit = 1900

// overlaps lists the others' contacts, and asks why the writer goes ahead unless they have said so.
func overlaps(page *commands.Page, lang text.Lang, r receipt, id string) {
	shown := lines(lang, r.checked.Overlaps, 5)
	if why, ok := crm.Find(crm.OverlapReasons, r.contact.OverlapWhy); ok {
		page.List(textWhySaid.In(lang, why.Name(lang)), shown)
		return
	}
	page.List(textWhy.In(lang), shown)
	untold := ""
	if carried, err := json.Marshal(r.person); err == nil && r.person.named() && len(carried) < carriedLimit {
		untold = ":" + string(carried)
	}
	var reasons []commands.Button
	for _, why := range crm.OverlapReasons {
		reasons = append(reasons, commands.Button{ID: "visit.reason", Value: id + ":" + why.Code + untold, Label: why.Name(lang)})
	}
	page.Buttons(reasons...)
	page.Buttons(joinButtons(lang, r)...)
}

// joinButtons offer to come along instead, on what others plan: the receipt's own plan is then taken back.
func joinButtons(lang text.Lang, r receipt) (buttons []commands.Button) {
	if r.contact.Status != crm.Planned || r.edited {
		return nil
	}
	for _, d := range r.checked.Overlaps {
		if d.Tier >= crm.TierFact && d.Status == crm.Planned && !d.Joined && len(buttons) < 4 {
			id := strconv.FormatInt(d.ID, 10)
			buttons = append(buttons, commands.Button{ID: "visit.join", Value: id + ":" + strconv.FormatInt(r.contact.ID, 10), Label: buttonJoin.In(lang, d.Person, text.ShortDate(lang, d.Date))},
				commands.Button{ID: "visit.ask", Value: id, Label: buttonAsk.In(lang)})
		}
	}
	return buttons
}

func warningNames(lang text.Lang, kinds []privacy.Kind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = warningWords[k].In(lang)
	}
	return text.List(lang, names)
}

func lines(lang text.Lang, list []crm.Disclosed, limit int) []string {
	var said []string
	for _, d := range list[:min(limit, len(list))] {
		said = append(said, dossier.Line(lang, d))
	}
	return said
}

// visibility says who can see the contact.
func visibility(lang text.Lang, c crm.Contact) string {
	if c.Share != crm.ShareDefault {
		for _, o := range shareOptions(lang) {
			if o.Value == string(c.Share) {
				return textSeenChosen.In(lang, o.Label)
			}
		}
	}
	if c.Org.Public {
		return textSeenPublic.In(lang)
	}
	return textSeenPrivate.In(lang)
}

func after(t text.Text, req commands.Request, c crm.Contact, buttons ...commands.Button) commands.Reply {
	by := textBy.In(req.Lang, req.Person.Name, text.Time(req.Lang, req.Now))
	reply := commands.NewPage().Lead(headline(t, req.Lang, c)).Small(by).Buttons(buttons...).Reply()
	reply.Replace = req.Action != ""
	return reply
}

func restore(req commands.Request, c crm.Contact) commands.Button {
	return commands.Button{ID: "visit.restore", Value: strconv.FormatInt(c.ID, 10), Label: buttonRestore.In(req.Lang)}
}

func showGone(req commands.Request, c crm.Contact) commands.Reply {
	return after(textGone, req, c, restore(req, c))
}

func showCancelled(req commands.Request, c crm.Contact) commands.Reply {
	return after(textCancelled, req, c, restore(req, c))
}

func showBack(req commands.Request, c crm.Contact) commands.Reply {
	return after(textBack, req, c, commands.Button{ID: "visit.edit", Value: strconv.FormatInt(c.ID, 10), Label: buttonEdit.In(req.Lang)})
}

func showList(req commands.Request, coming, earlier []crm.Contact) commands.Reply {
	lang, page := req.Lang, commands.NewPage().Heading(textMine.In(req.Lang))
	if len(coming)+len(earlier) == 0 {
		return page.Para(textNone.In(lang, textExamples[0].In(lang))).Reply()
	}
	return page.List(textComing.In(lang), listed(req, coming)).List(textEarlier.In(lang), listed(req, earlier)).Small(textHowTo.In(lang)).Reply()
}

// showHome is the list with what was promised above it.
func showHome(req commands.Request, list commands.Reply, promised []promise) commands.Reply {
	lang := req.Lang
	page := commands.NewPage().Buttons(
		commands.Button{ID: "visit.new", Label: buttonNew.In(lang), Primary: true},
		commands.Button{ID: "check.new", Label: buttonCheckOne.In(lang)})
	if len(promised) > 0 {
		lines := make([]string, len(promised))
		for i, p := range promised {
			lines[i] = p.company.Name + " · " + due(lang, p.FollowUp)
			if p.Due.Before(today(req)) {
				lines[i] += " · " + textOverdue.In(lang)
			}
		}
		page.Heading(textPromised.In(lang)).Para("• " + strings.Join(lines, "\n• "))
	}
	return page.Append(list).Reply()
}

// listed says each contact in a line that begins with its number.
func listed(req commands.Request, contacts []crm.Contact) []string {
	var lines []string
	for _, c := range contacts {
		lines = append(lines, strings.Join([]string{"#" + strconv.FormatInt(c.ID, 10), c.Company.Name, summary(req.Lang, c, today(req))}, " · "))
	}
	return lines
}

func summary(lang text.Lang, c crm.Contact, now when.Date) string {
	parts := []string{text.Date(lang, c.Date) + dossier.Clock(lang, c.Start, c.End), c.Channel.Name(lang)}
	if c.Status != crm.Done && !(c.Status == crm.Planned && !c.Date.Before(now)) {
		parts = append(parts, c.Status.Name(lang))
	}
	if len(c.Purposes) > 0 {
		parts = append(parts, dossier.PurposeNames(lang, c.Purposes))
	}
	return strings.Join(parts, " · ")
}
