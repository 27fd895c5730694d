-- Organisations that joined another's planned contact, who of them is told of changes, and what that person knows of it: how
-- it stands, the day and the minute of the day (-1 for none). left_at where they take no part any more.

-- +goose Up
CREATE TABLE joining (
    contact_id BIGINT NOT NULL REFERENCES contact (id),
    org_id     BIGINT NOT NULL REFERENCES org (id),
    person_id  BIGINT NOT NULL REFERENCES person (id),
    brings     TEXT     NOT NULL CHECK (length(brings) <= 500),
    known      TEXT     NOT NULL CHECK (known <> ''),
    day        TEXT COLLATE "C" NOT NULL CHECK (day ~ '^[0-9]{4}-[01][0-9]-[0-3][0-9]$'),
    start      SMALLINT NOT NULL CHECK (start BETWEEN -1 AND 1439),
    joined_at  BIGINT NOT NULL,
    left_at    BIGINT,
    PRIMARY KEY (contact_id, org_id)
);
CREATE INDEX joining_ahead ON joining (day) WHERE left_at IS NULL;
