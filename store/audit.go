package store

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"samspil/internal/crm"
)

// Audit adds a line to the audit log, which nobody can change or take away: who did what to whom, e.g. action
// "company.check" and subject "99000007". details must not hold notes or other free text.
func (s *Store) Audit(ctx context.Context, e crm.Entry, action, subject string, details map[string]string) error {
	if len(e.Jobs) == 0 {
		return s.small(ctx, func(ctx context.Context, c conn) error { return c.audit(ctx, e, action, 0, subject, details) })
	}
	return s.update(ctx, func(c conn) error {
		if err := c.audit(ctx, e, action, 0, subject, details); err != nil {
			return err
		}
		return c.enqueue(ctx, e.Jobs)
	})
}

// AuditOnce is Audit for what is done once for the entry's Delivery: a second time it writes nothing, stores no job, and
// first is false.
func (s *Store) AuditOnce(ctx context.Context, e crm.Entry, action, subject string, details map[string]string) (first bool, err error) {
	err = s.update(ctx, func(c conn) error {
		var err error
		if first, err = c.arrive(ctx, e); err != nil || !first {
			return err
		}
		if err := c.audit(ctx, e, action, 0, subject, details); err != nil {
			return err
		}
		return c.enqueue(ctx, e.Jobs)
	})
	return first, err
}

// auditContact says what was done to a contact, and never what its note says.
func (c conn) auditContact(ctx context.Context, e crm.Entry, action string, k crm.Contact) error {
	return c.audit(ctx, e, action, k.ID, k.Company.CVR, map[string]string{
		"date":    k.Date.String(),
		"channel": string(k.Channel),
		"status":  string(k.Status),
		"version": strconv.Itoa(k.Version),
	})
}

// audit writes one line. The subject's kind is the part of the action before the dot; subjectID is its row, or 0.
func (c conn) audit(ctx context.Context, e crm.Entry, action string, subjectID int64, subject string, details map[string]string) error {
	if details == nil {
		details = map[string]string{}
	}
	b, err := json.Marshal(details)
	if err != nil {
		return err
	}
	kind, _, _ := strings.Cut(action, ".")
	_, err = c.exec(ctx, `
		INSERT INTO audit (at, request_id, person_id, org_id, action, subject_kind, subject_id, subject, details)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		millis(e.Now), e.RequestID, ref(e.Person.ID), ref(e.Person.Org.ID), action, kind, ref(subjectID), subject, string(b))
	return err
}
