package store

import (
	"context"

	"samspil/internal/crm"
)

// AddProposalComment stores what the person of the entry says of a proposal; NotFound when there is no such one. A
// delivery that has done so already adds no second.
func (s *Store) AddProposalComment(ctx context.Context, e crm.Entry, id int64, words string) (added crm.ProposalComment, err error) {
	err = s.update(ctx, func(c conn) error {
		if e.Delivery != "" {
			if _, err := c.claim(ctx, e); err != nil {
				return err
			}
			before, err := list(ctx, c, proposalCommentFields, proposalCommentSelect+` WHERE k.delivery = ?`, e.Delivery)
			if err != nil || len(before) > 0 {
				if len(before) > 0 {
					added = before[0]
				}
				return err
			}
		}
		if _, err := c.proposal(ctx, id, ""); err != nil {
			return err
		}
		at, err := c.insertProposalComment(ctx, e, id, words)
		if err != nil {
			return err
		}
		if err := c.audit(ctx, e, "proposal.commented", id, "", nil); err != nil {
			return err
		}
		if err := c.enqueue(ctx, e.Jobs); err != nil {
			return err
		}
		added, err = one(ctx, c, proposalCommentFields, proposalCommentSelect+` WHERE k.id = ?`, at)
		return err
	})
	return added, err
}

func (c conn) insertProposalComment(ctx context.Context, e crm.Entry, id int64, words string) (comment int64, err error) {
	return comment, c.row(ctx, []any{&comment}, `
		INSERT INTO proposal_comment (proposal_id, org_id, person_id, at, text, delivery) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
		id, e.Person.Org.ID, e.Person.ID, millis(e.Now), words, e.Delivery)
}

const proposalCommentSelect = `
	SELECT k.id, k.proposal_id, k.at, k.text, p.id, p.team_id, p.user_id, p.name, p.title, ` + orgColumns + `
	FROM proposal_comment k JOIN person p ON p.id = k.person_id JOIN org o ON o.id = k.org_id`

func proposalCommentFields(k *crm.ProposalComment) []any {
	return append([]any{&k.ID, &k.ProposalID, moment{&k.At}, &k.Text, &k.Person.ID, &k.Person.Team, &k.Person.User, &k.Person.Name,
		&k.Person.Title}, orgFields(&k.Org)...)
}

// ProposalComments gives what was said of a proposal outside consultations, the oldest first.
func (s *Store) ProposalComments(ctx context.Context, id int64) ([]crm.ProposalComment, error) {
	all, err := list(ctx, s.single(), proposalCommentFields, proposalCommentSelect+` WHERE k.proposal_id = ? ORDER BY k.at, k.id`, id)
	return all, s.dialect.translate(err)
}

// mostCompared is how many proposals are compared with one: the newest that share anything with it.
const mostCompared = 500

// SimilarProposals gives the proposals the viewer may see that look like p (crm.Similar), at most limit.
func (s *Store) SimilarProposals(ctx context.Context, p crm.Proposal, viewer crm.Org, limit int) (found []crm.SimilarProposal, err error) {
	err = s.view(ctx, func(c conn) error {
		args := append(visibleTo(viewer), p.ID, p.ApplicantKey, p.Construction)
		query := proposalSelect + ` WHERE pr.deleted_at IS NULL AND ` + visible + ` AND pr.id <> ? AND (
			pr.applicant_key <> '' AND pr.applicant_key = ? OR pr.construction <> '' AND lower(pr.construction) = lower(?)`
		for kind, codes := range marksOf(&p.Marks) {
			for _, code := range *codes {
				query += ` OR EXISTS (SELECT 1 FROM proposal_mark m WHERE m.proposal_id = pr.id AND m.kind = '` + kind + `' AND m.code = ?)`
				args = append(args, code)
			}
		}
		all, err := upTo(ctx, c, mostCompared, proposalFields, query+`) ORDER BY pr.id DESC LIMIT ?`, append(args, mostCompared)...)
		if err != nil {
			return err
		}
		if err := c.addMarks(ctx, all); err != nil {
			return err
		}
		found = crm.Similar(p, all, limit)
		return nil
	})
	return found, err
}
