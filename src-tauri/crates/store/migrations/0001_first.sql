-- The first format.
--
-- Every table has an integer row id, which is the order in which rows came. What people or packs make has a text id that
-- is the same on every laptop; what belongs to exactly one place of one interview (a tick, a draft) is named by the place.
-- Times are milliseconds since 1970-01-01 UTC. An interviewer's time of making is in the UUIDv7; everything below an
-- interview is owned by its interviewer. Documents are JSON as workbench-domain writes it.

CREATE TABLE setting (
    row_id INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    value  TEXT NOT NULL
) STRICT;

CREATE TABLE interviewer (
    row_id INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    is_me  INTEGER NOT NULL DEFAULT 0 CHECK (is_me IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX interviewer_me ON interviewer (is_me) WHERE is_me = 1;

CREATE TABLE role (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    doc        TEXT NOT NULL CHECK (json_valid(doc)),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- A question through all its versions.
CREATE TABLE question (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE question_version (
    row_id      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    hash        TEXT NOT NULL CHECK (length(hash) = 64),
    doc         TEXT NOT NULL CHECK (json_valid(doc)),
    created_at  INTEGER NOT NULL,
    UNIQUE (question_id, number)
) STRICT;
CREATE INDEX question_version_hash ON question_version (question_id, hash);
CREATE TRIGGER question_version_is_frozen BEFORE UPDATE ON question_version
BEGIN SELECT RAISE(ABORT, 'a version of a question never changes'); END;

-- The newest version of each question: its row id is that version's, so that a higher one is newer. What is searched is
-- folded by the program, because the index knows no ł, no ø and no 太郎.
CREATE TABLE question_newest (
    row_id       INTEGER PRIMARY KEY REFERENCES question_version (row_id) ON DELETE CASCADE,
    question_id  TEXT NOT NULL UNIQUE REFERENCES question (id) ON DELETE CASCADE,
    folded_title TEXT NOT NULL,
    folded_body  TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE question_search USING fts5 (
    folded_title, folded_body,
    content = 'question_newest', content_rowid = 'row_id',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '+#'",
    prefix = '2 3'
);
INSERT INTO question_search (question_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER question_newest_added AFTER INSERT ON question_newest
BEGIN
    INSERT INTO question_search (rowid, folded_title, folded_body)
    VALUES (new.row_id, new.folded_title, new.folded_body);
END;
CREATE TRIGGER question_newest_removed AFTER DELETE ON question_newest
BEGIN
    INSERT INTO question_search (question_search, rowid, folded_title, folded_body)
    VALUES ('delete', old.row_id, old.folded_title, old.folded_body);
END;
CREATE TRIGGER question_newest_changed AFTER UPDATE ON question_newest
BEGIN
    INSERT INTO question_search (question_search, rowid, folded_title, folded_body)
    VALUES ('delete', old.row_id, old.folded_title, old.folded_body);
    INSERT INTO question_search (rowid, folded_title, folded_body)
    VALUES (new.row_id, new.folded_title, new.folded_body);
END;

-- A kit through all its versions.
CREATE TABLE kit (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE kit_version (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kit_id     TEXT NOT NULL REFERENCES kit (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number >= 1),
    hash       TEXT NOT NULL CHECK (length(hash) = 64),
    doc        TEXT NOT NULL CHECK (json_valid(doc)),
    role_doc   TEXT NOT NULL CHECK (json_valid(role_doc)),
    created_at INTEGER NOT NULL,
    UNIQUE (kit_id, number)
) STRICT;
CREATE TRIGGER kit_version_is_frozen BEFORE UPDATE ON kit_version
BEGIN SELECT RAISE(ABORT, 'a version of a kit never changes'); END;

-- The questions of a version of a kit, as they were then. A version that a kit uses cannot be deleted.
CREATE TABLE kit_question (
    row_id      INTEGER PRIMARY KEY,
    kit_row     INTEGER NOT NULL REFERENCES kit_version (row_id) ON DELETE CASCADE,
    place       INTEGER NOT NULL CHECK (place >= 1),
    version_row INTEGER NOT NULL REFERENCES question_version (row_id),
    UNIQUE (kit_row, place)
) STRICT;
CREATE INDEX kit_question_version ON kit_question (version_row);

CREATE TABLE candidate (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    owner_id   TEXT NOT NULL REFERENCES interviewer (id),
    name       TEXT NOT NULL,
    role_id    TEXT NOT NULL REFERENCES role (id),
    sample     INTEGER NOT NULL CHECK (sample IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX candidate_owner ON candidate (owner_id);
CREATE INDEX candidate_role ON candidate (role_id);

CREATE TABLE interview (
    row_id         INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    candidate_id   TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    interviewer_id TEXT NOT NULL REFERENCES interviewer (id),
    kit_id         TEXT NOT NULL,
    kit_number     INTEGER NOT NULL,
    -- The question last on screen.
    at_question_id TEXT,
    -- When it was started.
    created_at     INTEGER NOT NULL,
    -- When anything in it was last saved.
    saved_at       INTEGER NOT NULL,
    FOREIGN KEY (kit_id, kit_number) REFERENCES kit_version (kit_id, number)
) STRICT;
CREATE INDEX interview_candidate ON interview (candidate_id);
CREATE INDEX interview_interviewer ON interview (interviewer_id);
CREATE INDEX interview_kit ON interview (kit_id, kit_number);
CREATE INDEX interview_started ON interview (created_at);

CREATE TABLE entry (
    row_id       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id  TEXT,
    kind         TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'good', 'concern', 'follow_up')),
    text         TEXT NOT NULL,
    at_seconds   INTEGER NOT NULL CHECK (at_seconds >= 0),
    -- When it was first kept.
    created_at   INTEGER NOT NULL,
    rev          INTEGER NOT NULL CHECK (rev >= 1),
    removed_at   INTEGER
) STRICT;
CREATE INDEX entry_interview ON entry (interview_id, created_at);
CREATE INDEX entry_kept ON entry (interview_id) WHERE removed_at IS NULL;

-- At most one a place: under a question, or for the interview in general.
CREATE TABLE draft (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id  TEXT,
    kind         TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'good', 'concern', 'follow_up')),
    text         TEXT NOT NULL CHECK (text <> ''),
    at_seconds   INTEGER NOT NULL CHECK (at_seconds >= 0)
) STRICT;
CREATE UNIQUE INDEX draft_place ON draft (interview_id, ifnull(question_id, ''));

CREATE TABLE tick (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id  TEXT NOT NULL,
    target       TEXT NOT NULL CHECK (target IN ('indicator', 'red_flag')),
    number       INTEGER NOT NULL CHECK (number >= 1),
    state        TEXT NOT NULL CHECK (state IN ('heard', 'prompted')),
    UNIQUE (interview_id, question_id, target, number)
) STRICT;

-- What was said of one question: its rating and the time spent on it.
CREATE TABLE question_record (
    row_id        INTEGER PRIMARY KEY,
    interview_id  TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id   TEXT NOT NULL,
    rating        TEXT CHECK (rating IN ('1', '2', '3', '4', '5', 'not_asked', 'could_not_judge')),
    rated_at      INTEGER,
    spent_seconds INTEGER NOT NULL DEFAULT 0 CHECK (spent_seconds >= 0),
    UNIQUE (interview_id, question_id)
) STRICT;

CREATE TABLE scorecard (
    row_id         INTEGER PRIMARY KEY,
    interview_id   TEXT NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
    recommendation TEXT CHECK (recommendation IN ('strong_no', 'no', 'yes', 'strong_yes')),
    reason         TEXT NOT NULL,
    submitted_at   INTEGER,
    hash           TEXT CHECK (length(hash) = 64),
    CHECK ((submitted_at IS NULL) = (hash IS NULL)),
    CHECK (submitted_at IS NULL OR recommendation IS NOT NULL)
) STRICT;
CREATE TRIGGER scorecard_is_locked BEFORE UPDATE ON scorecard WHEN old.submitted_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the scorecard is submitted and locked'); END;
