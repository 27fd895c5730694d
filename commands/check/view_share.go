package check

import (
	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
	"samspil/internal/when"
)

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
