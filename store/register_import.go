package store

import (
	"context"
	"time"

	"samspil/internal/crm"
)

// importLease is how long after its last sign of life an import counts as working. Imports give one every two seconds.
const importLease = 10 * time.Second

// BeginImport takes the register for the import's Holder, and gives the row: that of the newest import where it is of the
// same file and not finished, with how far it came, else a new one. While another holder works it is Conflict; one that
// has not been heard of for ten seconds does not work any more.
func (s *Store) BeginImport(ctx context.Context, im crm.RegisterImport, now time.Time) (begun crm.RegisterImport, err error) {
	err = s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `UPDATE register_state SET holder = ?, beat_at = ? WHERE id = 1 AND (holder = '' OR holder = ? OR beat_at < ?)`,
			im.Holder, now.UnixMilli(), im.Holder, now.Add(-importLease).UnixMilli())
		if err != nil {
			return err
		}
		if n == 0 {
			return crm.Errorf(crm.Conflict, errImporting)
		}
		begun, err = c.importRow(ctx, im, now)
		return err
	})
	return begun, err
}

// importRow finds or makes the row of an import.
func (c conn) importRow(ctx context.Context, im crm.RegisterImport, now time.Time) (crm.RegisterImport, error) {
	newest, err := list(ctx, c, importFields, importSelect+` ORDER BY id DESC LIMIT 1`)
	if err != nil {
		return im, err
	}
	if len(newest) > 0 {
		if old := newest[0]; im.Sum != "" && old.Finished.IsZero() && old.Source == im.Source && old.Sum == im.Sum && old.Size == im.Size && old.Replace == im.Replace {
			old.Holder, old.Partial = im.Holder, im.Partial
			return old, nil
		}
	}
	im.Started, im.Finished, im.Position, im.Counts = now.UTC().Truncate(time.Millisecond), time.Time{}, 0, crm.ImportCounts{}
	err = c.row(ctx, []any{&im.ID}, `
		INSERT INTO register_import (source, file, sum, size, replacing, started_at, position, added, changed, unchanged, ended)
		VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0) RETURNING id`, im.Source, im.File, im.Sum, im.Size, im.Replace, millis(im.Started))
	return im, err
}

// KeepImport is the import's sign of life. It is Conflict when another has taken the register.
func (s *Store) KeepImport(ctx context.Context, im crm.RegisterImport, now time.Time) error {
	return s.update(ctx, func(c conn) error { return c.holds(ctx, im, now) })
}

// holds makes sure that the import still has the register, until the transaction ends.
func (c conn) holds(ctx context.Context, im crm.RegisterImport, now time.Time) error {
	n, err := c.exec(ctx, `UPDATE register_state SET beat_at = ? WHERE id = 1 AND holder = ?`, now.UnixMilli(), im.Holder)
	if err == nil && n == 0 {
		return crm.Errorf(crm.Conflict, errImportTaken)
	}
	return err
}

// ImportCompanies saves companies as SaveCompanies does, by the import's rules, together with how far it came: position
// is that of the last of them. It gives the import as it stands after it; Conflict when another has taken the register.
func (s *Store) ImportCompanies(ctx context.Context, im crm.RegisterImport, companies []crm.Company, position int64, now time.Time) (crm.RegisterImport, error) {
	before := im.Counts
	err := s.update(ctx, func(c conn) error {
		if err := c.holds(ctx, im, now); err != nil {
			return err
		}
		counts, err := c.saveCompanies(ctx, companies, im.Partial, now)
		if err != nil {
			return err
		}
		im.Counts, im.Position = before.Plus(counts), position
		return c.came(ctx, im)
	})
	return im, err
}

// came stores how far an import came.
func (c conn) came(ctx context.Context, im crm.RegisterImport) error {
	_, err := c.exec(ctx, `UPDATE register_import SET position = ?, added = ?, changed = ?, unchanged = ?, ended = ? WHERE id = ?`,
		im.Position, im.Counts.Added, im.Counts.Changed, im.Counts.Unchanged, im.Counts.Ended, im.ID)
	return err
}

// EachRegistered calls fn with the CVR number of every company that is the register's and has not ended.
func (s *Store) EachRegistered(ctx context.Context, fn func(cvr string) error) error {
	var cvr string
	return s.dialect.translate(s.single().each(ctx, func(r scanner) error {
		if err := r.Scan(&cvr); err != nil {
			return err
		}
		return fn(cvr)
	}, `SELECT cvr FROM company WHERE added_by IS NULL AND status <> ?`, crm.CompanyEnded))
}

// EndCompanies says that companies that are the register's have ended: the register does not have them any more. What
// is stored of them stays, and no last day is made up. Those that had ended already are left alone.
func (s *Store) EndCompanies(ctx context.Context, im crm.RegisterImport, cvrs []string, now time.Time) (crm.RegisterImport, error) {
	before := im.Counts
	err := s.update(ctx, func(c conn) error {
		if err := c.holds(ctx, im, now); err != nil {
			return err
		}
		stamp, err := c.nextChange(ctx, now)
		if err != nil {
			return err
		}
		var ended int64
		for part := range inParts(cvrs) {
			in, args := padded(part)
			n, err := c.exec(ctx, `UPDATE company SET status = ?, updated_at = ? WHERE added_by IS NULL AND status <> ? AND cvr IN `+in,
				append([]any{crm.CompanyEnded, stamp, crm.CompanyEnded}, args...)...)
			if err != nil {
				return err
			}
			ended += n
		}
		im.Counts = before.Plus(crm.ImportCounts{Ended: int(ended)})
		if ended > 0 {
			err = c.changedAt(ctx, stamp)
		}
		if err != nil {
			return err
		}
		return c.came(ctx, im)
	})
	return im, err
}

// LeaveImport lets the register go; finished says that the whole of it was read. It is no error when another has taken
// the register, unless the import says it is finished.
func (s *Store) LeaveImport(ctx context.Context, im crm.RegisterImport, finished bool, now time.Time) error {
	return s.update(ctx, func(c conn) error {
		n, err := c.exec(ctx, `UPDATE register_state SET holder = '' WHERE id = 1 AND holder = ?`, im.Holder)
		if err != nil || !finished {
			return err
		}
		if n == 0 {
			return crm.Errorf(crm.Conflict, errImportTaken)
		}
		_, err = c.exec(ctx, `UPDATE register_import SET finished_at = ? WHERE id = ?`, millis(now), im.ID)
		return err
	})
}
