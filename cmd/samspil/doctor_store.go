package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"samspil/bot"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/store"
)

// lateAfter is how long a job may be late before nobody seems to do it: a worker that was killed is found out after a
// minute and a half, and a channel lets through one message a second.
const lateAfter = 10 * time.Minute

// database looks at the database, its disk, and the jobs in it.
func (d *doctor) database(ctx context.Context, address string, retry bool) {
	ctx, cancel := context.WithTimeout(ctx, 3*d.patience)
	defer cancel()
	st, err := store.Open(ctx, address)
	if err != nil {
		d.broken("database", err)
		return
	}
	defer st.Close()
	schema, err := st.SchemaVersion(ctx)
	if err == nil {
		_, err = st.ForgetDeliveries(ctx, time.UnixMilli(0)) // a write that changes nothing
	}
	if err != nil {
		d.broken("database", err)
		return
	}
	d.fine("database", doctorDatabase.In(d.lang, schema))
	d.disk(address)
	d.jobs(ctx, st, retry)
}

// broken says what the store says. Its causes are left out: a driver's may name the address.
func (d *doctor) broken(check string, err error) {
	if e, ok := errors.AsType[*crm.Error](err); ok {
		d.add(check, stateFail, e.In(d.lang), "")
		return
	}
	d.found(check, stateFail, doctorBroken, doctorBrokenMend)
}

// Room on the disk of a SQLite file, in bytes.
const (
	diskWarns = 500 << 20
	diskFails = 50 << 20
)

// disk looks at the room beside a SQLite file; a server knows its own.
func (d *doctor) disk(address string) {
	rest, isFile := strings.CutPrefix(address, "file:")
	path, _, _ := strings.Cut(rest, "?")
	path, err := url.PathUnescape(strings.TrimPrefix(path, "//localhost"))
	if !isFile || err != nil {
		return
	}
	if free, ok := freeBytes(filepath.Dir(path)); ok {
		d.room(free)
	}
}

func (d *doctor) room(free uint64) {
	said := doctorDisk.In(d.lang, text.Number(d.lang, int(free>>20)))
	switch {
	case free < diskFails:
		d.add("disk", stateFail, said, doctorDiskMend.In(d.lang))
	case free < diskWarns:
		d.add("disk", stateWarn, said, doctorDiskMend.In(d.lang))
	default:
		d.fine("disk", said)
	}
}

// mostParked is how many jobs that were given up are tried again at once.
const mostParked = 10_000

// jobs looks for jobs that were given up, or that nobody does.
func (d *doctor) jobs(ctx context.Context, st *store.Store, retry bool) {
	parked, err := st.ParkedJobs(ctx, mostParked)
	if err == nil && retry {
		err = d.retry(ctx, st, parked)
		parked = nil
	}
	if err != nil {
		d.broken("jobs", err)
		return
	}
	if len(parked) > 0 {
		d.add("jobs", stateWarn, doctorParked.In(d.lang, len(parked), d.latest(parked[0])), doctorParkedMend.In(d.lang))
	}
	stats, err := st.JobStats(ctx)
	if err != nil {
		d.broken("jobs", err)
		return
	}
	waiting := 0
	for _, n := range stats.Kinds {
		waiting += n.Waiting
	}
	late := d.now().Sub(stats.Due)
	switch {
	case waiting > 0 && late > lateAfter:
		d.add("jobs", stateWarn, doctorLate.In(d.lang, waiting, text.Number(d.lang, int(late.Minutes()))), doctorLateMend.In(d.lang))
	case len(parked) == 0 && !retry:
		d.fine("jobs", doctorJobs.In(d.lang, waiting))
	}
}

// retry lets jobs that were given up be tried again. One that somebody else retried meanwhile is no failure.
func (d *doctor) retry(ctx context.Context, st *store.Store, parked []crm.ParkedJob) error {
	again := 0
	for _, p := range parked {
		err := st.RetryParked(ctx, p.ID)
		if err != nil && !crm.IsKind(err, crm.NotFound) {
			return err
		}
		if err == nil {
			again++
		}
	}
	d.fine("jobs", doctorRetried.In(d.lang, again))
	return nil
}

// latest is what is known of one job that was given up. No handler's error holds an address; that none slips through is
// made sure of here.
func (d *doctor) latest(p crm.ParkedJob) string {
	cause, _ := bot.Presentable(addressIn.ReplaceAllString(p.LastError, "…"))
	if cause == "" {
		cause = "?"
	}
	return fmt.Sprintf("%s, %s: %s", p.Kind, p.ParkedAt.UTC().Format(time.DateTime+" UTC"), strings.ReplaceAll(text.Cut(cause, 80), "\n", " "))
}

var addressIn = regexp.MustCompile(`(?i)\b[a-z]+://\S+`)
