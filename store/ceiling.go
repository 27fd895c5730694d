package store

import (
	"context"
	"strconv"

	"samspil/internal/crm"
)

// SetCeiling sets how many contacts in a period are much for a company of the region; 0 gives the region the program's own
// number again. Invalid for fewer than none or more than a thousand.
func (s *Store) SetCeiling(ctx context.Context, e crm.Entry, region string, contacts int) error {
	return s.update(ctx, func(c conn) error {
		_, err := c.exec(ctx, `DELETE FROM contact_ceiling WHERE region = ?`, region)
		if contacts != 0 && err == nil {
			_, err = c.exec(ctx, `INSERT INTO contact_ceiling (region, contacts, person_id, at) VALUES (?, ?, ?, ?)`,
				region, contacts, ref(e.Person.ID), millis(e.Now))
		}
		if err != nil {
			return err
		}
		return c.audit(ctx, e, "ceiling.set", 0, region, map[string]string{"contacts": strconv.Itoa(contacts)})
	})
}

// Ceilings gives the regions that have set their own.
func (s *Store) Ceilings(ctx context.Context) (crm.Ceilings, error) {
	all := crm.Ceilings{}
	err := s.single().each(ctx, func(r scanner) error {
		var region string
		var contacts int
		err := r.Scan(&region, &contacts)
		all[region] = contacts
		return err
	}, `SELECT region, contacts FROM contact_ceiling`)
	return all, s.dialect.translate(err)
}
