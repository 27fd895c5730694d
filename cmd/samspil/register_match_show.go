package main

import (
	"context"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/store"
)

type registerShowCmd struct {
	Number string `arg:"" name:"cvr" help:"The CVR number or P-number."`
	DB     string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run prints what the program knows of a company, by the names of its fields.
func (c *registerShowCmd) Run(t *terminal) error {
	numbers := register.ScanNumbers(c.Number)
	if len(numbers) != 1 || numbers[0].Kind == register.KindPhone {
		return wrongUse(errShowNumber, c.Number)
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		look := st.CompanyByCVR
		if numbers[0].Kind == register.KindPNumber {
			look = st.CompanyByPNumber
		}
		co, err := look(ctx, numbers[0].Value)
		if err != nil {
			return err
		}
		return table(t.out, func(row func(...any)) { showCompany(co, row) })
	})
}

// showCompany prints a field in each row; empty ones are left out.
func showCompany(co crm.Company, row func(...any)) {
	field := func(name, value string) {
		if value != "" {
			row(name, oneLine.Replace(value))
		}
	}
	field("cvr", co.CVR)
	field("name", co.Name)
	for _, n := range co.Also {
		field(string(n.Kind), n.Name)
	}
	field("form", co.Form)
	field("municipality", co.Municipality)
	field("place", co.Place)
	field("industry", co.Industry)
	field("status", string(co.Status))
	if !co.EndedOn.IsZero() {
		field("ended", co.EndedOn.String())
	}
	field("successor", co.SuccessorCVR)
	if co.AdProtected {
		field("reklamebeskyttet", "1")
	}
	for _, s := range co.Sites {
		row("site", s.PNumber, oneLine.Replace(s.Name), oneLine.Replace(s.Place))
	}
}
