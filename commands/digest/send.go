package digest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Due is where the digests that are on come from. A day is claimed in the transaction that stores its messages: however
// many programs look at the same time, one of them sends it, once.
type Due interface {
	Rows
	DigestsOn(ctx context.Context) ([]crm.Digest, error)
	SendDigest(ctx context.Context, d crm.Digest, sent crm.DigestSent, jobs []crm.Job) (first bool, err error)
	StopDigest(ctx context.Context, id int64, why crm.DigestWhy, now time.Time, jobs []crm.Job) (stopped bool, err error)
	CurrentChannel(ctx context.Context, team, id string) (string, error)
}

// Sweep sends the digests that are due at that moment and gives how many days it claimed; a day with nothing to say is
// claimed and nothing is sent. One that fails is tried again at the next sweep, and does not keep the others back. by names
// the program.
func Sweep(ctx context.Context, due Due, channels commands.Channels, now time.Time, by string) (claimed int, err error) {
	all, err := due.DigestsOn(ctx)
	if err != nil {
		return 0, err
	}
	var failed []error
	for _, d := range all {
		day, ok := d.Due(now)
		if !ok {
			continue
		}
		first, err := send(ctx, due, channels, d, day, now, by)
		if err != nil {
			failed = append(failed, fmt.Errorf("digest %d: %w", d.ID, err))
		}
		if first {
			claimed++
		}
	}
	return claimed, errors.Join(failed...)
}

func send(ctx context.Context, due Due, channels commands.Channels, d crm.Digest, day when.Date, now time.Time, by string) (first bool, err error) {
	if d.Channel, err = due.CurrentChannel(ctx, d.Team, d.Channel); err != nil {
		return false, err
	}
	audience, err := channels.Audience(ctx, crm.Person{Team: d.Team, User: d.Person.User, Org: d.Org}, d.Channel)
	said, refused := errors.AsType[*crm.Error](err)
	switch {
	case refused && (said.Kind == crm.Forbidden || said.Kind == crm.Invalid):
		_, err := stop(ctx, due, d, crm.DigestGone, said.In(d.Lang), now)
		return false, err
	case err != nil:
		return false, err
	case !audience.Certain():
		_, err := stop(ctx, due, d, crm.DigestReaders, errReaders.In(d.Lang), now)
		return false, err
	}
	from, to := d.Window(now)
	n := gather(ctx, due, d, audience.Orgs, from, to)
	if n.empty() && len(n.missing) > 0 {
		return false, errors.Join(n.troubles...) // it may have something to say when they are back
	}
	var jobs []crm.Job
	if !n.empty() {
		if jobs, err = messages(d, day, n); err != nil {
			return false, err
		}
	}
	first, err = due.SendDigest(ctx, d, crm.DigestSent{Day: day, At: now, From: from, To: to, By: by}, jobs)
	return first, errors.Join(append(n.troubles, err)...)
}

// messages are the digest and, in its thread, what there was no room for.
func messages(d crm.Digest, day when.Date, n news) (jobs []crm.Job, err error) {
	to := crm.Person{Team: d.Team}
	page, rest := showDigest(d.Lang, d, day, n)
	key := fmt.Sprintf("digest.%d.%s", d.ID, day)
	first := commands.NewMessage(to, d.Channel, d.Lang, page)
	first.Key = key
	all := []commands.Message{first}
	for _, reply := range rest {
		m := commands.NewMessage(to, d.Channel, d.Lang, reply)
		m.Under = key
		all = append(all, m)
	}
	for _, m := range all {
		job, err := m.Job()
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// stopper turns digests off.
type stopper interface {
	StopDigest(ctx context.Context, id int64, why crm.DigestWhy, now time.Time, jobs []crm.Job) (stopped bool, err error)
}

// stop turns a digest off and tells, once, who set it up.
func stop(ctx context.Context, st stopper, d crm.Digest, why crm.DigestWhy, because string, now time.Time) (bool, error) {
	lang := d.Lang
	if d.Person.Lang != "" {
		lang = d.Person.Lang
	}
	var jobs []crm.Job
	if d.Person.Active {
		job, err := commands.NewMessage(d.Person, "", lang, showStopped(lang, d, because)).Job()
		if err != nil {
			return false, err
		}
		jobs = append(jobs, job)
	}
	return st.StopDigest(ctx, d.ID, why, now, jobs)
}

// langName is what a language is called in another.
func langName(in, lang text.Lang) string {
	if lang == text.English {
		return langEnglish.In(in)
	}
	return langDanish.In(in)
}
