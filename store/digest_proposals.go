package store

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

const newProposalSelect = `
	SELECT q.id, q.title, q.stage, q.decision, q.shared_at, q.deleted_at, q.deadline, ` + orgColumns + `
	FROM proposal q JOIN org o ON o.id = q.org_id`

func sharedFields(p *crm.Proposal) []any {
	return append([]any{&p.ID, &p.Title, &p.Stage, &p.Decision, moment{&p.SharedAt}, moment{&p.DeletedAt}, &p.Deadline}, orgFields(&p.Org)...)
}

// FreshProposals gives at most limit proposals that others could see for the first time in that time, with their title,
// organisation, stage and deadline only; heard are the organisations that were ever heard about each.
func (s *Store) FreshProposals(ctx context.Context, from, to time.Time, limit int) (found []crm.Proposal, heard map[int64][]int64, err error) {
	heard = map[int64][]int64{}
	err = s.view(ctx, func(c conn) error {
		if found, err = list(ctx, c, sharedFields, freshProject, millis(from), millis(to), limit); err != nil || len(found) == 0 {
			return err
		}
		ids := make([]int64, len(found))
		for i, p := range found {
			ids[i] = p.ID
		}
		in, args := among(ids)
		var proposal, org int64
		return c.each(ctx, func(r scanner) error {
			err := r.Scan(&proposal, &org)
			heard[proposal] = append(heard[proposal], org)
			return err
		}, `SELECT n.proposal_id, h.org_id FROM consultation n JOIN consultation_org h ON h.consultation_id = n.id WHERE n.proposal_id IN `+in, args...)
	})
	return found, heard, err
}

const openConsultations = `
	SELECT n.id, n.proposal_id, n.deadline, n.opened_at, n.org_id, q.id, q.title, q.shared_at, q.deleted_at, ` + orgColumns + `
	FROM consultation n JOIN proposal q ON q.id = n.proposal_id JOIN org o ON o.id = q.org_id
	WHERE n.state = 'open' AND n.deadline >= ? AND q.deleted_at IS NULL ORDER BY n.deadline, n.id LIMIT ?`

func openFields(o *crm.OpenConsultation) []any {
	return append([]any{&o.ID, &o.ProposalID, &o.Deadline, moment{&o.OpenedAt}, &o.Org.ID, &o.Proposal.ID, &o.Proposal.Title,
		moment{&o.Proposal.SharedAt}, moment{&o.Proposal.DeletedAt}}, orgFields(&o.Proposal.Org)...)
}

// OpenConsultations gives at most limit consultations that are open on that day, by deadline, each with its proposal's
// title and organisation, and with the organisations heard and their positions.
func (s *Store) OpenConsultations(ctx context.Context, day when.Date, limit int) (found []crm.OpenConsultation, err error) {
	err = s.view(ctx, func(c conn) error {
		if found, err = list(ctx, c, openFields, openConsultations, day, limit); err != nil || len(found) == 0 {
			return err
		}
		at := map[int64]*crm.OpenConsultation{}
		ids := make([]int64, len(found))
		for i := range found {
			ids[i], at[found[i].ID] = found[i].ID, &found[i]
		}
		in, args := among(ids)
		return c.each(ctx, func(r scanner) error {
			var id int64
			var h crm.Heard
			err := r.Scan(append([]any{&id, &h.Position}, orgFields(&h.Org)...)...)
			if err == nil {
				at[id].Heard = append(at[id].Heard, h)
			}
			return err
		}, `SELECT h.consultation_id, h.position, `+orgColumns+`
			FROM consultation_org h JOIN org o ON o.id = h.org_id WHERE h.consultation_id IN `+in+` ORDER BY h.consultation_id, o.name_da`, args...)
	})
	return found, err
}
