-- Every legal hold on a candidate: why, who, and since when; one that was lifted stays, as long as its candidate does. While
-- one stands, the database itself refuses to remove the candidate.
CREATE TABLE hold (
    row_id       INTEGER PRIMARY KEY,
    candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    reason       TEXT NOT NULL CHECK (reason <> ''),
    set_by       TEXT NOT NULL REFERENCES interviewer (id),
    set_at       INTEGER NOT NULL,
    lifted_by    TEXT REFERENCES interviewer (id),
    lifted_at    INTEGER,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
) STRICT;
CREATE INDEX hold_candidate ON hold (candidate_id);
CREATE UNIQUE INDEX hold_standing ON hold (candidate_id) WHERE lifted_at IS NULL;
CREATE TRIGGER candidate_is_held BEFORE DELETE ON candidate
WHEN EXISTS (SELECT 1 FROM hold WHERE candidate_id = OLD.id AND lifted_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'a candidate on hold is not removed'); END;
