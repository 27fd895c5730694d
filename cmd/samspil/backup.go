package main

import (
	"errors"
	"fmt"

	"samspil/store"
)

type backupCmd struct {
	File string `arg:"" help:"The new file to write."`
	DB   string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run copies the database.
func (c *backupCmd) Run(t *terminal) (err error) {
	st, err := store.Open(t.ctx, t.database(c.DB))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if err := st.Backup(t.ctx, c.File); err != nil {
		return err
	}
	_, err = fmt.Fprintln(t.out, backedUp.In(t.lang, c.File))
	return err
}
