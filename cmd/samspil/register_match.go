package main

import (
	"context"
	"net/url"
	"strings"

	"samspil/internal/register"
	"samspil/store"
)

type registerMatchCmd struct {
	Format   string `enum:"tsv,csv,xlsx" default:"tsv" help:"Of what is read and written: tsv, csv or xlsx (${default}). In csv and xlsx the other columns stay, and the best match stands beside them."`
	Limit    int    `default:"5" help:"The most companies for a name (${default})."`
	Register string `placeholder:"FILE" help:"Match against this register (CSV, plain or gzip), without a database."`
	DB       string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run reads names from standard input and writes which companies they mean.
func (c *registerMatchCmd) Run(t *terminal) error {
	if c.Limit < 1 || c.Limit > mostMatches {
		return wrongUse(errMatchLimit, mostMatches)
	}
	in, err := readSheet(t.in, c.Format)
	if err != nil {
		return err
	}
	return c.withSearch(t, func(ctx context.Context, search *register.Search) error {
		var out sheetWriter = &matchLines{out: t.out}
		if c.Format != "tsv" {
			out = &matchSheet{out: t.out, in: in, lang: t.lang}
		}
		for i := range in.rows {
			query, evidence := in.ask(i)
			found, err := search.Match(ctx, query, evidence, c.Limit, nil)
			if err != nil {
				return err
			}
			if err := out.add(i, query, found); err != nil {
				return err
			}
		}
		return out.close()
	})
}

// mostMatches is the largest --limit.
const mostMatches = 20

// sheetWriter takes the candidates of one input row after the other.
type sheetWriter interface {
	add(row int, query string, found []register.Candidate) error
	close() error
}

// withSearch works with the names of the file or the database.
func (c *registerMatchCmd) withSearch(t *terminal, work func(context.Context, *register.Search) error) error {
	if c.Register != "" {
		list, err := register.ReadCompanies(t.ctx, c.Register)
		if err != nil {
			return err
		}
		return searching(t.ctx, register.Options{Source: list}, work)
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		return searching(ctx, register.Options{Source: st, Path: namesFile(t.database(c.DB))}, work)
	})
}

// searching waits for the index, works with it, and ends what goes on in the background.
func searching(ctx context.Context, o register.Options, work func(context.Context, *register.Search) error) error {
	ctx, stop := context.WithCancel(ctx)
	search := register.Start(ctx, o)
	defer func() {
		stop()
		<-search.Done()
	}()
	if err := search.WaitReady(ctx); err != nil {
		return err
	}
	return work(ctx, search)
}

// namesFile is where the index of names is kept beside a SQLite database; "" for another one, whose index is made anew
// with each start.
func namesFile(database string) string {
	path, ok := strings.CutPrefix(database, "file:")
	if !ok {
		return ""
	}
	path, _, _ = strings.Cut(path, "?")
	if rest, found := strings.CutPrefix(path, "//"); found {
		_, local, _ := strings.Cut(rest, "/")
		path = "/" + local
	}
	path, err := url.PathUnescape(path)
	if err != nil || path == "" {
		return ""
	}
	return path + ".names"
}
