// Package digest is the command for what a channel is told once a workday: what happened since the last time, and what
// waits. Sweep sends what is due.
package digest

import (
	"context"
	"strconv"
	"strings"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// Store is what the feature needs of the rows.
type Store interface {
	Rows
	DigestOf(ctx context.Context, team, channel string) (crm.Digest, error)
	DigestsOn(ctx context.Context) ([]crm.Digest, error)
	SaveDigest(ctx context.Context, e crm.Entry, d crm.Digest) (crm.Digest, error)
	StopDigest(ctx context.Context, id int64, why crm.DigestWhy, now time.Time, jobs []crm.Job) (stopped bool, err error)
	Orgs(ctx context.Context) ([]crm.Org, error)
}

// Orgs finds an organisation by the words people type for it; ok is false unless exactly one is meant.
type Orgs func(ctx context.Context, words string, on when.Date, near crm.Org) (org crm.Org, ok bool)

type feature struct {
	store    Store
	channels commands.Channels
	orgs     Orgs
	clock    func() time.Time
}

// New makes the feature. clock tells when Slack refused a message: that is no request, which would have its own time.
func New(store Store, channels commands.Channels, orgs Orgs, clock func() time.Time) commands.Feature {
	f := &feature{store, channels, orgs, clock}
	return commands.Feature{
		Name:        "digest",
		Words:       []string{"digest", "dagsoverblik"},
		Also:        []string{"dagsoverblikket"},
		Summary:     textSummary,
		Hint:        textHint,
		Examples:    textExamples,
		Handle:      f.handle,
		Actions:     map[string]commands.Handler{"confirm": f.confirm, "keep": f.keep, "on": f.onButton, "off": f.offButton, "now": f.nowButton},
		Undelivered: f.undelivered,
	}
}

// handle answers one line.
func (f *feature) handle(ctx context.Context, req commands.Request) (commands.Reply, error) {
	l := f.read(ctx, req.Text, when.DateOf(req.Now), req.Person.Org)
	reply, err := f.answer(ctx, req, l)
	reply.Understood = commands.Understood{Intent: string(l.act), Slots: map[string]any{}}
	return reply, err
}

func (f *feature) answer(ctx context.Context, req commands.Request, l line) (commands.Reply, error) {
	switch {
	case l.badTime:
		return commands.Reply{}, crm.Errorf(crm.Invalid, errTime)
	case l.weekend:
		return commands.Reply{}, crm.Errorf(crm.Invalid, errWeekend)
	case l.unknown != "":
		return commands.Reply{}, crm.Errorf(crm.Invalid, errUnknown, l.unknown)
	}
	audience, err := f.readers(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	d, err := f.store.DigestOf(ctx, req.Person.Team, req.Channel)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return commands.Reply{}, err
	}
	switch l.act {
	case actShow:
		return f.show(ctx, req, d, audience)
	case actNow:
		return f.preview(ctx, req, d, audience)
	case actOff:
		return f.turnOff(ctx, req, d)
	}
	return f.set(ctx, req, d, l, audience)
}

// readers are the organisations that read the channel, where all of them are known.
func (f *feature) readers(ctx context.Context, req commands.Request) (crm.Audience, error) {
	a, err := f.channels.Audience(ctx, req.Person, req.Channel)
	switch {
	case err != nil:
		return a, err
	case !a.Certain():
		return a, crm.Errorf(crm.Forbidden, errReaders)
	}
	return a, nil
}

func (f *feature) show(ctx context.Context, req commands.Request, d crm.Digest, a crm.Audience) (commands.Reply, error) {
	if d.ID == 0 {
		return showNone(req), nil
	}
	names, err := f.names(ctx, req, d.Filter.Orgs)
	return showSettings(req, d, a, names, textTitle.In(req.Lang)), err
}

// names are the organisations with those ids by name.
func (f *feature) names(ctx context.Context, req commands.Request, ids []int64) (names []string, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	all, err := f.store.Orgs(ctx)
	for _, id := range ids {
		for _, o := range all {
			if o.ID == id {
				names = append(names, o.Name(req.Lang))
			}
		}
	}
	return names, err
}

// preview shows the asker what the channel would be told now. The asker's organisation counts as a reader too.
func (f *feature) preview(ctx context.Context, req commands.Request, d crm.Digest, a crm.Audience) (commands.Reply, error) {
	if d.ID == 0 {
		d = fresh(req)
	}
	from, to := d.Window(req.Now)
	n := gather(ctx, f.store, d, append([]crm.Org{req.Person.Org}, others(a.Orgs, req.Person.Org.ID)...), from, to)
	return showPreview(req, d, n), nil
}

// others are the organisations but for that one.
func others(orgs []crm.Org, id int64) (list []crm.Org) {
	for _, o := range orgs {
		if o.ID != id {
			list = append(list, o)
		}
	}
	return list
}

// undelivered turns a digest off whose channel is archived, or that the program was thrown out of.
func (f *feature) undelivered(ctx context.Context, m commands.Message, _ string) error {
	parts := strings.Split(m.Key, ".")
	if len(parts) != 3 {
		return nil
	}
	id, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return nil // no key of a digest
	}
	all, err := f.store.DigestsOn(ctx)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.ID == id {
			_, err = stop(ctx, f.store, d, crm.DigestGone, textGone.In(d.Lang), f.clock())
		}
	}
	return err
}
