package store

import (
	"context"
	"encoding/json"

	"samspil/internal/crm"
)

const consultationSelect = `
	SELECT c.id, c.proposal_id, ` + orgColumns + `, p.id, p.team_id, p.user_id, p.name, p.lang, p.active, p.org_id, c.question, c.opened_at, c.deadline, c.first_deadline, c.state,
		c.team_id, c.channel_id, c.ended_at, COALESCE(e.name, ''), c.ended_why, COALESCE(c.note_year, 0), COALESCE(c.note_number, 0),
		COALESCE(CAST(c.note AS TEXT), ''), COALESCE(c.note_hash, ''), c.signed_at, COALESCE(s.name, ''), c.version
	FROM consultation c JOIN org o ON o.id = c.org_id JOIN person p ON p.id = c.person_id
		LEFT JOIN person e ON e.id = c.ended_by LEFT JOIN person s ON s.id = c.signed_by`

func consultationFields(c *crm.Consultation) []any {
	return append(append([]any{&c.ID, &c.ProposalID}, orgFields(&c.Org)...),
		&c.Person.ID, &c.Person.Team, &c.Person.User, &c.Person.Name, &c.Person.Lang, &c.Person.Active, &c.Person.Org.ID, &c.Question, moment{&c.OpenedAt}, &c.Deadline, &c.First, &c.State,
		&c.Team, &c.Channel, moment{&c.EndedAt}, &c.EndedBy, &c.EndedWhy, &c.NoteYear, &c.NoteNumber, storedJSON{&c.Note}, &c.NoteHash, moment{&c.SignedAt}, &c.SignedBy, &c.Version)
}

// storedJSON reads JSON as it was written, byte for byte; nil for "".
type storedJSON struct{ to *json.RawMessage }

// Scan implements sql.Scanner.
func (d storedJSON) Scan(src any) error {
	var words string
	switch v := src.(type) {
	case string:
		words = v
	case []byte:
		words = string(v)
	}
	if *d.to = nil; words != "" {
		*d.to = json.RawMessage(words)
	}
	return nil
}

// Heard organisations by name, with the language of the channel in which they are told.
const heardSelect = `
	SELECT ` + orgColumns + `, h.team_id, h.channel_id, COALESCE(oc.lang, ''), h.position, h.words, COALESCE(p.id, 0), COALESCE(p.name, ''),
		h.answered_at, h.version, h.reminded, h.reminded_on, h.undelivered
	FROM consultation_org h JOIN org o ON o.id = h.org_id LEFT JOIN person p ON p.id = h.person_id
		LEFT JOIN org_channel oc ON oc.org_id = h.org_id
	WHERE h.consultation_id = ? ORDER BY o.name_da, o.id`

func heardFields(h *crm.Heard) []any {
	return append(orgFields(&h.Org), &h.Team, &h.Channel, &h.Lang, &h.Position, &h.Words, &h.Person.ID, &h.Person.Name,
		moment{&h.AnsweredAt}, &h.Version, &h.Reminded, &h.RemindedOn, &h.Undelivered)
}

const consultationComments = `
	SELECT ` + orgColumns + `, p.name, k.author, k.at, k.text, k.source
	FROM consultation_comment k JOIN org o ON o.id = k.org_id JOIN person p ON p.id = k.person_id
	WHERE k.consultation_id = ? ORDER BY k.at, k.id`

func commentFields(k *crm.ConsultationComment) []any {
	return append(orgFields(&k.Org), &k.Person, &k.Author, moment{&k.At}, &k.Text, &k.Source)
}

// Consultation gives the consultation with what everybody said, or NotFound.
func (s *Store) Consultation(ctx context.Context, id int64) (found crm.Consultation, err error) {
	err = s.view(ctx, func(c conn) error {
		found, err = c.consultation(ctx, consultationSelect+` WHERE c.id = ?`, id)
		return absent(err, errNoConsultation)
	})
	return found, err
}

// LatestConsultation gives the newest consultation on the proposal, or NotFound.
func (s *Store) LatestConsultation(ctx context.Context, proposalID int64) (found crm.Consultation, err error) {
	err = s.view(ctx, func(c conn) error {
		found, err = c.consultation(ctx, consultationSelect+` WHERE c.proposal_id = ? ORDER BY c.id DESC LIMIT 1`, proposalID)
		return absent(err, errNoConsultationOn, proposalID)
	})
	return found, err
}

// ConsultationsOf gives the open consultations in which the organisation asks or is heard, and those of its own that
// ended and are not signed, by deadline, at most limit.
func (s *Store) ConsultationsOf(ctx context.Context, orgID int64, limit int) (all []crm.Consultation, err error) {
	err = s.view(ctx, func(c conn) error {
		all, err = list(ctx, c, consultationFields, consultationSelect+`
			WHERE c.state = 'open' AND (c.org_id = ? OR EXISTS (SELECT 1 FROM consultation_org h WHERE h.consultation_id = c.id AND h.org_id = ?))
				OR c.state = 'ended' AND c.org_id = ? AND c.signed_at IS NULL
			ORDER BY c.deadline, c.id LIMIT ?`, orgID, orgID, orgID, limit)
		for i := range all {
			if err == nil {
				err = c.fill(ctx, &all[i])
			}
		}
		return err
	})
	return all, err
}

func (c conn) consultation(ctx context.Context, query string, id int64) (crm.Consultation, error) {
	found, err := one(ctx, c, consultationFields, query, id)
	if err != nil {
		return found, err
	}
	return found, c.fill(ctx, &found)
}

// fill adds who is heard and the comments.
func (c conn) fill(ctx context.Context, k *crm.Consultation) (err error) {
	if k.Heard, err = list(ctx, c, heardFields, heardSelect, k.ID); err != nil {
		return err
	}
	k.Comments, err = list(ctx, c, commentFields, consultationComments, k.ID)
	return err
}

// held is the consultation, whose row nobody else changes until the transaction ends.
func (c conn) held(ctx context.Context, id int64) (crm.Consultation, error) {
	if err := c.row(ctx, []any{new(int64)}, `SELECT id FROM consultation WHERE id = ?`+c.d.forRow, id); err != nil {
		return crm.Consultation{}, absent(err, errNoConsultation)
	}
	return c.consultation(ctx, consultationSelect+` WHERE c.id = ?`, id)
}

// heldOnce is held for a change; again reports that the same delivery has made it already.
func (c conn) heldOnce(ctx context.Context, e crm.Entry, id int64) (k crm.Consultation, again bool, err error) {
	if e.Delivery != "" {
		first, err := c.arrive(ctx, e)
		if err != nil {
			return k, false, err
		}
		again = !first
	}
	k, err = c.held(ctx, id)
	return k, again, err
}
