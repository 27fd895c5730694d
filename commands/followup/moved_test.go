package followup_test

import (
	"context"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/followup"
	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// Anna promised something for the job centre and moved to the private partner.
func TestReminderDoesNotFollowAMover(t *testing.T) {
	ctx := context.Background()
	st, url := storetest.SQLite(t)
	w := storetest.Fill(t, st)
	k := w.Plain("2026-11-20")
	k.Status = crm.Done
	_, err := st.LogContact(ctx, storetest.Entry(w.Anna), k, []crm.FollowUp{{CompanyID: w.Crane.ID, OrgID: w.Jobcentre.ID, OwnerID: w.Anna.ID, Due: when.MustISO("2026-11-25"), Text: "ring om de 12 varslede fyringer", State: crm.FollowUpOpen}})
	if err != nil {
		t.Fatal(err)
	}
	plan := w.Plain("2026-11-24")
	plan.Status = crm.Planned
	if _, err := st.LogContact(ctx, storetest.Entry(w.Anna), plan, nil); err != nil {
		t.Fatal(err)
	}
	anna := w.Anna
	anna.Org = w.Partner
	if anna, err = st.SavePerson(ctx, anna); err != nil {
		t.Fatal(err)
	}
	if home, err := st.FollowUpsOfPerson(ctx, anna.ID, 10); err != nil || len(home) > 0 {
		t.Error(home, err)
	}
	if n, err := followup.Remind(ctx, st, time.Date(2026, 11, 25, 9, 30, 0, 0, when.Copenhagen)); n > 0 || err != nil {
		t.Error(n, err)
	}
	for _, m := range storetest.Stored[commands.Message](t, url, commands.MessageJob) {
		t.Errorf("to %s of %s: %s", m.User, anna.Org.NameDA, m.Text)
	}
}
