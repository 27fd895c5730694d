package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"samspil/internal/crm"
)

// Compose makes the messages of a change out of the consultation as it then stands. It may be called again when the
// database asks for the transaction once more.
type Compose = func(crm.Consultation) ([]crm.Job, error)

// StartConsultation opens a consultation on the proposal: those in Heard are asked, by their organisation's ID, in the
// channel they have; the proposal goes to the stage of consultation. A delivery that has done so already gives what it
// made. NotFound when there is no such proposal, Conflict when it is being heard already or is not to be heard.
func (s *Store) StartConsultation(ctx context.Context, e crm.Entry, given crm.Consultation, compose Compose) (started crm.Consultation, err error) {
	err = s.update(ctx, func(c conn) error {
		if e.Delivery != "" {
			if _, err := c.claim(ctx, e); err != nil {
				return err
			}
			started, err = c.startedBefore(ctx, e.Delivery)
			if !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		id, err := c.startConsultation(ctx, e, given)
		if err != nil {
			return err
		}
		if started, err = c.held(ctx, id); err != nil {
			return err
		}
		return c.tell(ctx, e, started, compose)
	})
	return started, err
}

// startedBefore is the consultation an earlier copy of the delivery opened, or sql.ErrNoRows.
func (c conn) startedBefore(ctx context.Context, delivery string) (crm.Consultation, error) {
	found, err := one(ctx, c, consultationFields, consultationSelect+` WHERE c.delivery = ? AND c.delivery <> ''`, delivery)
	if err != nil {
		return found, err
	}
	return found, c.fill(ctx, &found)
}

func (c conn) startConsultation(ctx context.Context, e crm.Entry, k crm.Consultation) (id int64, err error) {
	// The proposal's row is held, so that of two who start one at the same time one does.
	if err := c.row(ctx, []any{new(int64)}, `SELECT id FROM proposal WHERE id = ?`+c.d.forRow, k.ProposalID); err != nil {
		return 0, absent(err, errNoConsulted, k.ProposalID)
	}
	p, err := c.consultedProposal(ctx, k.ProposalID)
	if err != nil {
		return 0, err
	}
	var open int
	if err := c.row(ctx, []any{&open}, `SELECT count(*) FROM consultation WHERE proposal_id = ? AND state = 'open'`, p.ID); err != nil {
		return 0, err
	}
	switch {
	case open > 0:
		return 0, crm.Errorf(crm.Conflict, errHeardAlready, p.ID)
	case !p.CanBeHeard():
		return 0, crm.Errorf(crm.Conflict, errNotToBeHeard, p.ID)
	}
	err = c.row(ctx, []any{&id}, `
		INSERT INTO consultation (proposal_id, org_id, person_id, question, opened_at, deadline, state, team_id, channel_id, delivery, version)
		VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, 1) RETURNING id`,
		p.ID, e.Person.Org.ID, e.Person.ID, k.Question, millis(e.Now), k.Deadline, k.Team, k.Channel, e.Delivery)
	if err != nil {
		return 0, err
	}
	for _, h := range k.Heard {
		if err := c.hear(ctx, id, h.Org.ID); err != nil {
			return 0, err
		}
	}
	if err := c.moveProposal(ctx, e, p.ID, crm.StageConsultation); err != nil {
		return 0, err
	}
	return id, c.auditConsultation(ctx, e, "start", id, p.ID, map[string]string{"deadline": k.Deadline.String(), "heard": strconv.Itoa(len(k.Heard))})
}

// hear asks the organisation in its channel, if it has one.
func (c conn) hear(ctx context.Context, id, orgID int64) error {
	var team, channel string
	err := c.row(ctx, []any{&team, &channel}, `SELECT team_id, channel_id FROM org_channel WHERE org_id = ?`, orgID)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	_, err = c.exec(ctx, `
		INSERT INTO consultation_org (consultation_id, org_id, team_id, channel_id, position, words, version, reminded)
		VALUES (?, ?, ?, ?, '', '', 0, 0)`, id, orgID, team, channel)
	return err
}

// tell stores the jobs of the entry and of the change.
func (c conn) tell(ctx context.Context, e crm.Entry, k crm.Consultation, compose Compose) error {
	jobs, err := compose(k)
	if err != nil {
		return err
	}
	return c.enqueue(ctx, append(e.Jobs, jobs...))
}

// auditConsultation says what was done, and never what was said.
func (c conn) auditConsultation(ctx context.Context, e crm.Entry, act string, id, proposalID int64, details map[string]string) error {
	return c.audit(ctx, e, "consultation."+act, id, strconv.FormatInt(proposalID, 10), details)
}
