-- Figures read this index alone for whom, when, with whom and how openly: the rows of a month of five million contacts
-- lie all over the file. It begins as contact_org did and takes its place.

-- +goose Up
CREATE INDEX contact_figures ON contact (org_id, date, company_id, status, channel, share, person_id) WHERE deleted_at IS NULL;
DROP INDEX contact_org;
-- When follow-ups of an organisation were closed.
CREATE INDEX follow_up_closed ON follow_up (org_id, closed_at) WHERE state = 'done';

-- How many companies of a municipality have at least one employee: what the contact rate is counted against. as_of is the
-- day of the count and source where it was found.
CREATE TABLE denominator (
    municipality TEXT    NOT NULL CHECK (length(municipality) = 3 AND municipality ~ '^[0-9]+$'),
    year         BIGINT  NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    companies    BIGINT  NOT NULL CHECK (companies > 0),
    source       TEXT    NOT NULL CHECK (source <> ''),
    as_of        TEXT COLLATE "C" NOT NULL CHECK (as_of ~ '^[0-9]{4}-[01][0-9]-[0-3][0-9]$'),
    PRIMARY KEY (municipality, year)
);

-- Companies of a municipality that nobody has contacted.
CREATE INDEX company_municipality ON company (municipality, status);
