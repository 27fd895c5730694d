-- Who else was with a company, and whether anybody was before, is read from this index alone. SQLite takes an index for the
-- whole answer only where it holds the column of its own condition too.

-- +goose Up
DROP INDEX contact_company;
CREATE INDEX contact_company ON contact (company_id, date, id, org_id, status, share, deleted_at) WHERE deleted_at IS NULL;
DROP INDEX contact_figures;
CREATE INDEX contact_figures ON contact (org_id, date, company_id, status, channel, share, person_id, deleted_at) WHERE deleted_at IS NULL;
