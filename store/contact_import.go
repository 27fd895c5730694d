package store

import (
	"context"
	"encoding/json"
	"math"
	"strconv"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

const contactImportSelect = `
	SELECT b.id, b.org_id, o.code, b.file, b.sum, b.started_at, b.finished_at, b.undone_at, b.row_count, b.added, b.removed
	FROM import_batch b JOIN org o ON o.id = b.org_id`

func contactImportFields(im *crm.ContactImport) []any {
	return []any{&im.ID, &im.Org.ID, &im.Org.Code, &im.File, &im.Sum, moment{&im.Started}, moment{&im.Finished}, moment{&im.Undone},
		&im.Rows, &im.Added, &im.Removed}
}

// ContactImports gives every import of contacts, the newest first.
func (s *Store) ContactImports(ctx context.Context) ([]crm.ContactImport, error) {
	all, err := list(ctx, s.single(), contactImportFields, contactImportSelect+` ORDER BY b.id DESC`)
	return all, s.dialect.translate(err)
}

// BeginContactImport gives the import of that file by that organisation which was begun and neither finished nor taken
// back, or makes one. The organisation is the one with im.Org.ID.
func (s *Store) BeginContactImport(ctx context.Context, im crm.ContactImport, now time.Time) (begun crm.ContactImport, err error) {
	err = s.update(ctx, func(c conn) error {
		open, err := list(ctx, c, contactImportFields, contactImportSelect+`
			WHERE b.org_id = ? AND b.sum = ? AND b.finished_at IS NULL AND b.undone_at IS NULL ORDER BY b.id DESC LIMIT 1`, im.Org.ID, im.Sum)
		if err != nil {
			return err
		}
		if len(open) > 0 {
			begun = open[0]
			return nil
		}
		var id int64
		if err := c.row(ctx, []any{&id}, `
			INSERT INTO import_batch (org_id, file, sum, started_at, row_count, added, removed) VALUES (?, ?, ?, ?, 0, 0, 0) RETURNING id`,
			im.Org.ID, im.File, im.Sum, millis(now)); err != nil {
			return err
		}
		begun, err = one(ctx, c, contactImportFields, contactImportSelect+` WHERE b.id = ?`, id)
		return err
	})
	return begun, err
}

// FinishContactImport says that the whole file was read, and how many rows it has. Who did so is audited.
func (s *Store) FinishContactImport(ctx context.Context, e crm.Entry, im crm.ContactImport) error {
	return s.update(ctx, func(c conn) error {
		if _, err := c.exec(ctx, `UPDATE import_batch SET finished_at = ?, row_count = ? WHERE id = ?`, millis(e.Now), im.Rows, im.ID); err != nil {
			return err
		}
		return c.audit(ctx, e, "import.finish", im.ID, im.Org.Code, map[string]string{"rows": strconv.Itoa(im.Rows)})
	})
}

// ImportContacts stores contacts of the import and says which came in, by key; one whose key the organisation has
// already is left out. Each has its follow-ups, its first line of history, which is its person's, and an audit line.
// Invalid when a constraint refuses a value, Conflict when the import was taken back meanwhile: then none is stored.
func (s *Store) ImportContacts(ctx context.Context, e crm.Entry, im crm.ContactImport, given []crm.ImportedContact) (added map[string]bool, err error) {
	err = s.update(ctx, func(c conn) error {
		added = map[string]bool{}
		if n, err := c.exec(ctx, `UPDATE import_batch SET added = added WHERE id = ? AND undone_at IS NULL`, im.ID); err != nil || n == 0 {
			if err == nil {
				err = crm.Errorf(crm.Conflict, errImportUndone)
			}
			return err
		}
		fresh, err := c.insertImported(ctx, e, im, given)
		if err != nil {
			return err
		}
		for _, k := range fresh {
			added[k.Key] = true
		}
		_, err = c.exec(ctx, `UPDATE import_batch SET added = added + ? WHERE id = ?`, len(fresh), im.ID)
		return err
	})
	return added, err
}

// insertImported stores those of the contacts that are new, with all that hangs on them.
func (c conn) insertImported(ctx context.Context, e crm.Entry, im crm.ContactImport, given []crm.ImportedContact) (fresh []crm.ImportedContact, err error) {
	at := make(map[string]int, len(given))
	var rows [][]any
	for i, k := range given {
		at[k.Key] = i
		rows = append(rows, []any{k.Company.ID, k.Company.Name, ref(k.SiteID), k.Org.ID, k.Org.NameDA, k.Org.NameEN, k.Person.ID, k.Status,
			k.Channel, k.Date, k.Start, k.End, k.Minutes, purposes{&k.Purposes}, k.Outcome, k.Note, k.NoteHeld, k.Share,
			k.ContactName, k.ContactMail, k.ContactTel, k.Trade, k.Headcount, k.NeedFrom, k.OverlapWhy, k.Source,
			millis(e.Now), millis(e.Now), 1, im.ID, k.Key})
	}
	const head = `
		INSERT INTO contact (company_id, company_name, site_id, org_id, org_name_da, org_name_en, person_id, status,
			channel, date, start_clock, end_clock, minutes, purposes, outcome, note, note_held, share,
			contact_name, contact_mail, contact_tel, trade, headcount, need_from, overlap_why, source,
			created_at, updated_at, version, import_id, import_key) VALUES `
	const tail = `
		ON CONFLICT (org_id, import_key) WHERE import_key IS NOT NULL AND deleted_at IS NULL DO NOTHING RETURNING id, import_key`
	err = statements(rows, func(values string, args []any) error {
		return c.each(ctx, func(r scanner) error {
			var id int64
			var key string
			err := r.Scan(&id, &key)
			if i, ok := at[key]; ok && err == nil {
				k := given[i]
				k.ID, k.Version = id, 1
				fresh = append(fresh, k)
			}
			return err
		}, head+values+tail, args...)
	})
	if err != nil {
		return nil, err
	}
	return fresh, c.insertImportedParts(ctx, e, im, fresh)
}

func (c conn) insertImportedParts(ctx context.Context, e crm.Entry, im crm.ContactImport, fresh []crm.ImportedContact) error {
	var why, with, promised, history, audit [][]any
	for _, k := range fresh {
		for i, p := range k.Purposes {
			why = append(why, []any{k.ID, i, p})
		}
		for i, p := range k.With {
			with = append(with, []any{k.ID, i, ref(p.OrgID), p.Name})
		}
		for _, f := range k.FollowUps {
			var closed any
			if f.State != crm.FollowUpOpen {
				closed = millis(e.Now)
			}
			promised = append(promised, []any{k.ID, k.Company.ID, k.Org.ID, f.OwnerID, f.Due, f.DueText, f.Text, f.State, millis(e.Now), closed, millis(e.Now)})
		}
		history = append(history, []any{k.ID, 1, millis(e.Now), k.Person.ID, "created", nil})
		details, err := json.Marshal(map[string]string{"date": k.Date.String(), "channel": string(k.Channel), "status": string(k.Status),
			"version": "1", "import": strconv.FormatInt(im.ID, 10)})
		if err != nil {
			return err
		}
		audit = append(audit, []any{millis(e.Now), e.RequestID, ref(e.Person.ID), ref(k.Org.ID), "contact.import", "contact", k.ID, k.Company.CVR, string(details)})
	}
	for _, part := range []struct {
		into string
		rows [][]any
	}{
		{`INSERT INTO contact_purpose (contact_id, position, purpose) VALUES `, why},
		{`INSERT INTO contact_participant (contact_id, position, org_id, name) VALUES `, with},
		{`INSERT INTO follow_up (contact_id, company_id, org_id, owner_id, due, due_text, text, state, created_at, closed_at, set_at) VALUES `, promised},
		{`INSERT INTO contact_history (contact_id, version, at, person_id, what, before) VALUES `, history},
		{`INSERT INTO audit (at, request_id, person_id, org_id, action, subject_kind, subject_id, subject, details) VALUES `, audit},
	} {
		if err := c.insertRows(ctx, part.into, "", part.rows); err != nil {
			return err
		}
	}
	return nil
}

// ImportedKeys gives those of the keys that contacts of the organisation have which are not deleted.
func (s *Store) ImportedKeys(ctx context.Context, orgID int64, keys []string) (map[string]bool, error) {
	there := map[string]bool{}
	for part := range inParts(keys) {
		in, args := padded(part)
		var key string
		err := s.single().each(ctx, func(r scanner) error {
			err := r.Scan(&key)
			there[key] = true
			return err
		}, `SELECT import_key FROM contact WHERE org_id = ? AND deleted_at IS NULL AND import_key IS NOT NULL AND import_key IN `+in, append([]any{orgID}, args...)...)
		if err != nil {
			return nil, s.dialect.translate(err)
		}
	}
	return there, nil
}

// ContactsOfCompanies gives the contacts of every organisation with those companies from one day to another, but for
// deleted ones and those of the import with that id (0 for none), in any order.
func (s *Store) ContactsOfCompanies(ctx context.Context, companyIDs []int64, from, to when.Date, except int64) (found []crm.Contact, err error) {
	err = s.view(ctx, func(c conn) error {
		found = nil
		for part := range inParts(companyIDs) {
			in, args := among(part)
			some, err := c.contacts(ctx, math.MaxInt, contactSelect+`
				WHERE c.company_id IN `+in+` AND c.deleted_at IS NULL AND c.date >= ? AND c.date <= ? AND COALESCE(c.import_id, -1) <> ?`,
				append(args, from, to, except)...)
			if err != nil {
				return err
			}
			found = append(found, some...)
		}
		return nil
	})
	return found, err
}
