-- Who wrote a company that the register does not have yet: it is shown only to those who may know of their contacts.

-- +goose Up
ALTER TABLE company ADD COLUMN added_by INTEGER REFERENCES org (id);
CREATE INDEX contact_planned ON contact (person_id, date) WHERE deleted_at IS NULL AND status = 'planned';

-- INSERT OR REPLACE would take a line away without the triggers of 00001 seeing it.
-- +goose StatementBegin
CREATE TRIGGER audit_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER contact_history_replace BEFORE INSERT ON contact_history
WHEN EXISTS (SELECT 1 FROM contact_history WHERE contact_id = NEW.contact_id AND version = NEW.version) BEGIN
    SELECT RAISE(ABORT, 'contact_history is append-only');
END;
-- +goose StatementEnd
