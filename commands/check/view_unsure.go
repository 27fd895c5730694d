package check

import (
	"strings"

	"samspil/commands"
	"samspil/internal/dossier"
	"samspil/internal/register"
	"samspil/internal/text"
)

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
