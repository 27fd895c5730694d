package consultation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// blocks are the reply's blocks as they are sent, their signs of less and more written out.
func blocks(t *testing.T, reply commands.Reply) string {
	t.Helper()
	var raw strings.Builder
	encoder := json.NewEncoder(&raw)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(reply.Blocks); err != nil {
		t.Fatal(err)
	}
	return raw.String()
}

// The Home tab of those who speak for an organisation shows what waits for it, with the buttons to answer, until it has.
func TestHomeShowsWhatWaits(t *testing.T) {
	d := newDesk(t)
	d.starts()
	home := func(p crm.Person) commands.Reply {
		d.person = p
		reply, err := d.feature.Home(ctx, d.request())
		d.ok(err)
		return reply
	}
	karen := d.hire(crm.Person{Team: "T0DEMO", User: "U06", Name: "Karen Friis", Org: d.Jobcentre, Role: crm.Manager, Active: true})
	said := home(karen)
	wants(t, said.Text, "Consultations waiting for Job Centre Lolland", title+". Business Hub Zealand asks. Deadline: Monday 7 December 2026 (in 14 days).", "The question: Er der pladser?")
	if raw := blocks(t, said); strings.Contains(raw, "<!channel>") || !strings.Contains(raw, "&lt;!channel&gt;") {
		t.Error(raw)
	}
	for name, nobody := range map[string]crm.Person{"a caseworker": d.lis, "who asks": d.vera} {
		if got := home(nobody).Text; got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
	d.lang = text.Danish
	wants(t, home(karen).Text, "Høringer, der venter på Jobcenter Lolland", "Svarfrist: mandag d. 7. december 2026 (om 14 dage).")
	d.now = when.MustISO("2026-12-08").At(8, 0)
	if got := home(karen).Text; got != "" {
		t.Errorf("after the deadline: %s", got)
	}
	d.now = now
	_, err := d.presses("supports", d.buttons(home(karen).Blocks)["consultation.supports"])
	d.ok(err)
	if got := home(karen).Text; got != "" {
		t.Errorf("answered: %s", got)
	}
}

func TestHomeShowsFiveAndSaysThatThereAreMore(t *testing.T) {
	d := newDesk(t)
	none := func(crm.Consultation) ([]crm.Job, error) { return nil, nil }
	for range 6 {
		p, err := d.store.AddProposal(ctx, crm.Entry{Person: d.Bo, Now: now}, crm.Proposal{Title: "Kran", Stage: crm.StageIdea, IdeaOn: when.DateOf(now), Made: "person", Card: []byte(`{}`)}, nil)
		d.ok(err)
		_, err = d.store.StartConsultation(ctx, crm.Entry{Person: d.Bo, Now: now}, crm.Consultation{ProposalID: p.ID, Deadline: when.MustISO("2026-12-07"), Heard: []crm.Heard{{Org: d.Jobcentre}}}, none)
		d.ok(err)
	}
	d.person = d.Anna
	d.person.Role = crm.Secretariat
	reply, err := d.feature.Home(ctx, d.request())
	d.ok(err)
	if n := strings.Count(reply.Text, "Deadline: "); n != 5 || !strings.Contains(reply.Text, "More are waiting: write /consultation.") {
		t.Errorf("%d:\n%s", n, reply.Text)
	}
}
