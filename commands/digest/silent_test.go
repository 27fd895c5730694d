package digest_test

import (
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// VHS neither asks nor is heard; its channel is told that there is a consultation, not who is silent.
func TestWhoIsSilentIsForThoseHeard(t *testing.T) {
	st, url := storetest.SQLite(t)
	w := storetest.Fill(t, st)
	vhs, err := st.OrgByCode(ctx, "VHS")
	if err != nil {
		t.Fatal(err)
	}
	_, err = st.SavePerson(ctx, crm.Person{Team: "T0DEMO", User: "UV", Name: "Vic Hus", Org: vhs, Role: crm.Secretariat, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	id := storetest.Propose(t, url, w.Bo, "Femern", `{"da":{}}`)
	_, err = st.StartConsultation(ctx, storetest.Entry(w.Bo), crm.Consultation{ProposalID: id, Deadline: crm.ConsultationDeadline(today()), Heard: []crm.Heard{{Org: w.Jobcentre}, {Org: w.Partner}}},
		func(crm.Consultation) ([]crm.Job, error) { return nil, nil })
	if err != nil {
		t.Fatal(err)
	}
	d := deskOf(t, st, url, "vic")
	d.now = storetest.Noon.AddDate(0, 0, 1)
	said := d.says("vic", "now")
	if button(said, "consultation.position") != "" {
		t.Error("a button that does not work for them")
	}
	if strings.Contains(said.Text, "Femern Byg") {
		t.Errorf("digest to %s:\n%s", vhs.NameDA, said.Text)
	}
}

func today() when.Date { return when.DateOf(storetest.Noon) }
