-- Which workspaces the program speaks in, who asked to be let in, and what has arrived already.

-- +goose Up
CREATE TABLE workspace (
    team_id     TEXT   PRIMARY KEY CHECK (team_id <> ''),
    name        TEXT   NOT NULL,
    org_id      INTEGER REFERENCES org (id),
    bot_user_id TEXT   NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('active', 'gone')),
    updated_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE access_request (
    id         INTEGER PRIMARY KEY,
    team_id    TEXT   NOT NULL CHECK (team_id <> ''),
    user_id    TEXT   NOT NULL CHECK (user_id <> ''),
    name       TEXT   NOT NULL,
    asked_at   INTEGER NOT NULL,
    state      TEXT   NOT NULL CHECK (state IN ('open', 'accepted', 'declined')),
    decided_by INTEGER REFERENCES person (id),
    decided_at INTEGER,
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX access_request_open ON access_request (team_id, user_id) WHERE state = 'open';

-- A delivery is the sender's name for one thing that arrived: what it logged or changed is done once, however often
-- it comes. answered: its answer has been handed over, and another copy needs none.
CREATE TABLE delivery (
    id         TEXT   PRIMARY KEY CHECK (id <> ''),
    at         INTEGER NOT NULL,
    contact_id INTEGER REFERENCES contact (id),
    answered   INTEGER NOT NULL CHECK (answered IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_at ON delivery (at);
