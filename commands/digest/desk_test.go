package digest_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/digest"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)
)

// desk is a workspace with a channel whose readers a test chooses.
type desk struct {
	*testing.T
	store   *store.Store
	url     string
	feature commands.Feature
	people  map[string]crm.Person // by first name in lower case
	readers []string
	unknown int
	trouble error
	now     time.Time
	lang    text.Lang
}

// Audience implements commands.Channels.
func (d *desk) Audience(context.Context, crm.Person, string) (crm.Audience, error) {
	a := crm.Audience{Unknown: d.unknown}
	for _, who := range d.readers {
		a.Orgs = append(a.Orgs, d.people[who].Org)
	}
	return a, d.trouble
}

func newDesk(t *testing.T, seed bool, readers ...string) *desk {
	t.Helper()
	st, url := storetest.SQLite(t)
	if seed {
		if err := demo.Seed(ctx, st, now); err != nil {
			t.Fatal(err)
		}
	}
	return deskOf(t, st, url, readers...)
}

func deskOf(t *testing.T, st *store.Store, url string, readers ...string) *desk {
	t.Helper()
	d := &desk{T: t, store: st, url: url, people: map[string]crm.Person{}, readers: readers, now: now, lang: text.English}
	find := func(_ context.Context, words string, _ when.Date, _ crm.Org) (crm.Org, bool) {
		for _, p := range d.people {
			if strings.EqualFold(p.Org.NameDA, words) {
				return p.Org, true
			}
		}
		return crm.Org{}, false
	}
	d.feature = digest.New(st, d, find, func() time.Time { return d.now })
	d.load()
	return d
}

func (d *desk) load() {
	d.Helper()
	list, err := d.store.People(ctx)
	if err != nil {
		d.Fatal(err)
	}
	for _, p := range list {
		first, _, _ := strings.Cut(p.Name, " ")
		d.people[strings.ToLower(first)] = p
	}
}

func (d *desk) req(who string) commands.Request {
	return commands.Request{ID: "r1", Now: d.now, Person: d.people[who], Lang: d.lang, Channel: "C1", Command: "digest"}
}

// says gives the answer to a line, or its error's sentence.
func (d *desk) says(who, words string) commands.Reply {
	d.Helper()
	req := d.req(who)
	req.Text = words
	return d.answer(d.feature.Handle(ctx, req))
}

func (d *desk) presses(who, action, value string) commands.Reply {
	d.Helper()
	req := d.req(who)
	req.Action, req.Value = action, value
	return d.answer(d.feature.Actions[action](ctx, req))
}

func (d *desk) answer(r commands.Reply, err error) commands.Reply {
	d.Helper()
	if shown, ok := err.(*crm.Error); ok {
		return commands.Sentence(shown.In(d.lang))
	}
	if err != nil {
		d.Fatal(err)
	}
	return r
}

// sweep looks for what is due at that moment and gives how many days were claimed.
func (d *desk) sweep(at time.Time) int {
	d.Helper()
	n, err := digest.Sweep(ctx, d.store, d, at, "a")
	if err != nil {
		d.Fatal(err)
	}
	return n
}

func (d *desk) wants(said string, words ...string) {
	d.Helper()
	for _, w := range words {
		if !strings.Contains(said, w) {
			d.Errorf("%q is missing in:\n%s", w, said)
		}
	}
}

func (d *desk) lacks(said string, words ...string) {
	d.Helper()
	for _, w := range words {
		if strings.Contains(said, w) {
			d.Errorf("%q must not stand in:\n%s", w, said)
		}
	}
}
