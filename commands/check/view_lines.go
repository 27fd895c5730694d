package check

import (
	"slices"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
	"samspil/internal/when"
)

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
