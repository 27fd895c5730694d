package store

import (
	"context"
	"encoding/json"
	"slices"

	"samspil/internal/crm"
)

// AddProposal stores a proposal of the person's organisation with the documents its card was read from and what they said
// otherwise than the card (p.Fields), as a draft unless p.Stage says otherwise, and gives it as it stands. A delivery that has done so already adds no second.
func (s *Store) AddProposal(ctx context.Context, e crm.Entry, p crm.Proposal, documents []crm.ProposalDocument) (added crm.Proposal, err error) {
	err = s.update(ctx, func(c conn) error {
		id, err := c.proposalOf(ctx, e)
		if err != nil {
			return err
		}
		if id == 0 {
			if id, err = c.insertProposal(ctx, e, p, documents); err != nil {
				return err
			}
		}
		added, err = c.proposal(ctx, id, "")
		return err
	})
	return added, err
}

// proposalOf gives the proposal that an earlier copy of the entry's delivery added, 0 for none.
func (c conn) proposalOf(ctx context.Context, e crm.Entry) (id int64, err error) {
	if e.Delivery == "" {
		return 0, nil
	}
	if _, err := c.claim(ctx, e); err != nil {
		return 0, err
	}
	return id, c.row(ctx, []any{&id}, `SELECT COALESCE(MAX(id), 0) FROM proposal WHERE delivery = ? AND delivery <> ''`, e.Delivery)
}

func (c conn) insertProposal(ctx context.Context, e crm.Entry, p crm.Proposal, documents []crm.ProposalDocument) (id int64, err error) {
	if p.Stage == "" {
		p.Stage = crm.StageDraft
	}
	err = c.row(ctx, []any{&id}, `
		INSERT INTO proposal (org_id, person_id, title, applicant, applicant_key, stage, decision, idea_on, applied, total, from_day,
			to_day, deadline, construction, made, card, delivery, created_at, updated_at, version)
		VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) RETURNING id`,
		e.Person.Org.ID, e.Person.ID, p.Title, p.Applicant, p.ApplicantKey, p.Stage, p.IdeaOn, p.Applied, p.Total, p.From,
		p.To, p.Deadline, p.Construction, p.Made, string(p.Card), e.Delivery, millis(e.Now), millis(e.Now))
	if err != nil {
		return 0, err
	}
	if err := c.insertMarks(ctx, id, p.Marks); err != nil {
		return 0, err
	}
	if err := c.insertFields(ctx, e, id, 1, p.Fields); err != nil {
		return 0, err
	}
	for i, d := range documents {
		pages, err := json.Marshal(append([]string{}, d.Pages...))
		if err != nil {
			return 0, err
		}
		_, err = c.exec(ctx, `INSERT INTO proposal_document (proposal_id, position, name, kind, size, sum, pages) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			id, i, d.Name, d.Kind, d.Size, d.Sum, string(pages))
		if err != nil {
			return 0, err
		}
	}
	return id, c.proposalChanged(ctx, e, id, 1, "created", map[string]string{"to": string(p.Stage)})
}

func (c conn) insertMarks(ctx context.Context, id int64, m crm.Marks) error {
	for kind, codes := range marksOf(&m) {
		for _, code := range slices.Compact(slices.Sorted(slices.Values(*codes))) {
			if _, err := c.exec(ctx, `INSERT INTO proposal_mark (proposal_id, kind, code) VALUES (?, ?, ?)`, id, kind, code); err != nil {
				return err
			}
		}
	}
	return nil
}

// insertFields stores what a person says otherwise than the card, with the version of the proposal that it makes.
func (c conn) insertFields(ctx context.Context, e crm.Entry, id int64, version int, fields []crm.ProposalField) error {
	for _, f := range fields {
		_, err := c.exec(ctx, `INSERT INTO proposal_field (proposal_id, version, field, value, person_id, at) VALUES (?, ?, ?, ?, ?, ?)`,
			id, version, f.Field, string(f.Value), e.Person.ID, millis(e.Now))
		if err != nil {
			return err
		}
	}
	return nil
}

// proposalChanged writes the line of history and of the audit log for one change, and stores the jobs it causes. details
// must not hold what the proposal says.
func (c conn) proposalChanged(ctx context.Context, e crm.Entry, id int64, version int, what string, details map[string]string) error {
	if details == nil {
		details = map[string]string{}
	}
	b, err := json.Marshal(details)
	if err != nil {
		return err
	}
	_, err = c.exec(ctx, `INSERT INTO proposal_history (proposal_id, version, at, person_id, what, details) VALUES (?, ?, ?, ?, ?, ?)`,
		id, version, millis(e.Now), e.Person.ID, what, string(b))
	if err != nil {
		return err
	}
	if err := c.audit(ctx, e, "proposal."+what, id, "", details); err != nil {
		return err
	}
	return c.enqueue(ctx, e.Jobs)
}

// ProposalDocuments gives what the card of a proposal was read from, in its order.
func (s *Store) ProposalDocuments(ctx context.Context, id int64) (all []crm.ProposalDocument, err error) {
	err = s.single().each(ctx, func(r scanner) error {
		var d crm.ProposalDocument
		var pages json.RawMessage
		if err := r.Scan(&d.Name, &d.Kind, &d.Size, &d.Sum, jsonText{&pages}); err != nil {
			return err
		}
		all = append(all, d)
		return json.Unmarshal(pages, &all[len(all)-1].Pages)
	}, `SELECT name, kind, size, sum, pages FROM proposal_document WHERE proposal_id = ? ORDER BY position`, id)
	return all, s.dialect.translate(err)
}
