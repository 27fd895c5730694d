package store

import (
	"context"
	"encoding/json"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// UndoProposal takes back the decision or the step to another stage that made that version of the proposal, if the person
// of the entry made it, not before since. Words that were said with a decision stay as a comment. Conflict when something
// else was changed since, Invalid when it was made by somebody else, earlier, or is nothing to take back.
func (s *Store) UndoProposal(ctx context.Context, e crm.Entry, id int64, version int, since time.Time) (crm.Proposal, error) {
	return s.changeProposal(ctx, e, id, version, "stage", func(c conn, now crm.Proposal, _ int) (map[string]string, error) {
		var what string
		var person int64
		var at time.Time
		var details json.RawMessage
		err := c.row(ctx, []any{&what, &person, moment{&at}, jsonText{&details}}, `
			SELECT what, person_id, at, details FROM proposal_history WHERE proposal_id = ? AND version = ?`, id, version)
		if err != nil {
			return nil, err
		}
		var step struct {
			From  crm.Stage
			Undo  string
			Was   crm.Decision // which this one took the place of
			WasOn when.Date    `json:"was_on"`
		}
		if err := json.Unmarshal(details, &step); err != nil {
			return nil, err
		}
		switch {
		case person != e.Person.ID, what != "decided" && what != "stage", step.From == "", step.Undo != "":
			return nil, crm.Errorf(crm.Invalid, errProposalNoUndo, id)
		case at.Before(since):
			return nil, crm.Errorf(crm.Invalid, errProposalUndoLate, id)
		case what == "decided":
			_, err = c.exec(ctx, `UPDATE proposal SET stage = ?, decision = ?, decided_on = ? WHERE id = ?`, step.From, step.Was, step.WasOn, id)
		default:
			_, err = c.exec(ctx, `UPDATE proposal SET stage = ? WHERE id = ?`, step.From, id)
		}
		return map[string]string{"from": string(now.Stage), "to": string(step.From), "undo": what}, err
	})
}
