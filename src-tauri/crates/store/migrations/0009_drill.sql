-- Calibration drills: what a person gave to a written answer, beside the key as it was then. Only ever added to.
CREATE TABLE drill_rating (
    row_id         INTEGER PRIMARY KEY,
    interviewer_id TEXT NOT NULL REFERENCES interviewer (id) ON DELETE CASCADE,
    question_id    TEXT NOT NULL,
    answer_id      TEXT NOT NULL,
    content        TEXT NOT NULL CHECK (length(content) = 64),
    given          INTEGER NOT NULL CHECK (given BETWEEN 1 AND 5),
    agreed         INTEGER NOT NULL CHECK (agreed BETWEEN 1 AND 5),
    created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX drill_rating_of ON drill_rating (interviewer_id, row_id);
CREATE TRIGGER drill_rating_is_frozen BEFORE UPDATE ON drill_rating
BEGIN SELECT RAISE(ABORT, 'a rating in a drill never changes: the key was told'); END;
