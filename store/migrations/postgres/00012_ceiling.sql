-- +goose Up
-- How many contacts in a period are much for a company of a region: those with more are listed. A region that is not here
-- has the program's own number. person_id is NULL where it was set at the command line.
CREATE TABLE contact_ceiling (
    region    TEXT   PRIMARY KEY CHECK (region <> ''),
    contacts  BIGINT NOT NULL CHECK (contacts BETWEEN 1 AND 1000),
    person_id BIGINT REFERENCES person (id),
    at        BIGINT NOT NULL
);
