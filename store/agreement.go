package store

import (
	"context"

	"samspil/internal/crm"
)

// Agreements gives the tier that every pair of organisations has agreed on; pairs without one are absent.
func (s *Store) Agreements(ctx context.Context) (crm.Agreements, error) {
	agreed := crm.Agreements{}
	err := s.single().each(ctx, func(r scanner) error {
		var owner, viewer int64
		var tier crm.Tier
		err := r.Scan(&owner, &viewer, &tier)
		agreed[[2]int64{owner, viewer}] = tier
		return err
	}, `SELECT owner_id, viewer_id, tier FROM agreement`)
	return agreed, s.dialect.translate(err)
}

// SaveAgreement sets how much of the owner's contacts the viewer may see. NotFound when a code is nobody's,
// Invalid when both are the same organisation.
func (s *Store) SaveAgreement(ctx context.Context, ownerCode, viewerCode string, tier crm.Tier) error {
	return s.update(ctx, func(c conn) error {
		owner, err := c.orgID(ctx, crm.Org{Code: ownerCode})
		if err != nil {
			return err
		}
		viewer, err := c.orgID(ctx, crm.Org{Code: viewerCode})
		if err != nil {
			return err
		}
		_, err = c.exec(ctx, `
			INSERT INTO agreement (owner_id, viewer_id, tier) VALUES (?, ?, ?)
			ON CONFLICT (owner_id, viewer_id) DO UPDATE SET tier = excluded.tier`, owner, viewer, tier)
		return err
	})
}
