-- Project proposals on their way through forum and council, the consultations on them, and which of our messages stand where.

-- +goose Up
-- The channel in which an organisation is told of proposals and heard.
CREATE TABLE org_channel (
    org_id     INTEGER PRIMARY KEY REFERENCES org (id),
    team_id    TEXT    NOT NULL CHECK (team_id <> ''),
    channel_id TEXT    NOT NULL CHECK (channel_id <> ''),
    lang       TEXT    NOT NULL CHECK (lang IN ('', 'da', 'en')),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    at         INTEGER NOT NULL
) STRICT;

-- Organisations whose proposals a language model may draft the card of.
CREATE TABLE org_model (
    org_id    INTEGER PRIMARY KEY REFERENCES org (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    at        INTEGER NOT NULL
) STRICT;

-- card is what was read by machine and never changes; proposal_field has what people corrected. shared_at: when other
-- organisations could first see it. AUTOINCREMENT: its number stands in notes and old messages.
CREATE TABLE proposal (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    org_id        INTEGER NOT NULL REFERENCES org (id),
    person_id     INTEGER NOT NULL REFERENCES person (id),
    title         TEXT    NOT NULL CHECK (title <> ''),
    applicant     TEXT    NOT NULL,
    applicant_key TEXT    NOT NULL,
    stage         TEXT    NOT NULL CHECK (stage IN ('draft', 'idea', 'early_notice', 'consultation', 'recommendation', 'decided', 'running', 'closed')),
    decision      TEXT    NOT NULL CHECK (decision IN ('', 'approved', 'approved_with_comments', 'rejected', 'withdrawn')),
    idea_on       TEXT    NOT NULL CHECK (idea_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    shared_at     INTEGER,
    decided_on    TEXT    CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    applied       INTEGER NOT NULL CHECK (applied >= -1),
    total         INTEGER NOT NULL CHECK (total >= -1),
    from_day      TEXT    CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    to_day        TEXT    CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deadline      TEXT    CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    construction  TEXT    NOT NULL,
    made          TEXT    NOT NULL CHECK (made IN ('extract', 'draft', 'person')),
    card          TEXT    NOT NULL CHECK (json_valid(card)),
    delivery      TEXT    NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    deleted_at    INTEGER,
    version       INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE INDEX proposal_org ON proposal (org_id, id) WHERE deleted_at IS NULL;
CREATE INDEX proposal_stage ON proposal (stage, id) WHERE deleted_at IS NULL;
CREATE INDEX proposal_applicant ON proposal (applicant_key) WHERE deleted_at IS NULL AND applicant_key <> '';
CREATE INDEX proposal_created ON proposal (created_at);
CREATE UNIQUE INDEX proposal_delivery ON proposal (delivery) WHERE delivery <> '';

-- The codes by which proposals are found and compared: regions, municipalities, trades, words of the title.
CREATE TABLE proposal_mark (
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('region', 'municipality', 'trade', 'partner', 'word')),
    code        TEXT    NOT NULL CHECK (code <> ''),
    PRIMARY KEY (proposal_id, kind, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_mark_code ON proposal_mark (kind, code);

-- The text of what the card was read from, CPR numbers masked, by pages. The file itself is not kept.
CREATE TABLE proposal_document (
    id          INTEGER PRIMARY KEY,
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    position    INTEGER NOT NULL CHECK (position >= 0),
    name        TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    size        INTEGER NOT NULL CHECK (size >= 0),
    sum         TEXT    NOT NULL,
    pages       TEXT    NOT NULL CHECK (json_valid(pages)),
    UNIQUE (proposal_id, position)
) STRICT;

-- A field as a person corrected it, the latest the one that counts; value is JSON as in the card.
CREATE TABLE proposal_field (
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    field       TEXT    NOT NULL CHECK (field <> ''),
    value       TEXT    NOT NULL CHECK (json_valid(value)),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, version, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_history (
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    at          INTEGER NOT NULL,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    what        TEXT    NOT NULL CHECK (what <> ''),
    details     TEXT    NOT NULL CHECK (json_valid(details)),
    PRIMARY KEY (proposal_id, version)
) STRICT;

CREATE TABLE proposal_comment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    org_id      INTEGER NOT NULL REFERENCES org (id),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    at          INTEGER NOT NULL,
    text        TEXT    NOT NULL CHECK (text <> '' AND length(text) <= 5000),
    delivery    TEXT    NOT NULL
) STRICT;
CREATE INDEX proposal_comment_of ON proposal_comment (proposal_id, at);
CREATE UNIQUE INDEX proposal_comment_delivery ON proposal_comment (delivery) WHERE delivery <> '';

-- Who was told of a proposal early, and when.
CREATE TABLE proposal_notice (
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    org_id      INTEGER NOT NULL REFERENCES org (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, org_id)
) STRICT, WITHOUT ROWID;

-- Times are when it was opened and ended. The note is made once, when it ends, and numbered within its year; note is its
-- content as JSON and note_hash the SHA-256 of that.
CREATE TABLE consultation (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    org_id      INTEGER NOT NULL REFERENCES org (id),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    question    TEXT    NOT NULL,
    opened_at   INTEGER NOT NULL,
    deadline    TEXT    NOT NULL CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    state       TEXT    NOT NULL CHECK (state IN ('open', 'ended', 'cancelled')),
    team_id     TEXT    NOT NULL,
    channel_id  TEXT    NOT NULL,
    delivery    TEXT    NOT NULL,
    ended_at    INTEGER,
    ended_by    INTEGER REFERENCES person (id),
    note_year   INTEGER,
    note_number INTEGER CHECK (note_number >= 1),
    note        TEXT    CHECK (json_valid(note)),
    note_hash   TEXT,
    signed_at   INTEGER,
    signed_by   INTEGER REFERENCES person (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    UNIQUE (note_year, note_number),
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK ((note_number IS NULL) = (note IS NULL))
) STRICT;
CREATE INDEX consultation_proposal ON consultation (proposal_id);
CREATE INDEX consultation_open ON consultation (deadline) WHERE state = 'open';
CREATE UNIQUE INDEX consultation_delivery ON consultation (delivery) WHERE delivery <> '';

-- The organisations heard. position is the one that counts; '' while there is none.
CREATE TABLE consultation_org (
    consultation_id INTEGER NOT NULL REFERENCES consultation (id),
    org_id          INTEGER NOT NULL REFERENCES org (id),
    team_id         TEXT    NOT NULL,
    channel_id      TEXT    NOT NULL,
    position        TEXT    NOT NULL CHECK (position IN ('', 'supports', 'supports_with_comments', 'concerns', 'not_relevant')),
    words           TEXT    NOT NULL CHECK (length(words) <= 5000),
    person_id       INTEGER REFERENCES person (id),
    answered_at     INTEGER,
    version         INTEGER NOT NULL CHECK (version >= 0),
    reminded        INTEGER NOT NULL CHECK (reminded BETWEEN 0 AND 3),
    reminded_on     TEXT    CHECK (reminded_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    PRIMARY KEY (consultation_id, org_id),
    CHECK ((position = '') = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX consultation_org_of ON consultation_org (org_id);

-- Every position that was ever given, also those changed since.
CREATE TABLE consultation_answer (
    consultation_id INTEGER NOT NULL REFERENCES consultation (id),
    org_id          INTEGER NOT NULL REFERENCES org (id),
    version         INTEGER NOT NULL CHECK (version >= 1),
    position        TEXT    NOT NULL,
    words           TEXT    NOT NULL,
    person_id       INTEGER NOT NULL REFERENCES person (id),
    at              INTEGER NOT NULL,
    delivery        TEXT    NOT NULL,
    PRIMARY KEY (consultation_id, org_id, version)
) STRICT, WITHOUT ROWID;

-- What was said in the thread and attached by a person. source is the message it was, attached once.
CREATE TABLE consultation_comment (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    consultation_id INTEGER NOT NULL REFERENCES consultation (id),
    org_id          INTEGER NOT NULL REFERENCES org (id),
    person_id       INTEGER NOT NULL REFERENCES person (id),
    author          TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    text            TEXT    NOT NULL CHECK (text <> '' AND length(text) <= 5000),
    source          TEXT    NOT NULL CHECK (source <> ''),
    UNIQUE (consultation_id, source)
) STRICT;

-- A message of ours that is changed later, or has a thread: which one it became in that channel.
CREATE TABLE posted (
    team_id    TEXT    NOT NULL CHECK (team_id <> ''),
    key        TEXT    NOT NULL CHECK (key <> ''),
    channel_id TEXT    NOT NULL CHECK (channel_id <> ''),
    ts         TEXT    NOT NULL CHECK (ts <> ''),
    at         INTEGER NOT NULL,
    PRIMARY KEY (team_id, key)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER proposal_history_update BEFORE UPDATE ON proposal_history BEGIN
    SELECT RAISE(ABORT, 'proposal_history is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER proposal_history_delete BEFORE DELETE ON proposal_history BEGIN
    SELECT RAISE(ABORT, 'proposal_history is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER consultation_answer_update BEFORE UPDATE ON consultation_answer BEGIN
    SELECT RAISE(ABORT, 'consultation_answer is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER consultation_answer_delete BEFORE DELETE ON consultation_answer BEGIN
    SELECT RAISE(ABORT, 'consultation_answer is append-only');
END;
-- +goose StatementEnd
