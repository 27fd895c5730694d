package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
)

type orgCmd struct {
	Import orgImportCmd `cmd:"" help:"Store organisations: the list the program brings along, or a tab-separated file."`
	List   orgListCmd   `cmd:"" help:"List the organisations."`
}

type orgImportCmd struct {
	File   string `arg:"" optional:"" help:"A tab-separated file with the columns of docs/operate.md; without it, the public actors and municipalities the program knows."`
	DryRun bool   `help:"Only say what would change."`
	DB     string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run stores the organisations and says what is new and what changed. Those that are not in the list stay: a contact
// keeps its organisation for ever.
func (c *orgImportCmd) Run(t *terminal) (err error) {
	list := directory.Orgs()
	if c.File != "" {
		if list, err = readOrgs(c.File); err != nil {
			return err
		}
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		before, err := st.Orgs(ctx)
		if err != nil {
			return err
		}
		if !c.DryRun {
			if err := st.SaveOrgs(ctx, list); err != nil {
				return err
			}
		}
		return c.report(t, before, list)
	})
}

func readOrgs(name string) ([]crm.Org, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, wrongUse(errOrgFile, name)
	}
	defer file.Close()
	return directory.Read(file)
}

// report says which organisations are new and which changed, by their codes.
func (c *orgImportCmd) report(t *terminal, before, list []crm.Org) error {
	known := map[string]crm.Org{}
	for _, o := range before {
		known[o.Code] = o
	}
	var fresh, changed []string
	for _, o := range list {
		switch old, ok := known[o.Code]; {
		case !ok:
			fresh = append(fresh, o.Code)
		case !sameOrg(old, o):
			changed = append(changed, o.Code)
		}
	}
	sentence := orgsImported
	if c.DryRun {
		sentence = orgsWouldBe
	}
	_, err := fmt.Fprintln(t.out, sentence.In(t.lang, len(list), codes(fresh), codes(changed)))
	return err
}

func sameOrg(a, b crm.Org) bool {
	a.ID, b.ID = 0, 0
	same := slices.Equal(a.Successors, b.Successors) && slices.Equal(a.Aliases, b.Aliases)
	a.Successors, b.Successors, a.Aliases, b.Aliases = nil, nil, nil, nil
	return same && fmt.Sprint(a) == fmt.Sprint(b)
}

// codes is how many there are, and which, when they are few.
func codes(list []string) string {
	if len(list) == 0 || len(list) > 20 {
		return fmt.Sprint(len(list))
	}
	return fmt.Sprintf("%d (%s)", len(list), strings.Join(list, ", "))
}

type orgListCmd struct {
	All bool   `help:"Those that no longer exist, too."`
	DB  string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run prints a table, by code.
func (c *orgListCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		orgs, err := st.Orgs(ctx)
		if err != nil {
			return err
		}
		today := when.DateOf(time.Now())
		return table(t.out, func(row func(...any)) {
			for _, o := range orgs {
				if c.All || o.ExistsOn(today) {
					row(o.Code, o.Name(t.lang), o.Type, span(t.lang, o))
				}
			}
		})
	})
}

// span is from when to when the organisation exists; "" for ever.
func span(lang text.Lang, o crm.Org) string {
	if o.ValidFrom.IsZero() && o.ValidTo.IsZero() {
		return ""
	}
	var ends [2]string
	for i, d := range []when.Date{o.ValidFrom, o.ValidTo} {
		if !d.IsZero() {
			ends[i] = text.ShortDate(lang, d)
		}
	}
	return ends[0] + " – " + ends[1]
}

// withStore opens the database for one piece of work.
func (t *terminal) withStore(flag string, work func(context.Context, *store.Store) error) (err error) {
	st, err := store.Open(t.ctx, t.database(flag))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return work(t.ctx, st)
}

// table prints rows in columns.
func table(w io.Writer, fill func(row func(cells ...any))) error {
	var lines strings.Builder // never fails
	tabs := tabwriter.NewWriter(&lines, 0, 0, 2, ' ', 0)
	fill(func(cells ...any) {
		for _, c := range cells {
			fmt.Fprint(tabs, c, "\t")
		}
		fmt.Fprintln(tabs)
	})
	tabs.Flush()
	for line := range strings.Lines(lines.String()) {
		if _, err := fmt.Fprintln(w, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}
