package register

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"samspil/internal/crm"
)

// Target is where an import goes: the store.
type Target interface {
	RegisterState(ctx context.Context) (crm.RegisterState, error)
	BeginImport(ctx context.Context, im crm.RegisterImport, now time.Time) (crm.RegisterImport, error)
	KeepImport(ctx context.Context, im crm.RegisterImport, now time.Time) error
	ImportCompanies(ctx context.Context, im crm.RegisterImport, companies []crm.Company, position int64, now time.Time) (crm.RegisterImport, error)
	EachRegistered(ctx context.Context, fn func(cvr string) error) error
	EndCompanies(ctx context.Context, im crm.RegisterImport, cvrs []string, now time.Time) (crm.RegisterImport, error)
	LeaveImport(ctx context.Context, im crm.RegisterImport, finished bool, now time.Time) error
}

// ImportOptions says how a file is read in.
type ImportOptions struct {
	Format  string // FormatCSV, FormatVirk or FormatAuto
	Replace bool   // companies that the file does not have have ended
	Force   bool   // also when the file is much smaller than the register
	Now     func() time.Time
	// Progress is told, after each batch, how far the import has come; nil for nobody.
	Progress func(ImportProgress)
	// Refused is told of each record that cannot be used; nil for nobody.
	Refused func(Refusal)
}

// ImportProgress is how far an import has come.
type ImportProgress struct {
	Read, Total int64 // records; Total counts empty lines too, and is 0 where it is not known
	Refused     int64
	Resumed     int64 // so many had been read by an import that did not end
	Counts      crm.ImportCounts
}

// Refusal is a record that an import cannot use, and why. It does not hold the record.
type Refusal struct {
	Line int64 // from 1
	CVR  string
	Why  *crm.Error
}

// record is what one line of a file says: a company, or why it cannot be used.
type record struct {
	line    int64
	company crm.Company
	why     *crm.Error
}

// records gives one record after the other, and io.EOF after the last.
type records interface{ next() (record, error) }

const (
	// importBatch is how many companies are saved in one transaction: few enough that others do not wait long for it.
	importBatch = 4000
	// importStretch is how many records are read before their companies are saved, by name: the index of names is then
	// written in one place after the other, which takes a fraction of the writing. How far an import came is told in this
	// order: with another number, what a program before began must not go on.
	importStretch = 50_000
	// letOthers is how long an import waits between two transactions. SQLite lets in whoever asks first, and who waits asks
	// only now and then.
	letOthers = 15 * time.Millisecond
	// signOfLife is how often an import shows that it works; the store takes it for dead after ten seconds without.
	signOfLife = 2 * time.Second
	// waitForDead is how long an import waits for another that may have been killed.
	waitForDead = 12 * time.Second
	retryEvery  = 500 * time.Millisecond
)

// holding calls work while the import has the register to itself, with signs of life, and lets it go at the end.
func holding(ctx context.Context, target Target, im crm.RegisterImport, now func() time.Time, work func(context.Context, crm.RegisterImport) (crm.RegisterImport, error)) (crm.RegisterImport, error) {
	im.Holder = rand.Text()
	im, err := begin(ctx, target, im, now)
	if err != nil {
		return im, err
	}
	working, stop := context.WithCancelCause(ctx)
	quiet := make(chan struct{})
	go func() {
		defer close(quiet)
		live(working, target, im, now, stop)
	}()
	done, err := work(working, im)
	if cause := context.Cause(working); err != nil && cause != nil && ctx.Err() == nil {
		err = cause // another took the register
	}
	stop(nil)
	<-quiet
	// Also after Ctrl-C, so that the next import need not wait.
	return done, errors.Join(err, target.LeaveImport(context.WithoutCancel(ctx), done, err == nil, now()))
}

// begin waits a while for an import that may have been killed; one that works shows it.
func begin(ctx context.Context, target Target, im crm.RegisterImport, now func() time.Time) (crm.RegisterImport, error) {
	tooLong := time.After(waitForDead)
	for {
		begun, err := target.BeginImport(ctx, im, now())
		if !crm.IsKind(err, crm.Conflict) {
			return begun, err
		}
		select {
		case <-ctx.Done():
			return im, ctx.Err()
		case <-tooLong:
			return im, err
		case <-time.After(retryEvery):
		}
	}
}

// live gives signs of life until the import ends, and ends it when another has taken the register.
func live(ctx context.Context, target Target, im crm.RegisterImport, now func() time.Time, stop context.CancelCauseFunc) {
	tick := time.NewTicker(signOfLife)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := target.KeepImport(ctx, im, now()); crm.IsKind(err, crm.Conflict) {
				stop(err)
				return
			}
		}
	}
}
