-- What is being written of an amendment, before it is added: JSON. Once it is a version, nothing of this is left.
CREATE TABLE amendment_draft (
    row_id       INTEGER PRIMARY KEY,
    interview_id TEXT NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
    doc          TEXT NOT NULL CHECK (json_valid(doc))
) STRICT;
