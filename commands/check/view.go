package check

import (
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/register"
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

// showCard is what a channel is shown of a company.
func showCard(req commands.Request, s crm.Shared) commands.Reply {
	lang, page := req.Lang, commands.NewPage().Heading(dossier.CompanyLine(s.Company))
	if s.Last != nil {
		page.Para(latest(lang, crm.Checked{Last: s.Last}, when.DateOf(req.Now)))
	} else {
		page.Para(textNothingShared.In(lang))
	}
	page.List(labelPlanned.In(lang), lines(lang, s.Planned))
	page.List(labelWarnings.In(lang), warnings(lang, crm.Checked{Company: s.Company, Notices: s.Notices}))
	page.List(labelEarlier.In(lang), lines(lang, s.Earlier))
	page.Small(textSharedBy.In(lang, req.Person.Name, req.Person.Org.Name(lang)))
	return page.Buttons(commands.Button{ID: "check.show", Value: s.Company.CVR, Label: buttonOwnCheck.In(lang)}).Reply()
}

// showPreview shows the asker what the channel would see, and who that is.
func showPreview(req commands.Request, card commands.Reply, audience crm.Audience, value string) commands.Reply {
	lang, names := req.Lang, make([]string, len(audience.Orgs))
	for i, o := range audience.Orgs {
		names[i] = o.Name(lang)
	}
	page := commands.NewPage().Lead(textPreview.In(lang, text.List(lang, names))).Append(card.WithoutButtons())
	return page.Rule().Small(textPreviewHow.In(lang)).Buttons(
		commands.Button{ID: "check.post", Value: value, Label: buttonPost.In(lang), Primary: true},
		commands.Button{ID: "check.keep", Label: buttonKeep.In(lang)}).Reply()
}

func showShared(req commands.Request, first bool) commands.Reply {
	said := textShared
	if !first {
		said = textSharedBefore
	}
	reply := commands.Sentence(said.In(req.Lang, req.Person.Name, text.Time(req.Lang, req.Now)))
	reply.Replace = true
	return reply
}

// showOthers asks which of the other companies was meant.
func showOthers(req commands.Request, wrong, words string, others []register.Candidate) commands.Reply {
	lang, page := req.Lang, commands.NewPage()
	if len(others) == 0 {
		page.Para(textNoOther.In(lang, words))
	} else {
		page.Lead(textDidYouMean.In(lang, words))
	}
	var buttons []commands.Button
	for _, c := range others {
		page.Para(dossier.CandidateLine(lang, c))
		buttons = append(buttons, commands.Button{ID: "check.choose", Value: c.Company.CVR + correction + wrong + correction + words, Label: c.Company.Name + " · " + c.Company.CVR})
	}
	return page.Buttons(append(buttons, commands.Button{ID: "check.new", Label: buttonSearch.In(lang)})...).Reply()
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

func verdict(lang text.Lang, c crm.Checked) string {
	if c.Standing == crm.AskedNot {
		return verdicts[c.Standing].In(lang)
	}
	return verdicts[c.Standing].In(lang, crm.DefaultWindow)
}

// latest says who was there last.
func latest(lang text.Lang, c crm.Checked, now when.Date) string {
	switch {
	case c.Last == nil:
		return textNever.In(lang)
	case c.Last.Tier < crm.TierFact:
		return textLastMonth.In(lang, dossier.Line(lang, *c.Last))
	}
	return textLast.In(lang, dossier.Distance(lang, c.Last.Date, now), lines(lang, []crm.Disclosed{*c.Last})[0])
}

// toAsk names the colleagues behind the overlaps, each once, those who go or went last first.
func toAsk(lang text.Lang, overlaps []crm.Disclosed) []string {
	var names []string
	for _, d := range overlaps {
		if who := dossier.Who(lang, d); d.Tier >= crm.TierFact && !slices.Contains(names, who) && len(names) < 3 {
			names = append(names, who)
		}
	}
	return names
}

// lines says each contact in a line, with what its tier allows beneath.
func lines(lang text.Lang, list []crm.Disclosed) []string {
	var said []string
	for _, d := range list[:min(listed, len(list))] {
		line := []string{dossier.Line(lang, d)}
		if d.Extra.ContactName != "" {
			line = append(line, itemPerson.In(lang, d.Extra.ContactName))
		}
		if d.Extra.Note != "" {
			line = append(line, itemNote.In(lang, text.Cut(d.Extra.Note, noteShown)))
		}
		said = append(said, strings.Join(line, "\n   "))
	}
	if more := len(list) - listed; more > 0 {
		said = append(said, textMore.In(lang, more))
	}
	return said
}

func followUps(lang text.Lang, list []crm.FollowUp, now when.Date) []string {
	var said []string
	for _, f := range list {
		words := textDue.In(lang, text.Date(lang, f.Due))
		if f.DueText != "" {
			words = textDue.In(lang, f.DueText+" ("+text.Date(lang, f.Due)+")")
		}
		if f.Due.Before(now) {
			words += " · " + textOverdue.In(lang)
		}
		if f.Text != "" {
			words += " · " + f.Text
		}
		said = append(said, words)
	}
	return said
}

// warnings are the standing notices, and what the register says of the company's life.
func warnings(lang text.Lang, c crm.Checked) []string {
	var said []string
	for _, n := range c.Notices {
		said = append(said, notice(lang, n))
	}
	switch company := c.Company; company.Status {
	case crm.CompanyEnded:
		on := ""
		if !company.EndedOn.IsZero() {
			on = endedOn.In(lang, text.ShortDate(lang, company.EndedOn))
		}
		said = append(said, noticeEnded.In(lang, on))
		if company.SuccessorCVR != "" {
			said = append(said, successor.In(lang, company.SuccessorCVR))
		}
	case crm.CompanyBankruptcy:
		said = append(said, noticeBankruptcy.In(lang))
	case crm.CompanyLiquidation:
		said = append(said, noticeWindingUp.In(lang))
	case crm.CompanyRestructured:
		said = append(said, noticeRestruct.In(lang))
	}
	if c.Company.AdProtected {
		said = append(said, noticeAds.In(lang))
	}
	return said
}

func notice(lang text.Lang, n crm.Notice) string {
	if n.Kind == crm.NoticeConflict {
		return noticeConflict.In(lang)
	}
	said := noticeOptOut.In(lang)
	if n.Kind == crm.NoticeNotBefore && !n.Until.IsZero() {
		said = noticeNotBefore.In(lang, text.ShortDate(lang, n.Until.AddDays(1)))
	}
	if n.Org.ID != 0 {
		said += " " + toldTo.In(lang, n.Org.Name(lang), text.ShortDate(lang, n.From))
	}
	return said
}

// disclosure says which tier applied to the others' contacts.
func disclosure(lang text.Lang, c crm.Checked) string {
	shown := slices.Concat(c.Planned, c.Others, c.Off)
	if c.Last != nil {
		shown = append(shown, *c.Last)
	}
	highest := crm.TierNothing
	for _, d := range shown {
		if !d.Own {
			highest = max(highest, d.Tier)
		}
	}
	switch {
	case highest == crm.TierNothing:
		return textTierOwn.In(lang)
	case highest == crm.TierMonth:
		return textTierMonth.In(lang)
	case highest == crm.TierNote:
		return textTierFact.In(lang) + " " + textTierNote.In(lang)
	}
	return textTierFact.In(lang)
}

// uncertain asks which company is meant, or says that none is known.
func uncertain(page *commands.Page, lang text.Lang, s subject) {
	if len(s.candidates) > 0 {
		page.Lead(textDidYouMean.In(lang, s.words()))
		var said []string
		var buttons []commands.Button
		for _, c := range s.candidates {
			said = append(said, dossier.CandidateLine(lang, c))
			buttons = append(buttons, commands.Button{ID: "check.choose", Value: c.Company.CVR, Label: c.Company.Name + " · " + c.Company.CVR})
		}
		page.Para(strings.Join(said, "\n")).Buttons(buttons...)
		return
	}
	page.Para(unknown(lang, s))
}

// uncertainLine is uncertain in one line.
func uncertainLine(lang text.Lang, s subject) string {
	if len(s.candidates) == 0 {
		return unknown(lang, s)
	}
	names := make([]string, len(s.candidates))
	for i, c := range s.candidates {
		names[i] = dossier.CompanyLine(c.Company)
	}
	return textDidYouMean.In(lang, s.words()) + " " + text.OneOf(lang, names)
}

func unknown(lang text.Lang, s subject) string {
	switch n := s.asked.Number; {
	case s.trouble != nil:
		return "❓ " + s.trouble.In(lang)
	case n == nil:
		return textUnknownName.In(lang, s.asked.Name)
	case n.Kind == register.KindPNumber:
		return textUnknownP.In(lang, n.Value)
	case !n.Valid:
		return textBadNumber.In(lang, n.Value)
	default:
		return textUnknownCVR.In(lang, n.Value)
	}
}

// sameness answers whether the two companies asked about are one.
func sameness(page *commands.Page, lang text.Lang, found []subject) {
	if len(found) != 2 || found[0].checked == nil || found[1].checked == nil {
		return
	}
	a, b := found[0].checked.Company.CVR, found[1].checked.Company.CVR
	if a == b {
		page.Lead(textTheSame.In(lang, a))
	} else {
		page.Lead(textTwoDifferent.In(lang, a, b))
	}
}

func showPhone(req commands.Request, phone string) commands.Reply {
	page := commands.NewPage().Para(textPhone.In(req.Lang, phone))
	if register.CheckDigit(phone) {
		page.Buttons(commands.Button{ID: "check.show", Value: phone, Label: buttonAsCVR.In(req.Lang, phone)})
	}
	return page.Reply()
}

func showNothingAsked(req commands.Request) commands.Reply {
	return commands.Sentence(textNothing.In(req.Lang, textExamples[0].In(req.Lang)))
}

func searchForm(req commands.Request) commands.Reply {
	lang := req.Lang
	form := commands.Form{ID: "check.form", Title: textFormTitle.In(lang), Submit: textFormGo.In(lang), Intro: textFormIntro.In(lang),
		Fields: []commands.Field{{Name: "company", Label: labelCompany.In(lang), Hint: hintCompany.In(lang), Required: true,
			Kind: commands.FieldSearchMany, Search: "check.company"}}}
	reply := commands.Sentence(textFormIntro.In(lang))
	reply.View = form.View(lang)
	return reply
}
