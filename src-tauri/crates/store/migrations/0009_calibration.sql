-- Calibration: drills, a rater's habits, and what a round's panel agreed to be shown.

-- What a person gave to a written answer of a drill, beside the key as it was then. Only ever added to.
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

-- Who shares how their ratings lie beside others'. Whoever is not here shares nothing.
CREATE TABLE habit_share (
    row_id         INTEGER PRIMARY KEY,
    interviewer_id TEXT NOT NULL UNIQUE REFERENCES interviewer (id) ON DELETE CASCADE,
    created_at     INTEGER NOT NULL
) STRICT;

-- Every time that a round's team figures were turned on or off, and who agreed. The last one counts. Only ever added to; it
-- refers to no round, so that it stays when the round is removed.
CREATE TABLE team_figures (
    row_id         INTEGER PRIMARY KEY,
    round_id       TEXT NOT NULL,
    shown          INTEGER NOT NULL CHECK (shown IN (0, 1)),
    agreed         TEXT NOT NULL,
    interviewer_id TEXT NOT NULL REFERENCES interviewer (id),
    created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX team_figures_of ON team_figures (round_id, row_id);
CREATE TRIGGER team_figures_are_frozen BEFORE UPDATE ON team_figures
BEGIN SELECT RAISE(ABORT, 'what a panel agreed to never changes'); END;
