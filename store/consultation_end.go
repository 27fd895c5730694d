package store

import (
	"context"
	"encoding/json"
	"strconv"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// WriteNote makes the content of a note and its hash, once the consultation is ended and numbered. It may be called again.
type WriteNote = func(c crm.Consultation, p crm.Proposal) (content json.RawMessage, hash string, err error)

// numberTries is how often a note takes the next number where others took it first: one of them gets it each time.
const numberTries = 50

// EndConsultation ends the consultation and stores its note under the next number of the year, and the proposal goes on to
// recommendation. Numbers have no gaps: one that is not stored is not taken. Conflict, which says by whom, when it has
// ended already.
func (s *Store) EndConsultation(ctx context.Context, e crm.Entry, id int64, write WriteNote, compose Compose) (ended crm.Consultation, err error) {
	for range numberTries {
		taken := false
		err = s.update(ctx, func(c conn) error {
			ended, taken, err = c.endConsultation(ctx, e, id, write, compose)
			return err
		})
		if !taken {
			break
		}
	}
	return ended, err
}

// endConsultation does so. taken reports that somebody else has got the number meanwhile.
func (c conn) endConsultation(ctx context.Context, e crm.Entry, id int64, write WriteNote, compose Compose) (k crm.Consultation, taken bool, err error) {
	k, again, err := c.heldOnce(ctx, e, id)
	if err != nil || again {
		return k, false, err
	}
	if k.State != crm.ConsultationOpen {
		return k, false, crm.Errorf(crm.Conflict, errEndedBy, k.EndedBy, at(k.EndedAt))
	}
	p, err := c.consultedProposal(ctx, k.ProposalID)
	if err != nil {
		return k, false, err
	}
	year := when.DateOf(e.Now).Year
	var number int
	if err := c.row(ctx, []any{&number}, `SELECT COALESCE(MAX(note_number), 0) + 1 FROM consultation WHERE note_year = ?`, year); err != nil {
		return k, false, err
	}
	k.State, k.EndedAt, k.EndedBy, k.NoteYear, k.NoteNumber = crm.ConsultationEnded, e.Now, e.Person.Name, year, number
	content, hash, err := write(k, p)
	if err != nil {
		return k, false, err
	}
	_, err = c.exec(ctx, `
		UPDATE consultation SET state = 'ended', ended_at = ?, ended_by = ?, note_year = ?, note_number = ?, note = ?, note_hash = ?, version = version + 1
		WHERE id = ?`, millis(e.Now), e.Person.ID, year, number, string(content), hash, id)
	if err != nil {
		return k, c.d.fault(err) == faultUnique, err
	}
	if err := c.leaveConsultation(ctx, e, k.ProposalID, crm.StageRecommendation); err != nil {
		return k, false, err
	}
	if err := c.auditConsultation(ctx, e, "end", id, k.ProposalID, map[string]string{"note": strconv.Itoa(year) + "-" + strconv.Itoa(number)}); err != nil {
		return k, false, err
	}
	if k, err = c.held(ctx, id); err != nil {
		return k, false, err
	}
	return k, false, c.tell(ctx, e, k, compose)
}

// SignNote notes who signed the note, and gives the consultation as it stands. NotFound when there is no note yet,
// Conflict, which says by whom, when it is signed already. The note itself stays as it is.
func (s *Store) SignNote(ctx context.Context, e crm.Entry, id int64) (signed crm.Consultation, err error) {
	err = s.update(ctx, func(c conn) error {
		again := false
		if signed, again, err = c.heldOnce(ctx, e, id); err != nil || again {
			return err
		}
		switch {
		case signed.NoteNumber == 0:
			return crm.Errorf(crm.NotFound, errNoNote)
		case signed.SignedBy != "":
			return crm.Errorf(crm.Conflict, errSignedBy, signed.SignedBy, at(signed.SignedAt))
		}
		if _, err := c.exec(ctx, `UPDATE consultation SET signed_at = ?, signed_by = ?, version = version + 1 WHERE id = ?`, millis(e.Now), e.Person.ID, id); err != nil {
			return err
		}
		if err := c.auditConsultation(ctx, e, "sign", id, signed.ProposalID, nil); err != nil {
			return err
		}
		signed, err = c.held(ctx, id)
		return err
	})
	return signed, err
}
