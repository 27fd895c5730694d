package consultation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/store/storetest"
)

// Who is typed and not chosen is found by name or code; what is none is said, and nothing is sent.
func TestFurtherIsTyped(t *testing.T) {
	d := newDesk(t)
	form := d.says("start N")
	reply, err := d.submits(form, map[string][]string{"heard": {"JC-360"}, "further": {"Femern Byg, Ukendt Råd"}, "deadline": {"2026-12-07"}})
	d.ok(err)
	wants(t, reply.Errors["further"], "I know no organisation called Ukendt Råd.", "nothing was sent")
	reply, err = d.submits(form, map[string][]string{"heard": {"JC-360"}, "further": {d.Bo.Org.Code}, "deadline": {"2026-12-07"}})
	d.ok(err)
	wants(t, reply.Errors["further"], "is your own organisation")
	d.refused("show N", crm.NotFound)
	reply, err = d.submits(form, map[string][]string{"heard": {""}, "further": {"femern byg, jc-360"}, "deadline": {"2026-12-07"}})
	d.ok(err)
	wants(t, reply.Text, "Job Centre Lolland", "Femern Byg")
}

// What the card suggests and nobody can choose is named, so that it is not missed.
func TestSuggestedButAbsent(t *testing.T) {
	d := newDesk(t)
	d.proposal = storetest.Propose(t, d.url, d.Bo, title, `{"da":{},"hear":["EHB-SJ","JC-360","agency","schools"]}`)
	raw, err := json.Marshal(d.says("start N").View)
	d.ok(err)
	wants(t, string(raw), "Job Centre Lolland", "The card also suggests these, which cannot be chosen here: Danish Agency for Labour Market and Recruitment and vocational schools and AMU providers of the area.")
}

// Who may not change a consultation, or comes too late, gets the reason and no form.
func TestNoFormBehindARefusal(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person = d.Anna
	for _, line := range []string{"move N", "cancel N"} {
		reply, err := d.types(line)
		if !crm.IsKind(err, crm.Forbidden) || reply.View != nil || len(reply.Blocks) > 0 || reply.Text != "" {
			t.Errorf("%s: %v %+v", line, err, reply)
		}
	}
}

// Who has no channel is not said to see a change there.
func TestNobodyIsTold(t *testing.T) {
	d := newDesk(t)
	_, err := d.submits(d.says("start N"), map[string][]string{"further": {"PP-1"}, "deadline": {"2026-12-07"}})
	d.ok(err)
	reply, err := d.submits(d.says("move N"), map[string][]string{"deadline": {"2026-12-08"}})
	d.ok(err)
	wants(t, reply.Text, "None of those heard has a channel here, so please tell them yourself: Femern Byg.")
}

// Who answers after a colleague is told what it takes the place of.
func TestReplacedAnswerIsSaid(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person = d.Anna
	d.says("answer N has concerns: for få pladser")
	if said := d.says("answer N supports").Text; strings.Contains(said, "takes the place") {
		t.Error("one's own answer: " + said)
	}
	d.says("answer N has concerns: for få pladser")
	d.person = d.lis
	wants(t, d.says("answer N supports").Text, "It takes the place of the answer that Anna Holm gave for you: has concerns", "for få pladser")
}
