-- Changes of a role's weights after its first scorecard was submitted: who, when, why, and the weights before and after.
CREATE TABLE weight_change (
    row_id         INTEGER PRIMARY KEY,
    role_id        TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    interviewer_id TEXT NOT NULL REFERENCES interviewer (id),
    reason         TEXT NOT NULL CHECK (reason <> ''),
    -- Every competency with its weight before and after: JSON.
    weights        TEXT NOT NULL CHECK (json_valid(weights)),
    changed_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX weight_change_role ON weight_change (role_id);
