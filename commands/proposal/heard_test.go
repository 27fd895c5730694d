package proposal_test

import (
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// While a proposal is out for consultation it is neither decided nor moved on, and a comment of one that is heard says that it
// is no answer.
func TestWhileHeard(t *testing.T) {
	d := newDesk(t, "mette")
	d.says(bridge)
	d.says("register 1")
	asker, lis := d.person, d.people["lis"]
	_, err := d.store.StartConsultation(ctx, crm.Entry{RequestID: "r2", Now: now, Person: asker}, crm.Consultation{ProposalID: 1, Org: asker.Org, Person: asker,
		OpenedAt: now, Deadline: when.MustISO("2026-12-07"), Team: asker.Team, Channel: "C1", Heard: []crm.Heard{{Org: lis.Org}}},
		func(crm.Consultation) ([]crm.Job, error) { return nil, nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"decide 1 approved", "stage 1 recommendation"} {
		if said := d.refused(line, crm.Conflict); !strings.Contains(said, "/consultation end 1") {
			t.Errorf("%s: %s", line, said)
		}
	}
	const no = "It does not go into the consultation note. If it should, write /consultation comment 1"
	if got := d.says("comment 1 we know the applicant").Text; strings.Contains(got, no) {
		t.Error("who asks is not heard:\n" + got)
	}
	d.is("lis")
	wants(t, d.says("comment 1 we lack teachers").Text, "we lack teachers", no)
}
