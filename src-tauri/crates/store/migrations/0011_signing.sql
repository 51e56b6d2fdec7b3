-- The Ed25519 key that a person signs documents with, made when it is first needed. Like all of the store it lies encrypted
-- by the data key, and it moves with the store to another one. It never changes: what it signed must stay its owner's.
CREATE TABLE signing_key (
    row_id         INTEGER PRIMARY KEY,
    interviewer_id TEXT NOT NULL UNIQUE REFERENCES interviewer (id) ON DELETE CASCADE,
    seed           BLOB NOT NULL CHECK (length(seed) = 32),
    created_at     INTEGER NOT NULL
) STRICT;
CREATE TRIGGER signing_key_is_frozen BEFORE UPDATE ON signing_key
BEGIN SELECT RAISE(ABORT, 'a signing key never changes'); END;
