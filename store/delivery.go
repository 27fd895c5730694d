package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

// claim makes the delivery of the entry this transaction's, and gives the contact that an earlier copy of it logged or
// changed; 0 when there is none. On PostgreSQL it waits for a copy that is being handled at the same moment.
func (c conn) claim(ctx context.Context, e crm.Entry) (contactID int64, err error) {
	if e.Delivery == "" {
		return 0, nil
	}
	if _, err := c.arrive(ctx, e); err != nil {
		return 0, err
	}
	return contactID, c.row(ctx, []any{&contactID}, `SELECT COALESCE(contact_id, 0) FROM delivery WHERE id = ?`+c.d.forRow, e.Delivery)
}

// arrive notes the delivery of the entry; first is false where it was there.
func (c conn) arrive(ctx context.Context, e crm.Entry) (first bool, err error) {
	n, err := c.exec(ctx, `INSERT INTO delivery (id, at, answered) VALUES (?, ?, 0) ON CONFLICT (id) DO NOTHING`, e.Delivery, millis(e.Now))
	return n > 0, err
}

// settle notes what the delivery logged or changed.
func (c conn) settle(ctx context.Context, e crm.Entry, contactID int64) error {
	if e.Delivery == "" {
		return nil
	}
	_, err := c.exec(ctx, `UPDATE delivery SET contact_id = ? WHERE id = ?`, contactID, e.Delivery)
	return err
}

// Answered reports whether the answer to that delivery has been handed over already.
func (s *Store) Answered(ctx context.Context, delivery string) (bool, error) {
	var n int
	err := s.single().row(ctx, []any{&n}, `SELECT count(*) FROM delivery WHERE id = ? AND answered = 1`, delivery)
	return n > 0, s.dialect.translate(err)
}

// MarkAnswered notes that the answers to these deliveries have been handed over.
func (s *Store) MarkAnswered(ctx context.Context, deliveries []string, now time.Time) error {
	return s.small(ctx, func(ctx context.Context, c conn) error {
		for _, id := range deliveries {
			_, err := c.exec(ctx, `
				INSERT INTO delivery (id, at, answered) VALUES (?, ?, 1) ON CONFLICT (id) DO UPDATE SET answered = 1`, id, millis(now))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// ForgetDeliveries takes away what arrived before that moment, and gives how many there were.
func (s *Store) ForgetDeliveries(ctx context.Context, before time.Time) (n int64, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err = c.exec(ctx, `DELETE FROM delivery WHERE at < ?`, millis(before))
		return err
	})
	return n, err
}
