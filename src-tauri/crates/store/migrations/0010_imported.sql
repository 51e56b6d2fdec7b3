-- Scorecards imported from other programs: JSON, as the file had them, with the candidate that they are about here. They
-- enter no figure. One id of one source is one scorecard; the same again changes nothing, another content replaces it.
CREATE TABLE imported_scorecard (
    row_id       INTEGER PRIMARY KEY,
    candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    source       TEXT NOT NULL,
    source_id    TEXT NOT NULL,
    -- The candidate's id there, by which a later file finds the same person; empty where it has none.
    person_id    TEXT NOT NULL,
    doc          TEXT NOT NULL CHECK (json_valid(doc)),
    created_at   INTEGER NOT NULL,
    UNIQUE (source, source_id)
) STRICT;
CREATE INDEX imported_scorecard_candidate ON imported_scorecard (candidate_id);
CREATE INDEX imported_scorecard_person ON imported_scorecard (source, person_id) WHERE person_id <> '';
