package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"golang.org/x/term"

	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/store"
)

type registerImportCmd struct {
	File    string `arg:"" help:"The file, plain or compressed by gzip."`
	Format  string `enum:"auto,csv,virk" default:"auto" help:"What is in the file: csv, virk, or auto to find out (${default})."`
	Replace bool   `help:"The file is the whole register: mark companies that are not in it as ended. What was written about them stays."`
	Force   bool   `help:"With --replace: also when the file is much smaller than the register."`
	DB      string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run reads the file in, shows how far it is, and says what changed. Lines that cannot be used are listed in a file
// beside it.
func (c *registerImportCmd) Run(t *terminal) error {
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		refused := &refusals{name: c.File + ".refused.tsv", lang: t.lang}
		begun := time.Now()
		shown := newProgress(t)
		p, err := register.ImportFile(ctx, st, c.File, register.ImportOptions{Format: c.Format, Replace: c.Replace, Force: c.Force,
			Now: time.Now, Progress: shown.show, Refused: refused.add})
		shown.end()
		if closing := refused.close(err == nil); err == nil {
			err = closing
		}
		if p.Read > 0 {
			reportImport(t, p, time.Since(begun))
		}
		if p.Refused > 0 {
			fmt.Fprintln(t.out, importRefused.In(t.lang, refused.name))
		}
		return err
	})
}

// reportImport says what became of the companies.
func reportImport(t *terminal, p register.ImportProgress, took time.Duration) {
	number := func(n int64) string { return text.Number(t.lang, int(n)) }
	if p.Resumed > 0 {
		fmt.Fprintln(t.out, importResumed.In(t.lang, number(p.Resumed)))
	}
	fmt.Fprintln(t.out, importDone.In(t.lang, number(p.Read), number(int64(p.Counts.Added)), number(int64(p.Counts.Changed)),
		number(int64(p.Counts.Unchanged)), number(int64(p.Counts.Ended)), number(p.Refused), number(int64(took.Round(time.Second)/time.Second))))
}

// progress shows how far an import is: a line that is written over on a terminal, else a line now and then.
type progress struct {
	t     *terminal
	live  bool
	every time.Duration
	last  time.Time
	wrote bool
}

func newProgress(t *terminal) *progress {
	p := &progress{t: t, every: 10 * time.Second, last: time.Now()}
	if f, ok := t.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.live, p.every = true, 200*time.Millisecond
	}
	return p
}

func (p *progress) show(at register.ImportProgress) {
	if time.Since(p.last) < p.every {
		return
	}
	p.last = time.Now()
	line := importAtUnknown.In(p.t.lang, text.Number(p.t.lang, int(at.Read)))
	if at.Total > 0 {
		line = importAt.In(p.t.lang, bar(at.Read, at.Total), text.Number(p.t.lang, int(at.Read)), text.Number(p.t.lang, int(at.Total)))
	}
	if p.live {
		fmt.Fprint(p.t.err, "\r\x1b[K", line)
	} else {
		fmt.Fprintln(p.t.err, line)
	}
	p.wrote = true
}

// end takes the line away.
func (p *progress) end() {
	if p.live && p.wrote {
		fmt.Fprint(p.t.err, "\r\x1b[K")
	}
}

// bar is how much is done, in per cent.
func bar(done, total int64) string { return fmt.Sprintf("%3d %%", min(100, done*100/total)) }
