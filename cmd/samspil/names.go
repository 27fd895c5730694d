package main

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/store"
)

// startNames starts the search for companies, whose index is loaded or made in the background. Numbers that the database
// does not have are asked of the register's distributor where one is set. stop ends it; the store is closed after that.
func startNames(ctx context.Context, st *store.Store, c config, database string, log *slog.Logger) (search *register.Search, stop func(), err error) {
	virk, err := virkOf(c, log)
	if err != nil {
		return nil, nil, err
	}
	var source register.NameSource = st
	if virk != nil {
		source = withVirk{st, register.WithVirk(st, virk, st)}
	}
	ctx, cancel := context.WithCancel(ctx)
	search = register.Start(ctx, register.Options{Source: source, Path: cmp.Or(c.Names, namesFile(database)), Log: log})
	return search, func() {
		cancel()
		<-search.Done()
	}, nil
}

// withVirk is the store, which asks elsewhere for numbers that it does not have.
type withVirk struct {
	*store.Store
	numbers register.Source
}

// CompanyByCVR implements register.Source.
func (w withVirk) CompanyByCVR(ctx context.Context, cvr string) (crm.Company, error) {
	return w.numbers.CompanyByCVR(ctx, cvr)
}

// CompanyByPNumber implements register.Source.
func (w withVirk) CompanyByPNumber(ctx context.Context, pNumber string) (crm.Company, error) {
	return w.numbers.CompanyByPNumber(ctx, pNumber)
}

// namesWithin is how long the terminal waits for the index at its start: a small database has one at once.
const namesWithin = 2 * time.Second

// awaitNames waits until misspelt names can be found, but not for long: until then whole names are.
func awaitNames(ctx context.Context, search *register.Search) {
	ctx, cancel := context.WithTimeout(ctx, namesWithin)
	defer cancel()
	_ = search.WaitReady(ctx) // it is said with the answers that depend on it
}
