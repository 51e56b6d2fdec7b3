-- Debriefs, decisions, and the log of who did what. Decisions and the log are only ever added to.

-- What a panel writes down about a candidate, as far as it is written: JSON. One for each round that the candidate was in;
-- an empty round stands for none. The round may be removed; what was written stays.
CREATE TABLE debrief (
    row_id       INTEGER PRIMARY KEY,
    candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    round_id     TEXT NOT NULL,
    doc          TEXT NOT NULL CHECK (json_valid(doc)),
    UNIQUE (candidate_id, round_id)
) STRICT;

-- Every version of the decision about a candidate in a round.
CREATE TABLE decision (
    row_id       INTEGER PRIMARY KEY,
    candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    round_id     TEXT NOT NULL,
    number       INTEGER NOT NULL CHECK (number >= 1),
    doc          TEXT NOT NULL CHECK (json_valid(doc)),
    hash         TEXT NOT NULL CHECK (length(hash) = 64),
    created_at   INTEGER NOT NULL,
    UNIQUE (candidate_id, round_id, number)
) STRICT;
CREATE TRIGGER decision_is_frozen BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision never changes'); END;
-- It goes with its candidate, and not before.
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision WHEN EXISTS (SELECT 1 FROM candidate WHERE id = OLD.candidate_id)
BEGIN SELECT RAISE(ABORT, 'a decision is kept as long as its candidate'); END;

-- Who did what: ids and hashes alone. It refers to nothing, so that it outlives what it is about.
CREATE TABLE log (
    row_id     INTEGER PRIMARY KEY,
    sequence   INTEGER NOT NULL UNIQUE CHECK (sequence >= 1),
    created_at INTEGER NOT NULL,
    actor_id   TEXT NOT NULL,
    act        TEXT NOT NULL,
    subjects   TEXT NOT NULL CHECK (json_valid(subjects)),
    content    TEXT NOT NULL CHECK (length(content) = 64),
    previous   TEXT NOT NULL CHECK (length(previous) = 64),
    hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER log_is_frozen BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'a line of the log never changes'); END;
CREATE TRIGGER log_is_kept BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'a line of the log is never removed'); END;
CREATE TRIGGER log_goes_on BEFORE INSERT ON log
WHEN NEW.sequence <> 1 + (SELECT ifnull(max(sequence), 0) FROM log)
BEGIN SELECT RAISE(ABORT, 'a line of the log comes after the last one'); END;
