package store

import (
	"context"
	"strconv"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// CorrectProposal stores fields of the card as a person corrected them, with the values and marks of p that follow from
// them; the card itself stays as it was read. p.Version is the version the person saw: another one is a Conflict that says
// who changed it. Gives it as it stands.
func (s *Store) CorrectProposal(ctx context.Context, e crm.Entry, p crm.Proposal, fields []crm.ProposalField) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, p.ID, p.Version, "corrected", func(c conn, now crm.Proposal, version int) (map[string]string, error) {
		_, err := c.exec(ctx, `
			UPDATE proposal SET title = ?, applicant = ?, applicant_key = ?, idea_on = ?, applied = ?, total = ?, from_day = ?, to_day = ?,
				deadline = ?, construction = ? WHERE id = ?`,
			p.Title, p.Applicant, p.ApplicantKey, p.IdeaOn, p.Applied, p.Total, p.From, p.To, p.Deadline, p.Construction, p.ID)
		if err != nil {
			return nil, err
		}
		if _, err := c.exec(ctx, `DELETE FROM proposal_mark WHERE proposal_id = ?`, p.ID); err != nil {
			return nil, err
		}
		if err := c.insertMarks(ctx, p.ID, p.Marks); err != nil {
			return nil, err
		}
		var names []string
		for _, f := range fields {
			names = append(names, f.Field)
		}
		if err := c.insertFields(ctx, e, p.ID, version, fields); err != nil {
			return nil, err
		}
		return map[string]string{"fields": strings.Join(names, ",")}, nil
	})
}

// SetProposalStage moves a proposal to a stage. Version as in CorrectProposal; 0 takes it as it stands.
func (s *Store) SetProposalStage(ctx context.Context, e crm.Entry, id int64, version int, stage crm.Stage) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, id, version, "stage", func(c conn, now crm.Proposal, _ int) (map[string]string, error) {
		_, err := c.exec(ctx, `UPDATE proposal SET stage = ? WHERE id = ?`, stage, id)
		return map[string]string{"from": string(now.Stage), "to": string(stage)}, err
	})
}

// DecideProposal stores what was decided and on which day, and words, if any, as a comment. Another decision takes the place
// of one that was stored before, which stays in the history, and a project that runs or is closed goes on so where that fits; the same one again is a Conflict that says so. Version as in
// SetProposalStage.
func (s *Store) DecideProposal(ctx context.Context, e crm.Entry, id int64, version int, d crm.Decision, on when.Date, words string) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, id, version, "decided", func(c conn, now crm.Proposal, _ int) (map[string]string, error) {
		if now.Decision == d {
			return nil, crm.Errorf(crm.Conflict, errProposalDecided, id)
		}
		stage := crm.StageDecided
		if now.Stage == crm.StageClosed || now.Stage == crm.StageRunning && now.Decision.IsApproval() && d.IsApproval() {
			stage = now.Stage // what was corrected is the decision alone
		}
		_, err := c.exec(ctx, `UPDATE proposal SET stage = ?, decision = ?, decided_on = ? WHERE id = ?`, stage, d, on, id)
		if err == nil && words != "" {
			_, err = c.insertProposalComment(ctx, e, id, words)
		}
		details := map[string]string{"decision": string(d), "from": string(now.Stage)}
		if now.Decision != "" {
			details["was"], details["was_on"] = string(now.Decision), now.DecidedOn.String()
		}
		return details, err
	})
}

// ShareProposal registers a draft or an idea: others can see it from now on, and the organisations told are noted as
// told. e.Jobs are the messages that tell them. One that is shared already is a Conflict that says so.
func (s *Store) ShareProposal(ctx context.Context, e crm.Entry, id int64, version int, told []int64) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, id, version, "shared", func(c conn, now crm.Proposal, _ int) (map[string]string, error) {
		if !now.SharedAt.IsZero() {
			return nil, crm.Errorf(crm.Conflict, errProposalShared, id)
		}
		stage := now.Stage
		if stage == crm.StageDraft || stage == crm.StageIdea {
			stage = crm.StageEarlyNotice
		}
		if _, err := c.exec(ctx, `UPDATE proposal SET stage = ?, shared_at = ? WHERE id = ?`, stage, millis(e.Now), id); err != nil {
			return nil, err
		}
		for _, org := range told {
			if _, err := c.exec(ctx, `INSERT INTO proposal_notice (proposal_id, org_id, at) VALUES (?, ?, ?)`, id, org, millis(e.Now)); err != nil {
				return nil, err
			}
		}
		return map[string]string{"told": strconv.Itoa(len(told))}, nil
	})
}

// changeProposal makes one change of a proposal: it holds the row, refuses another version than the one that was seen,
// and writes the history. A delivery that has changed it already changes nothing more.
func (s *Store) changeProposal(ctx context.Context, e crm.Entry, id int64, seen int, what string,
	change func(c conn, now crm.Proposal, version int) (details map[string]string, err error)) (after crm.Proposal, err error) {
	err = s.update(ctx, func(c conn) error {
		first := true
		var err error
		if e.Delivery != "" {
			if first, err = c.arrive(ctx, e); err != nil {
				return err
			}
		}
		now, err := c.anyProposal(ctx, id, c.d.forRow)
		if err != nil {
			return err
		}
		if first && now.DeletedAt.IsZero() == (what == restored) {
			return crm.Errorf(crm.NotFound, errNoProposal, id)
		}
		if first {
			if seen != 0 && seen != now.Version {
				return c.proposalConflict(ctx, now)
			}
			details, err := change(c, now, now.Version+1)
			if err != nil {
				return err
			}
			if _, err := c.exec(ctx, `UPDATE proposal SET version = version + 1, updated_at = ? WHERE id = ?`, millis(e.Now), id); err != nil {
				return err
			}
			if err := c.proposalChanged(ctx, e, id, now.Version+1, what, details); err != nil {
				return err
			}
		}
		after, err = c.anyProposal(ctx, id, "")
		return err
	})
	return after, err
}

// proposalConflict says who changed it last.
func (c conn) proposalConflict(ctx context.Context, p crm.Proposal) error {
	var name string
	err := c.row(ctx, []any{&name}, `
		SELECT p.name FROM proposal_history h JOIN person p ON p.id = h.person_id WHERE h.proposal_id = ? AND h.version = ?`, p.ID, p.Version)
	if err != nil {
		return err
	}
	return crm.Errorf(crm.Conflict, errProposalChanged, p.ID, name)
}

// ProposalNotices gives who was told of a proposal early, in the order they were told.
func (s *Store) ProposalNotices(ctx context.Context, id int64) ([]crm.ProposalNotice, error) {
	all, err := list(ctx, s.single(), func(n *crm.ProposalNotice) []any { return append(orgFields(&n.Org), moment{&n.At}) }, `
		SELECT `+orgColumns+`, n.at FROM proposal_notice n JOIN org o ON o.id = n.org_id WHERE n.proposal_id = ? ORDER BY n.at, o.code`, id)
	return all, s.dialect.translate(err)
}
