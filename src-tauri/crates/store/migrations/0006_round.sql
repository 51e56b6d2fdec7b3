-- Rounds, planned interviews, and what an application says of a candidate. There are no fields for age, birth date,
-- gender, marital status or photo.

CREATE TABLE round (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    role_id    TEXT NOT NULL REFERENCES role (id),
    title      TEXT NOT NULL,
    -- The ids of its kits, in order.
    kits       TEXT NOT NULL CHECK (json_valid(kits)),
    created_at INTEGER NOT NULL
) STRICT;

-- A candidate is in one round at most. Until now a round was all candidates for a role: whoever is in none is so still.
ALTER TABLE candidate ADD COLUMN round_id TEXT REFERENCES round (id) ON DELETE SET NULL;
CREATE INDEX candidate_round ON candidate (round_id) WHERE round_id IS NOT NULL;

-- What an application says: JSON. None where nothing is known. A table of its own, so that lists and interviews are read
-- without it.
CREATE TABLE contact (
    row_id       INTEGER PRIMARY KEY,
    candidate_id TEXT NOT NULL UNIQUE REFERENCES candidate (id) ON DELETE CASCADE,
    doc          TEXT NOT NULL CHECK (json_valid(doc))
) STRICT;

CREATE TABLE appointment (
    row_id       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    kit_id       TEXT REFERENCES kit (id) ON DELETE SET NULL,
    -- Names: JSON.
    interviewers TEXT NOT NULL CHECK (json_valid(interviewers)),
    starts_at    INTEGER NOT NULL,
    ends_at      INTEGER NOT NULL CHECK (ends_at > starts_at),
    location     TEXT NOT NULL,
    -- Which meeting of which calendar entry it is, through every import; empty for what was typed.
    uid          TEXT NOT NULL,
    occurrence   TEXT NOT NULL,
    interview_id TEXT REFERENCES interview (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX appointment_candidate ON appointment (candidate_id);
CREATE INDEX appointment_start ON appointment (starts_at);
CREATE INDEX appointment_interview ON appointment (interview_id) WHERE interview_id IS NOT NULL;
CREATE UNIQUE INDEX appointment_calendar ON appointment (uid, occurrence) WHERE uid <> '';

-- What an import changed, before and after, so that it can be taken back. It goes with the candidate.
CREATE TABLE import_change (
    row_id       INTEGER PRIMARY KEY,
    import_id    TEXT NOT NULL,
    candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    doc          TEXT NOT NULL CHECK (json_valid(doc))
) STRICT;
CREATE INDEX import_change_import ON import_change (import_id);
CREATE INDEX import_change_candidate ON import_change (candidate_id);
