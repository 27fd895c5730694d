package followup

import (
	"encoding/json"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// newForm is the reply that opens the form of a new follow-up.
func newForm(req commands.Request, d draft) commands.Reply {
	lang := req.Lang
	company := commands.Field{Name: "company", Label: labelCompany.In(lang), Required: true, Kind: commands.FieldSearch, Search: "followup.company"}
	switch {
	case d.company.ID != 0:
		company = company.Chosen(d.company.CVR, d.company.Name)
	case d.named != "":
		company = company.Chosen(text.Cut(d.named, 75), d.named)
	}
	form := commands.Form{ID: "followup.form", Title: titleNew.In(lang), Submit: buttonSave.In(lang),
		Intro: strings.Join(append([]string{introNew.In(lang)}, d.doubts...), "\n"),
		Fields: []commands.Field{company,
			{Name: "due", Label: labelDue.In(lang), Kind: commands.FieldDate, Required: true, Values: one(d.due.String())},
			{Name: "text", Label: labelText.In(lang), Required: true, Values: one(d.text), MaxRunes: textLimit},
			{Name: "owner", Label: labelOwner.In(lang), Kind: commands.FieldPerson, Values: one(req.Person.User)}}}
	return form.Reply(lang)
}

// moveForm opens the form in which one gets another day.
func moveForm(req commands.Request, p crm.Promise, shown page, target *when.Expr, doubt string) commands.Reply {
	lang, day := req.Lang, when.NextWorkday(today(req).AddDays(1))
	if p.Due.After(day) {
		day = p.Due
	}
	if target != nil && !target.From.Before(today(req)) {
		day = target.From
	}
	return formOf(req, p, shown, "followup.moved", titleMove, doubt,
		commands.Field{Name: "due", Label: labelDue.In(lang), Kind: commands.FieldDate, Required: true, Values: one(day.String())})
}

// giveForm opens the form in which one is handed over.
func giveForm(req commands.Request, p crm.Promise, shown page) commands.Reply {
	return formOf(req, p, shown, "followup.given", titleGive, "",
		commands.Field{Name: "owner", Label: labelNewOwner.In(req.Lang), Kind: commands.FieldPerson, Required: true})
}

func formOf(req commands.Request, p crm.Promise, shown page, id string, title text.Text, doubt string, field commands.Field) commands.Reply {
	carry, _ := json.Marshal(carried{p.ID, p.Version, shown.rows, shown.wide}) // numbers: cannot fail
	intro := strings.TrimSpace(row(req.Lang, today(req), p, false) + "\n" + doubt)
	form := commands.Form{ID: id, Title: title.In(req.Lang), Submit: buttonSave.In(req.Lang), Metadata: string(carry), Intro: intro, Fields: []commands.Field{field}}
	return form.Reply(req.Lang)
}

func one(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}
