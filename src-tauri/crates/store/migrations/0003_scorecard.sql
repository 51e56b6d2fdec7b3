-- The write-up: reasons with their evidence, own ratings, every version of a scorecard, hidden notes, settled follow-ups,
-- and who has seen whose.

-- Reasons for and against, own ratings of competencies, and the confirmation of the means: JSON.
ALTER TABLE scorecard ADD COLUMN doc TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(doc));
-- Minutes from the end of the meeting to submission; none where it was submitted before this was kept.
ALTER TABLE scorecard ADD COLUMN minutes INTEGER CHECK (minutes >= 0);
-- Whether it was submitted although required questions were left unrated.
ALTER TABLE scorecard ADD COLUMN anyway INTEGER NOT NULL DEFAULT 0 CHECK (anyway IN (0, 1));

-- What each version of a submitted scorecard says. The first one counts; a later one has a reason.
CREATE TABLE scorecard_version (
    row_id              INTEGER PRIMARY KEY,
    interview_id        TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    number              INTEGER NOT NULL CHECK (number >= 1),
    doc                 TEXT NOT NULL CHECK (json_valid(doc)),
    hash                TEXT NOT NULL CHECK (length(hash) = 64),
    created_at          INTEGER NOT NULL,
    reason              TEXT,
    after_seeing_others INTEGER NOT NULL CHECK (after_seeing_others IN (0, 1)),
    UNIQUE (interview_id, number),
    CHECK ((number = 1) = (reason IS NULL))
) STRICT;
CREATE TRIGGER scorecard_version_is_frozen BEFORE UPDATE ON scorecard_version
BEGIN SELECT RAISE(ABORT, 'a version of a scorecard never changes'); END;

-- Scorecards that were submitted before versions were kept are their own first versions.
INSERT INTO scorecard_version (interview_id, number, doc, hash, created_at, after_seeing_others)
SELECT s.interview_id, 1,
    json_object(
        'recommendation', s.recommendation, 'reason', s.reason, 'reasons_for', json('[]'), 'reasons_against', json('[]'),
        'own_ratings', json('[]'),
        'ratings', (
            SELECT json_group_array(
                json_object('question_id', o.question_id, 'rating',
                    CASE WHEN o.rating IN ('1', '2', '3', '4', '5') THEN CAST(o.rating AS INTEGER) ELSE o.rating END))
            FROM (
                SELECT r.question_id, r.rating
                FROM interview i
                JOIN kit_version k ON k.kit_id = i.kit_id AND k.number = i.kit_number
                JOIN kit_question q ON q.kit_row = k.row_id
                JOIN question_version v ON v.row_id = q.version_row
                JOIN question_record r ON r.interview_id = i.id AND r.question_id = v.question_id
                WHERE i.id = s.interview_id AND r.rating IS NOT NULL
                ORDER BY q.place
            ) o
        )),
    s.hash, s.submitted_at, 0
FROM scorecard s
WHERE s.submitted_at IS NOT NULL
ORDER BY s.row_id;

-- When an interviewer first saw a scorecard on a candidate that another had submitted.
CREATE TABLE seen (
    row_id         INTEGER PRIMARY KEY,
    interviewer_id TEXT NOT NULL REFERENCES interviewer (id),
    candidate_id   TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    created_at     INTEGER NOT NULL,
    UNIQUE (interviewer_id, candidate_id)
) STRICT;
CREATE INDEX seen_candidate ON seen (candidate_id);

-- A note about a protected topic: sealed, and shown by its topic and time alone.
ALTER TABLE entry ADD COLUMN hidden_topic TEXT;
ALTER TABLE entry ADD COLUMN hidden_at INTEGER CHECK ((hidden_at IS NULL) = (hidden_topic IS NULL));
-- When a follow-up was settled.
ALTER TABLE entry ADD COLUMN settled_at INTEGER;
-- Only of the few that are marked: no other note pays for it.
CREATE INDEX entry_marked ON entry (interview_id, created_at) WHERE hidden_at IS NOT NULL OR settled_at IS NOT NULL;

-- What is written on this laptop for another: only few interviews are.
CREATE INDEX interview_host ON interview (host_id) WHERE host_id IS NOT NULL;
