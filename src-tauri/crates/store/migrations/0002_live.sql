-- The live interview.
--
-- A place is one text: a question's id, 'general' or 'candidate_questions'. Tables whose rules change are made anew.

-- Entries are filed at a place, may be code, and may be evidence for one line of the question. One index serves the list,
-- the count and the deletion of an interview, since every kept note pays for each.
CREATE TABLE entry_next (
    row_id       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    place        TEXT NOT NULL CHECK (place <> ''),
    kind         TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'good', 'concern', 'follow_up', 'code')),
    link_target  TEXT CHECK (link_target IN ('indicator', 'red_flag')),
    link_number  INTEGER CHECK (link_number >= 1),
    text         TEXT NOT NULL,
    at_seconds   INTEGER NOT NULL CHECK (at_seconds >= 0),
    -- When it was first kept.
    created_at   INTEGER NOT NULL,
    rev          INTEGER NOT NULL CHECK (rev >= 1),
    removed_at   INTEGER,
    CHECK ((link_target IS NULL) = (link_number IS NULL))
) STRICT;
INSERT INTO entry_next (row_id, id, interview_id, place, kind, text, at_seconds, created_at, rev, removed_at)
SELECT row_id, id, interview_id, ifnull(question_id, 'general'), kind, text, at_seconds, created_at, rev, removed_at
FROM entry;
DROP TABLE entry;
ALTER TABLE entry_next RENAME TO entry;
CREATE INDEX entry_interview ON entry (interview_id, removed_at, created_at);

-- What is being typed: at most one new note a place, at most one change of each entry.
CREATE TABLE draft_next (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    place        TEXT NOT NULL CHECK (place <> ''),
    -- The kept entry that is being changed.
    entry_id     TEXT UNIQUE REFERENCES entry (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'good', 'concern', 'follow_up', 'code')),
    link_target  TEXT CHECK (link_target IN ('indicator', 'red_flag')),
    link_number  INTEGER CHECK (link_number >= 1),
    link_state   TEXT CHECK (link_state IN ('heard', 'prompted')),
    text         TEXT NOT NULL CHECK (text <> ''),
    at_seconds   INTEGER NOT NULL CHECK (at_seconds >= 0),
    CHECK ((link_target IS NULL) = (link_number IS NULL) AND (link_target IS NULL) = (link_state IS NULL))
) STRICT;
INSERT INTO draft_next (row_id, interview_id, place, kind, text, at_seconds)
SELECT row_id, interview_id, ifnull(question_id, 'general'), kind, text, at_seconds
FROM draft;
DROP TABLE draft;
ALTER TABLE draft_next RENAME TO draft;
CREATE UNIQUE INDEX draft_place ON draft (interview_id, place, ifnull(entry_id, ''));

-- The place last on screen.
ALTER TABLE interview ADD COLUMN at_place TEXT NOT NULL DEFAULT 'general';
UPDATE interview SET at_place = at_question_id WHERE at_question_id IS NOT NULL;
ALTER TABLE interview DROP COLUMN at_question_id;

-- Interviews of one meeting with several interviewers have one session. Until now each was a meeting of its own.
ALTER TABLE interview ADD COLUMN session_id TEXT NOT NULL DEFAULT '';
UPDATE interview SET session_id = id;
CREATE INDEX interview_session ON interview (session_id);
ALTER TABLE interview ADD COLUMN part TEXT CHECK (part IN ('lead', 'scribe'));
-- Whose laptop it is kept on, where that is not its interviewer's.
ALTER TABLE interview ADD COLUMN host_id TEXT REFERENCES interviewer (id);

-- How the meeting goes, and when. Until now an interview began when it was started and ended when it was submitted.
ALTER TABLE interview ADD COLUMN phase TEXT NOT NULL DEFAULT 'prepared'
    CHECK (phase IN ('prepared', 'live', 'paused', 'ended', 'no_show', 'withdrawn', 'interrupted'));
ALTER TABLE interview ADD COLUMN phase_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN mode TEXT NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'afterwards'));
ALTER TABLE interview ADD COLUMN held_at INTEGER;
ALTER TABLE interview ADD COLUMN begun_at INTEGER;
ALTER TABLE interview ADD COLUMN ended_at INTEGER;
-- Seconds without pauses, as the page told them, and when it did.
ALTER TABLE interview ADD COLUMN elapsed_seconds INTEGER NOT NULL DEFAULT 0 CHECK (elapsed_seconds >= 0);
ALTER TABLE interview ADD COLUMN told_at INTEGER;
ALTER TABLE interview ADD COLUMN late_minutes INTEGER NOT NULL DEFAULT 0 CHECK (late_minutes >= 0);
ALTER TABLE interview ADD COLUMN early_minutes INTEGER NOT NULL DEFAULT 0 CHECK (early_minutes >= 0);
-- What was agreed for the candidate, never why.
ALTER TABLE interview ADD COLUMN more_minutes INTEGER NOT NULL DEFAULT 0 CHECK (more_minutes >= 0);
ALTER TABLE interview ADD COLUMN break_minutes INTEGER NOT NULL DEFAULT 0 CHECK (break_minutes >= 0);
ALTER TABLE interview ADD COLUMN questions_ahead INTEGER NOT NULL DEFAULT 0 CHECK (questions_ahead IN (0, 1));
UPDATE interview SET
    begun_at = created_at,
    ended_at = (SELECT s.submitted_at FROM scorecard s WHERE s.interview_id = interview.id),
    elapsed_seconds =
        ifnull((SELECT sum(r.spent_seconds) FROM question_record r WHERE r.interview_id = interview.id), 0),
    told_at = saved_at;
UPDATE interview SET phase = iif(ended_at IS NULL, 'live', 'ended');

CREATE TABLE pause (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    cause        TEXT NOT NULL CHECK (cause IN ('asked', 'sleep', 'interrupted')),
    at_seconds   INTEGER NOT NULL CHECK (at_seconds >= 0),
    began_at     INTEGER NOT NULL,
    ended_at     INTEGER
) STRICT;
CREATE INDEX pause_interview ON pause (interview_id);

-- Why an answer could not be judged, and how a question was not asked as the kit has it.
ALTER TABLE question_record ADD COLUMN unjudged TEXT
    CHECK (unjudged IN ('interrupted', 'out_of_time', 'misunderstood'));
ALTER TABLE question_record ADD COLUMN deviation TEXT CHECK (deviation IN ('reworded', 'skipped'));
ALTER TABLE question_record ADD COLUMN deviation_reason TEXT NOT NULL DEFAULT '';

-- How often a probe was asked; number 0 counts the unplanned ones.
CREATE TABLE probe (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id  TEXT NOT NULL,
    number       INTEGER NOT NULL CHECK (number >= 0),
    asked        INTEGER NOT NULL CHECK (asked >= 1),
    UNIQUE (interview_id, question_id, number)
) STRICT;

-- What was done at each place, newest last, so that it can be undone. Gone once the scorecard is submitted. It has no row
-- id, unlike every other table: each kept note writes here too, and so it writes one page and not two.
CREATE TABLE action (
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    place        TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    -- For typed text: the entry that was being changed, and the number of what was typed without a rest.
    entry_id     TEXT,
    typing       INTEGER,
    undone       INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    -- Every change, before and after.
    doc          TEXT NOT NULL,
    PRIMARY KEY (interview_id, place, seq)
) STRICT, WITHOUT ROWID;
-- Nearly always empty: every action asks whether there is something to redo.
CREATE INDEX action_undone ON action (interview_id, place, seq) WHERE undone = 1;

CREATE TABLE preparation (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
    covers       TEXT NOT NULL,
    asked        TEXT NOT NULL,
    retention    TEXT NOT NULL
) STRICT;

-- The bytes stand last, so that everything else is read without them.
CREATE TABLE attachment (
    row_id       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    place        TEXT NOT NULL CHECK (place <> ''),
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'text')),
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    created_at   INTEGER NOT NULL,
    size         INTEGER NOT NULL CHECK (size >= 0),
    bytes        BLOB NOT NULL CHECK (length(bytes) = size)
) STRICT;
CREATE INDEX attachment_interview ON attachment (interview_id);

ALTER TABLE candidate ADD COLUMN spoken_name TEXT NOT NULL DEFAULT '';
-- Made up for a practice interview, which is thrown away afterwards.
ALTER TABLE candidate ADD COLUMN practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1));
CREATE INDEX candidate_practice ON candidate (practice) WHERE practice = 1;
