-- The other names of a company, when a company last changed, and how far an import of the register has come.

-- +goose Up
CREATE TABLE company_name (
    company_id INTEGER NOT NULL REFERENCES company (id),
    name       TEXT    NOT NULL CHECK (name <> ''),
    name_key   TEXT    NOT NULL CHECK (name_key <> ''),
    kind       TEXT    NOT NULL CHECK (kind IN ('secondary', 'former')),
    PRIMARY KEY (company_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_also_key ON company_name (name_key);

-- updated_at is when the row last changed. It never goes back: each transaction takes it from register_state.
CREATE INDEX company_updated ON company (updated_at);

-- One row. Whoever writes companies holds it until the transaction ends, so that changed_at rises in the order in which
-- changes can be seen. holder: the import at work, which shows at beat_at that it lives.
CREATE TABLE register_state (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    changed_at INTEGER NOT NULL,
    holder     TEXT    NOT NULL,
    beat_at    INTEGER NOT NULL
) STRICT;
INSERT INTO register_state (id, changed_at, holder, beat_at) SELECT 1, COALESCE(max(updated_at), 0), '', 0 FROM company;

-- position: how many records of the file are dealt with. The file is known again by its sum and size.
CREATE TABLE register_import (
    id          INTEGER PRIMARY KEY,
    source      TEXT    NOT NULL CHECK (source <> ''),
    file        TEXT    NOT NULL,
    sum         TEXT    NOT NULL,
    size        INTEGER NOT NULL CHECK (size >= 0),
    replacing   INTEGER NOT NULL CHECK (replacing IN (0, 1)),
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,
    position    INTEGER NOT NULL CHECK (position >= 0),
    added       INTEGER NOT NULL CHECK (added >= 0),
    changed     INTEGER NOT NULL CHECK (changed >= 0),
    unchanged   INTEGER NOT NULL CHECK (unchanged >= 0),
    ended       INTEGER NOT NULL CHECK (ended >= 0)
) STRICT;
