package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"samspil/internal/crm"
)

const proposalSelect = `
	SELECT pr.id, pr.title, pr.applicant, pr.applicant_key, pr.stage, pr.decision, pr.idea_on, pr.shared_at, pr.decided_on, pr.applied,
		pr.total, pr.from_day, pr.to_day, pr.deadline, pr.construction, pr.made, pr.card, pr.created_at, pr.updated_at, pr.deleted_at,
		pr.version, p.id, p.team_id, p.user_id, p.name, p.title, p.role, p.lang, p.active, ` + orgColumns + `
	FROM proposal pr JOIN person p ON p.id = pr.person_id JOIN org o ON o.id = pr.org_id`

func proposalFields(p *crm.Proposal) []any {
	return append([]any{&p.ID, &p.Title, &p.Applicant, &p.ApplicantKey, &p.Stage, &p.Decision, &p.IdeaOn, moment{&p.SharedAt}, &p.DecidedOn,
		&p.Applied, &p.Total, &p.From, &p.To, &p.Deadline, &p.Construction, &p.Made, jsonText{&p.Card}, moment{&p.CreatedAt},
		moment{&p.UpdatedAt}, moment{&p.DeletedAt}, &p.Version, &p.Person.ID, &p.Person.Team, &p.Person.User, &p.Person.Name,
		&p.Person.Title, &p.Person.Role, &p.Person.Lang, &p.Person.Active}, orgFields(&p.Org)...)
}

// jsonText reads a column that holds JSON as text.
type jsonText struct{ raw *json.RawMessage }

// Scan implements sql.Scanner.
func (j jsonText) Scan(src any) error {
	switch v := src.(type) {
	case string:
		*j.raw = json.RawMessage(v)
	case []byte:
		*j.raw = append(json.RawMessage(nil), v...)
	default:
		return fmt.Errorf("cannot read JSON from %T", src)
	}
	return nil
}

// Proposal gives a proposal with its marks, what people corrected and who was heard on it, or NotFound. Who may see it
// is the caller's to ask (crm.Proposal.CanSee).
func (s *Store) Proposal(ctx context.Context, id int64) (p crm.Proposal, err error) {
	err = s.view(ctx, func(c conn) error {
		p, err = c.proposal(ctx, id, "")
		return err
	})
	return p, err
}

// proposal reads it in this transaction; suffix is c.d.forRow to hold the row, or "". A deleted one is NotFound.
func (c conn) proposal(ctx context.Context, id int64, suffix string) (crm.Proposal, error) {
	p, err := c.anyProposal(ctx, id, suffix)
	if err == nil && !p.DeletedAt.IsZero() {
		return crm.Proposal{}, crm.Errorf(crm.NotFound, errNoProposal, id)
	}
	return p, err
}

// anyProposal is proposal of one that may be deleted.
func (c conn) anyProposal(ctx context.Context, id int64, suffix string) (crm.Proposal, error) {
	if suffix != "" {
		var held int64
		if err := c.row(ctx, []any{&held}, `SELECT id FROM proposal WHERE id = ?`+suffix, id); err != nil {
			return crm.Proposal{}, absent(err, errNoProposal, id)
		}
	}
	p, err := one(ctx, c, proposalFields, proposalSelect+` WHERE pr.id = ?`, id)
	if err != nil {
		return p, absent(err, errNoProposal, id)
	}
	all := []crm.Proposal{p}
	if err := c.addMarks(ctx, all); err != nil {
		return p, err
	}
	all[0].Fields, err = c.correctedFields(ctx, id)
	return all[0], err
}

// correctedFields are what people corrected of a proposal's card, the oldest first.
func (c conn) correctedFields(ctx context.Context, id int64) ([]crm.ProposalField, error) {
	return list(ctx, c, proposalFieldFields, `
		SELECT f.field, f.value, f.person_id, p.name, f.at FROM proposal_field f JOIN person p ON p.id = f.person_id
		WHERE f.proposal_id = ? ORDER BY f.version, f.field`, id)
}

func proposalFieldFields(f *crm.ProposalField) []any {
	return []any{&f.Field, jsonText{&f.Value}, &f.PersonID, &f.Person, moment{&f.At}}
}

// addMarks fills in the marks of proposals, and who was heard on them.
func (c conn) addMarks(ctx context.Context, all []crm.Proposal) error {
	if len(all) == 0 {
		return nil
	}
	at, ids := map[int64]*crm.Proposal{}, make([]int64, len(all))
	for i := range all {
		at[all[i].ID], ids[i] = &all[i], all[i].ID
	}
	in, args := among(ids)
	var id, org int64
	var kind, code string
	err := c.each(ctx, func(r scanner) error {
		if err := r.Scan(&id, &kind, &code); err != nil {
			return err
		}
		if into := marksOf(&at[id].Marks)[kind]; into != nil {
			*into = append(*into, code)
		}
		return nil
	}, `SELECT proposal_id, kind, code FROM proposal_mark WHERE proposal_id IN `+in+` ORDER BY proposal_id, kind, code`, args...)
	if err != nil {
		return err
	}
	return c.each(ctx, func(r scanner) error {
		if err := r.Scan(&id, &org); err != nil {
			return err
		}
		at[id].Heard = append(at[id].Heard, org)
		return nil
	}, `SELECT DISTINCT co.proposal_id, h.org_id FROM consultation co JOIN consultation_org h ON h.consultation_id = co.id
		WHERE co.proposal_id IN `+in+` ORDER BY co.proposal_id, h.org_id`, args...)
}

// marksOf is where the marks of each kind are.
func marksOf(m *crm.Marks) map[string]*[]string {
	return map[string]*[]string{"region": &m.Regions, "municipality": &m.Municipalities, "trade": &m.Trades, "partner": &m.Partners, "word": &m.Words}
}

// visible narrows to what an organisation may see; it is crm.Proposal.CanSee as SQL.
const visible = `(pr.org_id = ? OR pr.shared_at IS NOT NULL AND (o.public = 1 AND 1 = ? OR EXISTS (
	SELECT 1 FROM consultation co JOIN consultation_org h ON h.consultation_id = co.id WHERE co.proposal_id = pr.id AND h.org_id = ?)))`

func visibleTo(viewer crm.Org) []any { return []any{viewer.ID, viewer.Public, viewer.ID} }

// Proposals gives what the filter finds, the newest first, with marks and without corrections.
func (s *Store) Proposals(ctx context.Context, f crm.ProposalFilter) (found []crm.Proposal, err error) {
	where, args := []string{`pr.deleted_at IS NULL`, visible}, visibleTo(f.Viewer)
	add := func(on bool, condition string, values ...any) {
		if on {
			where, args = append(where, condition), append(args, values...)
		}
	}
	const mark = `EXISTS (SELECT 1 FROM proposal_mark m WHERE m.proposal_id = pr.id AND m.kind = ? AND m.code = ?)`
	add(f.OrgID != 0, `pr.org_id = ?`, f.OrgID)
	add(f.Stage != "", `pr.stage = ?`, f.Stage)
	add(f.OpenOnly, `pr.stage NOT IN ('decided', 'running', 'closed') AND pr.decision = ''`)
	if len(f.Decisions) > 0 {
		in, values := among(f.Decisions)
		add(true, `pr.decision IN `+in, values...)
	}
	add(f.Region != "", mark, "region", f.Region)
	add(f.Municipality != "", mark, "municipality", f.Municipality)
	for _, word := range f.Words {
		part := "%" + strings.NewReplacer("%", "", "_", "").Replace(word) + "%"
		add(true, `(pr.applicant_key LIKE ? OR LOWER(pr.title) LIKE ? OR EXISTS (
			SELECT 1 FROM proposal_mark m WHERE m.proposal_id = pr.id AND m.kind IN ('word', 'partner') AND m.code LIKE ?))`, part, part, part)
	}
	err = s.view(ctx, func(c conn) error {
		found, err = list(ctx, c, proposalFields, proposalSelect+` WHERE `+strings.Join(where, " AND ")+` ORDER BY pr.id DESC LIMIT ?`, append(args, f.Limit)...)
		if err != nil {
			return err
		}
		return c.addMarks(ctx, found)
	})
	return found, err
}
