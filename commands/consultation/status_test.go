package consultation_test

import (
	"testing"

	"samspil/internal/crm"
)

// TestStatusStandsWhereAllMayReadIt: the status shows what every body heard says, so it stands in the channel only where
// all who read it ask or are heard.
func TestStatusStandsWhereAllMayReadIt(t *testing.T) {
	for name, c := range map[string]struct {
		read  func(d *desk) (crm.Audience, error)
		where string
		says  string
	}{
		"all are heard": {func(d *desk) (crm.Audience, error) {
			return crm.Audience{Orgs: []crm.Org{d.Hub, d.Jobcentre, d.Partner}}, nil
		}, "C0ASK", ""},
		"a body that is not heard": {func(d *desk) (crm.Audience, error) {
			return crm.Audience{Orgs: []crm.Org{d.Hub, d.Jobcentre, {ID: 99, NameEN: "Region Zealand", Public: true}}}, nil
		}, "", "also read by Region Zealand"},
		"a stranger":           {func(d *desk) (crm.Audience, error) { return crm.Audience{Orgs: []crm.Org{d.Hub}, Unknown: 1}, nil }, "", "cannot see who reads"},
		"Samspil is not in it": {func(*desk) (crm.Audience, error) { return crm.Audience{}, &crm.Error{Kind: crm.Forbidden} }, "", "cannot see who reads"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.readers.are, d.readers.err = c.read(d)
			reply, err := d.submits(d.says("start N"), map[string][]string{"heard": {"JC-360"}, "further": {"PP-1"}, "deadline": {"2026-12-07"}})
			d.ok(err)
			said := reply.Text
			if c.says != "" {
				wants(t, said, c.says)
			}
			started := d.is()
			if started.Channel != c.where {
				t.Fatalf("the status stands in %q", started.Channel)
			}
			last, _ := d.living()
			for key, m := range last {
				if m.Channel == "C0ASK" && c.where == "" {
					t.Errorf("%s went to the channel", key)
				}
			}
		})
	}
}

// TestStatusWaitsForSlack: where Slack does not say who reads the channel, nothing has begun.
func TestStatusWaitsForSlack(t *testing.T) {
	d := newDesk(t)
	d.readers.err = &crm.Error{Kind: crm.Unavailable}
	form := d.says("start N")
	if _, err := d.submits(form, map[string][]string{"heard": {"JC-360"}, "deadline": {"2026-12-07"}}); !crm.IsKind(err, crm.Unavailable) {
		t.Fatal(err)
	}
	if _, err := d.store.LatestConsultation(ctx, d.proposal); !crm.IsKind(err, crm.NotFound) {
		t.Fatal("it has begun", err)
	}
}
