package main

import (
	"fmt"

	"samspil/store"
)

type migrateCmd struct {
	DB string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run migrates and says from which schema to which.
func (c *migrateCmd) Run(t *terminal) error {
	from, to, err := store.Migrate(t.ctx, t.database(c.DB))
	if err != nil {
		return err
	}
	sentence := migrated.In(t.lang, from, to)
	if from == to {
		sentence = migratedAlready.In(t.lang, to)
	}
	_, err = fmt.Fprintln(t.out, sentence)
	return err
}

// database is the one named on the command line, else the one of the environment.
func (t *terminal) database(flag string) string {
	if flag != "" {
		return flag
	}
	return t.config.DB
}
