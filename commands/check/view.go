package check

import (
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/sentence"
	"samspil/internal/text"
	"samspil/internal/when"
)

const (
	// listed is how many earlier contacts of each kind one answer shows.
	listed = 6
	// noteShown is how many characters of a note the answer shows.
	noteShown = 300
)

// shortUpTo is how many companies one message has room for in short; more get a paragraph each.
const shortUpTo = 4

// showAnswer shows one company in full, a few in short with a button for each, many in a paragraph each.
func showAnswer(req commands.Request, q sentence.Question, found []subject) commands.Reply {
	page := commands.NewPage()
	if q.About == "same_company" {
		sameness(page, req.Lang, found)
	}
	if len(found) > shortUpTo {
		many(page, req, found)
	} else {
		few(page, req, found)
	}
	if q.Cut {
		page.Small(textCut.In(req.Lang, sentence.MaxSubjects))
	}
	return page.Reply()
}

func few(page *commands.Page, req commands.Request, found []subject) {
	for i, s := range found {
		switch {
		case s.checked == nil:
			uncertain(page, req.Lang, s)
		case len(found) == 1:
			full(page, req, s)
		default:
			short(page, req, *s.checked)
		}
		if i < len(found)-1 {
			page.Rule()
		}
	}
}

// many says one paragraph a company, with one row of buttons for them all.
func many(page *commands.Page, req commands.Request, found []subject) {
	lang := req.Lang
	var buttons []commands.Button
	for _, s := range found {
		if s.checked == nil {
			page.Para(uncertainLine(lang, s))
			continue
		}
		c := *s.checked
		page.Para(strings.Join([]string{dossier.CompanyLine(c.Company), verdict(lang, c), latest(lang, c, when.DateOf(req.Now))}, "\n"))
		buttons = append(buttons, commands.Button{ID: "check.show", Value: c.Company.CVR, Label: buttonShow.In(lang, c.Company.Name)})
	}
	page.Buttons(buttons...)
}

// full is the answer in the order of importance: verdict, latest, what lies ahead and warnings, earlier ones.
func full(page *commands.Page, req commands.Request, s subject) {
	lang, c := req.Lang, *s.checked
	page.Heading(dossier.CompanyLine(c.Company))
	verdictAndLast(page, req, c)
	page.List(labelPlanned.In(lang), lines(lang, c.Planned)).Buttons(joinButtons(lang, c.Planned)...)
	page.List(labelFollowUps.In(lang), followUps(lang, c.FollowUps, when.DateOf(req.Now)))
	page.List(labelWarnings.In(lang), warnings(lang, c))
	page.List(labelOthers.In(lang), lines(lang, c.Others))
	page.List(labelOwn.In(lang), lines(lang, c.Own))
	page.List(labelOff.In(lang), lines(lang, c.Off))
	if c.Older {
		page.Para(textOlder.In(lang))
	}
	page.Small(disclosure(lang, c))
	buttons := []commands.Button{
		{ID: "visit.new", Value: c.Company.CVR, Label: buttonLog.In(lang), Primary: true},
		{ID: "visit.plan", Value: c.Company.CVR, Label: buttonPlan.In(lang)},
	}
	if req.Channel != "" { // a form and the Home tab stand in none
		buttons = append(buttons, commands.Button{ID: "check.share", Value: c.Company.CVR, Label: buttonShare.In(lang)})
	}
	if s.byName {
		buttons = append(buttons, commands.Button{ID: "check.wrong", Value: wrongValue(c.Company, s.asked.Name), Label: buttonWrong.In(lang)})
	}
	page.Buttons(buttons...)
}

// joinButtons offer to come along on what others plan, or to ask who goes.
func joinButtons(lang text.Lang, planned []crm.Disclosed) (buttons []commands.Button) {
	const most = 4 // for two visits
	for _, d := range planned[:min(listed, len(planned))] {
		if d.Own || d.Tier < crm.TierFact || len(buttons) >= most {
			continue
		}
		id := strconv.FormatInt(d.ID, 10)
		if d.Joined {
			buttons = append(buttons, commands.Button{ID: "visit.leave", Value: id, Label: buttonLeave.In(lang, text.ShortDate(lang, d.Date))})
		} else {
			buttons = append(buttons, commands.Button{ID: "visit.join", Value: id, Label: buttonJoin.In(lang, d.Person, text.ShortDate(lang, d.Date))})
		}
		buttons = append(buttons, commands.Button{ID: "visit.ask", Value: id, Label: buttonAsk.In(lang, d.Person)})
	}
	return buttons
}

// short is one of several companies: verdict, latest, what lies ahead and warnings.
func short(page *commands.Page, req commands.Request, c crm.Checked) {
	lang := req.Lang
	page.Heading(dossier.CompanyLine(c.Company))
	verdictAndLast(page, req, c)
	page.List(labelPlanned.In(lang), lines(lang, c.Planned))
	page.List(labelWarnings.In(lang), warnings(lang, c))
	page.Buttons(commands.Button{ID: "check.show", Value: c.Company.CVR, Label: buttonShow.In(lang, c.Company.Name)})
}

func verdictAndLast(page *commands.Page, req commands.Request, c crm.Checked) {
	lang := req.Lang
	page.Lead(verdict(lang, c)).Para(latest(lang, c, when.DateOf(req.Now)))
	if names := toAsk(lang, c.Overlaps); len(names) > 0 {
		page.Para(textAskThem.In(lang, text.List(lang, names)))
	}
	if c.Reduced > 0 {
		page.Para(textReduced.In(lang, c.Reduced))
	}
}
