package store

import (
	"context"
	"strconv"
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// AnyVersion is the version of those who do not mind what was said before.
const AnyVersion = -1

// AnswerConsultation stores the position of the person's organisation, keeps the one before, and gives the consultation
// as it stands. version is the Heard.Version that was read, or AnyVersion. A delivery that has done so already changes
// nothing more. Conflict when somebody answered meanwhile (it says who) or the consultation has ended; Forbidden when the
// organisation is not heard.
func (s *Store) AnswerConsultation(ctx context.Context, e crm.Entry, id int64, version int, said crm.Heard, compose Compose) (after crm.Consultation, err error) {
	err = s.update(ctx, func(c conn) error {
		before, err := c.held(ctx, id)
		if err != nil {
			return err
		}
		after = before
		if done, err := c.answeredBefore(ctx, e, id); err != nil || done {
			return err
		}
		h, ok := before.Of(e.Person.Org.ID)
		switch {
		case !ok:
			return crm.Errorf(crm.Forbidden, errNotHeard)
		case before.State != crm.ConsultationOpen:
			return crm.Errorf(crm.Conflict, errConsultationOver)
		case version != AnyVersion && version != h.Version:
			return crm.Errorf(crm.Conflict, errAnsweredFirst, h.Person.Name, word(h.Position.Name), at(h.AnsweredAt))
		}
		if err := c.answer(ctx, e, id, before.ProposalID, h.Version+1, said); err != nil {
			return err
		}
		if after, err = c.held(ctx, id); err != nil {
			return err
		}
		return c.tell(ctx, e, after, compose)
	})
	return after, err
}

func (c conn) answer(ctx context.Context, e crm.Entry, id, proposalID int64, version int, said crm.Heard) error {
	if _, err := c.exec(ctx, `
		UPDATE consultation_org SET position = ?, words = ?, person_id = ?, answered_at = ?, version = ? WHERE consultation_id = ? AND org_id = ?`,
		said.Position, said.Words, e.Person.ID, millis(e.Now), version, id, e.Person.Org.ID); err != nil {
		return err
	}
	if _, err := c.exec(ctx, `
		INSERT INTO consultation_answer (consultation_id, org_id, version, position, words, person_id, at, delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		id, e.Person.Org.ID, version, said.Position, said.Words, e.Person.ID, millis(e.Now), e.Delivery); err != nil {
		return err
	}
	return c.auditConsultation(ctx, e, "answer", id, proposalID, map[string]string{"position": string(said.Position), "version": strconv.Itoa(version)})
}

// answeredBefore reports whether an earlier copy of the delivery has answered.
func (c conn) answeredBefore(ctx context.Context, e crm.Entry, id int64) (bool, error) {
	var n int
	err := c.row(ctx, []any{&n}, `SELECT count(*) FROM consultation_answer WHERE consultation_id = ? AND delivery = ? AND delivery <> ''`, id, e.Delivery)
	return n > 0, err
}

// ConsultationAnswers gives every position the organisation gave, the first one first.
func (s *Store) ConsultationAnswers(ctx context.Context, id, orgID int64) ([]crm.Heard, error) {
	all, err := list(ctx, s.single(), func(h *crm.Heard) []any {
		return []any{&h.Org.ID, &h.Version, &h.Position, &h.Words, &h.Person.ID, &h.Person.Name, moment{&h.AnsweredAt}}
	}, `
		SELECT a.org_id, a.version, a.position, a.words, a.person_id, p.name, a.at
		FROM consultation_answer a JOIN person p ON p.id = a.person_id
		WHERE a.consultation_id = ? AND a.org_id = ? ORDER BY a.version`, id, orgID)
	return all, s.dialect.translate(err)
}

// CommentConsultation attaches what was said, once for each source, and gives the consultation as it stands. Conflict when
// it is attached already or the consultation has ended.
func (s *Store) CommentConsultation(ctx context.Context, e crm.Entry, id int64, k crm.ConsultationComment, compose Compose) (after crm.Consultation, err error) {
	err = s.update(ctx, func(c conn) error {
		again := false
		if after, again, err = c.heldOnce(ctx, e, id); err != nil || again {
			return err
		}
		if after.State != crm.ConsultationOpen {
			return crm.Errorf(crm.Conflict, errConsultationOver)
		}
		n, err := c.exec(ctx, `
			INSERT INTO consultation_comment (consultation_id, org_id, person_id, author, at, text, source) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (consultation_id, source) DO NOTHING`,
			id, e.Person.Org.ID, e.Person.ID, k.Author, millis(e.Now), k.Text, k.Source)
		if err != nil {
			return err
		}
		if n == 0 {
			return crm.Errorf(crm.Conflict, errAttached)
		}
		if err := c.auditConsultation(ctx, e, "comment", id, after.ProposalID, nil); err != nil {
			return err
		}
		if after, err = c.held(ctx, id); err != nil {
			return err
		}
		return c.tell(ctx, e, after, compose)
	})
	return after, err
}

// word is an argument of a sentence that is written in the sentence's language.
type word func(text.Lang) string

// In gives it in that language.
func (w word) In(lang text.Lang, _ ...any) string { return w(lang) }

// at is a moment as an argument of a sentence.
func at(t time.Time) word { return func(lang text.Lang) string { return text.Time(lang, t) } }
