-- What was done to a follow-up, by whom, and how often its owner was reminded; and which plans were asked about.

-- +goose Up
-- set_at: when the due day or the owner was last set. reminded counts for that day and owner; reminded_on is the last day
-- on which a reminder was sent.
ALTER TABLE follow_up ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE follow_up ADD COLUMN set_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_up ADD COLUMN closed_by INTEGER REFERENCES person (id);
ALTER TABLE follow_up ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0 CHECK (reminded BETWEEN 0 AND 3);
ALTER TABLE follow_up ADD COLUMN reminded_on TEXT CHECK (reminded_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
CREATE INDEX follow_up_org ON follow_up (org_id, due) WHERE state = 'open';
CREATE INDEX follow_up_remind ON follow_up (due) WHERE state = 'open' AND reminded < 3;

-- One line for each act, with the follow-up as it was before; batch names all that was
-- done at once. version is the one the act made: an act can be undone as long as that is still the follow-up's.
CREATE TABLE follow_up_change (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    batch        TEXT NOT NULL,
    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id),
    version      INTEGER NOT NULL CHECK (version >= 1),
    at           INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    delivery     TEXT NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('added', 'done', 'moved', 'given', 'undone')),
    state        TEXT NOT NULL,
    due          TEXT NOT NULL,
    due_text     TEXT NOT NULL,
    owner_id     INTEGER NOT NULL REFERENCES person (id),
    reminded     INTEGER NOT NULL,
    UNIQUE (follow_up_id, version)
) STRICT;
CREATE INDEX follow_up_change_batch ON follow_up_change (batch);
CREATE INDEX follow_up_change_delivery ON follow_up_change (delivery) WHERE delivery <> '';

-- asked_for: the planned day after which the planner was asked what became of it.
ALTER TABLE contact ADD COLUMN asked_for TEXT CHECK (asked_for GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
CREATE INDEX contact_unasked ON contact (date) WHERE deleted_at IS NULL AND status = 'planned' AND (asked_for IS NULL OR asked_for <> date);
