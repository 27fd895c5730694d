-- Who else was with a company, and whether anybody was before, is read from this index alone; contact_figures gains the id,
-- and the place of a company is found without its row.

-- +goose Up
DROP INDEX contact_company;
CREATE INDEX contact_company ON contact (company_id, date DESC, id DESC) INCLUDE (org_id, status, share) WHERE deleted_at IS NULL;
DROP INDEX contact_figures;
CREATE INDEX contact_figures ON contact (org_id, date, company_id, status, channel, share, person_id) INCLUDE (id) WHERE deleted_at IS NULL;
CREATE INDEX company_place ON company (id, municipality);
