-- +goose Up
-- Channels to which Slack gave another id: what was addressed to the old one goes to the new one.
CREATE TABLE channel_alias (
    team_id TEXT NOT NULL CHECK (team_id <> ''),
    old_id  TEXT NOT NULL CHECK (old_id <> ''),
    new_id  TEXT NOT NULL CHECK (new_id <> ''),
    at      INTEGER NOT NULL,
    PRIMARY KEY (team_id, old_id)
) STRICT;

-- The Home tab lists a person's own open follow-ups.
CREATE INDEX follow_up_owner ON follow_up (owner_id, due) WHERE state = 'open';
