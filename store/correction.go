package store

import (
	"context"

	"samspil/internal/crm"
)

// SaveCorrection keeps which company was found for some words, and which was meant.
func (s *Store) SaveCorrection(ctx context.Context, k crm.Correction) error {
	return s.update(ctx, func(c conn) error {
		_, err := c.exec(ctx, `INSERT INTO correction (at, words, wrong, meant) VALUES (?, ?, ?, ?)`, millis(k.At), k.Words, k.Wrong, k.Meant)
		return err
	})
}

// Corrections gives the newest, at most limit.
func (s *Store) Corrections(ctx context.Context, limit int) ([]crm.Correction, error) {
	fields := func(k *crm.Correction) []any { return []any{moment{&k.At}, &k.Words, &k.Wrong, &k.Meant} }
	all, err := list(ctx, s.single(), fields, `SELECT at, words, wrong, meant FROM correction ORDER BY id DESC LIMIT ?`, limit)
	return all, s.dialect.translate(err)
}
