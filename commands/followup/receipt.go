package followup

import (
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// showReceipt says what was done to one or more follow-ups.
func showReceipt(req commands.Request, act crm.FollowUpAct, batch string, after []crm.Promise) commands.Reply {
	lang := req.Lang
	to := commands.NewPage().Lead(said(lang, act, after))
	wide := after[0].OwnerID != req.Person.ID
	for _, p := range after[:min(len(after), listLength)] {
		to.Para(row(lang, today(req), p, wide))
	}
	if more := len(after) - listLength; more > 0 {
		to.Small(textMore.In(lang, more))
	}
	to.Small(textBy.In(lang, req.Person.Name, text.Time(lang, req.Now)) + " " + textUndoable.In(lang))
	return to.Buttons(undoOf(lang, batch, page{rows: idsOf(after), wide: wide}),
		commands.Button{ID: "followup.list", Label: buttonList.In(lang)}).Reply()
}

// said is the first line of a receipt. Of one that is open it also says when the reminder comes, if not on the day itself.
func said(lang text.Lang, act crm.FollowUpAct, list []crm.Promise) string {
	first := say(lang, act, list)
	if len(list) == 1 && list[0].State == crm.FollowUpOpen {
		first = strings.TrimSpace(first + " " + remindedLater(lang, list[0].Due))
	}
	return first
}

func undoOf(lang text.Lang, batch string, shown page) commands.Button {
	return commands.Button{ID: "followup.undo", Value: shown.value(batch), Label: buttonUndo.In(lang)}
}

// remindedLater says that the reminder moves on from a day on which offices are closed; "" on a workday.
func remindedLater(lang text.Lang, d when.Date) string {
	next := text.Date(lang, when.NextWorkday(d))
	da, en, ok := when.Holiday(d)
	if !ok {
		da, en, ok = when.Closed(d)
	}
	switch {
	case when.IsWorkday(d):
		return ""
	case ok && lang == text.English:
		return textHoliday.In(lang, en, next)
	case ok:
		return textHoliday.In(lang, da, next)
	}
	return textWeekend.In(lang, next)
}

// showAfter shows a message's rows as they stand after one of its buttons was pressed.
func showAfter(req commands.Request, lead, batch string, acted int64, rows []crm.Promise, shown page) commands.Reply {
	lang, to := req.Lang, commands.NewPage().Lead(lead)
	by := textBy.In(lang, req.Person.Name, text.Time(lang, req.Now))
	if batch != "" {
		by += " " + textUndoable.In(lang)
	}
	for _, p := range rows {
		buttons := rowButtons(lang, p, shown)
		if p.ID == acted && batch != "" {
			buttons, batch = []commands.Button{undoOf(lang, batch, shown)}, ""
		}
		to.Para(row(lang, today(req), p, shown.wide)).Buttons(buttons...)
	}
	if batch != "" {
		to.Buttons(undoOf(lang, batch, shown))
	}
	return to.Small(by).Reply()
}
