-- Who wrote a company that the register does not have yet: it is shown only to those who may know of their contacts.

-- +goose Up
ALTER TABLE company ADD COLUMN added_by BIGINT REFERENCES org (id);
CREATE INDEX contact_planned ON contact (person_id, date) WHERE deleted_at IS NULL AND status = 'planned';
