package main

import (
	"context"
	"log/slog"
	"time"

	"samspil/internal/register"
	"samspil/internal/when"
	"samspil/store"
)

type registerSyncCmd struct {
	Since string `placeholder:"DATE" help:"From when changes are fetched, such as 2026-11-01; without it, from a day before the last import or synchronisation."`
	DB    string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run fetches what changed and says how much that was.
func (c *registerSyncCmd) Run(t *terminal) error {
	shown := newProgress(t)
	o := register.SyncOptions{Progress: shown.show}
	if c.Since != "" {
		since, err := when.ParseISO(c.Since)
		if err != nil {
			return wrongUse(errSinceDay, c.Since)
		}
		o.Since = since
	}
	virk, err := virkOf(t.config, slog.New(slog.NewTextHandler(t.err, &slog.HandlerOptions{Level: t.config.level(slog.LevelWarn)})))
	if err != nil {
		return err
	}
	if virk == nil {
		return wrongUse(errNoVirk)
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		begun := time.Now()
		p, err := virk.Sync(ctx, st, o)
		shown.end()
		if err == nil || p.Read > 0 {
			reportImport(t, p, time.Since(begun))
		}
		return err
	})
}

// virkOf is the client of the register's distributor; nil where no address is set.
func virkOf(c config, log *slog.Logger) (*register.Virk, error) {
	if c.VirkURL == "" {
		return nil, nil
	}
	virk, err := register.NewVirk(register.VirkOptions{URL: c.VirkURL, User: c.VirkUser, Password: c.VirkPassword, Now: time.Now, Log: log})
	if err != nil {
		return nil, usageError{err}
	}
	return virk, nil
}
