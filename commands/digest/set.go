package digest

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// fresh is the digest of a channel that has none yet.
func fresh(req commands.Request) crm.Digest {
	return crm.Digest{Team: req.Person.Team, Channel: req.Channel, Org: req.Person.Org, Person: req.Person, At: crm.DigestDefault, Lang: req.Lang, Why: crm.DigestTurnedOff}
}

// mayChange says why the person may not; nil when they may.
func mayChange(req commands.Request, d crm.Digest) error {
	switch {
	case !crm.CanSetDigest(req.Person):
		return crm.Errorf(crm.Forbidden, errCaseworker)
	case d.ID != 0 && d.Org.ID != req.Person.Org.ID:
		return crm.Errorf(crm.Forbidden, errNotYours, d.Org.Name(req.Lang), d.Person.Name)
	}
	return nil
}

// with is the digest as the line wants it.
func with(d crm.Digest, l line, req commands.Request) crm.Digest {
	turnsOn := l.act == actOn || d.ID == 0
	if l.at >= 0 {
		d.At = l.at
	}
	if l.weekly >= 0 {
		d.Weekly = l.weekly
	}
	if turnsOn {
		d.On, d.Why, d.SetAt = true, "", req.Now
	}
	d.Channel, d.Lang = req.Channel, cmp.Or(l.lang, d.Lang)
	if l.clear {
		d.Filter = crm.DigestFilter{}
	}
	d.Filter = crm.DigestFilter{
		Orgs:           union(d.Filter.Orgs, slices.DeleteFunc(l.filter.Orgs, func(id int64) bool { return id == d.Org.ID })),
		Regions:        union(d.Filter.Regions, l.filter.Regions),
		Municipalities: union(d.Filter.Municipalities, l.filter.Municipalities),
		Purposes:       union(d.Filter.Purposes, l.filter.Purposes),
		Companies:      union(d.Filter.Companies, l.filter.Companies),
	}
	return d
}

func union[T comparable](a, b []T) []T {
	a = slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// settings are what a person confirms, as the button carries them.
type settings struct {
	At      when.Clock       `json:"at"`
	Weekly  int              `json:"weekly,omitempty"`
	Lang    text.Lang        `json:"lang"`
	Filter  crm.DigestFilter `json:"filter"`
	Readers []int64          `json:"readers"`
	Version int              `json:"version,omitempty"`
}

func settingsOf(d crm.Digest) settings {
	return settings{d.At, d.Weekly, d.Lang, d.Filter, d.Readers, d.Version}
}

// of is the digest with these settings, turned on.
func (s settings) of(d crm.Digest, req commands.Request) crm.Digest {
	if d.At != s.At || d.Weekly != s.Weekly || !d.On {
		d.SetAt = req.Now
	}
	d.Channel, d.At, d.Weekly, d.Lang, d.Filter, d.Readers, d.Version = req.Channel, s.At, s.Weekly, s.Lang, s.Filter, s.Readers, s.Version
	d.On, d.Why = true, ""
	return d
}

// filterLimit is how many things a channel can choose: what it chose travels in a button.
const filterLimit = 40

// set does what the line says; where staff of several organisations read the channel, the person confirms it first.
func (f *feature) set(ctx context.Context, req commands.Request, d crm.Digest, l line, a crm.Audience) (commands.Reply, error) {
	if err := mayChange(req, d); err != nil {
		return commands.Reply{}, err
	}
	if d.ID == 0 {
		d = fresh(req)
	}
	d = with(d, l, req)
	if n := d.Filter; len(n.Orgs)+len(n.Regions)+len(n.Municipalities)+len(n.Purposes)+len(n.Companies) > filterLimit {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errFilterLong, filterLimit)
	}
	if readers := ids(a.Orgs); d.On && len(others(a.Orgs, d.Org.ID)) > 0 && !slices.Equal(readers, d.Readers) {
		d.Readers = readers
		value, err := json.Marshal(settingsOf(d))
		return showConfirm(req, d, a, string(value)), err
	}
	return f.save(ctx, req, d, a)
}

// ids are the organisations' ids in order.
func ids(orgs []crm.Org) []int64 {
	list := make([]int64, len(orgs))
	for i, o := range orgs {
		list[i] = o.ID
	}
	slices.Sort(list)
	return list
}

func (f *feature) save(ctx context.Context, req commands.Request, d crm.Digest, a crm.Audience) (commands.Reply, error) {
	e := crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person}
	if req.Delivery != "" {
		e.Delivery = "digest:" + req.Delivery
	}
	saved, err := f.store.SaveDigest(ctx, e, d)
	if err != nil {
		return commands.Reply{}, err
	}
	names, err := f.names(ctx, req, saved.Filter.Orgs)
	title := textSaved.In(req.Lang)
	if !saved.On {
		title = textOff.In(req.Lang)
	}
	reply := showSettings(req, saved, a, names, title)
	reply.Replace = req.Action != ""
	return reply, err
}

// confirm saves what the preview showed; where other organisations read the channel by now, it asks again.
func (f *feature) confirm(ctx context.Context, req commands.Request) (commands.Reply, error) {
	var chosen settings
	if err := json.Unmarshal([]byte(req.Value), &chosen); err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton)
	}
	audience, err := f.readers(ctx, req)
	if err != nil {
		return commands.Reply{}, err
	}
	d, err := f.store.DigestOf(ctx, req.Person.Team, req.Channel)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return commands.Reply{}, err
	}
	if err := mayChange(req, d); err != nil {
		return commands.Reply{}, err
	}
	if d.ID == 0 {
		d = fresh(req)
	}
	d = chosen.of(d, req)
	if readers := ids(audience.Orgs); !slices.Equal(readers, d.Readers) {
		d.Readers = readers
		value, err := json.Marshal(settingsOf(d))
		reply := showConfirm(req, d, audience, string(value))
		reply.Replace = true
		return reply, err
	}
	return f.save(ctx, req, d, audience)
}

func (f *feature) turnOff(ctx context.Context, req commands.Request, d crm.Digest) (commands.Reply, error) {
	if err := mayChange(req, d); err != nil {
		return commands.Reply{}, err
	}
	if d.ID == 0 || !d.On {
		return commands.Sentence(textOffAlready.In(req.Lang)), nil
	}
	d.On, d.Why = false, crm.DigestTurnedOff
	return f.save(ctx, req, d, crm.Audience{})
}

// keep is the answer to the question that changes nothing.
func (f *feature) keep(_ context.Context, req commands.Request) (commands.Reply, error) {
	reply := commands.Sentence(textKept.In(req.Lang))
	reply.Replace = true
	return reply, nil
}

func (f *feature) onButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.press(ctx, req, actOn)
}
func (f *feature) offButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.press(ctx, req, actOff)
}
func (f *feature) nowButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.press(ctx, req, actNow)
}

// press does what a button says.
func (f *feature) press(ctx context.Context, req commands.Request, what act) (commands.Reply, error) {
	return f.answer(ctx, req, line{act: what, at: -1, weekly: -1})
}
