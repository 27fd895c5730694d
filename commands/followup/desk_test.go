package followup_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/followup"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)
)

// desk is one person at work with the feature, on the demo's companies and colleagues.
type desk struct {
	*testing.T
	store   *store.Store
	url     string
	feature commands.Feature
	people  map[string]crm.Person // by first name in lower case
	person  crm.Person
	now     time.Time
}

func newDesk(t *testing.T, user string) *desk {
	t.Helper()
	st, url := storetest.SQLite(t)
	if err := demo.Seed(ctx, st, now); err != nil {
		t.Fatal(err)
	}
	return deskOf(t, st, url, user)
}

func deskOf(t *testing.T, st *store.Store, url, user string) *desk {
	t.Helper()
	names := register.Start(t.Context(), register.Options{Source: st})
	if err := names.WaitReady(t.Context()); err != nil {
		t.Fatal(err)
	}
	orgs, err := st.Orgs(ctx)
	if err != nil {
		t.Fatal(err)
	}
	byName := func(_ context.Context, words string, _ when.Date, _ crm.Org) (crm.Org, bool) {
		for _, o := range orgs {
			if strings.EqualFold(o.NameDA, words) || strings.EqualFold(o.NameEN, words) {
				return o, true
			}
		}
		return crm.Org{}, false
	}
	d := &desk{T: t, store: st, url: url, feature: followup.New(st, names, byName), people: map[string]crm.Person{}, now: now}
	d.meet()
	d.person = d.people[user]
	return d
}

// meet reads who there is.
func (d *desk) meet() {
	d.Helper()
	all, err := d.store.People(ctx)
	if err != nil {
		d.Fatal(err)
	}
	for _, p := range all {
		first, _, _ := strings.Cut(strings.ToLower(p.Name), " ")
		d.people[first] = p
	}
}

// hire adds a colleague.
func (d *desk) hire(user, name string, org crm.Org) crm.Person {
	d.Helper()
	p, err := d.store.SavePerson(ctx, crm.Person{Team: demo.Team, User: user, Name: name, Org: org, Role: crm.Caseworker, Active: true})
	if err != nil {
		d.Fatal(err)
	}
	d.meet()
	return p
}

func (d *desk) request() commands.Request {
	return commands.Request{ID: "r1", Now: d.now, Person: d.person, Lang: text.English, Command: "followup"}
}

func (d *desk) types(line string) (commands.Reply, error) {
	req := d.request()
	req.Text = line
	return d.feature.Handle(ctx, req)
}

// says types a line that must succeed and gives the reply's text.
func (d *desk) says(line string) string {
	d.Helper()
	reply, err := d.types(line)
	if err != nil {
		d.Fatalf("%s: %v", line, err)
	}
	return reply.Text
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

func (d *desk) submits(form commands.Reply, values map[string]string) (commands.Reply, error) {
	d.Helper()
	if form.View == nil {
		d.Fatalf("no form was opened: %s", form.Text)
	}
	req := d.request()
	_, req.Form, _ = strings.Cut(form.View.CallbackID, ".")
	req.Metadata, req.Values = form.View.PrivateMetadata, map[string][]string{}
	for field, value := range values {
		req.Values[field] = []string{value}
	}
	return d.feature.Forms[req.Form](ctx, req)
}

// promise adds a follow-up of the person's with Køge Kran, or the company of that number.
func (d *desk) promise(due, words string, cvr ...string) crm.Promise {
	d.Helper()
	number := "99015527"
	if len(cvr) > 0 {
		number = cvr[0]
	}
	company, err := d.store.CompanyByCVR(ctx, number)
	if err != nil {
		d.Fatal(err)
	}
	_, p, err := d.store.AddFollowUp(ctx, crm.Entry{RequestID: "r0", Now: d.now, Person: d.person}, crm.FollowUp{CompanyID: company.ID, Due: when.MustISO(due), Text: words})
	if err != nil {
		d.Fatal(err)
	}
	return p
}

// is reads a follow-up as it stands.
func (d *desk) is(id int64) crm.Promise {
	d.Helper()
	found, err := d.store.Promises(ctx, []int64{id})
	if err != nil || len(found) != 1 {
		d.Fatalf("follow-up %d: %v %v", id, found, err)
	}
	return found[0]
}

// buttons are the values of a reply's buttons by action id, in order.
func buttons(t *testing.T, r commands.Reply) map[string][]string {
	t.Helper()
	raw, err := json.Marshal(r.Blocks)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []struct {
		Elements []struct {
			ID    string `json:"action_id"`
			Value string `json:"value"`
		} `json:"elements"`
	}
	if err := json.Unmarshal(raw, &blocks); err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, b := range blocks {
		for _, e := range b.Elements {
			if e.ID != "" {
				found[e.ID] = append(found[e.ID], e.Value)
			}
		}
	}
	return found
}

// sent are the messages that wait to be sent, in order.
func sent(t *testing.T, url string) []commands.Message {
	t.Helper()
	return storetest.Stored[commands.Message](t, url, commands.MessageJob)
}

func wants(t *testing.T, said string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(said, want) {
			t.Errorf("lacks %q:\n%s", want, said)
		}
	}
}
