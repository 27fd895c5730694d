package proposal_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/proposal"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)
)

// bridge is a proposal in the region of the demo's people.
const bridge = `Hænder til broen
Ansøger: Fiktiv Teknisk Skole
Partnere: Lolland Kommune og Demo Byg A/S
Der søges om 1,5 mio. kr. Det samlede budget er 3.000.000 kr.
Projektet løber fra 1. januar 2027 til 31. december 2028.
Frist for bemærkninger: 1. marts 2027.
80 ledige i Lolland Kommune bliver opkvalificeret til svejsere ved Femern-forbindelsen.`

// rules makes cards of text by the rules alone; a file's content is its id.
type rules struct{ drafts bool }

func (r rules) Drafts() bool { return r.drafts }

func (rules) Make(_ context.Context, from proposal.Source, on when.Date) (proposal.Made, error) {
	made := proposal.Made{How: "extract"}
	pages := []string{from.Text}
	for _, f := range from.Files {
		if strings.HasSuffix(f.Name, ".zip") {
			made.Refused = append(made.Refused, proposal.Refused{Name: f.Name, Why: crm.Errorf(crm.Invalid, text.New("et arkiv", "an archive"))})
			continue
		}
		pages = append(pages, f.ID)
	}
	if strings.Join(pages, "") == "" {
		return made, errors.New("nothing to read")
	}
	var all []summary.Page
	for i, p := range pages {
		all = append(all, summary.Page{Number: i + 1, Text: p})
	}
	made.Card = summary.Extract(all, on)
	made.Documents = []crm.ProposalDocument{{Name: "tekst", Kind: "text", Pages: pages}}
	return made, nil
}

// desk is one person at work with the feature, on the demo's companies and colleagues.
type desk struct {
	*testing.T
	store   *store.Store
	url     string
	feature commands.Feature
	people  map[string]crm.Person // by first name in lower case
	person  crm.Person
	lang    text.Lang
	channel string
	readers *readers // of the channel
}

// readers are who reads the channel: nobody but who asks unless a test says otherwise.
type readers struct{ are crm.Audience }

// Audience implements commands.Channels.
func (r *readers) Audience(_ context.Context, asker crm.Person, _ string) (crm.Audience, error) {
	if r.are.Certain() || r.are.Unknown > 0 {
		return r.are, nil
	}
	return crm.Audience{Orgs: []crm.Org{asker.Org}}, nil
}

func newDesk(t *testing.T, user string) *desk {
	t.Helper()
	st, url := storetest.SQLite(t)
	if err := demo.Seed(ctx, st, now); err != nil {
		t.Fatal(err)
	}
	channel := &readers{}
	d := &desk{T: t, readers: channel, store: st, url: url, feature: proposal.New(st, rules{}, channel), people: map[string]crm.Person{}, lang: text.English, channel: "C1"}
	all, err := st.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		first, _, _ := strings.Cut(strings.ToLower(p.Name), " ")
		d.people[first] = p
	}
	d.is(user)
	return d
}

// is makes the person at the desk that colleague.
func (d *desk) is(user string) { d.person = d.people[user] }

func (d *desk) request() commands.Request {
	return commands.Request{ID: "r1", Now: now, Person: d.person, Lang: d.lang, Channel: d.channel, Command: "proposal"}
}

func (d *desk) types(line string) (commands.Reply, error) {
	req := d.request()
	req.Text = line
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

func (d *desk) refused(line string, kind crm.Kind) string {
	d.Helper()
	reply, err := d.types(line)
	if !crm.IsKind(err, kind) {
		d.Fatalf("%s: %v\n%s", line, err, reply.Text)
	}
	return err.Error()
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
		req.Values[field] = strings.Split(value, chosenEnd)
	}
	return d.feature.Forms[req.Form](ctx, req)
}

// chosenEnd stands between the options chosen of one field.
const chosenEnd = "\x1f"

// entered are a form's values as they stand when it opens.
func entered(t *testing.T, form commands.Reply) map[string]string {
	t.Helper()
	raw, err := json.Marshal(form.View.Blocks)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []struct {
		ID      string `json:"block_id"`
		Element struct {
			Value string `json:"initial_value"`
			Date  string `json:"initial_date"`
			One   struct {
				Value string `json:"value"`
			} `json:"initial_option"`
			Many []struct {
				Value string `json:"value"`
			} `json:"initial_options"`
		} `json:"element"`
	}
	if err := json.Unmarshal(raw, &blocks); err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for _, b := range blocks {
		if b.ID != "" {
			values[b.ID] = b.Element.Value + b.Element.Date + b.Element.One.Value
			var many []string
			for _, o := range b.Element.Many {
				many = append(many, o.Value)
			}
			values[b.ID] += strings.Join(many, chosenEnd)
		}
	}
	return values
}

// buttons are the action ids of a reply.
func buttons(t *testing.T, r commands.Reply) string {
	t.Helper()
	raw, err := json.Marshal(r.Blocks)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []struct {
		Elements []struct {
			ID string `json:"action_id"`
		} `json:"elements"`
	}
	if err := json.Unmarshal(raw, &blocks); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, b := range blocks {
		for _, e := range b.Elements {
			if e.ID != "" {
				ids = append(ids, e.ID)
			}
		}
	}
	return strings.Join(ids, " ")
}

// sent are the messages that wait to be sent, in order.
func (d *desk) sent() []commands.Message {
	d.Helper()
	return storetest.Stored[commands.Message](d.T, d.url, commands.MessageJob)
}

func wants(t *testing.T, said string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(said, want) {
			t.Errorf("lacks %q:\n%s", want, said)
		}
	}
}
