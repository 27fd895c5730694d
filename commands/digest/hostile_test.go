package digest_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// A digest says nothing that one of its readers may not know: not by a line, a figure, a button, or by what it counts as
// the channel's companies.
func TestNothingAboveTheTier(t *testing.T) {
	d := newDesk(t, false)
	w := storetest.Fill(t, d.store)
	carla := w.Carla // the private partner's
	carla.Active = true
	if _, err := d.store.SavePerson(ctx, carla); err != nil {
		t.Fatal(err)
	}
	d.load()
	log := func(p crm.Person, company crm.Company, day string, status crm.Status, share crm.Share) {
		k := w.Plain(day)
		k.Company, k.Org, k.Person, k.Status, k.Share = company, p.Org, p, status, share
		k.Note, k.ContactName = "SECRET note", "SECRET name"
		k.With = []crm.Participant{{Name: "SECRET guest"}}
		if _, err := d.store.LogContact(ctx, storetest.Entry(p), k, []crm.FollowUp{{Due: when.MustISO("2026-11-20"), Text: "SECRET promise"}}); err != nil {
			t.Fatal(err)
		}
	}
	log(w.Anna, w.Crane, "2026-11-20", crm.Done, crm.ShareDefault)
	log(w.Bo, w.Crane, "2026-11-19", crm.Done, crm.ShareDefault)
	log(w.Bo, w.Crane, "2026-11-26", crm.Planned, crm.ShareDefault)
	log(w.Bo, w.Bakery, "2026-11-18", crm.Done, crm.ShareMonth)
	log(carla, w.Bakery, "2026-11-17", crm.Done, crm.ShareDefault)
	log(carla, w.Bakery, "2026-11-27", crm.Planned, crm.ShareNote)
	morning := when.MustISO("2026-11-24").At(8, 0)
	for name, c := range map[string]struct {
		owner   string
		readers []string
		filter  string
		wants   []string
		lacks   []string
	}{
		"public bodies": {"bo", []string{"anna", "bo"}, "", []string{"Lolland Kran", "Anna Holm", "Bo Lund"}, []string{"Sundby", "Carla", "follow-ups are due"}},
		// The partner may see nothing of the others, and they nothing of the partner: the channel is told nothing.
		"a partner reads":   {"bo", []string{"anna", "bo", "carla"}, "", nil, []string{"Lolland Kran", "Sundby", "Anna Holm", "Bo Lund", "Carla"}},
		"by place":          {"bo", []string{"bo", "carla"}, "lolland", nil, []string{"Lolland Kran", "Anna Holm"}},
		"by company":        {"bo", []string{"bo"}, "follow 99000015", []string{"Lolland Kran"}, []string{"Carla", "27 Nov"}},
		"the partner's own": {"carla", []string{"carla"}, "", []string{"Sundby", "Carla Friis", "2 follow-ups"}, []string{"Lolland Kran", "Bo Lund", "Business Hub"}},
		// That the bakery is the partner's customer is not for the hub, though the hub's own contact is.
		"whose companies": {"carla", []string{"carla", "bo"}, "", nil, []string{"Sundby", "Bo Lund", "Carla Friis"}},
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			e := *d
			e.T, e.readers = t, c.readers
			dg := crm.Digest{Team: "T0DEMO", Channel: "C-" + name, Org: e.people[c.owner].Org, At: 480, Lang: "en", On: true, SetAt: storetest.Noon}
			switch {
			case strings.HasPrefix(c.filter, "follow"):
				dg.Filter.Companies = []string{"99000015"}
			case c.filter != "":
				dg.Filter.Municipalities = []string{"360"}
			}
			saved, err := d.store.SaveDigest(ctx, storetest.Entry(e.people[c.owner]), dg)
			if err != nil {
				t.Fatal(err)
			}
			before := len(sent(t, d.url))
			e.sweep(morning)
			all := sent(t, d.url)[before:]
			raw, _ := json.Marshal(all)
			e.lacks(string(raw), append(c.lacks, "SECRET")...)
			if len(c.wants) > 0 {
				e.wants(string(raw), c.wants...)
			} else if len(all) > 0 {
				t.Errorf("there was something to tell:\n%s", raw)
			}
			if _, err := d.store.StopDigest(ctx, saved.ID, crm.DigestTurnedOff, morning, nil); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// A proposal that is not shared, or that a partner was not heard about, is not told of in a channel the partner reads.
func TestProposalsOfAll(t *testing.T) {
	d := newDesk(t, false)
	w := storetest.Fill(t, d.store)
	exec := func(format string, args ...any) {
		if err := storetest.Exec(t, d.url, fmt.Sprintf(format, args...)); err != nil {
			t.Fatal(err)
		}
	}
	for id, shared := range map[int]any{1: storetest.Noon.UnixMilli(), 2: "NULL"} {
		exec(`INSERT INTO proposal (id, org_id, person_id, title, applicant, applicant_key, stage, decision, idea_on, shared_at, applied, total, construction, made, card, delivery, created_at, updated_at, version)
			VALUES (%d, %d, %d, 'Forslag %d <!channel>', '', '', 'consultation', '', '2026-11-01', %v, -1, -1, '', 'person', '{}', '', 0, 0, 1)`, id, w.Hub.ID, w.Bo.ID, id, shared)
		exec(`INSERT INTO consultation (id, proposal_id, org_id, person_id, question, opened_at, deadline, state, team_id, channel_id, delivery, version)
			VALUES (%d, %d, %d, %d, '', %d, '2026-12-01', 'open', 'T0DEMO', 'C1', '', 1)`, id, id, w.Hub.ID, w.Bo.ID, storetest.Noon.UnixMilli())
		exec(`INSERT INTO consultation_org (consultation_id, org_id, team_id, channel_id, position, words, version, reminded) VALUES (%d, %d, 'T0DEMO', 'C1', '', '', 0, 0)`, id, w.Jobcentre.ID)
	}
	d.load()
	d.readers = []string{"bo", "anna"}
	d.now = when.MustISO("2026-11-23").At(13, 0)
	told := d.says("bo", "now")
	d.wants(told.Text, "New proposals", "Forslag 1 <!channel>", "no answer yet from Job Centre Lolland", "deadline 1 Dec 2026 (in 8 days)")
	d.lacks(told.Text, "Forslag 2")
	raw, _ := json.Marshal(told.Blocks)
	d.lacks(string(raw), "<!channel>")
	d.readers = append(d.readers, "carla")
	d.wants(d.says("bo", "now").Text, "nothing to tell")
}
