package main

import (
	"context"
	"fmt"
	"time"

	"samspil/bot"
	"samspil/internal/crm"
	"samspil/store"
)

type personCmd struct {
	Set  personSetCmd  `cmd:"" help:"Say for which organisation, and in which role, a Slack user acts."`
	List personListCmd `cmd:"" help:"List the people."`
}

type personSetCmd struct {
	Team  string `required:"" placeholder:"T…" help:"Slack team id."`
	User  string `required:"" placeholder:"U…" help:"Slack user id."`
	Org   string `required:"" placeholder:"CODE" help:"Code of the organisation, as in samspil org list."`
	Role  string `required:"" enum:"caseworker,secretariat,manager,administrator" help:"caseworker, secretariat, manager or administrator."`
	Name  string `help:"Name, as colleagues know it; kept as it is when not given."`
	Title string `help:"Title; kept as it is when not given."`
	Off   bool   `help:"Close the access."`
	DB    string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run makes or changes the person.
func (c *personSetCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		p, err := st.Person(ctx, c.Team, c.User)
		if err != nil && !crm.IsKind(err, crm.NotFound) {
			return err
		}
		p.Team, p.User, p.Org, p.Role, p.Active = c.Team, c.User, crm.Org{Code: c.Org}, crm.Role(c.Role), !c.Off
		p.Lang = "" // the language they chose stays
		for field, given := range map[*string]string{&p.Name: c.Name, &p.Title: c.Title} {
			if given != "" {
				*field, _ = bot.Presentable(given)
			}
		}
		if p.Name == "" {
			return wrongUse(errNoName)
		}
		saved, err := st.SavePerson(ctx, p)
		if err != nil {
			return err
		}
		sentence := personSaved
		if c.Off {
			sentence = personClosed
		}
		_, err = fmt.Fprintln(t.out, sentence.In(t.lang, saved.Name, saved.Org.Name(t.lang), saved.Role.Name(t.lang)))
		return err
	})
}

type personListCmd struct {
	DB string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run prints a table, by team and user.
func (c *personListCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		people, err := st.People(ctx)
		if err != nil {
			return err
		}
		return table(t.out, func(row func(...any)) {
			for _, p := range people {
				closed := ""
				if !p.Active {
					closed = accessClosed.In(t.lang)
				}
				row(p.Team, p.User, p.Name, p.Org.Code, p.Role.Name(t.lang), closed)
			}
		})
	})
}

type workspaceCmd struct {
	Set  workspaceSetCmd  `cmd:"" help:"Say for which organisation the people of a Slack workspace act when nothing else is said of them."`
	List workspaceListCmd `cmd:"" help:"List the workspaces."`
}

type workspaceSetCmd struct {
	Team string `required:"" placeholder:"T…" help:"Slack team id."`
	Org  string `placeholder:"CODE" help:"Code of the organisation; without it, unknown people must ask for access."`
	Name string `help:"What the workspace is called."`
	DB   string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run makes or changes the workspace.
func (c *workspaceSetCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		w, err := st.Workspace(ctx, c.Team)
		if err != nil && !crm.IsKind(err, crm.NotFound) {
			return err
		}
		w.Team, w.Org, w.Gone = c.Team, crm.Org{Code: c.Org}, false
		if c.Name != "" {
			w.Name, _ = bot.Presentable(c.Name)
		}
		saved, err := st.SaveWorkspace(ctx, w, time.Now())
		if err != nil {
			return err
		}
		sentence := workspaceSaved.In(t.lang, saved.Team, saved.Org.Name(t.lang))
		if saved.Org.ID == 0 {
			sentence = workspaceNobody.In(t.lang, saved.Team)
		}
		_, err = fmt.Fprintln(t.out, sentence)
		return err
	})
}

type workspaceListCmd struct {
	DB string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run prints a table, by team.
func (c *workspaceListCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		all, err := st.Workspaces(ctx)
		if err != nil {
			return err
		}
		return table(t.out, func(row func(...any)) {
			for _, w := range all {
				row(w.Team, w.Name, w.Org.Code)
			}
		})
	})
}
