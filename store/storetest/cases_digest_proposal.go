package storetest

import (
	"fmt"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var digestProposalCases = map[string]func(w world){
	"FreshProposals": func(w world) {
		w.toldProposal(1, w.Hub.ID, "Kranførere til Femern", Noon)
		w.toldProposal(2, w.Hub.ID, "Ikke delt", time.Time{})
		w.consultation(1, 1, w.Hub.ID, "2026-12-01", w.Jobcentre.ID, w.Partner.ID)
		got, heard, err := w.s.FreshProposals(w.ctx, Noon, Noon.Add(time.Hour), 10)
		w.ok(err)
		w.same(len(got), 1)
		w.same([]any{got[0].ID, got[0].Title, got[0].Org.Code, got[0].Org.Public, got[0].Stage, got[0].SharedAt}, []any{int64(1), "Kranførere til Femern", "EHB-SJ", true, crm.StageConsultation, Noon})
		w.same(len(heard[1]), 2)
		got, _, err = w.s.FreshProposals(w.ctx, Noon.Add(-time.Hour), Noon, 10)
		w.ok(err)
		w.same(len(got), 0)
	},
	"OpenConsultations": func(w world) {
		w.toldProposal(1, w.Hub.ID, "Kranførere til Femern", Noon)
		w.consultation(1, 1, w.Hub.ID, "2026-12-01", w.Jobcentre.ID, w.Partner.ID)
		w.consultation(2, 1, w.Hub.ID, "2026-11-01", w.Jobcentre.ID)
		got, err := w.s.OpenConsultations(w.ctx, when.MustISO("2026-11-23"), 10)
		w.ok(err)
		w.same(len(got), 1)
		c := got[0]
		w.same([]any{c.ID, c.Org.ID, c.Deadline, c.OpenedAt, c.Proposal.Title, c.Proposal.Org.Code, c.Proposal.SharedAt, len(c.Waiting())},
			[]any{int64(1), w.Hub.ID, when.MustISO("2026-12-01"), Noon, "Kranførere til Femern", "EHB-SJ", Noon, 2})
	},
}

// exec writes rows that no method of the store writes for a digest.
func (w world) exec(statement string) {
	w.Helper()
	w.ok(Exec(w.T, w.url, statement))
}

func (w world) toldProposal(id, org int64, title string, shared time.Time) {
	w.Helper()
	at := "NULL"
	if !shared.IsZero() {
		at = fmt.Sprint(shared.UnixMilli())
	}
	w.exec(fmt.Sprintf(`INSERT INTO proposal (id, org_id, person_id, title, applicant, applicant_key, stage, decision, idea_on, shared_at,
		applied, total, construction, made, card, delivery, created_at, updated_at, version)
		VALUES (%d, %d, %d, '%s', '', '', 'consultation', '', '2026-11-01', %s, -1, -1, '', 'person', '{}', '', 0, 0, 1)`, id, org, w.Bo.ID, title, at))
}

func (w world) consultation(id, proposal, org int64, deadline string, heard ...int64) {
	w.Helper()
	w.exec(fmt.Sprintf(`INSERT INTO consultation (id, proposal_id, org_id, person_id, question, opened_at, deadline, state, team_id, channel_id, delivery, version)
		VALUES (%d, %d, %d, %d, '', %d, '%s', 'open', 'T0DEMO', 'C1', '', 1)`, id, proposal, org, w.Bo.ID, Noon.UnixMilli(), deadline))
	for _, h := range heard {
		w.exec(fmt.Sprintf(`INSERT INTO consultation_org (consultation_id, org_id, team_id, channel_id, position, words, version, reminded)
			VALUES (%d, %d, 'T0DEMO', 'C1', '', '', 0, 0)`, id, h))
	}
}
