package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"testing"

	"samspil/bot"
	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/store/storetest"
)

// nameless finds by number, as the search does, and by whole names.
type nameless struct{ *register.Lookup }

func (n nameless) Match(ctx context.Context, query string, _ register.Evidence, limit int, _ func(crm.Company) bool) ([]register.Candidate, error) {
	return n.Find(ctx, query, limit)
}

func (n nameless) Suggest(ctx context.Context, words string, limit int, _ func(crm.Company) bool) ([]register.Candidate, error) {
	return n.Find(ctx, words, limit)
}

func (nameless) Ready() bool { return true }

// BenchmarkCheck measures a whole /check by number: person, look-up, database, rules, blocks and the line in the
// audit log.
func BenchmarkCheck(b *testing.B) {
	big := storetest.OpenBig(b)
	samspil := bot.New(bot.Options{People: big.Store, Features: features(big.Store, nil, nameless{register.NewLookup(big.Store)}, nil), Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	check := func(ctx context.Context, company int) error {
		in := bot.Inbound{Team: "T0DEMO", User: "U01", Kind: bot.Command, Command: "/check", Now: storetest.Noon, Text: big.CVR(company)}
		out := samspil.Handle(ctx, in)
		if out.Err != nil || len(out.Reply.Blocks) < 3 {
			return fmt.Errorf("check of %s: %v, %q", in.Text, out.Err, out.Reply.Text)
		}
		return nil
	}
	// As in the program, where a request's context can end: the drivers then watch it.
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	b.Run("any", func(b *testing.B) { storetest.Measure(b, func() error { return check(ctx, big.Pick()) }) })
	b.Run("busiest", func(b *testing.B) { storetest.Measure(b, func() error { return check(ctx, 1) }) })
}
