package overview

import (
	"context"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/text"
	"samspil/internal/when"
)

const (
	listRows = 10
	// untouchedFor is after how many days without any contact a company is listed.
	untouchedFor = 365
	overdueRead  = 1000
)

// explain says what each figure counts.
func (f *feature) explain(ctx context.Context, req commands.Request) (commands.Reply, error) {
	a, err := f.figures(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	lang, p := req.Lang, commands.NewPage().Heading(textExplainHead.In(req.Lang))
	p.Para(textRules.In(lang))
	for _, m := range measures {
		p.Para(textExplainRow.In(lang, m.name.In(lang), m.means.In(lang)))
	}
	return p.Buttons(commands.Button{ID: "overview.show", Value: a.line(), Label: buttonShow.In(lang)}).Reply(), nil
}

// lists shows which companies stand behind the figures.
func (f *feature) lists(ctx context.Context, req commands.Request) (commands.Reply, error) {
	a, err := f.read(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	lang, q := req.Lang, a.query(req)
	p := commands.NewPage().Heading(textListsHead.In(lang, a.title))
	most, err := f.store.MostContacted(ctx, q, false, 1, listRows)
	if err != nil {
		return commands.Reply{}, err
	}
	overlaps, err := f.overlaps(ctx, req, q)
	if err != nil {
		return commands.Reply{}, err
	}
	overdue, err := f.overdue(ctx, req, a)
	if err != nil {
		return commands.Reply{}, err
	}
	p.List(textMost.In(lang), loads(lang, most))
	loaded, err := f.overloaded(ctx, req, q, p)
	if err != nil {
		return commands.Reply{}, err
	}
	p.List(textOverlaps.In(lang), overlaps).List(textOverdue.In(lang), overdue)
	untouched, err := f.untouched(ctx, req, q, p)
	if err != nil {
		return commands.Reply{}, err
	}
	if len(most)+len(overlaps)+len(overdue) == 0 && !loaded && !untouched {
		p.Para(textEmptyLists.In(lang))
	}
	return p.Small(textBlind.In(lang)).Buttons(commands.Button{ID: "overview.show", Value: a.line(), Label: buttonShow.In(lang)}).Reply(), nil
}

func loads(lang text.Lang, list []crm.CompanyLoad) []string {
	var rows []string
	for _, l := range list {
		rows = append(rows, textMostRow.In(lang, dossier.CompanyLine(l.Company), textOrgs.In(lang, l.Orgs), textContacts.In(lang, l.Contacts.N)))
	}
	return rows
}

// untouched adds the companies of the municipalities that nobody contacted.
func (f *feature) untouched(ctx context.Context, req commands.Request, q crm.FiguresQuery, p *commands.Page) (bool, error) {
	if len(q.Scope.Municipalities) == 0 {
		return false, nil
	}
	all, untouched, found, err := f.store.Untouched(ctx, q, q.Today.AddDays(-untouchedFor), listRows)
	if err != nil || all == 0 {
		return false, err
	}
	var rows []string
	for _, c := range found {
		rows = append(rows, textEmployees.In(req.Lang, c.Employees, dossier.CompanyLine(c)))
	}
	label := textUntouched.In(req.Lang, text.Number(req.Lang, untouched), text.Number(req.Lang, all))
	if len(rows) == 0 {
		p.Para(label)
	}
	p.List(label, rows)
	return true, nil
}

// overdue lists the late follow-ups where the own organisation is asked about.
func (f *feature) overdue(ctx context.Context, req commands.Request, a asked) (rows []string, err error) {
	if !a.scope.OwnOf(req.Person.Org.ID) {
		return nil, nil
	}
	all, err := f.store.PromisesOfOrg(ctx, req.Person.Org.ID, overdueRead)
	for _, p := range all {
		mine := a.scope.Person.ID == 0 || a.scope.Person.ID == p.OwnerID
		if mine && p.Overdue(when.DateOf(req.Now)) && len(rows) < listRows {
			rows = append(rows, textOverdueRow.In(req.Lang, p.Company.Name, text.ShortDate(req.Lang, p.Due), p.Owner.Name))
		}
	}
	return rows, err
}

// overlaps lists the contacts made although another organisation had been there, each as the viewer may see it.
func (f *feature) overlaps(ctx context.Context, req commands.Request, q crm.FiguresQuery) (rows []string, err error) {
	agreed, err := f.store.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	made, err := f.store.OverlapsMade(ctx, q, listRows)
	for _, c := range made {
		d, ok := crm.Disclose(c, req.Person.Org, agreed)
		if !ok || d.Tier < crm.TierFact {
			continue
		}
		line := textOverlapRow.In(req.Lang, c.Company.Name, dossier.Line(req.Lang, d))
		switch why, known := crm.Find(crm.OverlapReasons, c.OverlapWhy); {
		case len(d.With) > 0:
			line = textOverlapRow.In(req.Lang, line, textTogether.In(req.Lang, text.List(req.Lang, d.With)))
		case d.Own && known:
			line = textOverlapRow.In(req.Lang, line, why.Name(req.Lang))
		case d.Own:
			line = textOverlapRow.In(req.Lang, line, textNoReason.In(req.Lang))
		}
		rows = append(rows, line)
	}
	return rows, err
}
