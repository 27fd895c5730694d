package main

import (
	"context"
	"fmt"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/store"
)

type importUndoCmd struct {
	Number int64  `arg:"" help:"Which import, as in samspil import list."`
	DB     string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// undoneAtOnce is how many contacts are deleted in one transaction, so that others do not wait.
const undoneAtOnce = 500

// leftShown is how many of the contacts that stay are listed.
const leftShown = 200

// Run deletes the contacts of the import, and lists those that stay because somebody has worked on them since.
func (c *importUndoCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		imports, err := st.ContactImports(ctx)
		if err != nil {
			return err
		}
		entry := byTerminal(orgOf(imports, c.Number))
		removed := 0
		for {
			n, err := st.UndoContactImport(ctx, entry, c.Number, undoneAtOnce)
			if err != nil {
				return err
			}
			if removed += n; n == 0 {
				break
			}
		}
		fmt.Fprintln(t.out, undoneRows.In(t.lang, text.Number(t.lang, removed), c.Number))
		left, err := st.ContactsOfImport(ctx, c.Number, leftShown)
		if err != nil || len(left) == 0 {
			return err
		}
		fmt.Fprintln(t.out, undoneLeft.In(t.lang, text.Number(t.lang, len(left))))
		return table(t.out, func(row func(...any)) {
			for _, k := range left {
				row("  "+fmt.Sprint(k.ID), text.ShortDate(t.lang, k.Date), seen(k.Company.Name), k.Person.Name)
			}
		})
	})
}

type importListCmd struct {
	DB string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run prints a table, the newest first: number, organisation, file, when, rows, contacts, and what became of it.
func (c *importListCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		imports, err := st.ContactImports(ctx)
		if err != nil {
			return err
		}
		if len(imports) == 0 {
			fmt.Fprintln(t.out, importsNone.In(t.lang))
		}
		return table(t.out, func(row func(...any)) {
			for _, im := range imports {
				state := ""
				switch {
				case !im.Undone.IsZero():
					state = importUndone.In(t.lang, im.Removed)
				case im.Finished.IsZero():
					state = importOpen.In(t.lang)
				}
				row(im.ID, im.Org.Code, seen(im.File), text.Time(t.lang, im.Started), text.Number(t.lang, im.Rows), text.Number(t.lang, im.Added), state)
			}
		})
	})
}

// orgOf is the organisation of an import; empty where there is none of that number.
func orgOf(imports []crm.ContactImport, number int64) crm.Org {
	for _, im := range imports {
		if im.ID == number {
			return im.Org
		}
	}
	return crm.Org{}
}
