package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/term"

	"samspil/bot"
	"samspil/bot/console"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/text"
	"samspil/store"
)

type consoleCmd struct {
	Demo   bool   `help:"Use made-up people, companies and contacts, in a database of their own."`
	DB     string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB. With --demo it is filled when it is empty, and kept."`
	As     string `placeholder:"PERSON" help:"Whom to speak for: a name or a Slack user id. With --demo: anna."`
	Lang   string `placeholder:"da|en" help:"Language of the answers, instead of the person's own."`
	Now    string `placeholder:"TIME" help:"Let the clock stand at this time: 2026-11-23 10:00 or RFC 3339."`
	Script string `placeholder:"FILE" help:"Read lines from this file instead of the keyboard."`
	JSON   bool   `name:"json" help:"Print each reply as one line of JSON."`

	url string // of the database that was opened
}

// Run opens the workspace and hands it to the console.
func (c *consoleCmd) Run(t *terminal) (err error) {
	o, err := c.options(t)
	if err != nil {
		return err
	}
	if c.Script != "" {
		file, err := os.Open(c.Script)
		if err != nil {
			return wrongUse(errScript, c.Script)
		}
		defer file.Close()
		o.In = file
	}
	st, done, err := c.open(t, o.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	if o.People, err = people(t.ctx, st); err != nil {
		return err
	}
	if o.As == "" && len(o.People) != 1 {
		return c.whom(o.People, t.lang)
	}
	log := slog.New(slog.NewTextHandler(t.err, &slog.HandlerOptions{Level: t.config.level(slog.LevelWarn)}))
	search, stop, err := startNames(t.ctx, st, t.config, c.url, log)
	if err != nil {
		return err
	}
	defer stop()
	awaitNames(t.ctx, search)
	o.Bot = bot.New(bot.Options{People: st, Features: features(st, everybody{st}, search, nil), Log: log})
	if c.Demo { // in a database of its own nobody else sends them
		clock := &alarm{Handler: o.Bot, st: st}
		mail := &mailbox{st: st, alarm: clock}
		defer func() { err = errors.Join(err, mail.close()) }()
		o.Bot, o.Messages = clock, mail.empty
	}
	err = console.Run(t.ctx, o)
	if crm.IsKind(err, crm.NotFound) { // the name after --as
		return usageError{err}
	}
	return err
}

// options checks the flags.
func (c *consoleCmd) options(t *terminal) (console.Options, error) {
	o := console.Options{In: t.in, Out: t.out, Err: t.err, As: c.As, Locale: t.config.people(), JSON: c.JSON}
	if c.Lang != "" {
		lang, ok := text.ParseLang(c.Lang)
		if !ok {
			return o, wrongUse(errLangSetting, "--lang", c.Lang)
		}
		o.Lang = lang
	}
	if c.Now != "" {
		now, err := console.ParseNow(c.Now)
		if err != nil {
			return o, usageError{err}
		}
		o.Now = now
	}
	if stdin, ok := t.in.(*os.File); ok && c.Script == "" {
		o.Interactive = term.IsTerminal(int(stdin.Fd()))
	}
	if c.Demo {
		if o.As == "" {
			o.As = "anna"
		}
		o.Welcome = welcome.In(o.Locale)
		if o.Lang != "" {
			o.Welcome = welcome.In(o.Lang)
		}
	}
	return o, nil
}

// open opens the database. done closes it, and removes it when it was only for this run.
func (c *consoleCmd) open(t *terminal, now time.Time) (st *store.Store, done func() error, err error) {
	if !c.Demo {
		c.url = t.database(c.DB)
		if st, err = store.Open(t.ctx, c.url); err != nil {
			return nil, nil, err
		}
		return st, st.Close, nil
	}
	url, remove := c.DB, func() error { return nil }
	if url == "" {
		folder, err := os.MkdirTemp("", "samspil-demo-")
		if err != nil {
			return nil, nil, err
		}
		remove = func() error { return os.RemoveAll(folder) }
		url = "file:" + filepath.Join(folder, "demo.db")
	}
	if now.IsZero() {
		now = time.Now()
	}
	c.url = url
	if st, err = openDemo(t.ctx, url, now); err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return st, func() error { return errors.Join(st.Close(), remove()) }, nil
}

// openDemo opens the database and fills it unless it has people already.
func openDemo(ctx context.Context, url string, now time.Time) (*store.Store, error) {
	st, err := store.OpenMigrated(ctx, url)
	if err != nil {
		return nil, err
	}
	known, err := st.People(ctx)
	if err == nil && len(known) == 0 {
		err = demo.Seed(ctx, st, now)
	}
	if err != nil {
		return nil, errors.Join(err, st.Close())
	}
	return st, nil
}

// people is everybody the console can speak for.
func people(ctx context.Context, st *store.Store) ([]console.Person, error) {
	all, err := st.People(ctx)
	if err != nil {
		return nil, err
	}
	var list []console.Person
	for _, p := range all {
		list = append(list, console.Person{Name: p.Name, Team: p.Team, User: p.User, Lang: p.Lang})
	}
	return list, nil
}

// whom asks for --as.
func (c *consoleCmd) whom(all []console.Person, lang text.Lang) error {
	if len(all) == 0 {
		return wrongUse(errNobody)
	}
	names := make([]string, len(all))
	for i, p := range all {
		names[i] = bot.Clean(p.Name)
	}
	return wrongUse(errWhom, text.List(lang, names))
}
