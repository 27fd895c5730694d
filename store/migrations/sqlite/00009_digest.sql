-- What a channel is told once a workday or a week, and which days were told.

-- +goose Up
-- at_clock: minutes after midnight. weekly: 1 Monday to 5 Friday, 0 each workday. readers: ids of the organisations that
-- read the channel when a person confirmed it. set_at: when its time was set.
CREATE TABLE digest (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    team_id    TEXT    NOT NULL CHECK (team_id <> ''),
    channel_id TEXT    NOT NULL CHECK (channel_id <> ''),
    org_id     INTEGER NOT NULL REFERENCES org (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    at_clock   INTEGER NOT NULL CHECK (at_clock BETWEEN 0 AND 1439),
    weekly     INTEGER NOT NULL CHECK (weekly BETWEEN 0 AND 5),
    lang       TEXT    NOT NULL CHECK (lang IN ('da', 'en')),
    filter     TEXT    NOT NULL CHECK (json_valid(filter)),
    readers    TEXT    NOT NULL CHECK (json_valid(readers)),
    is_on      INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    why        TEXT    NOT NULL CHECK (why IN ('', 'off', 'gone', 'readers')),
    set_at     INTEGER NOT NULL,
    version    INTEGER NOT NULL CHECK (version >= 1),
    UNIQUE (team_id, channel_id),
    CHECK ((is_on = 1) = (why = ''))
) STRICT;
CREATE INDEX digest_on ON digest (id) WHERE is_on = 1;

-- One row for each digest and day, also for a day with nothing to say: whoever writes it sends. by_program says which
-- program did.
CREATE TABLE digest_sent (
    digest_id  INTEGER NOT NULL REFERENCES digest (id),
    day        TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    at         INTEGER NOT NULL,
    from_at    INTEGER NOT NULL,
    to_at      INTEGER NOT NULL,
    by_program TEXT    NOT NULL,
    PRIMARY KEY (digest_id, day),
    CHECK (to_at >= from_at)
) STRICT, WITHOUT ROWID;

-- By when they were written digests find contacts, and by when others could see them proposals.
CREATE INDEX contact_created ON contact (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX proposal_shared ON proposal (shared_at) WHERE shared_at IS NOT NULL AND deleted_at IS NULL;
