-- Contacts that came from another program's file: in which import, and by which row, so that a row comes in once and an
-- import can be taken back.

-- +goose Up
-- AUTOINCREMENT: the number of an import is written down by people and must never name another.
CREATE TABLE import_batch (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    org_id      INTEGER NOT NULL REFERENCES org (id),
    file        TEXT    NOT NULL,
    sum         TEXT    NOT NULL CHECK (sum <> ''),
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,
    undone_at   INTEGER,
    row_count   INTEGER NOT NULL CHECK (row_count >= 0),
    added       INTEGER NOT NULL CHECK (added >= 0),
    removed     INTEGER NOT NULL CHECK (removed >= 0)
) STRICT;

ALTER TABLE contact ADD COLUMN import_id INTEGER REFERENCES import_batch (id);
ALTER TABLE contact ADD COLUMN import_key TEXT;
CREATE UNIQUE INDEX contact_import_key ON contact (org_id, import_key) WHERE import_key IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contact_import ON contact (import_id, id) WHERE import_id IS NOT NULL;
