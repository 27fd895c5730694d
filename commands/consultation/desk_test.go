package consultation_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/consultation"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)
)

const (
	title = "Struktører til <!channel> & \"Femern\""
	card  = `{"da":{"upskilling":{"value":true,"quote":"20 ledige opkvalificeres","page":2,"confidence":0.8,"employment":{"value":null,"confidence":0}}},"hear":["PP-1","JC-360"]}`
)

// desk is one person at work with the feature. The hub asks, through Bo; the job centre (Anna, Lis) has a channel, the
// partner (Carla) none.
type desk struct {
	*testing.T
	store   *store.Store
	url     string
	feature commands.Feature
	storetest.Sample
	lis, vera crm.Person // of the job centre; manager of the hub
	person    crm.Person
	lang      text.Lang
	now       time.Time
	proposal  int64
	readers   *readers // of the channel
}

// readers are who reads the channel, or why nobody can tell.
type readers struct {
	are crm.Audience
	err error
}

// Audience implements commands.Channels.
func (r *readers) Audience(context.Context, crm.Person, string) (crm.Audience, error) {
	return r.are, r.err
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	st, url := storetest.SQLite(t)
	return deskOf(t, st, url)
}

func deskOf(t *testing.T, st *store.Store, url string) *desk {
	t.Helper()
	channel := &readers{}
	d := &desk{T: t, store: st, url: url, feature: consultation.New(st, channel, func() time.Time { return now }), Sample: storetest.Fill(t, st), lang: text.English, now: now}
	d.Carla.Active = true
	d.Carla = d.hire(d.Carla)
	d.lis = d.hire(crm.Person{Team: "T0DEMO", User: "U04", Name: "Lis Toft", Org: d.Jobcentre, Role: crm.Caseworker, Active: true})
	d.vera = d.hire(crm.Person{Team: "T0DEMO", User: "U05", Name: "Vera Krogh", Org: d.Hub, Role: crm.Manager, Active: true})
	storetest.GiveChannel(t, url, d.Anna, "C0JC", "da")
	channel.are.Orgs = []crm.Org{d.Hub, d.Jobcentre}
	d.readers = channel
	d.proposal = storetest.Propose(t, url, d.Bo, title, card)
	d.person = d.Bo
	return d
}

func (d *desk) hire(p crm.Person) crm.Person {
	d.Helper()
	saved, err := d.store.SavePerson(ctx, p)
	d.ok(err)
	return saved
}

func (d *desk) ok(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) request() commands.Request {
	return commands.Request{ID: "r1", Now: d.now, Person: d.person, Lang: d.lang, Channel: "C0ASK", Command: "consultation"}
}

// types fills the proposal's number in for N.
func (d *desk) types(line string) (commands.Reply, error) {
	req := d.request()
	req.Text = strings.ReplaceAll(line, "N", fmt.Sprint(d.proposal))
	return d.feature.Handle(ctx, req)
}

func (d *desk) says(line string) commands.Reply {
	d.Helper()
	reply, err := d.types(line)
	if err != nil {
		d.Fatalf("%s: %v", line, err)
	}
	return reply
}

// refused types a line that must fail, and gives the sentence.
func (d *desk) refused(line string, kind crm.Kind) string {
	d.Helper()
	reply, err := d.types(line)
	if !crm.IsKind(err, kind) {
		d.Fatalf("%s: %v\n%s", line, err, reply.Text)
	}
	return err.Error()
}

func (d *desk) presses(action, value string) (commands.Reply, error) {
	req := d.request()
	req.Action, req.Value = action, value
	return d.feature.Actions[action](ctx, req)
}

func (d *desk) submits(form commands.Reply, values map[string][]string) (commands.Reply, error) {
	d.Helper()
	if form.View == nil {
		d.Fatalf("no form was opened: %s", form.Text)
	}
	req := d.request()
	_, req.Form, _ = strings.Cut(form.View.CallbackID, ".")
	req.Metadata, req.Values, req.Channel = form.View.PrivateMetadata, values, ""
	return d.feature.Forms[req.Form](ctx, req)
}

// starts a consultation of Bo's until 7 December, hearing the job centre and the partner.
func (d *desk) starts() crm.Consultation {
	d.Helper()
	d.person = d.Bo
	reply, err := d.submits(d.says("start N"), map[string][]string{"heard": {"JC-360"}, "further": {"PP-1"}, "deadline": {"2026-12-07"}, "question": {"Er der pladser?"}})
	d.ok(err)
	if len(reply.Errors) > 0 {
		d.Fatal(reply.Errors)
	}
	return d.is()
}

func (d *desk) is() crm.Consultation {
	d.Helper()
	c, err := d.store.LatestConsultation(ctx, d.proposal)
	d.ok(err)
	return c
}

// sent are the messages that wait to be sent, in order.
func (d *desk) sent() []commands.Message {
	d.Helper()
	return storetest.Stored[commands.Message](d.T, d.url, commands.MessageJob)
}

// living is how each keyed message reads in the end, and how often it was stored.
func (d *desk) living() (last map[string]commands.Message, times map[string]int) {
	last, times = map[string]commands.Message{}, map[string]int{}
	for _, m := range d.sent() {
		if m.Key != "" {
			last[m.Key] = m
			times[m.Key]++
		}
	}
	return last, times
}

// buttons are the values of the buttons by action id.
func (d *desk) buttons(blocks any) map[string]string {
	d.Helper()
	raw, err := json.Marshal(blocks)
	d.ok(err)
	var read []struct {
		Elements []struct {
			ID    string `json:"action_id"`
			Value string `json:"value"`
		} `json:"elements"`
	}
	d.ok(json.Unmarshal(raw, &read))
	found := map[string]string{}
	for _, b := range read {
		for _, e := range b.Elements {
			if e.ID != "" {
				found[e.ID] = e.Value
			}
		}
	}
	return found
}

func wants(t *testing.T, said string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(said, want) {
			t.Errorf("lacks %q:\n%s", want, said)
		}
	}
}
