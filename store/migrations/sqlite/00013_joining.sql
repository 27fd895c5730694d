-- Organisations that joined another's planned contact, who of them is told of changes, and what that person knows of it: how
-- it stands, the day and the minute of the day (-1 for none). left_at where they take no part any more.

-- +goose Up
CREATE TABLE joining (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    org_id     INTEGER NOT NULL REFERENCES org (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    brings     TEXT    NOT NULL CHECK (length(brings) <= 500),
    known      TEXT    NOT NULL CHECK (known <> ''),
    day        TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    start      INTEGER NOT NULL CHECK (start BETWEEN -1 AND 1439),
    joined_at  INTEGER NOT NULL,
    left_at    INTEGER,
    PRIMARY KEY (contact_id, org_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX joining_ahead ON joining (day) WHERE left_at IS NULL;
