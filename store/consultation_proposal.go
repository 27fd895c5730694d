package store

import (
	"context"

	"samspil/internal/crm"
)

// ConsultedProposal gives what a consultation shows of the proposal: who registered it, title, applicant, stage, amounts,
// period, and the card with what people corrected. NotFound when there is none, or it was deleted.
func (s *Store) ConsultedProposal(ctx context.Context, id int64) (crm.Proposal, error) {
	p, err := s.single().consultedProposal(ctx, id)
	return p, s.dialect.translate(err)
}

func (c conn) consultedProposal(ctx context.Context, id int64) (crm.Proposal, error) {
	p, err := one(ctx, c, consultedFields, `
		SELECT k.id, `+orgColumns+`, k.title, k.applicant, k.stage, k.shared_at, k.applied, k.total, k.from_day, k.to_day, k.construction,
			CAST(k.card AS TEXT), k.version
		FROM proposal k JOIN org o ON o.id = k.org_id WHERE k.id = ? AND k.deleted_at IS NULL`, id)
	if err != nil {
		return p, absent(err, errNoConsulted, id)
	}
	p.Fields, err = c.correctedFields(ctx, id)
	return p, err
}

func consultedFields(p *crm.Proposal) []any {
	return append(append([]any{&p.ID}, orgFields(&p.Org)...),
		&p.Title, &p.Applicant, &p.Stage, moment{&p.SharedAt}, &p.Applied, &p.Total, &p.From, &p.To, &p.Construction, storedJSON{&p.Card}, &p.Version)
}

// moveProposal brings the proposal to that stage and writes it into its history. Others can see it from then on.
func (c conn) moveProposal(ctx context.Context, e crm.Entry, id int64, stage crm.Stage) error {
	var version int
	err := c.row(ctx, []any{&version}, `
		UPDATE proposal SET stage = ?, shared_at = COALESCE(shared_at, ?), updated_at = ?, version = version + 1
		WHERE id = ? RETURNING version`, stage, millis(e.Now), millis(e.Now), id)
	if err != nil {
		return err
	}
	_, err = c.exec(ctx, `
		INSERT INTO proposal_history (proposal_id, version, at, person_id, what, details) VALUES (?, ?, ?, ?, 'stage', ?)`,
		id, version, millis(e.Now), e.Person.ID, `{"stage":"`+string(stage)+`"}`)
	return err
}

// leaveConsultation brings the proposal to the stage that follows its consultation, where nothing else has moved it
// meanwhile: what was decided stays decided.
func (c conn) leaveConsultation(ctx context.Context, e crm.Entry, id int64, stage crm.Stage) error {
	var now crm.Stage
	if err := c.row(ctx, []any{&now}, `SELECT stage FROM proposal WHERE id = ?`+c.d.forRow, id); err != nil {
		return err
	}
	if now != crm.StageConsultation {
		return nil
	}
	return c.moveProposal(ctx, e, id, stage)
}

// HearingChannels gives the organisations that have a channel in which they are heard, by name.
func (s *Store) HearingChannels(ctx context.Context) ([]crm.Heard, error) {
	all, err := list(ctx, s.single(), func(h *crm.Heard) []any { return append(orgFields(&h.Org), &h.Team, &h.Channel, &h.Lang) }, `
		SELECT `+orgColumns+`, oc.team_id, oc.channel_id, oc.lang FROM org_channel oc JOIN org o ON o.id = oc.org_id ORDER BY o.name_da, o.id`)
	return all, s.dialect.translate(err)
}
