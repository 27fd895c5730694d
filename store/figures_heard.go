package store

import (
	"context"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// heard counts the positions that were asked for and those given in time, in consultations that the viewer may see. One
// whose consultation was ended before its deadline is counted only if it was given: nobody kept it waiting.
func (f figures) heard(ctx context.Context, c conn, out *crm.Figures) error {
	if !f.aboutProposals() {
		return nil
	}
	last := f.Today.AddDays(-1)
	if f.period.To.Before(last) {
		last = f.period.To
	}
	places, more := f.marked()
	orgs, ids := f.ofOrgs(`h.org_id`)
	args := append(append([]any{f.period.From, last, f.Viewer.ID, f.Viewer.ID}, ids...), more...)
	n := out.Proposals
	return c.each(ctx, func(r scanner) error {
		var org int64
		var deadline when.Date
		var ended, answered time.Time
		if err := r.Scan(&org, &deadline, moment{&ended}, moment{&answered}); err != nil {
			return err
		}
		over := deadline.AddDays(1).At(0, 0)
		switch given := !answered.IsZero() && answered.Before(over); {
		case given:
			n.Asked, n.InTime = n.Asked.Add(f.one(org)), n.InTime.Add(f.one(org))
		case ended.IsZero() || !ended.Before(over):
			n.Asked = n.Asked.Add(f.one(org))
		}
		return nil
	}, `
		SELECT h.org_id, k.deadline, k.ended_at, a.at
		FROM consultation k JOIN proposal pr ON pr.id = k.proposal_id JOIN consultation_org h ON h.consultation_id = k.id
			LEFT JOIN consultation_answer a ON a.consultation_id = h.consultation_id AND a.org_id = h.org_id AND a.version = 1
		WHERE k.state <> 'cancelled' AND pr.deleted_at IS NULL AND k.deadline >= ? AND k.deadline <= ?
			AND (k.org_id = ? OR EXISTS (SELECT 1 FROM consultation_org me WHERE me.consultation_id = k.id AND me.org_id = ?))`+orgs+places, args...)
}
