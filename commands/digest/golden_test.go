package digest_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samspil/commands/digest"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// The digest of the demo's council, which hears of the whole region, and what an empty database has to say.
// SAMSPIL_UPDATE=1 writes the files anew.
func TestGolden(t *testing.T) {
	for _, lang := range []text.Lang{text.Danish, text.English} {
		full, empty := newDesk(t, true, "mette", "lis"), newDesk(t, false, "bo")
		storetest.Fill(t, empty.store)
		empty.load()
		full.lang, empty.lang = lang, lang
		asked := full.says("mette", "til 8.00 region sjælland")
		full.presses("mette", "confirm", button(asked, "digest.confirm"))
		full.sweep(when.MustISO("2026-11-24").At(8, 0))
		var said []string
		for _, m := range sent(t, full.url) {
			if len(m.Blocks.BlockSet) > 45 || len([]rune(m.Text)) > 10_000 {
				t.Errorf("%d blocks, %d characters", len(m.Blocks.BlockSet), len([]rune(m.Text)))
			}
			said = append(said, strings.TrimSpace(m.Key+" "+m.Under)+"\n\n"+m.Text)
		}
		said = append(said, empty.says("bo", "now").Text, empty.says("bo", "").Text)
		golden(t, filepath.Join("testdata", "digest."+string(lang)+".txt"), strings.Join(said, "\n\n---\n\n")+"\n")
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("SAMSPIL_UPDATE") != "" {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(got), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s: %v\n%s", path, err, got)
	}
}

// broken is a store of which some sources are down.
type broken struct {
	*store.Store
	all bool
}

var errDown = errors.New("down")

func (b broken) FreshProposals(context.Context, time.Time, time.Time, int) ([]crm.Proposal, map[int64][]int64, error) {
	return nil, nil, errDown
}

func (b broken) Agreements(ctx context.Context) (crm.Agreements, error) {
	if b.all {
		return nil, errDown
	}
	return b.Store.Agreements(ctx)
}

func (b broken) PromiseCounts(ctx context.Context, org int64, before, by when.Date) (int, int, error) {
	if b.all {
		return 0, 0, errDown
	}
	return b.Store.PromiseCounts(ctx, org, before, by)
}

// A source that is down is named in the first line, and the rest is told; with nothing else to tell the day is tried again.
func TestSourceDown(t *testing.T) {
	d := newDesk(t, true, "lis")
	d.says("lis", "on 8:00")
	morning := when.MustISO("2026-11-24").At(8, 0)
	if n, err := digest.Sweep(ctx, broken{d.store, true}, d, morning, "a"); n != 0 || !errors.Is(err, errDown) || len(sent(t, d.url)) != 0 {
		t.Errorf("%d %v", n, err)
	}
	n, err := digest.Sweep(ctx, broken{d.store, false}, d, morning, "a")
	if n != 1 || !errors.Is(err, errDown) {
		t.Errorf("%d %v", n, err)
	}
	first, _, _ := strings.Cut(sent(t, d.url)[0].Text, "\n")
	d.wants(first, "could not fetch everything", "new proposals")
}
