package followup

import (
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// row says one follow-up in a line: its number, company, day, words, and where it stands.
func row(lang text.Lang, now when.Date, p crm.Promise, wide bool) string {
	parts := []string{"#" + strconv.FormatInt(p.ID, 10), p.Company.Name, due(lang, p.FollowUp)}
	if p.Text != "" {
		parts = append(parts, p.Text)
	}
	if wide {
		parts = append(parts, p.Owner.Name)
	}
	switch {
	case p.State == crm.FollowUpDone && p.ClosedBy != "":
		parts = append(parts, textDoneBy.In(lang, p.ClosedBy))
	case p.State == crm.FollowUpDone:
		parts = append(parts, textDoneWord.In(lang))
	case p.State != crm.FollowUpOpen:
		parts = append(parts, textDropped.In(lang))
	case p.Overdue(now):
		parts = append(parts, textOverdue.In(lang))
	case p.Due == now:
		parts = append(parts, textToday.In(lang))
	}
	return strings.Join(parts, " · ")
}

func due(lang text.Lang, f crm.FollowUp) string {
	if f.DueText == "" {
		return text.Date(lang, f.Due)
	}
	return f.DueText + " (" + text.Date(lang, f.Due) + ")"
}

// rowButtons are what can be done with an open one.
func rowButtons(lang text.Lang, p crm.Promise, shown page) []commands.Button {
	if p.State != crm.FollowUpOpen {
		return nil
	}
	v := shown.value(strconv.FormatInt(p.ID, 10))
	return []commands.Button{
		{ID: "followup.done", Value: v, Label: buttonDone.In(lang)},
		{ID: "followup.move", Value: v, Label: buttonMove.In(lang)},
		{ID: "followup.give", Value: v, Label: buttonGive.In(lang)},
		{ID: "visit.new", Value: p.Company.CVR, Label: buttonLog.In(lang)},
	}
}

func addRows(to *commands.Page, lang text.Lang, now when.Date, list []crm.Promise, shown page) {
	for _, p := range list[:min(len(list), listLength)] {
		to.Para(row(lang, now, p, shown.wide)).Buttons(rowButtons(lang, p, shown)...)
	}
	if more := len(list) - listLength; more > 0 {
		to.Small(textMore.In(lang, more))
	}
}

// showRows shows follow-ups with their buttons under a sentence, which may be "".
func showRows(req commands.Request, lead string, list []crm.Promise, shown page) commands.Reply {
	to := commands.NewPage()
	if lead != "" {
		to.Lead(lead)
	}
	addRows(to, req.Lang, today(req), list, shown)
	return to.Reply()
}

// showList shows a list of open follow-ups.
func showList(req commands.Request, line asked, list []crm.Promise, wide bool) commands.Reply {
	lang, to := req.Lang, commands.NewPage()
	heading := headMine
	switch {
	case line.state != "" && wide:
		heading = headOrgOverdue
	case line.state != "":
		heading = headOverdue
	case wide:
		heading = headOrg
	}
	title := heading.In(lang)
	if wide {
		title = heading.In(lang, req.Person.Org.Name(lang))
	}
	for _, part := range []string{periodWords(line), line.name} {
		if part != "" {
			title += " · " + part
		}
	}
	to.Heading(title)
	newOne := commands.Button{ID: "followup.new", Label: buttonNew.In(lang)}
	if len(list) == 0 {
		return to.Para(textNothing.In(lang)).Small(textHow.In(lang)).Buttons(newOne).Reply()
	}
	addRows(to, lang, today(req), list, page{rows: idsOf(list), wide: wide})
	return to.Small(textHow.In(lang)).Buttons(newOne).Reply()
}

func periodWords(line asked) string {
	if line.period == nil {
		return ""
	}
	return line.period.Text
}

// ask lists those that may be meant. One button, or the number in a new line, answers.
func ask(req commands.Request, list []crm.Promise, wide bool) *commands.Reply {
	reply := showRows(req, textWhich.In(req.Lang), list, page{rows: idsOf(list), wide: wide})
	return &reply
}
