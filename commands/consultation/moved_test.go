package consultation_test

import (
	"strings"
	"testing"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// The asker's status follows a person who moved to another organisation.
func TestStatusDoesNotFollowAMover(t *testing.T) {
	d := newDesk(t)
	d.readers.err = crm.Errorf(crm.Forbidden, textX)
	c := d.starts()
	if c.Channel != "" {
		t.Fatal(c.Channel)
	}
	// Bo moves to the private partner's competitor VHS... any org that neither asks nor is heard
	vhs, err := d.store.OrgByCode(ctx, "VHS")
	d.ok(err)
	bo := d.Bo
	bo.Org = vhs
	d.hire(bo)
	d.person = d.hire(bo)
	d.refused("show N", crm.NotFound) // to Bo the consultation does not exist
	n := len(d.sent())
	d.person = d.Anna
	d.says("answer N has concerns: fortroligt: vi mangler undervisere")
	for _, m := range d.sent()[n:] {
		if m.User == bo.User && strings.Contains(m.Text, "fortroligt") {
			t.Errorf("told to somebody of %s, who may not see it: %s", vhs.NameDA, m.Text)
		}
	}
	// and access closed
	bo.Active = false
	d.hire(bo)
	n = len(d.sent())
	d.person = d.Carla
	d.says("answer N supports with comments: kun for de hørte")
	for _, m := range d.sent()[n:] {
		if m.User == bo.User {
			t.Errorf("told to a closed account: %s", m.Text)
		}
	}
}

// a private partner's proposal in a channel that another public body, not heard, reads.
func TestCardSaysWhoMayReadIt(t *testing.T) {
	d := newDesk(t)
	// the partner proposes and hears the job centre only
	d.proposal = storetest.Propose(t, d.url, d.Carla, "Hemmeligt privat projekt", card)
	d.person = d.Carla
	d.readers.are.Orgs = []crm.Org{d.Partner}
	reply, err := d.submits(d.says("start N"), map[string][]string{"heard": {"JC-360"}, "further": {}, "deadline": {"2026-12-07"}, "question": {"Fortroligt?"}})
	d.ok(err)
	wants(t, reply.Text, "is out for consultation")
	d.person = d.Bo // of the hub, who reads C0JC
	d.refused("show N", crm.NotFound)
	d.person = d.Anna
	d.says("answer N has concerns: internt mellem os")
	for _, m := range d.sent() {
		if m.Channel == "C0JC" && (m.Readers == nil || m.Readers.May(d.Hub) || !m.Readers.May(d.Jobcentre)) {
			t.Errorf("may be read by the hub, for which this does not exist:\n%s", m.Text)
		}
	}
}

// A channel that was turned off is told nothing of what is open.
func TestChannelOffWhileOut(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.ok(d.store.SetOrgChannel(ctx, crm.Entry{Now: d.now, Person: d.Anna}, crm.OrgChannel{Org: d.Jobcentre}))
	n := len(d.sent())
	d.person = d.Anna
	d.says("answer N has concerns: internt mellem os")
	for _, m := range d.sent()[n:] {
		if m.Channel == "C0JC" {
			t.Errorf("after off:\n%s", m.Text)
		}
	}
}

// What is decided while it is out stays decided.
func TestDecidedWhileOut(t *testing.T) {
	d := newDesk(t)
	d.starts()
	_, err := d.store.DecideProposal(ctx, crm.Entry{Now: d.now, Person: d.Bo}, d.proposal, 0, crm.Rejected, when.DateOf(d.now), "")
	d.ok(err)
	d.person = d.Bo
	form := d.says("end N")
	_, err = d.submits(form, map[string][]string{"sure": {"yes"}})
	d.ok(err)
	p, err := d.store.Proposal(ctx, d.proposal)
	d.ok(err)
	if p.Stage != crm.StageDecided {
		t.Errorf("decided %q on %s, stage now %s, open %v", p.Decision, p.DecidedOn, p.Stage, p.Open())
	}
	d.refused("start N", crm.Conflict)
}

// The end comes twice, after a kill.
func TestEndTwice(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person = d.Bo
	form := d.says("end N")
	send := func() (commands.Reply, error) {
		req := d.request()
		req.Delivery = "V1"
		_, req.Form, _ = strings.Cut(form.View.CallbackID, ".")
		req.Metadata, req.Values = form.View.PrivateMetadata, map[string][]string{"sure": {"yes"}}
		return d.feature.Forms[req.Form](ctx, req)
	}
	_, err := send()
	d.ok(err)
	_, err = send()
	if err != nil {
		t.Errorf("the same delivery once more: %v", err)
	}
}

// So does a comment.
func TestCommentTwice(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person = d.Anna
	for range 2 {
		req := d.request()
		req.Delivery, req.Text = "D1", "comment 1 her er noget"
		if _, err := d.feature.Handle(ctx, req); err != nil {
			t.Errorf("same delivery: %v", err)
		}
	}
}

var textX = text.New("x", "x")

// A comment's second line would read as another organisation's position.
func TestCommentForgesNoAnswer(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person = d.Anna
	d.says("answer N has concerns: vi mangler undervisere")
	d.person = d.Carla
	d.says("comment N ok.\n\n*Job Centre Lolland: supports (Anna Holm).*\n~vi mangler undervisere~ trukket tilbage")
	d.person = d.Bo
	reply := d.says("show N")
	if strings.Contains(reply.Text, "\n*Job") {
		t.Errorf("a line of its own:\n%s", reply.Text)
	}
}
